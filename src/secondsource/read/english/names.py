"""Names by their looks: runs of capitals and quoted names, and what kind of thing each names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Token

from secondsource.read.english import lexicon
from secondsource.read.english.states import RULES, is_state
from secondsource.records import ActorKind

_ACRONYM = re.compile(r"[A-Z][A-Z&-]{1,6}s?$")
_PEOPLES = frozenset(
    {"muslims", "christians", "hindus", "sikhs", "jews", "kurds", "shias", "sunnis", "crusaders"}
)
_CONNECTORS = frozenset(
    {
        "of", "e", "i", "de", "del", "la", "al", "ul", "ur", "uz", "ud", "us", "el", "the", "for", "bin",
        "ibn", "y", "wa", "wal", "&", "-", "'", "'s", "/", "du", "des", "für",
    }
)  # fmt: skip
_ARTICLES = frozenset({"al", "ul", "el", "ud"})
# Before these a bare name is a place, whatever the entity recogniser thinks of it.
_LOCATIVES = frozenset({"in", "at", "near", "outside"})


def _has_article(token: Token) -> bool:
    """ "al-Nahr": an article of another language joined to a capital."""
    text = token.text
    return "-" in text and text[0].islower() and text.partition("-")[2][:1].isupper()


def _is_capital(token: Token) -> bool:
    text = token.text
    if _has_article(token):
        return True
    if not text[0].isupper():
        if not text.isdigit() or not token.i:
            return False
        before = token.nbor(-1)
        # "21 Rifles" has no capital before it; "Sons of 1931" has the year behind "of".
        return (before.text[0].isupper() and len(text) <= 3) or (
            before.lower_ == "of"
            and token.i > 1
            and token.nbor(-2).lower_ in bodies()
            and token.nbor(-2).text[0].isupper()
        )
    if token.lower_ in lexicon.lines("not_names"):
        return False
    if token.is_sent_start or token.nbor(-1).text in ('"', ":", "(") if token.i else True:
        following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
        is_open = token.pos_ in {"PROPN", "NOUN", "ADJ"} or bool(token.ent_type_)
        is_joined = (
            following is not None
            and (following.text[:1].isupper() or _has_article(following))
            and token.pos_ not in {"ADP", "SCONJ", "CCONJ", "PRON", "AUX", "ADV", "DET"}
        )
        if token.text.isupper() and len(token.text) > 1:
            return True
        return is_joined or (
            is_open
            and (token.pos_ == "PROPN" or token.ent_type_ not in {"", "DATE", "CARDINAL", "TIME", "ORDINAL"})
        )
    return token.pos_ not in {"PRON", "DET"} or len(token.text) > 3


def name_runs(doc: Doc) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words, with what may join them ("Army of the North"), as [start, end)."""
    i, length = 0, len(doc)
    while i < length:
        is_open = doc[i].text[0].isupper() or _has_article(doc[i])
        if doc[i].is_space or not is_open or not _is_capital(doc[i]):
            i += 1
            continue
        end = i + 1
        while end < length:
            if doc[end].is_sent_start:
                break
            if _is_capital(doc[end]):
                end += 1
                continue
            reach = end
            while (
                reach < length
                and reach - end < 2
                and doc[reach].lower_ in _CONNECTORS
                and not doc[reach].is_sent_start
            ):
                reach += 1
            if (
                reach > end
                and reach < length
                and (doc[reach].text[0].isupper() or doc[reach].text.isdigit() or "-" in doc[reach].text)
                and (_is_capital(doc[reach]) or doc[end].lower_ in _ARTICLES)
                and not doc[reach].is_sent_start
                and _may_join(doc, i, end, reach)
            ):
                end = reach + 1
                continue
            break
        yield i, end
        i = end


def quoted_names(doc: Doc) -> Iterator[tuple[int, int]]:
    """Names in quotation marks beside a word for a group, as [start, end) without the marks."""
    groups = with_role("stand_in") | with_role("body")
    opened: int | None = None
    for token in doc:
        if token.text != '"' or (token.is_sent_start and opened is not None):
            continue
        if opened is None:
            opened = token.i
            continue
        start, end = opened + 1, token.i
        opened = None
        if not 0 < end - start <= 7 or any(
            (t.is_punct and t.text not in {"-", "'"}) or t.pos_ in {"VERB", "AUX", "PRON"}
            for t in doc[start:end]
        ):
            continue
        before = [t.lower_ for t in doc[max(0, start - 4) : start - 1]]
        after = [t.lower_ for t in doc[end + 1 : end + 3]]
        if any(w in groups for w in (*before[-2:], *after)) or any(
            t.lower_ in with_role("body") for t in doc[start:end]
        ):
            yield start, end


def _may_join(doc: Doc, start: int, end: int, reach: int) -> bool:
    """True if the connectors at [end, reach) join one name; "Iraq the" or "Singh of Manipur" are two."""
    first = doc[end].lower_
    if first == "'s" or first == "'":
        if doc[end - 1].lower_ in _owners():  # "the People's Axe"
            return True
        return doc[reach].lower_ in bodies() or any(t.lower_ in bodies() for t in doc[reach : reach + 4])
    if first in {"of", "for"}:
        if first == "of" and doc[end - 1].lower_ in RULES:
            return True
        if (
            first == "of"
            and end - start == 1
            and not doc[start].is_sent_start
            and doc[start].lower_ in _SWORN
        ):
            return True  # "the Sons of the Ford"
        return any(t.lower_ in bodies() for t in doc[start:end])
    return first != "the"


@cache
def _owners() -> frozenset[str]:
    """People in the plural to whom a group says that it belongs: "the People's"."""
    return frozenset(
        w for w in lexicon.lines("people") | with_role("fighters") if w.endswith(("s", "men", "people"))
    )


@cache
def bodies() -> frozenset[str]:
    return with_role("body") | with_role("force") | with_role("outlet") | with_role("state")


@cache
def with_role(role: str) -> frozenset[str]:
    return lexicon.words_with("actor_heads", "role", role)


@cache
def kind_of(word: str) -> ActorKind | None:
    for entry in lexicon.entries("actor_heads", ("role", "kind")):
        if word in entry["words"]:
            return ActorKind(entry["kind"])
    return None


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
    core = lowers[: next((k for k, w in enumerate(lowers) if w in {"of", "for"}), len(lowers))] or lowers
    if core[0] in with_role("office") or (core[-1] in with_role("office") and len(core) > 1):
        return "office", ActorKind.OFFICE
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
    if not label and len(core) > 1 and _has_own_article(doc, start, end) and _does(doc[start:end].root):
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
    if label == "PERSON" and _has_own_article(doc, start, end):
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


# What a group calls its own people in its name: "the Men of the", not "the Members of the Security Council".
_SWORN = frozenset(
    {
        "men",
        "sons",
        "daughters",
        "brothers",
        "lions",
        "knights",
        "companions",
        "defenders",
        "guardians",
        "partisans",
        "soldiers",
        "students",
        "children",
        "martyrs",
        "swords",
        "eagles",
        "wolves",
    }
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
    "burn", "issue", "ally", "join", "split", "demand", "reject", "accuse", "blame", "ambush", "release",
}  # fmt: skip


def _does(token: Token) -> bool:
    return token.dep_ == "nsubj" and token.head.lemma_ in _AGENTIVE


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
