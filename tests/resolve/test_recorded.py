"""A row's own figures are its day and its place; the gazetteer gives the place its name where it lies there."""

from __future__ import annotations

import pytest

from secondsource.records import Coordinates, PlaceKind, PlaceMention, Span
from secondsource.resolve import Gazetteer
from secondsource.resolve.recorded import BY_COORDINATES, BY_NAME, recorded_days, recorded_place

ANY = Span(start=0, end=4)


def mention(name: str, latitude: float, longitude: float, precision: int = 1, *within: str) -> PlaceMention:
    at = Coordinates(span=ANY, latitude=latitude, longitude=longitude, precision=precision)
    return PlaceMention(span=ANY, name=name, within=within, coordinates=at)


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2021-05-06", "2021-05-06", "2021-05-06"),
        ("2021-02", "2021-02-01", "2021-02-28"),
        ("2021", "2021-01-01", "2021-12-31"),
        ("2021-05-06/2021-06-01", "2021-05-06", "2021-06-01"),
        ("2021-05/2021-06", "2021-05-01", "2021-06-30"),
    ],
)
def test_days_of_a_record(edtf: str, earliest: str, latest: str) -> None:
    found = recorded_days(edtf)
    assert found is not None
    assert (str(found.earliest), str(found.latest), found.edtf) == (earliest, latest, edtf)
    assert found.assumed == ()


@pytest.mark.parametrize(
    "edtf",
    ["2021-02-30", "2021-13", "2021-06-01/2021-05-01", "May 2021", "", "../2021", "2021-05-06/2021-05-32"],
)
def test_what_is_no_day_gives_none(edtf: str) -> None:
    assert recorded_days(edtf) is None


def test_a_record_lies_at_the_place_of_its_name_where_the_gazetteer_has_one_there(
    gazetteer: Gazetteer,
) -> None:
    found = recorded_place(mention("Hilla town", 32.46, 44.42, 1, "Babil governorate", "Iraq"), gazetteer)
    assert found is not None
    assert (found.rule, found.place.country, found.precision) == (BY_NAME, "IQ", 1)
    assert found.place.id.startswith("geonames:")


def test_a_record_elsewhere_than_the_places_of_its_name_keeps_its_own_coordinates(
    gazetteer: Gazetteer,
) -> None:
    found = recorded_place(mention("Hilla town", 35.0, 41.0, 2, "Iraq"), gazetteer)
    assert found is not None
    assert (found.rule, found.place.latitude, found.place.longitude) == (BY_COORDINATES, 35.0, 41.0)
    assert (found.place.country, found.place.kind, found.precision) == ("IQ", PlaceKind.TOWN, 2)


def test_a_village_that_no_gazetteer_knows_is_a_place_of_its_own(gazetteer: Gazetteer) -> None:
    one = recorded_place(mention("Qaraxyz village", 33.1234, 44.5678, 1, "Iraq"), gazetteer)
    same = recorded_place(mention("Qaraxyz village", 33.1234, 44.5678, 1, "Iraq"), gazetteer)
    assert one == same
    assert one is not None
    assert one.place.id == "record:33.1234,44.5678"


def test_a_record_for_a_whole_country_is_the_country(gazetteer: Gazetteer) -> None:
    found = recorded_place(mention("Iraq", 33.0, 44.0, 6), gazetteer)
    assert found is not None
    assert (found.place.kind, found.place.country, found.precision) == (PlaceKind.COUNTRY, "IQ", 6)


def test_a_mention_without_coordinates_is_for_the_gazetteer(gazetteer: Gazetteer) -> None:
    assert recorded_place(PlaceMention(span=ANY, name="Hilla"), gazetteer) is None


@pytest.mark.parametrize(
    ("latitude", "longitude", "precision"), [(91, 0, 1), (0, 181, 1), (0, 0, 0), (0, 0, 8)]
)
def test_no_coordinates_off_the_earth(latitude: float, longitude: float, precision: int) -> None:
    with pytest.raises(ValueError, match=r"earth|where_prec"):
        Coordinates(span=ANY, latitude=latitude, longitude=longitude, precision=precision)
