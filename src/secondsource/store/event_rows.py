"""Rows of data sets: kept in batches with what was read in them, superseded by later imports, never overwritten."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from secondsource.errors import SecondSourceError
from secondsource.records import DataSet, Document, RowKey, Statement
from secondsource.store import documents, readings, rows
from secondsource.store.database import Database
from secondsource.store.row_states import State, last_states, state_key
from secondsource.store.tables import document, forgotten, row_state


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadRow:
    """A row as collected, with what its reader found."""

    document: Document
    raw: bytes
    reader: str
    reader_version: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RowCounts:
    """How many rows were new, said something else than before, or were known as they are."""

    added: int
    changed: int
    unchanged: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """A file of rows: the hash of its bytes, and its name without folders."""

    sha256: str
    file: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RowInForce:
    """A row that holds, and the export that it first came with in this form."""

    row: RowKey
    export: Export


def add_rows(database: Database, batch: Sequence[ReadRow], export: Export) -> RowCounts:
    """Keeps rows with their bytes, statements and state, all or nothing; each puts an earlier state of it aside."""
    by_id = {r.document.id: r for r in batch}
    with database.write() as connection:
        states = last_states(connection, [_row_of(r.document) for r in batch])
        gone = documents.known_values(connection, forgotten.c.document_id, by_id)
        held = documents.known_values(connection, document.c.id, by_id)
        fresh = [by_id[i] for i in sorted(by_id.keys() - held - gone)]
        documents.insert_documents(connection, [documents.new_rows(r.document, r.raw) for r in fresh])
        readings.insert_readings(connection, [_reading(r) for r in fresh])
        new_states, added, changed = [], 0, 0
        for item in by_id.values():
            row = _row_of(item.document)
            before = states.get(state_key(row))
            if item.document.id in gone or (before and before.document_id == item.document.id):
                continue
            added, changed = (added + 1, changed) if before is None else (added, changed + 1)
            known_on = item.document.known_on
            if before and known_on < before.known_on:
                # An older export that was added again: what it puts aside held until today.
                known_on = item.document.collected_at.date()
            new_states.append(_state(row, item.document.id, export, known_on))
            states[state_key(row)] = State(document_id=item.document.id, known_on=known_on)
        if new_states:
            connection.execute(row_state.insert(), new_states)
    return RowCounts(added=added, changed=changed, unchanged=len(batch) - added - changed)


def withdraw_rows(database: Database, withdrawn: Iterable[RowKey], export: Export, known_on: date) -> int:
    """Notes that these rows hold no longer; how many did until now."""
    listed = list(withdrawn)
    with database.write() as connection:
        states = last_states(connection, listed)
        new = [
            _state(r, None, export, known_on)
            for r in listed
            if (s := states.get(state_key(r))) and s.document_id
        ]
        if new:
            connection.execute(row_state.insert(), new)
    return len(new)


def rows_in_force(database: Database, name: str) -> tuple[RowInForce, ...]:
    """The rows of the data set of that name that hold, by key."""
    last = select(func.max(row_state.c.n)).where(row_state.c.name == name).group_by(row_state.c.key)
    holding = (row_state.c.document_id.is_not(None), row_state.c.n.in_(last))
    with database.read() as connection:
        found = connection.execute(select(row_state).where(*holding).order_by(row_state.c.key)).all()
    return tuple(
        RowInForce(
            row=RowKey(
                data_set=DataSet(r.data_set),
                name=r.name,
                key=r.key,
                country=r.country,
                kind=r.kind,
                day=r.day,
            ),
            export=Export(sha256=r.export, file=r.file),
        )
        for r in found
    )


def _reading(row: ReadRow) -> readings.NewReading:
    return readings.NewReading(
        document_id=row.document.id,
        text=row.document.text,
        reader=row.reader,
        reader_version=row.reader_version,
        outcome=row.statements,
    )


def _row_of(told: Document) -> RowKey:
    if told.row is None:
        raise SecondSourceError(told.id, "is no row of a data set.")
    return told.row


def _state(row: RowKey, document_id: str | None, export: Export, known_on: date) -> rows.Row:
    return {
        "data_set": row.data_set.value,
        "name": row.name,
        "key": rows.storable(row.key),
        "document_id": document_id,
        "export": export.sha256,
        "file": rows.storable(export.file),
        "country": row.country,
        "kind": row.kind,
        "day": row.day,
        "known_on": known_on,
    }
