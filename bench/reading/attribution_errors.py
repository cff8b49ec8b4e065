"""Counts of what an attribution finder gets wrong, by class, paired as the scorer pairs (content, then source)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

_MARKS = " \n\t\"'\u201c\u201d\u2018\u2019.,"
# What the scorer takes for a pair at all, and what counts here as the same content.
_LEAST = 0.1
_SAME = 0.8

Parts = dict[str, frozenset[int]]


def count(text: str, gold: Iterable[Any], predicted: Iterable[Any]) -> Counter[str]:
    """The errors of one article, by class."""
    marked, found = [_parts(text, a) for a in gold], [_parts(text, a) for a in predicted]
    pairs = _paired(marked, found)
    errors: Counter[str] = Counter()
    for i, g in enumerate(marked):
        if i not in pairs:
            same_cue = any(g["cue"] & f["cue"] for f in found)
            errors["missed: cue seen, other content" if same_cue else "missed: cue not seen"] += 1
    for j, f in enumerate(found):
        if j not in pairs.values():
            is_inside = any(f["cue"] <= g["content"] for g in marked)
            errors["false: inside another's content" if is_inside else "false: elsewhere"] += 1
    for i, j in pairs.items():
        g, f = marked[i], found[j]
        if not g["cue"] & f["cue"]:
            errors["paired: by another cue"] += 1
            continue
        if g["source"] != f["source"]:
            errors[f"paired: source {_difference(g['source'], f['source'])}"] += 1
        if _dice(g["content"], f["content"]) < _SAME:
            errors["paired: content too long or short"] += 1
    return errors


def _difference(marked: frozenset[int], found: frozenset[int]) -> str:
    if not marked:
        return "given where nobody is marked"
    if not found:
        return "not given"
    return "too long or short" if marked & found else "another one"


def _paired(marked: list[Parts], found: list[Parts]) -> dict[int, int]:
    scored = [
        (-_dice(g["content"], f["content"]), -_dice(g["source"], f["source"]), i, j)
        for i, g in enumerate(marked)
        for j, f in enumerate(found)
        if _dice(g["content"], f["content"]) >= _LEAST
    ]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in sorted(scored):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def _parts(text: str, attribution: Any) -> Parts:
    return {part: _trimmed(text, attribution.get(part) or ()) for part in ("source", "cue", "content")}


def _trimmed(text: str, spans: Iterable[Any]) -> frozenset[int]:
    kept: set[int] = set()
    for start, end in spans:
        while start < end and text[start] in _MARKS:
            start += 1
        while end > start and text[end - 1] in _MARKS:
            end -= 1
        kept |= set(range(start, end))
    return frozenset(kept)


def _dice(a: frozenset[int], b: frozenset[int]) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 1.0
