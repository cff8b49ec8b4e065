"""TIMEX2's value (MITRE, 2005) for what an expression says: a day, month, season, year, duration, set or PRESENT_REF.

TIMEX2 keeps "early", "mid" and "the morning of" apart from the value: "early May 2020" is 2020-05.
"""

from __future__ import annotations

import re

from secondsource.read.english.circumstances.time_expressions import TimeKind
from secondsource.records import DayRange
from secondsource.resolve.durations import read_duration

_SEASONS = {"21": "SP", "22": "SU", "23": "FA", "24": "WI"}
_SETS = {
    "daily": "XXXX-XX-XX",
    "day": "XXXX-XX-XX",
    "weekly": "XXXX-WXX",
    "monthly": "XXXX-XX",
    "annual": "XXXX",
    "yearly": "XXXX",
}
_PAST = re.compile(r"\b(?:former|formerly|recent|recently|lately|past)\b", re.I)
_PRESENT = re.compile(
    r"\b(?:now|nowadays|current|currently|present|modern|these days|time being|date|of the day|the time)\b",
    re.I,
)
_FUTURE = re.compile(r"\bfuture\b", re.I)
_NIGHT = re.compile(r"\bnight|\bdaytime|\bday-time", re.I)
_WEEKS = re.compile(r"\bweeks?\b", re.I)
_PAST_SPAN = re.compile(r"\b(?:past|last|previous)\b.*\b(?:hour|day|week|month|year|decade|centur)", re.I)


def value_of(words: str, kind: TimeKind, when: DayRange | None) -> str:
    """The value, "" where there is none."""
    if kind is TimeKind.DURATION:
        return read_duration(words) or ""
    if kind is TimeKind.SET:
        return _set(words)
    if kind is TimeKind.VAGUE:
        return _vague(words)
    if (
        when
        and "/" in when.edtf
        and (_WEEKS.search(words) or (kind is TimeKind.PUBLISHED and _PAST_SPAN.search(words)))
    ):
        return read_duration(words) or ""
    if kind is TimeKind.CLOCK and when is None:
        return "XXXX-XX-XX"
    return edtf_value(when.edtf.replace("?", "")) if when else ""


def edtf_value(edtf: str) -> str:
    """TIMEX2's value for an EDTF string.

    >>> edtf_value("2020-05-01/2020-05-10"), edtf_value("-0489"), edtf_value("2014-22"), edtf_value("198X")
    ('2020-05', 'BC0490', '2014-SU', '198')
    """
    if "/" in edtf:
        return _span_value(*edtf.split("/"))
    if before_christ := re.fullmatch(r"-(\d{4})((?:-\d\d)?)", edtf):
        month = before_christ[2]
        return f"BC{int(before_christ[1]) + 1:04d}{f'-{_SEASONS[month[1:]]}' if month[1:] in _SEASONS else month}"
    if before_christ := re.fullmatch(r"-(\d{2,3})(X{1,2})", edtf):
        return f"BC{before_christ[1]}"
    if season := re.fullmatch(r"(\d{4}|XXXX)-(2[1-4])", edtf):
        return f"{season[1]}-{_SEASONS[season[2]]}"
    return edtf.rstrip("X") if re.fullmatch(r"\d+X+", edtf) else edtf


def _span_value(first: str, last: str) -> str:
    """A third or half of a month is that month, half a year is H1 or H2; other spans have no value."""
    if first.startswith("-") and last.startswith("-"):
        early, late = 1 - int(first), 1 - int(last)  # 479 to 470 BC are astronomical -478 to -469
        return (
            f"BC{late // 10:03d}"
            if early - late == 9
            else f"BC{late // 100:02d}"
            if early - late == 99
            else ""
        )
    if len(first) == len(last) == 10 and first[:7] == last[:7]:
        return first[:7]
    if (first[4:], last[4:]) in (("-01", "-06"), ("-07", "-12")) and first[:4] == last[:4]:
        return f"{first[:4]}-H{1 if first[4:] == '-01' else 2}"
    return ""


def _set(words: str) -> str:
    lowered = words.casefold()
    if re.match(r"(?:per|an?|/)\b", lowered):
        return read_duration(lowered) or ""
    return next((value for word, value in _SETS.items() if word in lowered), "")


def _vague(words: str) -> str:
    if _NIGHT.search(words):
        return "XXXX-XX-XX"
    for pattern, value in ((_PAST, "PAST_REF"), (_PRESENT, "PRESENT_REF"), (_FUTURE, "FUTURE_REF")):
        if pattern.search(words):
            return value
    return ""
