"""From which mean score on two groups are one incident: the threshold that joins known incidents best."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from secondsource.match.cluster import Unscored, cluster
from secondsource.match.pairs import Pairs
from secondsource.match.tellings import Telling
from secondsource.match.weights import Weights
from train.evidence import Comparisons, say_alone, say_with_company

_GRID = np.arange(-3.0, 3.01, 0.25)  # bits
_NEARLY = 0.01


def best_threshold(
    pairs: Comparisons,
    tellings: Sequence[Telling],
    incidents: Sequence[str],
    seen: NDArray[np.bool_],
    weights: Weights,
) -> float:
    """The middle of all thresholds with nearly the highest sum of B-cubed and pairwise F1 on the tellings in `seen`.

    A few large incidents move the sum by jumps, so that the single best threshold is a matter of luck.
    """
    use = seen[pairs.first] & seen[pairs.second]
    alone = np.where(use, say_alone(pairs, weights), weights.floor - 30)
    score = say_with_company(pairs, alone, weights)[use]
    scores = dict(
        zip(
            zip(pairs.first[use].tolist(), pairs.second[use].tolist(), strict=True),
            score.tolist(),
            strict=True,
        )
    )
    return middle_of_best(scores, len(tellings), Pairs(tellings, weights).alone, incidents, seen, _GRID)


def middle_of_best(
    scores: Mapping[tuple[int, int], float],
    count: int,
    unscored: Unscored,
    incidents: Sequence[str],
    seen: NDArray[np.bool_],
    grid: NDArray[np.float64],
) -> float:
    """The same for scores of any kind and a grid of thresholds."""
    sums = []
    for threshold in grid.tolist():
        groups = [[p for p in g if seen[p]] for g in cluster(count, scores, unscored, threshold)]
        sums.append(sum(agreement(groups, incidents)))
    return float(grid[np.array(sums) >= max(sums) - _NEARLY].mean())


def agreement(groups: Sequence[Sequence[int]], incidents: Sequence[Hashable]) -> tuple[float, float]:
    """B-cubed F1 and pairwise F1 of groups of positions against the incident of each position.

    B-cubed after Bagga and Baldwin (1998): mean share of own group, and of own incident, that is shared.
    """
    size = Counter(incidents[p] for g in groups for p in g)
    total = sum(size.values())
    precision = recall = 0.0
    right = said = 0
    for group in groups:
        shared = Counter(incidents[p] for p in group)
        precision += sum(n * n for n in shared.values()) / len(group) if group else 0.0
        recall += sum(n * n / size[i] for i, n in shared.items())
        right += sum(n * (n - 1) // 2 for n in shared.values())
        said += len(group) * (len(group) - 1) // 2
    true = sum(n * (n - 1) // 2 for n in size.values())
    return _f1(precision / total, recall / total), _f1(
        right / said if said else 0.0, right / true if true else 0.0
    )


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
