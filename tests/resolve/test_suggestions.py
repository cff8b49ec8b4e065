"""Suggestions: what may be one is shown with its reason, what a person decided is not asked again."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest

from secondsource.records import ActorKind, Judgement, JudgementKind, Statement
from secondsource.resolve import Gazetteer, KnownActors, resolve_statements, suggest_joins
from secondsource.resolve.suggestions import Suggestion

from .test_actors import DOCUMENTS, attack, judged


@pytest.fixture
def suggest(gazetteer: Gazetteer, known: KnownActors):  # type: ignore[no-untyped-def]
    def run(*statements: Statement, judgements: Sequence[Judgement] = ()) -> tuple[Suggestion, ...]:
        made = resolve_statements(DOCUMENTS, statements, judgements, gazetteer, known)
        return suggest_joins(made.actors, made.aliases, judgements, known)

    return run


MAY_BE_ONE = [
    ("Usbat al-Sedran", "League of Sedran", "the same words in another language or order"),
    (
        "Sedranist Front",
        "Sedranists",
        "the same but for words that say what kind of group it is, or its country",
    ),
    ("Ansar al-Tolmeen", "Ansar al-Tolmasin", "sounds alike"),
]


@pytest.mark.parametrize(("one", "other", "evidence"), MAY_BE_ONE)
def test_what_may_be_one_is_suggested_and_not_joined(suggest, one: str, other: str, evidence: str) -> None:  # type: ignore[no-untyped-def]
    (found,) = suggest(attack("a", one), attack("b", other))
    assert {found.one, found.other} == {one, other}
    assert found.one_id != found.other_id
    assert found.evidence == evidence
    assert 0.5 <= found.probability < 1


NOT_SUGGESTED = [
    ("the Army", "Marsh Army"),
    ("the Front", "Sorna Front"),
    ("Mission", "Sorna Mission"),
    ("Islamic State", "Islamic State West Africa"),
    ("Marsh Brigade", "Marsh Army"),
    ("Real Red Reed League", "Red Reed League"),
    ("Iran", "Iraqi insurgents"),
]


@pytest.mark.parametrize(("one", "other"), NOT_SUGGESTED)
def test_a_kind_a_part_or_a_rival_is_not_suggested(suggest, one: str, other: str) -> None:  # type: ignore[no-untyped-def]
    assert suggest(attack("a", one), attack("b", other)) == ()


def test_what_a_person_decided_is_not_asked_again_until_it_is_undone(suggest) -> None:  # type: ignore[no-untyped-def]
    statements = [attack("a", "Usbat al-Sedran"), attack("b", "League of Sedran")]
    for kind in (JudgementKind.NOT_SAME, JudgementKind.SAME):
        decided = judged(kind, "Usbat al-Sedran", "League of Sedran", day=1)
        assert suggest(*statements, judgements=[decided]) == ()
        undone = judged(JudgementKind.UNDO, decided.id, day=2)
        assert len(suggest(*statements, judgements=[decided, undone])) == 1


def test_an_outlet_is_never_suggested_for_a_group(suggest) -> None:  # type: ignore[no-untyped-def]
    assert suggest(attack("a", "Sorna Voice", ActorKind.OUTLET), attack("b", "Sorna Voice Group")) == ()


def test_a_group_named_after_somebody_in_office_is_not_suggested_for_them(suggest) -> None:  # type: ignore[no-untyped-def]
    pair = [attack("a", "Sedranist", ActorKind.OFFICE), attack("b", "Sedranist Movement", ActorKind.GROUP)]
    assert suggest(*pair) == ()


def test_suggestions_do_not_depend_on_order(gazetteer: Gazetteer, known: KnownActors) -> None:
    statements = [attack("abc"[n % 3], name) for n, pair in enumerate(MAY_BE_ONE) for name in pair[:2]]
    made = resolve_statements(DOCUMENTS, statements, (), gazetteer, known)
    expected = suggest_joins(made.actors, made.aliases, (), known)
    assert len(expected) >= len(MAY_BE_ONE)
    for seed in range(5):
        actors, aliases = list(made.actors), list(made.aliases)
        random.Random(seed).shuffle(actors)
        random.Random(seed).shuffle(aliases)
        assert suggest_joins(actors, aliases, (), known) == expected
