"""Dates of the Hijri calendars, and of the common one in Arabic, Persian and Urdu: "12 Ramadan 1436", "١٢ مارس".

Month names are data (`calendar_months.toml`). Days that the moon makes uncertain are given a day either way, and said
to be assumed. A date holds one month, a day and a year at most; with any other word it is none of these.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from secondsource.errors import LexiconError
from secondsource.records import DayRange
from secondsource.resolve.calendar_dates import (
    EARLIEST_AT_PUBLICATION,
    LATEST_AT_PUBLICATION,
    YEAR_OF_ANCHOR,
    Moment,
    place_yearless,
)
from secondsource.resolve.day_ranges import Parts, days_between, range_of
from secondsource.resolve.moon_and_sun import moon_days, sun_days

_PATH = Path(__file__).with_name("calendar_months.toml")
_MOON_RULE = "Hijri date by arithmetic, a day either way"
_SUN_RULE = "Solar Hijri date by arithmetic"
_LAST_DAY, _FIRST_COMMON_YEAR = 31, 1600
_LETTERS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ی", "ي": "ی", "ك": "ک", "ة": "ه", "ـ": "",
                          "\u200c": " ", "،": " ", "-": " ", "'": " ", ".": " "})  # fmt: skip
_MARKS = re.compile(r"[\u064b-\u0652\u0670]")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Written:
    """A date as it stands: the calendar ("moon", "sun", "common") with the parts that are written."""

    calendar: str
    month: int
    day: int | None
    year: int | None


def read_other_calendar(expression: str, moment: Moment) -> DayRange | None:
    """The days of a (normalised) expression that is such a date, None if it is none."""
    written = _written(expression)
    if written is None:
        return None
    if written.calendar == "common":
        parts = Parts(year=written.year, month=written.month, day=written.day)
        return range_of(parts) if written.year is not None else place_yearless(parts, moment)
    if written.year is None or (written.calendar == "moon" and written.year >= _FIRST_COMMON_YEAR):
        return _without_its_year(written, moment)
    return _days(written, written.year)


def is_of_other_calendar(expression: str) -> bool:
    """True for words with the form of such a date, though there be no such day."""
    return _written(expression) is not None


def _without_its_year(written: _Written, moment: Moment) -> DayRange | None:
    """In the common year that is written or told beside, else beside the publication; None if that is no one day."""
    common = written.year if written.year is not None else moment.anchor_year
    base = date(common, 7, 1) if common and 1 <= common <= 9999 else moment.published
    if base is None:
        return None
    near = base.year - 621
    found = [d for y in range(near - 3, near + 4) if (d := _days(written, _own_year(written, y, base)))]
    known = [(d, d.earliest) for d in found if d.earliest]
    if common:
        chosen = [d for d, first in known if first.year == common]
        rule, assumed = YEAR_OF_ANCHOR, () if written.year is not None else ("year",)
    elif moment.is_future:
        chosen = [d for d, first in known if first >= base][:1]
        rule, assumed = EARLIEST_AT_PUBLICATION, ("year",)
    else:
        chosen = [d for d, first in known if first <= base][-1:]
        rule, assumed = LATEST_AT_PUBLICATION, ("year",)
    if len(chosen) != 1:
        return None
    [days] = chosen
    said = days.rule if not assumed else f"{rule}; {days.rule}"
    return replace(days, assumed=(*assumed, *days.assumed), rule=said)


def _own_year(written: _Written, near: int, base: date) -> int:
    """The year of the calendar beside a common one: the moon's year is eleven days shorter."""
    return near + (base.year - 622) // 33 if written.calendar == "moon" else near


def _days(written: _Written, year: int) -> DayRange | None:
    if written.calendar == "moon":
        ends = moon_days(year, written.month, written.day)
        return replace(days_between(*ends, _MOON_RULE), assumed=("day",)) if ends else None
    ends = sun_days(year, written.month, written.day)
    return days_between(*ends, _SUN_RULE) if ends else None


def _written(expression: str) -> _Written | None:
    text = f" {_folded(expression)} "
    month = _months().search(text)
    if month is None:
        return None
    calendar, number = _names()[month[1]]
    rest = f"{text[: month.start()]} {text[month.end() :]}".split()
    numbers = [int(t) for t in rest if t.isdecimal()]
    days, years = [n for n in numbers if n <= _LAST_DAY], [n for n in numbers if n > _LAST_DAY]
    is_other = not _around().fullmatch("".join(f" {t}" for t in rest if not t.isdecimal()))
    is_bare_name = calendar == "sun" and not numbers
    if is_other or is_bare_name or len(days) > 1 or len(years) > 1 or 0 in numbers:
        return None
    return _Written(calendar=calendar, month=number, day=next(iter(days), None), year=next(iter(years), None))


def _folded(words: str) -> str:
    text = _MARKS.sub("", words.casefold().translate(_LETTERS))
    return " ".join(re.sub(r"(\d)(?:st|nd|rd|th)\b", r"\1", text).split())


@cache
def _names() -> dict[str, tuple[str, int]]:
    """Each folded month name with its calendar and number."""
    table = _table()
    return {
        _folded(name): (calendar, int(number))
        for calendar in ("moon", "sun", "common")
        for number, names in table[calendar].items()
        for name in names
    }


@cache
def _months() -> re.Pattern[str]:
    return re.compile(rf" ({_either(_names())}) ")


@cache
def _around() -> re.Pattern[str]:
    around = _table()["around"]
    return re.compile(rf"(?: (?:{_either(_folded(w) for w in (*around['fillers'], *around['eras']))}))*")


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))


@cache
def _table() -> dict[str, Any]:
    try:
        return tomllib.loads(_PATH.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(_PATH.name, str(error), "Mend the file; nothing was resolved.") from error
