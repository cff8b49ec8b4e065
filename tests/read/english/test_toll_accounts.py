"""The dead as the party counts them that has owned up to the deed."""

from __future__ import annotations

import pytest

from secondsource.records import ByStatus
from tests.read.english.reading import events_in

CLAIM = "A bomb at Harmad killed nine people on Monday. The Tarsa Front claimed the bombing. "


def _claimed_tolls(text: str) -> list[int]:
    return [
        e.killed.low
        for _, e in events_in(text)
        if e.killed and any(p.status is ByStatus.CLAIMED for p in e.by)
    ]


@pytest.mark.parametrize(
    ("words", "killed"),
    [
        ("It put the number of dead at thirty.", 30),
        ("It spoke of five dead guards.", 5),
        ("A statement by the Tarsa Front spoke of thirty dead guards.", 30),
    ],
)
def test_a_claimant_counts_the_dead_of_its_own_deed(words: str, killed: int) -> None:
    assert _claimed_tolls(CLAIM + words) == [killed]


@pytest.mark.parametrize("words", ["The hospital spoke of thirty dead.", "It spoke of five dead cows."])
def test_neither_others_nor_other_counts_are_the_claimants_toll(words: str) -> None:
    assert _claimed_tolls(CLAIM + words) == []
