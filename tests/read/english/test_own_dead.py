"""Attackers' own dead stand apart from those whom they killed; the abducted apart from the killed and injured."""

from __future__ import annotations

import pytest

from tests.read.english.reading import events_in

APART = [
    ("Nine soldiers and two attackers were killed in an assault on the base in Orr.", {9, 2}),
    ("The Salt Front attacked a post in Orr, killing four soldiers; three of the attackers died.", {4, 3}),
    (
        "The Salt Front said its fighters killed four soldiers in Orr and that two of its men had died.",
        {4, 2},
    ),
    ("Four people died and the suicide bomber was also killed in Orr.", {4, 1}),
    ("The army said two of its men and four rebels were killed in Orr.", {2, 4}),
]
TOGETHER = [
    ("Four attackers were killed in Orr.", {4}),
    ("Nine soldiers and two policemen were killed in an assault on the base in Orr.", {11}),
    ("Nine soldiers were killed by two attackers in Orr.", {9}),
]


@pytest.mark.parametrize(("text", "tolls"), [*APART, *TOGETHER])
def test_own_dead_are_counted_apart(text: str, tolls: set[int]) -> None:
    killed = [e.killed.low for _, e in events_in(text) if e.killed]
    assert sorted(killed) == sorted(tolls)


@pytest.mark.parametrize("text", [text for text, _ in APART[:4]])
def test_nobody_is_named_as_the_doer_of_attackers_deaths(text: str) -> None:
    own = [e for _, e in events_in(text) if any("attackers" in m.name or "men" in m.name for m in e.on)]
    assert all(e.by == () for e in own)


def test_abducted_killed_and_injured_each_have_their_count() -> None:
    events = [
        e for _, e in events_in("Gunmen killed four guards, wounded six and abducted two engineers in Orr.")
    ]
    assert [e.killed.low for e in events if e.killed] == [4]
    assert [e.injured.low for e in events if e.injured] == [6]
    assert [e.abducted.low for e in events if e.abducted] == [2]


def test_the_killed_are_not_among_the_abducted() -> None:
    (event,) = [e for _, e in events_in("Gunmen killed four guards in Orr.")]
    assert event.abducted is None
