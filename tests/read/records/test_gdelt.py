"""Rows that we invented under the columns of GDELT 2.0's events, with its mentions; no real export was tried."""

from __future__ import annotations

import pytest

from secondsource.read.records import reader, why_not
from secondsource.records import ActorKind, ByStatus, DataSet, EventType
from tests.read.records.rows import chain_of, chains_in, event_in, row_document

GDELT = DataSet.GDELT
ROW = {
    "GLOBALEVENTID": "410000017",
    "SQLDATE": "20210506",
    "Actor1Name": "MARSH ARMY",
    "Actor1CountryCode": "SOR",
    "Actor1KnownGroupCode": "MAA",
    "Actor1Type1Code": "REB",
    "Actor2Name": "POLICE",
    "Actor2Type1Code": "COP",
    "EventCode": "183",
    "ActionGeo_Type": "4",
    "ActionGeo_FullName": "Velsk, Sorna Province, Sorna",
    "ActionGeo_Lat": "35.5",
    "ActionGeo_Long": "36.25",
    "SOURCEURL": "https://www.herald.example/velsk",
}
MENTIONS = (
    ("mention", "herald.example https://www.herald.example/velsk 20210506 90"),
    ("mention", "wire.example https://wire.example/1 20210506 60"),
    ("mention", "www.herald.example https://www.herald.example/again 20210507 50"),
)


def test_actor1_did_it_to_actor2() -> None:
    event = event_in(GDELT, ROW)
    assert event.type is EventType.BOMBING
    assert [(p.actor.name, p.status) for p in event.by] == [("MARSH ARMY", ByStatus.REPORTED)]
    assert [m.name for m in event.on] == ["POLICE"]
    assert event.when is not None
    assert event.when.edtf == "2021-05-06"


@pytest.mark.parametrize(
    ("actor", "kind"),
    [
        ({"Actor1KnownGroupCode": "", "Actor1Type1Code": "MIL", "Actor1Name": "SORNA"}, ActorKind.ORGAN),
        ({"Actor1KnownGroupCode": "", "Actor1Type1Code": "", "Actor1Name": "SORNA"}, ActorKind.STATE),
        ({"Actor1KnownGroupCode": "", "Actor1Type1Code": "EDU", "Actor1Name": "SCHOOL"}, None),
        ({"Actor1KnownGroupCode": "", "Actor1Type1Code": "REB", "Actor1Name": "REBEL"}, None),
        ({"Actor1Name": ""}, None),
    ],
)
def test_only_bodies_that_fight_and_countries_did_it(actor: dict[str, str], kind: ActorKind | None) -> None:
    assert [p.actor.kind for p in event_in(GDELT, ROW | actor).by] == ([kind] if kind else [])


def test_each_outlet_among_the_mentions_tells_it_once() -> None:
    told = reader.read(row_document(GDELT, [*ROW.items(), *MENTIONS]))
    assert [chain_of(s) for s in told] == [[("media", "herald.example")], [("media", "wire.example")]]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.herald.example/velsk", [[("media", "herald.example")]]),
        ("HTTP://WIRE.EXAMPLE:80/1", [[("media", "WIRE.EXAMPLE")]]),
        ("BBC Monitoring", [[]]),
        ("http://[", [[]]),
        ("", [[]]),
    ],
)
def test_without_mentions_the_address_names_the_outlet(
    url: str, expected: list[list[tuple[str, str]]]
) -> None:
    assert chains_in(GDELT, ROW | {"SOURCEURL": url}) == expected


def test_place_is_the_narrowest_name_within_the_others() -> None:
    place = event_in(GDELT, ROW).place
    assert place is not None
    assert (place.name, place.within) == ("Velsk", ("Sorna Province", "Sorna"))
    assert place.coordinates is not None
    assert place.coordinates.precision == 1


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("190", EventType.ATTACK),
        ("195", EventType.AIR_STRIKE),
        ("1951", EventType.AIR_STRIKE),
        ("0841", EventType.RELEASE),
        ("0871", EventType.AGREEMENT),
        ("173", EventType.ARREST),
    ],
)
def test_kind_is_that_of_the_code_or_of_the_one_above_it(code: str, kind: EventType) -> None:
    assert event_in(GDELT, ROW | {"EventCode": code}).type is kind


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        ({"EventCode": "042"}, "not an event that is followed here (CAMEO 042: make a visit)"),
        ({"EventCode": "1312"}, "not an event that is followed here (CAMEO 1312: threaten)"),
        ({"EventCode": "99"}, "no CAMEO code that is known (99)"),
        ({"EventCode": ""}, "no CAMEO code that is known (none)"),
        ({"SQLDATE": "20210631"}, "no day"),
    ],
)
def test_row_that_is_not_followed_says_so(broken: dict[str, str], reason: str) -> None:
    assert why_not(row_document(GDELT, ROW | broken)) == reason
