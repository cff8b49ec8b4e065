"""The bench of change points: what it simulates is what it says, and ours keeps apart what it must."""

from __future__ import annotations

import pytest
from bench.verdicts.change_points import AFTER, BEFORE, METHODS, SCENARIOS, Scenario, ours, run, twice_as_many

SERIES = 80


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda s: s.name)
def test_no_change_is_seldom_told_as_one(scenario: Scenario) -> None:
    told = {str(r["method"]): r["told"] for r in run(scenario, SERIES)}
    assert set(told) == set(METHODS)
    if not scenario.is_change:
        assert float(str(told["ours"])) <= 0.12
        assert float(str(told["ours"])) <= float(str(told["best of all tests"]))


def test_more_claims_among_as_much_more_news_are_told_by_days_alone() -> None:
    [scenario] = [s for s in SCENARIOS if s.name == "claims and news 4 times"]
    told = {str(r["method"]): float(str(r["told"])) for r in run(scenario, SERIES)}
    assert told["days alone"] > 0.5 > 0.12 > told["ours"]


def test_methods_know_a_plain_case() -> None:
    news = [1, 0] * ((BEFORE + AFTER + 1) // 2)
    claims = [0] * BEFORE + [1] * AFTER
    assert ours(claims, news[: len(claims)]) == BEFORE
    assert twice_as_many(claims, news) == BEFORE + AFTER - 30
    assert ours([0] * (BEFORE + AFTER), news) is None
