"""Which rows of data sets hold: the last state that an import noted of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, select

from secondsource.records import RowKey
from secondsource.store import rows
from secondsource.store.database import Database
from secondsource.store.tables import row_state

AT_ONCE = 500
"""Values of one IN list; SQLite takes some thousands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """The document that tells a row, None where it was withdrawn, and the day by which that was public."""

    document_id: str | None
    known_on: date


def superseded_ids(database: Database, as_of: date | None = None) -> frozenset[str]:
    """Documents of rows that a later import changed or withdrew; with `as_of`, by what was public then."""
    last = select(func.max(row_state.c.n)).group_by(row_state.c.name, row_state.c.key)
    if as_of is not None:
        last = last.where(row_state.c.known_on <= as_of)
    every = select(row_state.c.document_id).where(row_state.c.document_id.is_not(None)).distinct()
    holding = select(row_state.c.document_id).where(row_state.c.n.in_(last))
    with database.read() as connection:
        found = frozenset(connection.execute(every).scalars())
        return found - frozenset(connection.execute(holding).scalars()) if found else found


def state_key(row: RowKey) -> tuple[str, str]:
    """What tells a row from all others: the name of its data set and its id there."""
    return row.name, rows.storable(row.key)


def last_states(connection: Connection, wanted: Sequence[RowKey]) -> dict[tuple[str, str], State]:
    """The last state of each row that there was one of."""
    found: dict[tuple[str, str], State] = {}
    for name in sorted({r.name for r in wanted}):
        keys = sorted({state_key(r)[1] for r in wanted if r.name == name})
        for at in range(0, len(keys), AT_ONCE):
            of = (row_state.c.name == name, row_state.c.key.in_(keys[at : at + AT_ONCE]))
            columns = (row_state.c.key, row_state.c.document_id, row_state.c.known_on)
            for key, document_id, known_on in connection.execute(
                select(*columns).where(*of).order_by(row_state.c.n)
            ):
                found[name, key] = State(document_id=document_id, known_on=known_on)
    return found
