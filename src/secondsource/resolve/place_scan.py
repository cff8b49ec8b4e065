"""The names of places that a running text bears, told by capitals, the words around them and the gazetteer.

For a document's context, and for texts that no reader has read. A people's name ("Iraqi") is typed as such: it
tells of its country and is never where something happened.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from secondsource.errors import LexiconError
from secondsource.records import PlaceKind, Span
from secondsource.resolve.countries import countries_by_demonym, countries_by_name
from secondsource.resolve.gazetteer import Gazetteer
from secondsource.resolve.place_names import fold_place
from secondsource.resolve.running_words import Word, running_words
from secondsource.resolve.transliteration import fold_name

_PATH = Path(__file__).with_name("place_scan_words.toml")
# Countries' names that are more often a person's, a state's or a town's.
AMBIGUOUS = frozenset({"chad", "georgia", "guinea", "jersey", "jordan", "dominica", "america"})
_COMMA = re.compile(r",[ \n]{1,2}")
_DATELINE = re.compile(r"(?:, [A-Z][\w. ]{1,20})? ?(?:\([^)]{1,40}\) ?)?(?:--|—|–|-) ?")
_LONGEST_NAME_WORDS = 5
_LARGE = 100_000
_SIZEABLE = 15_000
"""People of a town that stands for itself without a word beside it, anywhere and in a country that the text
names; set on half of LGL, 2026-11-26."""


Lists = Mapping[str, frozenset[str]]


class NameUse(StrEnum):
    """What a name found stands for: a place, or the people of one."""

    PLACE = "place"
    PEOPLE = "people"


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPlace:
    """A name of a place in the text; `within` is the container that follows after a comma, "" if none."""

    span: Span
    name: str
    use: NameUse
    within: str = ""


@dataclass(frozen=True, slots=True)
class _Found:
    """A name known to the gazetteer on words `[first, stop)`; `is_sure` needs no word beside it.

    `homes`: countries in which a place of some size bears it.
    """

    first: int
    stop: int
    name: str
    use: NameUse
    is_sure: bool
    is_large: bool
    homes: frozenset[str]


def find_names(text: str, gazetteer: Gazetteer) -> tuple[NamedPlace, ...]:
    """The names in order, none overlapping."""
    words = tuple(running_words(text, lambda word: bool(gazetteer.find_abbreviation(word))))
    found = tuple(_known(words, text, gazetteer))
    lists = _lists()
    taken = {n for f in found for n in range(f.first, f.stop)}
    common = {w.text for w in words if not w.is_capital}
    within = {f.first: _container(f, words, text, gazetteer) for f in found}
    inside = {f.first for f in found if _is_before_other(f, words, taken, lists)}
    surnames = {f.first for f in found if _is_after_other(f, words, taken, lists)}
    persons = {f.name.casefold() for f in found if f.first in surnames}
    named = frozenset(h for f in found if f.is_sure and len(f.homes) == 1 for h in f.homes)
    told: Counter[str] = Counter()
    for f in found:
        name, is_alone = f.name.casefold(), f.first not in inside | surnames
        is_clear = name not in persons | common
        is_place = is_alone and (
            _is_where(f, words, text, lists) or (is_clear and _is_likely(f, words, named, lists))
        )
        if within[f.first] or is_place:
            told[name] += 1
        elif not is_alone and not f.is_sure:
            told[name] -= 1
    return tuple(
        NamedPlace(
            span=Span(start=words[f.first].start, end=words[f.first].start + len(f.name)),
            name=f.name,
            use=f.use,
            within=within[f.first],
        )
        for f in found
        if within[f.first]
        or (f.first not in inside | surnames and (f.is_sure or told[f.name.casefold()] > 0))
    )


def _known(words: Sequence[Word], text: str, gazetteer: Gazetteer) -> Iterator[_Found]:
    """The longest names from left to right."""
    at = 0
    while at < len(words):
        found = None
        if words[at].is_capital:
            stop = at + 1
            while stop < min(len(words), at + _LONGEST_NAME_WORDS) and words[stop].is_joined:
                stop += 1
            for last in range(stop, at, -1):
                if words[last - 1].is_capital and (found := _look_up(words, at, last, text, gazetteer)):
                    break
        if found:
            yield found
        at = found.stop if found else at + 1


def _look_up(words: Sequence[Word], first: int, stop: int, text: str, gazetteer: Gazetteer) -> _Found | None:
    name = text[words[first].start : words[stop - 1].end]
    folded = fold_name(name)

    def found(
        homes: Iterable[str | None], use: NameUse = NameUse.PLACE, *, is_sure: bool, is_large: bool = True
    ) -> _Found:
        return _Found(first, stop, name, use, is_sure, is_large, frozenset(h for h in homes if h))

    if (country := countries_by_name().get(folded)) and name != "us":
        return found([country.code], is_sure=folded not in AMBIGUOUS)
    if country := countries_by_demonym().get(folded):
        return found([country.code], NameUse.PEOPLE, is_sure=True)
    after_comma = text[: words[first].start].rstrip(" ").endswith(",")
    if after_comma and (short := gazetteer.find_abbreviation(name)):
        return found([c.place.country for c in short], is_sure=True)
    if len(folded) < 3 or folded in _lists()["seldom"]:
        return None
    if divisions := gazetteer.divisions(fold_place(folded)):
        homes = {p.country for p in divisions}
        return found(homes, is_sure=len(homes) == 1 and folded not in AMBIGUOUS)
    places = [c.place for c in gazetteer.find(name) if c.is_main or c.is_users]
    if not places:
        return None
    is_whole = any(p.kind is PlaceKind.DISTRICT and fold_place(p.name) == fold_place(name) for p in places)
    return found(
        [p.country for p in places if (p.population or 0) >= _SIZEABLE],
        is_sure=is_whole and stop > first + 1,
        is_large=any((p.population or 0) >= _LARGE for p in places),
    )


def _container(found: _Found, words: Sequence[Word], text: str, gazetteer: Gazetteer) -> str:
    """What follows after a comma and is a country or a division: "Alexandria, La."."""
    if found.use is NameUse.PEOPLE or found.stop >= len(words):
        return ""
    end, after = words[found.stop - 1].end, found.stop
    if not _COMMA.fullmatch(text[end : words[after].start]) or not words[after].is_capital:
        return ""
    for last in range(min(len(words), after + 3), after, -1):
        if any(not w.is_joined for w in words[after + 1 : last]):
            continue
        name = text[words[after].start : words[last - 1].end]
        if (
            fold_name(name) in countries_by_name()
            or gazetteer.divisions(fold_place(name))
            or gazetteer.find_abbreviation(name)
        ):
            return name
    return ""


def _is_before_other(found: _Found, words: Sequence[Word], taken: set[int], lists: Lists) -> bool:
    """True before the rest of a longer name that is no institution's of that place: "Houston Street"."""
    if found.stop >= len(words) or not words[found.stop].is_joined or not words[found.stop].is_capital:
        return False
    after = words[found.stop]
    if after.low in lists["ways"]:
        return True
    is_plain = found.is_sure or found.stop in taken or after.low in lists["institutions"]
    return not is_plain


def _is_after_other(found: _Found, words: Sequence[Word], taken: set[int], lists: Lists) -> bool:
    """True at the end of a longer name: "Tom Houston"."""
    if found.is_sure or not found.first or not words[found.first].is_joined:
        return False
    before = words[found.first - 1]
    is_start = found.first - 1 in taken or before.low in lists["openers"]
    return before.is_capital and not is_start


def _is_where(found: _Found, words: Sequence[Word], text: str, lists: Lists) -> bool:
    """True where places stand: after "in", or before the dash of a dateline."""
    if found.first and words[found.first].is_joined and words[found.first - 1].low in lists["where"]:
        return True
    return words[found.first].opens and bool(_DATELINE.match(text[words[found.stop - 1].end :]))


def _is_likely(found: _Found, words: Sequence[Word], named: frozenset[str], lists: Lists) -> bool:
    """True of an institution's place ("Houston Police"), and of a large town, or one in a country named."""
    after = words[found.stop] if found.stop < len(words) and words[found.stop].is_joined else None
    if after and after.is_capital and after.low in lists["institutions"]:
        return True
    return (found.is_large or bool(found.homes & named)) and not words[found.first].opens


@cache
def load_scan_words() -> dict[str, Any]:
    """The lists of `place_scan_words.toml`. Raises LexiconError naming file and list if one breaks the format."""
    try:
        data: dict[str, Any] = tomllib.loads(_PATH.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(_PATH.name, str(error), "Mend the file; nothing was resolved.") from error
    if data.pop("format", None) != 1:
        raise LexiconError(_PATH.name, "`format` is not 1.", "Use the file that came with this version.")
    for section, entry in data.items():
        if missing := {"words", "example", "not"} - entry.keys():
            raise LexiconError(f"{_PATH.name}, [{section}]", f"lacks {', '.join(sorted(missing))}.", None)
    return data


@cache
def _lists() -> Lists:
    return {section: frozenset(entry["words"]) for section, entry in load_scan_words().items()}
