"""Accusations and reports: who is said to have done it, and by what right."""

from __future__ import annotations

import pytest

from secondsource.records import ByStatus, Stance
from tests.read.english.reading import doers_in, events_in

ACCUSED = [
    ("Suspected Marsh Army militants attacked a checkpoint near Velsk.", "Marsh Army"),
    ("Officials blamed the Marsh Army for the blast.", "Marsh Army"),
    ("The army accused the River Front of killing three villagers.", "River Front"),
    ("The police said that River Front fighters had abducted two engineers.", "River Front"),
    ("The bombing was attributed to the Marsh Army.", "Marsh Army"),
    ("The Marsh Army allegedly torched a bus in Tarn.", "Marsh Army"),
]

REPORTED = [
    ("Marsh Army militants attacked a checkpoint near Velsk.", "Marsh Army"),
    ("The army shelled the town of Tarn on Monday.", "army"),
    ("Two guards were killed by the River Front.", "River Front"),
    ("Security forces arrested four suspects in Velsk.", "Security forces"),
    ("The River Front carried out an attack on a police post.", "River Front"),
    ("The Marsh Army was responsible for the bombing of the depot.", "Marsh Army"),
]

NOTHING = [
    "The Marsh Army marched in the parade.",
    "Heavy rain hit the region and killed the mood.",
    "If the River Front attacks, the village will flee.",
    "The River Front would attack any lorry, he feared.",
    "The team attacked well in the second half.",
    "The company fired forty workers in Velsk.",
]


@pytest.mark.parametrize(("text", "actor"), ACCUSED)
def test_charge_makes_the_doer_accused(text: str, actor: str) -> None:
    assert doers_in(text, ByStatus.ACCUSED) == {actor}


@pytest.mark.parametrize(("text", "actor"), REPORTED)
def test_flat_assertion_makes_the_doer_reported(text: str, actor: str) -> None:
    assert doers_in(text, ByStatus.REPORTED) == {actor}


@pytest.mark.parametrize("text", NOTHING)
def test_what_did_not_happen_or_is_no_violence_names_no_doer(text: str) -> None:
    assert all(not e.by for _, e in events_in(text))


@pytest.mark.parametrize(
    "text",
    [
        "Unidentified gunmen shot dead a policeman in Velsk.",
        "Militants opened fire on a patrol.",
        "A bomb went off near the bridge.",
    ],
)
def test_nameless_attackers_are_no_actor(text: str) -> None:
    events = events_in(text)
    assert events
    assert all(e.by == () for _, e in events)


def test_hedge_makes_the_stance_doubt() -> None:
    ((statement, _),) = events_in("The Marsh Army reportedly burned a school in Tarn.")
    assert statement.stance is Stance.DOUBTS


def test_denial_keeps_the_deniers_chain() -> None:
    events = events_in("The army denied that it had shelled the market in Tarn.")
    assert [(s.stance, [h.name for h in s.chain]) for s, _ in events] == [(Stance.DENIES, ["army"])]
