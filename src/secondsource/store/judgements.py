"""What people decided, in order, and what of it is in force."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import exists, select

from secondsource.records import Judgement, JudgementKind
from secondsource.store import rows
from secondsource.store.database import Database
from secondsource.store.tables import judgement


def in_force(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Judgements that no later *undo* takes back, in the order given, without the undos themselves.

    An undo can be undone in turn, and then what it took back holds again.
    """
    undone: set[str] = set()
    standing = []
    for made in reversed(tuple(judgements)):
        if made.id in undone:
            continue
        if made.kind is JudgementKind.UNDO:
            undone.update(made.subjects)
        else:
            standing.append(made)
    return tuple(reversed(standing))


def rejected(judgements: Iterable[Judgement]) -> frozenset[str]:
    """Ids that a judgement in force rejects (for a document: withdraws)."""
    return frozenset(
        subject
        for made in in_force(judgements)
        if made.kind is JudgementKind.REJECT
        for subject in made.subjects
    )


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
