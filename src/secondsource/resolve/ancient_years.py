"""Years before Christ: EDTF alone, since Python's calendar begins with year 1 (ISO 8601 counts 1 BC as year 0)."""

from __future__ import annotations

import re

from secondsource.records import DayRange
from secondsource.resolve.day_ranges import SPRING, Parts, edtf_of, range_of
from secondsource.resolve.time_forms import MONTHS, SEASONS, Match

_YEAR = re.compile(r"(?P<year>-\d{4})(?:-\d\d)?(?:-\d\d)?")
_UNITS = {"year": 1, "decade": 10, "century": 100}


def with_era(match: Match) -> DayRange | None:
    """A year, month or season of an era that is written out: "480 BC", "September 480 BC", "AD 70"."""
    year = int(match.parts["bare_year"])
    month, season = match.index("month", MONTHS), match.index("season", SEASONS)
    if year == 0:
        return None
    parts = Parts(
        year=1 - year if is_before_christ(match) else year,
        month=None if month is None else month + 1,
        season=None if season is None else SPRING + season,
    )
    return range_of(parts) if edtf_of(parts) else None


def decade_or_century(match: Match) -> DayRange | None:
    """ "the 460s BC" (469 to 460), "the 4th century BC" (400 to 301): an EDTF interval, earliest year first."""
    if "old_decade" in match.parts:
        first = int(re.sub(r"\D", "", match.parts["old_decade"])) + 9
        last = first - 9
    else:
        last = ((match.number("century") or 1) - 1) * 100 + 1
        first = last + 99
    return years(1 - first, 1 - last) if is_before_christ(match) else None


def is_before_christ(match: Match) -> bool:
    """True if the era that is written is one before Christ."""
    return match.parts.get("era", "ad").startswith("b")


def year_of(anchor: DayRange | None) -> int | None:
    """The year before Christ (0 or less) in which an anchor lies, None if it lies in no single one."""
    found = _YEAR.fullmatch(anchor.edtf) if anchor else None
    return int(found["year"]) if found else None


def years(first: int, last: int, rule: str | None = None) -> DayRange | None:
    """From one year to another, both before Christ."""
    if not -9999 <= first <= last <= 0:
        return None
    ends = [edtf_of(Parts(year=y)) for y in (first, last)]
    return DayRange(earliest=None, latest=None, edtf="/".join(dict.fromkeys(str(e) for e in ends)), rule=rule)


def units_away(anchor: DayRange | None, unit: str, away: int, rule: str) -> DayRange | None:
    """The year, decade or century that lies so many from an anchor before Christ."""
    year = year_of(anchor)
    if year is None or unit not in _UNITS:
        return None
    before = 1 - year - away * _UNITS[unit]  # as it is written: 480 BC
    low = {"year": before, "decade": before // 10 * 10, "century": (before - 1) // 100 * 100 + 1}[unit]
    return years(1 - low - _UNITS[unit] + 1, 1 - low, rule) if before > 0 else None
