"""What a document says of where it is: countries, divisions, and places that could be told without doubt."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from secondsource.records import Place, PlaceKind, PlaceMention
from secondsource.resolve.countries import countries_by_demonym, countries_by_name
from secondsource.resolve.gazetteer import Gazetteer
from secondsource.resolve.place_names import fold_place, read_place_words
from secondsource.resolve.transliteration import fold_name

Key = TypeVar("Key", str, tuple[str, str])
_LONGEST_NAME_WORDS = 5
# Countries' names that are more often a person's, a state's or a town's: they count beside a demonym alone.
_AMBIGUOUS = frozenset({"chad", "georgia", "guinea", "jersey", "jordan", "dominica", "america"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceContext:
    """`countries`: codes, most named first, with how often each is named (names, demonyms, places that lie in
    one country alone); `divisions`: (country, division) likewise; `nearby`: places told without doubt."""

    countries: tuple[tuple[str, int], ...] = ()
    divisions: tuple[tuple[tuple[str, str], int], ...] = ()
    nearby: tuple[Place, ...] = ()

    @property
    def main(self) -> str | None:
        """The country named most, if one is."""
        return self.countries[0][0] if self.countries else None


@dataclass(slots=True)
class _Counts:
    countries: Counter[str] = field(default_factory=Counter)
    divisions: Counter[tuple[str, str]] = field(default_factory=Counter)
    nearby: dict[str, Place] = field(default_factory=dict)


def context_of(text: str, mentions: Iterable[PlaceMention], gazetteer: Gazetteer) -> PlaceContext:
    """The context that a document's text and its own place mentions give; the order of mentions is nothing."""
    counts = _Counts()
    _count_named(text, gazetteer, counts)
    for name, within in sorted({(m.name, m.within) for m in mentions}):
        for container in within:
            _count_container(container, gazetteer, counts)
        _count_mention(name, gazetteer, counts)
    return PlaceContext(
        countries=_ordered(counts.countries),
        divisions=_ordered(counts.divisions),
        nearby=tuple(counts.nearby[i] for i in sorted(counts.nearby)),
    )


def countries_of(name: str, gazetteer: Gazetteer) -> frozenset[str]:
    """The one country in which a container of that name lies, if it is a country or a division; else none."""
    found = {
        c.place.country
        for c in gazetteer.find(read_place_words(name).name)
        if c.place.kind in (PlaceKind.COUNTRY, PlaceKind.PROVINCE) and c.place.country
    }
    return frozenset(found) if len(found) == 1 else frozenset()


def _ordered(counts: Mapping[Key, int]) -> tuple[tuple[Key, int], ...]:
    return tuple(sorted(counts.items(), key=lambda i: (-i[1], i[0])))


def _count_container(name: str, gazetteer: Gazetteer, counts: _Counts) -> None:
    countries = countries_of(name, gazetteer)
    counts.countries.update(countries)
    for place in gazetteer.divisions(read_place_words(name).name):
        if place.country in countries and place.admin1:
            counts.divisions[place.country, place.admin1] += 1


def _count_mention(name: str, gazetteer: Gazetteer, counts: _Counts) -> None:
    """A mention counts for its country and division if all that bear it as main name lie there."""
    words = read_place_words(name)
    found = [c for c in gazetteer.find(words.name) if not words.kinds or c.place.kind in words.kinds]
    told = [
        c.place for c in found if c.is_main and (c.place.kind is not PlaceKind.TOWN or c.place.population)
    ]
    countries = {p.country for p in told if p.country}
    if len(countries) != 1 or told[0].kind is PlaceKind.COUNTRY:
        return
    counts.countries.update(countries)
    divisions = {(p.country, p.admin1) for p in told if p.country and p.admin1}
    if len(divisions) == 1:
        counts.divisions.update(divisions)
    if len(told) == 1 and told[0].latitude is not None:
        counts.nearby[told[0].id] = told[0]


def _count_named(text: str, gazetteer: Gazetteer, counts: _Counts) -> None:
    """Countries by name or demonym and divisions by name, the user's own included."""
    own = {
        fold_name(p.name): p.country
        for p in gazetteer.own_places
        if p.kind is PlaceKind.COUNTRY and p.country
    }
    names, demonyms = countries_by_name(), countries_by_demonym()
    uncertain: Counter[str] = Counter()
    certain: set[str] = set()
    for folded, end in _capitalised_phrases(text):
        country = names.get(folded) or demonyms.get(folded)
        code = own.get(folded) or (country.code if country else None)
        if code and folded in _AMBIGUOUS and folded not in own:
            uncertain[code] += 1
        elif code:
            counts.countries[code] += 1
            certain.add(code)
        else:
            places = gazetteer.divisions(fold_place(folded))
            if len({p.country for p in places}) != 1:
                continue
            counts.countries.update({p.country for p in places if p.country})
            counts.divisions.update({(p.country, p.admin1) for p in places if p.country and p.admin1})
        end.append(True)
    counts.countries.update({c: n for c, n in uncertain.items() if c in certain})


def _capitalised_phrases(text: str) -> Iterator[tuple[str, list[bool]]]:
    """Folded phrases of capitalised words, longest first; the caller appends to the list to take one whole."""
    for words in _runs_of_capitals(text):
        start = 0
        while start < len(words):
            for stop in range(min(len(words), start + _LONGEST_NAME_WORDS), start, -1):
                taken: list[bool] = []
                yield fold_name(" ".join(words[start:stop])), taken
                if taken:
                    start = stop - 1
                    break
            start += 1


def _runs_of_capitals(text: str) -> Iterator[list[str]]:
    """Runs of capitalised words, small words between them kept: where names are."""
    run: list[str] = []
    for word in re.findall(r"[\w'’.&-]*\w\.?", text):
        bare = re.sub(r"['’]s$", "", word)
        if bare[:1].isupper() or (run and bare in ("of", "the", "and")):
            run.append(bare)
        elif run:
            yield run
            run = []
    if run:
        yield run
