"""What every format gives: parts of a file, each of which becomes a document.

A format is a folder `collect/<name>/` whose package holds one object `FORMAT` of the shape `Format`. Other
people's packages name such an object under the entry-point group `secondsource.formats`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol, runtime_checkable


class Fit(IntEnum):
    """How surely a format is the right one; the surest is asked to parse, ties go by name."""

    NO = 0
    SUFFIX = 1
    CONTENT = 2
    STRUCTURE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One publication found in a file, as the file tells it; what it doesn't tell is None.

    `record`: the raw bytes of this part where a file holds many (None: the whole file). `published`: the words
    for its day as the file has them, with where they stood; `byline`: a by-line or dateline that the file
    keeps apart from the text.
    `is_verbatim`: `text` is the file's own, so not one character of it may be changed. `has_head`: the first
    lines may tell title, author, outlet and day.
    """

    text: str
    media_type: str
    record: bytes | None = None
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    author: str | None = None
    language: str | None = None
    published: str | None = None
    published_from: str | None = None
    byline: str | None = None
    pages: tuple[int, ...] = ()
    metadata: tuple[tuple[str, str], ...] = ()
    is_verbatim: bool = False
    has_head: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class BadPart:
    """One record of a file that couldn't be read, while its neighbours could; `where` is "line 3"."""

    where: str
    reason: str
    advice: str | None = None


@runtime_checkable
class Format(Protocol):
    """One kind of file. `accepts` sees the path (its suffix alone may be trusted) and the first 4,096 bytes."""

    name: str
    version: str

    def accepts(self, path: str, head: bytes) -> Fit:
        """How surely this format reads that file. Cheap, and loads no library."""
        ...

    def parse(self, raw: bytes, path: str) -> Iterable[Part | BadPart]:
        """The parts in the order of the file. Raises UnreadableError where nothing can be read."""
        ...
