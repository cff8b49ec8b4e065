"""All that only SQLite has: connections with their PRAGMAs, append-only guards, full text, copies, checkpoints.

On another database this module is what one writes anew; the rest of the store is plain SQLAlchemy.
"""

# ruff: noqa: S608 - the names of tables and columns put into SQL here are this package's own

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, bindparam, create_engine, event, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from secondsource.errors import CaseError

APPLICATION_ID = 0x53536F75
"""Stands in the file's header, so that another program's SQLite file is told from a case."""

BUSY_TIMEOUT_S = 30.0
"""How long a writer waits for another one; replacing a large case's derived tables takes seconds."""

# FULL: a commit is on the disk when it returns. NORMAL would survive a kill as well, but not always a power
# cut, and a judgement or a document that was said to be kept must be (measured in the decision record).
# recursive_triggers: else INSERT OR REPLACE would slip past the guards. secure_delete: what is forgotten is
# overwritten. cell_size_check: a case may come from somebody else. (trusted_schema stays on: before 3.41 SQLite
# takes FTS5 in a trigger for unsafe; no function or extension of ours is there for a schema to misuse.)
_PRAGMAS = (
    "foreign_keys = ON",
    "recursive_triggers = ON",
    "secure_delete = ON",
    "synchronous = FULL",
    "cell_size_check = ON",
)
_MAGIC = b"SQLite format 3\x00"


def connect(path: Path, *, busy_timeout_s: float = BUSY_TIMEOUT_S) -> Engine:
    """An engine on an existing file. Writing transactions take the lock at once, so two never deadlock."""
    address = f"{path.resolve().as_uri()}?mode=rw"

    def open_connection() -> sqlite3.Connection:
        connection = sqlite3.connect(
            address, uri=True, timeout=busy_timeout_s, isolation_level=None, check_same_thread=False
        )
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        return connection

    engine = create_engine("sqlite://", creator=open_connection, poolclass=QueuePool)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def is_sqlite_file(path: Path) -> bool:
    """True if the file begins as SQLite files do."""
    with path.open("rb") as file:
        return file.read(len(_MAGIC)) == _MAGIC


def application_id(connection: Connection) -> int:
    """The application id in the file's header; 0 if nobody set one."""
    return int(connection.exec_driver_sql("PRAGMA application_id").scalar_one())


def mark_as_case(connection: Connection) -> None:
    """Sets the application id, as part of the transaction that runs."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def use_write_ahead_log(engine: Engine) -> None:
    """Readers never wait for a writer from here on; the file remembers it."""
    with engine.connect() as connection:
        cursor = connection.connection.cursor()
        cursor.execute("PRAGMA journal_mode = WAL")
        cursor.close()


def require_full_text() -> None:
    """Raises CaseError where this Python's SQLite lacks FTS5."""
    with closing(sqlite3.connect(":memory:")) as connection:
        try:
            connection.execute("CREATE VIRTUAL TABLE probe USING fts5(words)")
        except sqlite3.OperationalError as error:
            raise CaseError(
                f"SQLite {sqlite3.sqlite_version}",
                "this Python's SQLite has no full-text search (FTS5).",
                "Use the Python of python.org or of your system's packages.",
            ) from error


def copy_to(path: Path, target: Path) -> None:
    """A consistent copy of a case at `target`: all of it or nothing, also when killed half-way."""
    part = target.with_name(f"{target.name}.part")
    part.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(part)) as copy:
        source.backup(copy)
    os.replace(part, target)  # noqa: PTH105 - replaces on Windows too, as Path.replace does


def explain(path: Path, error: DBAPIError) -> CaseError | None:
    """What SQLite's error means to a user; None for an error that is ours."""
    if not isinstance(error.orig, sqlite3.Error):
        return None
    words = str(error.orig)
    for part, reason, advice in _MEANINGS:
        if part in words:
            return CaseError(str(path), reason, advice)
    return None


_MEANINGS = (
    (
        "locked",
        "another process is writing to this case, so nothing was changed.",
        "Wait until it has ended, then run the same command again.",
    ),
    (
        "readonly",
        "this case may not be written, so nothing was changed.",
        "Allow writing to the file and its folder, or work on a copy.",
    ),
    (
        "unable to open",
        "this case can't be opened.",
        "Check that the file and its folder may be read and written.",
    ),
    (
        "disk is full",
        "the disk is full; what was not yet kept is not in the case.",
        "Free some space and run again.",
    ),
    (
        "malformed",
        "this case is damaged.",
        "Restore a copy of it; or try `sqlite3 FILE .recover` and open what comes out.",
    ),
    ("not a database", "this is no case file.", "`secondsource init` makes one."),
)


# --- append-only guards -----------------------------------------------------------------------------------


def guard(table: str, *, unless: str = "0", on_update: str = "0") -> tuple[str, ...]:
    """Triggers that refuse DELETE unless the condition `unless` holds of the old row, and UPDATE unless
    `on_update` does."""
    return tuple(
        f"CREATE TRIGGER {table}_keeps_on_{verb.lower()} BEFORE {verb} ON {table} WHEN NOT ({condition}) "
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        for verb, condition in (("UPDATE", on_update), ("DELETE", unless))
    )


OF_FORGOTTEN_DOCUMENT = "EXISTS (SELECT 1 FROM forgotten WHERE document_id = OLD.{column})"
BYTES_OF_FORGOTTEN = (
    "NEW.bytes IS NULL AND NEW.sha256 = OLD.sha256 AND NEW.size_bytes = OLD.size_bytes "
    "AND EXISTS (SELECT 1 FROM forgotten WHERE raw_sha256 = OLD.sha256)"
)


# --- full text --------------------------------------------------------------------------------------------


def full_text(table: str, *columns: str) -> tuple[str, ...]:
    """An FTS5 index `TABLE_words` over columns of a table, kept in step by triggers; the words stand once."""
    names = ", ".join(columns)
    new, old = (", ".join(f"{row}.{c}" for c in columns) for row in ("NEW", "OLD"))
    index = f"{table}_words"
    return (
        f"CREATE VIRTUAL TABLE {index} USING fts5({names}, content='{table}', content_rowid='n', "
        "tokenize='unicode61 remove_diacritics 2')",
        f"CREATE TRIGGER {index}_insert AFTER INSERT ON {table} "
        f"BEGIN INSERT INTO {index}(rowid, {names}) VALUES (NEW.n, {new}); END",
        f"CREATE TRIGGER {index}_delete AFTER DELETE ON {table} "
        f"BEGIN INSERT INTO {index}({index}, rowid, {names}) VALUES ('delete', OLD.n, {old}); END",
    )


def find_rows(connection: Connection, table: str, query: str) -> list[int]:
    """`n` of the rows that match an FTS5 query, best first (BM25)."""
    index = f"{table}_words"
    found = connection.execute(
        text(f"SELECT rowid FROM {index} WHERE {index} MATCH :query ORDER BY rank, rowid"),
        {"query": query},
    )
    return [int(n) for n in found.scalars()]


def find_rows_of(connection: Connection, table: str, query: str, document_ids: list[str]) -> list[int]:
    """`n` of the rows of these documents that match an FTS5 query."""
    index = f"{table}_words"
    words = text(
        f"SELECT t.n FROM {index} JOIN {table} AS t ON t.n = {index}.rowid "
        f"WHERE {index} MATCH :query AND t.document_id IN :documents"
    ).bindparams(bindparam("documents", expanding=True))
    return [int(n) for n in connection.execute(words, {"query": query, "documents": document_ids}).scalars()]


def mark_words(connection: Connection, table: str, column: int, n: int, query: str, mark: str) -> str:
    """The words of one row's column with `mark` before and after each phrase that matched."""
    index = f"{table}_words"
    marked: Any = connection.execute(
        text(
            f"SELECT highlight({index}, :column, :mark, :mark) FROM {index} "
            f"WHERE {index} MATCH :query AND rowid = :n"
        ),
        {"column": column, "mark": mark, "query": query, "n": n},
    ).scalar_one()
    return str(marked or "")


def drop_deleted_words(connection: Connection, *tables: str) -> None:
    """Merges the indexes, so that words of deleted rows are gone from them and not only hidden."""
    for table in tables:
        connection.exec_driver_sql(f"INSERT INTO {table}_words({table}_words) VALUES ('optimize')")


def empty_log(engine: Engine) -> bool:
    """Moves the write-ahead log into the file and truncates it; False if a reader kept it from that."""
    with engine.connect() as connection:
        cursor = connection.connection.cursor()
        busy = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        cursor.close()
    return not busy
