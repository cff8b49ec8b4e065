"""The scores of all pairs of tellings that may be of one event: what the two say, then what the others add."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from secondsource.match.antecedents import find_antecedents
from secondsource.match.blocks import Positions, candidate_pairs, text_pairs
from secondsource.match.company import crowd_between, find_crowds, find_strays
from secondsource.match.score import Likeness, compare_tellings, find_conflict
from secondsource.match.scoring import PairScorer, Scores
from secondsource.match.tellings import Telling
from secondsource.match.weights import Weights


class Pairs:
    """Tellings compared by position."""

    def __init__(self, tellings: Sequence[Telling], weights: Weights) -> None:
        self._tellings, self._weights = tellings, weights
        self._goes_on = find_antecedents(tellings)
        self._crowds = find_crowds(tellings, weights)
        self._scorer = PairScorer(tellings, weights)

    def scores(self, among: Iterable[int]) -> dict[tuple[int, int], float]:
        """The score of every pair of `among` that may be one event, lower position first.

        Pairs that share no block or score next to nothing are left out; minus infinity is a forbidden pair.
        """
        first, second, closer = self._candidates(frozenset(among))
        alone = self._sums(first, second, closer, alone=True)
        strays = find_strays(first, second, alone, len(self._tellings))
        scores = (
            self._sums(first, second, closer, alone=False) + self._weights.features["strays"].value * strays
        )
        return dict(
            zip(
                zip(first.tolist(), second.tolist(), strict=True),
                self._clipped(scores).tolist(),
                strict=True,
            )
        )

    def likeness(self, first: int, second: int) -> Likeness:
        """What makes two tellings alike by themselves."""
        return compare_tellings(self._tellings[first], self._tellings[second], self._weights, self._goes_on)

    def alone(self, first: int, second: int) -> float:
        """What two tellings say of each other with no other beside them; minus infinity where that is forbidden."""
        return self._look_closer(first, second, alone=False)

    def _candidates(self, among: frozenset[int]) -> tuple[Positions, Positions, NDArray[np.bool_]]:
        """Pairs above the floor, sorted, each once; those to `_look_closer` at: of one text, or of a year assumed."""
        count = len(self._tellings)
        inside = np.zeros(count, dtype=bool)
        inside[list(among)] = True
        told = [a * count + b for a, b in text_pairs(self._tellings) if inside[a] and inside[b]]
        codes, closer = [np.array(told, dtype=np.int64)], [np.array(told, dtype=np.int64)]
        for one, other in candidate_pairs(self._tellings, self._weights):
            both = inside[one] & inside[other]
            first, second = one[both], other[both]
            found = self._scorer.score(first, second, alone=True) + self._crowding(first, second, alone=True)
            pairs = first * count + second
            codes.append(pairs[~(found <= self._weights.floor)])  # what is no number is kept
            closer.append(pairs[np.isnan(found)])
        every = np.unique(np.concatenate(codes))
        return every // count, every % count, np.isin(every, np.concatenate(closer))

    def _sums(self, first: Positions, second: Positions, closer: NDArray[np.bool_], *, alone: bool) -> Scores:
        sums = self._scorer.score(first, second, alone=alone) + self._crowding(first, second, alone=alone)
        for at in np.flatnonzero(closer).tolist():
            sums[at] = self._look_closer(int(first[at]), int(second[at]), alone=alone)
        return self._clipped(sums)

    def _look_closer(self, first: int, second: int, *, alone: bool) -> float:
        if find_conflict(self._tellings[first], self._tellings[second], self._weights):
            return -math.inf
        found = self.likeness(first, second).features
        total = self._weights.sum_alone(found) if alone else self._weights.sum_of(found)
        crowd = self._crowding(np.array([first]), np.array([second]), alone=alone)
        return float(min(self._weights.ceiling, max(self._weights.floor, total + crowd[0])))

    def _crowding(self, first: Positions, second: Positions, *, alone: bool) -> Scores:
        weight = self._weights.features["crowd"]
        return (weight.alone if alone else weight.value) * crowd_between(self._crowds, first, second)

    def _clipped(self, scores: Scores) -> Scores:
        clipped = np.clip(scores, self._weights.floor, self._weights.ceiling)
        return np.where(np.isneginf(scores), scores, clipped)
