"""Every span quotes the text, and every word that comes out stands in it."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.codec import to_plain
from secondsource.records import Event
from tests.read.english.reading import read_text

SENTENCES = (
    "The Marsh Army (MA) claimed responsibility for the blast near Velsk on 3 March.",
    "Police said that gunmen had killed at least 12 guards in Tarn, reports The Harbour Times.",
    "THE RIVER FRONT ATTACKED A CONVOY NEAR VELSK.",
    "\u201cWe ambushed a patrol,\u201d said Marsh Army spokesman Abu Karim.",
    "They later released two hostages.[14]",
    "Saraya al-Nahr didn t deny it.",
    "The group\u2019s fighters torched three lorries,officials said.",
    "No group has claimed the attack.",
    "Jaysh-e-Kuh said it had shelled the Dorn airbase, wounding between 3 and 5 soldiers.",
)
NOISE = st.sampled_from(
    [
        " ",
        "  ",
        "\n",
        "\n\n",
        "\u00a0",
        "\t",
        "\u200b",
        "\u202e",
        "[3] ",
        "\r\n",
        "\U0001f525 ",
        "\u2022 ",
        "\x00",
    ]
)
PIECES = st.one_of(st.sampled_from(SENTENCES), st.text(max_size=30), NOISE)
TEXTS = st.lists(PIECES, max_size=8).map("".join)


def spans_in(plain: object) -> Iterator[tuple[int, int]]:
    """Every span of a statement, wherever it stands."""
    if isinstance(plain, dict):
        if set(plain) == {"start", "end"}:
            yield plain["start"], plain["end"]
        else:
            for value in plain.values():
                yield from spans_in(value)
    elif isinstance(plain, list):
        for value in plain:
            yield from spans_in(value)


def names_in(plain: object) -> Iterator[str]:
    """Every name and word that a statement carries."""
    if isinstance(plain, dict):
        for key, value in plain.items():
            if key in {"name", "words", "who"} and isinstance(value, str):
                yield value
            else:
                yield from names_in(value)
    elif isinstance(plain, list):
        for value in plain:
            yield from names_in(value)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_every_span_lies_in_the_text_and_quotes_something(text: str) -> None:
    for statement in read_text(text):
        for start, end in spans_in(to_plain(statement)):
            assert 0 <= start < end <= len(text)
            assert text[start:end].strip() == text[start:end]


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_every_name_stands_in_the_text(text: str) -> None:
    whole = " ".join(text.split())
    for statement in read_text(text):
        for name in names_in(to_plain(statement)):
            assert name in whole


@settings(max_examples=30, deadline=None)
@given(TEXTS)
def test_targets_places_and_days_are_the_words_of_their_spans(text: str) -> None:
    for statement in read_text(text):
        event = statement.proposition
        if isinstance(event, Event):
            if event.place:
                quoted = text[event.place.span.start : event.place.span.end]
                assert " ".join(quoted.split()) == event.place.name
            if event.when:
                quoted = text[event.when.span.start : event.when.span.end]
                assert " ".join(quoted.split()) == event.when.words
