"""What speaks for two names being one actor's, and how probable that makes it.

`compare_names` looks at the names alone, with the starter list and the country that the context gives. What joins
names in a case (`actor_names`) is the strong part of it; the rest are suggestions for a person to decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise, product

from secondsource.resolve.countries import is_country
from secondsource.resolve.known_actors import KnownActors
from secondsource.resolve.name_concepts import (
    concepts,
    is_translation,
    load_name_concepts,
)
from secondsource.resolve.name_parts import NameParts, name_parts
from secondsource.resolve.names import (
    acronyms_of,
    is_generic,
    is_same_name,
    name_key,
    name_tokens,
    similarity,
)
from secondsource.resolve.transliteration import fold_name, has_mixed_word, romanise

_CAUSE_STEM = 6  # letters; "Kashmir" and "Kashmiri"
# "The forces of the Reed Emirate" are those of the Reed Emirate.
_FORCES_OF = re.compile(
    r"^(?:the )?(?:armed )?(?:forces|troops|fighters|militia) of (?:the )?", re.IGNORECASE
)


class Evidence(StrEnum):
    """What was found on two names; the words are what a person reads."""

    NOBODY = "says no more than a kind of actor"
    OTHER_KNOWN = "two different actors of the list"
    OTHER_COUNTRY = "each names another country"
    FACTION = "one names a faction, an heir or a part of the other"
    SPELLING = "spellings of one name"
    LETTERS = "sounds the same, but a word mixes the letters of two alphabets"
    KNOWN = "one actor of the list"
    ACRONYM = "the one's acronym is given with the other"
    INITIALS = "the one's letters begin the other's words"
    TRANSLATION = "the same words in another language or order"
    SHORT_FORM = "the same but for words that say what kind of group it is, or its country"
    CAUSE = "the one is named after the other's cause"
    ALIKE = "sounds alike"


# How often names with this evidence are one actor's: pairs of names of the starter list within one country, compared
# without that list (`python bench/resolve/evidence.py`, 2026-11-26). CAUSE is rare there and set lower: whoever
# fights for a cause is one of many. LETTERS doesn't occur there; who writes so may mean to deceive.
PROBABILITY = {
    Evidence.NOBODY: 0.02,
    Evidence.OTHER_KNOWN: 0.02,
    Evidence.OTHER_COUNTRY: 0.02,
    Evidence.FACTION: 0.03,
    Evidence.SPELLING: 0.97,
    Evidence.LETTERS: 0.85,
    Evidence.KNOWN: 0.97,
    Evidence.ACRONYM: 0.95,
    Evidence.INITIALS: 0.95,
    Evidence.TRANSLATION: 0.95,
    Evidence.SHORT_FORM: 0.9,
    Evidence.CAUSE: 0.6,
}
# Likeness and share, from the same table; between two rows in proportion.
_ALIKE = ((0.0, 0.0), (0.5, 0.03), (0.65, 0.1), (0.75, 0.23), (0.85, 0.51), (0.95, 0.78), (1.0, 0.85))


@dataclass(frozen=True, slots=True, kw_only=True)
class Likelihood:
    """The strongest evidence on two names, and the probability that they are one actor's."""

    evidence: Evidence
    probability: float


def compare_names(a: str, b: str, known: KnownActors, country: str | None = None) -> Likelihood:
    """What speaks for two names being one actor's; symmetric. `country`: ISO code of what the context is about."""
    for evidence in _found(a, b, known, country):
        return Likelihood(evidence=evidence, probability=PROBABILITY[evidence])
    alike = _likeness(name_parts(a), name_parts(b))
    return Likelihood(evidence=Evidence.ALIKE, probability=_share_at(alike))


def likeness(a: str, b: str) -> float:
    """How alike two names sound or how many telling words they share, whichever is more, 0 to 1."""
    return _likeness(name_parts(a), name_parts(b))


def _found(a: str, b: str, known: KnownActors, country: str | None) -> Iterable[Evidence]:
    """What holds, what decides before what is weaker."""
    one, other = name_parts(a), name_parts(b)
    if fold_name(a) != fold_name(b) and (_is_cause(a, other) or _is_cause(b, one)):
        yield Evidence.CAUSE
    if _is_nobody(one) or _is_nobody(other):
        yield Evidence.NOBODY
    if (one.faction or other.faction) and one.faction != other.faction and fold_name(a) != fold_name(b):
        listed, others = _listed(a, one, known, country), _listed(b, other, known, country)
        yield Evidence.KNOWN if listed & others else Evidence.FACTION
    if any(is_same_name(x, y) for x in one.full for y in other.full):
        yield Evidence.SPELLING
    if (has_mixed_word(a) or has_mixed_word(b)) and name_key(a) == name_key(b):
        yield Evidence.LETTERS
    listed, others = _listed(a, one, known, country), _listed(b, other, known, country)
    fits = _has_initials(one, other) or _has_initials(other, one)
    if listed & others:
        yield Evidence.KNOWN
    if (
        listed and others and not fits
    ):  # letters that fit may be another group's than the one the list has for them
        yield Evidence.OTHER_KNOWN
    if set(one.acronyms) & set(other.acronyms):
        yield Evidence.ACRONYM
    if fits:
        yield Evidence.INITIALS
    if any(is_translation(x, y) for x in one.full for y in other.full):
        yield Evidence.TRANSLATION
    if (here := _countries(one)) and (there := _countries(other)) and here.isdisjoint(there):
        yield Evidence.OTHER_COUNTRY
    if _is_short_form(one, other):
        yield Evidence.SHORT_FORM


def _is_nobody(parts: NameParts) -> bool:
    return not parts.acronyms and all(is_generic(n) for n in parts.full)


def _listed(name: str, parts: NameParts, known: KnownActors, country: str | None) -> set[str]:
    """Keys of the list's actors that bear one of the names, in that country where it is known."""
    countries = parts.countries or ({country} if country else set())
    names = (name, *parts.full, *parts.acronyms) if not parts.faction else (name,)
    return {k.key for n in names if (k := known.find(n, None, countries))}


def _has_initials(one: NameParts, other: NameParts) -> bool:
    """True if an acronym of the one are the initials of a name of the other."""
    made = {a for name in other.full for a in acronyms_of(name)}
    return any(a in made for a in one.acronyms)


def _is_short_form(one: NameParts, other: NameParts) -> bool:
    """True if two names differ in nothing but soft words (front, party, group) and countries."""
    return any(_core(x) == _core(y) for x, y in product(_all(one), _all(other)) if _core(x)) or any(
        _is_forces_of(x, y) or _is_forces_of(y, x) for x, y in product(one.full, other.full)
    )


def _countries(parts: NameParts) -> frozenset[str]:
    """ISO codes of the countries that the names name, in brackets or not."""
    return parts.countries | {c for n in parts.full for c in concepts(n) if _is_country(c)}


def _is_forces_of(forces: str, of: str) -> bool:
    found = _FORCES_OF.match(forces)
    return found is not None and not is_country(of) and is_same_name(forces[found.end() :], of)


def _all(parts: NameParts) -> tuple[str, ...]:
    """Full names, and acronyms that are spoken as words ("POLISARIO")."""
    return parts.full + tuple(a for a in parts.acronyms if len(a) >= 5)


def _core(name: str) -> frozenset[str]:
    """The meanings that tell which one it is; empty if only meanings that many names have are left."""
    soft = load_name_concepts().soft
    rest = [c.removesuffix("s") for c in concepts(name) if c not in soft and not _is_country(c)]
    own = [c for c in rest if c.startswith("~") and len(c) > 3]
    return frozenset(rest) if own else frozenset()


def _is_country(meaning: str) -> bool:
    return len(meaning) == 2 and meaning.isupper()


def _is_cause(cause: str, other: NameParts) -> bool:
    """True for "Reedland insurgents" and the "Reedland Freedom Force": a cause, and a group named after it."""
    words = fold_name(cause).split()
    if len(words) != 2 or words[-1] not in load_name_concepts().cause or is_country(words[0]):
        return False
    stem = romanise(words[0])[:_CAUSE_STEM]
    return any(romanise(t).startswith(stem) for n in other.full for t in fold_name(n).split())


def _likeness(one: NameParts, other: NameParts) -> float:
    alike = max((similarity(x, y) for x in one.full for y in other.full), default=0.0)
    shared = max((_shared(x, y) for x in one.full for y in other.full), default=0.0)
    return max(alike, shared)


def _shared(a: str, b: str) -> float:
    """Share of the telling words that both names have."""
    words_a, words_b = set(name_tokens(a)), set(name_tokens(b))
    return len(words_a & words_b) / max(1, len(words_a | words_b))


def _share_at(alike: float) -> float:
    for (low, least), (high, most) in pairwise(_ALIKE):
        if alike <= high:
            return least + (most - least) * (alike - low) / (high - low)
    return _ALIKE[-1][1]
