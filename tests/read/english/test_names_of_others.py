"""Names of the dead and of machines are no groups; names beside them still are."""

from __future__ import annotations

import pytest

from secondsource.read.english.parsed import parse
from secondsource.read.english.text.model import load_model


def names(text: str) -> set[str]:
    """The names that the text's mentions bear."""
    return {m.mention.name for m in parse(text, load_model()).mentions if m.is_named}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Reed Front vowed revenge for the killing of Marrow and Sanders.", "Sanders"),
        ("The Reed Front marked the death of Marrow.", "Marrow"),
        ("The Reed Front claimed it had hit an American Chinook helicopter.", "American Chinook"),
        ("The Reed Front shot at a Russian Sukhoi jet.", "Russian Sukhoi"),
        ("The Reed Front burned a police post in the Ostravan town of Tirvaz.", "Ostravan"),
    ],
)
def test_the_dead_machines_and_lands_are_no_actors(text: str, name: str) -> None:
    assert name not in names(text)
    assert "Reed Front" in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "A Reed Front drone fell on the pier.",
        "The killing was the work of the Reed Front.",
        "The death of the commander of the Reed Front was told on Friday.",
    ],
)
def test_a_group_beside_them_stays(text: str) -> None:
    assert "Reed Front" in names(text)


def test_the_group_means_its_name_and_not_the_dead() -> None:
    text = "The Reed Front vowed revenge for the killing of Marrow and Sanders. The group has a website."
    found = [m.mention.name for m in parse(text, load_model()).mentions if m.role == "stand_in"]
    assert found == ["Reed Front"]
