"""Interviews printed as questions and answers: whose "you" and "we" are, and where each turn stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter

from spacy.tokens import Token

from secondsource.read.english.namings.mentioned import MentionedText
from secondsource.read.english.who.mentions import FoundMention

_TURN = re.compile(r"^[ \t]*(?:(Q|A)[.:][ \t]|\[)", re.MULTILINE)
_FEWEST = 2
_YOU = frozenset({"you", "your", "yours", "yourselves"})
_WE = frozenset({"we", "us", "our", "ours", "ourselves"})


def interviewed(parsed: MentionedText, token: Token) -> FoundMention | None:
    """The group that "you" in a question and "we" in an answer mean; None for any other word or text."""
    low = token.lower_
    if low not in _YOU | _WE or _turn(parsed, token) != ("Q" if low in _YOU else "A"):
        return None
    return _guest(parsed)


def answering(parsed: MentionedText, token: Token) -> FoundMention | None:
    """The group whose answer the token is part of; None outside of answers."""
    return _guest(parsed) if _turn(parsed, token) == "A" else None


def _turn(parsed: MentionedText, token: Token) -> str:
    turns = _turns(parsed.text)
    at = bisect_right(turns, parsed.span(token.i, token.i + 1).start, key=lambda t: t[0]) - 1
    return turns[at][1] if at >= 0 and sum(who == "A" for _, who in turns) >= _FEWEST else ""


def _turns(text: str) -> list[tuple[int, str]]:
    """Where questions, answers and notes in brackets start, in order."""
    return [(m.start(), m[1] or "") for m in _TURN.finditer(text)]


def _guest(parsed: MentionedText) -> FoundMention | None:
    """The group named most, and first, before the first question."""
    end = _turns(parsed.text)[0][0]
    named = [
        m
        for m in parsed.mentions
        if m.mention.span.start < end and m.is_named and m.role in {"body", "name", "band", "force"}
    ]
    counts = Counter(m.mention.name for m in named)
    return max(named, key=lambda m: (counts[m.mention.name], -m.start), default=None)
