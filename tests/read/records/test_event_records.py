"""Rows under our own names of columns, which a mapping file gives to anybody's."""

from __future__ import annotations

import pytest

from secondsource.read.records import why_not
from secondsource.records import ByStatus, DataSet, Event, EventType
from tests.read.records.rows import chain_of, chains_in, event_in, read_row, row_document

OWN = DataSet.EVENT_RECORDS
ROW = {
    "id": "17",
    "type": "suicide bombing",
    "by": "Marsh Army; Reed Brigade",
    "by_status": "accused",
    "on": "police post; a bus",
    "place": "Velsk",
    "admin1": "Sorna Province",
    "country": "Sorna",
    "latitude": "35.5",
    "longitude": "36.25",
    "precision": "1",
    "start": "2021-05-06",
    "end": "2021-05-07",
    "killed": "4",
    "killed_low": "3",
    "killed_high": "6",
    "injured": "2",
    "abducted": "1",
    "source": "Sorna Herald",
    "origin": "police",
}


def test_every_column_gives_its_field() -> None:
    event = event_in(OWN, ROW)
    assert event.type is EventType.SUICIDE_BOMBING
    assert [(p.actor.name, p.status) for p in event.by] == [
        ("Marsh Army", ByStatus.ACCUSED),
        ("Reed Brigade", ByStatus.ACCUSED),
    ]
    assert [m.name for m in event.on] == ["police post", "a bus"]
    assert event.when is not None
    assert event.when.edtf == "2021-05-06/2021-05-07"
    assert event.place is not None
    assert (event.place.name, event.place.within) == ("Velsk", ("Sorna Province", "Sorna"))
    assert event.killed is not None
    assert event.injured is not None
    assert event.abducted is not None
    assert [(t.low, t.high) for t in (event.killed, event.injured, event.abducted)] == [
        (3, 6),
        (2, 2),
        (1, 1),
    ]
    assert chains_in(OWN, ROW) == [[("media", "Sorna Herald"), ("official", "police")]]


@pytest.mark.parametrize(
    ("written", "mapped", "kind"),
    [
        ("IED", "bombing", EventType.BOMBING),
        ("attack", "shelling", EventType.SHELLING),
        ("Air_Strike", "", EventType.AIR_STRIKE),
    ],
)
def test_kind_by_the_mapping_wins(written: str, mapped: str, kind: EventType) -> None:
    assert event_in(OWN, ROW | {"type": written, "type (by the mapping)": mapped}).type is kind


@pytest.mark.parametrize(
    ("start", "end", "edtf"),
    [
        ("2021-05", "", "2021-05"),
        ("2021", "2022-01", "2021/2022-01"),
        ("6.5.2021", "07.05.2021", "2021-05-06/2021-05-07"),
        ("2021-05", "2021-05-06", "2021-05/2021-05-06"),
    ],
)
def test_start_and_end_may_be_months_and_years_and_days_with_dots(start: str, end: str, edtf: str) -> None:
    when = event_in(OWN, ROW | {"start": start, "end": end}).when
    assert when is not None
    assert when.edtf == edtf


def test_claims_are_statements_of_their_own() -> None:
    told = read_row(OWN, ROW | {"claimed_by": "Marsh Army; Lantern Movement"})
    assert [chain_of(s) for s in told[1:]] == [[("group", "Marsh Army")], [("group", "Lantern Movement")]]
    claim = told[2].proposition
    assert isinstance(claim, Event)
    assert [(p.actor.name, p.status) for p in claim.by] == [("Lantern Movement", ByStatus.CLAIMED)]


def test_claimed_status_makes_a_claim_beside_the_report() -> None:
    told = read_row(OWN, ROW | {"by": "Marsh Army", "by_status": "claimed"})
    statuses = [[p.status for p in s.proposition.by] for s in told if isinstance(s.proposition, Event)]
    assert statuses == [[ByStatus.REPORTED], [ByStatus.CLAIMED]]


@pytest.mark.parametrize(
    ("kind", "status"), [("bombing", ByStatus.CLAIMED), ("armed clash", ByStatus.REPORTED)]
)
def test_doer_that_tells_it_claims_it_unless_it_was_a_clash(kind: str, status: ByStatus) -> None:
    row = ROW | {"type": kind, "by": "Marsh Army", "by_status": "", "origin": "marsh army"}
    assert [p.status for p in event_in(OWN, row).by] == [status]


def test_degrees_may_have_a_comma() -> None:
    place = event_in(OWN, ROW | {"latitude": "-35,5", "longitude": "36,25"}).place
    assert place is not None
    assert place.coordinates is not None
    assert (place.coordinates.latitude, place.coordinates.longitude) == (-35.5, 36.25)


def test_coordinates_without_a_precision_are_left_out() -> None:
    place = event_in(OWN, ROW | {"precision": ""}).place
    assert place is not None
    assert place.coordinates is None


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        ({"type": "IED"}, "no type of event that is known (IED)"),
        ({"start": "6.5.", "end": ""}, "no day"),
        ({"start": "2021-13", "end": "0000"}, "no day"),
    ],
)
def test_row_without_a_kind_or_a_day_says_so(broken: dict[str, str], reason: str) -> None:
    assert why_not(row_document(OWN, ROW | broken)) == reason
