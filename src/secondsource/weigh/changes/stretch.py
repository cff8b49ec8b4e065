"""The days that a case covers: the run of news in which no month passes without a document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from secondsource.records import DayRange, Document, ResolvedStatement

# Longer without any document, and what happened meanwhile was hardly told.
_GAP_DAYS = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """The days covered, both ends included, with the day of each document in them."""

    first: date
    last: date
    days: Mapping[str, date]

    @property
    def length(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1


def covered_stretch(
    documents: Mapping[str, Document], statements: Iterable[ResolvedStatement]
) -> Stretch | None:
    """The run with the most documents, the latest of equals; None where no document has a day.

    A document covers its day of publication; a row of a data set the day of what it tells.
    """
    happened: dict[str, date] = {}
    for item in statements:
        document = documents.get(item.statement.document_id)
        if document is not None and document.row is not None and (day := _one_day(item.when)):
            happened[document.id] = min(day, happened.get(document.id, day))
    days = {
        d.id: day
        for d in documents.values()
        if (day := happened.get(d.id) if d.row is not None else _one_day(d.published)) is not None
    }
    runs: list[list[str]] = []
    for document_id in sorted(days, key=lambda i: (days[i], i)):
        if runs and (days[document_id] - days[runs[-1][-1]]).days <= _GAP_DAYS:
            runs[-1].append(document_id)
        else:
            runs.append([document_id])
    if not runs:
        return None
    longest = max(runs, key=lambda run: (len(run), days[run[-1]]))
    return Stretch(first=days[longest[0]], last=days[longest[-1]], days={i: days[i] for i in longest})


def _one_day(when: DayRange | None) -> date | None:
    if when is None or when.earliest is None or when.earliest != when.latest:
        return None
    return when.earliest
