"""How the origin of a predicate stands to it: negated, denied, hedged or asserted."""

from __future__ import annotations

from spacy.tokens import Doc

from secondsource.records import Stance

_HEDGES = frozenset(
    "reportedly allegedly apparently purportedly possibly perhaps seemingly probably likely".split()
)


def stance_at(doc: Doc, token: int) -> Stance:
    """The stance at the predicate headed by the token."""
    here = doc[token]
    for child in here.children:
        if child.dep_ == "neg":
            return Stance.DENIES
        if child.lower_ in _HEDGES or (child.dep_ == "aux" and child.lower_ in {"could", "may", "might"}):
            return Stance.DOUBTS
    for above in here.ancestors:
        if above.lemma_ in {"deny", "refute", "reject"}:
            return Stance.DENIES
        if above.dep_ not in {"ccomp", "xcomp", "dobj", "pobj", "prep", "pcomp"}:
            break
    return Stance.ASSERTS
