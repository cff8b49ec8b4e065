"""Nouns that tell of an event with what stands behind them: "the taking of the town", "a bomb against a convoy"."""

from __future__ import annotations

import pytest

from secondsource.records import EventType
from tests.read.english.reading import events_in

DEEDS = [
    ("The Marsh Army announced the taking of the port of Velsk.", EventType.TERRITORY),
    ("The Marsh Army announced the downing of a drone over Velsk.", EventType.ATTACK),
    ("The launching of four rockets at the base in Velsk was filmed.", EventType.MISSILE_STRIKE),
    ("The army announced the seizure of forty rifles in Velsk.", EventType.SEIZURE),
    ("The army announced the surrender of nine fighters in Velsk.", EventType.ARREST),
    ("The film showed a bomb against a convoy near Velsk.", EventType.BOMBING),
    ("On 3 June a blast was reported near Velsk airport with no damage.", EventType.BOMBING),
    ("Several explosions were heard near the port of Velsk on 3 June.", EventType.BOMBING),
]

NO_DEEDS = [
    "The publisher announced the launch of the book in Velsk.",
    "The bank announced the recovery of its losses in Velsk.",
    "The film showed the taking of notes in Velsk.",
    "The mothers demanded the release of the hostages.",
    "The bishop called for a truce in Velsk.",
    "No attack was reported in Velsk on 3 June.",
    "This attack was never reported to the police.",
]


@pytest.mark.parametrize(("text", "kind"), DEEDS)
def test_noun_tells_of_its_event_with_what_stands_behind(text: str, kind: EventType) -> None:
    assert [e.type for _, e in events_in(text)] == [kind]


@pytest.mark.parametrize("text", NO_DEEDS)
def test_same_noun_of_other_things_or_only_demanded_tells_of_none(text: str) -> None:
    assert events_in(text) == []
