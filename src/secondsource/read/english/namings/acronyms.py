"""Where the long form of an abbreviation starts: letters laid over the words before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

_STOP = frozenset(
    [
        "of",
        "the",
        "and",
        "for",
        "in",
        "to",
        "on",
        "at",
        "e",
        "al",
        "ul",
        "ur",
        "el",
        "de",
        "la",
        "le",
        "du",
        "des",
        "y",
        "d",
        "-",
        "'",
        "'s",
        "s",
    ]
)
_MAX_SKIPPED = 5


def is_short(word: str, *, is_lower: bool = False) -> bool:
    """True for what looks like an abbreviation: at least two capitals, or any short word of a lower-case text.

    >>> [w for w in ("FARC", "LeT", "uc-eln", "Army", "I") if is_short(w)]
    ['FARC', 'LeT']
    """
    letters = [c for c in word if c.isalpha()]
    if re.match(r"[A-Z]?[a-z]{1,3}-[A-Z][a-z]+$", word):  # "Al-Ahad" is a word with its article
        return False
    if not 2 <= len(letters) <= 11 or not re.fullmatch(r"[\w.&'/-]+", word):
        return False
    if is_lower:
        return len(letters) <= 9
    return sum(c.isupper() for c in letters) >= 2


def align(short: Sequence[str], words: Sequence[str], *, is_strict: bool = False) -> int | None:
    """The index in `words` at which the long form of the abbreviation's tokens starts, or None.

    The long form ends with the last word. Tokens of the abbreviation may repeat words ("CPI Maoist"). Strict:
    each letter starts a word and no word but small ones is passed over.

    >>> align(["CPI", "Maoist"], ["the", "Communist", "Party", "of", "India", "Maoist"])
    1
    >>> align(["LeT"], ["the", "LashkareToiba"])
    1
    """
    at = len(words)
    low = [w.lower() for w in words]
    for token in reversed(short):
        if at and len(token) > 1 and low[at - 1] == token.lower():
            at -= 1
            continue
        letters = "".join(c for c in token.lower() if c.isalpha())
        if not letters:
            continue
        start = _lay(letters, low, at, 0, is_strict)
        if start is None and not is_strict and at and _inside(letters, low[at - 1]):
            start = at - 1
        if start is None:
            return None
        at = start
    return at if at < len(words) else None


def _lay(letters: str, words: Sequence[str], at: int, skipped: int, is_strict: bool) -> int | None:
    """The first word used when the letters are laid right to left over words[:at]."""
    if not letters:
        return at
    if at == 0 or skipped > _MAX_SKIPPED:
        return None
    word = words[at - 1]
    if word in _STOP:  # "Organization of American States": OAS starts at the organisation, not at "of"
        start = _lay(letters, words, at - 1, skipped + 1, is_strict)
        if start is not None:
            return start
    for length in (1,) if is_strict else (1, 2, 3, 4):
        if length <= len(letters) and word[:length] == letters[-length:]:
            start = _lay(letters[:-length], words, at - 1, skipped, is_strict)
            if start is not None:
                return start
    return None


def _inside(letters: str, word: str) -> bool:
    """True if the letters stand in this order in one word that starts with the first of them."""
    if len(letters) < 2 or not word.startswith(letters[0]):
        return False
    at = 0
    for letter in letters:
        at = word.find(letter, at) + 1
        if not at:
            return False
    return len(word) > 2 * len(letters)
