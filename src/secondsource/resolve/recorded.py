"""The day and the place that a row of a data set gives: by its own figures, not by words."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from secondsource.records import DayRange, Place, PlaceKind, PlaceMention, ResolvedPlace, Span
from secondsource.resolve.countries import countries_by_name
from secondsource.resolve.day_ranges import Parts, between, range_of
from secondsource.resolve.distances import great_circle_km
from secondsource.resolve.gazetteer import Gazetteer
from secondsource.resolve.place_weights import PlaceContext
from secondsource.resolve.places import locate
from secondsource.resolve.transliteration import fold_name

BY_NAME = "the record's coordinates, at the place of that name"
BY_COORDINATES = "the record's coordinates"
# A record puts an event within so many kilometres of the place whose name it gives (UCDP's where_prec 2 is 25 km).
_SAME_KM = 25.0
_ANY = Span(start=0, end=0)
_KINDS = {
    1: PlaceKind.TOWN,
    2: PlaceKind.TOWN,
    3: PlaceKind.DISTRICT,
    4: PlaceKind.PROVINCE,
    6: PlaceKind.COUNTRY,
}


@lru_cache(maxsize=50_000)
def recorded_days(edtf: str) -> DayRange | None:
    """The days of an EDTF date or interval as a data set gives them ("2013-01", "2013-01-03/2013-01-09").

    None where there are no such days.
    """
    first, is_interval, last = edtf.partition("/")
    if not is_interval:
        return _date(first)
    start, end = _date(first), _date(last)
    return between(start, end) if start and end else None


def recorded_place(mention: PlaceMention, gazetteer: Gazetteer) -> ResolvedPlace | None:
    """The place at a record's coordinates; None for a mention without them.

    Where the gazetteer has a place of that name there it is that place, so that articles and records meet; else a
    place of the record's own. Precision is the record's.
    """
    if mention.coordinates is None:
        return None
    # Where the words stand is nothing to the place: many rows name one.
    words = replace(mention, span=_ANY, coordinates=replace(mention.coordinates, span=_ANY))
    return _place(words, gazetteer)


@lru_cache(maxsize=50_000)
def _place(mention: PlaceMention, gazetteer: Gazetteer) -> ResolvedPlace | None:
    at = mention.coordinates
    if at is None:
        return None
    context = PlaceContext(countries=tuple((c, 1.0) for c in _countries(mention)))
    found = locate(mention, context, gazetteer)
    if found and _is_there(found.place, at.latitude, at.longitude, at.precision):
        return ResolvedPlace(place=found.place, precision=at.precision, rule=BY_NAME)
    country = next(iter(_countries(mention)), None)
    place = Place(
        id=f"record:{at.latitude:.4f},{at.longitude:.4f}",
        name=mention.name,
        kind=_KINDS.get(at.precision, PlaceKind.DISTRICT),
        country=country,
        admin1=found.place.admin1 if found and found.place.country == country else None,
        latitude=at.latitude,
        longitude=at.longitude,
    )
    return ResolvedPlace(place=place, precision=at.precision, rule=BY_COORDINATES)


def _date(words: str) -> DayRange | None:
    numbers = words.split("-")
    if not 1 <= len(numbers) <= 3 or not all(n.isascii() and n.isdigit() for n in numbers):
        return None
    return range_of(Parts(**dict(zip(("year", "month", "day"), map(int, numbers), strict=False))))


def _countries(mention: PlaceMention) -> tuple[str, ...]:
    found = (countries_by_name().get(fold_name(n)) for n in (*mention.within, mention.name))
    return tuple(dict.fromkeys(c.code for c in found if c))


def _is_there(place: Place, latitude: float, longitude: float, precision: int) -> bool:
    if place.kind in (PlaceKind.PROVINCE, PlaceKind.COUNTRY):
        # Their middles may be drawn anywhere; the name is what says which.
        return _KINDS.get(precision) is place.kind
    if place.latitude is None or place.longitude is None or precision > 3:
        return False
    return great_circle_km(latitude, longitude, place.latitude, place.longitude) <= _SAME_KM
