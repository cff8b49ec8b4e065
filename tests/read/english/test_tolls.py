"""Numbers of people killed and injured."""

from __future__ import annotations

import pytest

from tests.read.english.reading import events_in

KILLED = [
    ("Two soldiers were killed in Velsk.", (2, 2)),
    ("A policeman was shot dead in Velsk.", (1, 1)),
    ("At least 20 people were killed in the blast.", (20, None)),
    ("The blast killed more than 30 people.", (30, None)),
    ("Between 10 and 12 guards were killed in the raid.", (10, 12)),
    ("Rebels killed six soldiers and two drivers.", (8, 8)),
    ("Dozens of villagers were killed in the attack.", (24, None)),
    ("Twenty-two people died in the attack.", (22, 22)),
    ("Nobody was killed in the attack on the post.", (0, 0)),
    ("Gunmen attacked a bus, killing four passengers.", (4, 4)),
]

NO_TOLL = [
    "Rebels attacked a bus with 30 passengers near Velsk.",
    "Soldiers were killed in the attack.",
    "The attack on 12 March lasted three hours.",
    "Gunmen stole 40 rifles.",
]


@pytest.mark.parametrize(("text", "toll"), KILLED)
def test_killed_are_counted(text: str, toll: tuple[int, int | None]) -> None:
    tolls = [(e.killed.low, e.killed.high) for _, e in events_in(text) if e.killed]
    assert tolls == [toll]


@pytest.mark.parametrize("text", NO_TOLL)
def test_other_numbers_are_no_toll(text: str) -> None:
    assert [e.killed for _, e in events_in(text) if e.killed] == []


def test_injured_stand_apart_from_killed() -> None:
    text = "A bomb killed three soldiers and injured seven others near Velsk."
    ((_, event),) = events_in(text)
    assert event.killed is not None
    assert event.injured is not None
    assert (event.killed.low, event.injured.low) == (3, 7)


SIDES = [
    ("The blast killed two Turkish and one French soldier.", [("Turkish", 2), ("French soldier", 1)]),
    (
        "Gunmen killed three Italian, two German and one Polish aid worker.",
        [("Italian", 3), ("German", 2), ("Polish aid worker", 1)],
    ),
    (
        "A mine killed five Ostian and at least two Danish engineers.",
        [("Ostian", 5), ("Danish engineers", 2)],
    ),
    ("The clash killed two senior officers and three young guards.", [("officers", 2), ("guards", 3)]),
]


@pytest.mark.parametrize(("text", "parts"), SIDES)
def test_counts_of_several_nationalities_add_up(text: str, parts: list[tuple[str, int]]) -> None:
    ((_, event),) = events_in(text)
    assert event.killed is not None
    assert [(p.who, p.n) for p in event.killed.of] == parts
    assert event.killed.low == sum(n for _, n in parts)


@pytest.mark.parametrize(
    "text", ["Between two and three Dutch soldiers were killed.", "A bomb killed two old and frail men."]
)
def test_one_number_is_no_list_of_sides(text: str) -> None:
    ((_, event),) = events_in(text)
    assert event.killed is not None
    assert event.killed.low == 2


def test_sides_are_kept_as_parts_of_the_toll() -> None:
    ((_, event),) = events_in("Rebels killed six soldiers and two drivers.")
    assert event.killed is not None
    assert [(p.who, p.n) for p in event.killed.of] == [("soldiers", 6), ("drivers", 2)]


ABDUCTED = [
    ("Marsh Army militants kidnapped 12 villagers in Velsk.", (12, 12)),
    ("Two engineers were abducted by the Marsh Army on Monday.", (2, 2)),
    ("The Marsh Army abducted at least 20 people.", (20, None)),
    ("The Marsh Army kidnapped a farmer.", (1, 1)),
]


@pytest.mark.parametrize(("text", "toll"), ABDUCTED)
def test_the_abducted_are_counted_apart(text: str, toll: tuple[int, int | None]) -> None:
    ((_, event),) = events_in(text)
    assert event.abducted is not None
    assert (event.abducted.low, event.abducted.high) == toll
    assert event.killed is None


@pytest.mark.parametrize(
    "text", ["Marsh Army militants killed 12 villagers in Velsk.", "The Marsh Army released 12 villagers."]
)
def test_the_killed_and_released_are_no_abducted(text: str) -> None:
    assert [e.abducted for _, e in events_in(text)] == [None]
