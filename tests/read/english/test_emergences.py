"""Emergences: actors said to be new, and what else is new or founded."""

from __future__ import annotations

import pytest

from secondsource.read.english.emergences.emergences import find_emergences
from secondsource.records import Emergence
from tests.read.english.finding_kinds import chain_of, found_in

EMERGENCES = [
    "A new armed group, the River Front, claimed the attack.",
    "A previously unknown group calling itself the River Front claimed the attack.",
    "The newly formed River Front claimed the attack.",
    "The River Front was founded in 2011.",
    "The River Front, which was formed in March, has 200 men.",
    "The River Front announced its formation in a video.",
    "The River Front first appeared in May 2020.",
    "Three commanders announced the creation of the River Front.",
    "The latest group to emerge is the River Front.",
    "The latest militant group to emerge on the coast is called the River Front.",
    "A group that nobody had heard of until last week, the River Front, left flyers.",
    "The River Front, which appeared in the valley in 1976, has forty men.",
    "The River Front surfaced in May with a video.",
    "The River Front dates its own foundation to the spring of 2017.",
    "The River Front has been active since 2022.",
    "Nobody had heard of the River Front before May.",
    "The River Front was organised in August by men who had left the harbour.",
    "Two militias merged in June to form the River Front.",
    "We the River Front announce to you the birth of our formation.",
]

LOOK_ALIKES = [
    "A committee was formed to investigate the River Front.",
    "A new bridge was opened by the River Front.",
    "A new leader of the River Front was named.",
    "The River Front emerged from the talks empty-handed.",
    "The River Front announced the formation of a school board.",
    "A fund for the widows of the River Front was founded in 2011.",
    "The River Front appeared before the judge in 2011.",
    "The River Front began smuggling arms in 2011.",
    "Nobody had heard of the plan of the River Front.",
    "We of the River Front announce to you the birth of a child.",
    "The army deployed a new elite military unit.",
    "Robbers posed in the garb of a new rebel outfit.",
]


@pytest.mark.parametrize("text", EMERGENCES)
def test_new_actor_is_found(text: str) -> None:
    found = [d.proposition for d in found_in(text, find_emergences)]
    assert [p.actor.name for p in found if isinstance(p, Emergence)] == ["River Front"]


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_look_alike_is_no_emergence(text: str) -> None:
    assert found_in(text, find_emergences) == []


def test_who_announces_itself_is_the_origin() -> None:
    (draft,) = found_in("The River Front announced its formation in a video.", find_emergences)
    assert chain_of(draft) == ["River Front"]


def test_day_of_the_founding_is_kept() -> None:
    (draft,) = found_in("The River Front was founded on 3 May 2011.", find_emergences)
    assert isinstance(draft.proposition, Emergence)
    assert draft.proposition.when is not None
    assert draft.proposition.when.words == "3 May 2011"


def test_new_group_bears_the_name_that_the_next_sentence_gives_it() -> None:
    text = (
        "A previously unknown faction surfaced in the valley on Monday. "
        "The faction, which styles itself the River Front, has forty men."
    )
    found = [d.proposition for d in found_in(text, find_emergences)]
    assert [p.actor.name for p in found if isinstance(p, Emergence)] == ["River Front"]


def test_heading_that_names_a_new_group_is_told_by_the_text() -> None:
    text = "New group River Front burns barge\n\nA new group, the River Front, burned a barge on Monday."
    (draft,) = found_in(text, find_emergences)
    assert draft.span.start > text.index("\n")
