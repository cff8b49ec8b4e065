"""The words of a text that tell of an event, each with its type, form and what it was done to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from spacy.tokens import Doc, Token

from secondsource.read.english import lexicon
from secondsource.read.english.events.other_senses import is_other_sense
from secondsource.read.english.events.phrasal_deeds import phrasal_deed
from secondsource.read.english.events.senses import noun_fits, verb_fits
from secondsource.read.english.events.sufferers import sufferers
from secondsource.read.english.text.sentences import sentence_of
from secondsource.records import EventType

_VERBAL = frozenset({"act", "harm", "happen", "suffer", "clash"})
_BODIES = frozenset({"body", "bodies", "corpse", "corpses", "remains"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """An event word at token `at`; `form` as in words/triggers.toml; `is_sure` where the learned part found it."""

    at: int
    type: EventType
    form: str
    is_weak: bool = False
    is_sure: bool = False


def find_triggers(doc: Doc) -> list[Trigger]:
    """The event words of the text, in order."""
    return [trigger for token in doc if (trigger := _trigger(token))]


def deed_at(token: Token) -> Trigger | None:
    """The event that a noun or a verb tells of, wherever it stands; None if it tells of none."""
    if token.pos_ in {"VERB", "AUX"}:
        return _verb(token)
    return _deed(token)


def devices_in(tokens: Iterator[Token] | list[Token]) -> Token | None:
    """The first word that names a device or weapon used, or None."""
    found = lexicon.words_with("triggers", "form", "device")
    return next((t for t in tokens if t.lower_ in found and t.lower_ not in {"vehicle", "car"}), None)


@cache
def _forms() -> dict[str, tuple[dict[str, Any], ...]]:
    table: dict[str, list[dict[str, Any]]] = {}
    for entry in lexicon.entries("triggers", ("type", "form")):
        for word in entry["words"]:
            table.setdefault(word, []).append(entry)
    return {word: tuple(found) for word, found in table.items()}


def _trigger(token: Token) -> Trigger | None:
    found = None
    if token.pos_ in {"VERB", "AUX"} or (token.pos_ == "ADJ" and token.lower_ in {"dead", "ablaze"}):
        found = _verb(token)
    elif token.pos_ in {"NOUN", "PROPN"}:
        found = _deed(token)
    return None if found is None or is_other_sense(token, sufferers(token)) else found


def _verb(token: Token) -> Trigger | None:
    if (
        token.lower_ == "dead"
        and token.dep_ in {"acomp", "oprd", "ROOT", "xcomp", "dobj", "advmod", "amod", "ccomp"}
        and token.dep_ != "amod"
    ):
        return Trigger(at=token.i, type=EventType.KILLING, form="suffer")
    if (
        token.lemma_.lower() in {"find", "recover", "discover"}
        and {o.lower_ for o in sufferers(token)} & _BODIES
    ):
        return Trigger(at=token.i, type=EventType.KILLING, form="harm")
    if token.lemma_.lower() in _LETHAL and _to_death(token):
        return Trigger(at=token.i, type=EventType.KILLING, form="harm")
    if token.dep_ == "amod" or (token.tag_ == "VBN" and token.dep_ == "compound"):
        return None
    for entry in _forms().get(token.lemma_.lower(), ()):
        if entry["form"] not in _VERBAL:
            continue
        if not verb_fits(token, entry):
            continue
        return Trigger(at=token.i, type=EventType(entry["type"]), form=entry["form"])
    phrasal = phrasal_deed(token, sufferers(token))
    return Trigger(at=token.i, type=phrasal[0], form=phrasal[1]) if phrasal else None


_LETHAL = frozenset(
    {"shoot", "hack", "beat", "torture", "stab", "burn", "strangle", "stone", "bludgeon", "find"}
)


def _to_death(token: Token) -> bool:
    """ "shot dead", "hacked a villager to death", "found murdered"."""
    near = token.doc[token.i + 1 : min(token.i + 3, sentence_of(token).end)]
    if token.lower_ == "found":
        return any(t.lower_ in {"dead", "murdered"} for t in near)
    return any(t.lower_ == "dead" for t in near) or any(
        t.lower_ == "death" and t.nbor(-1).lower_ == "to"
        for t in token.doc[token.i + 1 : min(token.i + 9, sentence_of(token).end)]
    )


def _deed(token: Token) -> Trigger | None:
    if token.dep_ in {"compound", "amod"}:
        return None
    for entry in _forms().get(token.lemma_.lower(), ()):
        behind = entry.get("behind")
        if behind and not any(c.lower_ in behind for c in token.children if c.dep_ in {"compound", "amod"}):
            continue
        if entry["form"] == "deed" and noun_fits(token, entry):
            return Trigger(
                at=token.i,
                type=_type(token, EventType(entry["type"])),
                form="deed",
                is_weak=bool(entry.get("weak")),
            )
    return None


_KINDS_OF_ATTACK = (
    (frozenset({"suicide"}), EventType.SUICIDE_BOMBING),
    (
        frozenset({"bomb", "ied", "landmine", "mine", "explosive", "grenade", "car", "dynamite", "vbied"}),
        EventType.BOMBING,
    ),
    (frozenset({"air", "drone", "aerial"}), EventType.AIR_STRIKE),
    (frozenset({"rocket", "missile"}), EventType.MISSILE_STRIKE),
    (frozenset({"mortar", "artillery"}), EventType.SHELLING),
)


def _type(token: Token, default: EventType) -> EventType:
    """The type that the words before the noun narrow it to ("suicide attack", "rocket strike")."""
    if default not in {EventType.ATTACK, EventType.BOMBING, EventType.AIR_STRIKE}:
        return default
    before = {c.lower_ for c in token.children if c.i < token.i and c.dep_ in {"compound", "amod", "nmod"}}
    for words, kind in _KINDS_OF_ATTACK:
        if before & words:
            return kind
    return default
