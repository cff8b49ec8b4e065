"""Days counted from the publication or from another time: "last week", "two days earlier", "the past month"."""

from __future__ import annotations

from datetime import date

from secondsource.records import DayRange
from secondsource.resolve.ancient_years import units_away
from secondsource.resolve.calendar_dates import COUNTED, COUNTED_FROM_ANCHOR, Moment, step_of
from secondsource.resolve.day_ranges import (
    SPRING,
    Parts,
    add_days,
    add_months,
    days_between,
    digits_range,
    range_of,
)
from secondsource.resolve.month_parts import narrow
from secondsource.resolve.time_forms import MONTHS, SEASONS, UNITS, WEEKDAYS, Match, meaning_of

_WEEKDAY = "latest such weekday at or before publication"
_WEEKDAY_AHEAD = "earliest such weekday at or after publication"
_AWAY = {"before": -1, "earlier": -1, "now": 0, "at": 0, "after": 1, "later": 1}
_LONGEST_ANCHOR_DAYS = 31


def read_step(match: Match, moment: Moment) -> DayRange | None:
    """One unit, weekday, month or season before, at or after the publication or the anchor."""
    week_ref = match.parts.get("week_ref")
    step = step_of(week_ref) if week_ref else match.direction() or "now"
    if match.text.endswith(" last"):
        return _weekday_of_last_week(match, moment)
    step = match.form.anchored or step
    is_anchored = step.endswith("_anchor") or step in ("earlier", "later") or match.form.anchored is not None
    base = _anchor_days(moment) if is_anchored else _publication_days(moment)
    away = _AWAY[step.removesuffix("_anchor")]
    rule = COUNTED_FROM_ANCHOR if is_anchored else COUNTED
    if base is None:
        if is_anchored and "unit" in match.parts:
            return units_away(moment.anchor, meaning_of(match.parts["unit"], UNITS), away, rule)
        return _yearless(match) if not is_anchored else None
    weekday = match.index("weekday", WEEKDAYS)
    if week_ref and weekday is not None:
        return _weekday_in_week(base[0], weekday, away, rule)
    if weekday is not None:
        return _weekday(base, weekday, step, moment, rule)
    if "month" in match.parts or "season" in match.parts:
        return _month_or_season(match, base, away, rule)
    unit = meaning_of(match.parts["unit"], UNITS) if "unit" in match.parts else "day"
    found = _unit_away(base, unit, away, rule)
    if found and unit == "week" and step == "now" and found.earliest and not moment.is_future:
        return days_between(found.earliest, base[1], rule)
    return found


def read_part(match: Match, moment: Moment) -> DayRange | None:
    """ "the end of the month": of the anchor's, or of publication's where nothing was told before."""
    unit = meaning_of(match.parts["unit"], UNITS)
    base, rule = _anchor_days(moment), COUNTED_FROM_ANCHOR
    if base is None and moment.anchor is None:
        base, rule = _publication_days(moment), COUNTED
    if base is None:
        return units_away(moment.anchor, unit, 0, rule)
    found = _unit_away(base, unit, 0, rule)
    return narrow(found, match.text) if found and unit == "month" else found


def read_shift(match: Match, moment: Moment) -> DayRange | None:
    """So many units before or after the publication ("ago") or the anchor ("earlier", "later")."""
    number, unit = match.number("n"), meaning_of(match.parts["unit"], UNITS)
    direction = match.direction()
    is_anchored = direction in ("earlier", "later")
    base = _anchor_days(moment) if is_anchored else _publication_days(moment)
    sign = -1 if direction in ("ago", "earlier") else 1
    rule = COUNTED_FROM_ANCHOR if is_anchored else COUNTED
    if base is None and is_anchored and number is not None:
        return units_away(moment.anchor, unit, sign * number, rule)
    if base is None or number is None:
        return None
    if "and a half" in match.text and unit in ("month", "year"):
        if unit == "year":
            return _unit_away(base, "month", sign * (12 * number + 6), rule)
        half = add_days(base[0], sign * 15)
        return _unit_away((half, half), "month", sign * number, rule) if half else None
    if unit in ("week", "fortnight"):
        return _shift_days(base, sign * number * (7 if unit == "week" else 14), 3, rule)
    if unit == "hour":
        return _shift_hours(base, sign * number, is_anchored, rule)
    return _unit_away(base, unit, sign * number, rule)


def read_past(match: Match, moment: Moment) -> DayRange | None:
    """The span of so many units that ends with the publication."""
    end = moment.published
    if end is None:
        return None
    if "unit" not in match.parts:
        start = add_days(end, -1)
        return days_between(start, end, COUNTED) if start else None
    number, unit = match.number("n") or 1, meaning_of(match.parts["unit"], UNITS)
    if unit in ("month", "year", "decade"):
        months = number * {"month": 1, "year": 12, "decade": 120}[unit]
        parts = add_months(end, -months)
        if parts is None or parts.year is None or parts.month is None:
            return None
        last_day = range_of(parts)
        longest = last_day.latest.day if last_day and last_day.latest else 28
        return days_between(date(parts.year, parts.month, min(end.day, longest)), end, COUNTED)
    days = {"hour": -(-number // 24), "day": number, "week": 7 * number, "fortnight": 14 * number}.get(unit)
    start = add_days(end, -days) if days else None
    return days_between(start, end, COUNTED) if start else None


def _publication_days(moment: Moment) -> tuple[date, date] | None:
    return (moment.published, moment.published) if moment.published else None


def _anchor_days(moment: Moment) -> tuple[date, date] | None:
    anchor = moment.anchor
    return (anchor.earliest, anchor.latest) if anchor and anchor.earliest and anchor.latest else None


def _yearless(match: Match) -> DayRange | None:
    """ "last July" with no publication day: July, of a year that nobody knows."""
    month, season = match.index("month", MONTHS), match.index("season", SEASONS)
    if month is not None:
        return range_of(Parts(month=month + 1, day=match.number("day")))
    return None if season is None else range_of(Parts(season=SPRING + season))


def _unit_away(base: tuple[date, date], unit: str, away: int, rule: str) -> DayRange | None:
    """The unit that lies so many units from a base, at that unit's precision."""
    first, last = base
    if unit == "day":
        return _shift_days(base, away, 0, rule)
    if unit == "week":
        monday = add_days(first, -first.weekday() + 7 * away)
        sunday = add_days(monday, 6) if monday else None
        return days_between(monday, sunday, rule) if monday and sunday and (last - first).days < 7 else None
    if unit == "weekend":
        saturday = add_days(
            first, -((first.weekday() - 5) % 7) + 7 * (away + (away < 0 and first.weekday() < 5))
        )
        sunday = add_days(saturday, 1) if saturday else None
        return days_between(saturday, sunday, rule) if saturday and sunday else None
    if unit == "month" and (first.year, first.month) == (last.year, last.month):
        month = add_months(first, away)
        return range_of(month, rule=rule) if month else None
    if unit == "year" and first.year == last.year:
        return range_of(Parts(year=first.year + away), rule=rule) if first.year + away >= 1 else None
    if unit == "century" and (first.year - 1) // 100 == (last.year - 1) // 100:
        number = first.year // 100 + away
        return digits_range(number * 100, number * 100 + 99, f"{number:02d}XX") if 1 <= number <= 99 else None
    if unit == "decade" and first.year // 10 == last.year // 10:
        year = (first.year // 10 + away) * 10
        return digits_range(year, year + 9, f"{year // 10:03d}X") if 10 <= year <= 9990 else None
    return None


def _shift_days(base: tuple[date, date], days: int, give_days: int, rule: str) -> DayRange | None:
    """Both ends moved; `give_days` on either side where the unit is rounder than a day ("a week ago")."""
    if (base[1] - base[0]).days > _LONGEST_ANCHOR_DAYS:
        return None
    first, last = add_days(base[0], days - give_days), add_days(base[1], days + give_days)
    return days_between(first, last, rule) if first and last else None


def _shift_hours(base: tuple[date, date], hours: int, is_anchored: bool, rule: str) -> DayRange | None:
    if is_anchored or hours > 0:
        return days_between(*base, rule) if abs(hours) < 24 and base[0] == base[1] else None
    first = add_days(base[0], -(-hours // 24) - 1 if hours % 24 else hours // 24)
    return days_between(first, base[1], rule) if first else None


def _weekday(base: tuple[date, date], weekday: int, step: str, moment: Moment, rule: str) -> DayRange | None:
    first, last = base
    if step == "before" or step == "before_anchor":
        day = add_days(first, -((first.weekday() - weekday - 1) % 7 + 1))
    elif step == "after" or step == "after_anchor":
        day = add_days(last, (weekday - last.weekday() - 1) % 7 + 1)
    elif step == "at_anchor":
        day = add_days(first, weekday - first.weekday()) if (last - first).days < 7 else None
    elif moment.is_future:
        day, rule = add_days(last, (weekday - last.weekday()) % 7), _WEEKDAY_AHEAD
    else:
        day, rule = add_days(first, -((first.weekday() - weekday) % 7)), _WEEKDAY
    return days_between(day, day, rule) if day else None


def _weekday_in_week(base: date, weekday: int, away: int, rule: str) -> DayRange | None:
    day = add_days(base, weekday - base.weekday() + 7 * away)
    return days_between(day, day, rule) if day else None


def _weekday_of_last_week(match: Match, moment: Moment) -> DayRange | None:
    """ "Wednesday last": the one before publication, never its own day."""
    weekday = match.index("weekday", WEEKDAYS)
    base = _publication_days(moment)
    return _weekday(base, weekday, "before", moment, COUNTED) if base and weekday is not None else None


def _month_or_season(match: Match, base: tuple[date, date], away: int, rule: str) -> DayRange | None:
    """ "last July" ended before the base, "next July" begins after it, "this July" is in its year."""
    month, season = match.index("month", MONTHS), match.index("season", SEASONS)
    for year in [base[0].year] if away == 0 else range(base[0].year - 2, base[1].year + 3)[::away]:
        found = (
            range_of(
                Parts(
                    year=year,
                    month=None if month is None else month + 1,
                    day=match.number("day"),
                    season=None if season is None else SPRING + season,
                ),
                rule=rule,
            )
            if 1 <= year <= 9999
            else None
        )
        if not found or not found.earliest or not found.latest:
            continue
        if away == 0 or (found.latest < base[0] if away < 0 else found.earliest > base[1]):
            return found
    return None
