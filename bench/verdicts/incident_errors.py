"""Where joined reports go wrong: pairs missed by what speaks most against, pairs false by what speaks most for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from secondsource.match.pairs import Pairs
from secondsource.match.score import find_conflict
from secondsource.match.tellings import Telling
from secondsource.match.weights import Weights


def count_errors(
    groups: Sequence[Sequence[int]], tellings: Sequence[Telling], incidents: Sequence[str], weights: Weights
) -> Iterator[str]:
    """Lines of counts, most frequent first."""
    home = {p: n for n, g in enumerate(groups) for p in g}
    pairs = Pairs(tellings, weights)
    missed: Counter[str] = Counter()
    false: Counter[str] = Counter()
    for a, b in combinations(range(len(tellings)), 2):
        is_one, is_said = incidents[a] == incidents[b], home[a] == home[b]
        if is_one == is_said:
            continue
        ranked = sorted((weights.features[f].value, f) for f in pairs.likeness(a, b).features)
        if is_said:
            false[weights.features[ranked[-1][1]].says] += 1
        elif find_conflict(tellings[a], tellings[b], weights):
            missed["their days or places exclude each other"] += 1
        else:
            missed[weights.features[ranked[0][1]].says if ranked[0][0] < -0.5 else "too little is told"] += 1
    for title, counts in (("missed", missed), ("false", false)):
        yield f"{counts.total()} pairs {title}: " + "; ".join(f"{w} {n}" for w, n in counts.most_common(8))
