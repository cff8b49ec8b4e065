"""Names that a text itself shows to be states': they have ministries and governments, and back or pay for others.

A place is no actor; but "Tolmen's Foreign Ministry denied", "financed by Tolmen" and "Tolmen or any other state"
speak of a state, whether or not a list knows it. The name is a state throughout such a text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from spacy.tokens import Doc, Token

from secondsource.read.english.who.names import bodies

# What only a state has, and what a leader or a group may have too.
_STATES_OWN = frozenset({"ministry", "parliament", "embassy", "ambassador", "consulate", "consul"})
_ORGANS = frozenset(
    {"government", "army", "president", "minister", "authorities", "military", "border", "envoy"}
)
_BACKING = frozenset({"back", "finance", "fund", "arm", "sponsor", "bankroll", "equip", "command"})
# What states do to one another in words; a leader or a group says much else, and a town none of it.
_DIPLOMATIC = frozenset(
    {"deny", "reject", "dismiss", "accuse", "protest", "condemn", "recognise", "recognize"}
)
_PLACES = frozenset({"", "GPE", "LOC", "ORG", "NORP", "PERSON"})


def states_told(
    doc: Doc, runs: Iterable[tuple[int, int]], words: Callable[[int, int], str]
) -> frozenset[str]:
    """The names, of one or two words, that the text shows to be states'."""
    return frozenset(
        words(start, end)
        for start, end in runs
        if end - start <= 2 and doc[start].ent_type_ in _PLACES and _is_state(doc, start, end)
    )


def _is_state(doc: Doc, start: int, end: int) -> bool:
    head = doc[start:end].root
    if head.text.isupper() or head.tag_ == "NNPS":
        return False
    if any(t.lower_ in bodies() for t in doc[start:end]):
        return False
    return (
        _has_organ(doc, start, end)
        or _is_beside_states(doc, start, end)
        or _backs(head)
        or _is_backer(doc, start, end)
        or _answers(head)
    )


def _is_backer(doc: Doc, start: int, end: int) -> bool:
    """ "the Tolmen-backed militia"."""
    after = [t.lower_ for t in doc[end : end + 2]]
    return after in (["-", "backed"], ["-", "sponsored"], ["-", "funded"]) and not doc[start].text.isupper()


def _answers(head: Token) -> bool:
    """ "Tolmen rejects this": a place by its label, which does what states do."""
    return head.ent_type_ == "GPE" and head.dep_ == "nsubj" and head.head.lemma_ in _DIPLOMATIC


def _has_organ(doc: Doc, start: int, end: int) -> bool:
    """ "Tolmen's Foreign Ministry"."""
    if end + 1 >= len(doc) or doc[end].text != "'s":
        return False
    label = doc[start].ent_type_
    others = {"PERSON": frozenset[str](), "ORG": frozenset({"envoy"})}.get(label, _ORGANS)
    organs = _STATES_OWN | others
    return any(t.lower_ in organs for t in doc[end + 1 : end + 4])


def _is_beside_states(doc: Doc, start: int, end: int) -> bool:
    """ "Tolmen or any other state"."""
    after = [t.lower_ for t in doc[end : end + 6]]
    return after[:1] in (["or"], ["and"]) and any(
        after[k : k + 2]
        in (["other", "state"], ["other", "states"], ["other", "country"], ["other", "government"])
        for k in range(5)
    )


def _backs(head: Token) -> bool:
    """ "Tolmen had backed the front", "is armed by Tolmen"; what a person or a place does not."""
    if head.dep_ == "pobj" and head.head.dep_ == "agent":
        return _is_backing(head.head.head)
    return (
        head.dep_ == "nsubj" and _is_backing(head.head) and any(c.dep_ == "dobj" for c in head.head.children)
    )


def _is_backing(verb: Token) -> bool:
    if verb.lemma_ in _BACKING:
        return True
    return verb.dep_ == "conj" and verb.head.lemma_ in _BACKING
