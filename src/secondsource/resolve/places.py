"""Which place a mention means, chosen by what its document says around it; never a guess across the globe.

Precision is UCDP's where_prec (GED codebook 24.1): 1 the very place, 2 near it, 3 second-order division,
4 first-order division, 5 between or towards places, 6 country.
"""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

from secondsource.records import Place, PlaceKind, PlaceMention, PlaceRelation, ResolvedPlace
from secondsource.resolve.countries import countries_by_demonym, countries_by_name
from secondsource.resolve.gazetteer import Candidate, Gazetteer
from secondsource.resolve.place_choice import choose_place
from secondsource.resolve.place_containers import countries_of, keep_inside
from secondsource.resolve.place_context import context_of
from secondsource.resolve.place_names import PlaceWords, fold_place, place_vowels, read_place_words
from secondsource.resolve.place_weights import PlaceContext
from secondsource.resolve.transliteration import fold_name

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
_LEAST_LIKENESS_BY_SOUND = 0.75
# Countries whose place names reach English by transliteration (Arabic, Cyrillic, Hebrew, Indic, Ethiopic … scripts):
# elsewhere another spelling is another place.
_CODES = (
    "AE AF AM AZ BD BG BH BY CN CY DJ DZ EG EH ER ET GE GR IL IN IQ IR JO JP KG KH KM KP KR KW KZ LA LB LK LY"
    " MA MD MK MM MN MR MV NP OM PK PS QA RS RU SA SD SO SY TD TH TJ TM TN TW UA UZ XK YE"
)
_TRANSLITERATED = frozenset(_CODES.split())
ONLY_AROUND = "only the place around it is known"
INSIDE = "inside the place that the text names"
USERS = "the user's gazetteer"


def locate(mention: PlaceMention, context: PlaceContext, gazetteer: Gazetteer) -> ResolvedPlace | None:
    """The place meant, with its precision and the rule that chose it; None if nothing fits the document.

    A place that no gazetteer knows is told by the narrowest container that the text names, at its precision.
    A demonym ("Iraqi") is no place.
    """
    head, *inside = [part.strip() for part in mention.name.split(",")]
    within = (*inside, *mention.within)
    found = _choose(head, within, context, gazetteer)
    if found:
        place, rule, is_part = found
        return ResolvedPlace(place=place, precision=_precision(place, mention.relation, is_part), rule=rule)
    for number, container in enumerate(within):
        found = _choose(container, within[number + 1 :], context, gazetteer)
        if found and found[0].kind not in _FIELDS:
            place = found[0]
            return ResolvedPlace(place=place, precision=max(2, _PRECISION[place.kind]), rule=ONLY_AROUND)
    return None


def _choose(
    name: str, within: Sequence[str], context: PlaceContext, gazetteer: Gazetteer
) -> tuple[Place, str, bool] | None:
    """Place, rule, and whether only a part of it, or somewhere beside it, is meant."""
    words = read_place_words(name)
    folded = fold_name(name)
    if not words.name or (folded in countries_by_demonym() and folded not in countries_by_name()):
        return None
    candidates = list(gazetteer.find(name) or gazetteer.find_abbreviation(name))
    if candidates and fold_place(name) != words.name:  # the whole is a name: "Rural Damascus"
        words = PlaceWords(name=fold_place(name), kinds=(), is_part=False)
    candidates = candidates or list(gazetteer.find(words.name))
    if not words.kinds and all(c.place.kind is PlaceKind.PROVINCE for c in candidates):
        # a division's seat may be spelled another way than the division
        by_sound = _by_sound(words, within, context, gazetteer)
        candidates += [c for c in by_sound if not candidates or c.place.kind is PlaceKind.TOWN]
    candidates = candidates or _by_sound(words, within, context, gazetteer)
    candidates, is_inside = keep_inside(candidates, within, gazetteer)
    if not candidates:
        return None
    wanted = [c for c in candidates if c.place.kind in words.kinds]
    beside = bool(words.kinds) and not wanted and any(k in _FIELDS for k in words.kinds)
    towns = [c for c in candidates if c.place.kind not in _FIELDS]
    candidates = wanted or (towns if fold_place(name) == words.name else []) or candidates
    is_part = words.is_part or beside
    own = [c for c in candidates if c.is_users]
    chosen = choose_place(own or candidates, PlaceContext() if own or is_inside else context.without(name))
    if chosen is None:
        return None
    place, rule = chosen
    if own or is_inside:
        rule = (
            f"{USERS if own else INSIDE}, {rule}" if len(own or candidates) > 1 else USERS if own else INSIDE
        )
    return place, rule, is_part


def _by_sound(
    words: PlaceWords, within: Sequence[str], context: PlaceContext, gazetteer: Gazetteer
) -> list[Candidate]:
    """Other transliterations, in countries that document or text name; the vowels must be alike too."""
    named = [c for c, _ in context.countries[:3]]
    named += [c for w in within for c in sorted(countries_of(w, gazetteer))]
    countries = [c for c in dict.fromkeys(named) if c in _TRANSLITERATED]
    return [
        c
        for c in gazetteer.find_by_sound(words.name, countries)
        if fuzz.ratio(place_vowels(words.name), place_vowels(c.place.name)) / 100 >= _LEAST_LIKENESS_BY_SOUND
    ]


def _precision(place: Place, relation: PlaceRelation, is_part: bool) -> int:
    precision = _PRECISION[place.kind]
    if relation in (PlaceRelation.BETWEEN, PlaceRelation.TOWARDS):
        return max(5, precision)
    return max(2, precision) if relation is PlaceRelation.NEAR or is_part else precision
