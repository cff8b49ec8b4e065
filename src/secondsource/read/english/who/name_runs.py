"""Where names may stand: runs of capitals with what joins them, and quoted names, as tokens [start, end)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Token

from secondsource.read.english import lexicon
from secondsource.read.english.who.head_words import bodies, with_role
from secondsource.read.english.who.states import RULES

_CONNECTORS = frozenset(
    {
        "of", "e", "i", "de", "del", "la", "al", "ul", "ur", "uz", "ud", "us", "el", "the", "for", "bin",
        "ibn", "y", "wa", "wal", "&", "-", "'", "'s", "/", "du", "des", "für", "pour", "do", "da", "dos", "das",
        "para", "les", "los", "las", "d'", "l'",
    }
)  # fmt: skip
# "Joint Operations Room of the Coast".
_ROOMS = frozenset({"room"})
_ARTICLES = frozenset({"al", "ul", "el", "ud"})
# What a group calls its own people in its name: "the Men of the", not "the Members of the Security Council".
SWORN = frozenset(
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
            if (reach := _romance_rest(doc, i, end)) > end:
                end = reach
                continue
            if (reach := _second_land(doc, i, end)) > end:
                end = reach
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
        # "21 Rifles" has no capital before it, nor has "On 3 March"; "Sons of 1931" has the year behind "of".
        return (before.text[0].isupper() and before.pos_ != "ADP" and len(text) <= 3) or (
            before.lower_ == "of"
            and token.i > 1
            and token.nbor(-2).lower_ in bodies() | SWORN
            and token.nbor(-2).text[0].isupper()
        )
    if token.lower_ in lexicon.lines("not_names"):
        return _opens_name(token)
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


def _opens_name(token: Token) -> bool:
    """ "Islamic" before "State" or "Movement": part of a name, as before "militants" it is not."""
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    return token.lower_ == "islamic" and following.text[0].isupper() and following.lower_ in bodies()


def _second_land(doc: Doc, start: int, end: int) -> int:
    """Where "Islamic State of Iraq and the Levant" ends, which joins two lands to one name; else `end`."""
    if (
        "islamic" not in {t.lower_ for t in doc[start : start + 2]}
        or doc[end - 2].lower_ != "of"
        or doc[end].lower_ not in {"and", "&"}
    ):
        return end
    at = end + 2 if end + 1 < len(doc) and doc[end + 1].lower_ == "the" else end + 1
    is_name = at < len(doc) and (doc[at].text[0].isupper() or _has_article(doc[at]))
    return at + 1 if is_name else end


# "l'Azgar", "d'Action": a small word and the capital that it joins to a name.
_ELIDED = re.compile(r"[dl]['’]\w+$")
_ROMANCE = frozenset({"de", "del", "du", "des", "d'", "para", "pour", "do", "da", "dos", "das"})


def _romance_rest(doc: Doc, start: int, end: int) -> int:
    """Where "Mouvement de défense du Nord" and "Groupe d'action" go on, lower-case words inside; else `end`."""
    if doc[start].lower_ not in lexicon.lines("romance_heads") or doc[end].is_sent_start:
        return end
    word = doc[end]
    if _ELIDED.match(word.text):
        return end + 1
    at = end + 1 if word.lower_ in _ROMANCE else end
    while at > end and at < len(doc) and doc[at].lower_ in {"la", "los", "las", "les", "el"}:
        at += 1
    may_follow = at > end and at < len(doc) and (doc[at].is_alpha or _ELIDED.match(doc[at].text) is not None)
    return at + 1 if may_follow and not doc[at].is_sent_start else end


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
        if first == "of" and end - start == 1 and not doc[start].is_sent_start and doc[start].lower_ in SWORN:
            return True  # "the Sons of the Ford"
        if first == "of" and end - start == 1 and _is_plural(doc[start]) and _has_the(doc, start):
            return True  # "the Storks of the North"
        if _fits_initials(doc, start, end, reach):
            return True  # "Rally for Truth (RT)"
        return any(t.lower_ in bodies() | _ROOMS for t in doc[start:end])
    return first != "the"


def initials(doc: Doc, start: int, end: int) -> str:
    """The first letters of the capitalised words at [start, end)."""
    return "".join(t.text[0] for t in doc[start:end] if t.text[0].isupper())


def _fits_initials(doc: Doc, start: int, end: int, reach: int) -> bool:
    """True if the letters in brackets behind the whole are those of the words on both sides."""
    stop = reach
    while stop < min(len(doc), reach + 4) and (
        doc[stop].text[0].isupper() or doc[stop].lower_ in _CONNECTORS
    ):
        stop += 1
    if stop + 2 >= len(doc) or doc[stop].text != "(" or doc[stop + 2].text != ")":
        return False
    return doc[stop + 1].text == initials(doc, start, end) + initials(doc, reach, stop)


def _is_plural(token: Token) -> bool:
    return token.tag_ == "NNPS" or (
        token.tag_ == "NNP" and re.search(r"[a-z]{3}[^su]s$", token.text) is not None
    )


def _has_the(doc: Doc, start: int) -> bool:
    return start > 0 and doc[start - 1].lower_ == "the" and not doc[start - 1].is_sent_start


@cache
def _owners() -> frozenset[str]:
    """People in the plural to whom a group says that it belongs: "the People's"."""
    return frozenset(
        w for w in lexicon.lines("people") | with_role("fighters") if w.endswith(("s", "men", "people"))
    )
