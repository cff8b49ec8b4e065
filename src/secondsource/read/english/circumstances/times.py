"""Times of a text on its tokens, not yet resolved: the expressions that name a day, and which belongs to a deed."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Doc

from secondsource.read.english.circumstances.time_anchors import anchors_of
from secondsource.read.english.circumstances.time_expressions import TimeKind, find_expressions
from secondsource.records import Span, TimeMention

_NAMES_DAYS = frozenset({TimeKind.DATE, TimeKind.TOLD, TimeKind.PUBLISHED})
_FUTURE = re.compile(r"\b(?:tomorrow|next|coming)\b", re.I)
_SINCE, _SINCE_REACH = re.compile(r"\bsince\s\Z", re.I), 7  # "since 2019" is not 2019: its end is open
_UNCOUNTED = re.compile(
    r"^(?:only |just )?(?:a few|few|several|many|some|(?:hours|days|weeks|months|years) )", re.I
)

_WIDE = re.compile(
    r"\b(january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn"
    r"|winter|(19|20)\d\d)\b"
)
# "Its report of 3 March that ...", "the story published on 3 March", "its March 3 report": when it was told.
_TELLINGS = frozenset({"report", "story", "article", "dispatch", "bulletin", "account", "item"})
_OF_TELLINGS = frozenset({"of", "from", "dated", "published", "on", "carried", "issued", "sent", "out"})
_OWN_DAY = re.compile(r"\b\d{1,2}(st|nd|rd|th)?\b|day\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTime:
    """A time expression on tokens `[start, end)`."""

    start: int
    end: int
    mention: TimeMention


def find_times(
    doc: Doc, span: Callable[[int, int], Span], words: Callable[[int, int], str]
) -> tuple[FoundTime, ...]:
    """The times of the text that name days, in order; a day told twice ("Thursday, 6 May") is one."""
    found: list[FoundTime] = []
    expressions = find_expressions(doc.text)
    for expression, anchor in zip(expressions, anchors_of(doc.text, expressions), strict=True):
        if expression.kind not in _NAMES_DAYS:
            continue
        since = _SINCE.search(doc.text, max(0, expression.start - _SINCE_REACH), expression.start)
        first = since.start() if since and expression.kind is not TimeKind.TOLD else expression.start
        whole = doc.char_span(first, expression.end, alignment_mode="expand")
        if whole is None or _UNCOUNTED.match(whole.text):
            continue
        start, end = whole.start, whole.end
        if found and start < found[-1].end:
            continue
        if found and found[-1].end == start - 1 and doc[start - 1].text in {",", "("}:
            start = found.pop().start
        text = words(start, end)
        mention = TimeMention(
            span=span(start, end), words=text, anchor=anchor, is_future=bool(_FUTURE.search(text))
        )
        found.append(FoundTime(start=start, end=end, mention=mention))
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
    here = tuple(t for t in here if not _dates_a_telling(doc, t))
    if not here:
        return None
    subtree = {t.i for t in doc[token].subtree}

    def rank(time: FoundTime) -> tuple[bool, bool, int]:
        return not clause[0] <= time.start < clause[1], time.start not in subtree, abs(time.start - token)

    return min(here, key=rank).mention


def _dates_a_telling(doc: Doc, time: FoundTime) -> bool:
    """True of the day on which a report came out, which is not the day of what it tells."""
    after = doc[time.end].lower_ if time.end < len(doc) else ""
    owner = doc[time.start - 1] if time.start else None
    if after in _TELLINGS:
        return owner is not None and (owner.dep_ == "poss" or owner.lower_ in {"the", "a"})
    at = time.start - 1
    while at > 0 and doc[at].lower_ in _OF_TELLINGS:
        at -= 1
    return 0 <= at < time.start - 1 and doc[at].lower_ in _TELLINGS and not after.startswith(("'", "’"))
