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


DAYS_OF_THEIR_OWN = [
    (
        "Rebels hit a fuel depot near Dorvan on 6 May and an army truck on 17 April.",
        [("a fuel depot", "6 May"), ("an army truck", "17 April")],
    ),
    (
        "The Sons of Dorvan said it had shelled the port of Sanna on 3 June and a customs post in Velsk on 5 June.",
        [("the port of Sanna", "3 June"), ("a customs post", "5 June")],
    ),
    (
        "Gunmen torched a mill on 2 July, a barge on 4 July and two tankers on 9 July.",
        [("a mill", "2 July"), ("a barge", "4 July"), ("two tankers", "9 July")],
    ),
]


@pytest.mark.parametrize(("text", "deeds"), DAYS_OF_THEIR_OWN)
def test_each_target_with_a_day_of_its_own_is_a_deed(text: str, deeds: list[tuple[str, str]]) -> None:
    told = [(e.on[0].name, e.when.words) for _, e in events_in(text) if e.when]
    assert sorted(told) == sorted(deeds)


@pytest.mark.parametrize(
    "text",
    [
        "Rebels besieged a fort from 6 May to 17 April.",
        "Gunmen attacked the mill on 3 June and the miller said so on 5 June.",
        "Gunmen abducted a teacher on 3 June and freed him on 5 June.",
    ],
)
def test_a_second_day_alone_makes_no_second_deed_of_the_same_sort(text: str) -> None:
    kinds = [e.type for _, e in events_in(text)]
    assert len(kinds) == len(set(kinds))


def test_a_verb_has_one_object() -> None:
    text = "The League said they had targeted a Danish convoy driving from Velsk Airport to Nahr Al-Kabir province."
    ((_, event),) = events_in(text)
    assert [m.name for m in event.on] == ["a Danish convoy"]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        (
            "The Marsh Army claimed an ambush near Velsk and put the number of soldiers killed at nine.",
            "soldiers",
        ),
        ("The Marsh Army shelled Velsk and killed a number of soldiers.", "a number of soldiers"),
    ],
)
def test_a_count_of_people_is_not_whom_it_hit(text: str, target: str) -> None:
    hit = {m.name for _, event in events_in(text) for m in event.on}
    assert target in hit
    assert "the number of soldiers" not in hit
