"""Day ranges from the parts of a date, with their EDTF strings (ISO 8601-2, levels 0 and 1).

Nothing here knows words or languages; all functions give None for parts that are no day (31 February).
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta

from secondsource.records import DayRange

SPRING, WINTER = 21, 24
"""EDTF's season codes run from 21 (spring) to 24 (winter); northern seasons by whole months."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """A calendar date as far as it was written. `season` is EDTF's code; a year below 1 is BC (0 = 1 BC)."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None


def range_of(parts: Parts, assumed: tuple[str, ...] = (), rule: str | None = None) -> DayRange | None:
    """The days of a (partial) date; without a year, `XXXX-…` with neither end."""
    edtf = edtf_of(parts)
    if edtf is None:
        return None
    ends = _ends(parts)
    first, last = ends if ends else (None, None)
    return DayRange(earliest=first, latest=last, edtf=edtf, assumed=assumed, rule=rule)


def edtf_of(parts: Parts) -> str | None:
    """The EDTF string of a date, None if there is no such day.

    >>> edtf_of(Parts(month=12, day=4)), edtf_of(Parts(year=2021, month=2, day=31)), edtf_of(Parts(year=-479))
    ('XXXX-12-04', None, '-0479')
    """
    if not _is_day(parts):
        return None
    year = "XXXX" if parts.year is None else f"{parts.year:05d}" if parts.year < 0 else f"{parts.year:04d}"
    second = parts.season or parts.month
    if second is None:
        return None if parts.year is None else year
    return f"{year}-{second:02d}" + (f"-{parts.day:02d}" if parts.day and not parts.season else "")


def between(first: DayRange, last: DayRange, rule: str | None = None) -> DayRange | None:
    """From the first day of one to the last day of the other; None if that runs backwards."""
    assumed = tuple(dict.fromkeys((*first.assumed, *last.assumed)))
    rule = rule or first.rule or last.rule
    edtf = f"{first.edtf.split('/')[0]}/{last.edtf.split('/')[-1]}"
    if first.earliest is None or last.latest is None:
        return DayRange(earliest=None, latest=None, edtf=edtf, assumed=assumed, rule=rule)
    if first.earliest > last.latest:
        return None
    return DayRange(earliest=first.earliest, latest=last.latest, edtf=edtf, assumed=assumed, rule=rule)


def days_between(first: date, last: date, rule: str | None = None) -> DayRange:
    """A range of whole days; one day's EDTF is the day itself."""
    edtf = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    return DayRange(earliest=first, latest=last, edtf=edtf, rule=rule)


def open_start(end: DayRange, rule: str) -> DayRange:
    """Up to some day: nobody knows from when, so that neither end is given."""
    return DayRange(
        earliest=None, latest=None, edtf=f"../{end.edtf.split('/')[-1]}", assumed=end.assumed, rule=rule
    )


def open_end(start: DayRange, until: date | None, rule: str) -> DayRange:
    """From some day on: up to `until` (the publication) where that is known, else open."""
    edtf = start.edtf.split("/")[0]
    if start.earliest is None or until is None or until < start.earliest:
        return DayRange(earliest=None, latest=None, edtf=f"{edtf}/..", assumed=start.assumed, rule=rule)
    return DayRange(
        earliest=start.earliest,
        latest=until,
        edtf=f"{edtf}/{until.isoformat()}",
        assumed=start.assumed,
        rule=rule,
    )


def digits_range(first_year: int, last_year: int, edtf: str) -> DayRange:
    """A decade or century (`198X`, `18XX`)."""
    return DayRange(earliest=date(first_year, 1, 1), latest=date(last_year, 12, 31), edtf=edtf)


def add_months(day: date, months: int) -> Parts | None:
    """The month so many months from a day's month, None outside years 1 to 9999."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return Parts(year=year, month=month + 1) if 1 <= year <= 9999 else None


def add_days(day: date, days: int) -> date | None:
    """A day so many days away, None outside years 1 to 9999."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def latest_year_not_after(parts: Parts, limit: date) -> DayRange | None:
    """The date in the latest year in which it exists and begins at or before `limit`."""
    return _in_year(parts, limit, step=-1)


def earliest_year_not_before(parts: Parts, limit: date) -> DayRange | None:
    """The date in the earliest year in which it exists and ends at or after `limit`."""
    return _in_year(parts, limit, step=1)


def _in_year(parts: Parts, limit: date, step: int) -> DayRange | None:
    for away in range(10):  # 29 February can be eight years away
        year = limit.year + step * away
        found = range_of(replace(parts, year=year)) if 1 <= year <= 9999 else None
        if not found or not found.earliest or not found.latest:
            continue
        if (found.earliest <= limit) if step < 0 else (found.latest >= limit):
            return found
    return None


def _is_day(parts: Parts) -> bool:
    if parts.month is not None and not 1 <= parts.month <= 12:
        return False
    if parts.year is not None and not -9999 <= parts.year <= 9999:
        return False
    if parts.day is None:
        return True
    if parts.month is None:
        return False
    longest = (
        29 if parts.year is None and parts.month == 2 else calendar.monthrange(_leap(parts), parts.month)[1]
    )
    return 1 <= parts.day <= longest


def _leap(parts: Parts) -> int:
    """A year that the calendar module takes and whose February is as long as this year's."""
    if parts.year is None:
        return 2000
    return parts.year if parts.year >= 1 else 2000 + parts.year % 400


def _ends(parts: Parts) -> tuple[date, date] | None:
    year = parts.year
    if year is None or not 1 <= year <= 9999:
        return None
    if parts.season == WINTER:
        if year == 9999:
            return None
        return date(year, 12, 1), date(year + 1, 2, calendar.monthrange(year + 1, 2)[1])
    if parts.season:
        first = (parts.season - SPRING) * 3 + 3
        return date(year, first, 1), date(year, first + 2, calendar.monthrange(year, first + 2)[1])
    if parts.month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if parts.day is None:
        return date(year, parts.month, 1), date(year, parts.month, calendar.monthrange(year, parts.month)[1])
    day = date(year, parts.month, parts.day)
    return day, day
