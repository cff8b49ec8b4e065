"""Phrases that signal a statement: lexicon entries found in a parse.

A phrase is words with blanks between, each for one token: `verify` is the word itself in any case, `~verify` any
form of it, `a|b` one of several, `word?` may be missing, `*3` up to three tokens whatever they are, within the
sentence. `-` and `'s` are tokens of their own, as the parser cuts them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from spacy.tokens import Doc, Token

from secondsource.errors import LexiconError
from secondsource.read.english.lexicon import entries


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCue:
    """A lexicon entry found at tokens [start, end)."""

    entry: dict[str, Any]
    number: int
    start: int
    end: int

    def get(self, key: str, default: Any = None) -> Any:
        """The entry's value for a key."""
        return self.entry.get(key, default)


@dataclass(frozen=True, slots=True)
class _Element:
    words: frozenset[str] = frozenset()
    lemmas: frozenset[str] = frozenset()
    gap: int = 0
    is_optional: bool = False

    def fits(self, token: Token) -> bool:
        return token.lower_ in self.words or token.lemma_.lower() in self.lemmas


_Phrase = tuple[tuple[_Element, ...], int]


@dataclass(frozen=True, slots=True)
class Phrasebook:
    """The entries of one lexicon, indexed by the word that each phrase starts with."""

    entries: tuple[dict[str, Any], ...]
    _by_word: dict[str, list[_Phrase]] = field(repr=False)
    _by_lemma: dict[str, list[_Phrase]] = field(repr=False)

    def find(self, doc: Doc) -> Iterator[FoundCue]:
        """Every entry found, in the order of the text; at one start the longest fit of each entry."""
        for sentence in doc.sents:
            for i in range(sentence.start, sentence.end):
                token = doc[i]
                best: dict[int, int] = {}
                for elements, number in (
                    *self._by_word.get(token.lower_, ()),
                    *self._by_lemma.get(token.lemma_.lower(), ()),
                ):
                    end = _fit(doc, i, sentence.end, elements, 0)
                    if end is not None and end > best.get(number, 0):
                        best[number] = end
                for number, end in sorted(best.items()):
                    yield FoundCue(entry=self.entries[number], number=number, start=i, end=end)


@cache
def phrasebook(name: str, *needed: str) -> Phrasebook:
    """The phrases of `words/NAME.toml`, whose entries all carry the needed keys.

    Raises LexiconError for an entry without them and for a phrase that starts with nothing to look for.
    """
    found = entries(name, needed)
    by_word: dict[str, list[_Phrase]] = {}
    by_lemma: dict[str, list[_Phrase]] = {}
    for number, entry in enumerate(found):
        for phrase in entry["words"]:
            elements = tuple(_element(word) for word in phrase.split())
            if not elements or elements[0].gap or elements[0].is_optional:
                raise LexiconError(
                    f"{name}.toml",
                    f'"{phrase}" starts with a gap.',
                    "Start it with a word that must be there.",
                )
            for word in elements[0].words:
                by_word.setdefault(word, []).append((elements, number))
            for lemma in elements[0].lemmas:
                by_lemma.setdefault(lemma, []).append((elements, number))
    return Phrasebook(found, by_word, by_lemma)


def _element(word: str) -> _Element:
    gap = re.fullmatch(r"\*(\d+)", word)
    if gap:
        return _Element(gap=int(gap[1]))
    is_optional = len(word) > 1 and word.endswith("?")
    parts = (word[:-1] if is_optional else word).split("|")
    return _Element(
        words=frozenset(p.lower() for p in parts if not p.startswith("~")),
        lemmas=frozenset(p[1:].lower() for p in parts if p.startswith("~")),
        is_optional=is_optional,
    )


def _fit(doc: Doc, i: int, limit: int, elements: tuple[_Element, ...], k: int) -> int | None:
    """The end of the longest fit of elements[k:] at token i, or None; a gap takes as little as it can."""
    if k == len(elements):
        return i
    element = elements[k]
    if element.gap:
        for skip in range(min(element.gap, limit - i) + 1):
            end = _fit(doc, i + skip, limit, elements, k + 1)
            if end is not None:
                return end
        return None
    if i < limit and element.fits(doc[i]):
        end = _fit(doc, i + 1, limit, elements, k + 1)
        if end is not None:
            return end
    return _fit(doc, i, limit, elements, k + 1) if element.is_optional else None
