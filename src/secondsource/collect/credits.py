"""How many other outlets each text names: of two alike texts of one day, that which credits the other came later."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.collect.wording import Wording, wording_of

# A name of one word ("Reuters", "Dawn") is a credit only where credits stand: in the dateline or at the very end.
_HEAD_WORDS, _TAIL_WORDS = 12, 8


def count_credits(outlets: Sequence[str], wordings: Sequence[Wording]) -> list[int]:
    """For each text, by its outlet and its words, the number of other outlets of these that it names.

    Linear in the words.
    """
    names = {words: outlet for outlet in sorted(set(outlets)) if (words := wording_of(outlet).words)}
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for words in sorted(names):
        by_first.setdefault(words[0], []).append(words)
    return [_count(outlet, w.words, by_first) for outlet, w in zip(outlets, wordings, strict=True)]


def _count(outlet: str, words: tuple[str, ...], by_first: dict[str, list[tuple[str, ...]]]) -> int:
    own = wording_of(outlet).words
    found: set[tuple[str, ...]] = set()
    for place, word in enumerate(words):
        for name in by_first.get(word, ()):
            is_edge = place < _HEAD_WORDS or place >= len(words) - _TAIL_WORDS
            if name != own and (len(name) > 1 or is_edge) and words[place : place + len(name)] == name:
                found.add(name)
    return len(found)
