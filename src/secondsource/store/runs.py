"""Runs of commands on a case, and what could not be collected in them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import select

from secondsource import __version__
from secondsource.store import rows
from secondsource.store.database import Database
from secondsource.store.entries import Failure, Run
from secondsource.store.tables import failure, run, run_end


def start_run(database: Database, command: str, at: datetime) -> int:
    """Notes that a command began; the number that `finish_run` wants."""
    begun = run.insert().values(command=rows.storable(command), version=__version__, started=rows.moment(at))
    with database.write() as connection:
        return int(connection.execute(begun.returning(run.c.n)).scalar_one())


def finish_run(database: Database, run_id: int, at: datetime, counts: Mapping[str, int]) -> None:
    """Notes that a run came to its end, and what it counted."""
    words = json.dumps(dict(counts), sort_keys=True)
    with database.write() as connection:
        connection.execute(run_end.insert().values(run_n=run_id, ended=rows.moment(at), counts=words))


def list_runs(database: Database) -> tuple[Run, ...]:
    """All runs in the order they began; one without an end was cut off or is still going on."""
    query = select(run, run_end.c.ended, run_end.c.counts).outerjoin(run_end).order_by(run.c.n)
    with database.read() as connection:
        return tuple(
            Run(
                id=row.n,
                command=row.command,
                version=row.version,
                started=rows.from_moment(row.started),
                ended=rows.from_moment(row.ended) if row.ended is not None else None,
                counts=tuple(json.loads(row.counts).items()) if row.counts is not None else (),
            )
            for row in connection.execute(query)
        )


def add_failure(database: Database, path: str, reason: str, at: datetime, run_id: int | None) -> None:
    """Notes what could not be collected and why."""
    row = {
        "run_n": run_id,
        "failed_at": rows.moment(at),
        "path": rows.storable(path),
        "reason": rows.storable(reason),
    }
    with database.write() as connection:
        connection.execute(failure.insert().values(**row))


def list_failures(database: Database) -> tuple[Failure, ...]:
    """All that could not be collected, in the order it was tried."""
    with database.read() as connection:
        return tuple(
            Failure(run_id=row.run_n, at=rows.from_moment(row.failed_at), path=row.path, reason=row.reason)
            for row in connection.execute(select(failure).order_by(failure.c.n))
        )
