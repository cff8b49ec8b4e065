"""One case's database: transactions for reading and for writing, with errors in the user's words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, select
from sqlalchemy.exc import DBAPIError

from secondsource.store import sqlite
from secondsource.store.tables import case_info


@dataclass(frozen=True, slots=True, kw_only=True)
class Database:
    """Where a case lives and how to reach it."""

    path: Path
    engine: Engine

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction that sees one state of the case, whatever others write meanwhile."""
        with self.explained(), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that is kept as a whole, or not at all if anything is raised or the process dies."""
        with (
            self.explained(),
            self.engine.connect().execution_options(writes=True) as connection,
            connection.begin(),
        ):
            yield connection

    @contextmanager
    def explained(self) -> Iterator[None]:
        """Turns the database's errors into the user's words."""
        try:
            yield
        except DBAPIError as error:
            meaning = sqlite.explain(self.path, error)
            if meaning is None:
                raise
            raise meaning from error


def get_info(connection: Connection, key: str) -> str | None:
    """A fact about the case file itself."""
    return connection.execute(select(case_info.c.value).where(case_info.c.key == key)).scalar()


def set_info(connection: Connection, key: str, value: str) -> None:
    """Replaces a fact about the case file itself."""
    connection.execute(case_info.delete().where(case_info.c.key == key))
    connection.execute(case_info.insert().values(key=key, value=value))
