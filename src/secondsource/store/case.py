"""A case: everything one asks of the store, each method told in full where it is done."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from secondsource.records import Derived, Document, Judgement, KnownActor, RowKey, Statement
from secondsource.store import (
    actors,
    derived,
    documents,
    event_rows,
    forgetting,
    judgements,
    opening,
    places,
    readings,
    row_states,
    runs,
    search,
    sqlite,
)
from secondsource.store.database import Database
from secondsource.store.entries import Failure, Forgotten, Hit, Reading, Run
from secondsource.store.event_rows import Export, ReadRow, RowCounts, RowInForce
from secondsource.store.places import Entry


def create_case(path: Path, *, busy_timeout_s: float = sqlite.BUSY_TIMEOUT_S) -> Case:
    """A new, empty case at `path`. Raises CaseError if something is there."""
    return Case(opening.create(path, busy_timeout_s=busy_timeout_s))


def open_case(path: Path, *, busy_timeout_s: float = sqlite.BUSY_TIMEOUT_S) -> Case:
    """The case at `path`; an older one is copied first and then brought up to date. Raises CaseError.

    `busy_timeout_s`: how long a write waits for another process before CaseError says so.
    """
    return Case(opening.open_existing(path, busy_timeout_s=busy_timeout_s))


class Case:
    """One case, open; a context manager. Any number may read while one writes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file."""
        self._database.engine.dispose()

    @property
    def path(self) -> Path:
        """Where the case lies."""
        return self._database.path

    # --- documents

    def has_document(self, document_id: str) -> bool:
        """True if the document is held, or was forgotten."""
        return documents.has_document(self._database, document_id)

    def add_document(self, document: Document, raw: bytes) -> bool:
        """Keeps a document with its bytes in one transaction; False if it is known."""
        return documents.add_document(self._database, document, raw)

    def document(self, document_id: str) -> Document:
        """One document, withdrawn or not. Raises NotFoundError."""
        return documents.get_document(self._database, document_id)

    def raw(self, sha256: str) -> bytes | None:
        """The bytes as collected; None if forgotten. Raises NotFoundError."""
        return documents.get_raw(self._database, sha256)

    def documents(self, as_of: date | None = None, *, include_withdrawn: bool = False) -> Iterator[Document]:
        """Documents in force, in order of their ids, fetched as one goes; one may write meanwhile."""
        return documents.list_documents(self._database, as_of=as_of, include_withdrawn=include_withdrawn)

    def superseded_ids(self, as_of: date | None = None) -> frozenset[str]:
        """Documents of rows of data sets that a later import changed or withdrew; with `as_of`, by that day."""
        return row_states.superseded_ids(self._database, as_of)

    def document_ids(self, as_of: date | None = None) -> tuple[str, ...]:
        """Ids of the documents in force, sorted."""
        return documents.ids_in_force(self._database, as_of)

    def forget(self, document_id: str, why: str, who: str, at: datetime) -> tuple[Path, ...]:
        """Bytes and text go for good; hash, day and reason stay. Copies of the case that still hold them."""
        return forgetting.forget(self._database, document_id, why, who, at)

    def forgotten(self) -> tuple[Forgotten, ...]:
        """What stays of documents that were forgotten."""
        return forgetting.list_forgotten(self._database)

    def search(self, words: str, limit: int = 20) -> list[Hit]:
        """At most `limit` documents with all the words, best first, each followed by such statements of it."""
        return search.search(self._database, words, limit)

    # --- rows of data sets

    def add_rows(self, batch: Sequence[ReadRow], export: Export) -> RowCounts:
        """Keeps rows with their bytes and statements in one transaction; each puts an earlier state of it aside.

        `export` is the file that they came with.
        """
        return event_rows.add_rows(self._database, batch, export)

    def withdraw_rows(self, withdrawn: Iterable[RowKey], export: Export, known_on: date) -> int:
        """Notes that these rows hold no longer from that day on; how many did until now."""
        return event_rows.withdraw_rows(self._database, withdrawn, export, known_on)

    def rows_in_force(self, data_set: str) -> tuple[RowInForce, ...]:
        """The rows of the data set of that name that hold, by key."""
        return event_rows.rows_in_force(self._database, data_set)

    # --- readings

    def unread(self, readers: Collection[tuple[str, str]]) -> Iterator[Document]:
        """Documents in force without a reading by any of these readers (name, version); one may write meanwhile."""
        return documents.list_unread(self._database, readers)

    def add_reading(
        self, document_id: str, reader: str, reader_version: str, outcome: Sequence[Statement] | str
    ) -> bool:
        """Keeps the statements found, or the reason why there are none to find ("no reader for ar"), in one
        transaction; False if this version of the reader has read the document before."""
        return readings.add_reading(self._database, document_id, reader, reader_version, outcome)

    def readings(self) -> tuple[Reading, ...]:
        """The newest reading of each document in force; those with a reason are the documents not read."""
        return readings.list_readings(self._database)

    def all_readings(self) -> tuple[Reading, ...]:
        """Every reading ever kept, in order: older versions' too, and those of withdrawn documents."""
        return readings.all_readings(self._database)

    def statements(
        self, as_of: date | None = None, *, include_withdrawn: bool = False
    ) -> Iterator[Statement]:
        """Statements of the newest readings of documents in force, by document id and place in the text."""
        return readings.list_statements(self._database, as_of, include_withdrawn=include_withdrawn)

    # --- what people put in

    def add_judgement(self, judgement: Judgement) -> bool:
        """Keeps a judgement; False if this very one is known."""
        return judgements.add_judgement(self._database, judgement)

    def judgements(self) -> tuple[Judgement, ...]:
        """All judgements in the order they were made, undone ones too."""
        return judgements.list_judgements(self._database)

    def add_places(self, entries: Iterable[Entry]) -> int:
        """Keeps places with their other names; how many were new."""
        return places.add_places(self._database, entries)

    def places(self) -> tuple[Entry, ...]:
        """The user's gazetteer for this case: each place with its other names, in order of ids."""
        return places.list_places(self._database)

    def add_known_actors(self, listed: Iterable[KnownActor]) -> int:
        """Keeps actors of a user's list; how many were new."""
        return actors.add_known_actors(self._database, listed)

    def known_actors(self) -> tuple[KnownActor, ...]:
        """The user's list of actors for this case, in order of keys."""
        return actors.list_known_actors(self._database)

    # --- runs

    def start_run(self, command: str, at: datetime) -> int:
        """Notes that a command began; the number that `finish_run` and `add_failure` take."""
        return runs.start_run(self._database, command, at)

    def finish_run(self, run_id: int, at: datetime, counts: Mapping[str, int]) -> None:
        """Notes that a run came to its end; a run without an end was cut off."""
        runs.finish_run(self._database, run_id, at, counts)

    def runs(self) -> tuple[Run, ...]:
        """All runs, in the order they began."""
        return runs.list_runs(self._database)

    def add_failure(self, path: str, reason: str, at: datetime, run_id: int | None = None) -> None:
        """Notes what could not be collected and why."""
        runs.add_failure(self._database, path, reason, at, run_id)

    def failures(self) -> tuple[Failure, ...]:
        """All that could not be collected, in the order it was tried."""
        return runs.list_failures(self._database)

    # --- derived

    def inputs_digest(self) -> str:
        """A hash of all that derived rows depend on; take it before reading what they are made of."""
        return derived.inputs_digest(self._database)

    def replace_derived(self, new: Derived, inputs_digest: str) -> None:
        """Puts `new` in the place of all derived rows in one transaction."""
        derived.replace_derived(self._database, new, inputs_digest)

    def derived(self) -> Derived | None:
        """What was derived last, perhaps before the latest change; None if nothing by this version."""
        return derived.get_derived(self._database)

    def derived_is_current(self) -> bool:
        """True if the derived rows were made of exactly what is in the case now, by this version."""
        return derived.is_current(self._database)

    def digest(self) -> str:
        """A hash of the sorted derived rows, equal for equal inputs on any machine."""
        return derived.digest(self._database)
