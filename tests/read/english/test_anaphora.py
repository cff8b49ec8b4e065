""" "The group", "it" and "they" carry the name that they refer to."""

from __future__ import annotations

import pytest

from secondsource.read.english.parsed import parse
from secondsource.read.english.text.model import load_model
from secondsource.records import ByStatus
from tests.read.english.reading import doers_in, events_in

RESOLVED = [
    "The Marsh Army is based in Tarn. The group attacked a convoy on Monday.",
    "The Marsh Army is based in Tarn. The outfit later attacked a convoy.",
    "Marsh Army militants stormed a camp. They also torched two lorries.",
    "The Marsh Army is small. It attacked a convoy last week.",
    "Marsh Army cadres entered the village. The militants abducted two men.",
    "The Marsh Army said on Monday that its fighters had ambushed a patrol.",
]

NOT_RESOLVED = [
    "Unidentified gunmen entered the village. The militants abducted two men.",
    "A group of men attacked a convoy.",
    "The Harbour Times is read widely. They torched two lorries.",
]


@pytest.mark.parametrize("text", RESOLVED)
def test_stand_in_carries_the_name(text: str) -> None:
    doers = {p.actor.name for _, e in events_in(text) for p in e.by}
    assert doers == {"Marsh Army"}


@pytest.mark.parametrize("text", NOT_RESOLVED)
def test_stand_in_without_a_name_before_it_names_nobody(text: str) -> None:
    assert {p.actor.name for _, e in events_in(text) for p in e.by} == set()


def test_abbreviation_defined_in_passing_carries_the_full_name() -> None:
    text = "The Grey Hills Front (GHF) is banned. GHF militants attacked a convoy."
    assert doers_in(text, ByStatus.REPORTED) == {"Grey Hills Front"}


OTHERS = [
    ("The River Coalition is large. The coalition attacked the militants at dawn.", "River Coalition"),
    ("The Marsh Army attacked the group at dawn.", "Marsh Army"),
    ("The Marsh Army is old. The River Front attacked it at dawn.", "River Front"),
]


@pytest.mark.parametrize(("text", "doer"), OTHERS)
def test_object_is_not_the_subject_of_its_own_clause(text: str, doer: str) -> None:
    ((_, event),) = events_in(text)
    assert [p.actor.name for p in event.by] == [doer]
    assert doer not in {m.name for m in event.on}


def test_owner_may_be_the_subject_of_its_own_clause() -> None:
    ((_, event),) = events_in("The Marsh Army is small. It attacked a convoy with its mortars.")
    assert [p.actor.name for p in event.by] == ["Marsh Army"]


def meant_by(text: str, words: str) -> str:
    """The name that the last mention of these words carries."""
    found = [
        m
        for m in parse(text, load_model()).mentions
        if text[m.mention.span.start : m.mention.span.end] == words
    ]
    return found[-1].mention.name


MEANT = [
    ("The Marsh Guard fled. The River Coalition met. The group shelled it.", "The group", "River Coalition"),
    ("The River Coalition met. The Marsh Guard fled. The coalition shelled it.", "The coalition",
     "River Coalition"),
    ("The River Front fought the Marsh Guard. A mobile team of the outfit fled.", "the outfit", "Marsh Guard"),
    ("The Marsh Guard fought the Red Column. The Red Column is its ally.", "its", "Marsh Guard"),
    ("The Red Dawn Army was founded in May. Police say the newcomers hide.", "the newcomers", "Red Dawn Army"),
]  # fmt: skip
OTHERS_MEANT = [
    ("The Marsh Guard fled. The coalition shelled the road.", "The coalition", "Marsh Guard"),
    ("The Marsh Guard fled. The militants of the Upper Vale met.", "The militants", "Marsh Guard"),
    ("The River Coalition met. Troops killed two. The terrorists fled.", "The terrorists", "River Coalition"),
]


@pytest.mark.parametrize(("text", "words", "name"), MEANT)
def test_stand_in_means_who_may_be_called_so(text: str, words: str, name: str) -> None:
    assert meant_by(text, words) == name


@pytest.mark.parametrize(("text", "words", "name"), OTHERS_MEANT)
def test_stand_in_does_not_mean_who_is_not_called_so(text: str, words: str, name: str) -> None:
    assert meant_by(text, words) != name
