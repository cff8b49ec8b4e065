"""The word lists of the MUC-4 adapter, and which words are no part of a person's name."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from secondsource.read.english import lexicon
from secondsource.read.english.who.names import with_role


@cache
def words(name: str) -> frozenset[str]:
    """The words of one list of muc4_words.toml."""
    table = tomllib.loads((Path(__file__).parent / "muc4_words.toml").read_text(encoding="utf-8"))
    return frozenset(table[name].split())


@cache
def is_known(word: str) -> bool:
    return (
        word
        in words("titles")
        | words("civilians")
        | words("perpetrators")
        | words("things")
        | words("describing")
        | words("weapons")
        or word in lexicon.lines("people") | lexicon.lines("place_heads") | lexicon.lines("demonyms")
        or any(word in with_role(role) for role in ("office", "fighters", "body", "force", "source", "state"))
    )
