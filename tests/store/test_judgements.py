"""Judgements: all kept in order; what was undone is not in force."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from secondsource.judgements import in_force
from secondsource.records import Judgement, JudgementKind
from secondsource.store import Case
from tests.store.examples import make_judgement


def test_judgements_come_in_the_order_they_were_made(case: Case) -> None:
    late, early = (make_judgement(JudgementKind.NOTE, "x", minute=m) for m in (9, 1))
    same_minute = make_judgement(JudgementKind.NOTE, "y", minute=9)
    for made in (late, early, same_minute):
        assert case.add_judgement(made)
    assert case.judgements() == (early, late, same_minute)


def test_the_same_judgement_twice_adds_nothing(case: Case) -> None:
    made = make_judgement(JudgementKind.SAME, "a:1", "a:2")
    assert case.add_judgement(made)
    before = case.inputs_digest()
    assert not case.add_judgement(made)
    assert case.judgements() == (made,)
    assert case.inputs_digest() == before


def test_a_judgement_changes_what_is_derived_from(case: Case) -> None:
    before = case.inputs_digest()
    case.add_judgement(make_judgement(JudgementKind.NOTE, "x"))
    assert case.inputs_digest() != before


def test_an_undone_judgement_is_not_in_force_and_an_undone_undo_restores_it() -> None:
    first = make_judgement(JudgementKind.SAME, "a:1", "a:2")
    undo = make_judgement(JudgementKind.UNDO, first.id, minute=1)
    undo_undo = make_judgement(JudgementKind.UNDO, undo.id, minute=2)
    assert in_force([first]) == (first,)
    assert in_force([first, undo]) == ()
    assert in_force([first, undo, undo_undo]) == (first,)


def test_an_undo_takes_back_only_what_came_before_it() -> None:
    made = make_judgement(JudgementKind.NOTE, "x", minute=5)
    undo = make_judgement(JudgementKind.UNDO, made.id)
    assert in_force([undo, made]) == (made,)


@st.composite
def _histories(draw: st.DrawFn) -> list[Judgement]:
    made: list[Judgement] = []
    for minute in range(draw(st.integers(0, 8))):
        is_undo = draw(st.booleans())
        if made and is_undo:
            undone = draw(st.sampled_from(made))
            made.append(make_judgement(JudgementKind.UNDO, undone.id, minute=minute))
        else:
            made.append(make_judgement(JudgementKind.NOTE, "x", minute=minute))
    return made


@given(history=_histories())
def test_undoing_the_last_judgement_gives_what_was_in_force_before_it(history: list[Judgement]) -> None:
    if history:
        undo = make_judgement(JudgementKind.UNDO, history[-1].id, minute=59)
        assert in_force([*history, undo]) == in_force(history[:-1])
