"""Invisible marks of direction and joining, carried through a library that would drop them.

trafilatura keeps printable characters alone, but Persian is misspelt without U+200C and a text that was written to
deceive by U+202E must be kept as it was written. So they travel as letters of a script that the page doesn't use.
"""

from __future__ import annotations

import re
from html import unescape

_MARKS = "\u061c\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_ENTITY = re.compile(r"&(?:zwnj|zwj|lrm|rlm|#[xX]0*[0-9A-Fa-f]{3,4}|#0*[0-9]{4});")
# Egyptian hieroglyphs, Linear A and cuneiform: letters to every library, and in no page on armed groups.
_SCRIPTS = (0x13000, 0x10600, 0x12000)


class Carrier:
    """A way there and back for one page: `back(there(page))` is `page`, entities for marks aside."""

    def __init__(self, page: str) -> None:
        start = next((s for s in _SCRIPTS if not any(chr(s + n) in page for n in range(len(_MARKS)))), None)
        # A page that uses all three scripts loses its marks rather than gain letters.
        letters = [chr((start or 0) + n) for n in range(len(_MARKS))] if start else []
        self._there = {ord(mark): letter for mark, letter in zip(_MARKS, letters, strict=False)}
        self._back = {ord(letter): mark for mark, letter in zip(_MARKS, letters, strict=False)}

    def there(self, page: str) -> str:
        """The page with a letter for each mark, also for those written as entities."""
        return _ENTITY.sub(_mark_or_same, page).translate(self._there)

    def back(self, words: str | None) -> str | None:
        """The words with their marks again."""
        return words.translate(self._back) if words else words


def _mark_or_same(match: re.Match[str]) -> str:
    return mark if (mark := unescape(match[0])) in _MARKS else match[0]
