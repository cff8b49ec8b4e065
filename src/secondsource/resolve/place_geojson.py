"""A user's places from GeoJSON (RFC 7946): points or shapes with the columns of our CSV as properties."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from secondsource.errors import LexiconError
from secondsource.resolve.gazetteer import PlaceEntry
from secondsource.resolve.place_csv import COLUMNS, place_entry

_NEXT = "Save it as a FeatureCollection of points or shapes, each with a name in its properties."


def read_geojson(path: Path) -> tuple[PlaceEntry, ...]:
    """The features' places, in their order; `kind` is town where none is given, a shape lies at its middle.

    Properties are those of the CSV; `other_names` may be a list. Raises LexiconError with file and feature.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, ValueError, RecursionError) as error:
        raise LexiconError(str(path), f"is no GeoJSON in UTF-8 ({error}).", _NEXT) from error
    features = data.get("features") if isinstance(data, dict) else None
    if not isinstance(features, list):
        raise LexiconError(path.name, "holds no list of features.", _NEXT)
    return tuple(_entry(f"{path.name}, feature {n}", f) for n, f in enumerate(features, start=1))


def _entry(where: str, feature: Any) -> PlaceEntry:
    properties = feature.get("properties") if isinstance(feature, dict) else None
    if not isinstance(properties, dict):
        raise LexiconError(where, "has no properties.", _NEXT)
    row = {column: _text(properties.get(column)) for column in COLUMNS}
    row["kind"] = row["kind"] or "town"
    points = list(_points(_of(feature.get("geometry"), "coordinates")))
    if points:
        longitudes, latitudes = [x for x, _ in points], [y for _, y in points]
        row["longitude"] = str((min(longitudes) + max(longitudes)) / 2)
        row["latitude"] = str((min(latitudes) + max(latitudes)) / 2)
    return place_entry(where, row)


def _text(value: Any) -> str:
    if isinstance(value, list):
        return ";".join(str(v) for v in value)
    return "" if value is None else str(value).strip()


def _of(value: Any, key: str) -> Any:
    return value.get(key) if isinstance(value, Mapping) else None


def _points(coordinates: Any) -> Iterator[tuple[float, float]]:
    """Longitude and latitude of every position, however deeply they are nested."""
    waiting = [coordinates]
    while waiting:
        part = waiting.pop()
        if not isinstance(part, list) or not part:
            continue
        if all(isinstance(v, int | float) and not isinstance(v, bool) for v in part) and len(part) > 1:
            yield float(part[0]), float(part[1])
        else:
            waiting += part
