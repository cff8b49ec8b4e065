"""Rows that we invented under the columns of ACLED; no real export was tried.

actor1 and actor2 say nothing of who began it, save where one of them are civilians.
"""

from __future__ import annotations

import pytest

from secondsource.read.records import why_not
from secondsource.records import ActorKind, ByStatus, DataSet, EventType
from tests.read.records.rows import chains_in, event_in, row_document

ACLED = DataSet.ACLED
PROTESTERS = "Protesters (Sorna)"
ROW = {
    "event_id_cnty": "SOR17",
    "event_date": "2021-05-06",
    "year": "2021",
    "time_precision": "1",
    "disorder_type": "Political violence",
    "event_type": "Battles",
    "sub_event_type": "Armed clash",
    "actor1": "Military Forces of Sorna (2020-) Border Guard",
    "assoc_actor_1": "Hill Militia",
    "inter1": "State forces",
    "actor2": "Marsh Army",
    "inter2": "Rebel group",
    "interaction": "State forces-Rebel group",
    "civilian_targeting": "",
    "country": "Sorna",
    "admin1": "Sorna Province",
    "admin2": "Velsk",
    "location": "Velsk",
    "latitude": "35.5",
    "longitude": "36.25",
    "geo_precision": "2",
    "source": "Sorna Herald; Undisclosed Source",
    "notes": "On 6 May 2021, two sides fought near Velsk.",
    "fatalities": "0",
}


def test_actors_of_a_battle_stand_side_by_side_with_unknown_status() -> None:
    event = event_in(ACLED, ROW)
    assert event.type is EventType.ARMED_CLASH
    assert [(p.actor.name, p.actor.kind, p.status) for p in event.by] == [
        ("Military Forces of Sorna Border Guard", ActorKind.ORGAN, ByStatus.UNKNOWN),
        ("Marsh Army", ActorKind.GROUP, ByStatus.UNKNOWN),
    ]
    assert event.on == ()


@pytest.mark.parametrize("inter", ["Civilians", "7", "7.0", ""])
@pytest.mark.parametrize("first", [True, False])
def test_beside_civilians_the_other_side_did_it(inter: str, first: bool) -> None:
    civilians, group = ("Civilians (Sorna)", inter), ("Marsh Army", "3")
    one, two = (civilians, group) if first else (group, civilians)
    event = event_in(
        ACLED,
        ROW
        | {"sub_event_type": "Attack", "event_type": "Violence against civilians"}
        | {"actor1": one[0], "inter1": one[1], "actor2": two[0], "inter2": two[1]},
    )
    assert [(p.actor.name, p.status) for p in event.by] == [("Marsh Army", ByStatus.REPORTED)]
    assert [m.name for m in event.on] == ["Civilians (Sorna)"]


def test_unidentified_group_and_associated_actors_did_nothing() -> None:
    row = ROW | {"actor2": "Unidentified Armed Group (Sorna)", "assoc_actor_2": "Reed Brigade"}
    assert [p.actor.name for p in event_in(ACLED, row).by] == ["Military Forces of Sorna Border Guard"]


@pytest.mark.parametrize(
    ("sub_event", "event", "kind", "by", "on"),
    [
        ("Peaceful protest", "Protests", EventType.PROTEST, [], []),
        ("Protest with intervention", "Protests", EventType.PROTEST, [ByStatus.UNKNOWN], []),
        (
            "Excessive force against protesters",
            "Protests",
            EventType.ATTACK,
            [ByStatus.REPORTED],
            [PROTESTERS],
        ),
        ("Violent demonstration", "Riots", EventType.PROTEST, [ByStatus.UNKNOWN], []),
    ],
)
def test_protesters_are_a_target_only_of_force(
    sub_event: str, event: str, kind: EventType, by: list[ByStatus], on: list[str]
) -> None:
    police = "" if sub_event.startswith("Peaceful") else "Police Forces of Sorna (2020-)"
    row = ROW | {"event_type": event, "sub_event_type": sub_event, "actor2": police, "inter2": "1"}
    told = event_in(ACLED, row | {"actor1": PROTESTERS, "inter1": "6"})
    assert told.type is kind
    assert [p.status for p in told.by] == by
    assert [m.name for m in told.on] == on


@pytest.mark.parametrize(
    ("sub_event", "event", "kind"),
    [
        ("Air/drone strike", "Explosions/Remote violence", EventType.AIR_STRIKE),
        ("SUICIDE BOMB", "Explosions/Remote violence", EventType.SUICIDE_BOMBING),
        ("Agreement", "Strategic developments", EventType.AGREEMENT),
        ("a new kind", "Battles", EventType.ARMED_CLASH),
        ("", "Battle-Government regains territory", EventType.TERRITORY),
    ],
)
def test_kind_is_the_sub_events_else_the_events(sub_event: str, event: str, kind: EventType) -> None:
    assert event_in(ACLED, ROW | {"sub_event_type": sub_event, "event_type": event}).type is kind


@pytest.mark.parametrize(
    ("date", "precision", "edtf"),
    [
        ("2021-05-06", "1", "2021-05-06"),
        ("06 May 2021", "", "2021-05-06"),
        ("06-May-2021", "1", "2021-05-06"),
        ("25/12/2021", "1", "2021-12-25"),
        ("2021-05-02", "2", "2021-04-29/2021-05-05"),
        ("2021-05-15", "3", "2021-05"),
        ("0001-01-02", "2", "0001-01-01/0001-01-05"),
        ("9999-12-31", "2", "9999-12-28/9999-12-31"),
    ],
)
def test_day_is_as_wide_as_its_precision(date: str, precision: str, edtf: str) -> None:
    when = event_in(ACLED, ROW | {"event_date": date, "time_precision": precision}).when
    assert when is not None
    assert (when.edtf, when.words) == (edtf, date)


def test_no_fatalities_are_a_toll_of_none() -> None:
    toll = event_in(ACLED, ROW).killed
    assert toll is not None
    assert (toll.low, toll.high) == (0, 0)


@pytest.mark.parametrize(("theirs", "ours"), [("1", 1), ("2", 3), ("3", 4)])
def test_precision_of_the_place_is_brought_to_one_scale(theirs: str, ours: int) -> None:
    place = event_in(ACLED, ROW | {"geo_precision": theirs}).place
    assert place is not None
    assert place.coordinates is not None
    assert place.coordinates.precision == ours
    assert place.within == ("Sorna Province", "Sorna")


@pytest.mark.parametrize(
    ("sources", "chains"),
    [
        ("Telegram; Twitter", [[]]),
        ("Telegram; Sorna Herald", [[("media", "Sorna Herald")]]),
        ("Twitter of the Velsk council", [[("media", "Twitter of the Velsk council")]]),
        ("Marsh Army Telegram; Sorna Herald", [[("group", "Marsh Army")], [("media", "Sorna Herald")]]),
    ],
)
def test_platforms_name_nobody_and_a_groups_channel_is_the_group(
    sources: str, chains: list[list[tuple[str, str]]]
) -> None:
    assert chains_in(ACLED, ROW | {"source": sources}) == chains


def test_each_source_of_the_list_tells_it() -> None:
    assert chains_in(ACLED, ROW) == [[("media", "Sorna Herald")], [("unnamed", "Undisclosed Source")]]


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        ({"sub_event_type": "Parade", "event_type": ""}, "no type of event that is known (Parade)"),
        ({"event_date": "03/04/2021"}, "no day"),  # March or April: it isn't said
        ({"event_date": ""}, "no day"),
    ],
)
def test_row_without_a_kind_or_a_day_says_so(broken: dict[str, str], reason: str) -> None:
    assert why_not(row_document(ACLED, ROW | broken)) == reason
