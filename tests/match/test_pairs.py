"""The scores of many pairs at once are those of each pair by itself, and what the others add to them."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings

from secondsource.match.blocks import candidate_pairs
from secondsource.match.cluster import cluster
from secondsource.match.company import find_strays
from secondsource.match.pairs import Pairs
from secondsource.match.score import compare_tellings, find_conflict
from secondsource.match.scoring import PairScorer
from secondsource.match.tellings import gather_tellings
from secondsource.match.weights import load_weights
from tests.match.test_incidents import statements, texts, written
from tests.weigh.builder import Case

WEIGHTS = load_weights()


@settings(max_examples=40, deadline=None)
@given(pages=texts)
def test_many_pairs_score_as_each_by_itself(pages: list[list[dict[str, object]]]) -> None:
    tellings = gather_tellings(statements(written(pages)))
    scorer = PairScorer(tellings, WEIGHTS)
    for first, second in candidate_pairs(tellings, WEIGHTS):
        for a, b, score in zip(first, second, scorer.score(first, second, alone=False), strict=True):
            one, other = tellings[a], tellings[b]
            if np.isneginf(score):
                assert find_conflict(one, other, WEIGHTS)
            elif not np.isnan(score):
                assert score == pytest.approx(compare_tellings(one, other, WEIGHTS).score)


def test_pairs_within_a_block_come_once_and_only_from_days_that_are_near() -> None:
    case = Case()
    for n in range(9):
        case.page(f"Paper {n}").event(when=str(date(2025, 3, 1) + timedelta(days=n)), killed=n)
    tellings = gather_tellings(statements(case))
    days = [t.when.earliest for t in tellings if t.when and t.when.earliest]
    found = [
        (int(a), int(b))
        for one, two in candidate_pairs(tellings, WEIGHTS)
        for a, b in zip(one, two, strict=True)
    ]
    near = {(a, b) for b in range(9) for a in range(b) if abs((days[a] - days[b]).days) <= WEIGHTS.days_apart}
    assert set(found) == near
    assert len(found) == len(near)


def test_strays_count_what_is_like_one_alone() -> None:
    first, second = np.array([0, 0, 1]), np.array([1, 2, 2])
    sure, never = 20.0, -20.0
    with_both = find_strays(first, second, np.array([0.0, sure, sure]), 3)
    with_one = find_strays(first, second, np.array([0.0, sure, never]), 3)
    assert with_both[0] == pytest.approx(0.0, abs=1e-3)
    assert with_one[0] == pytest.approx(1.0, abs=1e-3)


def test_a_forbidden_pair_keeps_its_whole_groups_apart() -> None:
    scores = {(0, 1): 5.0, (1, 2): 4.0}
    assert cluster(3, scores, lambda a, b: -np.inf, 0.0) == ((0, 1), (2,))
    assert cluster(3, scores, lambda a, b: 3.0, 0.0) == ((0, 1, 2),)


def test_a_group_is_joined_by_its_mean_and_not_by_its_best_pair() -> None:
    scores = {(0, 1): 5.0, (1, 2): 4.0}
    assert cluster(3, scores, lambda a, b: -6.0, 0.0) == ((0, 1), (2,))


def test_a_series_of_rows_in_one_data_set_makes_agreement_on_day_and_place_say_less() -> None:
    def score(rows: int) -> float:
        from secondsource.records import HolderKind

        case = Case()
        case.page("Paper").event(on=None, killed=1)
        for n in range(rows):
            case.page(f"Row {n}").event(on=None, killed=2, chain=(("Record", HolderKind.DATA_SET),))
        tellings = gather_tellings(
            statements(case), alone=frozenset(s.statement.id for s in statements(case))
        )
        paper = next(n for n, t in enumerate(tellings) if not t.lists)
        return max(Pairs(tellings, WEIGHTS).alone(paper, n) for n in range(len(tellings)) if n != paper)

    assert score(4) < score(1)
