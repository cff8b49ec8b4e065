"""Plain text and Markdown: the file's own text, unchanged."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath

from secondsource.collect.decoding import decode
from secondsource.collect.parts import BadPart, Fit, Part
from secondsource.errors import UnreadableError

_SUFFIXES = (".txt", ".text", ".md", ".markdown")


class TextFormat:
    """One document a file; `text` is what the file holds, to the last character."""

    name = "text"
    version = "1"

    def accepts(self, path: str, head: bytes) -> Fit:
        """By suffix; what has none (standard input) is taken for text when nothing else fits."""
        suffix = PurePath(path).suffix.lower()
        return Fit.SUFFIX if suffix in _SUFFIXES or suffix == "" else Fit.NO

    def parse(self, raw: bytes, path: str) -> Iterable[Part | BadPart]:
        """One part."""
        decoded = decode(raw, path)
        if not decoded.text.strip("\ufeff \t\r\n\f\v"):
            raise UnreadableError(path, "is empty.")
        notes = [("encoding", decoded.encoding)] if decoded.encoding != "utf-8" else []
        if decoded.note:
            notes.append(("encoding_note", decoded.note))
        media = "text/markdown" if PurePath(path).suffix.lower() in (".md", ".markdown") else "text/plain"
        yield Part(text=decoded.text, media_type=media, metadata=tuple(notes), is_verbatim=True)


FORMAT = TextFormat()
