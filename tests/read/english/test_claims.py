"""Claims of responsibility, and what only looks like one."""

from __future__ import annotations

import pytest

from secondsource.records import ByStatus
from tests.read.english.reading import chain_names, doers_in, events_in

CLAIMS = [
    ("The Northern River Front claimed responsibility for the blast at the depot.", "Northern River Front"),
    ("Saraya al-Nahr said that it had shelled the Dorn airbase on 3 May.", "Saraya al-Nahr"),
    ("The ambush near Velsk was claimed by the Red Harbour Brigade.", "Red Harbour Brigade"),
    ("The Marsh Army owned up to the bombing in a video.", "Marsh Army"),
    ("Jaysh al-Wadi took credit for the killing of two policemen.", "Jaysh al-Wadi"),
    ("The Valley Liberation Army (VLA) claims it killed six soldiers in Tarn.", "Valley Liberation Army"),
    ("A caller speaking for the Grey Hills Front claimed the attack on the convoy.", "Grey Hills Front"),
    ("The Salt Coast Brigade admitted firing rockets at a border post.", "Salt Coast Brigade"),
    ("Ansar al-Bahr announced that its fighters had ambushed a patrol.", "Ansar al-Bahr"),
]

LOOK_ALIKES = [
    "No group has claimed responsibility for the blast at the depot.",
    "The Northern River Front has not claimed the attack on the market.",
    "The Northern River Front has not claimed attacks on schools.",
    "The mayor claimed that the budget was balanced.",
    "The minister took responsibility for the late trains.",
    "The abduction has been claimed by nobody.",
    "The company claimed a refund for the damaged goods.",
]


@pytest.mark.parametrize(("text", "claimant"), CLAIMS)
def test_claim_names_its_claimant_as_doer_and_origin(text: str, claimant: str) -> None:
    claims = [(s, e) for s, e in events_in(text) if any(p.status is ByStatus.CLAIMED for p in e.by)]
    assert [p.actor.name for _, e in claims for p in e.by] == [claimant]
    assert all(chain_names(s)[-1] == claimant for s, _ in claims)


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_look_alike_is_no_claim(text: str) -> None:
    assert doers_in(text, ByStatus.CLAIMED) == set()


def test_spokesman_stands_before_the_claimant() -> None:
    text = "The Marsh Army is old. Marsh Army spokesman Abu Karim claimed responsibility for the raid."
    claims = [s for s, e in events_in(text) if any(p.status is ByStatus.CLAIMED for p in e.by)]
    assert [chain_names(s) for s in claims] == [["Abu Karim", "Marsh Army"]]


def test_claimed_attack_takes_the_place_and_day_told_before() -> None:
    text = (
        "A bomb killed two soldiers near Velsk on 3 March. "
        "The Marsh Army claimed responsibility for the attack."
    )
    (claim,) = [e for _, e in events_in(text) if any(p.status is ByStatus.CLAIMED for p in e.by)]
    assert claim.place is not None
    assert claim.place.name == "Velsk"
    assert claim.when is not None
    assert claim.when.words == "3 March"


def test_each_deed_of_one_claim_is_an_event_of_its_own() -> None:
    text = "The Marsh Army claimed responsibility for the blasts at Velsk on 3 March and at Tarn on 5 March."
    claims = [e for _, e in events_in(text) if any(p.status is ByStatus.CLAIMED for p in e.by)]
    assert {(e.place and e.place.name, e.when and e.when.words) for e in claims} == {
        ("Velsk", "3 March"),
        ("Tarn", "5 March"),
    }


@pytest.mark.parametrize(
    ("deeds", "places"),
    [
        ("the two attacks in Mosul and Tikrit", {"Mosul", "Tikrit"}),
        ("both bombings, in Mosul and near Tikrit, on Monday", {"Mosul", "Tikrit"}),
        ("three attacks on patrols in Mosul, Tikrit and Kirkuk", {"Mosul", "Tikrit", "Kirkuk"}),
        ("twin blasts in Mosul and Tikrit that killed nine people", {"Mosul", "Tikrit"}),
        ("the attack in Mosul and Tikrit", {"Mosul"}),
        ("three attacks in Mosul and Tikrit", {"Mosul"}),
        ("two attacks on the road from Mosul to Tikrit", {"Mosul"}),
        ("two attacks in Mosul", {"Mosul"}),
    ],
)
def test_as_many_places_as_deeds_are_events_of_their_own(deeds: str, places: set[str]) -> None:
    found = [e for _, e in events_in(f"The Marsh Army claimed responsibility for {deeds}.")]
    assert {e.place.name for e in found if e.place} == places
    assert len(found) == len(places)
    assert all(p.status is ByStatus.CLAIMED for e in found for p in e.by)
    assert len({e.when and e.when.words for e in found}) == 1


def test_toll_under_the_claimed_attack_belongs_to_the_claim() -> None:
    text = (
        "Usbat al-Jibal claimed responsibility for an attack in March that killed two soldiers and one guard."
    )
    ((_, event),) = events_in(text)
    assert event.killed is not None
    assert (event.killed.low, event.killed.high) == (3, 3)


def test_a_police_post_is_attacked_and_a_posted_statement_is_not() -> None:
    ((_, attacked),) = events_in("The River Front claimed the bombing of a police post in Dorvan.")
    assert [m.name for m in attacked.on] == ["a police post"]
