"""Whether a rate of events changed, and about when: a Gamma-Poisson change point, one change at most.

A. E. Raftery and V. E. Akman, "Bayesian analysis of a Poisson process with a change-point", Biometrika 73 (1986).
The prior of a rate is worth one event at the mean rate of the whole stretch, so that nothing needs tuning.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

# Fewer events or days say nothing about a rate; a stretch at either end is at least a week long.
LEAST_EVENTS, LEAST_DAYS, EDGE_DAYS = 5, 28, 7
# The odds at which a change is told: where nothing changed they come up in at most one simulated series of a hundred,
# and a rate four times as high is told in six of ten (bench/verdicts/change_points.py, 2026-11-26).
CLEAR_ODDS = 10.0
# So much of the probability lies on the days named beside the likeliest one.
_MASS = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class RateChange:
    """The likeliest change of one series of days: how many events on how many days before it and from it on.

    `at` is the number of days before it; from `earliest` to `latest` are the days on which it lies with 80%.
    `odds` are for a change, on whatever day, against none.
    """

    at: int
    earliest: int
    latest: int
    before: int
    days_before: int
    after: int
    days_after: int
    odds: float

    @property
    def is_clear(self) -> bool:
        """True if the odds are those at which a change is told."""
        return self.odds >= CLEAR_ODDS


def find_rate_change(counts: Sequence[int]) -> RateChange | None:
    """The likeliest change in a series with the number of events of each day; None where it is too short to tell.

    >>> change = find_rate_change([0] * 60 + [1, 0, 0] * 10)
    >>> change.before, change.after, change.is_clear
    (0, 10, True)
    """
    total, days = sum(counts), len(counts)
    if total < LEAST_EVENTS or days < LEAST_DAYS:
        return None
    unit = days / total
    steady = log_evidence(total, days, unit)
    so_far = list(accumulate(counts))
    tried = range(EDGE_DAYS, days - EDGE_DAYS + 1)
    split = [
        math.exp(
            log_evidence(so_far[k - 1], k, unit)
            + log_evidence(total - so_far[k - 1], days - k, unit)
            - steady
        )
        for k in tried
    ]
    best = max(range(len(split)), key=lambda n: (split[n], -n))
    first, last = _around(split, best)
    at = tried[best]
    return RateChange(
        at=at,
        earliest=tried[first],
        latest=tried[last],
        before=so_far[at - 1],
        days_before=at,
        after=total - so_far[at - 1],
        days_after=days - at,
        odds=math.fsum(split) / len(split),
    )


def split_odds(before: int, exposure_before: float, after: int, exposure_after: float) -> float:
    """The odds for two rates against one, for a split that is given; exposure in any unit, documents or days.

    >>> round(split_odds(4, 90, 11, 30), 1)
    371.3
    """
    total, exposure = before + after, exposure_before + exposure_after
    unit = exposure / total
    return math.exp(
        log_evidence(before, exposure_before, unit)
        + log_evidence(after, exposure_after, unit)
        - log_evidence(total, exposure, unit)
    )


def log_evidence(events: int, exposure: float, unit: float) -> float:
    """The log probability of so many events where the rate is unknown: log of unit · n! / (unit + exposure)^(n + 1).

    `unit` is the exposure in which the prior expects one event. What both sides of a comparison share is left out.
    """
    return math.log(unit) + math.lgamma(events + 1) - (events + 1) * math.log(unit + exposure)


def _around(weights: Sequence[float], best: int) -> tuple[int, int]:
    """The first and last place of the shortest run around the best one that holds most of the weight."""
    first = last = best
    held, wanted = weights[best], _MASS * math.fsum(weights)
    while held < wanted:
        left = weights[first - 1] if first > 0 else -1.0
        right = weights[last + 1] if last + 1 < len(weights) else -1.0
        if left >= right:
            first, held = first - 1, held + left
        else:
            last, held = last + 1, held + right
    return first, last
