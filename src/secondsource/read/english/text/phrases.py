"""The nouns that prepositions put behind a word: "blamed ON X", "the killing OF Y"."""

from __future__ import annotations

from collections.abc import Set

from spacy.tokens import Token

_PREPOSITION = frozenset({"prep"})


def nouns_behind(token: Token, prepositions: Set[str], links: Set[str] = _PREPOSITION) -> list[Token]:
    """The objects of the word's own prepositions, in order; `links` are what the parse may call these."""
    return [
        p
        for c in token.children
        if c.dep_ in links and c.lower_ in prepositions
        for p in c.children
        if p.dep_ == "pobj"
    ]
