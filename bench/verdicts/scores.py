"""How good probabilities are: accuracy, Brier score and calibration error; and how a number becomes a probability."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]
_BINS = 10


def accuracy(chance: Numbers, truth: Numbers) -> float:
    """The share of events that stand on the right side of one half."""
    return float(np.mean((chance >= 0.5) == (truth > 0.5)))


def brier(chance: Numbers, truth: Numbers) -> float:
    """The mean squared distance from what was (0 best, 0.25 for "one half" throughout)."""
    return float(np.mean((chance - truth) ** 2))


def calibration_error(chance: Numbers, truth: Numbers) -> float:
    """The mean distance of said from seen over ten bins of equal count, in the order of what was said."""
    order = np.argsort(chance, kind="stable")
    bins = np.array_split(order, _BINS)
    return float(sum(len(b) * abs(chance[b].mean() - truth[b].mean()) for b in bins if len(b)) / len(chance))


def rank_correlation(first: Numbers, second: Numbers) -> float:
    """Spearman's, with ties at their mean rank; 0 where one of them is all the same."""
    one, other = (r - r.mean() for r in (_ranks(first), _ranks(second)))
    spread = float(np.sqrt((one @ one) * (other @ other)))
    return float(one @ other) / spread if spread else 0.0


def _ranks(values: Numbers) -> Numbers:
    _, place, count = np.unique(values, return_inverse=True, return_counts=True)
    return np.asarray((np.cumsum(count) - (count - 1) / 2)[place], dtype=float)


def calibrated(learned: Numbers, truth: Numbers, scores: Numbers) -> Numbers:
    """Probabilities for `scores` by a logistic curve through those learned from (Platt, by Newton's steps)."""
    middle, width = learned.mean(), learned.std() or 1.0
    known, asked = (learned - middle) / width, (scores - middle) / width
    rows = np.stack([known, np.ones_like(known)], axis=1)
    curve = np.zeros(2)
    for _ in range(50):
        chance = _logistic(rows @ curve)
        gradient = rows.T @ (chance - truth) + 1e-3 * curve
        steepness = (rows * (chance * (1 - chance))[:, None]).T @ rows + 1e-3 * np.eye(2)
        curve = curve - np.linalg.solve(steepness, gradient)
    return _logistic(np.stack([asked, np.ones_like(asked)], axis=1) @ curve)


def _logistic(score: Numbers) -> Numbers:
    return np.asarray(1 / (1 + np.exp(-np.clip(score, -30, 30))), dtype=float)
