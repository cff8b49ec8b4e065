"""What each expression of a text is counted from: the words of the times before it, nearest first.

"In 1941 … on 7 December … the next day … in January": "the next day" hangs on "7 December", which hangs on "1941". A
date without its year hangs on those before it only where the text tells of years long past (see `is_retelling`);
in news it belongs to the time of publication.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from secondsource.read.english.circumstances.time_expressions import TimeExpression, TimeKind
from secondsource.records.evidence import ANCHORS_PARTED

_LONGEST_CHAIN = 12
_FEWEST_YEARS, _YEARS_TO_TODAY = 6, 10
_LINKS = frozenset({TimeKind.DATE, TimeKind.TOLD, TimeKind.PUBLISHED})
_RETOLD_LINKS = frozenset({TimeKind.DATE, TimeKind.TOLD})
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)|\d0['‘’]?s\b|\bB\.? ?C\b|\bcentury\b|\bA\.?D\b", re.I)
_BARE_YEAR = re.compile(r"(?:the years? )?\d{4}(?: ?[-–—/] ?\d+)?$", re.I)
_OPENING = re.compile(
    r"(?:[.!?:]['\"”’)]*\s|\n)\W{0,2}(?:(?:In|By|During|Throughout|Since|From|Until|Early in|Late in)\s)?\Z"
)


def anchors_of(text: str, expressions: Sequence[TimeExpression]) -> tuple[str | None, ...]:
    """For each expression the times that it hangs on, as `TimeMention.anchor`; None for those that hang on none."""
    retells = is_retelling(text, expressions)
    links = _RETOLD_LINKS if retells else _LINKS
    told: tuple[str, ...] = ()  # the times told before, nearest first, back to one with its year
    line: tuple[
        str, ...
    ] = ()  # the same without years in passing ("a song of 1998"), for dates without a year
    found: list[str | None] = []
    for expression in expressions:
        words = text[expression.start : expression.end]
        is_date = expression.kind is TimeKind.DATE
        is_whole = is_date and bool(_YEAR.search(words))
        hangs = expression.kind in (TimeKind.TOLD, TimeKind.CLOCK) or (retells and is_date and not is_whole)
        chain = (line or told) if is_date else told
        found.append(ANCHORS_PARTED.join(chain) if hangs and chain else None)
        if expression.kind in links:
            link = (words, *chain) if hangs else (words,)
            told = (*link[: _LONGEST_CHAIN - 1], link[-1]) if len(link) > _LONGEST_CHAIN else link
            line = line if is_whole and _is_in_passing(text, expression) else told
    return tuple(found)


def _is_in_passing(text: str, expression: TimeExpression) -> bool:
    """True for a bare year that opens no sentence, and for a span of years."""
    if not _BARE_YEAR.match(text, expression.start, expression.end):
        return False
    before = text[max(0, expression.start - 24) : expression.start]
    return expression.ends is not None or not (expression.start == 0 or _OPENING.search(before))


def is_retelling(text: str, expressions: Sequence[TimeExpression]) -> bool:
    """True for a text that gives the years of what it tells, and hardly speaks of today or last week."""
    years = sum(1 for e in expressions if e.kind is TimeKind.DATE and _YEAR.search(text[e.start : e.end]))
    published = sum(1 for e in expressions if e.kind is TimeKind.PUBLISHED)
    return years >= _FEWEST_YEARS and years >= _YEARS_TO_TODAY * published
