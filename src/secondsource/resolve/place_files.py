"""A user's own places from a file of any of three forms: our CSV, GeoJSON, a GeoNames country dump."""

from __future__ import annotations

from pathlib import Path

from secondsource.resolve.gazetteer import PlaceEntry
from secondsource.resolve.place_csv import read_place_csv
from secondsource.resolve.place_geojson import read_geojson
from secondsource.resolve.place_geonames import is_geonames_dump, read_geonames


def read_place_file(path: Path) -> tuple[PlaceEntry, ...]:
    """The places of the file; its first line tells the form. Raises LexiconError naming file and line."""
    try:
        with path.open(encoding="utf-8-sig", errors="replace") as lines:
            first = lines.readline(20_000)
    except OSError:
        first = ""  # the reader of CSV says what is wrong
    if first.lstrip().startswith(("{", "[")):
        return read_geojson(path)
    return read_geonames(path) if is_geonames_dump(first) else read_place_csv(path)
