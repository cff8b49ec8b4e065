"""Why a time mention gives no days: a reason in plain words, beside the mention, which keeps the text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from enum import StrEnum

from secondsource.records import DayRange, TimeMention
from secondsource.resolve.day_ranges import days_between
from secondsource.resolve.days import resolve_when
from secondsource.resolve.other_calendars import is_of_other_calendar
from secondsource.resolve.time_forms import load_frames, match_forms
from secondsource.resolve.time_spelling import normalise_expression


class Undated(StrEnum):
    """The reasons, as they are shown."""

    NO_SUCH_DAY = "there is no such day"
    NO_PUBLICATION = "counted from the day of publication, which is not known"
    NO_ANCHOR = "counted from another time, which the text does not give"
    NO_DAY = "names no day"


# Any day serves to see whether a day is all that lacks.
_SOME_DAY = days_between(date(2000, 1, 15), date(2000, 1, 15))


def why_undated(when: TimeMention, published: DayRange | None) -> Undated | None:
    """Why `resolve_when` gives no days for the same arguments; None if it gives some."""
    if resolve_when(when, published):
        return None
    if _is_written_date(when.words):
        return Undated.NO_SUCH_DAY
    if published is None and resolve_when(when, _SOME_DAY):
        return Undated.NO_PUBLICATION
    if resolve_when(replace(when, anchor=_SOME_DAY.edtf), published or _SOME_DAY):
        return Undated.NO_ANCHOR
    return Undated.NO_DAY


def _is_written_date(words: str) -> bool:
    """True for words with the form of a date: a month's day, or one in figures."""
    expression = normalise_expression(words)
    for said in (expression, load_frames().fillers.sub("", expression, count=1)):
        if any(m.parts.keys() & {"iso", "day"} for m in match_forms(said)) or is_of_other_calendar(said):
            return True
    return False
