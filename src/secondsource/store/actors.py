"""Actors that the user listed for this case."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import exists, select

from secondsource.records import KnownActor
from secondsource.store import rows
from secondsource.store.database import Database
from secondsource.store.tables import actor_entry


def add_known_actors(database: Database, actors: Iterable[KnownActor]) -> int:
    """Keeps listed actors, all or nothing; how many were new.

    An entry for an actor that is there already takes its place from now on; the old row stays stored.
    """
    added = 0
    with database.write() as connection:
        for actor in actors:
            row = rows.known_actor_row(actor)
            if connection.execute(select(exists().where(actor_entry.c.id == row["id"]))).scalar():
                continue
            connection.execute(actor_entry.insert().values(**row))
            added += 1
    return added


def list_known_actors(database: Database) -> tuple[KnownActor, ...]:
    """The newest entry of each listed actor, in order of keys."""
    with database.read() as connection:
        found = connection.execute(select(actor_entry.c.record).order_by(actor_entry.c.n)).scalars().all()
    newest = {a.key: a for a in (rows.from_json(KnownActor, words) for words in found)}
    return tuple(newest[key] for key in sorted(newest))


def entry_ids(database: Database) -> tuple[str, ...]:
    """Hashes of what `list_known_actors` gives, sorted."""
    return tuple(sorted(rows.known_actor_row(a)["id"] for a in list_known_actors(database)))
