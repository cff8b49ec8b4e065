"""Things joined step by step, each step with its reason."""

from __future__ import annotations

from collections.abc import Iterable


class Unions:
    """Disjoint groups of names; every join that changed something keeps the sentence that says why."""

    def __init__(self, names: Iterable[str]) -> None:
        self._root = {name: name for name in names}
        self._why: dict[str, list[str]] = {name: [] for name in self._root}

    def join(self, first: str, second: str, why: str) -> None:
        """Put two names in one group; names that aren't here are passed over."""
        if first not in self._root or second not in self._root:
            return
        low, high = sorted((self._find(first), self._find(second)))
        if low == high:
            return
        self._root[high] = low
        self._why[low] += [*self._why.pop(high), why]

    def is_joined(self, first: str, second: str) -> bool:
        """True if both stand in one group."""
        return first in self._root and second in self._root and self._find(first) == self._find(second)

    def groups(self) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
        """Each group's names, sorted, with its reasons, sorted; groups by first name."""
        found: dict[str, list[str]] = {}
        for name in sorted(self._root):
            found.setdefault(self._find(name), []).append(name)
        return sorted((tuple(names), tuple(sorted(set(self._why[root])))) for root, names in found.items())

    def _find(self, name: str) -> str:
        while self._root[name] != name:
            self._root[name] = self._root[self._root[name]]
            name = self._root[name]
        return name
