"""How two day ranges lie to each other, with assumed years told apart from written ones."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from secondsource.records import DayRange

# Ranges nearer than this can't be one day of two years.
_HALF_A_YEAR = 180


class DayFit(StrEnum):
    """How two day ranges agree; `year_off`: one day of the year, and both years were written."""

    UNKNOWN = "unknown"
    SAME = "same"
    OVERLAP = "overlap"
    APART = "apart"
    YEAR_ASSUMED = "year assumed"
    YEAR_OFF = "year off"


@dataclass(frozen=True, slots=True, kw_only=True)
class DayComparison:
    """How two ranges agree, and the days between them (0 where they touch or are unknown)."""

    fit: DayFit
    gap_days: int = 0


def compare_days(first: DayRange | None, second: DayRange | None) -> DayComparison:
    """How two day ranges agree.

    >>> d = DayRange(earliest=date(2021, 3, 1), latest=date(2021, 3, 1), edtf="2021-03-01")
    >>> e = DayRange(earliest=date(2020, 3, 1), latest=date(2020, 3, 1), edtf="2020-03-01")
    >>> compare_days(d, e).fit.value
    'year off'
    """
    if first is None or second is None:
        return DayComparison(fit=DayFit.UNKNOWN)
    if first.earliest is None or first.latest is None or second.earliest is None or second.latest is None:
        return DayComparison(fit=DayFit.UNKNOWN)
    gap = gap_in_days(first, second)
    if gap == 0:
        exact = is_one_day(first) and is_one_day(second)
        return DayComparison(fit=DayFit.SAME if exact else DayFit.OVERLAP)
    if gap > _HALF_A_YEAR and _same_day_of_year(first, second):
        is_assumed = has_assumed_year(first) or has_assumed_year(second)
        return DayComparison(fit=DayFit.YEAR_ASSUMED if is_assumed else DayFit.YEAR_OFF, gap_days=gap)
    return DayComparison(fit=DayFit.APART, gap_days=gap)


def gap_in_days(first: DayRange, second: DayRange) -> int:
    """Days from the end of the earlier range to the start of the later; 0 where they share a day or are unknown."""
    if first.earliest is None or first.latest is None or second.earliest is None or second.latest is None:
        return 0
    return max(0, (second.earliest - first.latest).days, (first.earliest - second.latest).days)


def is_one_day(when: DayRange) -> bool:
    """True if the range is a single day."""
    return when.earliest is not None and when.earliest == when.latest


def width_in_days(when: DayRange | None) -> int | None:
    """How many days the range spans; None where it is unknown."""
    if when is None or when.earliest is None or when.latest is None:
        return None
    return (when.latest - when.earliest).days + 1


def has_assumed_year(when: DayRange) -> bool:
    """True if nobody wrote the year."""
    return "year" in when.assumed


def _same_day_of_year(first: DayRange, second: DayRange) -> bool:
    """True if moving the second range by whole years makes the two share a day; ranges over two months never."""
    assert first.earliest
    assert first.latest
    assert second.earliest
    assert second.latest
    if max((r.latest - r.earliest).days for r in (first, second) if r.latest and r.earliest) > 62:
        return False
    years = first.earliest.year - second.earliest.year
    return any(
        years + step != 0
        and _moved(second.earliest, years + step) <= first.latest
        and first.earliest <= _moved(second.latest, years + step)
        for step in (-1, 0, 1)
    )


def _moved(day: date, years: int) -> date:
    try:
        return day.replace(year=min(9999, max(1, day.year + years)))
    except ValueError:  # 29 February
        return day.replace(year=min(9999, max(1, day.year + years)), day=28)
