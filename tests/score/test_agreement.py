"""When words, days and numbers that were read count as what was annotated."""

from __future__ import annotations

from datetime import date

import pytest

from secondsource.records import DayRange
from secondsource.score.agreement import (
    day_share,
    is_same_actor,
    is_same_number,
    shares_words,
)
from tests.score.accounts import day


@pytest.mark.parametrize(
    ("annotated", "read", "same"),
    [
        (("Red Banner Front", "RBF"), "RBF", True),
        (("Red Banner Front",), "the Red Banner", True),
        (("Frente Rojo Unido",), "FRENTE ROJO ÚNIDO", True),
        (("Red Banner Front",), "Green Banner Front Army", False),
        (("the militants",), "militants", True),
        (("the group",), "Red Banner Front", False),
        (("Red Banner Front",), "…", False),
    ],
)
def test_an_actor_is_the_same_under_half_of_its_telling_words(
    annotated: tuple[str, ...], read: str, same: bool
) -> None:
    assert is_same_actor(annotated, (read,)) is same


@pytest.mark.parametrize(
    ("annotated", "read", "same"),
    [
        (["an army convoy"], ["convoy"], True),
        (["convoy"], ["an army convoy of four trucks"], True),
        (["Sorna army convoy"], ["Velsk army convoy"], True),
        (["army convoy near Sorna"], ["army patrol near Velsk"], False),
        (["army convoy"], ["police post"], False),
        (["army convoy"], [], False),
        (["convoy"], ["a convoy of four trucks that had left the depot at dawn and turned north"], False),
        (["the militants"], ["the militants"], False),
    ],
)
def test_words_name_the_same_thing_if_one_holds_the_other(
    annotated: list[str], read: list[str], same: bool
) -> None:
    assert shares_words(annotated, read) is same


MARCH = DayRange(earliest=date(2031, 3, 1), latest=date(2031, 3, 31), edtf="2031-03")


@pytest.mark.parametrize(
    ("annotated", "read", "share"),
    [
        ("2031-03-04", day("2031-03-04"), 1),
        ("2031-03-04", day("2031-03-04~"), 1),
        ("2031-03-04", day("2031-03-05"), 0.5),
        ("2031-03-31", MARCH, 1),
        ("2031-03-04", day("2032-03-04"), 0),
        ("2031-03-04", None, 0),
        ("XXXX-03-04", day("XXXX-03-04"), 1),
        ("XXXX-03-04", day("2031-03-04", "year"), 1),
        ("XXXX-03-04", day("2031-03-04"), 0),
        ("XXXX-03-04", day("XXXX-03-05"), 0),
        ("2031-03-04", day("XXXX-03-04"), 0),
    ],
)
def test_a_day_nobody_wrote_a_year_for_stays_open_or_is_marked(
    annotated: str, read: DayRange | None, share: float
) -> None:
    assert day_share(annotated, read) == share


@pytest.mark.parametrize(
    ("annotated", "read", "same"),
    [
        ((2, 2), (2, 2), True),
        ((20, None), (20, 25), True),
        ((20, 25), (20, None), True),
        ((20, 25), (20, 24), False),
        ((2, 2), (3, 3), False),
        ((2, 2), None, False),
    ],
)
def test_numbers_are_the_same_from_the_least(
    annotated: tuple[int, int | None], read: tuple[int, int | None] | None, same: bool
) -> None:
    assert is_same_number(annotated, read) is same
