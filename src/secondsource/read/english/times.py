"""Time expressions, found but not normalised: words, place in the text, what they are relative to."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Doc

from secondsource.records import Span, TimeMention


def find_times(
    doc: Doc, span: Callable[[int, int], Span], words: Callable[[int, int], str]
) -> dict[int, TimeMention]:
    """The time expression that each token is part of."""
    found: dict[int, TimeMention] = {}
    for ent in doc.ents:
        if ent.label_ in {"DATE", "TIME"}:
            mention = TimeMention(span=span(ent.start, ent.end), words=words(ent.start, ent.end))
            found |= dict.fromkeys(range(ent.start, ent.end), mention)
    return found


def time_of(doc: Doc, token: int, times: dict[int, TimeMention]) -> TimeMention | None:
    """The time of the predicate at the token: in its subtree, else in its sentence."""
    if token in times:
        return times[token]
    for inside in (doc[token].subtree, doc[token].sent):
        for t in inside:
            if t.i in times:
                return times[t.i]
    return None
