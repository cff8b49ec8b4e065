"""Words that tell of a deed only beside others: bombs set off, terrorist acts, machinegunned buses."""

from __future__ import annotations

import pytest

from secondsource.records import ByStatus
from tests.read.english.reading import doers_in, events_in

DEEDS = [
    ("The Marsh Army set off a bomb in a Velsk hotel.", "Marsh Army"),
    ("The Marsh Army machinegunned a bus near Velsk.", "Marsh Army"),
    ("The Marsh Army sacked two shops in Velsk.", "Marsh Army"),
]

NO_DEEDS = [
    "The Marsh Army set off for the coast.",
    "Parliament passed the act on pensions.",
    "The minister praised the action of the doctors.",
]


@pytest.mark.parametrize(("text", "doer"), DEEDS)
def test_deed_has_its_doer(text: str, doer: str) -> None:
    assert doers_in(text, ByStatus.REPORTED) == {doer}


@pytest.mark.parametrize("text", NO_DEEDS)
def test_other_sense_of_the_word_tells_of_no_deed(text: str) -> None:
    assert events_in(text) == []


def test_terrorist_act_may_be_claimed() -> None:
    text = "The Marsh Army claimed responsibility for the terrorist act on the Velsk bridge."
    assert doers_in(text, ByStatus.CLAIMED) == {"Marsh Army"}


@pytest.mark.parametrize(
    "text",
    [
        "The party expelled him from its ranks in Velsk.",
        "The reporter could find no one to confirm it near the gun.",
    ],
)
def test_expelled_members_and_finding_nobody_tell_of_no_deed(text: str) -> None:
    assert events_in(text) == []


def test_villagers_may_be_expelled() -> None:
    assert events_in("The Marsh Army expelled forty villagers from Velsk.")
