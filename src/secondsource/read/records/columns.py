"""The cells of a row by the name of their column, each with where it stands in the document's text.

The text is what the import wrote: `NAME KEY`, then one line a column that isn't empty, `column: value`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from secondsource.collect.event_rows.gdelt import MENTION
from secondsource.records import RowKey, Span

_PARTED = ": "
# The longest list of sources in 1,000 rows of UCDP GED has 38; each makes a statement with all of the row.
_MOST_PARTS = 200


class Cell(NamedTuple):
    """Words of the text and the offset at which they start; a tuple, since a row makes dozens of them."""

    words: str
    start: int

    @property
    def end(self) -> int:
        """The offset behind the last word."""
        return self.start + len(self.words)

    @property
    def span(self) -> Span:
        """Where the words stand."""
        return Span(start=self.start, end=self.start + len(self.words))

    def part(self, start: int, end: int) -> Cell:
        """The words from `start` to `end` within the cell, without blanks around them."""
        words = self.words[start:end]
        bare = words.lstrip()
        return Cell(bare.rstrip(), self.start + start + len(words) - len(bare))

    def parts(self, parting: re.Pattern[str]) -> list[Cell]:
        """The parts between what `parting` matches, without those that are blank; the first 200 of them.

        >>> Cell("SOHR; VDC;", 9).parts(re.compile(";"))
        [Cell(words='SOHR', start=9), Cell(words='VDC', start=15)]
        """
        found, start = [], 0
        for match in islice(parting.finditer(self.words), _MOST_PARTS):
            found.append(self.part(start, match.start()))
            start = match.end()
        if len(found) < _MOST_PARTS:
            found.append(self.part(start, len(self.words)))
        return [c for c in found if c.words]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row; `cells` leads from a column in lower case to the words and the start of its value.

    Of a column that stands twice the first counts; `mentions` are the lines that GDELT's mentions give.
    """

    text: str
    key: RowKey
    cells: dict[str, tuple[str, int]]
    mentions: tuple[Cell, ...]

    def cell(self, *columns: str) -> Cell | None:
        """The first of these columns that has a value."""
        for column in columns:
            found = self.cells.get(column)
            if found is not None:
                return Cell(*found)
        return None

    def words(self, column: str) -> str:
        """The column's value, "" where there is none."""
        return self.cells.get(column, ("", 0))[0]

    @property
    def name_span(self) -> Span | None:
        """Where the data set's name stands, at the start of the text; None where the text doesn't bear it."""
        is_there = bool(self.key.name) and self.text.startswith(self.key.name)
        return Span(start=0, end=len(self.key.name)) if is_there else None


def row_of(text: str, key: RowKey) -> Row:
    """The row that a document's text is; lines without a column are passed over."""
    cells: dict[str, tuple[str, int]] = {}
    mentions: list[Cell] = []
    first, *lines = text.split("\n")
    start = len(first) + 1
    for line in lines:
        name, _, value = line.partition(_PARTED)
        if value and not value.isspace():
            column = name.lower()
            if column == MENTION:
                mentions.append(Cell(value, start + len(line) - len(value)))
            elif column not in cells:
                cells[column] = (value, start + len(line) - len(value))
        start += len(line) + 1
    return Row(text=text, key=key, cells=cells, mentions=tuple(mentions))


def span_over(cells: Iterable[Cell]) -> Span:
    """The span from the first of the cells to the last, whatever stands between."""
    found = list(cells)
    return Span(start=min(c.start for c in found), end=max(c.end for c in found))
