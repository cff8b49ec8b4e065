"""Which place a mention means, chosen by what its document says around it; never a guess across the globe.

Precision is UCDP's where_prec (GED codebook 24.1): 1 the very place, 2 near it, 3 second-order division,
4 first-order division, 5 between or towards places, 6 country.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from secondsource.records import Place, PlaceKind, PlaceMention, PlaceRelation, ResolvedPlace
from secondsource.resolve.countries import countries_by_demonym, countries_by_name
from secondsource.resolve.gazetteer import Candidate, Gazetteer
from secondsource.resolve.place_names import PlaceWords, fold_place, place_vowels, read_place_words
from secondsource.resolve.transliteration import fold_name

_PRECISION = {
    PlaceKind.COUNTRY: 6,
    PlaceKind.PROVINCE: 4,
    PlaceKind.DISTRICT: 3,
    PlaceKind.TOWN: 1,
    PlaceKind.AIRPORT: 1,
    PlaceKind.BASE: 1,
}
_FIELDS = (PlaceKind.AIRPORT, PlaceKind.BASE)
_CAPITALISED = re.compile(r"[^\W\d_][\w'’.&-]*(?: (?:of|and|the) | |)")
_WELL_KNOWN = 300_000
"""A town this large may be meant in a document that names other countries only."""
_NEAR_KM = 400.0
_LEAST_LIKENESS_BY_SOUND = 0.75
_LONGEST_NAME_WORDS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceContext:
    """What a document says of where it is: its countries, most named first, with how often each is named (names,
    demonyms, places that lie in one country alone); and places that could be told without doubt."""

    countries: tuple[tuple[str, int], ...] = ()
    nearby: tuple[Place, ...] = ()

    @property
    def main(self) -> str | None:
        """The country named most, if one is."""
        return self.countries[0][0] if self.countries else None


def context_of(text: str, mentions: Iterable[PlaceMention], gazetteer: Gazetteer) -> PlaceContext:
    """The context that a document's text and its own place mentions give."""
    counts = _countries_named(text, gazetteer)
    names = sorted({(m.name, m.within) for m in mentions})
    nearby = []
    for name, within in names:
        for container in within:
            counts.update(_countries_of(container, gazetteer))
        words = read_place_words(name)
        found = [c for c in gazetteer.find(words.name) if not words.kinds or c.place.kind in words.kinds]
        told = [c for c in found if c.is_main and (c.place.kind is not PlaceKind.TOWN or c.place.population)]
        countries = {c.place.country for c in told if c.place.country}
        if len(countries) == 1 and told[0].place.kind is not PlaceKind.COUNTRY:
            counts.update(countries)
            if len(told) == 1:
                nearby.append(told[0].place)
    ordered = sorted(counts.items(), key=lambda i: (-i[1], i[0]))
    return PlaceContext(countries=tuple(ordered), nearby=tuple(sorted(nearby, key=lambda p: p.id)))


def locate(mention: PlaceMention, context: PlaceContext, gazetteer: Gazetteer) -> ResolvedPlace | None:
    """The place meant, with its precision and the rule that chose it; None if nothing fits the document.

    A place that no gazetteer knows is told by the narrowest container that the text names, at its precision.
    """
    found = _choose(mention.name, mention.within, context, gazetteer)
    if found:
        place, rule, is_part = found
        return ResolvedPlace(place=place, precision=_precision(place, mention.relation, is_part), rule=rule)
    for number, container in enumerate(mention.within):
        found = _choose(container, mention.within[number + 1 :], context, gazetteer)
        if found and found[0].kind in (
            PlaceKind.PROVINCE,
            PlaceKind.DISTRICT,
            PlaceKind.COUNTRY,
            PlaceKind.TOWN,
        ):
            place = found[0]
            return ResolvedPlace(
                place=place,
                precision=max(2, _PRECISION[place.kind]),
                rule="only the place around it is known",
            )
    return None


def _choose(
    name: str, within: Sequence[str], context: PlaceContext, gazetteer: Gazetteer
) -> tuple[Place, str, bool] | None:
    words = read_place_words(name)
    head, *containers = [p.strip() for p in name.split(",")]
    if containers:
        words, within = read_place_words(head), (*containers, *within)
    if not words.name:
        return None
    candidates = list(gazetteer.find(name))
    if candidates and fold_place(name) != words.name:  # the whole is a name: "Rural Damascus"
        words = PlaceWords(name=fold_place(name), kinds=(), is_part=False)
    candidates = candidates or list(gazetteer.find(words.name))
    if words.kinds and not any(c.place.kind in words.kinds for c in candidates):
        candidates += [c for c in gazetteer.find(words.name) if c not in candidates]
    only_provinces = all(c.place.kind is PlaceKind.PROVINCE for c in candidates)
    if only_provinces and not words.kinds:  # a division's seat may be spelled another way than the division
        candidates += [
            c
            for c in _by_sound(words, within, context, gazetteer)
            if not candidates or c.place.kind is PlaceKind.TOWN
        ]
    candidates, container_rule = _inside(candidates, within, gazetteer)
    if not candidates:
        return None
    return _narrow(candidates, words, name, context, container_rule)


def _narrow(
    candidates: list[Candidate],
    words: PlaceWords,
    name: str,
    context: PlaceContext,
    container_rule: str | None,
) -> tuple[Place, str, bool] | None:
    """Rules in order; the first that leaves one candidate names the choice."""
    wanted = [c for c in candidates if c.place.kind in words.kinds]
    fields_only = all(c.place.kind in _FIELDS for c in candidates)
    beside = bool(words.kinds) and not wanted
    if wanted:
        candidates = wanted
    elif not fields_only and fold_place(name) == words.name:
        candidates = [c for c in candidates if c.place.kind not in _FIELDS]
    if candidates[0].is_users:
        place = _most_populous(candidates)
        return place, "the user's gazetteer", words.is_part or (beside and place.kind is PlaceKind.TOWN)
    rule = container_rule
    countries = {c.place.country for c in candidates}
    if rule is None and context.countries:
        candidates, rule = _in_named_country(candidates, context)
        if not candidates:
            return None
    main = [c for c in candidates if c.is_main]
    candidates = main or candidates
    is_part = words.is_part or (beside and any(k in _FIELDS for k in words.kinds))
    if len({c.place.id for c in candidates}) == 1:
        only = rule or ("only place of that name" if len(countries) == 1 else "main name")
        return candidates[0].place, only, is_part
    if not words.kinds:
        candidates = _widest_first(candidates)
    if context.nearby and (near := _nearest(candidates, context.nearby)):
        return near, "nearest to the document's other places", is_part
    place = _most_populous(candidates)
    return place, f"{rule}, most populous namesake" if rule else "most populous namesake", is_part


def _in_named_country(
    candidates: list[Candidate], context: PlaceContext
) -> tuple[list[Candidate], str | None]:
    """Those in the country that the document names most; else only a country itself or a well-known town."""
    for country, _ in context.countries:
        inside = [c for c in candidates if c.place.country == country]
        if inside:
            return inside, "country of the document"
    kept = [
        c
        for c in candidates
        if c.place.kind is PlaceKind.COUNTRY
        or (not c.by_sound and c.is_main and (c.place.population or 0) >= _WELL_KNOWN)
    ]
    return kept, None


def _inside(
    candidates: list[Candidate], within: Sequence[str], gazetteer: Gazetteer
) -> tuple[list[Candidate], str | None]:
    """Those inside what the text says they lie in; a container that no gazetteer knows says nothing."""
    rule = None
    for container in within:
        found = gazetteer.find(read_place_words(container).name)
        around = [c.place for c in found if c.place.kind in (PlaceKind.COUNTRY, PlaceKind.PROVINCE)]
        around = around or [c.place for c in found]
        if not around:
            continue
        candidates = [c for c in candidates if any(_lies_in(c.place, p) for p in around)]
        rule = "inside the place that the text names"
    return candidates, rule


def _lies_in(place: Place, around: Place) -> bool:
    if place.country != around.country:
        return False
    if around.kind is PlaceKind.COUNTRY or place.admin1 is None:
        return True
    return bool(around.admin1) and fold_place(place.admin1) == fold_place(around.admin1 or "")


def _by_sound(
    words: PlaceWords, within: Sequence[str], context: PlaceContext, gazetteer: Gazetteer
) -> list[Candidate]:
    """Other transliterations, in countries that document or text name; the vowels must be alike too."""
    countries = [c for c, _ in context.countries[:3]]
    countries += [c for w in within for c in _countries_of(w, gazetteer)]
    return [
        c
        for c in gazetteer.find_by_sound(words.name, list(dict.fromkeys(countries)))
        if fuzz.ratio(place_vowels(words.name), place_vowels(c.place.name)) / 100 >= _LEAST_LIKENESS_BY_SOUND
    ]


def _widest_first(candidates: list[Candidate]) -> list[Candidate]:
    """A bare name that a country bears is the country; a town stands before its province and district."""
    for kinds in ((PlaceKind.COUNTRY,), (PlaceKind.TOWN,), (PlaceKind.PROVINCE,)):
        if found := [c for c in candidates if c.place.kind in kinds]:
            largest = max(c.place.population or 0 for c in candidates)
            if PlaceKind.TOWN not in kinds or (found[0].place.population or 0) * 20 >= largest:
                return found
    return candidates


def _nearest(candidates: Sequence[Candidate], nearby: Sequence[Place]) -> Place | None:
    """The candidate nearest to any place told without doubt, if it is near and no other is as near."""
    ranked = sorted(
        (min(_km(c.place, p) for p in nearby if p.id != c.place.id), c.place.id, c.place)
        for c in candidates
        if any(p.id != c.place.id for p in nearby)
    )
    if not ranked or ranked[0][0] > _NEAR_KM:
        return None
    return ranked[0][2] if len(ranked) == 1 or ranked[1][0] > 1.5 * ranked[0][0] else None


def _most_populous(candidates: Sequence[Candidate]) -> Place:
    return min((c.place for c in candidates), key=lambda p: (p.latitude is None, -(p.population or 0), p.id))


def _precision(place: Place, relation: PlaceRelation, is_part: bool) -> int:
    precision = _PRECISION[place.kind]
    if relation in (PlaceRelation.BETWEEN, PlaceRelation.TOWARDS):
        return max(5, precision)
    return max(2, precision) if relation is PlaceRelation.NEAR or is_part else precision


def _countries_named(text: str, gazetteer: Gazetteer) -> Counter[str]:
    """How often each country is named in a text, by name or demonym, the user's own countries included."""
    own = {
        fold_name(p.name): p.country
        for p in gazetteer.own_places
        if p.kind is PlaceKind.COUNTRY and p.country
    }
    names, demonyms = countries_by_name(), countries_by_demonym()
    counts: Counter[str] = Counter()
    for words in _runs_of_capitals(text):
        start = 0
        while start < len(words):
            for end in range(min(len(words), start + _LONGEST_NAME_WORDS), start, -1):
                folded = fold_name(" ".join(words[start:end]))
                country = names.get(folded) or demonyms.get(folded)
                code = own.get(folded) or (country.code if country else None)
                if code:
                    counts[code] += 1
                    start = end - 1
                    break
            start += 1
    return counts


def _runs_of_capitals(text: str) -> Iterable[list[str]]:
    """Runs of capitalised words, small words between them kept: where names are."""
    run: list[str] = []
    for word in re.findall(r"[\w'’.-]*\w", text):
        bare = re.sub(r"['’]s$", "", word)
        if bare[:1].isupper() or (run and bare in ("of", "the", "and")):
            run.append(bare)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _countries_of(name: str, gazetteer: Gazetteer) -> set[str]:
    """Countries in which a container of that name lies, if it is a country or a division."""
    found = [
        c.place
        for c in gazetteer.find(read_place_words(name).name)
        if c.place.kind in (PlaceKind.COUNTRY, PlaceKind.PROVINCE)
    ]
    return {p.country for p in found if p.country} if len({p.country for p in found}) == 1 else set()


def _km(a: Place, b: Place) -> float:
    """Great-circle distance; without coordinates, infinitely far."""
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return math.inf
    p, q = math.radians(a.latitude), math.radians(b.latitude)
    half = math.sin((q - p) / 2) ** 2
    half += math.cos(p) * math.cos(q) * math.sin(math.radians(b.longitude - a.longitude) / 2) ** 2
    return 12742.0 * math.asin(min(1.0, math.sqrt(half)))
