"""Items grouped by mean likeness, never across a forbidden pair, so that unlike ones can't chain together."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Mapping

# What two items say of each other that no pair was scored for; minus infinity: they may never share a group.
Unscored = Callable[[int, int], float]


def cluster(
    count: int,
    scores: Mapping[tuple[int, int], float],
    unscored: Unscored,
    threshold: float,
    must: Iterable[tuple[int, int]] = (),
) -> tuple[tuple[int, ...], ...]:
    """Groups of the positions 0 … count-1, each sorted, by first member: average linkage with forbidden pairs.

    `scores` holds pairs, lower position first; minus infinity forbids. Only groups that a scored pair links can
    meet, so cost grows with the scored pairs. `must` pairs are joined first, whatever they score, and are not
    stopped by a forbidden pair. Ties go to the lower positions.
    """
    linkage = _Linkage(count, scores, unscored)
    for first, second in sorted((min(p), max(p)) for p in must):
        linkage.join_for_good(first, second)
    linkage.join_while(threshold)
    return tuple(sorted(tuple(sorted(g)) for g in linkage.groups.values()))


class _Linkage:
    """Groups by their lowest member, with the sum of scores between each two that a scored pair links."""

    def __init__(self, count: int, scores: Mapping[tuple[int, int], float], unscored: Unscored) -> None:
        self.groups = {i: [i] for i in range(count)}
        self._home = list(range(count))
        self._scores, self._unscored = scores, unscored
        self._sums: dict[int, dict[int, float]] = {}
        for (a, b), score in scores.items():
            self._set(a, b, score)

    def join_for_good(self, first: int, second: int) -> None:
        """Puts two items in one group; what only these two pairs forbid no longer counts for others."""
        a, b = sorted((self._home[first], self._home[second]))
        if a != b:
            self._join(a, b)

    def join_while(self, threshold: float) -> None:
        """Joins the two groups with the highest mean, again and again, down to the threshold."""
        heap = [
            (-mean, a, b)
            for a, linked in self._sums.items()
            for b in linked
            if a < b and (mean := self._mean(a, b)) >= threshold
        ]
        heapq.heapify(heap)
        while heap:
            mean, a, b = heapq.heappop(heap)
            if a not in self.groups or b not in self.groups or -mean != self._mean(a, b):
                continue  # an entry from before one of the two grew
            self._join(a, b)
            for other in self._sums.get(a, ()):
                low, high = min(a, other), max(a, other)
                mean = self._mean(low, high)
                if mean >= threshold:
                    heapq.heappush(heap, (-mean, low, high))

    def _mean(self, a: int, b: int) -> float:
        return self._sums[a][b] / (len(self.groups[a]) * len(self.groups[b]))

    def _set(self, a: int, b: int, total: float) -> None:
        self._sums.setdefault(a, {})[b] = total
        self._sums.setdefault(b, {})[a] = total

    def _join(self, keep: int, gone: int) -> None:
        kept, lost = self._sums.get(keep, {}), self._sums.pop(gone, {})
        kept.pop(gone, None)
        lost.pop(keep, None)
        for other in sorted(kept.keys() | lost.keys()):
            one = kept[other] if other in kept else self._between(keep, other)
            two = lost[other] if other in lost else self._between(gone, other)
            self._sums[other].pop(gone, None)
            self._set(keep, other, one + two)
        for item in self.groups[gone]:
            self._home[item] = keep
        self.groups[keep] += self.groups.pop(gone)

    def _between(self, a: int, b: int) -> float:
        """The sum between two groups that no scored pair links."""
        return sum(self._unscored(min(i, j), max(i, j)) for i in self.groups[a] for j in self.groups[b])
