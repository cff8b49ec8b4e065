"""Ties denied, confirmed or doubted after they were told, by words that only point back; and other denials."""

from __future__ import annotations

import pytest

from secondsource.read.english.ties.ties import find_ties
from secondsource.records import Stance, Tie
from tests.read.english.finding_kinds import chain_of, found_in

CHARGE = "The ministry says that the Marsh Guard is backed by Iran. "
DENIED = [
    (CHARGE + "Iran denies it.", "Iran"),
    (CHARGE + "The Marsh Guard rejected the charge.", "Marsh Guard"),
    (CHARGE + "Iran has always dismissed this.", "Iran"),
    (CHARGE + "Iran called the claim absurd.", "Iran"),
    (CHARGE + "The Marsh Guard said that it was a lie.", "Marsh Guard"),
    (CHARGE + "The Marsh Guard insists that it is nothing of the kind.", "Marsh Guard"),
    (CHARGE + "That is a grave charge. The Marsh Guard refuted the allegation in May.", "Marsh Guard"),
]
NOT_DENIED = [
    CHARGE + "Iran denied the visa.",
    CHARGE + "Iran rejected the claim that it had shelled Velsk.",
    "The Marsh Guard attacked a convoy. Iran denies it.",
    CHARGE + "Iran called the storm a disaster.",
    CHARGE + "The Marsh Guard said that it was cold.",
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


ANSWERED = [
    (CHARGE + "The army confirmed this.", Stance.ASSERTS),
    (CHARGE + "The army doubts that.", Stance.DOUBTS),
]


@pytest.mark.parametrize(("text", "stance"), ANSWERED)
def test_another_holder_confirms_or_doubts_the_tie(text: str, stance: Stance) -> None:
    _, answer = found_in(text, find_ties)
    assert (answer.stance, chain_of(answer)) == (stance, ["army"])
