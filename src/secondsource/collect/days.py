"""Day ranges from words that spell out a whole day, month or year; never a guess.

Nothing relative ("yesterday"), nothing without a year, and no slashed day that could be read two ways.
"""

from __future__ import annotations

import calendar
import csv
import re
from datetime import date
from email.utils import parsedate_to_datetime
from functools import cache
from importlib import resources

from secondsource.errors import LexiconError
from secondsource.records import DayRange

EARLIEST = date(1900, 1, 1)


def day_of_words(words: str, *, latest: date) -> DayRange | None:
    """The day range that the words are, as a whole; None if they are none, or lie after `latest`.

    >>> day_of_words("26 May 2021", latest=date(2030, 1, 1)).edtf
    '2021-05-26'
    >>> day_of_words("2016-10", latest=date(2030, 1, 1)).latest
    datetime.date(2016, 10, 31)
    >>> day_of_words("3/4/2021", latest=date(2030, 1, 1)) is None
    True
    """
    words = words.strip().strip("\ufeff")
    if match := re.fullmatch(r"(\d{4})(?:-(\d{1,2}))?", words):
        return _range(int(match[1]), int(match[2]) if match[2] else None, None, latest)
    if match := re.fullmatch(r"(\d{4})-?(\d{2})-?(\d{2})(?:[T ]\d{1,2}:?\d{2}.*)?", words):
        return _range(int(match[1]), int(match[2]), int(match[3]), latest)
    if match := re.fullmatch(rf"(?:{weekday_pattern()},?\s+)?(?:{day_pattern()})", words, re.IGNORECASE):
        return day_of_match(match, latest=latest)
    if match := re.fullmatch(rf"(?:{month_pattern()})", words, re.IGNORECASE):
        return month_of_match(match, latest=latest)
    return _of_mail_date(words, latest)


def day_of_match(match: re.Match[str], *, latest: date) -> DayRange | None:
    """The day of a match of `day_pattern`."""
    groups = match.groupdict()
    for form in ("dmy", "mdy", "ymd", "dot", "slash"):
        if (day := groups.get(f"{form}_d")) is not None:
            return _of_form(form, day, groups[f"{form}_m"], groups[f"{form}_y"], latest)
    return None


def month_of_match(match: re.Match[str], *, latest: date) -> DayRange | None:
    """The month of a match of `month_pattern`."""
    return _range(int(match["my_y"]), _months()[match["my_m"].lower()], None, latest)


def day_in_url(url: str, *, latest: date) -> DayRange | None:
    """The day or month that stands in the path of an address, as in /2021/05/26/ or /2016/10/.

    >>> day_in_url("https://news.example/2015/jan/26/attack", latest=date(2030, 1, 1)).edtf
    '2015-01-26'
    """
    path = re.sub(r"^[a-z]+://[^/]*", "", url.split("?")[0].split("#")[0], flags=re.IGNORECASE)
    year = r"(?P<y>(?:19|20)\d\d)"
    for pattern in (
        rf"/{year}/(?P<m>\d{{1,2}}|[a-z]{{3,9}})/(?P<d>\d{{1,2}})(?=[/_.-]|$)",
        rf"(?<!\d){year}-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)",
        rf"(?<=[/_-]){year}(?P<m>\d\d)(?P<d>\d\d)(?=[/_.-]|$)",
        rf"/{year}/(?P<m>\d\d?|[a-z]{{3,9}})(?=/)",
    ):
        for match in re.finditer(pattern, path, re.IGNORECASE):
            month = int(match["m"]) if match["m"].isdigit() else _months().get(match["m"].lower())
            day = int(match["d"]) if "d" in match.groupdict() else None
            if month and (found := _range(int(match["y"]), month, day, latest)):
                return found
    return None


@cache
def day_pattern() -> str:
    """A pattern for a whole day with a year, to be used with IGNORECASE and `day_of_match`."""
    month = month_names()
    return (
        rf"(?P<dmy_d>\d{{1,2}})(?:st|nd|rd|th|er|º)?\.?\s+(?:de\s+)?(?P<dmy_m>{month})\.?,?\s+(?:del?\s+)?"
        rf"(?P<dmy_y>\d{{4}}|\d\d)(?![\d:])"
        rf"|(?P<mdy_m>{month})\.?\s+(?P<mdy_d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<mdy_y>\d{{4}})(?!\d)"
        r"|(?<!\d)(?P<ymd_y>\d{4})[-/](?P<ymd_m>\d{1,2})[-/](?P<ymd_d>\d{1,2})(?!\d)"
        r"|(?<!\d)(?P<dot_d>\d{1,2})\.(?P<dot_m>\d{1,2})\.(?P<dot_y>\d{4})(?!\d)"
        r"|(?<!\d)(?P<slash_d>\d{1,2})/(?P<slash_m>\d{1,2})/(?P<slash_y>\d{4})(?!\d)"
    )


@cache
def month_pattern() -> str:
    """A pattern for a month with a year, to be used with IGNORECASE and `month_of_match`."""
    return rf"(?P<my_m>{month_names()})\.?,?\s+(?:de\s+)?(?P<my_y>\d{{4}})(?!\d)"


@cache
def weekday_pattern() -> str:
    """A pattern for an English weekday, whole or cut to three letters."""
    return r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?"


def _of_form(form: str, day: str, month: str, year: str, latest: date) -> DayRange | None:
    if form == "slash":
        # 13/5/2021 can be read one way only, 3/5/2021 can't, and 5/5/2021 doesn't matter.
        first, second = int(day), int(month)
        if first > 12 or first == second:
            return _range(int(year), second, first, latest)
        return _range(int(year), first, second, latest) if second > 12 else None
    number = int(month) if month.isdigit() else _months()[month.lower()]
    if len(year) == 4:
        return _range(int(year), number, int(day), latest)
    for century in range(latest.year // 100, 18, -1):
        found = _range(century * 100 + int(year), number, int(day), latest)
        if found is not None:
            return DayRange(
                earliest=found.earliest,
                latest=found.latest,
                edtf=found.edtf,
                assumed=("century",),
                rule="latest century that fits",
            )
    return None


def _range(year: int, month: int | None, day: int | None, latest: date) -> DayRange | None:
    try:
        first = date(year, month or 1, day or 1)
        last_month = month or 12
        last = date(year, last_month, day or calendar.monthrange(year, last_month)[1])
    except ValueError:
        return None
    if not EARLIEST <= first <= latest:
        return None
    edtf = f"{year:04d}" + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if day else "")
    return DayRange(earliest=first, latest=last, edtf=edtf)


def _of_mail_date(words: str, latest: date) -> DayRange | None:
    """RFC 5322: "Wed, 26 May 2021 14:05:00 +0300"; the day is the one written, whatever the zone."""
    try:
        moment = parsedate_to_datetime(words)
    except (ValueError, TypeError, IndexError):
        return None
    return _range(moment.year, moment.month, moment.day, latest)


@cache
def month_names() -> str:
    """A pattern for the name of a month in any language known."""
    names = sorted(_months(), key=lambda n: (-len(n), n))
    return r"\b(?:" + "|".join(map(re.escape, names)) + r")\b"


@cache
def _months() -> dict[str, int]:
    file = resources.files("secondsource.collect").joinpath("months.csv")
    lines = file.read_text(encoding="utf-8").splitlines()
    months: dict[str, int] = {}
    rows = csv.reader([line for line in lines if not line.startswith("#")])
    offset = sum(line.startswith("#") for line in lines)
    for number, row in enumerate(rows, start=offset + 1):
        if number == offset + 1:
            continue
        if len(row) != 3 or not row[1].isdigit() or not 1 <= int(row[1]) <= 12:
            raise LexiconError(f"months.csv, line {number}", "needs language, month (1 to 12), names.")
        for name in row[2].split():
            if months.setdefault(name, int(row[1])) != int(row[1]):
                raise LexiconError(f"months.csv, line {number}", f'"{name}" already names another month.')
    return months
