"""Calendar dates as written, whole or in part: "6 May 2021", "December 4", "summer last year", "the 1980s"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from secondsource.records import DayRange
from secondsource.resolve import ancient_years
from secondsource.resolve.day_ranges import (
    SPRING,
    Parts,
    add_days,
    add_months,
    days_between,
    digits_range,
    earliest_year_not_before,
    latest_year_not_after,
    range_of,
)
from secondsource.resolve.figure_dates import read_figures
from secondsource.resolve.month_parts import narrow, read_weeks
from secondsource.resolve.time_forms import MONTHS, SEASONS, STEPS, Match, meaning_of

LATEST_AT_PUBLICATION = "latest fitting day at or before publication"
EARLIEST_AT_PUBLICATION = "earliest fitting day at or after publication"
YEAR_OF_ANCHOR = "year of the time it is told beside"
NEAREST_TO_ANCHOR = "nearest to the time it is told beside"
MONTH_OF_ANCHOR = "month of the time it is told beside"
COUNTED = "counted from publication"
COUNTED_FROM_ANCHOR = "counted from the time it is told beside"
_ONE_YEAR = re.compile(r"(\d{4})(?:-\d\d){0,2}")
_TURN, _TURN_BACK = 8, 11
"""Months back, or on, from which a month belongs to the year after, or before, its anchor's."""
_QUARTERS = {
    "1st": 1,
    "first": 1,
    "2nd": 2,
    "second": 2,
    "3rd": 3,
    "third": 3,
    "4th": 4,
    "fourth": 4,
    "last": 4,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """What an expression may be relative to: the day of publication, the time it is told beside."""

    published: date | None
    anchor: DayRange | None
    is_future: bool

    @property
    def anchor_year(self) -> int | None:
        """The anchor's year, if it lies in one (0 or less: before Christ)."""
        if (ancient := ancient_years.year_of(self.anchor)) is not None:
            return ancient
        if self.anchor and (written := _ONE_YEAR.fullmatch(self.anchor.edtf)):
            return int(written[1])  # a winter ends in the year after its own
        first, last = self._ends()
        return first.year if first and last and first.year == last.year else None

    @property
    def anchor_month(self) -> Parts | None:
        """The anchor's month, if it lies in one."""
        first, last = self._ends()
        if not first or not last or (first.year, first.month) != (last.year, last.month):
            return None
        return Parts(year=first.year, month=first.month)

    def _ends(self) -> tuple[date | None, date | None]:
        return (self.anchor.earliest, self.anchor.latest) if self.anchor else (None, None)


def read_date(match: Match, moment: Moment) -> DayRange | None:
    """The days of a form that means a date; what it leaves out comes from publication or anchor."""
    parts = match.parts
    if "iso" in parts:
        return read_figures(parts["iso"])
    if "decade" in parts:
        first = int(parts["decade"][:4])
        return digits_range(first, first + 9, f"{first // 10}X")
    if "century" in parts or "old_decade" in parts:
        return _century(match)
    if "nth" in parts:
        return _nth_of_month(int(re.sub(r"\D", "", parts["nth"])), moment)
    if "bare_year" in parts:
        return ancient_years.with_era(match)
    year, assumed, rule = _year(match, moment)
    if "half" in parts or "quarter" in parts:
        return _part_of_year(match, year, rule)
    month_index, season_index = match.index("month", MONTHS), match.index("season", SEASONS)
    date_parts = Parts(
        year=year,
        month=None if month_index is None else month_index + 1,
        day=match.number("day"),
        season=None if season_index is None else SPRING + season_index,
    )
    if "month_ref" in parts:
        return _in_referred_month(match, date_parts, moment)
    found = (
        range_of(date_parts, assumed, rule)
        if year is not None or "year_ref" in parts
        else place_yearless(date_parts, moment)
    )
    if found and " week of " in f" {match.form.words}":
        return _week_around(found)
    return narrow(found, match.text) if found else None


def read_feast(match: Match, moment: Moment) -> DayRange | None:
    """A feast with a day of its own, in the year that is written or that the moment gives."""
    month, day = match.form.on or (None, None)
    year = match.number("year")
    parts = Parts(year=year, month=month, day=day)
    return range_of(parts) if year is not None else place_yearless(parts, moment)


def read_weeks_of_month(match: Match, moment: Moment) -> DayRange | None:
    """ "the last week of August": sevens of days of a month."""
    parts = Parts(year=match.number("year"), month=(match.index("month", MONTHS) or 0) + 1)
    month = range_of(parts) if parts.year is not None else place_yearless(parts, moment)
    return read_weeks(match, month) if month else None


def place_yearless(parts: Parts, moment: Moment) -> DayRange | None:
    """A date without a year: in the anchor's year, else beside the publication, else `XXXX-…`."""
    if moment.anchor_year is not None:
        return _beside(parts, moment, moment.anchor_year)
    if moment.published is None:
        return range_of(parts)
    if moment.is_future:
        found, rule = earliest_year_not_before(parts, moment.published), EARLIEST_AT_PUBLICATION
    else:
        found, rule = latest_year_not_after(parts, moment.published), LATEST_AT_PUBLICATION
    return replace(found, assumed=("year",), rule=rule) if found else None


def _beside(parts: Parts, moment: Moment, year: int) -> DayRange | None:
    """In the anchor's year; "January" told after a December is the next one, "December" after a January the last."""
    rule = YEAR_OF_ANCHOR
    if moment.anchor_month and moment.anchor_month.month and parts.month:
        away = parts.month - moment.anchor_month.month
        turn = 1 if away <= -_TURN else -1 if away >= _TURN_BACK else 0
        if turn and range_of(replace(parts, year=year + turn)):
            year, rule = year + turn, NEAREST_TO_ANCHOR
    return range_of(replace(parts, year=year), ("year",), rule)


def step_of(words: str) -> str:
    """ "the following year" → "after_anchor": the step that a reference bears."""
    return meaning_of(words.split()[-2], STEPS)


def _year(match: Match, moment: Moment) -> tuple[int | None, tuple[str, ...], str | None]:
    """The year that a form gives, with what is assumed of it and by which rule."""
    if (written := match.number("year")) is not None:
        return (
            written + (match.number("n") or 0) if match.form.meaning == "anniversary" else written,
            (),
            None,
        )
    if "year_ref" not in match.parts:
        return None, (), None
    step = step_of(match.parts["year_ref"])
    if "the next year" in match.text:
        step = "after_anchor"
    if step.endswith("_anchor"):
        base = moment.anchor_year
        rule = COUNTED_FROM_ANCHOR
    else:
        base = moment.published.year if moment.published else None
        rule = COUNTED
    away = {"before": -1, "now": 0, "at": 0, "after": 1}[step.removesuffix("_anchor")]
    return (None, (), None) if base is None else (base + away, (), rule)


def _in_referred_month(match: Match, parts: Parts, moment: Moment) -> DayRange | None:
    """ "the 3rd of last month", "later that month"."""
    step = step_of(match.parts["month_ref"])
    away = {"before": -1, "now": 0, "at": 0, "after": 1}[step.removesuffix("_anchor")]
    if step.endswith("_anchor"):
        base, rule = moment.anchor_month, COUNTED_FROM_ANCHOR
    else:
        day = moment.published
        base, rule = (Parts(year=day.year, month=day.month) if day else None), COUNTED
    if base is None or base.year is None or base.month is None:
        return None
    month = add_months(date(base.year, base.month, 1), away)
    return range_of(replace(month, day=parts.day), rule=rule) if month else None


def _nth_of_month(day: int, moment: Moment) -> DayRange | None:
    if month := moment.anchor_month:
        return range_of(replace(month, day=day), ("year", "month"), MONTH_OF_ANCHOR)
    if moment.published is None:
        return None
    for away in range(12):
        month = add_months(moment.published, away if moment.is_future else -away)
        found = range_of(replace(month, day=day)) if month else None
        if not found or not found.earliest:
            continue
        if found.earliest >= moment.published if moment.is_future else found.earliest <= moment.published:
            rule = EARLIEST_AT_PUBLICATION if moment.is_future else LATEST_AT_PUBLICATION
            return replace(found, assumed=("year", "month"), rule=rule)
    return None


def _century(match: Match) -> DayRange | None:
    if ancient_years.is_before_christ(match):
        return ancient_years.decade_or_century(match)
    number = match.number("century")
    if not number or not 2 <= number <= 99:
        return None
    return digits_range((number - 1) * 100, number * 100 - 1, f"{number - 1:02d}XX")


def _part_of_year(match: Match, year: int | None, rule: str | None) -> DayRange | None:
    if year is None:
        return None
    if "quarter" in match.parts:
        length, number = 3, _QUARTERS[match.parts["quarter"]]
    else:
        length, number = 6, 2 if match.index("half", ("first_half", "second_half")) else 1
    first = range_of(Parts(year=year, month=(number - 1) * length + 1))
    last = range_of(Parts(year=year, month=number * length))
    if not first or not last:
        return None
    return DayRange(earliest=first.earliest, latest=last.latest, edtf=f"{first.edtf}/{last.edtf}", rule=rule)


def _week_around(day: DayRange) -> DayRange | None:
    if day.earliest is None:
        return None
    monday = add_days(day.earliest, -day.earliest.weekday())
    sunday = add_days(day.earliest, 6 - day.earliest.weekday())
    return replace(days_between(monday, sunday, day.rule), assumed=day.assumed) if monday and sunday else None
