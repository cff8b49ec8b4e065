"""Verbs that tell of an event with a particle or an object: "carried off two guards", "traded fire"."""

from __future__ import annotations

import pytest

from secondsource.read.english import lexicon
from secondsource.records import EventType
from tests.read.english.reading import events_in

DEEDS = [
    ("The Marsh Army carried off three guards at Velsk.", EventType.ABDUCTION),
    ("Two engineers were whisked away from a farm near Tarn.", EventType.ABDUCTION),
    ("The rebels carried away forty rifles from the post at Velsk.", EventType.SEIZURE),
    ("The Marsh Army let go two hostages near Velsk.", EventType.RELEASE),
    ("The chief regained his freedom on Friday.", EventType.RELEASE),
    ("Police picked up four men in Velsk.", EventType.ARREST),
    ("Nine fighters laid down their arms at Tarn.", EventType.ARREST),
    ("The Marsh Army and the River Front traded fire near Velsk.", EventType.ARMED_CLASH),
    ("The navy sank a trawler off Tarn.", EventType.ATTACK),
    ("The Marsh Army brought down a drone over Velsk.", EventType.ATTACK),
    ("The Marsh Army blew a hole in the Velsk bridge.", EventType.BOMBING),
    ("Rockets landed in the garden of the governor in Velsk.", EventType.SHELLING),
    ("The blast cost five lives.", EventType.BOMBING),
]

NO_DEEDS = [
    "The clerks carried off the prize in Velsk.",
    "The minister let it go.",
    "The teacher picked up the chalk.",
    "The two mayors traded barbs in Velsk.",
    "The shares sank in Velsk.",
    "The law brought down prices.",
    "The plane landed in Velsk.",
]


@pytest.mark.parametrize(("text", "kind"), DEEDS)
def test_verb_tells_of_its_event_with_what_hangs_on_it(text: str, kind: EventType) -> None:
    assert [e.type for _, e in events_in(text)] == [kind]


@pytest.mark.parametrize("text", NO_DEEDS)
def test_same_verb_with_anything_else_tells_of_none(text: str) -> None:
    assert events_in(text) == []


@pytest.mark.parametrize("entry", lexicon.entries("phrasal_deeds"), ids=lambda e: str(e["words"][0]))
def test_example_of_the_list_tells_of_its_event(entry: dict[str, object]) -> None:
    assert events_in(str(entry["example"]))
