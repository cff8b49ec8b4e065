"""Template text with its placeholders filled from a cast; README.md has the language on one screen."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from .cast import Cast

_PLACEHOLDER = re.compile(r"\{([^{}\s]+)\}")
_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

_DAY_FORMATS: dict[str, Callable[[date], str]] = {
    "dayname": lambda day: _WEEKDAYS[day.weekday()],
    "day_month": lambda day: f"{day.day} {_MONTHS[day.month - 1]}",
    "month_day": lambda day: f"{_MONTHS[day.month - 1]} {day.day}",
    "long": lambda day: f"{day.day} {_MONTHS[day.month - 1]} {day.year}",
    "us_long": lambda day: f"{_MONTHS[day.month - 1]} {day.day}, {day.year}",
    "month": lambda day: _MONTHS[day.month - 1],
    "year": lambda day: str(day.year),
    "iso": lambda day: day.isoformat(),
    "year_before": lambda day: f"{day.day} {_MONTHS[day.month - 1]} {day.year - 1}",
    "iso_year_before": lambda day: day.replace(year=day.year - 1).isoformat(),
}


def fill(text: str, cast: Cast) -> str:
    """`text` with every `{placeholder}` replaced; an unknown one raises `KeyError` with its own words.

    >>> from .cast import default_cast
    >>> fill("{g.hammer} struck {p.sorna} on {d:0:dayname}.", default_cast())
    'Mitraqat al-Shaab struck Sorna on Monday.'
    """
    return _PLACEHOLDER.sub(lambda found: _value(found.group(1), cast), text)


def day_of(offset: int, cast: Cast) -> date:
    """The calendar day `offset` days after the cast's base day."""
    return cast.base_day + timedelta(days=offset)


def written_day(day: date) -> str:
    """`3 March 2025`, whatever the locale of the machine."""
    return _DAY_FORMATS["long"](day)


def _value(key: str, cast: Cast) -> str:
    kind, *rest = key.split(":")
    if kind == "d":
        offset, form = rest
        return _DAY_FORMATS[form](day_of(int(offset), cast))
    if kind == "n":
        return _figure(cast.figures[rest[0]], rest[1:])
    if kind == "v":
        return cast.verbs[rest[0]]
    name = cast.names[kind]
    return name.upper() if rest == ["caps"] else name


def _figure(figure: int, form: list[str]) -> str:
    """Wire style: words up to nine, digits from ten; `digits` forces digits, `cap` a capital."""
    if form == ["digits"] or figure >= len(_WORDS):
        return str(figure)
    word = _WORDS[figure]
    return word.capitalize() if form == ["cap"] else word
