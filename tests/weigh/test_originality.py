"""Who was first with an event, and who repeats others: an outlet's habits in one case."""

from __future__ import annotations

import pytest

from secondsource.records import HolderKind
from secondsource.weigh.originality import Habit, Habits
from tests.weigh.builder import Case

WIRE = (("Wire", HolderKind.AGENCY),)


def habit_of(case: Case, outlet: str, without: str = "") -> Habit:
    return Habits(case.derive().evidence).elsewhere(f"outlet {outlet}", without)


def told(*days: tuple[str, str]) -> Case:
    """A claim of the 4th, and the event in the own voice of each outlet on its day."""
    case = Case()
    case.page("Dispatch", "2025-03-04").claim("Hammer")
    for outlet, day in days:
        case.page(outlet, day).event(words=f"{outlet} counted the burnt trucks in Sorna on 2025-03-03.")
    return case


@pytest.mark.parametrize(
    ("days", "first"),
    [
        ((("Herald", "2025-03-04"),), 1),
        ((("Herald", "2025-03-03"), ("Post", "2025-03-05")), 1),
        ((("Herald", "2025-03-05"),), 0),  # the claim was known before
        ((("Herald", "2025-03-04"), ("Post", "2025-03-04")), 0),  # either may have it from the other
        ((("Herald", "2025-03-04"), ("Herald", "2025-03-04")), 1),
    ],
)
def test_an_outlet_is_first_where_it_alone_told_it_when_nobody_had(
    days: tuple[tuple[str, str], ...], first: int
) -> None:
    assert habit_of(told(*days), "herald").first == first


def test_a_copy_of_the_same_day_takes_nothing_from_who_was_first() -> None:
    case = told(("Herald", "2025-03-04"))
    case.copy(case.pages[-1], "Mirror", "2025-03-04")
    assert habit_of(case, "herald") == Habit(first=1, repeated=0)
    assert habit_of(case, "mirror") == Habit(first=0, repeated=1)


def test_who_quotes_an_outlet_repeats_it() -> None:
    case = told(("Wire", "2025-03-04"))
    case.page("Digest", "2025-03-05").event(chain=WIRE)
    assert habit_of(case, "digest") == Habit(first=0, repeated=1)


def test_how_an_outlet_was_in_an_incident_counts_for_nothing_there() -> None:
    case = told(("Herald", "2025-03-04"))
    incident = case.derive().incident("Hammer").id
    assert habit_of(case, "herald", incident).first == 0
