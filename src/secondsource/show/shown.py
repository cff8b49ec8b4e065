"""Words of a source made safe to show: control and direction characters visible, blanks single."""

from __future__ import annotations

import re
import unicodedata

# Joiners shape Persian and Indic words and are kept. Everything else that is invisible is written out, since
# an override can make a name read as another one.
_KEPT = {"\u200c", "\u200d"}
_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn"}
_BLANKS = re.compile(r"[ \t\r\n\f\v\u00a0\u2028\u2029]+")


def shown(words: str) -> str:
    """The words on one line, each control character as its escape.

    >>> shown("a\\n b\\u202ec")
    'a b\\\\u202ec'
    """
    return "".join(_visible(c) for c in _BLANKS.sub(" ", words))


def _visible(c: str) -> str:
    if c in _KEPT or unicodedata.category(c) not in _HIDDEN:
        return c
    return c.encode("unicode_escape").decode("ascii")
