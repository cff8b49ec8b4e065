"""A statement whose time gives no day keeps the words and says why."""

from __future__ import annotations

import pytest

from secondsource.records import Event, EventType, TimeMention
from secondsource.resolve import Gazetteer, KnownActors, resolve_statements
from tests.resolve.test_actors import DOCUMENTS, SPAN, said


@pytest.mark.parametrize(
    ("words", "edtf", "undated"),
    [
        ("6 May 2021", "2021-05-06", None),
        ("31 February 2021", None, "there is no such day"),
        ("the next day", None, "counted from another time, which the text does not give"),
    ],
)
def test_a_statement_without_days_says_why(
    gazetteer: Gazetteer, known: KnownActors, words: str, edtf: str | None, undated: str | None
) -> None:
    told = Event(type=EventType.ATTACK, by=(), on=(), when=TimeMention(span=SPAN, words=words))
    [resolved] = resolve_statements(DOCUMENTS, [said("a", told)], (), gazetteer, known).statements
    assert (resolved.when.edtf if resolved.when else None, resolved.undated) == (edtf, undated)
