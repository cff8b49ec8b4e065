"""Every attribution of a text: source, cue and content, and what looks like one and is none."""

from __future__ import annotations

import pytest

from secondsource.read.english import lexicon
from secondsource.read.english.said.attributions import find_attributions, outermost
from secondsource.read.english.said.words import frames
from secondsource.read.english.text.cleaning import clean
from secondsource.read.english.text.model import load_model, parse_text

Told = tuple[str | None, str, tuple[str, ...]]

VERBS: list[tuple[str, Told]] = [
    (
        "The Velsk council announced that the bridge would reopen.",
        ("The Velsk council", "announced", ("that the bridge would reopen",)),
    ),
    ("The road was calm, the mayor said.", ("the mayor", "said", ("The road was calm",))),
    (
        "The guild has not denied that it owns the boats.",
        ("The guild", "has not denied", ("that it owns the boats",)),
    ),
    ("The board wants to sell the field.", ("The board", "wants", ("to sell the field",))),
    ("Tarn Radio criticized the new tax.", ("Tarn Radio", "criticized", ("the new tax",))),
    ("The mayor called the plan a farce.", ("The mayor", "called", ("the plan a farce",))),
    ("The council voted against the budget.", ("The council", "voted against", ("the budget",))),
    ("The firm is considering closing the pit.", ("The firm", "is considering", ("closing the pit",))),
]
ASIDES: list[tuple[str, Told]] = [
    (
        "In 2008, the mayor said, the bridge was closed.",
        ("the mayor", "said", ("In 2008", "the bridge was closed")),
    ),
    ("The bridge, the mayor said, will stay shut.", ("the mayor", "said", ("The bridge", "will stay shut"))),
    ("As the mayor noted, the bridge was closed.", ("the mayor", "noted", ("the bridge was closed",))),
    ("Perhaps, he said, the town is too big.", ("he", "said", ("Perhaps", "the town is too big"))),
]
NO_ASIDES = [
    "When the mayor spoke, the bridge was closed.",
    "The bridge, which the river runs under, was closed.",
]
NO_VERBS = [
    "The circle closed and the boat left.",
    "The amused crowd went home.",
    "The cook added salt to the soup.",
    "They stood with their backs to the lane.",
]
OTHER_WORDS: list[tuple[str, Told]] = [
    (
        "According to the harbour office, the ferry sank.",
        ("the harbour office", "According to", ("the ferry sank",)),
    ),
    (
        "The ferry sank, according to the harbour office.",
        ("the harbour office", "according to", ("The ferry sank",)),
    ),
    (
        "The army's claim that rebels had fled is false.",
        ("The army", "'s claim", ("that rebels had fled",)),
    ),
    (
        "The union made the point that the wages had fallen.",
        ("The union", "made the point", ("that the wages had fallen",)),
    ),
    (
        "The guild is confident that the vote will pass.",
        ("The guild", "is confident", ("that the vote will pass",)),
    ),
    ("The bishop is critical of the plan.", ("The bishop", "is critical of", ("the plan",))),
    ("Mayor Lund: The bridge will stay shut", ("Mayor Lund", ":", ("The bridge will stay shut",))),
]
NO_OTHER_WORDS = [
    "The claim office was closed on Monday.",
    "A certain house stood by the river.",
    "The pumps work according to size.",
    "Opening hours: from nine to five every day",
]
QUOTATIONS: list[tuple[str, Told]] = [
    (
        '"The road is calm. Nobody was hurt," the mayor said.',
        ("the mayor", "said", ('"The road is calm. Nobody was hurt,"',)),
    ),
    (
        '"The road is calm," the mayor said. "Nobody was hurt there."',
        ("the mayor", "said", ('"The road is calm,"', '"Nobody was hurt there."')),
    ),
    (
        'The mayor replied: "Nobody was hurt. The road is calm."',
        ("The mayor", "replied", ('"Nobody was hurt. The road is calm."',)),
    ),
    (
        'The mayor said it was "a bad day" for Velsk.',
        ("The mayor", "said", ('it was "a bad day" for Velsk',)),
    ),
]
NO_QUOTATIONS = [
    'The "Blue Door" bar shut.',
    'A ship named "Gull" left the port at noon.',
]
PASSIVE: list[tuple[str, Told]] = [
    (
        "The minister was accused of theft.",
        (None, "was accused", ("The minister", "of theft")),
    ),
    ("It is feared that the dam will break.", (None, "is feared", ("that the dam will break",))),
    ("The plan was praised by the bishop.", ("the bishop", "was praised", ("The plan",))),
    ("The plan was widely criticized.", (None, "was widely criticized", ("The plan",))),
]


def told_in(text: str) -> list[Told]:
    """Source, cue and contents of the outermost attributions, as words of the text."""
    cleaned = clean(text)
    doc = parse_text(cleaned, load_model())
    starts = {t.i for t in doc if t.idx in cleaned.breaks}

    def words(start: int, end: int) -> str:
        return str(doc[start:end].text)

    return [
        (
            words(*a.source) if a.source else None,
            words(*a.cue),
            tuple(words(*r) for r in a.contents),
        )
        for a in outermost(doc, find_attributions(doc, starts))
    ]


@pytest.mark.parametrize(("text", "told"), [*VERBS, *OTHER_WORDS, *QUOTATIONS, *PASSIVE, *ASIDES])
def test_source_cue_and_content_are_found(text: str, told: Told) -> None:
    assert told_in(text) == [told]


@pytest.mark.parametrize("text", [*NO_VERBS, *NO_OTHER_WORDS, *NO_QUOTATIONS, *NO_ASIDES])
def test_look_alikes_attribute_nothing(text: str) -> None:
    assert told_in(text) == []


def test_what_is_said_in_addition_is_an_attribution_of_its_own() -> None:
    text = "The mayor said that the road was calm, adding that nobody had been hurt."
    assert told_in(text) == [
        ("The mayor", "said", ("that the road was calm",)),
        ("The mayor", "adding", ("that nobody had been hurt",)),
    ]


def test_an_attribution_within_a_content_is_found_but_not_outermost() -> None:
    cleaned = clean("The paper reported that the mayor denied that boats had burned.")
    doc = parse_text(cleaned, load_model())
    found = find_attributions(doc)
    assert [doc[a.head].text for a in found] == ["reported", "denied"]
    assert [doc[a.head].text for a in outermost(doc, found)] == ["reported"]


def test_a_quotation_does_not_go_on_into_the_next_paragraph() -> None:
    text = '"The road is calm," the mayor said.\n\n"Nobody was hurt there at all."'
    assert told_in(text) == [("the mayor", "said", ('"The road is calm,"',))]


def test_the_documents_own_voice_is_no_source() -> None:
    assert told_in("We think that the road is calm.") == []


@pytest.mark.parametrize("part", ["verb", "noun", "adjective"])
def test_every_word_takes_something(part: str) -> None:
    assert all(f.takes or f.prepositions for f in frames(part).values())


@pytest.mark.parametrize("entry", lexicon.entries("attributing"), ids=lambda e: e["example"][:30])
def test_each_entry_has_an_example_that_attributes_and_one_that_does_not(entry: dict[str, str]) -> None:
    assert told_in(entry["example"])
    assert told_in(entry["not_example"]) == []
