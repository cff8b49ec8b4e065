"""An organ named without its country is that of the country that its text is about, or nobody's."""

from __future__ import annotations

import pytest

from secondsource.records import ActorKind, Document
from secondsource.resolve import Gazetteer, KnownActors, resolve_statements

from .test_actors import attack, document, groups, joined_by

FULL, SHORT = "Ostravan Interior Ministry", "Interior Ministry"


def _documents(short: str, other: str = "") -> dict[str, Document]:
    return {
        "full": document("full"),
        "other": document("other", text=other),
        "short": document("short", text=short),
    }


def _named(
    gazetteer: Gazetteer, known: KnownActors, text: str, *full: str, short: str = SHORT
) -> list[list[str]]:
    statements = [attack("full", name, ActorKind.ORGAN) for name in full]
    statements.append(attack("short", short, ActorKind.ORGAN))
    return groups(resolve_statements(_documents(text), statements, (), gazetteer, known))


@pytest.mark.parametrize(
    "text", ["Clashes in Ostrava went on.", "The Ostravan army fell back.", "OSTRAVA, May 3 -"]
)
def test_a_text_about_the_country_means_its_ministry(
    gazetteer: Gazetteer, known: KnownActors, text: str
) -> None:
    assert _named(gazetteer, known, text, FULL) == [[SHORT, FULL]]


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("Clashes went on.", [FULL]),
        ("Clashes in Dellamar went on.", [FULL]),
        ("Ostrava and Dellamar traded fire.", [FULL, "Dellamarian Interior Ministry"]),
        ("Clashes in Ostrava went on.", ["Ostravan Defence Ministry"]),
    ],
    ids=["no country", "another country", "two countries", "another ministry"],
)
def test_without_one_country_it_stays_alone(
    gazetteer: Gazetteer, known: KnownActors, text: str, full: list[str]
) -> None:
    assert [SHORT] in _named(gazetteer, known, text, *full)


def test_one_word_stays_alone(gazetteer: Gazetteer, known: KnownActors) -> None:
    assert ["Police"] in _named(
        gazetteer, known, "Clashes in Ostrava went on.", "Ostravan Police", short="Police"
    )


def test_the_alias_says_what_joined_it(gazetteer: Gazetteer, known: KnownActors) -> None:
    statements = [attack("full", FULL, ActorKind.ORGAN), attack("short", SHORT, ActorKind.ORGAN)]
    documents = _documents("Clashes in Ostrava went on.")
    resolution = resolve_statements(documents, statements, (), gazetteer, known)
    assert joined_by(resolution, SHORT) == "country left out"
