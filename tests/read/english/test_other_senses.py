"""Event words in another sense: attacked budgets, struck deals, port strikes, matches and mishaps."""

from __future__ import annotations

import pytest

from tests.read.english.reading import events_in

NO_EVENTS = [
    "The minister attacked the budget on Monday.",
    "The mayor was attacked in the press for his choice of tie.",
    "The bishop attacked the council over its lack of ideas.",
    "Bread prices hit a record in Velsk.",
    "The two firms struck a deal in Tarn.",
    "The charge was struck out, and the matter was closed.",
    "The port strike in Velsk went into its third week.",
    "The teachers called a strike on Friday.",
    "The goalkeeper of Tarn United struck late in the second half.",
    "Velsk Rovers beat the visitors in the last match of the season.",
    "Two men died in a road accident near Tarn.",
    "Lightning killed a shepherd near Velsk.",
    "The brigade is named after the siege of Velsk by Ostian troops in 1911.",
    "Its name recalls the killing of the first mayor of Tarn.",
]

EVENTS = [
    "The Marsh Army attacked a convoy near Velsk.",
    "Gunmen attacked a bus with football fans in Velsk and killed two.",
    "Air strikes hit Velsk on Monday.",
    "A rocket struck the port of Velsk.",
    "Two men died in an ambush near Tarn.",
    "Militants attacked the press centre in Velsk.",
    "The Marsh Army named its chief after the attack on Velsk, which killed two.",
    "A minister recalled that gunmen had killed two men in Tarn.",
]


@pytest.mark.parametrize("text", NO_EVENTS)
def test_other_sense_tells_of_no_event(text: str) -> None:
    assert events_in(text) == []


@pytest.mark.parametrize("text", EVENTS)
def test_same_word_beside_violence_tells_of_one(text: str) -> None:
    assert events_in(text)
