"""Which place a mention means, chosen by what its document says around it; never a guess across the globe.

Precision is UCDP's where_prec (GED codebook 24.1): 1 the very place, 2 near it, 3 second-order division,
4 first-order division, 5 between or towards places, 6 country.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from secondsource.records import Place, PlaceKind, PlaceMention, PlaceRelation, ResolvedPlace
from secondsource.resolve.countries import countries_by_demonym, countries_by_name
from secondsource.resolve.gazetteer import Candidate, Gazetteer
from secondsource.resolve.place_choice import choose_place
from secondsource.resolve.place_containers import countries_of, keep_inside
from secondsource.resolve.place_context import context_of
from secondsource.resolve.place_names import (
    PlaceWords,
    ends_of_way,
    fold_place,
    is_place_word,
    place_sound,
    place_vowels,
    read_place_words,
)
from secondsource.resolve.place_weights import PlaceContext
from secondsource.resolve.transliteration import fold_name, has_arabic

__all__ = ["PlaceContext", "context_of", "locate"]

_PRECISION = {
    PlaceKind.COUNTRY: 6,
    PlaceKind.PROVINCE: 4,
    PlaceKind.DISTRICT: 3,
    PlaceKind.TOWN: 1,
    PlaceKind.AIRPORT: 1,
    PlaceKind.BASE: 1,
}
_FIELDS = (PlaceKind.AIRPORT, PlaceKind.BASE)
_NARROW = (PlaceKind.TOWN, *_FIELDS)
_LEAST_LIKENESS_BY_SOUND = 0.75
_LEAST_LIKENESS_OF_SHORT = 0.95
"""Of names with two consonants, which many places share, where the vowels are written."""
# Countries whose place names reach English by transliteration (Arabic, Cyrillic, Hebrew, Indic, Ethiopic … scripts):
# elsewhere another spelling is another place.
_CODES = (
    "AE AF AM AZ BD BG BH BY CN CY DJ DZ EG EH ER ET GE GR IL IN IQ IR JO JP KG KH KM KP KR KW KZ LA LB LK LY"
    " MA MD MK MM MN MR MV NP OM PK PS QA RS RU SA SD SO SY TD TH TJ TM TN TW UA UZ XK YE"
)
_TRANSLITERATED = frozenset(_CODES.split())
ONLY_AROUND = "only the place around it is known"
OUTSIDE = "places of that name are known only outside the one that the text names"
ON_THE_WAY = "on the way to or from it"
INSIDE = "inside the place that the text names"
USERS = "the user's gazetteer"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Choice:
    """`is_part`: only a part of the place, or somewhere beside it, is meant; `asked`: kinds that the words name."""

    place: Place
    rule: str
    is_part: bool
    asked: tuple[PlaceKind, ...] = ()


def locate(mention: PlaceMention, context: PlaceContext, gazetteer: Gazetteer) -> ResolvedPlace | None:
    """The place meant, with its precision and the rule that chose it; None if nothing fits the document.

    A place that no gazetteer knows is told by the narrowest container that the text names, at its precision; a
    way between two places by the first of them that is known. A demonym ("Iraqi") is no place.
    """
    head, *inside = [part.strip() for part in mention.name.split(",")]
    within = (*inside, *mention.within)
    if found := _choose(head, within, context, gazetteer):
        precision = _precision(found, mention.relation)
        return ResolvedPlace(place=found.place, precision=precision, rule=found.rule)
    for end in ends_of_way(head):
        if found := _choose(end, within, context, gazetteer):
            precision = _precision(found, PlaceRelation.BETWEEN)
            return ResolvedPlace(place=found.place, precision=precision, rule=ON_THE_WAY)
    for number, container in enumerate(within):
        found = _choose(container, within[number + 1 :], context, gazetteer)
        if found and found.place.kind not in _FIELDS:
            precision = max(2, _precision(found, PlaceRelation.IN))
            rule = OUTSIDE if _is_known_outside(head, found.place, gazetteer) else ONLY_AROUND
            return ResolvedPlace(place=found.place, precision=precision, rule=rule)
    return None


def _is_known_outside(name: str, division: Place, gazetteer: Gazetteer) -> bool:
    """True if places of just that name lie in other divisions of the country, where the text names a division."""
    if division.kind is not PlaceKind.PROVINCE or division.admin1 is None:
        return False
    elsewhere = (c.place for c in gazetteer.find(read_place_words(name).name) if not c.by_sound)
    return any(p.country == division.country and p.admin1 and p.kind in _NARROW for p in elsewhere)


def _choose(name: str, within: Sequence[str], context: PlaceContext, gazetteer: Gazetteer) -> _Choice | None:
    words, folded = read_place_words(name), fold_name(name)
    is_people = folded in countries_by_demonym() and folded not in countries_by_name()
    if not words.name or is_people or is_place_word(words.name):
        return None
    around = context.without(name)
    for candidates, of in _readings(name, words, within, context, gazetteer):
        if found := _among(candidates, of, within, around, gazetteer):
            return replace(found, asked=words.kinds)
    return None


def _readings(
    name: str, words: PlaceWords, within: Sequence[str], context: PlaceContext, gazetteer: Gazetteer
) -> Iterator[tuple[list[Candidate], PlaceWords]]:
    """What the name may mean: as a whole ("Rural Damascus"), without its words, by its sound."""
    whole = PlaceWords(name=fold_place(name), kinds=(), is_part=False)
    for of in (whole, words) if whole.name != words.name else (words,):
        found = list(gazetteer.find(of.name) or (gazetteer.find_abbreviation(name) if of is words else ()))
        if found and not words.kinds and all(c.place.kind is PlaceKind.PROVINCE for c in found):
            # a division's seat may be spelled another way than the division
            by_sound = _by_sound(of, within, context, gazetteer)
            found += [c for c in by_sound if c.place.kind is PlaceKind.TOWN]
        yield found, of
    yield _by_sound(words, within, context, gazetteer), words


def _among(
    candidates: list[Candidate],
    words: PlaceWords,
    within: Sequence[str],
    context: PlaceContext,
    gazetteer: Gazetteer,
) -> _Choice | None:
    """The best of some candidates, of those kinds that the words ask for where there are any."""
    candidates, is_inside = keep_inside(candidates, within, gazetteer)
    if not candidates:
        return None
    wanted = [c for c in candidates if c.place.kind in words.kinds]
    fields = not wanted and any(k in _FIELDS for k in words.kinds)
    towns = [c for c in candidates if c.place.kind not in _FIELDS]
    candidates = wanted or ([] if words.kinds else towns) or candidates
    if (
        fields
    ):  # no base of that name is known: one beside a town, unless the document is about another country
        candidates = [c for c in candidates if c.is_users or is_inside or c.place.country == context.main]
    if not candidates:
        return None
    own = [c for c in candidates if c.is_users]
    chosen = choose_place(own or candidates, PlaceContext() if own else context)
    is_distinct = bool(wanted) and " " in words.name and all(c.place.kind in _FIELDS for c in wanted)
    if not chosen and (is_inside or is_distinct):
        chosen = choose_place(candidates, PlaceContext())
    if not chosen:
        return None
    place, rule = chosen
    if own or is_inside:
        why = USERS if own else INSIDE
        rule = f"{why}, {rule}" if len(own or candidates) > 1 else why
    return _Choice(place=place, rule=rule, is_part=words.is_part or fields)


def _by_sound(
    words: PlaceWords, within: Sequence[str], context: PlaceContext, gazetteer: Gazetteer
) -> list[Candidate]:
    """Other transliterations, in countries that document or text name; the vowels must be alike too."""
    named = [c for c, _ in context.countries[:3]]
    named += [c for w in within for c in sorted(countries_of(w, gazetteer))]
    countries = [c for c in dict.fromkeys(named) if c in _TRANSLITERATED]
    vowels = place_vowels(words.name)
    is_short = len(place_sound(words.name)) < 3 and not has_arabic(words.name)
    least = _LEAST_LIKENESS_OF_SHORT if is_short else _LEAST_LIKENESS_BY_SOUND
    return [c for c in gazetteer.find_by_sound(words.name, countries) if _likeness(vowels, c.place) >= least]


def _likeness(vowels: str, place: Place) -> float:
    """From 0 to 1; an airport is called by a part of its name ("Qayyarah West Airport")."""
    others = place_vowels(read_place_words(place.name).name)
    if place.kind in _FIELDS:
        return max(fuzz.ratio(vowels, others), fuzz.partial_ratio(vowels, others)) / 100
    return max(fuzz.ratio(vowels, others), fuzz.ratio(vowels, place_vowels(place.name))) / 100


def _precision(found: _Choice, relation: PlaceRelation) -> int:
    precision = _PRECISION[found.place.kind]
    if found.place.kind in _FIELDS and not found.asked:
        precision = 2  # "Taji" alone: the town beside its base
    if found.asked and found.place.kind is PlaceKind.TOWN and PlaceKind.TOWN not in found.asked:
        # the seat stands for its district or division
        precision = max((_PRECISION[k] for k in found.asked), default=precision)
    if relation in (PlaceRelation.BETWEEN, PlaceRelation.TOWARDS):
        return max(5, precision)
    return max(2, precision) if relation is PlaceRelation.NEAR or found.is_part else precision
