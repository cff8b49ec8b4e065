"""Title, author, outlet, address and day as the first lines of a text give them; what isn't marked stays None.

Looks at the head alone (the first lines that hold words), takes only days that are written whole, and leaves a
day inside a sentence where it is: "On May 26, 2021, militants attacked" says nothing about publication.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from secondsource.collect.days import (
    day_of_match,
    day_pattern,
    month_names,
    month_of_match,
    month_pattern,
    weekday_pattern,
)
from secondsource.errors import LexiconError
from secondsource.records import DayRange

_HEAD_CHARS = 3_000
_HEAD_LINES = 14
_TITLE_CHARS = 160
_BYLINE_CHARS = 160
# Small words inside names.
_SMALL = frozenset(
    ["and", "de", "da", "del", "al", "el", "bin", "ibn", "van", "von", "der", "the", "of", "in", "for"]
)
_SECTIONS = ("day_label", "publication", "outlet_label", "outlet_word", "url_label")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What the head of a text says of it. `agency` stands in brackets behind the dateline's day."""

    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    url: str | None = None
    agency: str | None = None
    day: DayRange | None = None
    day_from: str | None = None


def read_head(text: str, *, latest: date) -> Head:
    """The head of a text. Days after `latest` are not believed."""
    lines = _head_lines(text)
    day, day_from, agency = _find_day(lines, latest)
    outlet, url = None, None
    for line in lines:
        if (match := _labelled("url_label").match(line)) and re.match(r"https?://\S+$", match["rest"]):
            url = url or match["rest"]
        elif (match := _labelled("outlet_label").match(line)) and _is_name(match["rest"]):
            outlet = outlet or match["rest"]
    signed = _signed_day(lines, latest)
    if signed is not None:
        outlet = outlet or signed[0]
        day, day_from = (day, day_from) if day is not None else (signed[1], "by-line")
    return Head(
        title=_title(lines, latest, whole=len(text) <= _HEAD_CHARS),
        author=next((a for a in map(_author, lines) if a), None),
        outlet=outlet,
        url=url,
        agency=agency,
        day=day,
        day_from=day_from,
    )


@cache
def words_of_heads() -> dict[str, tuple[dict[str, Any], ...]]:
    """The entries of heads.toml by section. Raises LexiconError naming the entry that breaks its schema."""
    file = resources.files("secondsource.collect").joinpath("heads.toml")
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError("heads.toml", f"is no TOML: {error}") from None
    if data.get("format") != 1:
        raise LexiconError("heads.toml", f"has format {data.get('format')}, and this version reads 1.")
    for section in _SECTIONS:
        for number, entry in enumerate(data.get(section, ()), start=1):
            wrong = [k for k in ("words", "must", "must_not") if not entry.get(k)]
            if wrong:
                raise LexiconError(f"heads.toml, {section} {number}", f"lacks {', '.join(wrong)}.")
    return {section: tuple(data[section]) for section in _SECTIONS}


def _head_lines(text: str) -> list[str]:
    lines = (_plain(line) for line in text[:_HEAD_CHARS].splitlines())
    return [line for line in lines if line][:_HEAD_LINES]


def _plain(line: str) -> str:
    """The line without Markdown's marks and the byte order mark."""
    line = line.strip().strip("\ufeff").strip()
    line = re.sub(r"^#{1,6}\s+|\s+#+$", "", line)
    return re.sub(r"^(\*\*|__|[*_])(.+?)\1$", r"\2", line).strip()


def _find_day(lines: list[str], latest: date) -> tuple[DayRange | None, str | None, str | None]:
    agency = None
    # "Published 8 March" says more than the day that a heading is about.
    for line in lines:
        match = _labelled_day().search(line) if len(line) <= _BYLINE_CHARS else None
        if match is not None and (day := day_of_match(match, latest=latest)) is not None and not day.assumed:
            return day, "by-line", next((a for a in map(_dateline_agency, lines) if a), None)
    for line in lines:
        if (day := _day_of_byline(line, latest)) is not None:
            return day, "by-line", agency
        if (match := _is_dateline(line)) is not None:
            day = day_of_match(match, latest=latest)
            agency = agency or _dateline_agency(line)
            if day is not None:
                return day, "dateline", agency
    return None, None, agency


def _signed_day(lines: list[str], latest: date) -> tuple[str, DayRange] | None:
    """Who publishes and when, where a head line is "NAME, 14 March 2025" and the name is no mere place."""
    for line in lines[:4]:
        match = _name_and_day().match(line)
        if match is None or (day := day_of_match(match, latest=latest)) is None or day.assumed:
            continue
        name = match["name"].strip()
        if is_outlet_name(name) or _signs(name, lines):
            return name, day
    return None


def is_outlet_name(name: str) -> bool:
    """True if a word of the name says that an organisation bears it, not a person or a place.

    >>> is_outlet_name("Aldous Institute"), is_outlet_name("Ada Aldous")
    (True, False)
    """
    words = re.findall(r"[^\W\d_]+", name)
    known = {w for e in words_of_heads()["outlet_word"] for w in e["words"]}
    return (
        1 < len(words) <= 8
        and any(w.lower() in known for w in words)
        and all(w[0].isupper() or w in _SMALL for w in words)
    )


def _signs(name: str, lines: list[str]) -> bool:
    """True if the head also bears the name as an author's: over it ("NAME - Statement 4") or as its office."""
    own = re.escape(name)
    title = lines[0] if lines else ""
    return bool(
        re.match(rf"(?:the\s+)?{own}\s*(?:[-–—:|(]|$)", title, re.IGNORECASE)
        or re.search(rf"\b(?:of|from|by)\s+(?:the\s+)?{own}$", title, re.IGNORECASE)
        or any(re.match(rf"(?:[A-Z]\w+\s+){{1,4}}of\s+(?:the\s+)?{own}$", line) for line in lines[1:4])
    )


def _day_of_byline(line: str, latest: date) -> DayRange | None:
    if len(line) > _BYLINE_CHARS:
        return None
    for pattern in (_labelled_day(), _day_alone(), _day_of_publication(), _day_behind_author()):
        if (match := pattern.search(line)) is None:
            continue
        day = day_of_match(match, latest=latest)
        if day is None and match.groupdict().get("my_m"):
            day = month_of_match(match, latest=latest)
        # A year of two digits is the custom of datelines alone.
        if day is not None and not day.assumed:
            return day
    return None


def _title(lines: list[str], latest: date, *, whole: bool) -> str | None:
    """The first short line that is no sentence and has more below it."""
    for line in lines[:2]:
        if _author(line) or _day_alone().search(line) or _is_label(line):
            continue
        is_last = whole and line == lines[-1]
        if is_last or len(line) > _TITLE_CHARS or _is_dateline(line):
            return None
        return None if re.search(r"[.;,:]$", line) and not re.search(r"\b\w\.$", line) else line
    return None


def _author(line: str) -> str | None:
    """Names behind "By" at the start of a short line: "By Ada Lund and Bo Ek, Border Review, June 2022"."""
    if len(line) > _BYLINE_CHARS:
        return None
    match = re.match(r"[Bb][Yy]:?\s+(?P<names>[^|,·•/\d]+?)\s*(?:$|[|,·•/]|\s[–—-]\s|\d)", line)
    if match is None or re.search(r"[.!?]$", line) or not _are_names(match["names"]):
        return None
    return match["names"]


def _are_names(words: str) -> bool:
    parts = words.split()
    return 1 <= len(parts) <= 10 and all(p[0].isupper() or p in _SMALL or not p[0].isalpha() for p in parts)


def _is_name(words: str) -> bool:
    return len(words) <= 80 and not re.match(r"https?:", words) and not re.search(r"[.!?]\s+\S|[!?]$", words)


def _is_label(line: str) -> bool:
    return any(_labelled(section).match(line) for section in ("outlet_label", "url_label")) or bool(
        re.match(rf"\W*(?:{_alternatives('day_label')})\b", line, re.IGNORECASE)
        and _labelled_day().search(line)
    )


def _is_dateline(line: str) -> re.Match[str] | None:
    """A dateline gives a day or an agency; a place and a dash alone could be anything."""
    match = _dateline().match(line)
    return match if match and (match["agency"] or re.search(r"\d", match[0])) else None


def _dateline_agency(line: str) -> str | None:
    """The agency in brackets before a sentence; "RED HAND (RH) - COMMUNIQUE 6" is a heading and no dateline."""
    match = _is_dateline(line)
    is_sentence = match is not None and len(re.findall(r"\b[a-z]{2,}\b", line[match.end() :])) > 0
    return match["agency"] if match is not None and is_sentence else None


@cache
def _alternatives(section: str) -> str:
    words = sorted((w for e in words_of_heads()[section] for w in e["words"]), key=lambda w: (-len(w), w))
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in words)


@cache
def _labelled(section: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{_alternatives(section)})\s*:\s*(?P<rest>\S.*)$", re.IGNORECASE)


_CLOCK = r"(?:,?\s*(?:at\s+)?\d{1,2}[:.h]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?(?:\s*\(?(?:[A-Z]{2,4}|UTC[+-]\d+)\)?)?)"


@cache
def _labelled_day() -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|[|/·•(\[]\s*|\s[–—-]\s+|,\s+)(?:{_alternatives('day_label')})\s*[:,]?\s+(?:on\s+)?"
        rf"(?:{weekday_pattern()},?\s+)?(?:{day_pattern()}|{month_pattern()}){_CLOCK}?"
        r"(?=$|\s*[|/·•)\]]|\s+by\s+[A-Z\W]|\s{2,}|\s+[–—-]\s)",
        re.IGNORECASE,
    )


@cache
def _day_alone() -> re.Pattern[str]:
    """A line that is a day, or begins with one that is set apart from what follows."""
    return re.compile(
        rf"^[(\[]?(?:{weekday_pattern()},?\s+)?(?:{day_pattern()}){_CLOCK}?[)\]]?(?=$|\.$|\s{{2,}}|\s*[|·•(])",
        re.IGNORECASE,
    )


@cache
def _name_and_day() -> re.Pattern[str]:
    word = r"[^\W\d_][\w'’&.-]*"
    return re.compile(
        rf"^(?P<name>(?-i:(?=[^\W\d_a-z]|al-)){word}(?:\s{word}){{0,7}}),\s+(?:{weekday_pattern()},?\s+)?(?:{day_pattern()})"
        rf"{_CLOCK}?$",
        re.IGNORECASE,
    )


@cache
def _day_of_publication() -> re.Pattern[str]:
    return re.compile(
        rf"^(?=.*\b(?:{_alternatives('publication')})\b)[^.!?]*(?:\bno\.[^.!?]*)?[,|·•(:–—-]?\s*(?<![\w])"
        rf"(?:{weekday_pattern()},?\s+)?(?:{day_pattern()})[)\]]?$",
        re.IGNORECASE,
    )


@cache
def _day_behind_author() -> re.Pattern[str]:
    return re.compile(
        rf"^by:?\s+[^.!?]*?[,|·•/(–—-]?\s+(?:{weekday_pattern()},?\s+)?(?:{day_pattern()}|{month_pattern()})"
        rf"{_CLOCK}?\)?$",
        re.IGNORECASE,
    )


@cache
def _dateline() -> re.Pattern[str]:
    """ "LIMA, 3 NOV 89 (AFP) --", "DEIR NAHWA, March 14, 2019 (Meridian Wire) —", "BAGHDAD (Reuters) -"."""
    word = r"(?:[^\W\d_][\w'’.-]*)"
    yearless = rf"{month_names()}\.?\s+\d{{1,2}}|\d{{1,2}}\s+{month_names()}\.?"
    place = rf"{word}(?:\s{word}){{0,3}}"
    return re.compile(
        rf"^(?-i:(?=[^\W\d_a-z])){place}(?:\s*[,/]\s*{place}){{0,3}}(?:,?\s+(?:{day_pattern()}|{yearless}))?"
        r"(?:\s*\((?P<agency>[^()\d]{2,40})\))?\s*(?:--+|[–—:]|-(?=\s|$))",
        re.IGNORECASE,
    )
