"""The text of a PDF's pages by PDFium, or the reason why there is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing

import pypdfium2
from pypdfium2 import raw as pdfium

from secondsource.collect.limits import limits_in_force
from secondsource.collect.parts import Part
from secondsource.collect.pdf.layout import Line, join_pages
from secondsource.errors import UnreadableError

# Fewer letters a page than a caption has, and pictures on it: a scan with a stamp.
_SCAN_LETTERS = 15
_END_BYTES = 4096


def part_of_pdf(raw: bytes, path: str) -> Part:
    """The one part of a PDF. Raises UnreadableError for a locked, broken, cut off or scanned one."""
    if b"%%EOF" not in raw[-_END_BYTES:]:
        raise UnreadableError(path, "is cut off: the end of the PDF is missing.", "Download it again.")
    try:
        opened = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        raise _unopened(path, getattr(error, "err_code", None)) from None
    with closing(opened) as document:
        return _part(document, path)


def _part(document: pypdfium2.PdfDocument, path: str) -> Part:
    pages, letters, pictures, budget = [], [], 0, limits_in_force().text_chars
    try:
        for page in document:
            lines, has_picture = _read_page(page)
            pages.append(lines)
            letters.append(sum(c.isalpha() for line in lines for c in line.text))
            pictures += has_picture
            budget -= sum(len(line.text) for line in lines)
            if budget < 0:
                raise UnreadableError(
                    path, "holds more text than one document may have.", "Split it by pages."
                )
    except pypdfium2.PdfiumError:
        number = len(pages) + 1
        raise UnreadableError(
            path, f"is damaged: page {number} can't be read.", "Download it again."
        ) from None
    if not pages:
        raise UnreadableError(path, "is damaged: it has no pages.", "Download it again.")
    if not any(letters) or (pictures >= len(pages) / 2 and sum(letters) < _SCAN_LETTERS * len(pages)):
        raise UnreadableError(
            path,
            f"holds no text: pictures of pages alone (scanned, {len(pages)} in all).",
            "Run text recognition over it (ocrmypdf does) and add the result.",
        )
    text, starts = join_pages(pages)
    stated = document.get_metadata_dict(skip_empty=True)
    metadata = [(key, stated[name]) for key, name in _KEPT if name in stated]
    if empty := [str(n) for n, count in enumerate(letters, start=1) if count == 0]:
        metadata.append(("pages_without_text", ", ".join(empty)))
    return Part(
        text=text,
        media_type="application/pdf",
        title=_said(stated.get("Title")),
        author=_said(stated.get("Author")),
        pages=starts,
        metadata=tuple(metadata),
    )


# The day a PDF was made is often the day somebody printed it, so it is kept but not taken for publication.
_KEPT = (("created", "CreationDate"), ("producer", "Producer"))


def _said(words: str | None) -> str | None:
    """A property, unless a program filled it in."""
    if not words or re.match(
        r"\(?(untitled|unspecified|anonymous|unknown)\b|microsoft word|slide 1$", words, re.I
    ):
        return None
    return None if re.search(r"\.(docx?|indd|pptx?|qxd|odt|rtf|tex|pdf)$", words, re.I) else words


def _read_page(page: pypdfium2.PdfPage) -> tuple[list[Line], bool]:
    has_picture = any(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3))
    height = page.get_height()
    with closing(page.get_textpage()) as text:
        lines = list(_lines(text, height))
    page.close()
    return lines, has_picture


def _lines(page: pypdfium2.PdfTextPage, height: float) -> Iterator[Line]:
    """Lines as PDFium breaks them, each with the box of its first and last character."""
    codes: list[int] = []
    marks: list[int] = []
    count = page.count_chars()
    for index in range(count + 1):
        code = pdfium.FPDFText_GetUnicode(page, index) if index < count else 0x0A
        if code not in (0x0A, 0x0D):
            codes.append(code)
            if code > 0x20:
                marks.append(index)
            continue
        # Characters beyond U+FFFF may come as two surrogates.
        units = b"".join(min(c, 0x10FFFF).to_bytes(4, "little") for c in codes)
        words = units.decode("utf-32-le", "surrogatepass").encode("utf-16", "surrogatepass")
        text = words.decode("utf-16", "replace").strip()
        # PDFium's mark for a broken word means something at the end of a line alone.
        text = re.sub(r"[\x02\ufffe\u00ad](?!$)", "", text)
        if text and marks:
            left, bottom, _, top = page.get_charbox(marks[0], loose=True)
            right = page.get_charbox(marks[-1], loose=True)[2]
            yield Line(text=text, left=left, right=right, bottom=bottom, top=top, page_height=height)
        codes, marks = [], []


def _unopened(path: str, code: int | None) -> UnreadableError:
    if code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
        return UnreadableError(path, "is locked with a password.", "Save an unlocked copy and add that.")
    return UnreadableError(path, "is damaged: it can't be opened as a PDF.", "Download it again.")
