"""How the origin of a predicate stands to it: negated, denied, hedged or asserted."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from secondsource.read.english.lexicon import lines
from secondsource.records import Stance

_HEDGES = frozenset(
    {
        "reportedly", "allegedly", "apparently", "purportedly", "possibly", "perhaps", "seemingly",
        "probably", "likely",
    }
)  # fmt: skip


_DENIALS = frozenset(
    {"deny", "refute", "reject", "dismiss", "rebut", "disown", "disavow", "repudiate", "disclaim"}
)
_INSIDE = frozenset({"ccomp", "xcomp", "dobj", "pobj", "prep", "pcomp", "conj", "acl", "nsubjpass", "advcl"})


def stance_at(doc: Doc, token: int) -> Stance:
    """The stance at the predicate headed by the token."""
    here = doc[token]
    if here.pos_ in {"NOUN", "PROPN"}:
        if any(c.dep_ == "det" and c.lower_ == "no" for c in here.children):
            return Stance.DENIES
        if any(
            c.lower_ in {"alleged", "apparent", "possible", "suspected", "supposed"} for c in here.children
        ):
            return Stance.DOUBTS
    found = _own(here)
    if found:
        return found
    if _is_cleft_off(here) or _is_fired_by_none(here):
        return Stance.DENIES
    for above in here.ancestors:
        if above.i > here.i and any(t.text == ";" for t in doc[here.i : above.i]):
            break  # "it is A's; B denies that": the parse may put the one under the other
        if above.lemma_ in _DENIALS:
            return Stance.DENIES
        if above.dep_ not in _INSIDE and above.dep_ != "ROOT":
            break
        if here.dep_ in {"conj", "xcomp", "dobj", "pobj", "prep", "pcomp", "nsubjpass"} and above.pos_ in {
            "VERB",
            "AUX",
        }:
            found = _own(above)
            if found:
                return found
        if above.lemma_ in {"seem", "appear"} and here.dep_ in {"ccomp", "xcomp"}:
            return Stance.DOUBTS
        here = above
    return Stance.ASSERTS


def _is_fired_by_none(here: Token) -> bool:
    """ "No rockets fell there", "no shell hit the depot"; "no soldier died" only counts the dead."""
    return any(
        c.dep_ in {"nsubj", "nsubjpass"}
        and {c.lower_, c.lemma_.lower()} & lines("weapons")
        and any(d.lower_ == "no" for d in c.children)
        for c in here.children
    )


def _is_cleft_off(here: Token) -> bool:
    """ "It was not X that had fired": the deed is somebody else's."""
    if here.dep_ not in {"relcl", "ccomp", "acl", "advcl"} or here.i < here.head.i:
        return False
    be = here.head if here.head.lemma_ == "be" else here.head.head
    return (
        be.lemma_ == "be"
        and any(c.lower_ == "it" and c.i < be.i for c in be.children)
        and any(c.dep_ == "neg" for c in be.children)
    )


def _own(here: Token) -> Stance | None:
    """What the verb's own adverbs and auxiliaries make of it."""
    for child in here.children:
        if child.dep_ == "neg" or (child.dep_ == "advmod" and child.lower_ == "never"):
            return Stance.DENIES
        if child.lower_ in {"neither", "nor"} and child.i < here.i:
            return Stance.DENIES
    first = here.left_edge.i
    if first > 0 and here.dep_ == "conj" and here.doc[first - 1].lower_ == "nor":
        return Stance.DENIES  # "nor did we burn it"
    for child in here.children:
        if child.lower_ in _HEDGES or (child.dep_ == "aux" and child.lower_ in {"could", "may", "might"}):
            return Stance.DOUBTS
    return None
