"""The words of a text that tell of an event, each with its type, form and what it was done to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from spacy.tokens import Doc, Token

from secondsource.read.english import lexicon
from secondsource.read.english.events.other_senses import is_other_sense
from secondsource.read.english.events.phrasal_deeds import MISSILES, phrasal_deed
from secondsource.read.english.text.sentences import sentence_of
from secondsource.read.english.who.names import with_role
from secondsource.records import EventType

_VERBAL = frozenset({"act", "harm", "happen", "suffer", "clash"})
_FIRE_OBJECTS = frozenset({"fire", "gunfire", "firing"})
_BODIES = frozenset({"body", "bodies", "corpse", "corpses", "remains"})
_PARTITIVES = frozenset(
    {
        "number",
        "group",
        "dozens",
        "hundreds",
        "percent",
        "%",
        "part",
        "parts",
        "most",
        "half",
        "swathes",
        "majority",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """An event word at token `at`; `form` as in words/triggers.toml; `is_sure` where the learned part found it."""

    at: int
    type: EventType
    form: str
    is_weak: bool = False
    is_sure: bool = False


@cache
def _forms() -> dict[str, tuple[dict[str, Any], ...]]:
    table: dict[str, list[dict[str, Any]]] = {}
    for entry in lexicon.entries("triggers", ("type", "form")):
        for word in entry["words"]:
            table.setdefault(word, []).append(entry)
    return {word: tuple(found) for word, found in table.items()}


def find_triggers(doc: Doc) -> list[Trigger]:
    """The event words of the text, in order."""
    return [trigger for token in doc if (trigger := _trigger(token))]


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
        if not _fits(token, entry):
            continue
        return Trigger(at=token.i, type=EventType(entry["type"]), form=entry["form"])
    phrasal = phrasal_deed(token, sufferers(token))
    return Trigger(at=token.i, type=phrasal[0], form=phrasal[1]) if phrasal else None


_ACCIDENTS = frozenset(
    {
        "crash",
        "accident",
        "earthquake",
        "flood",
        "floods",
        "storm",
        "virus",
        "disease",
        "avalanche",
        "landslide",
        "collision",
        "outbreak",
        "famine",
    }
)
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


def _fits(token: Token, entry: dict[str, Any]) -> bool:
    """True if the verb's other words bear the sense that the entry means."""
    lemma, form = token.lemma_.lower(), entry["form"]
    objects = [_counted_noun(o) for o in sufferers(token)]
    heads = {o.lower_ for o in objects}
    particles = {
        c.lower_
        for c in token.children
        if c.dep_ in {"prt", "advmod", "acomp", "oprd", "xcomp", "prep", "ccomp"}
    }
    wanted = entry.get("objects")
    if form == "harm" and (any(o.lower_ in {"those", "all"} for o in objects) and token.dep_ == "acl"):
        # "our sympathy for those injured" tells of nobody's injury.
        return False
    if form in {"harm", "suffer"} and any(
        c.dep_ == "nsubj" and c.lower_ in _ACCIDENTS for c in token.children
    ):
        return False
    if wanted and heads & {"nobody", "nothing", "none", "one"}:
        # "could find no one to confirm it"
        return False
    if lemma in {"expel", "evict"} and heads & _OF_A_BODY:
        return False
    if entry["type"] == "movement" and token.dep_ in {"acl", "relcl"}:
        return False
    if lemma == "execute" and not any(
        o.lower_ in lexicon.lines("people") or o.ent_type_ == "PERSON" for o in objects
    ):
        return False
    if wanted == "weapons":
        return bool(heads & lexicon.lines("weapons")) or any(
            t.lower_ in lexicon.lines("weapons")
            for o in objects
            for t in o.subtree
            if t.i - o.i < 12 and t.dep_ in {"conj", "pobj", "appos"}
        )
    if wanted == "people":
        return any(
            o.lower_ in lexicon.lines("people") or o.ent_type_ == "PERSON" or o.like_num for o in objects
        )
    if wanted == "places":
        return any(is_ground(o) for o in objects)
    if lemma == "tear":
        return bool(objects) and bool(particles & {"up", "apart"})
    if lemma == "go":
        return "off" in particles
    if lemma == "gun":
        return "down" in particles
    if lemma == "mow":
        return "down" in particles
    if lemma == "open":
        return bool(heads & _FIRE_OBJECTS)
    if lemma == "set" and "off" in particles:
        return bool(heads & (lexicon.words_with("triggers", "form", "device") - {"vehicle", "car"}))
    if lemma == "set":
        return bool(particles & {"ablaze", "alight"}) or any(
            t.lower_ in {"fire", "ablaze"} for t in token.doc[token.i : token.i + 8]
        )
    if lemma in {"blow"}:
        return "up" in particles or "up" in heads
    if lemma == "round":
        return "up" in particles
    if lemma == "capture" and entry["type"] == "arrest":
        return any(not is_ground(o) for o in objects)
    if lemma in {"hurl", "lob", "throw", "fire", "plant", "mine", "trigger", "detonate"} and form == "act":
        devices = lexicon.words_with("triggers", "form", "device")
        weapons = lexicon.lines("weapons")
        words = {t.lower_ for o in objects for t in o.subtree if t.i <= o.i}
        if lemma == "fire":
            return (
                bool(words & (devices | weapons))
                or bool(particles & {"on", "at", "upon", "into", "towards"})
                or not objects
            )
        return bool(
            words
            & (devices | weapons | {"blast", "explosion", "stones", "petrol", "acid", "firebomb", "cocktail"})
        )
    if lemma in {
        "hit",
        "strike",
        "target",
        "damage",
        "destroy",
        "harm",
        "beat",
        "burn",
        "open",
        "execute",
        "mine",
        "rocket",
        "rob",
    }:
        return bool(objects)
    if lemma in {"place", "lay", "leave", "hide", "use"}:
        armed = lexicon.words_with("triggers", "form", "device") - {"vehicle", "car", "shell", "shells"} | {
            "charge"
        }
        return bool(heads & armed) and not (
            lemma == "use" and "to" not in particles and not any(o.lower_ in {"weapons"} for o in objects)
        )
    if lemma == "seize" and entry["type"] == "abduction":
        return any(o.lower_ in lexicon.lines("people") or o.ent_type_ == "PERSON" for o in objects)
    if lemma == "take":
        people = any(o.lower_ in lexicon.lines("people") or o.ent_type_ == "PERSON" for o in objects)
        if entry["type"] == "abduction":
            return (
                people and bool(particles & {"away", "hostage", "captive", "along"})
            ) or "hostage" in heads | {
                t.lower_ for t in token.subtree if t.dep_ in {"oprd", "acomp", "dobj", "npadvmod"}
            }
        return (
            "control" in heads
            or ("over" in particles and bool(objects))
            or any(o.ent_type_ == "GPE" for o in objects)
        )
    if lemma == "hold":
        if entry["type"] == "abduction":
            return bool(heads & {"hostage", "hostages", "captive", "captives"}) or bool(
                particles & {"hostage", "captive"}
            )
        return any(is_ground(o) for o in objects)
    if lemma == "control":
        return any(is_ground(o) for o in objects)
    if lemma == "lose":
        if entry["form"] == "harm":
            return bool(heads & (lexicon.lines("people") | {"lives", "life", "marines"}))
        return any(is_ground(o) for o in objects)
    if lemma == "fall":
        subject = next((c for c in token.children if c.dep_ == "nsubj"), None)
        return subject is not None and subject.lower_ in lexicon.lines("people") | {
            "servicemen",
            "marines",
            "rebels",
            "attackers",
        }
    if lemma in {"advance", "withdraw", "retreat"}:
        return any(
            c.dep_ == "prep" and c.lower_ in {"to", "from", "on", "into", "towards", "toward"}
            for c in token.children
        )
    if lemma in {"steal", "smuggle", "traffic"}:
        return bool(heads & lexicon.lines("weapons"))
    if lemma in {"fight", "battle", "engage"}:
        foes = [
            *objects,
            *(
                p
                for c in token.children
                if c.dep_ == "prep" and c.lower_ in {"with", "against"}
                for p in c.children
            ),
        ]
        armed = (
            with_role("fighters")
            | with_role("force")
            | with_role("stand_in")
            | with_role("body")
            | with_role("state")
        )
        is_foe = any(
            f.lower_ in armed or f.ent_type_ in {"ORG", "NORP", "GPE", "PERSON"} or f.text.isupper()
            for f in foes
        )
        return is_foe or (not foes and lemma != "engage" and token.dep_ != "acl")
    if lemma == "attempt" or lemma == "hack":
        return any(t.lower_ == "death" for t in token.subtree)
    return True


# Whom a party or a club expels; nobody is driven from home.
_OF_A_BODY = frozenset(
    {"him", "her", "it", "member", "members", "founder", "founders", "faction", "wing", "deputy", "delegate"}
    | {"student", "students", "dockers", "dissidents", "chairman", "secretary", "who", "which"}
)
_GROUND = frozenset(
    {
        "position",
        "positions",
        "outpost",
        "outposts",
        "checkpoint",
        "checkpoints",
        "ground",
        "land",
        "stronghold",
        "headquarters",
        "territory",
        "hilltop",
        "towns",
        "cities",
        "neighbourhoods",
        "neighborhoods",
        "building",
    }
)


def _counted_noun(head: Token) -> Token:
    """The noun behind "a number of" and "30 percent of"; the head itself otherwise."""
    if head.lower_ in _PARTITIVES:
        for prep in head.children:
            if prep.dep_ == "prep" and prep.lower_ == "of":
                return next((p for p in prep.children if p.dep_ == "pobj"), head)
    return head


def is_ground(token: Token) -> bool:
    """True for a noun of ground that is held or lost: a town, a hill, a checkpoint."""
    return token.lower_ in _GROUND | lexicon.lines("place_heads") or token.ent_type_ in {"GPE", "LOC", "FAC"}


def sufferers(verb: Token) -> list[Token]:
    """The heads of what the verb was done to: its object, or the subject of its passive; with those joined on."""
    passive = any(c.dep_ == "auxpass" for c in verb.children) or any(
        c.dep_ == "nsubjpass" for c in verb.children
    )
    found = [
        c for c in verb.children if c.dep_ == "nsubjpass" or (c.dep_ in {"dobj", "dative"} and not passive)
    ]
    if (
        not found
        and verb.dep_ == "conj"
        and verb.head.pos_ in {"VERB", "AUX"}
        and (passive or verb.tag_ == "VBN")
        and not any(c.dep_ in {"nsubj", "dobj"} for c in verb.children)
    ):
        found = [c for c in verb.head.children if c.dep_ == "nsubjpass"]
    if (
        not found
        and verb.dep_ in {"acl", "relcl"}
        and (verb.tag_ == "VBN")
        and not any(c.dep_ == "dobj" for c in verb.children)
    ):
        found = [verb.head]
    out: list[Token] = []
    for head in found:
        if head.tag_ in {"WDT", "WP"} and verb.dep_ == "relcl":
            head = verb.head
        out.append(head)
        out += joined(head)
    return out


def joined(head: Token) -> list[Token]:
    """The nouns joined to this one by "and" or commas, as far as they go."""
    out: list[Token] = []
    queue = [head]
    while queue:
        for child in queue.pop().children:
            if child.dep_ == "conj" and child.pos_ in {"NOUN", "PROPN", "NUM", "PRON", "ADJ"}:
                out.append(child)
                queue.append(child)
    return out


def deed_at(token: Token) -> Trigger | None:
    """The event that a noun or a verb tells of, wherever it stands; None if it tells of none."""
    if token.pos_ in {"VERB", "AUX"}:
        return _verb(token)
    return _deed(token)


def _deed(token: Token) -> Trigger | None:
    if token.dep_ in {"compound", "amod"} and not _heads_act(token):
        return None
    for entry in _forms().get(token.lemma_.lower(), ()):
        behind = entry.get("behind")
        if behind and not any(c.lower_ in behind for c in token.children if c.dep_ in {"compound", "amod"}):
            continue
        if entry["form"] == "deed" and _fits_noun(token, entry):
            return Trigger(
                at=token.i,
                type=_type(token, EventType(entry["type"])),
                form="deed",
                is_weak=bool(entry.get("weak")),
            )
    return None


def _fits_noun(token: Token, entry: dict[str, Any]) -> bool:
    """True if what stands behind the noun bears its sense: "the taking of the town", "a bomb against a convoy"."""
    behind = [
        (c.lower_, p) for c in token.children if c.dep_ == "prep" for p in c.children if p.dep_ == "pobj"
    ]
    if entry.get("against"):
        return any(word == "against" for word, _ in behind)
    wanted = entry.get("of")
    of = [_counted_noun(p) for word, p in behind if word == "of"]
    if wanted is None:
        return True
    if wanted == "places":
        return any(is_ground(p) for p in of)
    if wanted == "missiles":
        return any(p.lower_ in MISSILES for p in of)
    if wanted == "people":
        return any(p.lower_ in lexicon.lines("people") | with_role("fighters") or p.like_num for p in of)
    return any(p.lower_ in lexicon.lines(wanted) for p in of)


def _heads_act(token: Token) -> bool:
    return False


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


def devices_in(tokens: Iterator[Token] | list[Token]) -> Token | None:
    """The first word that names a device or weapon used, or None."""
    found = lexicon.words_with("triggers", "form", "device")
    return next((t for t in tokens if t.lower_ in found and t.lower_ not in {"vehicle", "car"}), None)
