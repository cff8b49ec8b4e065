"""How many other outlets each text names: of two alike texts of one day, that which credits the other came later.

Where neither does, the outlet that more texts credit was first: a paper may leave its agency's name out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from secondsource.collect.wording import Wording, wording_of

# A name of one word ("Reuters", "Dawn") is a credit only where credits stand: in the dateline or at the very end.
_HEAD_WORDS, _TAIL_WORDS = 12, 8


def count_credits(outlets: Sequence[str], wordings: Sequence[Wording]) -> list[tuple[int, int]]:
    """For each text, by its outlet and words: how many other outlets of these it names, and how many name its own.

    Linear in the words.
    """
    names = {words: outlet for outlet in sorted(set(outlets)) if (words := wording_of(outlet).words)}
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for words in sorted(names):
        by_first.setdefault(words[0], []).append(words)
    named = [_named(wording_of(o).words, w.words, by_first) for o, w in zip(outlets, wordings, strict=True)]
    times = Counter(name for names in named for name in names)
    return [(len(n), times[wording_of(o).words]) for o, n in zip(outlets, named, strict=True)]


def _named(
    own: tuple[str, ...], words: tuple[str, ...], by_first: dict[str, list[tuple[str, ...]]]
) -> set[tuple[str, ...]]:
    found: set[tuple[str, ...]] = set()
    for place, word in enumerate(words):
        for name in by_first.get(word, ()):
            is_edge = place < _HEAD_WORDS or place >= len(words) - _TAIL_WORDS
            if name != own and (len(name) > 1 or is_edge) and words[place : place + len(name)] == name:
                found.add(name)
    return found
