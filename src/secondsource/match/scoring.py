"""The scores of many pairs at once: each aspect is compared once for every pair of different values."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from secondsource.match.aspects import ASPECTS, FORBIDDEN, Aspect
from secondsource.match.blocks import Positions
from secondsource.match.days import has_assumed_year
from secondsource.match.tellings import Telling
from secondsource.match.weights import Weights

Scores = NDArray[np.float64]
Entries = NDArray[np.int64]
_NONE = "none"


class PairScorer:
    """Compares tellings by position: the same sums as `compare_tellings` without a text's context.

    Minus infinity is what no pair of one event can be; a pair whose year was assumed is not a number, since one
    aspect alone can't judge it.
    """

    def __init__(self, tellings: Sequence[Telling], weights: Weights) -> None:
        self._weights = weights
        self._tables = [_Table(a, tellings, weights) for a in ASPECTS]
        none = np.iinfo(np.int64).max // 2
        self._known = np.array([t.known.toordinal() if t.known else none for t in tellings], dtype=np.int64)
        self._written = np.array([_written_day(t) for t in tellings], dtype=np.int64)

    def score(self, first: Positions, second: Positions, *, alone: bool) -> Scores:
        """The score in bits of each pair of positions; `alone`: while the other tellings aren't asked yet."""
        total = np.full(len(first), self._weights.prior_alone if alone else self._weights.prior)
        for table in self._tables:
            entries = table.entries(first, second)  # may meet entries that had no value yet
            total += table.values(alone=alone)[entries]
        foretold = (self._written[second] - self._known[first] > 1) | (
            self._written[first] - self._known[second] > 1
        )
        total[foretold] = -np.inf
        return total

    def entries(self, first: Positions, second: Positions) -> list[tuple[Aspect, NDArray[Any]]]:
        """For each aspect, the name of the entry that each pair gives ("none" where it gives none)."""
        told = [(t, t.entries(first, second)) for t in self._tables]
        return [(t.aspect, np.array(t.names, dtype=object)[entries]) for t, entries in told]


class _Table:
    """One aspect: the different values, and which entry each pair of them gives, filled as pairs come by."""

    def __init__(self, aspect: Aspect, tellings: Sequence[Telling], weights: Weights) -> None:
        self.aspect, self._weights = aspect, weights
        numbers: dict[Hashable, int] = {}
        self._code = np.array(
            [numbers.setdefault(aspect.value(t), len(numbers)) for t in tellings], dtype=np.int64
        )
        self._different = list(numbers)
        self._entry: dict[int, int] = {}
        self.names = [_NONE]

    def entries(self, first: Positions, second: Positions) -> Entries:
        count = len(self._different)
        pairs, where = np.unique(self._code[first] * count + self._code[second], return_inverse=True)
        return np.array([self._compared(int(p), count) for p in pairs], dtype=np.int64)[where]

    def values(self, *, alone: bool) -> Scores:
        return np.array([self._value(n, alone) for n in self.names])

    def _compared(self, pair: int, count: int) -> int:
        found = self._entry.get(pair)
        if found is None:
            one, other = divmod(pair, count)
            name = self.aspect.compare(self._different[one], self._different[other], self._weights) or _NONE
            if name not in self.names:
                self.names.append(name)
            found = self._entry[pair] = self.names.index(name)
        return found

    def _value(self, name: str, alone: bool) -> float:
        if name == FORBIDDEN:
            return -np.inf
        if name == "year_assumed":
            return np.nan
        if name == _NONE:
            return 0.0
        weight = self._weights.features[name]
        return weight.alone if alone else weight.value


def _written_day(telling: Telling) -> int:
    """The ordinal of the first day that the telling writes, 0 where it writes none or its year was assumed."""
    when = telling.when
    if when is None or when.earliest is None or has_assumed_year(when):
        return 0
    return when.earliest.toordinal()
