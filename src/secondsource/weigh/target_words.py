"""Of which country a target is by its words, and what its kind and country are called."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from pathlib import Path

from secondsource.errors import LexiconError
from secondsource.match.targets import load_targets
from secondsource.resolve.countries import countries_by_demonym, countries_by_name, load_countries
from secondsource.resolve.transliteration import fold_name

SHIPPED = Path(__file__).with_name("target_nouns.toml")
_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+\.?)*")
# "us" and "it" are no countries: a name of so few letters must be written large.
_SHORT = 3


@lru_cache(maxsize=1 << 16)  # a data set names the same sides in thousands of rows
def target_countries(words: str) -> frozenset[str]:
    """The ISO codes of the countries whose name or people the words name.

    >>> sorted(target_countries("two American and one British soldier")), sorted(target_countries("all of us"))
    (['GB', 'US'], [])
    """
    names, demonyms = countries_by_name(), countries_by_demonym()
    tokens = _WORD.findall(words)
    found: set[str] = set()
    at = 0
    while at < len(tokens):
        for length in (3, 2, 1):
            phrase = " ".join(tokens[at : at + length])
            country = names.get(fold_name(phrase)) or demonyms.get(fold_name(phrase))
            if country is not None and (len(phrase) > _SHORT or phrase.isupper()):
                found.add(country.code)
                at += length - 1
                break
        at += 1
    return frozenset(found)


def kind_noun(kind: str) -> str:
    """What a kind of target is called, in the plural."""
    return load_nouns()[kind]


def country_targets(code: str) -> str:
    """ "Iraqi targets" for a country's code; the code itself where no table has the country.

    >>> country_targets("IQ"), country_targets("XA")
    ('Iraqi targets', 'XA')
    """
    return _adjectives().get(code, code)


@cache
def _adjectives() -> dict[str, str]:
    return {
        c.code: f"{c.demonyms[0]} targets" if c.demonyms else f"targets of {c.name}" for c in load_countries()
    }


@cache
def load_nouns(path: Path = SHIPPED) -> dict[str, str]:
    """The nouns by kind. Raises LexiconError where a kind of thing or people has none."""
    nouns = {k: str(v) for k, v in tomllib.loads(path.read_text(encoding="utf-8")).items() if k != "format"}
    kinds = {k.name for k in load_targets().kinds.values() if k.side != "means"}
    if kinds ^ nouns.keys():
        raise LexiconError(
            str(path), f'"{min(kinds ^ nouns.keys())}" stands in one file only.', "See match/targets.toml."
        )
    return nouns
