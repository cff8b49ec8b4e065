"""When two names in a text are one: a bare "army" is no army with a name of its own."""

from __future__ import annotations

import pytest

from secondsource.read.english.events.status import is_same

SAME = [
    ("the army", "Army"),
    ("Sedranian army", "the army"),
    ("Red Reed League", "Reed League"),
    ("the Red Reed League", "Red Reed League militants"),
]
TWO = [
    ("army", "Marsh Army"),
    ("the Army", "Marsh Army"),
    ("Front", "Sorna Front"),
    ("the mission", "Alun Mission"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_names_that_share_what_tells_them_are_one(one: str, other: str) -> None:
    assert is_same(one, other)
    assert is_same(other, one)


@pytest.mark.parametrize(("one", "other"), TWO)
def test_a_kind_of_group_is_not_the_group_that_bears_it_in_its_name(one: str, other: str) -> None:
    assert not is_same(one, other)
    assert not is_same(other, one)
