"""What people decided, in order."""

from __future__ import annotations

from sqlalchemy import exists, select

from secondsource.records import Judgement
from secondsource.store import rows
from secondsource.store.database import Database
from secondsource.store.tables import judgement


def add_judgement(database: Database, made: Judgement) -> bool:
    """Keeps a judgement; False if this very one is known."""
    with database.write() as connection:
        if connection.execute(select(exists().where(judgement.c.id == made.id))).scalar():
            return False
        connection.execute(judgement.insert().values(**rows.judgement_row(made)))
    return True


def list_judgements(database: Database) -> tuple[Judgement, ...]:
    """All judgements in the order they were made, undone ones too."""
    query = select(judgement.c.record).order_by(judgement.c.made_at, judgement.c.n)
    with database.read() as connection:
        return tuple(rows.from_json(Judgement, words) for words in connection.execute(query).scalars())
