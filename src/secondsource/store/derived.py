"""The derived tables: replaced as a whole, read back, hashed, and told whether they are up to date."""

from __future__ import annotations

import hashlib
from typing import Any

from sqlalchemy import Connection, select

from secondsource import __version__, codec
from secondsource.errors import CaseError
from secondsource.records import Derived
from secondsource.store import actors, documents, judgements, places, readings, rows
from secondsource.store.database import Database, get_info, set_info

_INPUTS, _VERSION = "derived_inputs", "derived_version"


def replace_derived(database: Database, derived: Derived, inputs_digest: str) -> None:
    """Puts `derived` in the place of all derived rows, or nothing; it was made of what `inputs_digest` names."""
    made = [(part.table, _rows(part, getattr(derived, part.field))) for part in rows.DERIVED]
    with database.write() as connection:
        clear(connection)
        for table, new in made:
            if new:
                connection.execute(table.insert(), new)
        set_info(connection, _INPUTS, inputs_digest)
        set_info(connection, _VERSION, __version__)


def clear(connection: Connection) -> None:
    """Drops all derived rows within a transaction; they are no longer current."""
    for part in rows.DERIVED:
        connection.execute(part.table.delete())
    set_info(connection, _INPUTS, "")
    set_info(connection, _VERSION, "")


def get_derived(database: Database) -> Derived | None:
    """What was derived last, in the order it was given; None if nothing was, or by another version."""
    with database.read() as connection:
        if get_info(connection, _VERSION) != __version__:
            return None
        found: dict[str, Any] = {}
        for part in rows.DERIVED:
            words = connection.execute(select(part.table.c.record).order_by(part.table.c.n)).scalars()
            try:
                found[part.field] = tuple(rows.from_json(part.kind, w) for w in words)
            except (KeyError, TypeError, ValueError) as error:
                raise CaseError(
                    str(database.path),
                    f"its table {part.table.name} holds a row that this version can't read.",
                    "Run `secondsource rebuild`; nothing that came in is lost.",
                ) from error
    return Derived(**found)


def is_current(database: Database) -> bool:
    """True if the derived tables were made of exactly what is in the case now, by this version."""
    with database.read() as connection:
        made_of = get_info(connection, _INPUTS)
    return bool(made_of) and made_of == inputs_digest(database)


def inputs_digest(database: Database) -> str:
    """A hash of all that derived rows depend on: documents in force, statements, judgements, places, version."""
    return _hash(
        codec.canonical_json(
            (
                documents.ids_in_force(database),
                readings.statement_ids_in_force(database),
                tuple(sorted(j.id for j in judgements.list_judgements(database))),
                places.entry_ids(database),
                *((found,) if (found := actors.entry_ids(database)) else ()),
                __version__,
            )
        )
    )


def digest(database: Database) -> str:
    """A hash of the sorted derived rows: equal for equal inputs, whatever the machine or the order of adding."""
    total = hashlib.sha256()
    with database.read() as connection:
        for part in rows.DERIVED:
            words = connection.execute(select(part.table.c.record)).scalars().all()
            total.update(f"{part.table.name} {len(words)}\n".encode())
            for line in sorted(w.encode() for w in words):
                total.update(line + b"\n")
    return f"sha256:{total.hexdigest()}"


def _rows(part: rows.DerivedTable, records: tuple[Any, ...]) -> list[rows.Row]:
    return [{"n": n, **part.keys(r), "record": rows.to_json(r)} for n, r in enumerate(records)]


def _hash(words: bytes) -> str:
    return f"sha256:{hashlib.sha256(words).hexdigest()}"
