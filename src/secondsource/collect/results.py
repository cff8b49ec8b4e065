"""What collecting gives: documents with their bytes, or failures with a reason."""

from __future__ import annotations

from dataclasses import dataclass

from secondsource.errors import UnreadableError
from secondsource.records import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Collected:
    """A document and the bytes that it came from; `document.raw_sha256` is the hash of `raw`."""

    document: Document
    raw: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A file, or one record of it, of which nothing was kept."""

    path: str
    reason: str
    advice: str | None = None

    def __str__(self) -> str:
        """One line for people: file, reason, what to do next; control characters shown escaped."""
        return str(UnreadableError(self.path, self.reason, self.advice))


@dataclass(frozen=True, slots=True, kw_only=True)
class SkippedRow:
    """A line of a table that gave no event record, and why; its neighbours did."""

    path: str
    line: int
    reason: str
