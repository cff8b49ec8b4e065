"""Who is said to have done it, where the parse or the sentence hides it."""

from __future__ import annotations

import pytest

from secondsource.records import ByStatus
from tests.read.english.reading import doers_in, events_in

DOERS = [
    (
        "Between 2004 and 2007 the Salt Brigade carried out a series of kidnappings of engineers.",
        "Salt Brigade",
    ),
    ("A constable was abducted and killed by Salt Brigade cadres in Dorn.", "Salt Brigade"),
    ("Suspected Maoists numbering forty raided the house of a trader near Dorn.", "Maoists"),
    ("The Marsh Army (MA) and its allies, in a joint action, killed three soldiers in Dorn.", "Marsh Army"),
    ("The attack on the mill was the work of the Marsh Army.", "Marsh Army"),
    ("The front said that the Marsh Army had killed the judge by mistake.", "Marsh Army"),
    ("One group, which is called the Sons of Dorn, attacked a bank in Tarn.", "Sons of Dorn"),
    ("Another armed group is known as the Marsh Army and killed a judge in Tarn.", "Marsh Army"),
]

NOBODY = [
    "The nations which have conducted strikes in Iraq met on Monday.",
    "A wave of killings in Kenya was condemned.",
    "The building was burned by mistake.",
    "The attack on the mill was the work of years.",
]


@pytest.mark.parametrize(("text", "doer"), DOERS)
def test_doer_is_found(text: str, doer: str) -> None:
    assert {p.actor.name for _, e in events_in(text) for p in e.by} == {doer}


@pytest.mark.parametrize("text", NOBODY)
def test_place_manner_or_time_is_no_doer(text: str) -> None:
    assert [p.actor.name for _, e in events_in(text) for p in e.by] == []


def test_the_paper_that_reports_is_not_whom_they_means() -> None:
    text = "Forty masked men entered the camp on March 3, reports Times of Dorn. They torched two vehicles."
    assert [p.actor.name for _, e in events_in(text) for p in e.by] == []


def test_militants_are_not_the_forces_that_they_ambushed() -> None:
    text = "Militants ambushed the Security Forces in Dorn. The militants opened fire at the convoy."
    assert [p.actor.name for _, e in events_in(text) for p in e.by] == []


@pytest.mark.parametrize(
    "text",
    [
        "The Marsh Army and the River Front fell out. On Monday the two fought near Velsk.",
        "The Marsh Army fell out with the River Front. Observers documented clashes between the two at Velsk.",
        "An exchange of fire took place between the Marsh Army and the River Front near Velsk.",
    ],
)
def test_both_sides_of_a_clash_did_it(text: str) -> None:
    assert doers_in(text, ByStatus.REPORTED) == {"Marsh Army", "River Front"}


def test_two_men_are_no_two_sides() -> None:
    text = "The Marsh Army fell out with the River Front. On Monday two men fought near Velsk."
    assert doers_in(text, ByStatus.REPORTED) == set()


def test_who_gave_the_orders_did_it() -> None:
    text = "The judge was killed on the orders of the Marsh Army."
    assert doers_in(text, ByStatus.REPORTED) == {"Marsh Army"}


@pytest.mark.parametrize(
    "text",
    [
        "The River Front would carry out an attack on Velsk.",
        "The River Front will continue to strike the army in Velsk.",
    ],
)
def test_what_is_only_to_come_is_no_event(text: str) -> None:
    assert events_in(text) == []


def test_army_that_tells_of_its_troops_claims_what_they_did() -> None:
    assert doers_in("The army said its troops had shelled a camp near Tarn.", ByStatus.CLAIMED)


def test_army_that_tells_of_rebels_claims_nothing() -> None:
    assert not doers_in("The army said River Front fighters had shelled a camp near Tarn.", ByStatus.CLAIMED)


def test_who_tells_it_at_the_end_of_a_sentence_did_not_do_it() -> None:
    text = "Statement of the police\n\nOn 6 May 2020 gunmen attacked a post in Velsk, the police said.\n"
    assert doers_in(text, ByStatus.CLAIMED) == set()
    text = "Statement of the base command\n\nOn 6 May 2020 rockets hit the ground near Velsk, the base command said."
    assert doers_in(text, ByStatus.CLAIMED) == set()
