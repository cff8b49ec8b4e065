"""Names found again where only a short form stands."""

from __future__ import annotations

import pytest

from secondsource.read.english.model import load_model
from secondsource.read.english.parsed import parse


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "The Northern River Watch attacked. Villagers fled from the Watch.",
            "the Watch",
            "Northern River Watch",
        ),
        ("The Northern River Guard (NRG) attacked. Later NRG men fled.", "NRG", "Northern River Guard"),
        (
            "the northern river liberation front (nrlf) attacked. later nrlf fled.",
            "nrlf",
            "northern river liberation front",
        ),
    ],
)
def test_short_form_carries_the_full_name(text: str, words: str, name: str) -> None:
    parsed = parse(text, load_model())
    at = text.rindex(words.removeprefix("the "))
    names = [m.mention.name for m in parsed.mentions if m.mention.span.start <= at < m.mention.span.end]
    assert name in names


def test_word_shared_by_two_names_stands_for_neither() -> None:
    text = "The Northern River Guard and the Harbour Guard met. The Guard left."
    parsed = parse(text, load_model())
    last = [m.mention.name for m in parsed.mentions if m.mention.span.start > text.index("met")]
    assert not {"Northern River Guard", "Harbour Guard"} & set(last)
