"""Denials of a deed told before, and denials of anything else."""

from __future__ import annotations

import pytest

from secondsource.records import Stance
from tests.read.english.reading import chain_names, events_in

BOMB = "A bomb killed two men in Velsk on 3 March. "

DENIALS = [
    BOMB + "The Marsh Army denied any involvement.",
    BOMB + "The Marsh Army said that it had no part in the attack.",
    BOMB + "The Marsh Army rejected the charge.",
    BOMB + "The Marsh Army denied responsibility for the blast.",
]

NOTHING = [
    BOMB + "The ministry denied the request for funds.",
    BOMB + "The minister played a part in a film.",
    "The Marsh Army denied any involvement.",
]


@pytest.mark.parametrize("text", DENIALS)
def test_denied_deed_keeps_denier_as_origin_and_as_accused(text: str) -> None:
    denied = [(s, e) for s, e in events_in(text) if s.stance is Stance.DENIES]
    assert [chain_names(s) for s, _ in denied] == [["Marsh Army"]]
    assert [[(p.actor.name, p.status.value) for p in e.by] for _, e in denied] == [
        [("Marsh Army", "accused")]
    ]
    assert [e.place.name for _, e in denied if e.place] == ["Velsk"]


@pytest.mark.parametrize("text", NOTHING)
def test_other_denials_deny_no_deed(text: str) -> None:
    assert [s for s, _ in events_in(text) if s.stance is Stance.DENIES] == []


@pytest.mark.parametrize(
    "text",
    [
        "No rockets fell on the depot in Velsk.",
        "The report was wrong: no shells hit the depot in Velsk.",
        "No rockets were fired at the depot in Velsk.",
    ],
)
def test_what_no_weapon_hit_was_not_attacked(text: str) -> None:
    assert [s.stance for s, _ in events_in(text)] == [Stance.DENIES]
