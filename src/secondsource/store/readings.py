"""Readings of documents and the statements they gave; new ones are added beside the old."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, RowMapping, exists, select, tuple_

from secondsource.errors import SecondSourceError
from secondsource.records import Statement
from secondsource.store import documents, rows
from secondsource.store.database import Database
from secondsource.store.entries import Reading
from secondsource.store.tables import reading, statement

_BATCH = 1000
_NUMBER = re.compile(r"(\d+)")


def add_reading(
    database: Database, document_id: str, reader: str, reader_version: str, outcome: Sequence[Statement] | str
) -> bool:
    """Keeps what a reader found in a document, or the reason why it wasn't read, all or nothing.

    False if this version of the reader has read it before; then nothing is added.
    """
    with database.write() as connection:
        text = documents.require_case_holds(connection, document_id)
        is_known = exists().where(
            reading.c.document_id == document_id,
            reading.c.reader == reader,
            reading.c.reader_version == reader_version,
        )
        made = NewReading(
            document_id=document_id,
            text=text,
            reader=reader,
            reader_version=reader_version,
            outcome=outcome,
        )
        if connection.execute(select(is_known)).scalar():
            return False
        insert_readings(connection, [made])
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class NewReading:
    """What a reader found in the document of that text, or why it wasn't read.

    Raises SecondSourceError for what would be evidence of nothing: another document's, another reader's statements,
    words beyond the text.
    """

    document_id: str
    text: str
    reader: str
    reader_version: str
    outcome: Sequence[Statement] | str

    def __post_init__(self) -> None:
        whose = (self.document_id, self.reader, self.reader_version)
        for told in self.statements:
            if (told.document_id, told.reader, told.reader_version) != whose:
                raise SecondSourceError(
                    told.id, f"isn't what {self.reader} {self.reader_version} says of {self.document_id}."
                )
            if told.span.end > len(self.text):
                raise SecondSourceError(
                    told.id,
                    f"its words end at {told.span.end}, but {self.document_id} has {len(self.text)} code points.",
                )

    @property
    def statements(self) -> Sequence[Statement]:
        """The statements found; none where it wasn't read."""
        return () if isinstance(self.outcome, str) else self.outcome


def insert_readings(connection: Connection, made: Sequence[NewReading]) -> None:
    """Keeps readings of documents that are kept, none of which is known, within a transaction."""
    if not made:
        return
    numbered = reading.insert().returning(reading.c.n, sort_by_parameter_order=True)
    told = [
        rows.statement_row(s, n, one.text[s.span.start : s.span.end])
        for one, n in zip(
            made, connection.execute(numbered, [_reading_row(m) for m in made]).scalars(), strict=True
        )
        for s in one.statements
    ]
    if told:
        connection.execute(statement.insert(), told)


def _reading_row(made: NewReading) -> rows.Row:
    has_reason = isinstance(made.outcome, str)
    return {
        "document_id": made.document_id,
        "reader": made.reader,
        "reader_version": made.reader_version,
        "statement_count": None if has_reason else len(made.outcome),
        "reason": made.outcome if has_reason else None,
    }


def list_statements(
    database: Database, as_of: date | None = None, *, include_withdrawn: bool = False
) -> Iterator[Statement]:
    """Statements of the newest reading of each document in force, by document and place in the text."""
    newest = _newest(database)
    in_force = None if include_withdrawn else frozenset(documents.ids_in_force(database, as_of))
    wanted = {
        n for n, r in newest.items() if r.reason is None and (in_force is None or r.document_id in in_force)
    }
    order = (statement.c.document_id, statement.c.start_at, statement.c.end_at, statement.c.id)
    columns = (statement.c.record, statement.c.reading_n, *order)
    last: RowMapping | None = None
    while True:
        query = select(*columns).order_by(*order).limit(_BATCH)
        if last is not None:
            query = query.where(tuple_(*order) > tuple_(*(last[c.name] for c in order)))
        with database.read() as connection:
            found = connection.execute(query).mappings().all()
        for row in found:
            if row["reading_n"] in wanted:
                yield rows.from_json(Statement, row["record"])
        if len(found) < _BATCH:
            return
        last = found[-1]


def list_readings(database: Database) -> tuple[Reading, ...]:
    """The newest reading of each document in force, in order of document ids."""
    in_force = frozenset(documents.ids_in_force(database))
    newest = (r for r in _newest(database).values() if r.document_id in in_force)
    return tuple(sorted(newest, key=lambda r: r.document_id))


def newest_numbers(database: Database) -> frozenset[int]:
    """Numbers of the newest reading of each document, withdrawn ones too."""
    return frozenset(_newest(database))


def all_readings(database: Database) -> tuple[Reading, ...]:
    """Every reading ever kept, in the order they were made."""
    with database.read() as connection:
        found = connection.execute(select(reading).order_by(reading.c.n)).mappings().all()
    return tuple(_reading_from(row) for row in found)


def statement_ids_in_force(database: Database) -> tuple[str, ...]:
    """Ids of what `list_statements` gives, sorted; cheap beside the statements themselves."""
    newest = _newest(database)
    in_force = frozenset(documents.ids_in_force(database))
    wanted = {n for n, r in newest.items() if r.reason is None and r.document_id in in_force}
    with database.read() as connection:
        found = connection.execute(select(statement.c.id, statement.c.reading_n)).all()
    return tuple(sorted(i for i, n in found if n in wanted))


def _newest(database: Database) -> dict[int, Reading]:
    """For each document the reading that counts, by its number.

    A reading with statements (or none found) beats a reason; among readers the one used last; of that reader
    the highest version, so that a colleague with an older version doesn't undo a newer reading; of that version
    the one read last, since whoever reads again with another model wants that one.
    """
    with database.read() as connection:
        found = connection.execute(select(reading).order_by(reading.c.n)).mappings().all()
    by_document: dict[str, list[tuple[int, Reading]]] = {}
    for row in found:
        entry = _reading_from(row)
        by_document.setdefault(entry.document_id, []).append((row["n"], entry))
    return dict(_pick(entries) for entries in by_document.values())


def _reading_from(row: RowMapping) -> Reading:
    return Reading(
        document_id=row["document_id"],
        reader=row["reader"],
        reader_version=row["reader_version"],
        statement_count=row["statement_count"],
        reason=row["reason"],
    )


def _pick(entries: Iterable[tuple[int, Reading]]) -> tuple[int, Reading]:
    candidates = list(entries)
    read = [(n, r) for n, r in candidates if r.reason is None] or candidates
    _, last = max(read, key=lambda e: e[0])
    same_reader = [(n, r) for n, r in read if r.reader == last.reader]
    return max(same_reader, key=lambda e: (version_key(e[1].reader_version), e[0]))


def version_key(version: str) -> tuple[tuple[int, str], ...]:
    """Orders versions by their numbers: "1.10" comes after "1.9".

    What stands after a "+" (which model it reads with) has no order: equal versions.

    >>> sorted(["1.10", "1.9", "1.9.1"], key=version_key)
    ['1.9', '1.9.1', '1.10']
    """
    parts = _NUMBER.split(version.partition("+")[0])
    return tuple((int(p), "") if p.isdigit() else (-1, p) for p in parts if p.strip("."))
