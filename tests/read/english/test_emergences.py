"""Emergences: actors said to be new, and what else is new or founded."""

from __future__ import annotations

import pytest

from secondsource.read.english.emergences import find_emergences
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
]

LOOK_ALIKES = [
    "A committee was formed to investigate the River Front.",
    "A new bridge was opened by the River Front.",
    "A new leader of the River Front was named.",
    "The River Front emerged from the talks empty-handed.",
    "The River Front announced the formation of a school board.",
    "A fund for the widows of the River Front was founded in 2011.",
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
