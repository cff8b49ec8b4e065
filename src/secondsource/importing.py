"""Rows of one data set on their way into a case: read and kept in batches; what a later export lacks is withdrawn.

An export holds all rows of each country and kind of event that it has any of, between its first and its last day;
and all rows that an earlier file of its name brought. Of these what it lacks was dropped, and holds no longer, unless
it lacks more than it has again: then it is another selection.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from secondsource.collect import Collected, SkippedRow, fingerprint
from secondsource.reading import Reading, read_row
from secondsource.records import RowKey
from secondsource.store import Case, Export, ReadRow, RowInForce

_AT_ONCE = 500
"""Rows kept in one transaction."""
Stretch = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What became of the rows of one file. `skipped`: each reason with how many rows, and which was the first."""

    path: str
    data_set: str
    rows: int
    added: int
    changed: int
    unchanged: int
    withdrawn: int
    statements: int
    skipped: tuple[tuple[str, int, str], ...]
    other_selection: int = 0


@dataclass(slots=True)
class RowImport:
    """The import of one file into a case. Killed at any moment and run again, it ends the same: `export` tells what
    a killed run has kept of it from what was there before.
    """

    case: Case
    path: str
    known_on: date
    name: str = ""
    export: Export = field(init=False)
    size_bytes: int = field(init=False)
    _batch: list[tuple[Collected, Reading]] = field(default_factory=list)
    _skipped: Counter[str] = field(default_factory=Counter)
    _first_skipped: dict[str, str] = field(default_factory=dict)
    _counts: Counter[str] = field(default_factory=Counter)
    _keys: set[str] = field(default_factory=set)
    _stretches: set[Stretch] = field(default_factory=set)
    _first: date = date.max
    _last: date = date.min

    def __post_init__(self) -> None:
        sha256, self.size_bytes = fingerprint(self.path)
        self.export = Export(sha256=sha256, file=re.split(r"[\\/]", self.path)[-1])

    def take(self, item: Collected | SkippedRow) -> None:
        """One row more; keeps a batch when it is full."""
        self._counts["rows"] += 1
        if isinstance(item, SkippedRow):
            self._skip(item.reason, f"line {item.line}")
            return
        self._counts["bytes"] += len(item.raw)
        row = item.document.row
        assert row is not None
        self.name = row.name
        if row.key in self._keys:
            # Two rows of one id would supersede each other with every import; a spreadsheet rounds long ids so.
            self._skip("its id is that of an earlier row of this file", f"row {row.key}")
            return
        self._keys.add(row.key)
        if row.day is not None:
            self._stretches.add((row.country, row.kind))
            self._first, self._last = min(self._first, row.day), max(self._last, row.day)
        self._batch.append((item, read_row(item.document)))
        if len(self._batch) == _AT_ONCE:
            self._keep()

    @property
    def progress(self) -> tuple[int, int]:
        """How many rows are done and how many there may be, by the size of those so far."""
        rows, done = self._counts["rows"], self._counts["bytes"]
        return rows, max(rows, round(self.size_bytes * rows / done) if done else rows)

    def finish(self) -> ImportReport:
        """Keeps what is left, and withdraws what this export dropped."""
        self._keep()
        dropped, other = self._dropped()
        withdrawn = self.case.withdraw_rows(dropped, self.export, self.known_on)
        return ImportReport(
            path=self.path,
            data_set=self.name,
            rows=self._counts["rows"],
            added=self._counts["added"],
            changed=self._counts["changed"],
            unchanged=self._counts["unchanged"],
            withdrawn=withdrawn + self._counts["withdrawn"],
            statements=self._counts["statements"],
            skipped=tuple((why, n, self._first_skipped[why]) for why, n in self._skipped.most_common()),
            other_selection=other,
        )

    def _skip(self, reason: str, which: str) -> None:
        self._skipped[reason] += 1
        self._first_skipped.setdefault(reason, which)

    def _keep(self) -> None:
        told, silent = [], []
        for item, reading in self._batch:
            row = item.document.row
            assert row is not None
            if reading.not_read is not None:
                self._skip(reading.not_read, f"row {row.key}")
                silent.append(row)
                continue
            self._counts["statements"] += len(reading.statements)
            told.append(
                ReadRow(
                    document=item.document,
                    raw=item.raw,
                    reader=reading.reader,
                    reader_version=reading.reader_version,
                    statements=reading.statements,
                )
            )
        self._batch.clear()
        if told:
            counts = self.case.add_rows(told, self.export)
            self._counts.update(added=counts.added, changed=counts.changed, unchanged=counts.unchanged)
        if silent:
            # A row that told of an event before, and no longer does.
            self._counts["withdrawn"] += self.case.withdraw_rows(silent, self.export, self.known_on)

    def _dropped(self) -> tuple[list[RowKey], int]:
        """Rows in force that this export should hold and lacks, and how many it lacks as another selection."""
        before = [f for f in self.case.rows_in_force(self.name) if f.export.sha256 != self.export.sha256]
        dropped: dict[str, RowKey] = {}
        others: set[str] = set()
        for found in self._should_hold(before):
            lacking = {f.row.key: f.row for f in found if f.row.key not in self._keys}
            if len(lacking) <= len(found) - len(lacking):
                dropped |= lacking
            else:
                others |= lacking.keys()
        return list(dropped.values()), len(others - dropped.keys())

    def _should_hold(self, before: Sequence[RowInForce]) -> list[list[RowInForce]]:
        """The rows that an earlier file of this name brought, and those of each country and kind in these days."""
        by_stretch: dict[Stretch, list[RowInForce]] = {}
        for found in before:
            row, stretch = found.row, (found.row.country, found.row.kind)
            if stretch in self._stretches and row.day is not None and self._first <= row.day <= self._last:
                by_stretch.setdefault(stretch, []).append(found)
        return [[f for f in before if f.export.file == self.export.file], *by_stretch.values()]
