"""How learned grades are measured: the truth they are held against, and what ties and copies do to the figures."""

from __future__ import annotations

import numpy as np
import pytest
from bench.verdicts.habits import first_world
from bench.verdicts.observing import observe
from bench.verdicts.outlets import Graded, outlet_lines, outlets_of
from bench.verdicts.scores import rank_correlation
from bench.verdicts.simulating import cast_of, simulate

from secondsource.weigh.odds import load_odds
from tests.bench.test_world import SMALL


@pytest.fixture(scope="module")
def outlets() -> list[Graded]:
    habits = first_world()
    small = type(habits)(size={**habits.size, **SMALL}, rate=habits.rate)
    return outlets_of(small, 1, observe(simulate(small, 1, 0.5)), load_odds())


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ([1, 2, 3], [10, 20, 21], 1.0),
        ([1, 2, 3], [3, 2, 1], -1.0),
        ([1, 2, 3], [5, 5, 5], 0.0),
        ([1, 1, 2, 2], [1, 1, 7, 7], 1.0),
        ([1, 2, 3, 4], [2, 1, 4, 3], 0.6),
    ],
)
def test_rank_correlation_goes_by_order_alone(first: list[int], second: list[int], expected: float) -> None:
    assert rank_correlation(np.array(first, float), np.array(second, float)) == pytest.approx(expected)


def test_who_has_no_reporters_has_no_true_share(outlets: list[Graded]) -> None:
    habits = first_world()
    cast = cast_of(type(habits)(size={**habits.size, **SMALL}, rate=habits.rate), 1)
    silent = [o.diligence == 0 for o in cast.outlets if o.kind != "monitor"]
    assert all(o.true_share is None for o, s in zip(outlets, silent, strict=True) if s)
    shares = [o.true_share for o in outlets if o.true_share is not None]
    assert shares
    assert all(0 < s <= 1 for s in shares)


def test_what_truth_teaches_rests_on_no_more_events_than_are_told(outlets: list[Graded]) -> None:
    for outlet in outlets:
        assert outlet.learned.events <= outlet.known.events <= SMALL["events"]


def test_each_way_of_grading_has_a_line(outlets: list[Graded]) -> None:
    names = [line[:46].strip() for line in outlet_lines(outlets)]
    assert names[1:4] == ["secondsource", "agreement of articles", "the truth of each event told"]
