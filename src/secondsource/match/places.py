"""How two places lie to each other: the same, near, one inside the other, or apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from secondsource.match.outlets import name_key
from secondsource.records import Event, PlaceKind, ResolvedPlace, ResolvedStatement
from secondsource.resolve.distances import great_circle_km

_WORD = re.compile(r"[^\W_]+")
# Two places further apart that a text puts in one larger place are in one province, not in one town.
_TOWN_KM = 20.0
_WIDTH = {
    PlaceKind.COUNTRY: 0,
    PlaceKind.PROVINCE: 1,
    PlaceKind.DISTRICT: 2,
    PlaceKind.TOWN: 3,
    PlaceKind.AIRPORT: 4,
    PlaceKind.BASE: 4,
}


class PlaceFit(StrEnum):
    """How two places agree; `wider`: one contains the other, or no more than that is known.

    `same` may be by two names of one spot on the map; `other part`: two parts of one town.
    """

    UNKNOWN = "unknown"
    SAME = "same"
    NEAR = "near"
    OTHER_PART = "other part"
    WIDER = "wider"
    COUNTRY = "country"
    APART = "apart"
    FAR = "far"
    SAME_WORDS = "same words"
    OTHER_WORDS = "other words"


@dataclass(frozen=True, slots=True, kw_only=True)
class Whereabouts:
    """Where a telling puts its event: the resolved place, if any, the words, and the towns that these name
    around it (by `name_key`). `hit` are the words for what was hit, which may name the place ("a Taji base")."""

    place: ResolvedPlace | None
    words: frozenset[str]
    within: frozenset[str] = frozenset()
    hit: frozenset[str] = frozenset()

    @property
    def is_known(self) -> bool:
        """True if the telling says where at all."""
        return self.place is not None or bool(self.words)

    @property
    def is_country_only(self) -> bool:
        """True if nothing below the country is said."""
        return self.place is not None and self.place.place.kind is PlaceKind.COUNTRY

    @property
    def is_one_spot(self) -> bool:
        """True if the place is so small that one day rarely sees two attacks there: an airport, a base."""
        return self.place is not None and self.place.place.kind in (PlaceKind.AIRPORT, PlaceKind.BASE)


def whereabouts_of(statement: ResolvedStatement) -> Whereabouts:
    """Where an event statement puts its event."""
    event = statement.statement.proposition
    mention = event.place if isinstance(event, Event) else None
    words = frozenset(w for w in _WORD.findall(mention.name.casefold())) if mention else frozenset()
    within = frozenset(name_key(n) for n in mention.within) if mention else frozenset()
    targets = event.on if isinstance(event, Event) else ()
    hit = frozenset(w for t in targets for w in _WORD.findall(t.name.casefold()))
    return Whereabouts(place=statement.place, words=words, within=within, hit=hit)


def compare_places(
    first: Whereabouts,
    second: Whereabouts,
    *,
    near_km: float = 2.0,
    spot_km: float = 6.0,
    far_km: float = 40.0,
) -> tuple[PlaceFit, float | None]:
    """How two places agree, and the kilometres between them where both lie on the map.

    Up to `near_km` two places are near; up to `spot_km` where one is an airport or base, which one report names
    and another takes for its neighbour; `far_km` and beyond excludes that they are one.
    """
    if not first.is_known or not second.is_known:
        return PlaceFit.UNKNOWN, None
    if first.place is None or second.place is None:
        return _compare_words(first.words, second.words), None
    one, other = first.place.place, second.place.place
    if one.id == other.id:
        return (PlaceFit.COUNTRY if one.kind is PlaceKind.COUNTRY else PlaceFit.SAME), 0.0
    if one.country and other.country and one.country != other.country:
        return PlaceFit.FAR, kilometres(first.place, second.place)
    if PlaceKind.COUNTRY in (one.kind, other.kind):
        return PlaceFit.COUNTRY, None
    if PlaceKind.PROVINCE in (one.kind, other.kind):
        # Provinces are areas: only the name of the area tells, the distance to its middle does not.
        if one.admin1 and other.admin1:
            return (PlaceFit.WIDER if one.admin1 == other.admin1 else PlaceFit.FAR), None
        return PlaceFit.UNKNOWN, None
    distance = kilometres(first.place, second.place)
    if distance is None:
        return PlaceFit.APART, None
    slack = _slack_km(first.place) + _slack_km(second.place)
    if distance < 1 and _width(first.place) == _width(second.place) == 3:
        return PlaceFit.SAME, distance
    reach = spot_km if first.is_one_spot or second.is_one_spot else near_km
    if distance <= reach + slack:
        return PlaceFit.NEAR, distance
    if distance <= far_km and (_names(first.hit, second.words) or _names(second.hit, first.words)):
        return PlaceFit.NEAR, distance
    if distance <= far_km and (name_key(one.name) in second.within or name_key(other.name) in first.within):
        return PlaceFit.WIDER, distance
    if distance <= _TOWN_KM and first.within & second.within:
        return PlaceFit.OTHER_PART, distance
    return (PlaceFit.FAR if distance > far_km + slack else PlaceFit.APART), distance


def kilometres(first: ResolvedPlace, second: ResolvedPlace) -> float | None:
    """The distance between them; None where one lies on no map."""
    a, b = first.place, second.place
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return None
    return great_circle_km(a.latitude, a.longitude, b.latitude, b.longitude)


def _slack_km(place: ResolvedPlace) -> float:
    """How far off the event may lie from the place named (UCDP where_prec: 1 exact, 2 within 25 km, 3 district)."""
    return {1: 0.0, 2: 10.0, 3: 25.0}.get(place.precision, 25.0)


def _names(hit: frozenset[str], place: frozenset[str]) -> bool:
    """True if what was hit bears the name of the place: a Taji base, at Taji."""
    return bool(place) and place <= hit


def _width(place: ResolvedPlace) -> int:
    return _WIDTH[place.place.kind]


def _compare_words(first: frozenset[str], second: frozenset[str]) -> PlaceFit:
    if not first or not second:
        return PlaceFit.UNKNOWN
    if first == second:
        return PlaceFit.SAME_WORDS
    return PlaceFit.WIDER if first <= second or second <= first else PlaceFit.OTHER_WORDS
