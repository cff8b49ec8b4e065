"""Rows of one data set on their way into a case: read and kept in batches; what a later export lacks is withdrawn.

An export is taken to be whole for each country and kind of event that it holds, between its first and last day there.
Rows of earlier exports that lie in such a stretch and aren't in it were dropped, and hold no longer, unless most of
that stretch is lacking: then the export is another selection.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from secondsource.collect import Collected, SkippedRow, fingerprint
from secondsource.reading import Reading, read_row
from secondsource.records import RowKey
from secondsource.store import Case, ReadRow

_AT_ONCE = 500
"""Rows kept in one transaction."""
Stretch = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What became of the rows of one file. `skipped`: reasons with how many rows and the first line, if known."""

    path: str
    data_set: str
    rows: int
    added: int
    changed: int
    unchanged: int
    withdrawn: int
    statements: int
    skipped: tuple[tuple[str, int], ...]
    other_selection: int = 0


@dataclass(slots=True)
class RowImport:
    """The import of one file into a case. Killed at any moment and run again, it ends the same.

    `export` tells the file from all others, so that what a killed run has kept of it isn't taken for another's.
    """

    case: Case
    path: str
    known_on: date
    name: str = ""
    export: str = field(init=False)
    size_bytes: int = field(init=False)
    _batch: list[tuple[Collected, Reading]] = field(default_factory=list)
    _skipped: Counter[str] = field(default_factory=Counter)
    _counts: Counter[str] = field(default_factory=Counter)
    _keys: set[str] = field(default_factory=set)
    _days: dict[Stretch, tuple[date, date]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.export, self.size_bytes = fingerprint(self.path)

    def take(self, item: Collected | SkippedRow) -> None:
        """One row more; keeps a batch when it is full."""
        self._counts["rows"] += 1
        if isinstance(item, SkippedRow):
            self._skipped[item.reason] += 1
            return
        self._counts["bytes"] += len(item.raw)
        row = item.document.row
        assert row is not None
        self.name = row.name
        self._keys.add(row.key)
        if row.day is not None:
            first, last = self._days.get(_stretch(row), (row.day, row.day))
            self._days[_stretch(row)] = min(first, row.day), max(last, row.day)
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
            skipped=tuple(self._skipped.most_common()),
            other_selection=other,
        )

    def _keep(self) -> None:
        told, silent = [], []
        for item, reading in self._batch:
            row = item.document.row
            assert row is not None
            if reading.not_read is not None:
                self._skipped[reading.not_read] += 1
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
        kept: Counter[Stretch] = Counter()
        lacking: dict[Stretch, list[RowKey]] = {}
        for found in self.case.rows_in_force(self.name):
            row = found.row
            days = self._days.get(_stretch(row))
            if days is None or row.day is None or not days[0] <= row.day <= days[1]:
                continue
            if row.key in self._keys:
                if found.export == self.export:
                    continue  # new with this export
                kept[_stretch(row)] += 1
            else:
                lacking.setdefault(_stretch(row), []).append(row)
        dropped = [r for stretch, rows in lacking.items() if len(rows) <= kept[stretch] for r in rows]
        return dropped, sum(map(len, lacking.values())) - len(dropped)


def _stretch(row: RowKey) -> Stretch:
    return row.country, row.kind
