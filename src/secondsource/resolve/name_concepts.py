"""What the words of an organisation's name mean, whatever the language: "Frente", "Jabhat" and "Front" are one.

Meanings only suggest that two names are translations of each other; they never join them.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from secondsource.errors import LexiconError
from secondsource.resolve.countries import countries_by_demonym, countries_by_name
from secondsource.resolve.name_words import load_name_words
from secondsource.resolve.names import name_tokens
from secondsource.resolve.transliteration import consonants, fold_name

_PATH = Path(__file__).with_name("name_concepts.toml")
_LONGEST_COUNTRY = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class NameConcepts:
    """`of`: word → the English word of its meaning; `soft`, `cause`: see the head of the file."""

    of: dict[str, str]
    soft: frozenset[str]
    cause: frozenset[str]


@cache
def load_name_concepts() -> NameConcepts:
    """The lists of `name_concepts.toml`. Raises LexiconError naming the file if they break the format."""
    try:
        data: dict[str, Any] = tomllib.loads(_PATH.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(_PATH.name, str(error), "Mend the file; nothing was resolved.") from error
    of: dict[str, str] = {}
    for words in data["words"]:
        for word in map(fold_name, words):
            if of.setdefault(word, words[0]) != words[0]:
                raise LexiconError(_PATH.name, f"{word!r} stands in two lists.", "Choose one of them.")
    return NameConcepts(
        of=of,
        soft=frozenset(of.get(w, w) for w in data["soft"]),
        cause=frozenset(data["cause"]),
    )


@lru_cache(maxsize=65536)
def concepts(name: str) -> tuple[str, ...]:
    """The meanings of a name's telling words in their order; countries as their codes, other words by sound.

    >>> concepts("Ejército de Liberación Nacional"), concepts("Burundi Front"), concepts("Mahdi Army")
    (('army', 'liberation', 'national'), ('BI', 'front'), ('~mhd', 'army'))
    """
    lists, small = load_name_concepts(), load_name_words().small
    words = fold_name(re.sub(r"['’]s\b", "", name)).split()
    found: list[str] = []
    while words:
        size, country = _country(words)
        if country:
            found.append(country)
        elif words[0] not in small:
            found.append(_concept(words[0], lists))
        words = words[max(1, size) :]
    return tuple(found)


def is_translation(a: str, b: str) -> bool:
    """True if two names say the same word for word, in whatever order the languages put it."""
    one, other = Counter(concepts(a)), Counter(concepts(b))
    return one == other and sum(one.values()) >= 2


def _concept(word: str, lists: NameConcepts) -> str:
    token = "".join(name_tokens(word)) or word
    return lists.of.get(word) or lists.of.get(token) or f"~{consonants(token)}"


def _country(words: list[str]) -> tuple[int, str | None]:
    for size in range(min(_LONGEST_COUNTRY, len(words)), 0, -1):
        head = " ".join(words[:size])
        country = countries_by_name().get(head) or countries_by_demonym().get(head)
        if country:
            return size, country.code
    return 0, None
