"""A user's own places from a CSV file: name,kind,country,admin1,latitude,longitude,population,other_names."""

from __future__ import annotations

from pathlib import Path

from secondsource.codec import content_id
from secondsource.errors import LexiconError
from secondsource.records import Place, PlaceKind
from secondsource.resolve.countries import read_table, several
from secondsource.resolve.gazetteer import PlaceEntry
from secondsource.resolve.place_coordinates import read_point

COLUMNS = ["name", "kind", "country", "admin1", "latitude", "longitude", "population", "other_names"]
_LONGEST_NAME = 200


def read_place_csv(path: Path) -> tuple[PlaceEntry, ...]:
    """The places of a file, in its order; other names are parted by ";". Raises LexiconError with file and line.

    Coordinates are degrees WGS 84 and may both be empty; so may country, admin1 and population.
    """
    return tuple(place_entry(f"{path.name}, line {line}", row) for line, row in read_table(path, COLUMNS))


def place_entry(where: str, row: dict[str, str]) -> PlaceEntry:
    """The place of one row with all of `COLUMNS`; `where` names it in errors. Raises LexiconError."""
    name, kind = row["name"], row["kind"].casefold()
    if not name or len(name) > _LONGEST_NAME:
        raise LexiconError(where, "has no name, or one of over 200 characters.", "Each place needs its name.")
    if kind not in set(PlaceKind):
        raise LexiconError(where, f"kind {row['kind']!r} is none.", f"Write one of {', '.join(PlaceKind)}.")
    latitude, longitude = read_point(where, row["latitude"], row["longitude"])
    country = row["country"].upper() or None
    if country and not (country.isalpha() and len(country) == 2):
        raise LexiconError(where, f"country {row['country']!r} is no two-letter code.", "Write, say, IQ.")
    population = row["population"]
    if population and not population.isdigit():
        raise LexiconError(
            where, f"population {population!r} is no whole number.", "Write 42477, or nothing."
        )
    parts = (name, kind, country, row["admin1"] or None, latitude, longitude)
    place = Place(
        id=content_id("place", *parts),
        name=name,
        kind=PlaceKind(kind),
        country=country,
        admin1=row["admin1"] or None,
        latitude=latitude,
        longitude=longitude,
        population=int(population) if population else None,
    )
    return PlaceEntry(place=place, other_names=several(row["other_names"]))
