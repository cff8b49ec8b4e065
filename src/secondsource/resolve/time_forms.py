"""The forms in which English says when, matched against the words of a time mention.

The forms and word lists are data (`time_words.toml`, whose head tells how to add one). A form must match the
whole expression, so that a year inside a name ("1920 Revolution Brigades") is no year.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from secondsource.errors import LexiconError

MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september", "october"),
    *("november", "december"),
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SEASONS = ("spring", "summer", "autumn", "winter")
UNITS = ("hour", "day", "weekend", "week", "fortnight", "month", "year", "decade", "century")
PARTS = ("early", "mid", "late", "first_half", "second_half", "roughly")
STEPS = ("before", "now", "after", "before_anchor", "at_anchor", "after_anchor")
MEANINGS = ("date", "step", "part", "weeks", "feast", "shift", "past", "named", "anniversary")
_PATH = Path(__file__).with_name("time_words.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One way to say when, and the words it was found to hold."""

    meaning: str
    words: str
    pattern: re.Pattern[str]
    example: str
    gives: str
    not_: str
    days: tuple[int, int] | None
    on: tuple[int, int] | None
    anchored: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A form that an expression has, with its parts: "day" → "6", "month" → "may", "unit" → "week"."""

    form: Form
    text: str
    parts: Mapping[str, str]

    def number(self, name: str) -> int | None:
        """A part as a number, None if the form has no such part here."""
        value = self.parts.get(name)
        return None if value is None else int(re.sub(r"\D", "", value) or word_numbers()[value])

    def index(self, name: str, of: tuple[str, ...]) -> int | None:
        """Where a named part stands in its list ("march" → 2), None if absent."""
        value = self.parts.get(name)
        return None if value is None else of.index(meaning_of(value, of))

    def direction(self) -> str | None:
        """Which of before / now / after (…_anchor), ago, earlier, later the form bears."""
        return next((d for d in (*STEPS, "ago", "earlier", "later") if self.parts.get(d)), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frames:
    """Words around an expression: `openers` are longest first in each list."""

    fillers: re.Pattern[str]
    trailers: re.Pattern[str]
    day_parts: re.Pattern[str]
    since: re.Pattern[str]
    until: re.Pattern[str]
    between: re.Pattern[str]
    joins: re.Pattern[str]


def match_forms(expression: str) -> Iterator[Match]:
    """All forms that the whole (normalised) expression has, in the order of the file."""
    for form in load_forms():
        if found := form.pattern.fullmatch(expression + " "):
            parts = {k: v.strip() for k, v in found.groupdict().items() if v is not None}
            yield Match(form=form, text=expression, parts=parts)


def meaning_of(word: str, among: tuple[str, ...]) -> str:
    """The list heading under which a word stands ("sept" → "september"). Raises KeyError if under none."""
    lists = _data()["words"]
    for heading in among:
        if word in lists[heading]:
            return heading
    raise KeyError(word)


@cache
def load_forms() -> tuple[Form, ...]:
    """Every form of `time_words.toml`. Raises LexiconError with file and form if one breaks the format."""
    return tuple(_form(entry, number) for number, entry in enumerate(_data()["form"], 1))


@cache
def part_pattern(part: str) -> re.Pattern[str]:
    """The opening of an expression that names only that part of a unit: "the end of", "mid"."""
    return re.compile(rf"(?:the )?(?:very )?(?:{_either((part,))})\b")


@cache
def load_frames() -> Frames:
    """The words that may stand around an expression, as patterns."""
    frames = _data()["frames"]

    def either(words: list[str]) -> str:
        return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))

    return Frames(
        fillers=re.compile(rf"(?:{either(frames['fillers'])}) "),
        trailers=re.compile(rf" (?:{either(frames['trailers'])})$"),
        day_parts=re.compile(rf"\b(?:in the |the |on the )?(?:{either(frames['day_parts'])})\b(?: of\b)?"),
        since=re.compile(rf"(?:{either(frames['since'])}) (?P<rest>.+)"),
        until=re.compile(rf"(?:{either(frames['until'])}) (?P<rest>.+)"),
        between=re.compile(rf"(?:{either(frames['between'])}) "),
        joins=re.compile(rf" (?:{either(frames['joins'])}) "),
    )


@cache
def _data() -> dict[str, Any]:
    try:
        data = tomllib.loads(_PATH.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(_PATH.name, str(error), "Mend the file; nothing was resolved.") from error
    if data.get("format") != 1:
        raise LexiconError(_PATH.name, "`format` is not 1.", "Use the file that came with this version.")
    return data


@cache
def word_numbers() -> dict[str, int]:
    """Number words with their numbers: "two" → 2, "third" → 3, "a" → 1."""
    lists = _data()["words"]
    return {word: int(n) for n in lists if n.isdigit() for word in lists[n]}


def _form(entry: dict[str, Any], number: int) -> Form:
    where = f"{_PATH.name}, form {number} ({entry.get('words', '?')})"
    missing = {"is", "words", "example", "gives", "not"} - entry.keys()
    if missing:
        raise LexiconError(
            where, f"lacks {', '.join(sorted(missing))}.", "The head of the file tells the format."
        )
    if entry["is"] not in MEANINGS:
        raise LexiconError(where, f"`is` must be one of {', '.join(MEANINGS)}.", f"It is {entry['is']!r}.")
    days, on = entry.get("days"), entry.get("on")
    return Form(
        meaning=entry["is"],
        words=entry["words"],
        pattern=re.compile(
            "".join(_optional(where, t) for t in re.findall(r"\[[^]]*\]|\S+", entry["words"]))
        ),
        example=entry["example"],
        gives=entry["gives"],
        not_=entry["not"],
        days=(days[0], days[1]) if days else None,
        on=(on[0], on[1]) if on else None,
        anchored=entry.get("anchored"),
    )


def _optional(where: str, token: str) -> str:
    if token.startswith("["):
        return f"(?:{''.join(_token(where, t) for t in token[1:-1].split())})?"
    return _token(where, token)


def _token(where: str, token: str) -> str:
    if not token.startswith("{"):
        return f"(?:{'|'.join(re.escape(t) for t in token.split('|'))}) "
    names = token.strip("{}").split("|")
    try:
        return f"(?:{'|'.join(_macro(n) for n in names)}) "
    except KeyError as error:
        raise LexiconError(where, f"no list is named {error}.", "See [words] in the file.") from error


def _macro(name: str) -> str:
    """A macro as a named group; those that repeat in one form ("part") are not named."""
    if name == "part":
        return _either(PARTS)
    return f"(?P<{name}>{_body(name)})"


def _body(name: str) -> str:
    step = f"(?:{_either(STEPS)})"
    numbers = _either(tuple(n for n in _data()["words"] if n.isdigit()))
    bodies = {
        "day": r"\d{1,2}(?:st|nd|rd|th)?",
        "nth": r"\d{1,2}(?:st|nd|rd|th)",
        "year": r"[12]\d{3}",
        "year2": r"(?:[12]\d)?\d{2}",
        "bare_year": r"\d{1,4}",
        "era": r"bc|bce|b c|b c e|ad|ce",
        "iso": r"\d{1,4}-\d{1,2}(?:-\d{1,4})?",
        "decade": r"[12]\d\d0'?s",
        "old_decade": r"\d{1,2}0'?s",
        "nth_week": rf"\d(?:st|nd|rd|th)|last|final|closing|opening|{numbers}",
        "half": _either(("first_half", "second_half")),
        "century": rf"\d{{1,2}}(?:st|nd|rd|th)|{numbers}",
        "quarter": r"1st|2nd|3rd|4th|first|second|third|fourth|last",
        "month": _either(MONTHS),
        "weekday": _either(WEEKDAYS),
        "season": _either(SEASONS),
        "unit": _either(UNITS),
        "n": rf"\d{{1,3}}(?:st|nd|rd|th)?|{numbers}",
        "year_ref": rf"(?:the )?{step} year",
        "month_ref": rf"(?:the )?{step} month",
        "week_ref": rf"(?:the )?{step} week",
    }
    return bodies.get(name) or _either((name,))


def _either(headings: tuple[str, ...]) -> str:
    lists = _data()["words"]
    return "|".join(
        re.escape(w) for w in sorted((w for h in headings for w in lists[h]), key=len, reverse=True)
    )
