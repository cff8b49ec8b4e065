"""What the store itself can tell: readings, runs, failures, hits of a search, documents forgotten."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from secondsource.records import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """That a reader read a document, giving so many statements; or why it didn't ("no reader for ar")."""

    document_id: str
    reader: str
    reader_version: str
    statement_count: int | None
    reason: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run of a command on a case. `ended` is None while it runs, and for ever if it was cut off."""

    id: int
    command: str
    version: str
    started: datetime
    ended: datetime | None
    counts: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """What could not be collected, why, and in which run if one was named."""

    run_id: int | None
    at: datetime
    path: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """What stays of a document whose bytes and text are gone."""

    document_id: str
    raw_sha256: str
    at: datetime
    why: str
    who: str


class HitKind(StrEnum):
    """What was found by its words."""

    DOCUMENT = "document"
    STATEMENT = "statement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A document or statement that holds the words sought.

    `spans` are those of the words in the document's text, in code points, empty if only the title matched;
    `snippet` is the text around the first of them and starts at `snippet_start`.
    """

    kind: HitKind
    document_id: str
    statement_id: str | None
    title: str | None
    snippet: str
    snippet_start: int
    spans: tuple[Span, ...]
