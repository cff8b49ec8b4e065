"""Ties denied after they were told, by words that only point back; and denials of something else."""

from __future__ import annotations

import pytest

from secondsource.read.english.ties import find_ties
from secondsource.records import Stance, Tie
from tests.read.english.finding_kinds import chain_of, found_in

CHARGE = "The ministry says that the Marsh Guard is backed by Iran. "
DENIED = [
    (CHARGE + "Iran denies it.", "Iran"),
    (CHARGE + "The Marsh Guard rejected the charge.", "Marsh Guard"),
    (CHARGE + "Iran has always dismissed this.", "Iran"),
    (CHARGE + "That is a grave charge. The Marsh Guard refuted the allegation in May.", "Marsh Guard"),
]
NOT_DENIED = [
    CHARGE + "Iran denied the visa.",
    CHARGE + "Iran rejected the claim that it had shelled Velsk.",
    "The Marsh Guard attacked a convoy. Iran denies it.",
]


@pytest.mark.parametrize(("text", "denier"), DENIED)
def test_denial_that_points_back_denies_the_tie(text: str, denier: str) -> None:
    told, denied = found_in(text, find_ties)
    assert told.stance is Stance.ASSERTS
    assert denied.stance is Stance.DENIES
    assert chain_of(denied)[-1] == denier
    assert isinstance(denied.proposition, Tie)
    assert (denied.proposition.from_.name, denied.proposition.to.name) == ("Marsh Guard", "Iran")


@pytest.mark.parametrize("text", NOT_DENIED)
def test_denial_of_something_else_denies_no_tie(text: str) -> None:
    assert [d for d in found_in(text, find_ties) if d.stance is Stance.DENIES] == []
