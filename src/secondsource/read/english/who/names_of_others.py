"""Names that belong to no group: those of the dead, of machines, of the land that a town lies in."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from secondsource.read.english.lexicon import lines

_DEATHS = frozenset(
    {"killing", "assassination", "murder", "death", "execution", "martyrdom", "slaying", "funeral"}
)
_MACHINES = frozenset(
    {
        "helicopter", "helicopters", "aircraft", "plane", "planes", "jet", "jets", "drone", "drones", "tank", "tanks",
        "humvee", "humvees", "vehicle", "vehicles", "truck", "trucks", "ship", "ships", "vessel", "vessels",
    }
)  # fmt: skip


def names_of_others(doc: Doc, runs: list[tuple[int, int]]) -> set[tuple[int, int]]:
    """Those of the runs `[start, end)` that name a dead person, the make of a machine or the land of a place."""
    kinds = (_is_dead, _is_make, _is_where)
    return {(start, end) for start, end in runs if any(is_kind(doc, start, end) for is_kind in kinds)}


def _is_dead(doc: Doc, start: int, end: int) -> bool:
    """ "the killing of Marrow and Sanders", also with a rank before the name."""
    token = doc[start:end].root
    while token.dep_ in {"conj", "appos", "compound"} and token.head.i != token.i:
        token = token.head
    above: Token = token.head
    return token.dep_ == "pobj" and above.lower_ == "of" and above.head.lemma_.lower() in _DEATHS


def _is_make(doc: Doc, start: int, end: int) -> bool:
    """ "an American Chinook helicopter": whose it is and what it is called, before what it is."""
    is_whose = doc[start].lower_ in lines("demonyms")
    return is_whose and end - start > 1 and end < len(doc) and doc[end].lower_ in _MACHINES


def _is_where(doc: Doc, start: int, end: int) -> bool:
    """ "the Ostravan town of": one word before the kind of place it goes with."""
    if end - start > 1 or end >= len(doc) or doc[start].dep_ not in {"amod", "compound", "nmod"}:
        return False
    return doc[end].lower_ in lines("place_heads") and doc[end].text.islower()
