"""The words of a cue around its head: auxiliaries, negation, adverbs, particles and the preposition it needs."""

from __future__ import annotations

from spacy.tokens import Token

Range = tuple[int, int]

_LEFT = frozenset({"aux", "auxpass", "neg", "advmod"})
_LINKS = frozenset({"from", "of", "by", "in"})
# Verbs and tokens over which "went on to say", "is trying to say", "are more likely to say" reach.
_CLIMB = 3
_FAR = 4
_PREPOSITION_WITHIN = 3


def cue_range(head: Token, preposition: Token | None = None) -> Range:
    """The tokens of a verb's cue; `preposition` leads to its content ("calls for")."""
    end = head.i + 1
    for child in head.children:
        if child.i == end and child.dep_ in {"prt", "neg"}:
            end += 1
    if preposition is not None and 0 <= preposition.i - end <= _PREPOSITION_WITHIN:
        end = preposition.i + 1
    return cue_start(head), end


def cue_start(verb: Token) -> int:
    """Where the verb's group begins, with the verbs that carry it ("went on to", "refrained from")."""
    here = verb
    for _ in range(_CLIMB):
        above = here.head
        if here.dep_ == "xcomp" and above.pos_ in {"VERB", "AUX", "ADJ"} and 0 < here.i - above.i <= _FAR:
            if any(c.dep_ in {"dobj", "nsubj", "nsubjpass"} and c.i > above.i for c in above.children):
                break
            here = above
        elif (
            here.dep_ == "pcomp"
            and above.i == here.i - 1
            and above.lower_ in _LINKS
            and above.head.pos_ == "VERB"
            and 0 < here.i - above.head.i < _FAR
        ):
            here = above.head
        else:
            break
    if here.dep_ == "acomp":
        here = here.head
    if here.i != verb.i and here.dep_ == "xcomp":
        return int(here.i)
    return _group_start(here)


def _group_start(verb: Token) -> int:
    own = {c.i for c in verb.children if c.dep_ in _LEFT and c.i < verb.i and c.tag_ not in {"WRB", "TO"}}
    start: int = verb.i
    while start - 1 in own and verb.doc[start - 1].left_edge.i == start - 1:
        start -= 1
    return start
