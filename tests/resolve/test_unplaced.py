"""A place that can't be told stays as its text, with the reason."""

from __future__ import annotations

import pytest

from secondsource.records import Event, EventType, PlaceMention, Span
from secondsource.resolve import Gazetteer, KnownActors, context_of, locate, resolve_statements
from secondsource.resolve.unplaced import Unplaced, why_unplaced
from tests.resolve.test_actors import DOCUMENTS, SPAN, said

IRAQ = "Iraqi officials in Iraq said on Monday that Iraq"


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("x" * 10_000, Unplaced.TOO_LONG),
        ("Iraqi", Unplaced.PEOPLE),
        ("the base", Unplaced.NO_NAME),
        ("", Unplaced.NO_NAME),
        ("\u202e\u0000", Unplaced.NO_NAME),
        ("Qwertyuiop", Unplaced.UNKNOWN),
        ("Springfield", Unplaced.ELSEWHERE),
        ("Mosul", None),
    ],
)
def test_the_reason_is_given(gazetteer: Gazetteer, name: str, reason: Unplaced | None) -> None:
    place = PlaceMention(span=Span(start=0, end=len(name)), name=name)
    context = context_of(IRAQ, [place], gazetteer)
    assert why_unplaced(place, context, gazetteer) == reason
    assert (locate(place, context, gazetteer) is None) == (reason is not None)


@pytest.mark.parametrize(("name", "reason"), [("Mosul", None), ("Qwertyuiop", "in no gazetteer")])
def test_a_statement_without_a_place_says_why(
    gazetteer: Gazetteer, known: KnownActors, name: str, reason: str | None
) -> None:
    told = Event(type=EventType.ATTACK, by=(), on=(), place=PlaceMention(span=SPAN, name=name))
    [resolved] = resolve_statements(DOCUMENTS, [said("a", told)], (), gazetteer, known).statements
    assert (resolved.place is None, resolved.unplaced) == (reason is not None, reason)
