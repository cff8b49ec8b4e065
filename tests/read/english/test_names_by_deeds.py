"""Names that no list and no look gives away, found by what the text tells of their bearer; and what is none."""

from __future__ import annotations

import pytest

from secondsource.read.english.parsed import parse
from secondsource.read.english.text.model import load_model
from secondsource.read.english.who.names_by_deeds import groups_told


def names(text: str) -> set[str]:
    """Names of what the text's organisations and organs are, persons left out."""
    found = parse(text, load_model()).mentions
    return {m.mention.name for m in found if m.is_named and m.role != "person"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("An outfit calling itself the Storks of the North claimed the blast.", "Storks of the North"),
        ("Police blamed the Mouvement pour la Défense de l'Orval.", "Mouvement pour la Défense de l'Orval"),
        ("The Groupe d'action du Lac said it had fired.", "Groupe d'action du Lac"),
        ("The Liga do Vento denied it.", "Liga do Vento"),
        ("K-17 claimed the attack on Monday. Nobody knows K-17.", "K-17"),
        ("The Bataillon d'Appui Nord (BAN-4) attacked. Later BAN-4 fled.", "Bataillon d'Appui Nord"),
        ("A brigade took the title Rally for Harbours (RH). RH men fled.", "Rally for Harbours"),
        ("The students' front and Zarb-e-Noor denied it.", "Zarb-e-Noor"),
        ("Los Faroles del Puerto claimed the fire.", "Los Faroles del Puerto"),
        ("On Monday Las Sombras claimed the fire.", "Las Sombras"),
        ("The Dorvanian general staff denied it.", "Dorvanian general staff"),
        ("A bomb killed two men, the security service said.", "security service"),
    ],
)
def test_name_is_found(text: str, name: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("He carried a K-17 into the yard. The K-17 was loaded.", "K-17"),
        ("Residents fled the town called Orvald. Orvald burned for days.", "Orvald"),
        ("The farmer named Anna Brandt fled. Neighbours of Anna Brandt wept.", "Anna Brandt"),
        ("They found an Improvised Firing Device (IFD) there.", "Improvised Firing Device"),
        ("Two men drove to Los Arenales district.", "Los Arenales"),
        ("The bus service stopped at noon.", "bus service"),
    ],
)
def test_what_does_nothing_is_no_group(text: str, word: str) -> None:
    assert word not in names(text)


def test_text_without_names_tells_of_no_group() -> None:
    parsed = parse("Two men fled in the night.", load_model())
    assert groups_told(parsed.doc, (), parsed.words) == frozenset()
