"""A change of rate or choice is told where there is one, and seldom where there is none."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.weigh.changes import CLEAR_ODDS, find_choice_change, find_rate_change, split_odds
from secondsource.weigh.changes.poisson import EDGE_DAYS, LEAST_DAYS, LEAST_EVENTS
from tests.weigh.changes.series import days_at

SERIES = 200


@pytest.mark.parametrize("rate", [0.05, 0.2, 1.0])
@pytest.mark.parametrize("days", [60, 180])
def test_a_steady_rate_is_seldom_told_as_a_change(rate: float, days: int) -> None:
    rng = random.Random(f"{rate} {days}")
    found = [find_rate_change(days_at(rng, rate, days)) for _ in range(SERIES)]
    assert sum(f is not None and f.is_clear for f in found) <= 0.05 * SERIES


@pytest.mark.parametrize(("before", "after"), [(0.05, 0.6), (0.6, 0.05), (0.2, 1.2)])
def test_a_planted_change_is_found_about_its_day(before: float, after: float) -> None:
    rng = random.Random(f"{before} {after}")
    found = [find_rate_change([*days_at(rng, before, 90), *days_at(rng, after, 45)]) for _ in range(SERIES)]
    told = [f for f in found if f is not None and f.is_clear]
    assert len(told) >= 0.95 * SERIES
    assert sum(abs(f.at - 90) <= 10 for f in told) >= 0.9 * len(told)
    assert sum(f.earliest <= 90 <= f.latest for f in told) >= 0.7 * len(told)


@pytest.mark.parametrize("possible", [2, 6])
def test_a_steady_choice_is_seldom_told_as_a_change(possible: int) -> None:
    rng = random.Random(possible)
    kinds = [str(k) for k in range(possible)]
    found = []
    for _ in range(SERIES):
        shares = [rng.random() for _ in kinds]
        found.append(find_choice_change(rng.choices(kinds, shares, k=20), possible))
    assert sum(f is not None and f.is_clear for f in found) <= 0.05 * SERIES


def test_a_planted_change_of_choice_is_found() -> None:
    rng = random.Random(7)
    told = 0
    for _ in range(SERIES):
        kinds = rng.choices("abc", (8, 1, 1), k=20) + rng.choices("abc", (1, 1, 8), k=20)
        change = find_choice_change(kinds, 3)
        told += change is not None and change.is_clear
    assert told >= 0.9 * SERIES


@given(st.lists(st.integers(0, 3), max_size=200))
def test_too_few_events_or_days_never_give_a_change(counts: list[int]) -> None:
    is_enough = sum(counts) >= LEAST_EVENTS and len(counts) >= LEAST_DAYS
    assert (find_rate_change(counts) is not None) == is_enough


@given(st.lists(st.integers(0, 3), min_size=LEAST_DAYS, max_size=120))
def test_a_change_counts_every_event_once_and_stays_off_the_ends(counts: list[int]) -> None:
    change = find_rate_change(counts)
    if change is not None:
        assert change.before + change.after == sum(counts)
        assert change.days_before + change.days_after == len(counts)
        assert EDGE_DAYS <= change.earliest <= change.at <= change.latest <= len(counts) - EDGE_DAYS
        assert sum(counts[: change.at]) == change.before


def test_odds_are_those_of_the_formula() -> None:
    # unit · n! / (unit + exposure)^(n + 1), with 15 events in 120 days: one in eight days.
    before, after = 8 * 24 / 98**5, 8 * 39_916_800 / 38**12
    together = 8 * 1_307_674_368_000 / 128**16
    assert split_odds(4, 90, 11, 30) == pytest.approx(before * after / together)


def test_seven_bridges_then_seven_buses_are_another_choice_than_a_mixture() -> None:
    apart = find_choice_change(["bridge"] * 7 + ["bus"] * 7, 5)
    mixed = find_choice_change(["bridge", "bus"] * 7, 5)
    assert apart is not None
    assert mixed is not None
    assert apart.odds >= CLEAR_ODDS > 1 > mixed.odds
    assert (apart.before, apart.after) == ((("bridge", 7),), (("bus", 7),))
