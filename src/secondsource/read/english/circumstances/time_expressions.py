"""Every expression of a text that says when, how long or how often, with what it is counted from.

Found by written forms alone (`words/time_expressions.toml`, whose head tells how to add one), without a parse. The
words are not normalised here: `secondsource.resolve.days` makes days of them.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from secondsource.read.english.lexicon import WORDS, entries

_LIST = "time_expressions"
_BLANK = r"(?:[ \t\xa0]{1,3}|[ \t]?\n[ \t]?)"
_BLANK_OR_HYPHEN = r"(?:[ \t\xa0-]|[ \t]?\n)"
_LONGEST_LEAD = 64
_WORD = re.compile(r"\w+")


class TimeKind(StrEnum):
    """What an expression says; the head of the word list explains each."""

    DATE = "date"
    TOLD = "told"
    PUBLISHED = "published"
    CLOCK = "clock"
    DURATION = "duration"
    SET = "set"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """The characters `[start, end)` of a text; `ends` are those of a range's first and last time."""

    start: int
    end: int
    kind: TimeKind
    ends: tuple[tuple[int, int], tuple[int, int]] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Form:
    kind: TimeKind
    words: re.Pattern[str]
    lead: re.Pattern[str]


def find_expressions(text: str) -> tuple[TimeExpression, ...]:
    """The expressions of the text in order, none overlapping another."""
    found: list[TimeExpression] = []
    forms, position = _forms(), 0
    for word in _WORD.finditer(text):
        start = word.start()
        if start < position:
            continue
        core = "figure" if text[start].isdecimal() else _cores().get(word[0].casefold())
        if core is None or _is_verb(text, word):
            continue
        for form in forms[core]:
            if expression := _read(form, text, start, position):
                position = expression.end
                if not _is_name(text, expression.start, expression.end):
                    found.append(expression)
                break
    return tuple(found)


def _read(form: _Form, text: str, core: int, after: int) -> TimeExpression | None:
    """The expression whose core stands at `core`, if the form fits it and what stands before it."""
    words = form.words.match(text, core)
    if not words:
        return None
    lead = form.lead.search(text, max(after, core - _LONGEST_LEAD), core)
    if not lead:
        return None
    has_ends = "first" in form.words.groupindex
    return TimeExpression(
        start=lead.start(),
        end=words.end(),
        kind=form.kind,
        ends=(words.span("first"), words.span("last")) if has_ends else None,
    )


# "may" and "march" are months only with a capital, before a day or behind a preposition; "the March to the sea".
_LED = re.compile(
    r"\b(?:in|since|until|by|of|from|early|late|mid|last|next|\d{1,2}(?:st|nd|rd|th)?)[ -]\Z", re.I
)
_DAY_NEXT = re.compile(r"\.? \d{1,2}(?:st|nd|rd|th)?(?!\w|,\d)|[,.]? (?:1[4-9]|20)\d\d\b")
_MARCHING = re.compile(r" (?:to|on|of|toward|towards|through|against) (?!\d)")
_THE = re.compile(r"\bthe \Z", re.I)


def _is_verb(text: str, word: re.Match[str]) -> bool:
    if word[0].casefold() not in ("may", "march") or _DAY_NEXT.match(text, word.end()):
        return False
    if _LED.search(text, max(0, word.start() - 8), word.start()):
        return False
    if word[0].islower() or _MARCHING.match(text, word.end()):
        return True
    return bool(_THE.search(text, max(0, word.start() - 4), word.start())) and text[
        word.end() : word.end() + 1
    ] in (".", ",")


def _is_name(text: str, start: int, end: int) -> bool:
    """True beside a capitalised word for a body: "1920 Revolution Brigades", "the Movement 23 March"."""
    before, after = _names()
    return bool(after.match(text, end) or before.search(text, max(0, start - _LONGEST_LEAD), start))


@cache
def _forms() -> dict[str, tuple[_Form, ...]]:
    """The forms of each kind of core word, in the order of the list."""
    by_core: dict[str, list[_Form]] = {"figure": [], **{core: [] for core in _table()["cores"]}}
    for entry in entries(_LIST, ("kind", "at", "lead")):
        lead = str(entry["lead"])
        lead = f"(?:{lead[1:-1]})?" if lead.startswith("[") else f"(?:{lead})"
        for words in entry["words"]:
            by_core[entry["at"]].append(
                _Form(kind=TimeKind(entry["kind"]), words=_pattern(words), lead=_pattern(rf"(?<!\w){lead}\Z"))
            )
    return {core: tuple(forms) for core, forms in by_core.items()}


@cache
def _cores() -> dict[str, str]:
    """Each core word with the name of its list."""
    return {word.casefold(): core for core, words in _table()["cores"].items() for word in words}


@cache
def _names() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before, and after, the time in a body's name."""
    heads = "|".join(_table()["names"]["heads"])
    return re.compile(rf"\b(?:{heads}) \Z"), re.compile(rf"(?: [A-Z][\w’'-]+){{0,3}}? (?:{heads})\b")


@cache
def _pattern(form: str) -> re.Pattern[str]:
    """A form of the list as a pattern: its lists and blanks written out."""
    for _ in range(4):  # a list may name another
        form = re.sub(r"\{([a-z_]+)\}", lambda m: f"(?:{_table()['lists'][m[1]]})", form)
    form = re.sub(r"\[[^]]*\]", lambda m: m[0].replace(" ", "\0").replace("_", "\1"), form)
    form = re.sub(r"\(\?<[=!][^()]*\)", lambda m: m[0].replace(" ", r"\s"), form)
    form = form.replace(" ", _BLANK).replace("_", _BLANK_OR_HYPHEN).replace("\0", " ").replace("\1", "_")
    return re.compile(form.replace("[A-Z]", "(?-i:[A-Z])").replace("(?-i:(?-i:[A-Z]))", "(?-i:[A-Z])"), re.I)


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((WORDS / f"{_LIST}.toml").read_text(encoding="utf-8"))
