"""Days in words: "6 May 2021ᵃ", "March 2021", "3–5 March 2021", "4 December, year not said"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from secondsource.records import DayRange

ASSUMED = "ᵃ"
# Not from `calendar`, whose names follow the locale of the process.
_MONTHS = (
    *("", "January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_ISO_DAY = re.compile(r"\b(\d{4})-(\d\d)(?:-(\d\d))?\b(?![-/])")
_DAY_WITHOUT_YEAR = re.compile(r"X{4}-(\d\d)(?:-(\d\d))?")


def day_words(when: DayRange | None) -> str | None:
    """The day range in words, with the mark ᵃ where a part of it was not written; None for none."""
    if when is None:
        return None
    words = _range_words(when)
    return words + ASSUMED if when.assumed and words else words


def is_assumed(when: DayRange | None) -> bool:
    """True if nobody wrote a part of this day."""
    return bool(when and when.assumed)


def date_words(day: date) -> str:
    """One day, as written in a newspaper.

    >>> date_words(date(2021, 5, 26))
    '26 May 2021'
    """
    return f"{day.day} {_MONTHS[day.month]} {day.year}"


def days_in_words(sentence: str) -> str:
    """A sentence with each ISO day in it written out.

    >>> days_in_words("First seen 2031-05-06, not in 2031-04.")
    'First seen 6 May 2031, not in April 2031.'
    """
    return _ISO_DAY.sub(_iso_words, sentence)


def _iso_words(found: re.Match[str]) -> str:
    year, month, day = found[1], int(found[2]), found[3]
    if not 1 <= month <= 12:
        return found[0]
    return f"{int(day)} {_MONTHS[month]} {year}" if day else f"{_MONTHS[month]} {year}"


def _range_words(when: DayRange) -> str | None:
    first, last = when.earliest, when.latest
    if first is None or last is None:
        return _without_year(when.edtf)
    about = "about " if "~" in when.edtf or "%" in when.edtf else ""
    doubt = " (uncertain)" if "?" in when.edtf or "%" in when.edtf else ""
    return about + _between(first, last) + doubt


def _between(first: date, last: date) -> str:
    if first == last:
        return date_words(first)
    whole_months = first.day == 1 and (last + timedelta(days=1)).day == 1
    if whole_months and (first.month, last.month) == (1, 12):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if whole_months:
        start, end = f"{_MONTHS[first.month]} {first.year}", f"{_MONTHS[last.month]} {last.year}"
        if start == end:
            return start
        return f"{_MONTHS[first.month]}–{end}" if first.year == last.year else f"{start} – {end}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{date_words(last)}"
    if first.year == last.year:
        return f"{first.day} {_MONTHS[first.month]} – {date_words(last)}"
    return f"{date_words(first)} – {date_words(last)}"


def _without_year(edtf: str) -> str | None:
    found = _DAY_WITHOUT_YEAR.search(edtf)
    if not found or not 1 <= int(found[1]) <= 12:
        return None
    month = _MONTHS[int(found[1])]
    return f"{int(found[2])} {month}, year not said" if found[2] else f"{month}, year not said"
