"""The one sanctioned exception to append-only: a document's bytes and text go; hash, day and reason stay."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from sqlalchemy import select

from secondsource.store import derived, documents, rows, sqlite
from secondsource.store.database import Database, get_info, set_info
from secondsource.store.entries import Forgotten
from secondsource.store.tables import document, forgotten, raw, reading, statement

_LOG_HOLDS_FORGOTTEN = "log_holds_forgotten"


def forget(database: Database, document_id: str, why: str, who: str, at: datetime) -> tuple[Path, ...]:
    """Removes a document, its bytes, statements and words in the index, and all derived rows.

    Other documents made of the same bytes keep their text, but the bytes go. Copies of the case that were
    made before a migration still hold it; they are returned. Raises NotFoundError.
    """
    held = documents.get_document(database, document_id)
    with database.write() as connection:
        connection.execute(
            forgotten.insert().values(
                document_id=document_id,
                raw_sha256=held.raw_sha256,
                forgotten_at=rows.moment(at),
                why=rows.storable(why),
                who=rows.storable(who),
            )
        )
        # From here on the guards let through what belongs to this document, and nothing else.
        connection.execute(statement.delete().where(statement.c.document_id == document_id))
        connection.execute(reading.delete().where(reading.c.document_id == document_id))
        connection.execute(document.delete().where(document.c.id == document_id))
        connection.execute(raw.update().where(raw.c.sha256 == held.raw_sha256).values(bytes=None))
        derived.clear(connection)
        sqlite.drop_deleted_words(connection, "document", "statement")
        set_info(connection, _LOG_HOLDS_FORGOTTEN, "yes")
    finish(database)
    return tuple(sorted(database.path.parent.glob(f"{database.path.name}.before-*")))


def finish(database: Database) -> None:
    """Takes what was forgotten out of the write-ahead log too, if a kill or a reader has kept it there."""
    with database.read() as connection:
        if get_info(connection, _LOG_HOLDS_FORGOTTEN) != "yes":
            return
    if sqlite.empty_log(database.engine):
        with database.write() as connection:
            set_info(connection, _LOG_HOLDS_FORGOTTEN, "no")


def list_forgotten(database: Database) -> tuple[Forgotten, ...]:
    """What stays of forgotten documents, by the moment of forgetting."""
    order = (forgotten.c.forgotten_at, forgotten.c.document_id)
    with database.read() as connection:
        return tuple(
            Forgotten(
                document_id=row.document_id,
                raw_sha256=row.raw_sha256,
                at=rows.from_moment(row.forgotten_at),
                why=row.why,
                who=row.who,
            )
            for row in connection.execute(select(forgotten).order_by(*order))
        )
