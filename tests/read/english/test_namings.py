"""Names that a text equates, and parentheses that equate nothing."""

from __future__ import annotations

import pytest

from secondsource.read.english.namings.namings import find_namings
from secondsource.records import Naming
from tests.read.english.finding_kinds import found_in

NAMINGS = [
    ("The Northern River Front (NRF) claimed it.", ["Northern River Front", "NRF"]),
    ("the northern river liberation front (nrlf) claimed it.", ["northern river liberation front", "nrlf"]),
    (
        "northern river liberation front, nrlf, claimed the attack.",
        ["northern river liberation front", "nrlf"],
    ),
    ("NRLF (Northern River Liberation Front) claimed it.", ["Northern River Liberation Front", "NRLF"]),
    ("The National River Front of Bodia NRFB claimed it.", ["National River Front of Bodia", "NRFB"]),
    (
        "The River Party of Bodia Leninist RPB Leninist claimed it.",
        ["River Party of Bodia Leninist", "RPB Leninist"],
    ),
    ("Islamic State (ISIS) fighters fled.", ["Islamic State", "ISIS"]),
    (
        "Fighters of the Harbour Guard, also known as the Dockers' Army, fled.",
        ["Harbour Guard", "Dockers' Army"],
    ),
    ("The Salt Column renamed itself the Desert Guard in May.", ["Salt Column", "Desert Guard"]),
    ("The River Guard (formerly the Harbour Watch) is small.", ["River Guard", "Harbour Watch"]),
    (
        "The Nahr al-Aswad Front, whose name means Black River Front, is new.",
        ["Nahr al-Aswad Front", "Black River Front"],
    ),
    ("A group called Jund al-Nahr (Soldiers of the River) fled.", ["Jund al-Nahr", "Soldiers of the River"]),
    ("The River Guard, sometimes referred to as the Boatmen, fled.", ["River Guard", "Boatmen"]),
]

LOOK_ALIKES = [
    "An Improvised Explosive Device (IED) went off.",
    "The Deputy Superintendent of Police (DSP) spoke.",
    "The Line of Control (LoC) was quiet.",
    "Omar Said, alias the Fox, leads the River Front.",
    "Ana Brandt (34) of the River Front spoke.",
    "The village of Velsk (Harbour District) was shelled.",
    "The River Front (pictured) is new.",
    "The meeting of the River Front (see map) was short.",
    "The attack of the River Front means trouble for the government.",
]


def names_in(text: str) -> list[list[str]]:
    """The names of each naming, the fullest first."""
    return [
        [d.proposition.name.name, *(m.name for m in d.proposition.also)]
        for d in found_in(text, find_namings)
        if isinstance(d.proposition, Naming)
    ]


@pytest.mark.parametrize(("text", "names"), NAMINGS)
def test_names_are_equated(text: str, names: list[str]) -> None:
    assert names_in(text) == [names]


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_look_alike_equates_nothing(text: str) -> None:
    assert names_in(text) == []


def test_naming_counts_once_at_its_first_place() -> None:
    text = "The Northern River Front (NRF) fled. Days later the Northern River Front (NRF) was back."
    (draft,) = found_in(text, find_namings)
    assert draft.span.start < 30


def test_group_named_after_a_person_is_not_that_person() -> None:
    text = "The Omar Said Brigade (OSB) is named after Omar Said (1950-2001), a poet."
    assert names_in(text) == [["Omar Said Brigade", "OSB"]]
