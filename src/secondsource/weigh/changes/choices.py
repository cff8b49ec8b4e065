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
    left, right = _Row(possible), _Row(possible)
    for kind in kinds:
        right.add(kind)
    steady, split = right.log_evidence(), []
    for kind in kinds[:-EDGE_EVENTS]:
        left.add(kind)
        right.drop(kind)
        split.append(math.exp(left.log_evidence() + right.log_evidence() - steady))
    split, tried = split[EDGE_EVENTS - 1 :], range(EDGE_EVENTS, len(kinds) - EDGE_EVENTS + 1)
    at = tried[max(range(len(split)), key=lambda n: (split[n], -n))]
    return ChoiceChange(
        at=at,
        before=_ranked(kinds[:at]),
        after=_ranked(kinds[at:]),
        odds=math.fsum(split) / len(split),
    )


class _Row:
    """A row of kinds that grows and shrinks, with the log probability of it where the shares are unknown.

    For K possible kinds and n1, n2 … of each among n: log of (K-1)! · n1! · n2! … / (n+K-1)!
    """

    def __init__(self, possible: int) -> None:
        self._possible, self._total, self._log_factorials = possible, 0, 0.0
        self._counts: Counter[str] = Counter()

    def add(self, kind: str) -> None:
        """One more of a kind."""
        self._counts[kind] += 1
        self._total += 1
        self._log_factorials += math.log(self._counts[kind])

    def drop(self, kind: str) -> None:
        """One fewer of it."""
        self._log_factorials -= math.log(self._counts[kind])
        self._counts[kind] -= 1
        self._total -= 1

    def log_evidence(self) -> float:
        """Of the row as it is."""
        return math.lgamma(self._possible) + self._log_factorials - math.lgamma(self._total + self._possible)


def _ranked(kinds: Sequence[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(kinds).items(), key=lambda c: (-c[1], c[0])))
