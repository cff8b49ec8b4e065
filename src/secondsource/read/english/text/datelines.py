"""Datelines: where a report was filed, on which day and by which agency, before its first words.

"LIMA, 3 May (Harbour Wire) - Police said": the place is neither a speaker nor a doer, and the day is that of the
report. What a dateline tells is the collector's business; the parser is to see the sentence behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from secondsource.read.english.lexicon import lines

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DAY = rf"(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH})(?:,?\s+(?:\d{{4}}|\d\d))?"
_WORD = r"[^\W\d_][\w'\u2019.-]*"
_PLACE = rf"{_WORD}(?:[ ]{_WORD}){{0,3}}"
_DATELINE = re.compile(
    rf"^[ \t]*(?P<place>{_PLACE}(?:\s?[,/][ ]?(?!{_MONTH}[ ]\d){_PLACE}){{0,2}})"
    rf"(?P<day>,?[ ]+{_DAY})?(?P<agency>[ ]*\([^()\d]{{2,40}}\))?"
    r"[ ]*(?:--+|[\u2013\u2014]|-(?=[ ]))[ ]*",
    re.M | re.I,
)
_LOWER_WORD = re.compile(r"\b[a-z]{2,}\b")
_FEWEST_WORDS = 4


def find_datelines(text: str) -> Iterator[tuple[int, int]]:
    """The datelines of a text as `[start, end)`, the dash and the blank behind it included.

    >>> text = "LIMA, May 3 (Harbour Wire) - Police in Lima said that two men had been held."
    >>> [text[end:][:14] for start, end in find_datelines(text)]
    ['Police in Lima']
    >>> list(find_datelines("RED HAND - STATEMENT No. 4 of the year"))
    []
    """
    for match in _DATELINE.finditer(text):
        if _is_dateline(match) and _opens_a_sentence(text, match.end()):
            yield match.start(), match.end()


def _is_dateline(match: re.Match[str]) -> bool:
    """A place in capitals, or one with a day or an agency behind it; the name of a body is no place."""
    place = match["place"]
    words = re.findall(_WORD, place)
    if any(w.lower() in lines("organisation_heads") for w in words):
        return False
    if match["day"] or match["agency"]:
        return all(w[0].isupper() or w.lower() in {"al", "el", "de", "of", "the", "and"} for w in words)
    return place.isupper() and len(words[0]) > 1


def _opens_a_sentence(text: str, at: int) -> bool:
    """True if a sentence in small letters follows, not the rest of a heading."""
    line = text[at : at + 160].partition("\n\n")[0]
    first = line.split(maxsplit=1)[:1]
    if not first or not (line[0].isupper() or line[0] in "\"'\u201c\u2018"):
        return False
    is_shouted = len(first[0]) > 2 and first[0].isupper() and not first[0].isdigit()
    words = _LOWER_WORD.findall(line)
    return len(words) >= _FEWEST_WORDS and not (is_shouted and len(words) < 2 * _FEWEST_WORDS)
