"""Time expressions, found but not normalised: words, place in the text, what they are relative to."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Doc

from secondsource.records import Span, TimeMention

_MONTH = (
    r"(?:january|february|march|april|june|july|august|september|october|november|december|may"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\b\.?)"
)
_DAY = r"(?:\d{1,2}(?:st|nd|rd|th)?)"
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_PART = r"(?:morning|afternoon|evening|night|noon|midnight|dawn)"
_YEAR = r"(?:,?\s+(?:19|20)\d\d)"
_FORMS = (
    r"(?:the )?(?:intervening )?(?:night|nights) (?:of|between) "
    rf"{_MONTH} {_DAY}(?: and (?:{_MONTH} )?{_DAY})?{_YEAR}?",
    rf"(?:the )?(?:intervening )?(?:night|nights) (?:of|between) {_DAY}(?: and {_DAY})? {_MONTH}{_YEAR}?",
    rf"{_MONTH} {_DAY}(?:\s?(?:-|to|and|,)\s?(?:{_MONTH} )?{_DAY}\b(?!,? (?:people|persons|killed)))?{_YEAR}?",
    rf"{_DAY}(?:\s?(?:-|to|and)\s?{_DAY})?(?: of)? {_MONTH}(?!\w){_YEAR}?",
    rf"{_MONTH}{_YEAR}",
    r"\b(?:19|20)\d\d-\d\d-\d\d\b",
    r"\b\d{1,2}[./]\d{1,2}[./](?:19|20)?\d\d\b",
    r"(?:early |late |later )?(?:this|last|yesterday|tomorrow|next) "
    rf"(?:{_PART}|week|month|year|weekend|{_WEEKDAY}|{_MONTH})",
    rf"\b(?:that|the same|same|the following|the next|the previous) (?:day|{_PART}|week|month|year)",
    rf"(?:early |late )?(?:on )?{_WEEKDAY}(?: {_PART})?",
    r"\b(?:today|yesterday|tonight|tomorrow|day before yesterday)\b",
    r"\b(?:a|one|two|three|four|five|six|seven|ten|\d+) (?:days?|weeks?|months?|years?|hours?) "
    r"(?:ago|earlier|before|later)\b",
    r"\bin (?:the )?(?:past|last|previous) (?:few |two |three |24 |48 )?"
    r"(?:hours|days|weeks|months|years|month|week|year)\b",
    rf"\b(?:in|since|during|early|late|mid-?)\s?(?:{_MONTH})(?!\w)(?!,? \d)",
    r"\b(?:in|since|during|by|until|of) (?:early |late |mid-)?(?:19|20)\d\d\b",
    rf"\b(?:last|in|since) {_MONTH}(?!\w)(?! \d{{1,2}}\b){_YEAR}?",
)
_FORM = re.compile("|".join(f"(?:{f})" for f in _FORMS), re.I)
_LEAD = re.compile(r"^(?:on|in|since|during|by|until|of)\s+", re.I)
_FUTURE = re.compile(r"\b(?:tomorrow|next)\b", re.I)
# "may" is a month only where a day, year or "in" stands by it; the forms see to all but this one.
_BARE_MAY = re.compile(r"^(?:in |since |last )?(?:may|march)$", re.I)

_WIDE = re.compile(
    r"\b(january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn"
    r"|winter|(19|20)\d\d)\b"
)
_OWN_DAY = re.compile(r"\b\d{1,2}(st|nd|rd|th)?\b|day\b")

# Told from a day that the text named before, not from the day it was published.
_ANCHORED = re.compile(r"\b(?:that|same|following|next|previous|earlier|later|before|after)\b", re.I)
_ABSOLUTE = re.compile(rf"{_MONTH}|\d{{4}}", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTime:
    """A time expression on tokens `[start, end)`."""

    start: int
    end: int
    mention: TimeMention


def find_times(
    doc: Doc, span: Callable[[int, int], Span], words: Callable[[int, int], str]
) -> tuple[FoundTime, ...]:
    """The time expressions of the text, in order."""
    found: list[FoundTime] = []
    told: str | None = None
    for match in _FORM.finditer(doc.text):
        lead = _LEAD.match(match.group())
        start_char = match.start() + (lead.end() if lead else 0)
        whole = doc.char_span(start_char, match.end(), alignment_mode="expand")
        if whole is None or (_BARE_MAY.match(match.group()) and not doc.text[start_char].isupper()):
            continue
        start, end = whole.start, whole.end
        # "8 June" of "8 June 2014" is one; so is a weekday beside its date.
        if found and start < found[-1].end:
            continue
        if (
            found
            and start - found[-1].end <= 1
            and doc[start - 1].text in {",", "("}
            and found[-1].end == start - 1
        ):
            joined = found.pop()
            start = joined.start
        text = words(start, end)
        anchor = told if told and _ANCHORED.search(text) and not _ABSOLUTE.search(text) else None
        if _ABSOLUTE.search(text) and re.search(r"\d", text):
            told = text
        found.append(
            FoundTime(
                start=start,
                end=end,
                mention=TimeMention(
                    span=span(start, end), words=text, anchor=anchor, is_future=bool(_FUTURE.search(text))
                ),
            )
        )
    return tuple(found)


def is_wide(time: TimeMention) -> bool:
    """True for a month, a season or a year without a day of its own."""
    words = time.words.lower()
    return bool(_WIDE.search(words)) and not _OWN_DAY.search(words)


def time_of(
    doc: Doc,
    token: int,
    clause: tuple[int, int],
    reach: tuple[int, int],
    times: tuple[FoundTime, ...],
) -> TimeMention | None:
    """The time of the predicate at the token: under it, in its clause, in its sentence; the nearest of each."""
    first = bisect_left(times, reach[0], key=lambda t: t.start)
    here = times[first : bisect_left(times, reach[1], key=lambda t: t.start)]
    if not here:
        return None
    subtree = {t.i for t in doc[token].subtree}

    def rank(time: FoundTime) -> tuple[bool, bool, int]:
        return not clause[0] <= time.start < clause[1], time.start not in subtree, abs(time.start - token)

    return min(here, key=rank).mention
