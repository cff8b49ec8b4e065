"""Where a text without capitals names a body: abbreviations no word could be, and names before words for fighters.

`noun_mentions.py` finds the rest by their head words; these are the names that no head word gives away
or that stand before another noun ("eln guerrillas", "bright path members").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from secondsource.read.english import lexicon
from secondsource.read.english.who.names import with_role

_VOWEL = re.compile(r"[aeiouy]")
_SHORT_NAME = re.compile(r"[a-z]{2,5}|[a-z]{1,4}-\d{1,2}")
_MODIFIERS = frozenset({"compound", "amod", "nmod"})
# Bodies of everyday life, whose members do nothing in the body's name.
_EVERYDAY = frozenset(
    {"crew", "company", "companies", "party", "parties", "union", "ring", "group", "gang", "band", "squad"}
)


def lower_names(doc: Doc) -> Iterator[tuple[int, int]]:
    """Token ranges of the names, in order; for texts of which `is_lower` holds."""
    shorts = {t.lower_ for t in doc if _is_abbreviation(t) or _names_its_fighters(t) or _is_put_behind(t)}
    at = 0
    for token in doc:
        if token.i < at:
            continue
        if token.lower_ in shorts and not _is_part(token, shorts) and not _is_put_behind(token):
            yield token.i, token.i + 1
            at = token.i + 1
        elif (start := _body_before(token)) is not None:
            yield start, token.i + 1
            at = token.i + 1


def _is_abbreviation(token: Token) -> bool:
    """ "fmln": letters without a vowel that are no title or unit."""
    word = token.lower_
    return (
        3 <= len(word) <= 6
        and word.isalpha()
        and word.isascii()
        and not _VOWEL.search(word)
        and word not in lexicon.lines("vowelless_words")
        and token.ent_type_ not in {"TIME", "QUANTITY", "MONEY"}
    )


def _names_its_fighters(token: Token) -> bool:
    """ "eln guerrillas": a short word that the parser takes for a name, before a word for fighters."""
    return (
        token.tag_ in {"NNP", "NNPS"}
        and token.dep_ in _MODIFIERS
        and token.head.i == token.i + 1
        and token.head.lower_ in with_role("fighters")
        and _SHORT_NAME.fullmatch(token.lower_) is not None
        and token.ent_type_ not in {"GPE", "NORP", "PERSON"}
        and not _is_word(token)
    )


def _is_put_behind(token: Token) -> bool:
    """ "army of the coast (eda)": one short word in brackets right behind the name of a body."""
    doc, at = token.doc, token.i
    return (
        1 < at < len(doc) - 1
        and doc[at - 1].text == "("
        and doc[at + 1].text == ")"
        and _SHORT_NAME.fullmatch(token.lower_) is not None
        and not _is_word(token)
        and any(
            t.lower_ in with_role("body") | {"army", "forces"} and t.lower_ not in _EVERYDAY
            for t in doc[max(0, at - 7) : at - 1]
        )
    )


def _is_word(token: Token) -> bool:
    word = token.lower_
    return word in lexicon.lines("demonyms") | lexicon.lines("states") | lexicon.lines("people") or any(
        word in with_role(role)
        for role in ("fighters", "force", "office", "source", "stand_in", "body", "state")
    )


def _is_part(token: Token, shorts: set[str]) -> bool:
    """ "the fmln general command" is a body of its own, headed by another word."""
    head = token.head
    return (
        token.dep_ in _MODIFIERS
        and head.lower_ in with_role("body") | with_role("force")
        and head.i > token.i
    )


def _body_before(token: Token) -> int | None:
    """Where the name starts whose last word heads a body and that stands before fighters: "bright path members"."""
    if (
        token.dep_ not in _MODIFIERS
        or token.lower_ not in with_role("body") | {"forces"}
        or token.lower_ in _EVERYDAY
        or token.i + 1 >= len(token.doc)
        or token.nbor(1).lower_ not in with_role("fighters")
    ):
        return None
    start = token.i
    while start and _joins(token.doc[start - 1], token):
        start -= 1
    return start if start < token.i else None


def _joins(left: Token, body: Token) -> bool:
    return (
        left.dep_ in _MODIFIERS
        and left.head.i in range(left.i + 1, body.i + 2)
        and left.is_alpha
        and left.tag_ not in {"DT", "CD", "PRP$"}
        and left.lower_ not in _DESCRIBING
        and left.lower_ not in with_role("fighters")
    )


_DESCRIBING = frozenset(
    {"alleged", "suspected", "presumed", "former", "several", "many", "some", "other", "unidentified", "such"}
)
