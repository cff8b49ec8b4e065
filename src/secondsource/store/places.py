"""Gazetteer rows that the user added to this case."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import exists, select

from secondsource.records import Place
from secondsource.store import rows
from secondsource.store.database import Database
from secondsource.store.tables import place_entry

Entry = tuple[Place, tuple[str, ...]]


def add_places(database: Database, entries: Iterable[Entry]) -> int:
    """Keeps places with their other names, all or nothing; how many were new.

    An entry for a place that is there already takes its place from now on; the old row stays stored.
    """
    added = 0
    with database.write() as connection:
        for place, names in entries:
            row = rows.place_row(place, names)
            if connection.execute(select(exists().where(place_entry.c.id == row["id"]))).scalar():
                continue
            connection.execute(place_entry.insert().values(**row))
            added += 1
    return added


def list_places(database: Database) -> tuple[Entry, ...]:
    """The newest entry of each place, in order of place ids."""
    with database.read() as connection:
        found = connection.execute(select(place_entry).order_by(place_entry.c.n)).mappings().all()
    newest = {row["place_id"]: rows.place_from(row) for row in found}
    return tuple(newest[place_id] for place_id in sorted(newest))


def entry_ids(database: Database) -> tuple[str, ...]:
    """Hashes of what `list_places` gives, sorted."""
    return tuple(sorted(rows.place_row(place, names)["id"] for place, names in list_places(database)))
