"""The words of a running text, with what joins them into names and what opens sentences."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_]+(?:['’.&][^\W\d_]+)*\.?")
_JOINT = re.compile(r"[ \u00a0]|-|\n")
_OPENING = re.compile(r"[.!?:;\n\"“”(]|--|—")
# "St.", "W.Va.", "U.S.": a stop that ends no sentence.
_ABBREVIATION = re.compile(r"(?:St|Ste|Mt|Ft|[A-Z])\.|(?:[A-Z][a-z]?[a-z]?\.)+[A-Z][a-z]?\.?")
_POSSESSIVE = re.compile(r"['’][sS]$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word without "'s"; `opens` a sentence; `is_joined` to the one before by a blank or a hyphen alone."""

    text: str
    start: int
    opens: bool
    is_joined: bool

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def low(self) -> str:
        return self.text.casefold().rstrip(".")


def running_words(text: str, is_abbreviation: Callable[[str], bool]) -> Iterator[Word]:
    """All words in order; `is_abbreviation` knows more of those whose stop ends no sentence.

    >>> [(w.text, w.opens, w.is_joined) for w in running_words("St. Ives's men. Go", lambda word: False)]
    [('St.', True, False), ('Ives', False, True), ('men', False, False), ('Go', True, False)]
    """
    end = 0
    for match in _WORD.finditer(text):
        word = _POSSESSIVE.sub("", match[0])
        if not (_ABBREVIATION.fullmatch(word) or is_abbreviation(word)):
            word = word.rstrip(".")
        gap = text[end : match.start()]
        opens = not end or bool(_OPENING.search(gap))
        yield Word(word, match.start(), opens, bool(end and _JOINT.fullmatch(gap)))
        end = match.start() + len(word)  # what was cut off joins nothing
