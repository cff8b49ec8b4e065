"""Parts of a month as days: "early May" is 1 to 10, "mid-May" 11 to 20, "late May" 21 to its end; halves; weeks.

The days are nobody's words: `assumed` holds "day", the rule says which part was taken for which days.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import replace

from secondsource.records import DayRange
from secondsource.resolve.day_ranges import days_between
from secondsource.resolve.time_forms import PARTS, Match, part_pattern

_DAYS = {
    "early": (1, 10),
    "mid": (11, 20),
    "late": (21, 31),
    "first_half": (1, 15),
    "second_half": (16, 31),
}
_MONTH = re.compile(r"(?P<year>\d{4}|XXXX)-(?P<month>0[1-9]|1[0-2])")
_WEEK = 7


def narrow(month: DayRange, expression: str) -> DayRange:
    """The part of the month that the expression opens with; the range as it is if there is no part, or no month."""
    part = next((p for p in PARTS if part_pattern(p).match(expression)), None)
    written = _MONTH.fullmatch(month.edtf)
    if part not in _DAYS or not written:
        return month
    first, last = _DAYS[part]
    last = min(last, _length(written))
    narrowed = replace(
        month,
        edtf=f"{month.edtf}-{first:02d}/{month.edtf}-{last:02d}",
        assumed=(*month.assumed, "day"),
        rule="; ".join(r for r in (month.rule, f"{part.replace('_', ' ')}: days {first} to {last}") if r),
    )
    if month.earliest and month.latest:
        first_day, last_day = month.earliest.replace(day=first), month.earliest.replace(day=last)
        return replace(narrowed, earliest=first_day, latest=last_day)
    return narrowed


def read_weeks(match: Match, month: DayRange) -> DayRange | None:
    """ "the last two weeks of February 2020", "the second week of May": sevens of days from either end."""
    if month.earliest is None or month.latest is None:
        return None
    many = (match.number("n") or 1) if "n" in match.parts else 1
    which, length = match.parts["nth_week"], month.latest.day
    if which in ("last", "final", "closing"):
        first, last = length - _WEEK * many + 1, length
    else:
        nth = 1 if which == "opening" else match.number("nth_week") or 1
        first, last = _WEEK * (nth - 1) + 1, min(_WEEK * (nth - 1 + many), length)
    if not 1 <= first <= last:
        return None
    days = days_between(month.earliest.replace(day=first), month.earliest.replace(day=last))
    rule = "; ".join(r for r in (month.rule, "weeks of a month counted from its first or last day") if r)
    return replace(days, assumed=(*month.assumed, "day"), rule=rule)


def _length(written: re.Match[str]) -> int:
    year = 2001 if written["year"] == "XXXX" else int(written["year"])
    return calendar.monthrange(max(year, 1), int(written["month"]))[1]
