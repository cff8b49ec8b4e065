"""A brief as a Word document: headings, real tables with a repeated head, numbers that lead to their quotes."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from secondsource.show.brief import phrases
from secondsource.show.brief.parts import (
    Block,
    Brief,
    Bullets,
    Citation,
    Line,
    Marks,
    Part,
    Runs,
    Style,
    Table,
    number_ranges,
)
from secondsource.show.shown import shown

# Word wants a moment in a file's properties and the archive wants one a member; a brief has no clock.
_NO_MOMENT = datetime(1980, 1, 1)  # noqa: DTZ001 - the earliest that a zip archive can hold, zone or none


class DocxFormat:
    """Office Open XML on A4, turned on its side so that the table of claims fits."""

    name = "docx"
    suffix = ".docx"

    def render(self, brief: Brief) -> bytes:
        """A zip archive, the same bytes each time."""
        document = docx.Document()
        _lay_out(document, brief)
        document.add_heading(shown(brief.title), level=0)
        for line in brief.counts:
            _write(document.add_paragraph(), line.runs)
        for section in brief.sections:
            note = f" ({section.note})" if section.note else ""
            document.add_heading(shown(section.title + note), level=1)
            for block in section.blocks:
                _block(document, block)
        if brief.citations:
            document.add_heading(phrases.QUOTES, level=1)
            for citation in brief.citations:
                _citation(document, citation)
        written = io.BytesIO()
        document.save(written)
        return _without_moments(written.getvalue())


FORMAT = DocxFormat()


def _lay_out(document: Any, brief: Brief) -> None:
    page = document.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = Cm(29.7), Cm(21.0)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(2)
    document.styles["Normal"].font.size = Pt(10)
    properties = document.core_properties
    properties.author, properties.comments = "Second Source", ""
    properties.title = shown(brief.title)[:255]
    properties.created = properties.modified = _NO_MOMENT


def _block(document: Any, block: Block) -> None:
    if isinstance(block, Line):
        _write(document.add_paragraph(), block.runs)
    elif isinstance(block, Table):
        _table(document, block)
    elif isinstance(block, Bullets):
        if block.lead:
            document.add_paragraph().add_run(shown(f"{block.lead}:")).bold = True
        for line in block.lines:
            _write(document.add_paragraph(style="List Bullet"), line.runs)
    elif isinstance(block, Part):
        _write(document.add_heading(level=2), block.title)
        for inner in block.blocks:
            _block(document, inner)


def _table(document: Any, table: Table) -> None:
    made = document.add_table(rows=1, cols=len(table.columns), style="Table Grid")
    head = made.rows[0]
    repeated = OxmlElement("w:tblHeader")
    repeated.set(qn("w:val"), "true")
    head._tr.get_or_add_trPr().append(repeated)
    for cell, words in zip(head.cells, table.columns, strict=True):
        cell.paragraphs[0].add_run(shown(words)).bold = True
    for row in table.rows:
        for cell, runs in zip(made.add_row().cells, row.cells, strict=True):
            _write(cell.paragraphs[0], runs)
    document.add_paragraph()


def _write(paragraph: Any, runs: Runs) -> None:
    for run in runs:
        if isinstance(run, Marks):
            _marks(paragraph, run)
            continue
        words = shown(run.text)
        written = paragraph.add_run(f"“{words}”" if run.style is Style.QUOTE else words)
        written.bold = run.style is Style.STRONG or None
        written.italic = run.style is Style.EMPHASIS or None
        if run.style is Style.CODE:
            written.font.name, written.font.size = "Courier New", Pt(8)


def _marks(paragraph: Any, marks: Marks) -> None:
    paragraph.add_run("[")
    for before, numbers in (
        ("", marks.numbers),
        (" against " if marks.numbers else "against ", marks.against),
    ):
        for i, (first, last) in enumerate(number_ranges(numbers)):
            paragraph.add_run(", " if i else before)
            _link(paragraph, first)
            if last != first:
                paragraph.add_run("–")
                _link(paragraph, last)
    paragraph.add_run(f" and {marks.more} more]" if marks.more else "]")


def _link(paragraph: Any, number: int) -> None:
    """The number as a link to its quote inside the document."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), f"q{number}")
    run = paragraph.add_run(str(number))
    link.append(run._r)
    paragraph._p.append(link)


def _citation(document: Any, citation: Citation) -> None:
    paragraph = document.add_paragraph()
    for kind in ("bookmarkStart", "bookmarkEnd"):
        mark = OxmlElement(f"w:{kind}")
        mark.set(qn("w:id"), str(citation.number))
        if kind == "bookmarkStart":
            mark.set(qn("w:name"), f"q{citation.number}")
        paragraph._p.append(mark)
    quote = "text no longer kept" if citation.quote is None else f"“{shown(citation.quote)}”"
    paragraph.add_run(f"{citation.number}. {quote} ")
    page = f"page {citation.page}" if citation.page else ""
    offsets = f"code points {citation.start}–{citation.end}"
    parts = (citation.outlet, citation.title, citation.published, page, offsets)
    paragraph.add_run("— " + ", ".join(shown(p) for p in parts if p)).italic = True


def _without_moments(archive: bytes) -> bytes:
    """The same archive with no time of writing in it."""
    rewritten = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(archive)) as old,
        zipfile.ZipFile(rewritten, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(
                zipfile.ZipInfo(name, _NO_MOMENT.timetuple()[:6]), old.read(name), zipfile.ZIP_DEFLATED
            )
    return rewritten.getvalue()
