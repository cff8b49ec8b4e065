"""Whom a pronoun or "the group" cannot mean: who is the subject of its own clause.

"The coalition fights the militants": these are not the coalition's (principles B and C of binding theory).
"""

from __future__ import annotations

from spacy.tokens import Token

from secondsource.read.english.who.found_mention import FoundMention

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# What stands in the clause of a verb without being its subject.
_INSIDE = frozenset(
    {"dobj", "pobj", "dative", "prep", "pcomp", "xcomp", "agent", "conj", "acomp", "oprd", "appos"}
)
_DEPTH = 8


def others_in_clause(token: Token, before: list[FoundMention]) -> frozenset[str]:
    """Names of the actors that are the subject of the verb of which the token is an object."""
    at = token.head if token.dep_ == "poss" and token.head.dep_ == "attr" else token  # "A is its ally"
    if at.dep_ not in _INSIDE | {"attr"} or (at is token and at.dep_ == "attr"):
        return frozenset()
    for _ in range(_DEPTH):
        if at.dep_ not in _INSIDE | {"attr"} or at.head is at:
            return frozenset()
        at = at.head
        subjects = [c for c in at.children if c.dep_ in _SUBJECTS and c.i != token.i]
        if subjects:
            heads = {t.i for s in subjects for t in (s, *s.conjuncts)}
            return frozenset(m.mention.name for m in before[-30:] if m.head in heads)
    return frozenset()


def wholes_around(token: Token, before: list[FoundMention]) -> frozenset[str]:
    """Names of the phrases that the token is inside of: "a mobile team of the outfit" is not the outfit."""
    at, heads = token, set()
    while at.dep_ in {"pobj", "poss"}:
        at = at.head.head if at.dep_ == "pobj" else at.head
        heads.add(at.i)
    return frozenset(m.mention.name for m in before[-30:] if m.head in heads)
