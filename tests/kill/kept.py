"""What a case file holds, read without the store: rows to compare, the step a killed run was in, its health."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

# What legitimately differs between two runs: the order of arrival, the clock, and the runs themselves.
_TABLES = ("raw", "document", "reading", "statement", "judgement", "place_entry", "failure", "forgotten")
_LEFT_OUT = frozenset({"n", "reading_n", "run_n", "failed_at"})
_CLOCK = "collected_at"


class Step(StrEnum):
    """What a run was doing when it was killed."""

    COLLECT = "collect"
    READ = "read"
    DERIVE = "derive"
    EXIT = "exit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a run has come, told from the case file alone."""

    documents: int
    readings: int
    is_derived: bool

    def step(self, documents: int) -> Step:
        """The step that this state belongs to, if there are that many documents in all."""
        if self.documents < documents:
            return Step.COLLECT
        if self.readings < documents:
            return Step.READ
        return Step.EXIT if self.is_derived else Step.DERIVE


def progress_of(case: Path) -> Progress:
    """How far the run on this case has come; may be asked while it goes on."""
    with closing(sqlite3.connect(f"{case.as_uri()}?mode=ro", uri=True)) as connection:
        counts = [
            connection.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in ("document", "reading")
        ]
        derived = connection.execute("SELECT value FROM case_info WHERE key = 'derived_inputs'").fetchone()
    return Progress(documents=counts[0], readings=counts[1], is_derived=bool(derived and derived[0]))


def kept_rows(case: Path) -> dict[str, list[tuple[Any, ...]]]:
    """All append-only rows by table, in an order that doesn't depend on when they came."""
    with closing(sqlite3.connect(case)) as connection:
        connection.row_factory = sqlite3.Row
        rows = {
            table: [_comparable(row) for row in connection.execute(f"SELECT * FROM {table}")]
            for table in _TABLES
        }
    # What fails in a run that is killed fails again in the next, and each says so.
    rows["failure"] = list(set(rows["failure"]))
    return {table: sorted(found, key=repr) for table, found in rows.items()}


def complaints(case: Path, folder: Path) -> list[str]:
    """What is wrong with a case that a killed run left behind; looked at in a copy, so that nothing is mended."""
    folder.mkdir()
    copy = folder / case.name
    for suffix in ("", "-wal"):
        part = case.with_name(case.name + suffix)
        if part.exists():
            shutil.copyfile(part, copy.with_name(copy.name + suffix))
    with closing(sqlite3.connect(copy)) as connection:
        found = [r[0] for r in connection.execute("PRAGMA integrity_check") if r[0] != "ok"]
        found += [f"foreign key: {tuple(r)}" for r in connection.execute("PRAGMA foreign_key_check")]
        for index in ("document_words", "statement_words"):
            connection.execute(f"INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)")
        for what, query in _HALF_KEPT.items():
            found += [f"{what}: {tuple(row)}" for row in connection.execute(query)]
    shutil.rmtree(folder)
    return found


_HALF_KEPT = {
    "document without bytes": (
        "SELECT d.id FROM document d LEFT JOIN raw r ON r.sha256 = d.raw_sha256 WHERE r.bytes IS NULL"
    ),
    "bytes without document": (
        "SELECT r.sha256 FROM raw r LEFT JOIN document d ON r.sha256 = d.raw_sha256 WHERE d.id IS NULL"
    ),
    "reading with other statements than it counts": (
        "SELECT r.n, r.statement_count, count(s.n) FROM reading r LEFT JOIN statement s ON s.reading_n = r.n "
        "GROUP BY r.n HAVING coalesce(r.statement_count, 0) <> count(s.n)"
    ),
}


def _comparable(row: sqlite3.Row) -> tuple[Any, ...]:
    return tuple((name, _without_clock(name, row[name])) for name in row.keys() if name not in _LEFT_OUT)  # noqa: SIM118


def _without_clock(name: str, value: Any) -> Any:
    if name != "record":
        return value
    record = json.loads(value)
    record.pop(_CLOCK, None)
    return json.dumps(record, sort_keys=True)
