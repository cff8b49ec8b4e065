"""Making and opening a case file, with every way that it can go wrong told in the user's words."""

from __future__ import annotations

import os
from pathlib import Path

from sqlalchemy import Connection, inspect

from secondsource import __version__
from secondsource.errors import CaseError
from secondsource.store import forgetting, schema, sqlite
from secondsource.store.database import Database, get_info, set_info
from secondsource.store.tables import HEAD

_OPENED_BY = "last_opened_by"


def create(path: Path, *, busy_timeout_s: float = sqlite.BUSY_TIMEOUT_S) -> Database:
    """A new case at `path`. Made in one transaction: killed before its end, `create` can simply run again."""
    sqlite.require_full_text()
    if path.is_dir() or not path.parent.is_dir():
        raise CaseError(str(path), "a case is a file in a folder that exists.", "Name another place.")
    if path.exists() and path.stat().st_size > 0 and not _is_unfinished(path, busy_timeout_s):
        raise CaseError(
            str(path), "is there already, so nothing was changed.", "Name another file, or add to this case."
        )
    try:
        path.touch()
    except OSError as error:
        reason = error.strerror or str(error)
        raise CaseError(str(path), f"can't be made here: {reason}.", "Name another place.") from error
    database = _database(path, busy_timeout_s)
    with database.explained():
        sqlite.use_write_ahead_log(database.engine)
    with database.write() as connection:
        if _is_blank(connection):
            schema.upgrade(connection)
            set_info(connection, _OPENED_BY, __version__)
            sqlite.mark_as_case(connection)
    return database


def open_existing(path: Path, *, busy_timeout_s: float = sqlite.BUSY_TIMEOUT_S) -> Database:
    """The case at `path`, brought to this version's schema after a copy of it was made."""
    _require_case_file(path)
    database = _database(path, busy_timeout_s)
    try:
        _bring_up_to_date(database)
        forgetting.finish(database)
    except BaseException:
        database.engine.dispose()
        raise
    return database


def backup_path(path: Path) -> Path:
    """Where the copy lies that was made before this version changed the schema."""
    return path.with_name(f"{path.name}.before-{__version__}")


def _bring_up_to_date(database: Database) -> None:
    with database.read() as connection:
        if _is_blank(connection):
            raise CaseError(
                str(database.path), "was begun and never finished.", "`secondsource init` finishes it."
            )
        if sqlite.application_id(connection) != sqlite.APPLICATION_ID:
            raise _no_case(database.path)
        found, opened_by = schema.revision_of(connection), get_info(connection, _OPENED_BY)
    if found != HEAD:
        if found is None or not schema.is_known(found):
            raise _newer(database.path, opened_by)
        sqlite.copy_to(database.path, backup_path(database.path))
        _migrate(database)
    elif opened_by != __version__:
        with database.write() as connection:
            set_info(connection, _OPENED_BY, __version__)


def _migrate(database: Database) -> None:
    with database.write() as connection:
        # Another process may have been faster while this one waited for the lock.
        if schema.revision_of(connection) != HEAD:
            schema.upgrade(connection)
        set_info(connection, _OPENED_BY, __version__)


def _database(path: Path, busy_timeout_s: float) -> Database:
    return Database(path=path, engine=sqlite.connect(path, busy_timeout_s=busy_timeout_s))


def _require_case_file(path: Path) -> None:
    if not path.exists():
        raise CaseError(str(path), "there is no such case.", f"`secondsource init {path}` makes it.")
    if path.is_dir():
        raise CaseError(str(path), "is a folder, not a case file.", "Name the case file in it.")
    if not os.access(path, os.R_OK | os.W_OK):
        raise CaseError(str(path), "may not be read and written.", "Change its permissions, or use a copy.")
    if path.stat().st_size > 0 and not sqlite.is_sqlite_file(path):
        raise _no_case(path)


def _is_unfinished(path: Path, busy_timeout_s: float) -> bool:
    """True if `create` was killed here before it had made anything."""
    if not sqlite.is_sqlite_file(path):
        return False
    database = _database(path, busy_timeout_s)
    try:
        with database.read() as connection:
            return _is_blank(connection)
    finally:
        database.engine.dispose()


def _is_blank(connection: Connection) -> bool:
    return sqlite.application_id(connection) == 0 and not inspect(connection).get_table_names()


def _no_case(path: Path) -> CaseError:
    return CaseError(
        str(path),
        "is no case file, so nothing was changed.",
        f"Name the case file, or make a new one: `secondsource init {path.with_suffix('.db')}`."
        if path.suffix != ".db"
        else "Name the case file, or make one with `secondsource init` at another place.",
    )


def _newer(path: Path, opened_by: str | None) -> CaseError:
    backup = f"{path.name}.before-{opened_by}"
    return CaseError(
        path.name,
        f"was last opened by version {opened_by or 'unknown'} and this is {__version__}; nothing was changed.",
        f"Upgrade secondsource, or restore {backup}.",
    )
