"""A text read by the English reader, as the tests of its constructs ask for it."""

from __future__ import annotations

from datetime import UTC, datetime

from secondsource.read.english import reader
from secondsource.records import ByStatus, Document, Event, Statement


def document_of(text: str) -> Document:
    """A document of that text and nothing else."""
    return Document(
        id="sha256:test",
        raw_sha256="test",
        path=None,
        outlet=None,
        url=None,
        title=None,
        author=None,
        published=None,
        published_from=None,
        collected_at=datetime(2024, 1, 1, tzinfo=UTC),
        media_type="text/plain",
        language="en",
        text=text,
    )


def read_text(text: str) -> tuple[Statement, ...]:
    """The statements of the text."""
    return reader.read(document_of(text))


def events_in(text: str) -> list[tuple[Statement, Event]]:
    """The event statements of the text with their events."""
    return [(s, s.proposition) for s in read_text(text) if isinstance(s.proposition, Event)]


def doers_in(text: str, status: ByStatus) -> set[str]:
    """The names of those who did it by that status, over all events of the text."""
    return {p.actor.name for _, e in events_in(text) for p in e.by if p.status is status}


def chain_names(statement: Statement) -> list[str]:
    """The names in the statement's chain, outermost first."""
    return [h.name for h in statement.chain]
