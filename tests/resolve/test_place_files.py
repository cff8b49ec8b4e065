"""A user's places from GeoJSON and from a GeoNames dump: read whole, refused with file and line, chosen rightly."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from secondsource.errors import LexiconError
from secondsource.records import PlaceKind, PlaceMention, Span
from secondsource.resolve import Gazetteer, context_of, locate
from secondsource.resolve.place_csv import COLUMNS
from secondsource.resolve.place_files import read_place_file


def dumped(key: str, name: str, feature: str, **cells: str) -> str:
    """A row of a dump; `feature` is class and code, "P.PPL"."""
    of, code = feature.split(".")
    row = [key, name, name, cells.get("others", ""), cells.get("lat", "33.5"), cells.get("lon", "44.25")]
    row += [
        of,
        code,
        "IQ",
        "",
        "01",
        "",
        "",
        "",
        cells.get("people", "0"),
        "",
        "30",
        "Asia/Baghdad",
        "2020-01-01",
    ]
    return "\t".join(row)


DUMP = [
    dumped("900001", "Arduk Province", "A.ADM1", others="Arduk"),
    dumped("900002", "Qaryat Meresh", "P.PPL", others="Meresh,مرش", people="1200"),
    dumped("900003", "Meresh Air Base", "S.AIRB"),
    dumped("900004", "Nahr Meresh", "H.STM"),
    dumped("900005", "Old Meresh", "P.PPLQ"),
    dumped("900006", "Paris", "P.PPL"),
]


def feature(geometry: Any, **properties: Any) -> dict[str, Any]:
    return {"type": "Feature", "geometry": geometry, "properties": properties}


def test_a_dump_gives_settlements_divisions_and_bases(tmp_path: Path) -> None:
    path = tmp_path / "IQ.txt"
    path.write_text("\n".join(DUMP) + "\n", encoding="utf-8")
    places = [e.place for e in read_place_file(path)]
    assert [(p.name, p.kind, p.admin1) for p in places] == [
        ("Arduk Province", PlaceKind.PROVINCE, "Arduk Province"),
        ("Qaryat Meresh", PlaceKind.TOWN, "Arduk Province"),
        ("Meresh Air Base", PlaceKind.BASE, "Arduk Province"),
        ("Paris", PlaceKind.TOWN, "Arduk Province"),
    ]
    assert (places[1].id, places[1].population, places[1].latitude) == ("geonames:900002", 1200, 33.5)
    assert read_place_file(path)[1].other_names == ("Meresh", "مرش")


def test_a_dump_adds_places_and_shuts_out_none(tmp_path: Path, gazetteer: Gazetteer) -> None:
    path = tmp_path / "IQ.txt"
    path.write_text("\n".join(DUMP), encoding="utf-8")
    own = type(gazetteer)(gazetteer._path, read_place_file(path))

    def country(name: str, text: str) -> str | None:
        place = PlaceMention(span=Span(start=0, end=len(name)), name=name)
        resolved = locate(place, context_of(text, [place], own), own)
        return resolved.place.country if resolved else None

    assert country("Paris", "French police in France") == "FR"
    assert country("Meresh", "Iraqi police in Iraq") == "IQ"
    assert country("مرش", "Iraqi police in Iraq") == "IQ"


def test_points_and_shapes_of_geojson_are_places(tmp_path: Path) -> None:
    square = {"type": "Polygon", "coordinates": [[[78, -12], [80, -12], [80, -14], [78, -14], [78, -12]]]}
    features = [
        feature(
            {"type": "Point", "coordinates": [78.37, -12.32]},
            name="Sorna",
            country="XA",
            population=38000,
            other_names=["Sorneh", "سورنا"],
        ),
        feature(square, name="Meresh", kind="province", country="XA"),
        feature(None, name="Far base", kind="base"),
    ]
    path = tmp_path / "places.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    sorna, meresh, base = read_place_file(path)
    assert (sorna.place.name, sorna.place.kind, sorna.place.population) == ("Sorna", PlaceKind.TOWN, 38000)
    assert sorna.other_names == ("Sorneh", "سورنا")
    assert (meresh.place.latitude, meresh.place.longitude) == (-13.0, 79.0)
    assert base.place.latitude is None


def collection(*features: Any) -> str:
    return json.dumps({"type": "FeatureCollection", "features": list(features)})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "is no GeoJSON in UTF-8"),
        ("[" * 100_000, "is no GeoJSON in UTF-8"),
        ("{}", "places.txt: holds no list of features."),
        (collection(7), "places.txt, feature 1: has no properties."),
        (collection(feature(None, kind="town")), "places.txt, feature 1: has no name"),
        (
            collection(feature({"type": "Point", "coordinates": [10, 95]}, name="X")),
            "places.txt, feature 1: latitude '95.0' lies off the globe.",
        ),
        (
            collection(feature({"type": "Point", "coordinates": [0, 0]}, name="X")),
            "places.txt, feature 1: latitude and longitude are both 0",
        ),
        (DUMP[1] + "\n12\tX\n", "places.txt, line 2: is no row of a GeoNames dump."),
        (
            dumped("1", "X", "P.PPL", lat="-91"),
            "places.txt, line 1: latitude '-91' lies off the globe.",
        ),
        (
            ",".join(COLUMNS) + "\nX,town,,,0,0.0,,\n",
            "places.txt, line 2: latitude and longitude are both 0",
        ),
        (
            ",".join(COLUMNS) + f"\n{'x' * 10_000},town,,,,,,\n",
            "places.txt, line 2: has no name, or one of over",
        ),
    ],
)
def test_what_is_wrong_is_said_with_file_and_place(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "places.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError) as raised:
        read_place_file(path)
    assert said in str(raised.value)
