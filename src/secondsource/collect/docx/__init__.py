"""Word documents (.docx): paragraphs and tables in their order, with the properties that say who wrote them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath

from secondsource.collect.parts import BadPart, Fit, Part
from secondsource.errors import UnreadableError

_ZIP = b"PK\x03\x04"
# The container of Word's old format, and of a .docx that is locked with a password (MS-CFB, section 2.2).
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class DocxFormat:
    """One document a file."""

    name = "docx"
    version = "1"

    def accepts(self, path: str, head: bytes) -> Fit:
        """By suffix, or by the names that begin such an archive where there is no suffix."""
        if PurePath(path).suffix.lower() == ".docx":
            return Fit.SUFFIX
        is_word = head.startswith(_ZIP) and (b"[Content_Types].xml" in head or b"word/" in head)
        return Fit.STRUCTURE if is_word and PurePath(path).suffix.lower() in ("", ".txt", ".doc") else Fit.NO

    def parse(self, raw: bytes, path: str) -> Iterable[Part | BadPart]:
        """One part."""
        if raw.startswith(_COMPOUND):
            raise UnreadableError(
                path,
                "is locked with a password, or in Word's old format.",
                "Save an unlocked .docx and add that.",
            )
        if not raw.startswith(_ZIP):
            raise UnreadableError(path, "is no Word document.", "Save it again as .docx.")
        from secondsource.collect.docx.paragraphs import part_of_docx

        yield part_of_docx(raw, path)


FORMAT = DocxFormat()
