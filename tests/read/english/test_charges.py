"""Deeds laid to somebody's charge by the words around them, and doers behind whom somebody else stands."""

from __future__ import annotations

import pytest

from secondsource.records import ByStatus
from tests.read.english.reading import doers_in

CHARGED = [
    "He reiterated the belief that the Northern Reform Front was guilty of the murders.",
    "Members of the Northern Reform Front participated in the crime, the president said.",
    "Three members of the Northern Reform Front were arrested in connection with the attack on the senator.",
    "The priest was on a list of the Northern Reform Front, which is suspected of the murder.",
    "The union held the Northern Reform Front responsible for the massacre of 80 people in Dorvan.",
    "It is a fact that the Northern Reform Front is linked to this crime.",
    "The authorities attribute the attacks to the Northern Reform Front.",
    "The deputy was killed on 1 August, apparently by the Northern Reform Front.",
    "The peasants were killed by alleged members of the Northern Reform Front.",
]

TOLD_BEFORE = [
    "The government attributed these actions to the Northern Reform Front.",
    "The case is being blamed on the Northern Reform Front.",
    "The murderers of the priests were members of the Northern Reform Front, the bishop said.",
]

TOLD = [
    "Northern Reform Front personnel were the ones who murdered the priests.",
    "The gunmen, at the service of the Northern Reform Front, killed the judge.",
    "The judge died at the hands of the Northern Reform Front.",
    "They have suffered attacks from the Northern Reform Front since March.",
]

NOBODY = [
    "Three members of the Northern Reform Front were arrested in connection with the harvest.",
    "The Northern Reform Front participated in the talks on the attack.",
    "The judge died in the hands of his doctors at the Northern Reform Front hospital.",
    "The president will investigate the attack on the senator.",
    "Five houses burned in Dorvan. The mayor attributed these changes to the Northern Reform Front.",
    "Five houses burned in Dorvan. The singers were members of the Northern Reform Front.",
]


@pytest.mark.parametrize("fold", [str, str.lower])
@pytest.mark.parametrize("text", CHARGED)
def test_who_is_charged_with_a_deed_is_accused_with_capitals_or_without(text: str, fold: type[str]) -> None:
    assert {n.lower() for n in doers_in(fold(text), ByStatus.ACCUSED)} == {"northern reform front"}


@pytest.mark.parametrize("text", TOLD_BEFORE)
def test_what_was_told_before_is_laid_to_the_charge_of(text: str) -> None:
    told = "Five priests were shot in Dorvan. "
    assert doers_in(told + text, ByStatus.ACCUSED) == {"Northern Reform Front"}


@pytest.mark.parametrize("text", TOLD)
def test_who_stands_behind_those_who_did_it_is_reported(text: str) -> None:
    assert doers_in(text, ByStatus.REPORTED) == {"Northern Reform Front"}


@pytest.mark.parametrize("text", NOBODY)
def test_no_deed_is_laid_to_anybody_s_charge(text: str) -> None:
    assert not any(doers_in(text, status) for status in ByStatus)
