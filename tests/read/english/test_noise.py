"""Noisy text: wraps, markers, capitals, lost blanks and apostrophes, bullets, emptiness."""

from __future__ import annotations

import pytest

from secondsource.records import ByStatus
from tests.read.english.reading import doers_in, events_in, read_text

NOISY = [
    "The Marsh Army attacked\na convoy near\nVelsk on 3 March.",
    "The Marsh Army[12] attacked a convoy[3] near Velsk.",
    "THE MARSH ARMY ATTACKED A CONVOY NEAR VELSK ON 3 MARCH.",
    "the marsh army attacked a convoy near velsk on 3 march.",
    "It rained.The Marsh Army attacked a convoy near Velsk on 3 March,reports The Harbour Times.",
    "\u2022 The Marsh Army attacked a convoy near Velsk.\n\u2022 The weather was fine.",
    "The Marsh\u00a0Army \u201cattacked\u201d a convoy near Velsk.",
]

HOSTILE = [
    "(" * 30_000,
    "\n" * 30_000,
    '"' * 30_000,
    "QUJD" * 10_000,
    "[1]" * 10_000,
    "\ud800",
]

EMPTY = [
    "",
    " \n\t ",
    "[1] [2] [3]",
    "\u202e\u202d\x00",
    "Subscribe to our newsletter. All rights reserved.",
    "The weather was fine in Velsk on 3 March.",
]


@pytest.mark.parametrize("text", NOISY)
def test_noise_does_not_hide_the_doer(text: str) -> None:
    assert {d.lower() for d in doers_in(text, ByStatus.REPORTED)} == {"marsh army"}


@pytest.mark.parametrize("flood", HOSTILE)
def test_flood_beside_a_sentence_does_not_hide_it(flood: str) -> None:
    text = f"{flood} The Marsh Army attacked a convoy near Velsk."
    assert doers_in(text, ByStatus.REPORTED) == {"Marsh Army"}


@pytest.mark.parametrize("text", EMPTY)
def test_text_that_carries_nothing_gives_nothing(text: str) -> None:
    assert read_text(text) == ()


def test_headline_in_capitals_is_read() -> None:
    assert events_in("GUNMEN KILLED TWO SOLDIERS NEAR VELSK\n\nIt rained all day.")


def test_same_text_gives_the_same_statements() -> None:
    text = "Police said that the Marsh Army had attacked a convoy near Velsk, killing two."
    assert read_text(text) == read_text(text)
