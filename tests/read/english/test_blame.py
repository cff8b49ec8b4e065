"""Accusations without a word for the deed: it is the one told last."""

from __future__ import annotations

import pytest

from secondsource.records import ByStatus
from tests.read.english.reading import chain_names, doers_in, events_in

DEED = "A bomb killed nine soldiers in Velsk on Monday. "

BLAMED = [
    "The interior ministry blamed the Marsh Army.",
    "The army accused the Marsh Army.",
    "The army regards the Marsh Army as the culprit.",
    "The police hold the Marsh Army responsible.",
    "The governor's office put it down to the Marsh Army.",
    "The River Front pinned it on the Marsh Army.",
    "The River Front laid it at the door of the Marsh Army.",
    "The police pointed the finger at the Marsh Army.",
]

NOT_BLAMED = [
    "The interior ministry blamed the Marsh Army for the delay.",
    "The interior ministry accused the Marsh Army of forgery.",
    "The army regards the Marsh Army as a rival.",
    "The police did not blame the Marsh Army.",
    "The police put it down to the weather.",
    "The governor pointed to the map.",
]


@pytest.mark.parametrize("text", BLAMED)
def test_deed_told_last_is_laid_to_the_charge_of_the_accused(text: str) -> None:
    assert doers_in(DEED + text, ByStatus.ACCUSED) == {"Marsh Army"}


@pytest.mark.parametrize("text", NOT_BLAMED)
def test_other_charge_or_none_names_no_doer_of_it(text: str) -> None:
    assert doers_in(DEED + text, ByStatus.ACCUSED) == set()


def test_accuser_is_the_origin() -> None:
    (_, (statement, _)) = events_in(DEED + "The army accused the Marsh Army.")
    assert chain_names(statement) == ["army"]


def test_without_a_deed_before_there_is_no_accusation() -> None:
    assert events_in("The interior ministry blamed the Marsh Army.") == []
