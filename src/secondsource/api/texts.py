"""Texts read on their own and kept nowhere, and the reader scored on annotated ones."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from secondsource import surroundings
from secondsource.api.knowledge import open_knowledge
from secondsource.collect import (
    Failure,
    Given,
    Limits,
    SkippedRow,
    collect_source,
    document_of_text,
    find_sources,
)
from secondsource.measuring import Measured, measure
from secondsource.pipeline import Knowledge, Progress
from secondsource.reading import Reading, read_document, read_row, shared_pool
from secondsource.records import Document, ResolvedStatement, Statement
from secondsource.resolve import resolve_statements

_QUIET: Progress = lambda step, done, total: None  # noqa: E731


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What one document says, kept nowhere: its statements, and each resolved with this document alone."""

    document: Document
    statements: tuple[Statement, ...]
    resolved: Mapping[str, ResolvedStatement]
    not_read: str | None


def read_text(
    text: str,
    *,
    published: str | None = None,
    outlet: str | None = None,
    language: str = "en",
    model: str | None = None,
) -> Read:
    """The statements in a text. `published` is a day, month or year in ISO 8601.

    Raises SecondSourceError if `published` is no day.
    """
    given = Given(published=published, outlet=outlet, language=language)
    document = document_of_text(text, given, surroundings.now())
    return _resolved(document, read_document(document, model), open_knowledge(()))


def read_files(
    paths: Sequence[str], given: Given, *, limits: Limits | None = None, model: str | None = None
) -> Iterable[Read | Failure]:
    """What each file says, kept nowhere; a file that can't be read gives a Failure and the rest goes on."""
    knowledge = open_knowledge(())
    at = surroundings.now()
    for source in find_sources(paths):
        for item in collect_source(source, given, at, limits or Limits()):
            if isinstance(item, Failure):
                yield item
            elif isinstance(item, SkippedRow):
                yield Failure(path=f"{item.path}, line {item.line}", reason=f"{item.reason}.")
            elif item.document.row is not None:
                yield _resolved(item.document, read_row(item.document), knowledge)
            else:
                (reading,) = shared_pool().read([item.document], model=model)
                yield _resolved(item.document, reading, knowledge)


def score(folder: str | Path, *, processes: int | None = None, progress: Progress = _QUIET) -> Measured:
    """How well the reader does on the annotated texts of a folder (NAME.txt with NAME.gold.json).

    Raises GoldError where it holds none.
    """
    return measure(Path(folder), processes=processes or os.cpu_count() or 1, progress=progress)


def _resolved(document: Document, reading: Reading, knowledge: Knowledge) -> Read:
    resolution = resolve_statements(
        {document.id: document}, reading.statements, (), knowledge.gazetteer, knowledge.known_actors
    )
    return Read(
        document=document,
        statements=reading.statements,
        resolved={r.statement.id: r for r in resolution.statements},
        not_read=reading.not_read,
    )
