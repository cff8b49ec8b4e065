"""Dates written in figures alone: 2021-05-06, 13-05-2021, 3-5-2021."""

from __future__ import annotations

from dataclasses import replace

from secondsource.records import DayRange
from secondsource.resolve.day_ranges import Parts, days_between, range_of


def read_figures(written: str) -> DayRange | None:
    """Year first, or last with the day before the month; 3-5-2021 is two days, and nobody says which."""
    figures = written.split("-")
    if len(figures[0]) == 4:
        numbers = [int(f) for f in figures]
        day = numbers[2] if len(numbers) > 2 else None
        return range_of(Parts(year=numbers[0], month=numbers[1], day=day)) if numbers[0] else None
    if len(figures) != 3 or len(figures[2]) != 4:
        return None
    a, b, year = (int(f) for f in figures)
    readings = [range_of(Parts(year=year, month=m, day=d)) for d, m in {(a, b), (b, a)}] if year else []
    days = sorted(r.earliest for r in readings if r and r.earliest)
    if not days:
        return None
    if len(set(days)) == 1:
        return days_between(days[0], days[0])
    both = days_between(days[0], days[-1], "day and month can't be told apart")
    return replace(both, assumed=("month", "day"))
