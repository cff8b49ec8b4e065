"""Days of a row as time mentions with an EDTF string (ISO 8601-2): days, months, years and intervals of them."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from secondsource.read.records.columns import Cell, span_over
from secondsource.records import TimeMention

_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[T ][0-9:.,+Z]*)?", re.ASCII)
_DIGITS = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})", re.ASCII)
_WORDS = re.compile(r"([0-9]{1,2})[ -]([A-Za-z]{3,9})[ -]([0-9]{4})", re.ASCII)
_DOTTED = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})", re.ASCII)
_SLASHED = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})", re.ASCII)
_COARSE = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?", re.ASCII)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def day_of(cell: Cell | None) -> date | None:
    """The day that a cell gives: `2021-05-06`, `20210506`, `06 May 2021`, `6.5.2021`, and `25/12/2021` if that is one
    day only.

    >>> str(day_of(Cell("06 May 2021", 0))), day_of(Cell("05/06/2021", 0)), day_of(Cell("2021-02-30", 0))
    ('2021-05-06', None, None)
    """
    words = cell.words.strip() if cell else ""
    if match := _ISO.fullmatch(words) or _DIGITS.fullmatch(words):
        return date_of(int(match[1]), int(match[2]), int(match[3]))
    if match := _WORDS.fullmatch(words):
        month = match[2][:3].lower()
        return date_of(int(match[3]), _MONTHS.index(month) + 1, int(match[1])) if month in _MONTHS else None
    if match := _DOTTED.fullmatch(words):
        # Where days are written with dots, the day stands before the month.
        return date_of(int(match[3]), int(match[2]), int(match[1]))
    if match := _SLASHED.fullmatch(words):
        first, second, year = int(match[1]), int(match[2]), int(match[3])
        days = {date_of(year, second, first), date_of(year, first, second)} - {None}
        return days.pop() if len(days) == 1 else None
    return None


def date_of(year: int, month: int, day: int) -> date | None:
    """The date, None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def edtf_of(cell: Cell | None) -> str | None:
    """The EDTF string of a day, a month (`2021-05`) or a year."""
    found = day_of(cell)
    if found is not None:
        return found.isoformat()
    match = _COARSE.fullmatch(cell.words.strip()) if cell else None
    if match is None or not int(match[1]) or (match[2] and not 1 <= int(match[2]) <= 12):
        return None
    return match[0]


def time_between(start: Cell | None, end: Cell | None) -> TimeMention | None:
    """The time from one cell to the other; from either alone where the other is missing or comes before it."""
    first, last = edtf_of(start), edtf_of(end)
    if start is not None and first is not None:
        if end is None or last is None or last == first or _last_day(last) < _first_day(first):
            return TimeMention(span=start.span, words=start.words, edtf=first)
        span = span_over((start, end))
        return TimeMention(span=span, words=f"{start.words} … {end.words}", edtf=f"{first}/{last}")
    if end is not None and last is not None:
        return TimeMention(span=end.span, words=end.words, edtf=last)
    return None


def days_around(day: date, within: int) -> str:
    """The EDTF interval of the days at most `within` days before or after; it ends where the calendar does."""
    first = day - timedelta(days=min(within, (day - date.min).days))
    last = day + timedelta(days=min(within, (date.max - day).days))
    return f"{first}/{last}"


def _first_day(edtf: str) -> date:
    return date.fromisoformat(f"{edtf}-01-01"[: len("2021-05-06")])


def _last_day(edtf: str) -> date:
    first = _first_day(edtf)
    month = 12 if len(edtf) == len("2021") else first.month
    is_day = len(edtf) == len("2021-05-06")
    return first if is_day else date(first.year, month, monthrange(first.year, month)[1])
