"""A name taken apart: its full forms, its acronyms, the country and the faction that it names beside them.

"National Redemption Front (NRF) (Sudan)", "SLM/A - Minni Minnawi", "Contras/FDN": data sets and lists pack
several names and what tells them apart into one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from secondsource.resolve.countries import countries_by_demonym, countries_by_name
from secondsource.resolve.name_words import load_name_words
from secondsource.resolve.names import is_acronym, plain_name
from secondsource.resolve.transliteration import clean_name, fold_name

_INSIDE = re.compile(r"\s*[(\[]([^()\[\]]{1,60})[)\]]")
_FACTION = re.compile(r"^(?P<name>.{2,}?)\s+[-–—:]\s*(?P<faction>.{1,40})$")
_SHORT_TAIL = re.compile(r"^(?P<name>[A-Z]{2,8})[-–](?P<faction>[A-Z]{1,3}|[A-Z][a-z]+)$")
_SLASH = re.compile(r"\s*/\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class NameParts:
    """`full`: names of words; `acronyms`: in capitals without dots; `countries`: ISO codes; `faction`: folded.

    A faction told by words is left out of both, one told by letters stays ("NSCN-IM").
    """

    full: tuple[str, ...]
    acronyms: tuple[str, ...]
    countries: frozenset[str]
    faction: str | None


@lru_cache(maxsize=65536)
def name_parts(name: str) -> NameParts:
    """The parts of a name.

    >>> name_parts("National Redemption Front (NRF) (Sudan)").acronyms, name_parts("SLM/A").acronyms
    (('NRF',), ('SLM', 'SLA'))
    """
    text = clean_name(name)
    insides = _INSIDE.findall(text)
    text = plain_name(_INSIDE.sub("", text)) or text
    text, faction = _without_faction(text)
    full: list[str] = []
    acronyms: list[str] = []
    countries: set[str] = set()
    for form in _alternatives(text):
        (acronyms if is_acronym(form) else full).append(form)
    for inside in insides:
        named = [c for part in re.split(r"[/,;]", inside) for c in _countries(part)]
        countries.update(named)
        if is_acronym(inside):
            acronyms.append(inside)
            faction = faction or _without_faction(inside)[1]
        elif not named and " " in inside.strip():
            full.append(inside.strip())
        elif not named:  # one word tells a leader or a creed
            faction = faction or fold_name(inside)
    bare = dict.fromkeys(re.sub(r"[^A-Z0-9]", "", a.upper()) for a in acronyms)
    return NameParts(
        full=tuple(dict.fromkeys(full)),
        acronyms=tuple(a for a in bare if a),
        countries=frozenset(countries),
        faction=faction,
    )


def _without_faction(text: str) -> tuple[str, str | None]:
    """ "FRUD - AD" → ("FRUD", "ad"), "New IRA" → ("New IRA", "new"): what tells a part from its whole."""
    if found := _FACTION.match(text):
        return found["name"], fold_name(found["faction"])
    if found := _SHORT_TAIL.match(text):
        return text, fold_name(found["faction"])
    words = fold_name(text).split()
    told = [w for w in words if w in load_name_words().splinter]
    return text, " ".join(told) or None


def _alternatives(text: str) -> list[str]:
    """ "SLM/A" → SLM and SLA; "Liberation Movement/Army" and "Contras/FDN" → both; "USC/SNA" is one alliance."""
    parts = _SLASH.split(text)
    if len(parts) != 2 or not all(parts):
        return [text]
    first, second = parts
    if is_acronym(first) and len(second) == 1:
        return [first, first[:-1] + second]
    if is_acronym(first) and is_acronym(second):
        return [text]
    if is_acronym(second) or " " not in first or " " in second:
        return [first, second]
    return [first, f"{first.rsplit(' ', 1)[0]} {second}"]


def _countries(words: str) -> list[str]:
    folded = fold_name(words)
    country = countries_by_name().get(folded) or countries_by_demonym().get(folded)
    return [country.code] if country else []
