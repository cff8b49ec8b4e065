"""The event that a verb tells of together with its particle or object: "carried off two guards", "traded fire"."""

from __future__ import annotations

from functools import cache
from typing import Any

from spacy.tokens import Token

from secondsource.read.english import lexicon
from secondsource.read.english.who.names import with_role
from secondsource.records import EventType

MISSILES = frozenset(
    {
        "rocket",
        "rockets",
        "missile",
        "missiles",
        "katyusha",
        "katyushas",
        "shell",
        "shells",
        "mortars",
        "bomb",
    }
    | {
        "bombs",
        "projectile",
        "projectiles",
        "grenades",
        "drones",
        "salvo",
        "salvos",
        "volley",
        "barrage",
        "strikes",
    }
)
_CRAFT = frozenset(
    {
        "drone",
        "drones",
        "trawler",
        "tanker",
        "boat",
        "boats",
        "ship",
        "ships",
        "vessel",
        "vessels",
        "barge",
        "ferry",
    }
    | {
        "launch",
        "plane",
        "jet",
        "locomotive",
        "tram",
        "wagon",
        "lorry",
        "lorries",
        "bus",
        "buses",
        "van",
        "pick-up",
    }
    | {
        "pickup",
        "house",
        "houses",
        "homes",
        "hut",
        "huts",
        "village",
        "villages",
        "church",
        "mosque",
        "school",
        "shop",
    }
    | {
        "shops",
        "clinic",
        "hospital",
        "laboratory",
        "laboratories",
        "outpost",
        "post",
        "posts",
        "checkpoint",
        "depot",
    }
)
_LISTS = {
    "shots": frozenset({"fire", "gunfire", "shots", "shot", "blows", "salvos", "volleys"}),
    "lives": frozenset({"life", "lives"}),
    "hole": frozenset({"hole", "crater", "gap", "breach"}),
    "freedom": frozenset({"freedom", "liberty"}),
    "laid": frozenset({"arms", "weapons", "rifles", "guns", "themselves", "himself", "herself"}),
    "missiles": MISSILES,
}


@cache
def _forms() -> dict[str, tuple[dict[str, Any], ...]]:
    table: dict[str, list[dict[str, Any]]] = {}
    for entry in lexicon.entries("phrasal_deeds", ("type", "form")):
        for word in entry["words"]:
            table.setdefault(word, []).append(entry)
    return {word: tuple(found) for word, found in table.items()}


def phrasal_deed(verb: Token, objects: list[Token]) -> tuple[EventType, str] | None:
    """The type and the form of the event that the verb tells of with what hangs on it; None if it tells of none."""
    for entry in _forms().get(verb.lemma_.lower(), ()):
        if "with" in entry and not _hanging(verb) & set(entry["with"]):
            continue
        if "objects" in entry and not any(_is_in(o, entry["objects"]) for o in objects):
            continue
        if "subjects" in entry and not _fell(verb, entry["subjects"]):
            continue
        if "with" in entry and "free" in entry["with"] and not _goes_free(verb, objects):
            continue
        return EventType(entry["type"]), str(entry["form"])
    return None


def _hanging(verb: Token) -> set[str]:
    """The particles and short complements of the verb, "to blows" among them."""
    own = {
        c.lower_
        for c in verb.children
        if c.dep_ in {"prt", "advmod", "acomp", "oprd", "ccomp", "xcomp", "prep"}
    }
    deep = {p.lower_ for c in verb.children if c.dep_ == "prep" and c.lower_ == "to" for p in c.children}
    near = verb.doc[verb.i + 1].lower_ if verb.i + 1 < len(verb.doc) else ""
    # "let go two hostages", where the parse takes "let" for a helping verb.
    before = {"go"} if any(c.dep_ == "aux" and c.lower_ == "let" for c in verb.children) else set()
    return own | deep | before | {near}


def _is_in(noun: Token, name: str) -> bool:
    if name in _LISTS:
        return noun.lower_ in _LISTS[name] or (name == "missiles" and _is_many(noun, MISSILES))
    people = (lexicon.lines("people") | with_role("fighters") | with_role("force")) - lexicon.lines("weapons")
    if name == "people":
        return noun.lower_ in people or noun.ent_type_ == "PERSON" or noun.like_num
    if name == "weapons":
        return noun.lower_ in lexicon.lines("weapons")
    things = (
        lexicon.lines("war_targets") - lexicon.lines("people") - {"line", "lines", "position", "positions"}
    ) | _CRAFT
    if name == "things":
        return noun.lower_ in things and noun.lower_ not in {"enemy", "unit", "column", "squad"}
    return noun.lower_ in lexicon.lines("war_targets") | things | people


def _is_many(noun: Token, words: frozenset[str]) -> bool:
    """ "a salvo of rockets", "6 missile and 23 air strikes"."""
    return any(
        t.lower_ in words
        for t in noun.subtree
        if t.dep_ in {"pobj", "compound", "amod"} and t.i <= noun.i + 3
    )


def _fell(verb: Token, name: str) -> bool:
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    return subject is not None and subject.lower_ in _LISTS[name]


def _goes_free(verb: Token, objects: list[Token]) -> bool:
    """ "let go two hostages", "were set free", "walked free"; not "let it go"."""
    lemma, near = verb.lemma_.lower(), _hanging(verb)
    is_let = any(c.dep_ == "aux" and c.lower_ == "let" for c in verb.children)
    if lemma in {"walk", "go"} and not is_let:
        subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
        return "free" in near and subject is not None
    whom = [*objects, *(c for v in verb.children if v.dep_ in {"ccomp", "xcomp"} for c in v.children)]
    return any(
        (w.lower_ in lexicon.lines("people") - {"others"} or w.ent_type_ == "PERSON" or w.like_num)
        for w in whom
        if w.dep_ in {"nsubj", "dobj", "nsubjpass", "conj", "npadvmod"}
    )
