"""Learns the weights of evidence from pairs of tellings that are known to be of one event or of two.

Logistic regression on the entries that the comparisons give, with a normal prior around nought (ridge), by Newton's
method: a weight is what an entry adds to the log odds beside all others. They are fitted twice: by themselves, which
says how likely any two tellings are of one event, and beside the strays that follow from that.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from secondsource.match.aspects import FORBIDDEN
from secondsource.match.blocks import Positions, candidate_pairs
from secondsource.match.company import crowd_between, find_crowds, find_strays
from secondsource.match.scoring import PairScorer, Scores
from secondsource.match.tellings import Telling
from secondsource.match.weights import Weights

Matrix = NDArray[np.float64]
_RIDGE = 2.0  # in natural units; 1 to 5 are alike on the folds (B-cubed F1 0.911 to 0.916)
_LN2 = float(np.log(2.0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparisons:
    """All pairs that may be of one event. `given` is (pairs, names): 1 where an entry applies, `crowd` in doublings.

    `fixed` is what entries that aren't learned add; `aspects` are the columns of each aspect.
    """

    first: Positions
    second: Positions
    names: tuple[str, ...]
    given: Matrix
    fixed: Scores
    aspects: tuple[tuple[int, ...], ...]
    count: int


def compare_all(tellings: Sequence[Telling], weights: Weights) -> Comparisons:
    """Every pair that shares a block and isn't forbidden, each once, with the entries that it gives."""
    count = len(tellings)
    codes = np.unique(np.concatenate([a * count + b for a, b in candidate_pairs(tellings, weights)]))
    first, second = codes // count, codes % count
    scorer = PairScorer(tellings, weights)
    possible = np.isfinite(scorer.score(first, second, alone=True))
    first, second = first[possible], second[possible]
    names = [n for n, w in weights.features.items() if w.is_learned and n != "strays"]
    given = np.zeros((len(first), len(names)))
    fixed = np.zeros(len(first))
    aspects = []
    for _, entries in scorer.entries(first, second):
        columns = []
        for entry in sorted(set(entries) - {FORBIDDEN, "none"}):
            applies = entries == entry
            if entry in names:
                columns.append(names.index(entry))
                given[applies, names.index(entry)] = 1.0
            else:
                fixed[applies] += weights.features[entry].value
        aspects.append(tuple(columns))
    given[:, names.index("crowd")] = crowd_between(find_crowds(tellings, weights), first, second)
    return Comparisons(
        first=first,
        second=second,
        names=tuple(names),
        given=given,
        fixed=fixed,
        aspects=tuple(aspects),
        count=count,
    )


def learn(
    pairs: Comparisons, is_same: NDArray[np.bool_], use: NDArray[np.bool_], weights: Weights
) -> Weights:
    """The weights with priors and learned entries fitted on the pairs in `use`; the threshold stays as it is."""
    given, fixed, truth = pairs.given[use], pairs.fixed[use], is_same[use].astype(float)
    alone = _fit(given, fixed, truth)
    said = np.clip(alone[0] + given @ alone[1:] + fixed, weights.floor, weights.ceiling)
    strays = find_strays(pairs.first[use], pairs.second[use], said, pairs.count)
    beside = _fit(np.hstack([given, strays[:, None]]), fixed, truth)
    stray_value = float(beside[-1])
    alone, beside = _centred(alone, given, truth, pairs), _centred(beside[:-1], given, truth, pairs)
    features = dict(weights.features)
    for name, value, single in zip(pairs.names, beside[1:].tolist(), alone[1:].tolist(), strict=True):
        features[name] = replace(features[name], value=value, alone=single)
    features["strays"] = replace(features["strays"], value=stray_value, alone=stray_value)
    return replace(weights, prior=float(beside[0]), prior_alone=float(alone[0]), features=features)


def say_alone(pairs: Comparisons, weights: Weights) -> Scores:
    """What each pair says by itself under the weights, in bits."""
    bits = np.array([weights.features[n].alone for n in pairs.names])
    told: Scores = weights.prior_alone + pairs.given @ bits + pairs.fixed
    return told.clip(weights.floor, weights.ceiling)


def say_with_company(pairs: Comparisons, alone: Scores, weights: Weights) -> Scores:
    """The score of each pair, `alone` being what all pairs say by themselves."""
    bits = np.array([weights.features[n].value for n in pairs.names])
    strays = find_strays(pairs.first, pairs.second, alone, pairs.count)
    told: Scores = (
        weights.prior + pairs.given @ bits + pairs.fixed + weights.features["strays"].value * strays
    )
    return told.clip(weights.floor, weights.ceiling)


def _fit(given: Matrix, fixed: Scores, truth: Scores) -> Scores:
    """Prior and weights in bits, prior first, that make the truth most probable under the ridge."""
    design = np.hstack([np.ones((len(given), 1)), given]) * _LN2
    ridge = np.full(design.shape[1], _RIDGE * _LN2**2)
    ridge[0] = 1e-6
    bits = np.zeros(design.shape[1])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-(design @ bits + fixed * _LN2)))
        slope = design.T @ (truth - chance) - ridge * bits
        curve = (design * (chance * (1 - chance))[:, None]).T @ design + np.diag(ridge)
        step = np.linalg.solve(curve, slope)
        bits += step
        if np.abs(step).max() < 1e-6:
            break
    return bits


def _centred(bits: Scores, given: Matrix, truth: Scores, pairs: Comparisons) -> Scores:
    """The same scores with each complete aspect's entries shifted into the prior.

    Where every pair of the reports gives an entry of an aspect, nothing tells what an untold one is worth; as for
    any likelihood ratio, the mean of 2^weight over pairs of two events is set to one.
    """
    moved = bits.copy()
    for columns in pairs.aspects:
        own = list(columns)
        if own and bool((given[:, own].sum(axis=1) == 1).all()):
            entries = given[truth == 0][:, own]
            shift = float(np.log2(np.mean(entries @ np.exp2(moved[1:][own]))))
            moved[1 + np.array(own)] -= shift
            moved[0] += shift
    return moved
