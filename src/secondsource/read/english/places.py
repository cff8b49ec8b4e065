"""Place mentions with the containers that the text gives."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Doc

from secondsource.read.english.mentions import FoundMention
from secondsource.records import PlaceMention, Span


def find_places(
    doc: Doc,
    span: Callable[[int, int], Span],
    words: Callable[[int, int], str],
    mention_at: Callable[[int], FoundMention | None],
) -> dict[int, PlaceMention]:
    """The place that each token is part of."""
    found: dict[int, PlaceMention] = {}
    for ent in doc.ents:
        if ent.label_ in {"GPE", "LOC", "FAC"} and not mention_at(ent.root.i):
            mention = PlaceMention(span=span(ent.start, ent.end), name=words(ent.start, ent.end))
            found |= dict.fromkeys(range(ent.start, ent.end), mention)
    return found


def place_of(doc: Doc, token: int, places: dict[int, PlaceMention]) -> PlaceMention | None:
    """The place of the predicate at the token: in its subtree, else in its sentence."""
    for inside in (doc[token].subtree, doc[token].sent):
        for t in inside:
            if t.i in places:
                return places[t.i]
    return None
