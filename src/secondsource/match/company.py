"""What all the other tellings say about a pair: how crowded its day and place are, and whose company the two keep."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from secondsource.match.blocks import Positions
from secondsource.match.days import width_in_days
from secondsource.match.scoring import Scores
from secondsource.match.tellings import Telling
from secondsource.match.weights import Weights

# Chances below this are left out of the sums: they would make the work grow with the square of a block.
_SMALLEST_CHANCE = 0.02
# One telling's worth of doubt: without it, a pair with no company would be judged by the least of strays.
_DOUBT = 1.0


def find_crowds(tellings: Sequence[Telling], weights: Weights) -> NDArray[np.float64]:
    """For each telling, how many events one data set alone lists at its place within a day of it, at least one.

    Many events of one day and place make agreement on both say less. Many outlets with one event each don't, nor
    does a text, which may tell one event in several sentences.
    """
    listed: Counter[tuple[str, str, int]] = Counter()
    for telling in tellings:
        for source in telling.lists:
            for day in _days(telling, weights.widest_days):
                listed[source, _spot(telling), day] += 1
    densest: dict[tuple[str, int], int] = {}
    for (_, spot, day), count in listed.items():
        densest[spot, day] = max(count, densest.get((spot, day), 0))
    return np.array(
        [
            max((densest.get((_spot(t), d), 1) for d in _days(t, weights.widest_days)), default=1)
            for t in tellings
        ],
        dtype=np.float64,
    )


def crowd_between(crowds: NDArray[np.float64], first: Positions, second: Positions) -> Scores:
    """How often the crowd around a pair doubles a single telling."""
    doubled: Scores = np.log2(np.maximum(crowds[first], crowds[second]))
    return doubled


def find_strays(first: Positions, second: Positions, scores: Scores, count: int) -> Scores:
    """For each of the distinct pairs given, how often the tellings that are like one of the two alone double it all.

    Company is the expected number of other tellings that are of one event with both, strays the expected number
    that are so with one of them alone, each pair's chance being what its score in bits says; the result is
    log2((1 + company + strays) / (1 + company)). Cost: for each pair, the tellings likely to be one with either.
    """
    chance = 1 / (1 + np.exp2(-scores))
    likely = chance >= _SMALLEST_CHANCE
    ends = np.concatenate([first[likely], second[likely]])
    order = np.argsort(ends, kind="stable")
    others = np.concatenate([second[likely], first[likely]])[order]
    weight = np.concatenate([chance[likely], chance[likely]])[order]
    begin = np.searchsorted(ends[order], np.arange(count + 1))
    total = np.bincount(ends, np.concatenate([chance[likely]] * 2), minlength=count)
    common = np.zeros(len(first))
    own = np.zeros(count)
    by_first = np.argsort(first, kind="stable")
    for pairs in np.split(by_first, np.flatnonzero(np.diff(first[by_first])) + 1) if len(first) else ():
        one = first[pairs[0]]
        near = slice(begin[one], begin[one + 1])
        own[others[near]] = weight[near]
        common[pairs] = _sums(own, second[pairs], others, weight, begin)
        own[others[near]] = 0.0
    direct = np.where(likely, chance, 0.0)
    alone = total[first] + total[second] - 2 * direct - 2 * common
    doubled: Scores = np.log2((_DOUBT + common + np.maximum(0.0, alone)) / (_DOUBT + common))
    return doubled


def _sums(own: Scores, ends: Positions, others: Positions, weight: Scores, begin: Positions) -> Scores:
    """For each end, the sum over its likely others of both chances."""
    many = begin[ends + 1] - begin[ends]
    at = np.repeat(begin[ends] - (np.cumsum(many) - many), many) + np.arange(many.sum())
    both: Scores = own[others[at]] * weight[at]
    sums = np.bincount(np.repeat(np.arange(len(ends)), many), both, minlength=len(ends))
    return sums.astype(np.float64)


def _spot(telling: Telling) -> str:
    if telling.where.place is not None:
        return telling.where.place.place.id
    return " ".join(sorted(telling.where.words))


def _days(telling: Telling, widest: int) -> Iterator[int]:
    """The days of the telling and those beside them, as ordinals."""
    width = width_in_days(telling.when)
    if telling.when is None or telling.when.earliest is None or width is None or width > widest:
        return
    yield from range(telling.when.earliest.toordinal() - 1, telling.when.earliest.toordinal() + width + 1)
