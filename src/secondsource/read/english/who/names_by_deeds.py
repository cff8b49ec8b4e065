"""Names that a text itself shows to be groups': they have fighters, call themselves so, or do what only bodies do.

No list knows every group and the parser labels many as places, works of art or nothing. What is told of the
bearer of a name anywhere in a text holds for the name throughout it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from spacy.tokens import Doc, Token

from secondsource.read.english import lexicon
from secondsource.read.english.who.head_words import with_role
from secondsource.read.english.who.name_runs import initials

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_NO_NAMES = frozenset(
    {"DATE", "TIME", "LANGUAGE", "LAW", "MONEY", "QUANTITY", "PERCENT", "CARDINAL", "ORDINAL"}
)
# What a group has and no place does.
_PARTS = frozenset({"wing", "ranks", "emir", "leadership", "cadres", "strongholds", "founder", "founders"})
_NUMBERED = re.compile(r"[A-Z][A-Za-z]{0,7}-\d{1,3}$")
# "Zarb-e-Haq": the blow of truth; places are called so too, but these the parser mostly knows.
_IZAFET = re.compile(r"[A-Z][\w']+-(?:e|i|ul|ur|us|uz)-[A-Z]\w+$")
_PLURAL_ARTICLES = frozenset({"los", "las", "les"})
# Rifles and rockets are called so too, and say and do nothing.
_DOING = frozenset(
    {"say", "claim", "deny", "announce", "declare", "vow", "threaten", "warn", "admit", "reject", "condemn"}
    | {"accuse", "recruit", "emerge", "surface", "pledge", "attack", "storm", "ambush", "abduct", "kidnap"}
)
_STYLING = frozenset({"call", "style", "dub", "name", "know", "christen", "term"})


def groups_told(
    doc: Doc, runs: Iterable[tuple[int, int]], words: Callable[[int, int], str]
) -> frozenset[str]:
    """The names that the text shows to be groups'."""
    return frozenset(words(start, end) for start, end in runs if _is_group(doc, start, end))


def _is_group(doc: Doc, start: int, end: int) -> bool:
    labels = {t.ent_type_ for t in doc[start:end]}
    if labels & _NO_NAMES or not _may_be_name(doc, start, end):
        return False
    if _calls_itself(doc, start):
        return True
    if doc[start].lower_ in _PLURAL_ARTICLES and end - start in {2, 3, 4}:
        return not labels & _PLACES or _does(doc[start:end].root)
    is_place = bool(labels & _PLACES) and end - start == 1
    if is_place or _is_persons(doc, start, end):
        return False
    if _IZAFET.match(doc[start].text) and end - start == 1:
        return not labels & _PLACES
    if _has_initials_behind(doc, start, end):
        return True
    if _NUMBERED.match(doc[start].text) and end - start == 1:
        return _does(doc[start]) or _owns(doc, end) or _has_members(doc, start, end)
    if end - start > 3 or not _has_members(doc, start, end):
        return False
    return not labels & _PLACES


def _may_be_name(doc: Doc, start: int, end: int) -> bool:
    lows = [t.lower_ for t in doc[start:end]]
    text = " ".join(lows)
    if text in lexicon.lines("states") or lows[-1] in lexicon.lines("place_heads"):
        return False
    if any(w in lexicon.lines("weapons") for w in lows):
        return False
    return not all(w in lexicon.lines("demonyms") | lexicon.lines("not_names") for w in lows)


def _is_persons(doc: Doc, start: int, end: int) -> bool:
    first = doc[start].lower_
    if first in lexicon.lines("given_names") or first in with_role("office"):
        return True
    return any(t.ent_type_ == "PERSON" for t in doc[start:end])


def _calls_itself(doc: Doc, start: int) -> bool:
    """ "calling itself the Storks of the North", "the gang known as the Storks"."""
    at = start
    while at > 0 and doc[at - 1].lower_ in {"the", '"', "'"}:
        at -= 1
    if at < 2:
        return False
    before = [t.lower_ for t in doc[max(0, at - 6) : at]]
    if before[-1] in {"itself", "themselves"}:
        return doc[at - 2].lemma_ in _STYLING
    if before[-1] == "as" and doc[at - 2].lower_ == "known":
        before, at = before[:-1], at - 1
    verb = doc[at - 1]
    if verb.lemma_ not in {"call", "name", "dub", "know"} or verb.tag_ != "VBN":
        return False
    noun = verb.head
    return noun.i < verb.i and (
        noun.lower_ in with_role("stand_in") | with_role("band") or noun.lower_ in with_role("body")
    )


def _has_initials_behind(doc: Doc, start: int, end: int) -> bool:
    """ "Rally for Truth (RT)": a name with the letters of its own words behind it, headed by no device or rank."""
    if end - start < 2 or end + 2 >= len(doc) or doc[end].text != "(" or doc[end + 2].text != ")":
        return False
    never = lexicon.lines("not_organisation_heads") | with_role("office")
    if any(t.lower_ in never for t in doc[start:end]):
        return False
    return doc[end + 1].text == initials(doc, start, end)


def _does(token: Token) -> bool:
    return token.dep_ == "nsubj" and token.head.lemma_ in _DOING


def _owns(doc: Doc, end: int) -> bool:
    """ "X's fighters"."""
    if end + 1 >= len(doc) or doc[end].text not in {"'s", "'"}:
        return False
    return any(t.lower_ in with_role("fighters") | _PARTS for t in doc[end + 1 : end + 3])


def _has_members(doc: Doc, start: int, end: int) -> bool:
    """ "X fighters", "members of X", "the militia X"."""
    if end < len(doc) and doc[end].lower_ in with_role("fighters") | {"detachment", "unit"}:
        return True
    head = doc[start:end].root
    if head.dep_ == "pobj" and head.head.lower_ == "of":
        return head.head.head.lower_ in _PARTS | {"members"}
    return any(c.dep_ == "appos" and c.lower_ in with_role("stand_in") for c in head.children)
