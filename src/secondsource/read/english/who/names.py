"""What kind of thing a run of capitals names: by its head words, its form, what it does, spaCy's label."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from secondsource.read.english import lexicon
from secondsource.read.english.who.head_words import bodies, kind_of, with_role
from secondsource.read.english.who.name_runs import SWORN, name_runs, quoted_names
from secondsource.read.english.who.states import is_state
from secondsource.records import ActorKind

__all__ = ["SETTLEMENTS", "bodies", "classify", "kind_of", "name_runs", "quoted_names", "with_role"]

_ACRONYM = re.compile(r"[A-Z][A-Z&-]{1,6}s?$")
_PEOPLES = frozenset(
    {"muslims", "christians", "hindus", "sikhs", "jews", "kurds", "shias", "sunnis", "crusaders"}
)
# Before these a bare name is a place, whatever the entity recogniser thinks of it.
_LOCATIVES = frozenset({"in", "at", "near", "outside"})


def classify(doc: Doc, start: int, end: int) -> tuple[str | None, ActorKind | None]:
    """What the run names, by its head words, then its form, then spaCy's entity label."""
    lowers = [t.lower_ for t in doc[start:end]]
    text = " ".join(lowers)
    if is_state(doc, text):
        return "state", ActorKind.STATE
    if len(lowers) == 1 and any(text in with_role(r) for r in ("fighters", "source", "stand_in", "office")):
        # A common noun that only opens the sentence.
        return None, None
    if all(w in lexicon.lines("demonyms") for w in lowers) or lowers[-1] in _PEOPLES:
        return None, None
    if re.fullmatch(r"[A-Z]\.", doc[start].text) and end - start == 2:
        return "person", None  # "D. Karam"
    core = lowers[: next((k for k, w in enumerate(lowers) if w in {"of", "for"}), len(lowers))] or lowers
    if core[0] in with_role("office") or (core[-1] in with_role("office") and len(core) > 1):
        return "office", ActorKind.OFFICE
    if core[0] in {"operation", "exercise"} and len(core) > 1:
        return None, None
    if core in (["islamic", "state"], ["islamic", "emirate"]):
        return "body", ActorKind.GROUP
    if core[-1] in lexicon.lines("place_heads") and core[-1] not in {
        "division",
        "agency",
        "department",
        "post",
    }:
        return None, None
    # "Lashkar-e-Kuh" is one token and three words.
    words = [part for w in core for part in (w, *(w.split("-") if "-" in w else ()))]
    for role in ("body", "band", "force", "outlet", "fighters"):
        hits = [w for w in words if w in with_role(role)]
        if hits and (len(words) > 1 or role in {"force", "band"}):
            return role, kind_of(hits[-1])
    if any(w in with_role("office") for w in core) and len(core) > 1:
        return "office", ActorKind.OFFICE
    if core[-2:] == ["operations", "room"]:
        return "body", ActorKind.GROUP
    if len(core) == 1 and end - start > 2 and core[0] in SWORN and start and doc[start - 1].lower_ == "the":
        return "name", ActorKind.GROUP
    if core[-1] in _PRODUCERS and len(core) > 1 and doc[start + len(core) - 1].text[0].isupper():
        return "outlet", ActorKind.OUTLET
    labels = [t.ent_type_ for t in doc[start:end] if t.ent_type_]
    label = max(sorted(set(labels)), key=labels.count) if labels else ""
    if text in _PLATFORMS:
        return None, None
    if (
        len(lowers) == 1
        and doc[start].tag_ == "JJ"
        and doc[start].dep_ == "amod"
        and doc[start].head.text.islower()
    ):
        return None, None  # "the Dorvanian army": of a country that no list knows
    if len(lowers) == 1 and _ACRONYM.match(doc[start].text):
        return "name", ActorKind.GROUP
    if lowers[-1] in lexicon.words_with("triggers", "form", "device") | lexicon.lines("weapons"):
        return None, None
    if end - start == 1 and label in {"GPE", "LOC", "FAC", "PRODUCT", "ORG", "NORP"} and _acts(doc[start]):
        return "name", ActorKind.GROUP
    last = doc[start + len(core) - 1]
    if (
        len(core) > 1
        and last.tag_ == "NNPS"
        and not last.ent_type_
        and core[-1] not in lexicon.lines("place_heads")
    ):
        return "name", ActorKind.GROUP  # "Sarj Scouts": only the first word is a place
    root = doc[start:end].root
    if len(core) > 1 and _is_called_group(root):
        return "name", ActorKind.GROUP
    if label in _NO_THINGS and len(core) > 1 and _has_own_article(doc, start, end) and _does(root):
        return "name", ActorKind.GROUP
    is_placed = start > 0 and doc[start - 1].lower_ in _LOCATIVES
    if (
        label in _NO_PEOPLE
        and not is_placed
        and _is_construct(doc, start, end)
        and _may_act(doc, start, end, label)
    ):
        return "name", ActorKind.GROUP
    if label in {"GPE", "LOC", "FAC", "DATE", "TIME", "LAW", "EVENT", "WORK_OF_ART", "LANGUAGE", "PRODUCT"}:
        return None, None
    if start > 1 and doc[start - 1].lower_ == "of" and doc[start - 2].lower_ in SETTLEMENTS:
        return None, None
    if _has_own_article(doc, start, end) and (label == "PERSON" or _is_called_group(doc[start:end].root)):
        return "name", ActorKind.GROUP
    if label == "PERSON" and not (start and doc[start - 1].lower_ in _LOCATIVES):
        return ("name", ActorKind.GROUP) if _is_construct(doc, start, end) else ("person", None)
    if start and doc[start - 1].lower_ in _LOCATIVES and label != "NORP":
        return None, None
    if label in {"ORG", "NORP"} or (
        doc[end - 1].tag_ == "NNPS" and lowers[-1] not in lexicon.lines("place_heads")
    ):
        return "name", ActorKind.GROUP
    return None, None


# Where people write; they say and do nothing themselves.
_PLATFORMS = frozenset(
    {"telegram", "twitter", "facebook", "whatsapp", "youtube", "instagram", "tiktok", "signal", "viber"}
)
# "the town of Dorvan": what these are of is a place.
SETTLEMENTS = frozenset(
    {"town", "city", "village", "district", "province", "region", "port", "suburb", "hamlet", "settlement"}
)


# Labels that a group's name gets by mistake; a place's name is told apart by its first word and by what it does.
_NO_PEOPLE = frozenset({"", "GPE", "LOC", "FAC", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"})
_NO_THINGS = frozenset({"", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"})
_PLACE_OPENERS = frozenset(
    [
        "deir",
        "dayr",
        "umm",
        "ras",
        "tel",
        "tell",
        "tall",
        "jisr",
        "bab",
        "qasr",
        "kasr",
        "ain",
        "ayn",
        "wadi",
        "jabal",
        "jebel",
        "khan",
        "beit",
        "bayt",
        "kafr",
        "kfar",
        "hawr",
        "shatt",
        "bir",
        "beer",
        "port",
        "dar",
        "kala",
        "qala",
        "nahr",
        "bandar",
        "madinat",
        "hayy",
        "souq",
        "suq",
        "shatt",
        "sharm",
        "al",
    ]
)


def _may_act(doc: Doc, start: int, end: int, label: str) -> bool:
    """True unless the name may be a place's: by its first word, or by its label where it is no subject."""
    if doc[start].lower_ in _PLACE_OPENERS:
        return False
    return label not in {"LOC", "FAC"} or doc[start:end].root.dep_ in {"nsubj", "nsubjpass"}


def _is_construct(doc: Doc, start: int, end: int) -> bool:
    """ "Sahm al-Nahr", the Arrow of the River: a common noun and what it is of, where no given name stands first."""
    last, first = doc[end - 1].text, doc[start].lower_
    before = doc[start - 1].lower_ if start else ""
    return (
        end - start in {2, 3}
        and re.match(r"(?:Al|El|A[dnrst]|Ash|Az)-[A-Z]", last) is not None
        and first not in lexicon.lines("given_names")
        and before
        not in with_role("office") | {"mr", "mr.", "mrs.", "dr", "dr.", "-", "bin", "ibn", "abu", "umm"}
    )


# "Harbour Media", "al-Bahr Productions": who makes a group's films.
_PRODUCERS = frozenset({"media", "productions", "studio", "studios"})
_ACTING = frozenset(
    {
        "claim",
        "attack",
        "storm",
        "abduct",
        "kidnap",
        "ambush",
        "bomb",
        "admit",
        "vow",
        "threaten",
        "warn",
        "deny",
    }
)


# What bodies do or have done; a bridge or a dam does none of it.
_AGENTIVE = _ACTING | {
    "say", "announce", "declare", "fire", "shell", "raid", "kill", "fight", "flee", "seize", "capture",
    "burn", "condemn", "pledge", "operate", "recruit", "emerge", "surface",
    "issue", "ally", "join", "split", "demand", "reject", "accuse", "blame", "ambush", "release",
}  # fmt: skip


def _does(token: Token) -> bool:
    """True for who does what only bodies do, or is said to: "claimed by X", "X is suspected of"."""
    if token.dep_ == "pobj" and token.head.dep_ == "agent":
        return token.head.head.lemma_ in _AGENTIVE
    if token.dep_ == "nsubjpass":
        return token.head.lemma_ in {"suspect", "accuse"}
    return token.dep_ == "nsubj" and token.head.lemma_ in _AGENTIVE


def _is_called_group(token: Token) -> bool:
    """ "the Otryad Grom, a unit of which nobody had heard", "Otryad Grom is a faction of"."""
    called = [c for c in token.children if c.dep_ == "appos"]
    if token.dep_ == "nsubj" and token.head.lemma_ == "be":
        called += [c for c in token.head.children if c.dep_ == "attr"]
    return any(c.lower_ in with_role("stand_in") for c in called)


def _has_own_article(doc: Doc, start: int, end: int) -> bool:
    """ "the Otryad Grom": no person's name takes an article of its own."""
    head = doc[start:end].root
    return (
        start > 0
        and doc[start - 1].lower_ == "the"
        and doc[start - 1].head.i == head.i
        and head.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj", "attr", "appos", "conj"}
        and head.tag_ == "NNP"
    )


def _acts(token: Token) -> bool:
    """True if the token is the subject of a verb of which no place is capable."""
    return token.dep_ == "nsubj" and token.head.lemma_ in _ACTING
