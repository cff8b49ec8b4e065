"""Changes of rate: how often one is told where there is one, where there is none, and where only coverage changed.

usage: python bench/verdicts/change_points.py [--series N] [--out FILE]

Simulated days of claims and of documents on other matters, 90 days and then 45, seeded. Beside ours stand what a desk
does by eye (twice as many in the last 30 days) and a test of each day at 5% with the best one told.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import statistics
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from secondsource.weigh.changes import CLEAR_ODDS, find_rate_change, odds_by_documents

BEFORE, AFTER = 90, 45
_LAST = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """Claims and other documents a day, in the first stretch and the second; `is_change`: of the rate of claims."""

    name: str
    claims: tuple[float, float]
    news: tuple[float, float]
    is_change: bool


SCENARIOS = (
    Scenario(name="steady, 1 in 20 days", claims=(0.05, 0.05), news=(0.5, 0.5), is_change=False),
    Scenario(name="steady, 1 in 5 days", claims=(0.2, 0.2), news=(0.5, 0.5), is_change=False),
    Scenario(name="steady, 1 a day", claims=(1.0, 1.0), news=(0.5, 0.5), is_change=False),
    Scenario(name="steady, news 4 times", claims=(0.2, 0.2), news=(0.25, 1.0), is_change=False),
    Scenario(name="claims and news 4 times", claims=(0.1, 0.4), news=(0.25, 1.0), is_change=False),
    Scenario(name="claims 2 times", claims=(0.2, 0.4), news=(0.5, 0.5), is_change=True),
    Scenario(name="claims 4 times", claims=(0.1, 0.4), news=(0.5, 0.5), is_change=True),
    Scenario(name="claims 8 times", claims=(0.1, 0.8), news=(0.5, 0.5), is_change=True),
    Scenario(name="claims a quarter", claims=(0.4, 0.1), news=(0.5, 0.5), is_change=True),
    Scenario(name="claims 8 times, news 2 times", claims=(0.1, 0.8), news=(0.4, 0.8), is_change=True),
)


def ours(claims: Sequence[int], news: Sequence[int]) -> int | None:
    """The day of a change that stands by days and by documents."""
    change = find_rate_change(claims)
    if change is None or not change.is_clear or sum(news) < 5:
        return None
    by_documents = odds_by_documents(change, sum(news[: change.at]), sum(news[change.at :]))
    return change.at if by_documents >= CLEAR_ODDS else None


def by_days_alone(claims: Sequence[int], news: Sequence[int]) -> int | None:
    """The same, whatever was collected."""
    change = find_rate_change(claims)
    return change.at if change is not None and change.is_clear else None


def best_of_all_tests(claims: Sequence[int], news: Sequence[int]) -> int | None:
    """The day whose exact test (events before and after, as days before and after) is the surest, at 5%."""
    total, so_far = sum(claims), list(accumulate(claims))
    tried = [(_both_tails(so_far[k - 1], total, k / len(claims)), k) for k in range(7, len(claims) - 6)]
    chance, day = min(tried)
    return day if chance < 0.05 else None


def twice_as_many(claims: Sequence[int], news: Sequence[int]) -> int | None:
    """The last 30 days have at least twice as many a day as those before, or at most half."""
    last, first = sum(claims[-_LAST:]) / _LAST, sum(claims[:-_LAST]) / (len(claims) - _LAST)
    return len(claims) - _LAST if last != first and (last >= 2 * first or first >= 2 * last) else None


METHODS: dict[str, Callable[[Sequence[int], Sequence[int]], int | None]] = {
    "ours": ours,
    "days alone": by_days_alone,
    "best of all tests": best_of_all_tests,
    "twice as many": twice_as_many,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--series", type=int, default=400, help="series a scenario")
    parser.add_argument("--out", type=Path, help="write a JSON line a scenario and method to this file")
    options = parser.parse_args()
    rows = [row for s in SCENARIOS for row in run(s, options.series)]
    if options.out:
        options.out.write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
    sys.stdout.write("\n".join(_table(rows, options.series)) + "\n")


def run(scenario: Scenario, series: int) -> list[dict[str, object]]:
    """One row a method: how often it tells a change, and how many days beside the day it then is."""
    rng = random.Random(scenario.name)
    drawn = [(_days(rng, scenario.claims), _days(rng, scenario.news)) for _ in range(series)]
    rows: list[dict[str, object]] = []
    for name, method in METHODS.items():
        told = [day for claims, news in drawn if (day := method(claims, news)) is not None]
        beside = statistics.median(abs(d - BEFORE) for d in told) if told and scenario.is_change else None
        rows.append(
            {
                "scenario": scenario.name,
                "is_change": scenario.is_change,
                "method": name,
                "told": len(told) / series,
                "days_beside": beside,
            }
        )
    return rows


def _days(rng: random.Random, rates: tuple[float, float]) -> list[int]:
    return [poisson(rng, rates[0]) for _ in range(BEFORE)] + [poisson(rng, rates[1]) for _ in range(AFTER)]


def poisson(rng: random.Random, rate: float) -> int:
    """How many uniform numbers can be multiplied before the product is below e^-rate (Knuth)."""
    least, n, product = math.exp(-rate), 0, rng.random()
    while product > least:
        n, product = n + 1, product * rng.random()
    return n


def _both_tails(n: int, total: int, share: float) -> float:
    """Twice the smaller tail of the binomial distribution."""
    chances = [math.comb(total, i) * share**i * (1 - share) ** (total - i) for i in range(total + 1)]
    return min(1.0, 2 * min(sum(chances[: n + 1]), sum(chances[n:])))


def _table(rows: Sequence[dict[str, object]], series: int) -> list[str]:
    names = list(METHODS)
    lines = [
        f"Changes told, of {series} series each (and how many days beside the day, in the middle)",
        f"{'':30s}{'a change?':>10s}" + "".join(f"{n:>20s}" for n in names),
    ]
    for start in range(0, len(rows), len(names)):
        of = rows[start : start + len(names)]
        cells = [
            f"{r['told']:.1%}" + (f" ({r['days_beside']:.0f})" if r["days_beside"] is not None else "")
            for r in of
        ]
        mark = "yes" if of[0]["is_change"] else "no"
        lines.append(f"{of[0]['scenario']:30s}{mark:>10s}" + "".join(f"{c:>20s}" for c in cells))
    return lines


if __name__ == "__main__":
    main()
