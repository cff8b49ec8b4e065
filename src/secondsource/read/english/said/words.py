"""What each attributing word takes as content, from `words/attributing.toml`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from secondsource.read.english.lexicon import entries


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What may follow a word as the content: `takes` and `prepositions` as the head of the list explains them."""

    takes: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()

    def joined(self, takes: Iterable[str], prepositions: Iterable[str]) -> Frame:
        """Both together, for a word that stands in several entries."""
        return Frame(takes=self.takes.union(takes), prepositions=self.prepositions.union(prepositions))


@cache
def frames(part: str) -> dict[str, Frame]:
    """The frame of each verb, noun or adjective of the list, by lemma."""
    found: dict[str, Frame] = {}
    for entry in entries("attributing", ("part", "takes")):
        if entry["part"] == part:
            for word in entry["words"]:
                found[word] = found.get(word, Frame()).joined(entry["takes"], entry.get("prepositions", ()))
    return found
