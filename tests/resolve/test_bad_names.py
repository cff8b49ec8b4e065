"""Names that are broken, or made to deceive: kept as text, never a crash, never taken for another name."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from secondsource.resolve import Gazetteer, KnownActors, resolve_statements, suggest_joins
from secondsource.resolve.name_evidence import Evidence, compare_names
from secondsource.resolve.names import is_same_name
from secondsource.resolve.transliteration import has_mixed_word

from .test_actors import DOCUMENTS, attack

LONG = "Red Reed League of the Marsh " * 400

HIDDEN = [
    "Red\u200b Reed\u200d League",
    "\u202eRed Reed League\u202c",
    "\u2066Red Reed League\u2069",
    "Re\u0301d Ree\u0308d League",
    "Ｒｅｄ Ｒｅｅｄ Ｌｅａｇｕｅ",
    "Red\u00a0Reed\nLeague\ufeff",
]


@pytest.mark.parametrize("name", HIDDEN)
def test_what_nobody_sees_makes_no_other_name(name: str) -> None:
    assert is_same_name(name, "Red Reed League")


LOOK_ALIKES = ["Hаmas", "Hamаs", "Ηamas", "Sоrna Front"]  # Cyrillic а, а, Greek Η, Cyrillic о


@pytest.mark.parametrize("name", LOOK_ALIKES)
def test_letters_of_two_alphabets_in_a_word_join_nothing(name: str, known: KnownActors) -> None:
    assert has_mixed_word(name)
    assert known.find(name) is None
    assert not is_same_name(name, "Hamas")
    assert not is_same_name(name, "Sorna Front")


def test_a_look_alike_is_shown_to_a_person(gazetteer: Gazetteer, known: KnownActors) -> None:
    statements = [attack("a", "Sоrnian Leagueists"), attack("b", "Sornian Leagueists")]
    made = resolve_statements(DOCUMENTS, statements, (), gazetteer, known)
    assert len(made.actors) == 2
    (found,) = suggest_joins(made.actors, made.aliases, (), known)
    assert found.evidence == Evidence.LETTERS.value


def test_two_scripts_in_two_words_are_no_deceit() -> None:
    assert not has_mixed_word("Ansar al-Wadi أنصار الوادي")
    assert not has_mixed_word("Правый сектор (Pravy Sektor)")


def test_ten_thousand_letters_are_no_name_though_they_begin_like_one(
    gazetteer: Gazetteer, known: KnownActors
) -> None:
    statements = [attack("a", LONG), attack("b", LONG + "or so"), attack("b", LONG), attack("c", LONG[:290])]
    made = resolve_statements(DOCUMENTS, statements, (), gazetteer, known)
    assert len(made.actors) == 4
    assert suggest_joins(made.actors, made.aliases, (), known) == ()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(names=st.lists(st.text(max_size=40), min_size=1, max_size=6))
@example(names=["\u202e", "\u0301", "()", "/", "-", " - ", "((((", "A/", "0000", "ال", "ﷺ" * 50])
def test_any_names_resolve_alike_in_any_order(
    gazetteer: Gazetteer, known: KnownActors, names: list[str]
) -> None:
    statements = [attack("abc"[n % 3], name) for n, name in enumerate(names)]
    there = resolve_statements(DOCUMENTS, statements, (), gazetteer, known)
    back = resolve_statements(DOCUMENTS, statements[::-1], (), gazetteer, known)
    assert there.actors == back.actors
    assert suggest_joins(there.actors, there.aliases, (), known) == suggest_joins(
        back.actors, back.aliases, (), known
    )


@given(st.text(max_size=80), st.text(max_size=80))
def test_comparing_any_two_texts_breaks_nothing(a: str, b: str) -> None:
    compare_names(a, b, KnownActors(()))
