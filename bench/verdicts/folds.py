"""Incidents joined by weights that saw none of them: a pair is scored by what the other folds teach."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from train.evidence import compare_all, learn, say_alone, say_with_company
from train.incident_threshold import best_threshold

from secondsource.match.cluster import cluster
from secondsource.match.pairs import Pairs
from secondsource.match.tellings import Telling
from secondsource.match.weights import Weights

FOLDS = 5


def fold_of(incident: str) -> int:
    """The fold of an incident."""
    return int(hashlib.md5(incident.encode(), usedforsecurity=False).hexdigest(), 16) % FOLDS


def join_out_of_fold(
    tellings: Sequence[Telling], incidents: Sequence[str], weights: Weights
) -> tuple[tuple[int, ...], ...]:
    """All tellings clustered at once; each pair scored, and the threshold it is held to set, on the other folds."""
    pairs = compare_all(tellings, weights)
    fold = np.array([fold_of(i) for i in incidents])
    names = np.array(incidents)
    is_same = names[pairs.first] == names[pairs.second]
    one, other = fold[pairs.first], fold[pairs.second]
    alone = np.zeros(len(one))
    learned: dict[tuple[int, int], tuple[Weights, NDArray[np.bool_]]] = {}
    for a in range(FOLDS):
        for b in range(a, FOLDS):
            asked = (np.minimum(one, other) == a) & (np.maximum(one, other) == b)
            seen = ~np.isin(fold, (a, b))
            use = seen[pairs.first] & seen[pairs.second]
            found = learn(pairs, is_same, use, weights)
            found = replace(found, threshold=best_threshold(pairs, tellings, incidents, seen, found))
            learned[a, b] = (found, asked)
            alone[asked] = say_alone(pairs, found)[asked]
    score = np.zeros(len(one))
    for found, asked in learned.values():
        score[asked] = say_with_company(pairs, alone, found)[asked] - found.threshold
    scores: Mapping[tuple[int, int], float] = dict(
        zip(zip(pairs.first.tolist(), pairs.second.tolist(), strict=True), score.tolist(), strict=True)
    )
    return cluster(len(tellings), scores, Pairs(tellings, weights).alone, 0.0)
