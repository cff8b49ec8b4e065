"""Rows that we invented under the columns of GTD; no real export was tried."""

from __future__ import annotations

import pytest

from secondsource.read.records import why_not
from secondsource.records import ByStatus, Channel, DataSet, Event, EventType, Medium, PlaceRelation, Toll
from tests.read.records.rows import chain_of, chains_in, event_in, read_row, row_document

GTD = DataSet.GTD
ROW = {
    "eventid": "202105060001",
    "iyear": "2021",
    "imonth": "5",
    "iday": "6",
    "extended": "0",
    "resolution": "",
    "country_txt": "Sorna",
    "provstate": "Sorna Province",
    "city": "Velsk",
    "latitude": "35.5",
    "longitude": "36.25",
    "specificity": "1",
    "vicinity": "0",
    "doubtterr": "1",
    "success": "0",
    "suicide": "0",
    "attacktype1": "3",
    "attacktype1_txt": "Bombing/Explosion",
    "targtype1": "3",
    "targtype1_txt": "Police",
    "corp1": "Velsk Police",
    "target1": "A named officer",
    "gname": "Marsh Army",
    "gname2": "Reed Brigade",
    "guncertain1": "0",
    "guncertain2": "1",
    "individual": "0",
    "claimed": "0",
    "claimmode": "-9",
    "claim2": "",
    "weaptype1_txt": "Explosives",
    "weapsubtype1": "16",
    "weapsubtype1_txt": "Unknown Explosive Type",
    "nkill": "5",
    "nkillter": "2",
    "nwound": "7",
    "nwoundte": "",
    "ishostkid": "0",
    "nhostkid": "-99",
    "scite1": '"Five Killed in Velsk," Sorna Herald, May 7, 2021.',
    "scite2": "A report on Sorna in four volumes.",
    "dbsource": "START Primary Collection",
}


def range_of(toll: Toll | None) -> tuple[int, int | None] | None:
    """The range of a toll."""
    return None if toll is None else (toll.low, toll.high)


def test_groups_are_reported_or_accused() -> None:
    event = event_in(GTD, ROW)
    assert [(p.actor.name, p.status) for p in event.by] == [
        ("Marsh Army", ByStatus.REPORTED),
        ("Reed Brigade", ByStatus.ACCUSED),
    ]
    assert [m.name for m in event.on] == ["Velsk Police"]


def test_private_persons_are_a_target_only_by_kind() -> None:
    private = {"targtype1": "14", "targtype1_txt": "Private Citizens & Property", "corp1": "A named family"}
    assert [m.name for m in event_in(GTD, ROW | private).on] == ["Private Citizens & Property"]


@pytest.mark.parametrize("nobody", ["Unknown", "Unaffiliated Individual(s)", "Gunmen", ""])
def test_nobody_in_particular_did_nothing(nobody: str) -> None:
    assert event_in(GTD, ROW | {"gname": nobody, "gname2": ""}).by == ()


@pytest.mark.parametrize(
    ("columns", "kind"),
    [
        ({}, EventType.BOMBING),
        ({"suicide": "1"}, EventType.SUICIDE_BOMBING),
        ({"weapsubtype1": "11.0"}, EventType.SHELLING),
        ({"attacktype1": "1"}, EventType.KILLING),
        ({"attacktype1": "6"}, EventType.ABDUCTION),
    ],
)
def test_kind_is_the_attacks_with_its_weapon(columns: dict[str, str], kind: EventType) -> None:
    assert event_in(GTD, ROW | columns).type is kind


@pytest.mark.parametrize(
    ("columns", "edtf"),
    [
        ({}, "2021-05-06"),
        ({"iday": "0"}, "2021-05"),
        ({"imonth": "0", "iday": "6"}, "2021"),
        ({"extended": "1", "resolution": "2021-05-09"}, "2021-05-06/2021-05-09"),
        ({"extended": "1", "resolution": "2021-05-01"}, "2021-05-06"),
        ({"extended": "0", "resolution": "2021-05-09"}, "2021-05-06"),
    ],
)
def test_day_is_as_far_as_it_is_known(columns: dict[str, str], edtf: str) -> None:
    when = event_in(GTD, ROW | columns).when
    assert when is not None
    assert when.edtf == edtf


@pytest.mark.parametrize(
    ("columns", "killed"),
    [
        ({}, (3, 3)),
        ({"nkillter": ""}, (5, 5)),
        ({"nkillter": "-99"}, (5, 5)),
        ({"nkillter": "6"}, None),
        ({"nkill": "-9"}, None),
        ({"nkill": ""}, None),
    ],
)
def test_attackers_own_dead_are_taken_off_the_toll(
    columns: dict[str, str], killed: tuple[int, int] | None
) -> None:
    event = event_in(GTD, ROW | columns)
    assert range_of(event.killed) == killed
    assert range_of(event.injured) == (7, 7)


@pytest.mark.parametrize(
    ("taken", "count", "abducted"),
    [("1", "4", (4, 4)), ("1", "-99", None), ("0", "4", None), ("-9", "", None)],
)
def test_hostages_count_where_there_were_some(
    taken: str, count: str, abducted: tuple[int, int] | None
) -> None:
    assert range_of(event_in(GTD, ROW | {"ishostkid": taken, "nhostkid": count}).abducted) == abducted


def test_claim_is_a_statement_of_its_own_that_ends_in_the_group() -> None:
    report, claim, channel = read_row(
        GTD, ROW | {"claimed": "1", "claimmode": "7", "claimmode_txt": "Posted to website, blog, etc."}
    )
    assert isinstance(report.proposition, Event)
    assert {p.status for p in report.proposition.by} == {ByStatus.REPORTED, ByStatus.ACCUSED}
    assert isinstance(claim.proposition, Event)
    assert [(p.actor.name, p.status) for p in claim.proposition.by] == [("Marsh Army", ByStatus.CLAIMED)]
    assert chain_of(claim) == [("group", "Marsh Army")]
    assert claim.proposition.killed is None
    assert isinstance(channel.proposition, Channel)
    assert channel.proposition.medium is Medium.WEBSITE
    assert chain_of(channel) == []


def test_competing_claims_stand_side_by_side() -> None:
    told = read_row(GTD, ROW | {"claimed": "1", "claimmode": "10", "claim2": "1.0", "compclaim": "1"})
    assert [chain_of(s) for s in told[1:]] == [[("group", "Marsh Army")], [("group", "Reed Brigade")]]


def test_claim_by_nobody_in_particular_is_none() -> None:
    assert len(read_row(GTD, ROW | {"gname": "Unknown", "gname2": "", "claimed": "1"})) == 1


@pytest.mark.parametrize(
    ("citation", "expected"),
    [
        ('"Five Killed in Velsk," Sorna Herald, May 7, 2021.', [[("media", "Sorna Herald")]]),
        ("“Five Killed,” Agence France Presse, May 2021", [[]]),
        ('"Five Killed in Velsk," AFP, 2021.', [[("agency", "AFP")]]),
        ("Sorna Ministry of Fishing, volume 3", [[]]),
        ('"Five Killed in Velsk", said the fishermen there, 2021', [[]]),
    ],
)
def test_outlet_is_taken_only_where_a_citation_has_the_usual_form(
    citation: str, expected: list[list[tuple[str, str]]]
) -> None:
    assert chains_in(GTD, ROW | {"scite1": citation}) == expected


def test_place_is_the_city_or_what_lies_around_it() -> None:
    place = event_in(GTD, ROW | {"vicinity": "1", "specificity": "5"}).place
    assert place is not None
    assert (place.name, place.relation) == ("Velsk", PlaceRelation.NEAR)
    assert place.within == ("Sorna Province", "Sorna")
    assert place.coordinates is not None
    assert place.coordinates.precision == 6
    unknown = event_in(GTD, ROW | {"city": "Unknown"}).place
    assert unknown is not None
    assert unknown.name == "Sorna Province"


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        ({"attacktype1": "-9"}, "no type of attack that is known (-9)"),
        ({"iyear": "0"}, "no day"),
        ({"imonth": "2", "iday": "30"}, "no day"),
    ],
)
def test_row_without_a_kind_or_a_day_says_so(broken: dict[str, str], reason: str) -> None:
    assert why_not(row_document(GTD, ROW | broken)) == reason
