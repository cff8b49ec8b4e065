"""Whether a choice among kinds changed, and where: a Dirichlet-multinomial change point, one change at most.

Each stretch draws its kinds from shares of its own, of which nothing is known beforehand (Dirichlet with one event
a kind); the odds are those for two such stretches against one, over all places where the change may lie.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from secondsource.weigh.changes.poisson import CLEAR_ODDS

# Fewer events say nothing about a choice; on either side at least three.
LEAST_EVENTS, EDGE_EVENTS = 8, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceChange:
    """The likeliest change in a row of kinds: how often each came before it and from it on, most often first."""

    at: int
    before: tuple[tuple[str, int], ...]
    after: tuple[tuple[str, int], ...]
    odds: float

    @property
    def is_clear(self) -> bool:
        """True if the odds are those at which a change is told."""
        return self.odds >= CLEAR_ODDS


def find_choice_change(kinds: Sequence[str], possible: int) -> ChoiceChange | None:
    """The likeliest change in kinds in the order of their days; None where they are too few to tell.

    `possible` is how many kinds there were to choose from.

    >>> find_choice_change(["bridge"] * 6 + ["bus"] * 6, 4).is_clear
    True
    >>> find_choice_change(["bridge", "bus"] * 6, 4).is_clear
    False
    """
    if len(kinds) < LEAST_EVENTS:
        return None
    possible = max(possible, len(set(kinds)), 2)
    steady = log_evidence(Counter(kinds), possible)
    tried = range(EDGE_EVENTS, len(kinds) - EDGE_EVENTS + 1)
    split = [
        math.exp(
            log_evidence(Counter(kinds[:k]), possible) + log_evidence(Counter(kinds[k:]), possible) - steady
        )
        for k in tried
    ]
    at = tried[max(range(len(split)), key=lambda n: (split[n], -n))]
    return ChoiceChange(
        at=at,
        before=_ranked(kinds[:at]),
        after=_ranked(kinds[at:]),
        odds=math.fsum(split) / len(split),
    )


def log_evidence(counts: Counter[str], possible: int) -> float:
    """The log probability of a row of kinds where the shares are unknown: log of (K-1)! · n1! · n2! … / (n+K-1)!"""
    total = sum(counts.values())
    return (
        math.lgamma(possible)
        + math.fsum(math.lgamma(n + 1) for n in counts.values())
        - math.lgamma(total + possible)
    )


def _ranked(kinds: Sequence[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(kinds).items(), key=lambda c: (-c[1], c[0])))
