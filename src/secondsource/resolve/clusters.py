"""Nodes joined into clusters by evidence, never across a line that someone drew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum


class Why(IntEnum):
    """What joins two names, strongest first; `words` is what an alias shows."""

    JUDGEMENT = 1
    STARTER_LIST = 2
    SAME_KEY = 3
    NAMING = 4
    ACRONYM = 5
    COUNTRY_LEFT_OUT = 6

    @property
    def words(self) -> str:
        """As shown in `Alias.joined_by`."""
        return self.name.lower().replace("_", " ")

    @property
    def probability(self) -> float:
        """How often names with this evidence are one actor's; 1 where a person decided."""
        return _PROBABILITY[self]


# Spelling and acronyms as `bench/resolve/evidence.py` has them; the list as on names/actors_dev (54 of 54) less its
# own mistakes; namings as often as the reader reads them rightly (0.91 on held-out texts, docs/benchmarks.md); an
# organ named without its country as often as a lone fitting name is meant, which nobody has measured.
_PROBABILITY = {
    Why.JUDGEMENT: 1.0,
    Why.STARTER_LIST: 0.97,
    Why.SAME_KEY: 0.97,
    Why.NAMING: 0.9,
    Why.ACRONYM: 0.95,
    Why.COUNTRY_LEFT_OUT: 0.9,
}


@dataclass(frozen=True, slots=True, order=True)
class Edge:
    """Evidence that two nodes are one actor. Sorted by strength, then by name."""

    why: Why
    a: str
    b: str


class Clusters:
    """Union of nodes along edges. `labels`: nodes that stand for different things and only a person may join."""

    def __init__(
        self, nodes: Iterable[str], labels: Mapping[str, str], apart: Iterable[frozenset[str]]
    ) -> None:
        self._parent = {n: n for n in nodes}
        self._labels = {n: {labels[n]} if n in labels else set() for n in self._parent}
        self._apart: dict[str, set[str]] = {}
        self.edges: list[Edge] = []
        for pair in apart:
            a, b = sorted(pair)
            if a in self._parent and b in self._parent:
                self._apart.setdefault(a, set()).add(b)
                self._apart.setdefault(b, set()).add(a)

    def find(self, node: str) -> str:
        """The node that stands for this one's cluster for the time being."""
        root = node
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[node] != root:
            self._parent[node], node = root, self._parent[node]
        return root

    def join(self, edges: Iterable[Edge]) -> None:
        """Joins along edges in their own order; one that would cross a line is left out."""
        for edge in sorted(set(edges)):
            if edge.a in self._parent and edge.b in self._parent and self._join(edge):
                self.edges.append(edge)

    def groups(self) -> list[tuple[str, ...]]:
        """All clusters, each sorted, sorted."""
        members: dict[str, list[str]] = {}
        for node in self._parent:
            members.setdefault(self.find(node), []).append(node)
        return sorted(tuple(sorted(m)) for m in members.values())

    def _join(self, edge: Edge) -> bool:
        a, b = self.find(edge.a), self.find(edge.b)
        if a == b:
            return True
        labels = self._labels[a] | self._labels[b]
        if len(labels) > 1 and self._labels[a] and self._labels[b] and edge.why is not Why.JUDGEMENT:
            return False
        if any(self.find(n) == b for n in self._apart.get(a, ())):
            return False
        keep, go = sorted((a, b))
        self._parent[go] = keep
        self._labels[keep] = labels
        if go in self._apart:
            self._apart.setdefault(keep, set()).update(self._apart[go])
        for enemy in self._apart.get(go, ()):
            root = self.find(enemy)
            self._apart.setdefault(root, set()).add(keep)
        return True
