"""Items grouped by mean likeness, never across a forbidden pair, so that unlike ones can't chain together."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Sequence

# What two items say of each other: their score, or None where they may never share a group.
Score = Callable[[int, int], float | None]


def cluster(
    count: int,
    pairs: Iterable[tuple[int, int]],
    score: Score,
    threshold: float,
    must: Iterable[tuple[int, int]] = (),
) -> tuple[tuple[int, ...], ...]:
    """Groups of the positions 0 … count-1, each sorted, by first member: average linkage with forbidden pairs.

    Only positions linked through `pairs` or `must` can meet; within such a component every pair is scored, so
    cost is quadratic in the largest component. `must` pairs are joined first, whatever they score, and are not
    stopped by a forbidden pair. Ties go to the lower positions.
    """
    must = list(must)
    groups: list[tuple[int, ...]] = []
    for component in _components(count, [*pairs, *must]):
        groups.extend(_link(component, score, threshold, must) if len(component) > 1 else [tuple(component)])
    return tuple(sorted(groups))


def _components(count: int, pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    root = list(range(count))

    def find(item: int) -> int:
        while root[item] != item:
            root[item] = root[root[item]]
            item = root[item]
        return item

    for first, second in pairs:
        low, high = sorted((find(first), find(second)))
        root[high] = low
    found: dict[int, list[int]] = {}
    for item in range(count):
        found.setdefault(find(item), []).append(item)
    return list(found.values())


def _link(
    items: Sequence[int], score: Score, threshold: float, must: Iterable[tuple[int, int]]
) -> list[tuple[int, ...]]:
    groups: dict[int, list[int]] = {i: [i] for i in items}
    # Sum of scores between two groups (lower id first); None: they may never join.
    sums: dict[tuple[int, int], float | None] = {
        (a, b): score(a, b) for n, a in enumerate(items) for b in items[n + 1 :]
    }
    inside = set(items)
    for first, second in sorted(tuple(sorted(p)) for p in must):
        if first not in inside:
            continue
        a, b = sorted((_group_of(groups, first), _group_of(groups, second)))
        if a != b:
            _join(groups, sums, a, b)
    heap = [
        (-total / (len(groups[a]) * len(groups[b])), a, b)
        for (a, b), total in sums.items()
        if total is not None
    ]
    heapq.heapify(heap)
    while heap and -heap[0][0] >= threshold:
        mean, a, b = heapq.heappop(heap)
        total = sums.get((a, b))
        if a not in groups or b not in groups or total is None:
            continue
        if mean != -total / (len(groups[a]) * len(groups[b])):
            continue  # an entry from before one of the two grew
        _join(groups, sums, a, b)
        for other in groups:
            if other != a:
                pair = (min(a, other), max(a, other))
                total = sums[pair]
                if total is not None:
                    heapq.heappush(heap, (-total / (len(groups[a]) * len(groups[other])), *pair))
    return [tuple(sorted(g)) for g in groups.values()]


def _group_of(groups: dict[int, list[int]], item: int) -> int:
    return next(g for g, members in groups.items() if item in members)


def _join(
    groups: dict[int, list[int]], sums: dict[tuple[int, int], float | None], keep: int, gone: int
) -> None:
    groups[keep] = groups[keep] + groups.pop(gone)
    sums.pop((keep, gone), None)
    for other in groups:
        if other == keep:
            continue
        kept, lost = (min(keep, other), max(keep, other)), (min(gone, other), max(gone, other))
        one, two = sums[kept], sums.pop(lost)
        sums[kept] = None if one is None or two is None else one + two
