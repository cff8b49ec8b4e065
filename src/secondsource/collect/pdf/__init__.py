"""PDF: running text in paragraphs, with the offset at which each page starts."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath

from secondsource.collect.parts import BadPart, Fit, Part
from secondsource.errors import UnreadableError


class PdfFormat:
    """One document a file."""

    name = "pdf"
    version = "1"

    def accepts(self, path: str, head: bytes) -> Fit:
        """By its first bytes, whatever the suffix; by suffix only to say that it is none."""
        if b"%PDF-" in head[:1024]:
            return Fit.STRUCTURE
        return Fit.SUFFIX if PurePath(path).suffix.lower() == ".pdf" else Fit.NO

    def parse(self, raw: bytes, path: str) -> Iterable[Part | BadPart]:
        """One part."""
        if b"%PDF-" not in raw[:1024]:
            like = " It begins like a web page." if raw.lstrip()[:1] == b"<" else ""
            raise UnreadableError(path, f"is no PDF.{like}", "Download it again, or give it its own suffix.")
        from secondsource.collect.pdf.pages import part_of_pdf

        yield part_of_pdf(raw, path)


FORMAT = PdfFormat()
