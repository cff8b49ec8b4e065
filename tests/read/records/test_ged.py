"""Rows under the columns of UCDP GED: who fought whom, the range of deaths, the place, and who told it."""

from __future__ import annotations

import pytest

from secondsource.read.records import reader, why_not
from secondsource.records import ByStatus, DataSet, Event, EventType, PlaceRelation
from tests.read.records.rows import chains_in, event_in, read_row, row_document

GED = DataSet.UCDP_GED
ROW = {
    "id": "17.0",
    "type_of_violence": "1.0",
    "side_a": "Government of Sorna (Marshland)",
    "side_b": "Marsh Army",
    "source_office": "Reuters News",
    "source_original": "police",
    "where_prec": "2.0",
    "where_coordinates": "Velsk town",
    "adm_1": "Sorna province",
    "adm_2": "Velsk district",
    "latitude": "35.5",
    "longitude": "-36.25",
    "country": "Sorna",
    "date_start": "2021-05-06",
    "date_end": "2021-05-06",
    "deaths_a": "1.0",
    "deaths_b": "2.0",
    "deaths_civilians": "0.0",
    "deaths_unknown": "1.0",
    "best": "4.0",
    "high": "6.0",
    "low": "3.0",
}
HERALD, XINHUA, MOHR = ("media", "Sorna Herald"), ("agency", "Xinhua"), ("media", "MOHR")
POLICE, RESIDENTS = ("official", "police"), ("witness", "residents")


def test_clash_has_both_sides_without_a_target() -> None:
    event = event_in(GED, ROW)
    assert event.type is EventType.ARMED_CLASH
    assert [(p.actor.name, p.status) for p in event.by] == [
        ("Government of Sorna", ByStatus.UNKNOWN),
        ("Marsh Army", ByStatus.UNKNOWN),
    ]
    assert event.on == ()


def test_one_sided_violence_is_done_by_side_a_to_side_b() -> None:
    event = event_in(GED, ROW | {"type_of_violence": "3", "side_a": "Marsh Army", "side_b": "Civilians"})
    assert event.type is EventType.KILLING
    assert [p.actor.name for p in event.by] == ["Marsh Army"]
    assert [m.name for m in event.on] == ["Civilians"]


@pytest.mark.parametrize(
    "nobody", ["Civilians", "Unknown", "XXX1234", "Unidentified Armed Group (Sorna)", "-"]
)
def test_placeholder_is_nobody_who_did_it(nobody: str) -> None:
    assert [p.actor.name for p in event_in(GED, ROW | {"side_b": nobody}).by] == ["Government of Sorna"]


def test_alliance_is_parted_into_its_members() -> None:
    event = event_in(GED, ROW | {"side_b": "Marsh Army, Reed Brigade "})
    assert [p.actor.name for p in event.by][1:] == ["Marsh Army", "Reed Brigade"]


def test_deaths_are_a_range_with_the_parts_that_are_not_zero() -> None:
    toll = event_in(GED, ROW).killed
    assert toll is not None
    assert (toll.low, toll.high) == (3, 6)
    parts = [(p.who, p.n) for p in toll.of]
    assert parts == [("Government of Sorna (Marshland)", 1), ("Marsh Army", 2), ("unknown", 1)]


@pytest.mark.parametrize(
    ("best", "low", "high", "expected"),
    [
        ("4", "5", "6", (4, 4)),  # the estimate lies outside its own range
        ("4", "", "", (4, 4)),
        ("", "1", "2", (1, 2)),
        ("many", "1", "2", (1, 2)),
        ("0.0", "0.0", "0.0", (0, 0)),
        ("", "", "", None),
        ("-1", "", "", None),
    ],
)
def test_best_estimate_counts_where_the_range_is_none(
    best: str, low: str, high: str, expected: tuple[int, int] | None
) -> None:
    toll = event_in(GED, ROW | {"best": best, "low": low, "high": high}).killed
    assert (None if toll is None else (toll.low, toll.high)) == expected


@pytest.mark.parametrize(
    ("start", "end", "edtf"),
    [
        ("2021-05-06", "2021-05-06", "2021-05-06"),
        ("2021-05-06 00:00:00.000", "2021-05-07 00:00:00.000", "2021-05-06/2021-05-07"),
        ("2021-05-06", "2021-05-01", "2021-05-06"),
        ("", "2021-05-06", "2021-05-06"),
        ("2021-05-06", "soon", "2021-05-06"),
    ],
)
def test_days_are_an_interval_where_they_differ(start: str, end: str, edtf: str) -> None:
    when = event_in(GED, ROW | {"date_start": start, "date_end": end}).when
    assert when is not None
    assert when.edtf == edtf


def test_place_lies_in_its_units_with_coordinates_and_precision() -> None:
    place = event_in(GED, ROW).place
    assert place is not None
    assert (place.name, place.relation) == ("Velsk town", PlaceRelation.NEAR)
    assert place.within == ("Velsk district", "Sorna province", "Sorna")
    at = place.coordinates
    assert at is not None
    assert (at.latitude, at.longitude, at.precision) == (35.5, -36.25, 2)


@pytest.mark.parametrize(
    "broken",
    [{"latitude": "95"}, {"where_prec": "9"}, {"longitude": "east"}, {"latitude": "0", "longitude": "0"}],
)
def test_coordinates_that_are_none_are_left_out(broken: dict[str, str]) -> None:
    place = event_in(GED, ROW | broken).place
    assert place is not None
    assert place.coordinates is None


@pytest.mark.parametrize(
    ("office", "original", "article", "expected"),
    [
        ("Reuters News", "police", "", [[("agency", "Reuters News"), POLICE]]),
        ("Sorna Herald", "Sorna Herald", "", [[HERALD]]),
        ("Sorna Herald;SORNA HERALD", "", "", [[HERALD]]),
        ("Sorna Herald;Xinhua", "residents", "", [[HERALD, RESIDENTS], [XINHUA, RESIDENTS]]),
        ("Sorna Herald;Xinhua", "police; residents", "", [[HERALD, POLICE], [XINHUA, RESIDENTS]]),
        # who told it and who printed it are the same two in another order
        ("MOHR;Sorna Herald", "Sorna Herald; MOHR", "", [[HERALD], [MOHR]]),
        ("MOHR;MOHR;Sorna Herald", "MOHR, VDS", "", [[MOHR], [HERALD, ("media", "VDS")]]),
        # two who told it cannot be laid on three who printed it
        ("A Daily;B Daily;C Daily", "police; residents", "", [[POLICE], [RESIDENTS]]),
        ("Sorna Herald", "residents, police", "", [[HERALD, RESIDENTS], [HERALD, POLICE]]),
        ("Sorna Herald", "Velsk, a town", "", [[HERALD, ("media", "Velsk, a town")]]),
        ("", "According to the governor.", "", [[("official", "the governor")]]),
        ("", "Marsh Army", "", [[("group", "Marsh Army")]]),
        ("", "a Marsh Army official", "", [[("group", "Marsh Army")]]),
        ("", "police", 'Xinhua, 2021-05-07, "Two killed', [[XINHUA, POLICE]]),
        ("", "", "", [[]]),
    ],
)
def test_sources_are_chains(
    office: str, original: str, article: str, expected: list[list[tuple[str, str]]]
) -> None:
    cells = ROW | {"source_office": office, "source_original": original, "source_article": article}
    assert chains_in(GED, cells) == expected


def test_group_that_tells_its_own_one_sided_violence_claims_it() -> None:
    one_sided = {"type_of_violence": "3", "side_a": "Marsh Army", "side_b": "Civilians"}
    event = event_in(GED, ROW | one_sided | {"source_original": "MARSH ARMY"})
    assert [p.status for p in event.by] == [ByStatus.CLAIMED]


@pytest.mark.parametrize(
    "voice",
    [
        "Marsh Army spokesman",
        "a statement by the Marsh Army",
        "Marsh Army's Telegram channel",
        "Marsh Army sources",
    ],
)
def test_what_a_groups_own_voice_tells_is_told_by_the_group(voice: str) -> None:
    one_sided = {"type_of_violence": "3", "side_a": "Marsh Army", "side_b": "Civilians"}
    cells = ROW | one_sided | {"source_original": voice}
    assert [c[-1] for c in chains_in(GED, cells)] == [("group", "Marsh Army")]
    assert [p.status for p in event_in(GED, cells).by] == [ByStatus.CLAIMED]


def test_who_tells_more_than_that_a_group_speaks_is_not_the_group() -> None:
    cells = ROW | {"source_original": "a villager who fled the Marsh Army"}
    assert chains_in(GED, cells)[0][-1] == ("witness", "a villager who fled the Marsh Army")


def test_group_that_tells_of_a_clash_does_not_claim_it() -> None:
    event = event_in(GED, ROW | {"source_original": "Marsh Army"})
    assert {p.status for p in event.by} == {ByStatus.UNKNOWN}


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        ({"type_of_violence": "7"}, "no type of violence that is known (7)"),
        ({"type_of_violence": ""}, "no type of violence that is known (none)"),
        ({"date_start": "", "date_end": "2021-02-30"}, "no day"),
    ],
)
def test_row_without_a_kind_or_a_day_says_so(broken: dict[str, str], reason: str) -> None:
    document = row_document(GED, ROW | broken)
    assert reader.read(document) == ()
    assert why_not(document) == reason


def test_row_without_an_id_says_so() -> None:
    assert why_not(row_document(GED, ROW, key=" ")) == "no id"
    assert why_not(row_document(GED, ROW)) is None


def test_columns_are_found_in_any_order_and_case_and_the_first_of_two_counts() -> None:
    mixed = [(c.upper(), v) for c, v in reversed(ROW.items())] + [("BEST", "99")]
    (statement,) = reader.read(row_document(GED, mixed))
    event = statement.proposition
    assert isinstance(event, Event)
    assert event.killed is not None
    assert (event.killed.low, event.killed.high) == (3, 6)


def test_same_row_gives_the_same_statements() -> None:
    assert read_row(GED, ROW) == read_row(GED, ROW)
