"""The names nearest to a name, out of many, without comparing it with each.

Names are cut into runs of four letters, across their blanks. Those that share most of the rarest runs are weighed
letter by letter; where none of them is near, more runs are followed and sounds are weighed too
(`transliteration`). Names in another script are found by the consonants that they share.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz, process

from secondsource.resolve.names import name_key, name_tokens
from secondsource.resolve.transliteration import fold_name, romanise

# How many names may be looked at under the rarest runs, and how many are then weighed: at first, and where the best
# is not near. Chosen with `python bench/resolve/lookup.py --seed 1` and reported with another seed (2026-11-26):
# fewer lose names, more cost time.
_FIRST, _NEAR = (200, 32), 90.0
_SECOND = (4_000, 256)
_RUN, _END = 4, 3
_Positions = npt.NDArray[np.int32]
_Block = tuple[int, int, _Positions]  # how many, which: so that blocks sort alike in every process


@dataclass(frozen=True, slots=True)
class Near:
    """A name of the index by its position, and how alike it is, 0 to 1."""

    position: int
    likeness: float


class NameIndex:
    """Names found by their letters and sounds; immutable once made.

    What only `nearest` needs is made when it is first asked.
    """

    def __init__(self, names: Sequence[str]) -> None:
        self._names = tuple(names)
        self._by_consonants: dict[str, list[int]] = {}
        for position, name in enumerate(names):
            self._by_consonants.setdefault(name_key(name), []).append(position)

    def same_consonants(self, name: str) -> list[int]:
        """Positions of the names whose telling words have the same consonants, in whatever script; sorted."""
        return self._by_consonants.get(name_key(name), [])

    def nearest(self, name: str, limit: int = 1) -> list[Near]:
        """At most `limit` names, the likest first; of equally like ones the earlier.

        Where one is asked for and its letters are near, its sounds are not looked at.
        """
        written = fold_name(name)
        by_run = self._by_run
        shared = by_run.keys() & _runs(written)
        blocks = sorted([by_run[r] for r in shared])
        if limit == 1:
            found = _sharing(blocks, *_FIRST)
            near = process.extractOne(
                written, self._written[found].tolist(), scorer=fuzz.ratio, score_cutoff=_NEAR
            )
            if near:
                return [Near(int(found[near[2]]), near[1] / 100)]
        found = _sharing(blocks, *_SECOND)
        by_letter = _scores(written, self._written, found)
        by_ear = _scores(_sound(name), self._heard, found)
        return _best(found, (by_letter + by_ear) / np.float32(2), limit)

    @cached_property
    def _written(self) -> npt.NDArray[np.object_]:
        return np.array([fold_name(n) for n in self._names], dtype=object)

    @cached_property
    def _heard(self) -> npt.NDArray[np.object_]:
        return np.array([_sound(n) for n in self._names], dtype=object)

    @cached_property
    def _by_run(self) -> dict[str, _Block]:
        found: dict[str, list[int]] = {}
        for position, written in enumerate(self._written):
            for run in _runs(written):
                found.setdefault(run, []).append(position)
        return {
            run: (len(at), number, np.array(at, dtype=np.int32))
            for number, (run, at) in enumerate(sorted(found.items()))
        }


def _sharing(blocks: Sequence[_Block], looked_at: int, weighed: int) -> _Positions:
    """Positions in most of the blocks (sorted by length) that hold `looked_at` together; about `weighed`."""
    chosen: list[_Positions] = []
    for size, _, block in blocks:
        looked_at -= size
        if looked_at < 0 and chosen:
            break
        chosen.append(block)
    if not chosen:
        return np.empty(0, dtype=np.int32)
    together = np.concatenate(chosen)
    together.sort()
    is_first = np.empty(len(together), dtype=bool)
    is_first[0] = True
    np.not_equal(together[1:], together[:-1], out=is_first[1:])
    first = np.flatnonzero(is_first)
    found = together[first]
    if len(found) <= weighed:
        return found
    counts = np.empty_like(first)
    counts[:-1] = first[1:] - first[:-1]
    counts[-1] = len(together) - first[-1]
    names = 0  # that share `least` blocks or more
    by_count = np.bincount(counts).tolist()
    for least in range(len(by_count) - 1, 0, -1):
        names += by_count[least]
        if names + by_count[least - 1] > weighed:
            break
    return found[counts >= least]


def _scores(name: str, others: npt.NDArray[np.object_], found: _Positions) -> npt.NDArray[np.float32]:
    if not len(found):
        return np.empty(0, dtype=np.float32)
    scores: npt.NDArray[np.float32] = process.cdist(
        [name], others[found].tolist(), scorer=fuzz.ratio, dtype=np.float32
    )[0]
    return scores


def _best(found: _Positions, scores: npt.NDArray[np.float32], limit: int) -> list[Near]:
    order = np.argsort(-scores, kind="stable")[:limit].tolist()
    return [Near(int(found[n]), float(scores[n]) / 100) for n in order]


def _sound(name: str) -> str:
    tokens = name_tokens(name)
    return "".join([romanise(t, n == len(tokens) - 1) for n, t in enumerate(tokens)])


def _runs(written: str) -> set[str]:
    """Runs of four letters, and the first and last two with what marks the end."""
    padded = f"^{written.replace(' ', '')}$"
    return {padded[n : n + _RUN] for n in range(len(padded) - _RUN + 1)} | {padded[:_END], padded[-_END:]}
