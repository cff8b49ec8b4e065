"""A text as a row of normalised words that know their places, with the hashes of its runs of six words.

Case, accents, vowel signs, punctuation and the width of letters don't count, so that two copies are alike though one
was typed in capitals and the other has curly quotes.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]

GRAM_WORDS = 6
# Chinese, Japanese and Thai are written without blanks: there each character is a word.
_WORD = re.compile(
    r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\W\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]+"
)
_BASE = 0x9E3779B97F4A7C15


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Wording:
    """`words[i]` stands at `[starts[i], ends[i])`; `grams[i]` is the hash of `words[i : i + 6]`."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    grams: Hashes


@lru_cache(maxsize=512)
def wording_of(text: str) -> Wording:
    """The words of a text, in linear time.

    >>> wording_of("Iran’s ÉLITE force").words
    ('iran', 's', 'elite', 'force')
    """
    words, starts, ends = [], [], []
    for match in _WORD.finditer(text):
        if word := _normal(match[0]):
            words.append(word)
            starts.append(match.start())
            ends.append(match.end())
    return Wording(words=tuple(words), starts=tuple(starts), ends=tuple(ends), grams=_grams(words))


def winnow(grams: Hashes, window: int) -> Hashes:
    """A sample of the hashes: the least of every `window` in a row, each taken once.

    Two texts that share `window + 5` words in a row share at least one (Schleimer, Wilkerson, Aiken: Winnowing,
    SIGMOD 2003, section 3).
    """
    if len(grams) == 0:
        return grams
    if len(grams) <= window:
        return np.array([grams.min()], dtype=np.uint64)
    return np.unique(np.lib.stride_tricks.sliding_window_view(grams, window).min(axis=1))


def _grams(words: list[str]) -> Hashes:
    if len(words) < GRAM_WORDS:
        return np.empty(0, dtype=np.uint64)
    single = np.fromiter((_hash(w) for w in words), dtype=np.uint64, count=len(words))
    count = len(words) - GRAM_WORDS + 1
    total = np.zeros(count, dtype=np.uint64)
    for place in range(GRAM_WORDS):
        total = total * np.uint64(_BASE) + single[place : place + count]
    # Spread the bits (splitmix64), or the least of a window would favour certain first words.
    total = (total ^ (total >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    total = (total ^ (total >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return total ^ (total >> np.uint64(31))


@lru_cache(maxsize=200_000)
def _hash(word: str) -> int:
    return int.from_bytes(
        hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big"
    )


@lru_cache(maxsize=200_000)
def _normal(word: str) -> str:
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c) and c != "\u0640")
