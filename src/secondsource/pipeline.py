"""Who calls whom: the one place where the stages meet, in the order of the flow.

Nothing here decides anything about statements; it moves records from stage to stage and to the store. Each
step can be killed at any moment and run again: what is kept is kept in whole transactions, and each step
begins with what is still missing.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime

from secondsource.collect import (
    Failure,
    Given,
    Limits,
    SkippedRow,
    Source,
    SourceKind,
    collect_source,
    correct_documents,
    find_copies,
    shared_words,
)
from secondsource.importing import ImportReport, RowImport
from secondsource.judgements import in_force
from secondsource.match import match
from secondsource.reading import NO_READER, Reading, current_readers, read_row, shared_pool
from secondsource.records import CopyFamily, Derived, Document, Judgement, Statement
from secondsource.resolve import Gazetteer, KnownActors, resolve_statements
from secondsource.store import Case
from secondsource.weigh import weigh

Progress = Callable[[str, int, int], None]
"""Called with the step's name ("collect", "read", "derive"), how much is done and how much there is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """What is dear to load and known beforehand; opened once at the edge and handed in."""

    gazetteer: Gazetteer
    known_actors: KnownActors


@dataclass(frozen=True, slots=True, kw_only=True)
class AddReport:
    """What became of everything that was to be added. `unread` are those of `not_read` that a reader gave up on,
    each as its path (or id) and the reason; they are kept. `imports` tells of the rows of data sets, which the other
    counts leave out."""

    added: int
    known_before: int
    skipped: tuple[tuple[str, str], ...]
    failed: tuple[Failure, ...]
    read: int
    not_read: int
    statements: int
    unread: tuple[tuple[str, str], ...] = ()
    imports: tuple[ImportReport, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectReport:
    """What came in: documents that are new or known, what failed, and the rows of data sets by file."""

    added: int
    known_before: int
    failed: tuple[Failure, ...]
    imports: tuple[ImportReport, ...]


def derive(
    documents: Sequence[Document],
    statements: Sequence[Statement],
    judgements: Sequence[Judgement],
    knowledge: Knowledge,
) -> Derived:
    """All that follows from documents, statements and the judgements in force. Pure; order doesn't matter."""
    decided = in_force(judgements)
    by_id = {d.id: d for d in sorted(correct_documents(documents, decided), key=lambda d: d.id)}
    read = sorted((s for s in statements if s.document_id in by_id), key=lambda s: s.id)
    # Rows of a data set are alike in most of their words, and no copies of each other.
    written = tuple(d for d in by_id.values() if d.row is None)
    return conclude(by_id, read, decided, find_copies(written), knowledge)


def conclude(
    documents: Mapping[str, Document],
    statements: Sequence[Statement],
    decided: Sequence[Judgement],
    copies: tuple[CopyFamily, ...],
    knowledge: Knowledge,
    switched_off: frozenset[str] = frozenset(),
) -> Derived:
    """Resolved, matched and weighed: statements of the documents by id, with what was decided and who copied whom.

    `switched_off` names rules to do without, which shows what each is needed for.
    """
    resolution = resolve_statements(
        documents, statements, decided, knowledge.gazetteer, knowledge.known_actors
    )
    matched = match(resolution, documents, copies, decided, shared_words, switched_off=switched_off)
    weighed = weigh(resolution, matched, documents, decided, switched_off=switched_off)
    return Derived(
        actors=resolution.actors,
        aliases=resolution.aliases,
        statements=resolution.statements,
        copies=copies,
        incidents=matched.incidents,
        families=matched.families,
        claims=weighed.claims,
        verdicts=weighed.verdicts,
        ties=weighed.ties,
        indicators=weighed.indicators,
        reliabilities=weighed.reliabilities,
    )


def add(
    case: Case,
    sources: Sequence[Source],
    given: Given,
    *,
    at: datetime,
    knowledge: Knowledge,
    limits: Limits | None = None,
    processes: int | None = None,
    model: str | None = None,
    run_id: int | None = None,
    progress: Progress = lambda step, done, total: None,
) -> AddReport:
    """Collects the sources into the case, reads what is unread and derives the rest anew.

    A document is kept, whole, as soon as it is collected. What an earlier run that was killed left undone is
    done too. `run_id` names the run in whose record failures stand.
    """
    collected = collect_into(case, sources, given, at=at, limits=limits, run_id=run_id, progress=progress)
    readings = read_unread(case, processes=processes, model=model, progress=progress)
    refresh(case, knowledge, progress=progress)
    return AddReport(
        added=collected.added,
        known_before=collected.known_before,
        skipped=tuple((s.path, s.reason or "") for s in sources if s.kind is SourceKind.SKIPPED),
        failed=collected.failed,
        read=sum(r.not_read is None for r in readings),
        not_read=sum(r.not_read is not None for r in readings),
        statements=sum(len(r.statements) for r in readings),
        unread=tuple(
            (case.document(r.document_id).path or r.document_id, r.not_read)
            for r in readings
            if r.not_read is not None and r.reader != NO_READER
        ),
        imports=collected.imports,
    )


def collect_into(
    case: Case,
    sources: Sequence[Source],
    given: Given,
    *,
    at: datetime,
    limits: Limits | None = None,
    run_id: int | None = None,
    progress: Progress = lambda step, done, total: None,
) -> CollectReport:
    """Collects the sources into the case: documents, to be read later, and rows of data sets, read at once."""
    added = known = 0
    failed: list[Failure] = []
    imports: list[ImportReport] = []
    for done, source in enumerate(sources):
        progress("collect", done, len(sources))
        export: RowImport | None = None
        for item in collect_source(source, given, at, limits or Limits()):
            if isinstance(item, Failure):
                failed.append(item)
                case.add_failure(item.path, item.reason, at, run_id)
            elif isinstance(item, SkippedRow) or item.document.row is not None:
                export = export or RowImport(case, source.path, at.date())
                export.take(item)
                progress("rows", *export.progress)
            elif case.add_document(item.document, item.raw):
                added += 1
            else:
                known += 1
        if export is not None:
            imports.append(export.finish())
    progress("collect", len(sources), len(sources))
    return CollectReport(added=added, known_before=known, failed=tuple(failed), imports=tuple(imports))


def read_unread(
    case: Case,
    *,
    processes: int | None = None,
    model: str | None = None,
    progress: Progress = lambda step, done, total: None,
) -> list[Reading]:
    """Reads every document that today's readers have not read yet, and keeps each reading as it is made."""
    readings: list[Reading] = []
    documents = []
    for document in case.unread(current_readers(model)):
        if document.row is None:
            documents.append(document)
        else:
            # Kept by an older reader of rows: each takes no time, and a process for it would.
            case.add_reading(*_kept(read_row(document)))
    in_order = shared_pool().read(documents, processes=processes or os.cpu_count() or 1, model=model)
    with closing(in_order):
        for reading in in_order:
            case.add_reading(*_kept(reading))
            readings.append(reading)
            progress("read", len(readings), len(documents))
    return readings


def _kept(reading: Reading) -> tuple[str, str, str, Sequence[Statement] | str]:
    outcome = reading.not_read or reading.statements
    return reading.document_id, reading.reader, reading.reader_version, outcome


def refresh(
    case: Case, knowledge: Knowledge, *, progress: Progress = lambda step, done, total: None
) -> Derived:
    """What is derived, taken from the case where it is current and made anew where it isn't."""
    kept = case.derived() if case.derived_is_current() else None
    return kept if kept is not None else rebuild(case, knowledge, progress=progress)


def rebuild(
    case: Case, knowledge: Knowledge, *, progress: Progress = lambda step, done, total: None
) -> Derived:
    """Derives everything from the stored documents, statements and judgements; never reads again."""
    progress("derive", 0, 1)
    inputs = case.inputs_digest()
    derived = derive(tuple(case.documents()), tuple(case.statements()), tuple(case.judgements()), knowledge)
    case.replace_derived(derived, inputs)
    progress("derive", 1, 1)
    return derived
