"""States and forces that tell what their own side did own up to it; of others they tell news or make charges."""

from __future__ import annotations

import pytest

from secondsource.records import ByStatus
from tests.read.english.reading import doers_in

OWN = [
    ("U.S. strikes killed three militants near Tarn, the Pentagon said.", "U.S."),
    ('"A U.S. strike hit a camp near Tarn on Jan. 9," Pentagon spokesman Ari Holt said.', "U.S."),
    ("The Kremlin said that Russian jets had struck a depot near Orr.", "Russian jets"),
    (
        "The Turkish defence ministry said that Turkish warplanes had bombed a camp near Orr.",
        "Turkish warplanes",
    ),
    (
        "Corps spokesman Major Dov Lanz said that security forces had raided a house in Orr.",
        "security forces",
    ),
]
OTHERS = [
    "The Pentagon said that Russian jets had struck a depot near Orr.",
    "The Turkish defence ministry said that Syrian warplanes had bombed a camp near Orr.",
    "The Kremlin said that Turkish-backed gunmen had attacked a post near Orr.",
    "Corps spokesman Major Dov Lanz said that the Salt Front had attacked a post near Orr.",
]


@pytest.mark.parametrize(("text", "doer"), OWN)
def test_who_speaks_for_a_side_claims_its_deeds(text: str, doer: str) -> None:
    assert doers_in(text, ByStatus.CLAIMED) == {doer}


@pytest.mark.parametrize("text", OTHERS)
def test_deeds_of_another_side_are_not_claimed(text: str) -> None:
    assert doers_in(text, ByStatus.CLAIMED) == set()
