"""Whom the words around an event word charge with it: "accused X of", "blamed on X", "was the work of X"."""

from __future__ import annotations

from spacy.tokens import Token

CHARGING = frozenset({"accuse", "suspect", "blame", "charge", "condemn", "implicate"})
_ASCRIBING = frozenset({"attribute", "ascribe", "blame", "pin", "trace", "link"})
_TAKING_PART = frozenset(
    {"involved", "responsible", "behind", "involvement", "role", "hand", "complicit", "complicity"}
)


def charged_with(token: Token) -> Token | None:
    """Whom the words around an event word charge with it: "accused X of", "blamed X for", "attributed to X"."""
    if token.dep_ == "nsubj" and token.head.lemma_ == "be":
        # "the attack was the work of X"
        for work in token.head.children:
            if work.dep_ == "attr" and work.lower_ in {"work", "handiwork", "doing"}:
                return next(iter(of_what(work)), None)
    head = token
    for _ in range(4):
        above = head.head
        if above.i == head.i:
            return None
        if head.dep_ in {"pobj", "pcomp", "conj", "dobj"} and above.lower_ in {"of", "for", "in", "with"}:
            verb = above.head
            if verb.lemma_ in CHARGING and verb.pos_ == "VERB":
                passive = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
                return passive or next((c for c in verb.children if c.dep_ == "dobj"), None)
            if verb.lower_ == "responsible" and verb.head.lemma_ == "hold":
                # "held the army responsible for"
                return next(
                    (
                        c
                        for c in (*verb.head.children, *verb.children)
                        if c.dep_ in {"dobj", "nsubj", "nsubjpass"}
                        and c.i < verb.i
                        and c.head.lemma_ in {"hold", "responsible"}
                        and c.i > verb.head.i
                    ),
                    None,
                )
            if verb.lower_ in _TAKING_PART:
                return _taking_part(verb)
        if above.lemma_ in _ASCRIBING and head.dep_ in {"dobj", "nsubjpass"}:
            for prep in above.children:
                if prep.dep_ in {"prep", "dative"} and prep.lower_ in {"to", "on", "upon"}:
                    return next((p for p in prep.children if p.dep_ == "pobj"), None)
        if head.dep_ not in {"pobj", "pcomp", "prep", "conj", "dobj"}:
            return None
        head = above
    return None


def of_what(noun: Token) -> list[Token]:
    return [
        p
        for c in noun.children
        if c.dep_ == "prep" and c.lower_ == "of"
        for p in c.children
        if p.dep_ == "pobj"
    ]


def is_charge(token: Token) -> bool:
    """True if the words around an event word accuse ("accused of", "blamed on"), not flatly say who did it."""
    for above in list(token.ancestors)[:4]:
        if above.pos_ == "VERB" and above.lemma_ in CHARGING | _ASCRIBING:
            return True
        if above.lower_ in {"involved", "involvement", "complicity", "complicit"}:
            return True
        if above.pos_ == "VERB":
            return False
    return False


def _taking_part(word: Token) -> Token | None:
    """Who was "responsible for", "involved in" or "behind" it."""
    if word.pos_ in {"NOUN"}:
        owner = next((c for c in word.children if c.dep_ == "poss"), None)
        if owner is not None:
            return owner
        return next(
            (
                p
                for c in word.children
                if c.dep_ == "prep" and c.lower_ == "of"
                for p in c.children
                if p.dep_ == "pobj"
            ),
            None,
        )
    if word.dep_ in {"acl", "amod", "advcl"} and word.head.pos_ in {"NOUN", "PROPN"}:
        return word.head
    verb = word if any(c.dep_ in {"nsubj", "nsubjpass"} for c in word.children) else word.head
    found = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if found is None and verb.dep_ == "conj":
        # "is its elite unit and was responsible for"
        found = next((c for c in verb.head.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if found is not None and found.tag_ in {"WDT", "WP"} and verb.dep_ == "relcl":
        return verb.head
    return found
