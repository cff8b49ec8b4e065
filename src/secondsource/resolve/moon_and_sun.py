"""Days of the Hijri calendars by arithmetic: the moon's (Islamic) and the sun's (Iran, Afghanistan).

The moon's is the tabular calendar with leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29 of each 30. Months begin by
sighting, so that a day may be off by one: compared with Umm al-Qura's tables (hijridate 2.6.0, 1343–1500, three days
of each month) 98.9% lie within one day. The sun's has 8 leap years in 33 and is the same as jdatetime 6.1.1 on the
first days of all months from 1200 to 1499. Both were weighed and left out: they would narrow no day that we can know.
"""

from __future__ import annotations

from datetime import date, timedelta

from secondsource.resolve.day_ranges import add_days

_MOON_EPOCH = 227013  # the day before 1 Muharram 1, which is 15 July 622 of the Julian calendar
_SUN_EPOCH = 226894  # the day before 1 Farvardin 1
FIRST_SUN_YEAR, LAST_SUN_YEAR = 1200, 1499
LAST_MOON_YEAR = 1700
"""Up to where the arithmetic is used."""


def moon_days(year: int, month: int | None, day: int | None) -> tuple[date, date] | None:
    """First and last day that a Hijri date may name, a day given either way; None if there is no such date."""
    if not 1 <= year <= LAST_MOON_YEAR or (day and not 1 <= day <= 30):
        return None
    first = _moon(year, month or 1, day or 1)
    if day:
        last = first
    elif month:
        last = _moon(year, month, 1) + timedelta(days=_next_moon(year, month) - 1)
    else:
        last = _moon(year + 1, 1, 1) - timedelta(days=1)
    earlier, later = add_days(first, -1), add_days(last, 1)
    return (earlier, later) if earlier and later else None


def sun_days(year: int, month: int | None, day: int | None) -> tuple[date, date] | None:
    """First and last day of a Solar Hijri date; None if there is no such date or the year is out of reach."""
    if not FIRST_SUN_YEAR <= year <= LAST_SUN_YEAR:
        return None
    if not month:
        return _sun(year, 1, 1), _sun(year + 1, 1, 1) - timedelta(days=1)
    following = _sun(year, month + 1, 1) if month < 12 else _sun(year + 1, 1, 1)
    first = _sun(year, month, day or 1)
    return (first, first if day else following - timedelta(days=1)) if first < following else None


def _moon(year: int, month: int, day: int) -> date:
    days = (year - 1) * 354 + (3 + 11 * year) // 30 + -(-59 * (month - 1) // 2) + day
    return date.fromordinal(_MOON_EPOCH + days)


def _next_moon(year: int, month: int) -> int:
    """The length of a month in days."""
    following = _moon(year, month + 1, 1) if month < 12 else _moon(year + 1, 1, 1)
    return (following - _moon(year, month, 1)).days


def _sun(year: int, month: int, day: int) -> date:
    days = 365 * (year - 1) + (8 * year + 21) // 33
    days += 31 * (month - 1) if month <= 7 else 186 + 30 * (month - 7)
    return date.fromordinal(_SUN_EPOCH + days + day)
