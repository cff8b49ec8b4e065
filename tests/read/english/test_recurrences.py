"""Names found again where only a short form stands."""

from __future__ import annotations

import pytest

from secondsource.read.english.parsed import parse
from secondsource.read.english.text.model import load_model


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
        ("The Otryad Grom attacked the post. Later police said that Grom fled.", "Grom", "Otryad Grom"),
        ("The People's Lashkar attacked. Villagers fled from the Lashkar.", "Lashkar", "People's Lashkar"),
    ],
)
def test_short_form_carries_the_full_name(text: str, words: str, name: str) -> None:
    parsed = parse(text, load_model())
    at = text.rindex(words.removeprefix("the "))
    names = [m.mention.name for m in parsed.mentions if m.mention.span.start <= at < m.mention.span.end]
    assert name in names


@pytest.mark.parametrize(
    ("text", "is_short"),
    [
        ("The Harakat al-Sahil attacked. Men who had quit al-Sahil fled.", True),
        ("The Harakat al-Sahil attacked. Men fled to al-Sahil.", False),
    ],
)
def test_last_words_stand_for_the_name_unless_they_are_where_one_goes(text: str, is_short: bool) -> None:
    at = text.rindex("al-Sahil")
    found = [m.mention.name for m in parse(text, load_model()).mentions if m.mention.span.start == at]
    assert ("Harakat al-Sahil" in found) is is_short


def test_word_shared_by_two_names_stands_for_neither() -> None:
    text = "The Northern River Guard and the Harbour Guard met. The Guard left."
    parsed = parse(text, load_model())
    last = [m.mention.name for m in parsed.mentions if m.mention.span.start > text.index("met")]
    assert not {"Northern River Guard", "Harbour Guard"} & set(last)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Islamic State of Velmark and the Sorn claimed it.", "Islamic State of Velmark and the Sorn"),
        ("On Monday the Joint Operations Room of the Coast met.", "Joint Operations Room of the Coast"),
        ("The Companions of 17 Aban fired rockets.", "Companions of 17 Aban"),
    ],
)
def test_name_is_found_to_its_end(text: str, name: str) -> None:
    assert name in {m.mention.name for m in parse(text, load_model()).mentions}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Brigade of Martyr Anvar attacked. Anvar was buried on Monday.", "Brigade of Martyr Anvar"),
        ("The researcher D. Karam wrote it. The group fled.", "D. Karam"),
    ],
)
def test_person_is_no_group(text: str, name: str) -> None:
    found = parse(text, load_model()).mentions
    assert [m for m in found if m.mention.name == name and m.start > 5] == []
