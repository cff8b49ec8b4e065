"""How far a name, a day, a number or a few words that were read agree with what was annotated: 0, a half or 1."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable

from secondsource.records import DayRange
from secondsource.score.accounts import Names, People
from secondsource.score.near import near

_UNSURE = re.compile("[?~%]")
# How many more words than the longest annotated name a name may have; a whole sentence names nothing.
_WORDS_TO_SPARE = 6
_LEAST_SHARED_OF_NAME, _LEAST_SHARED_OF_WORDS = 0.5, 0.34
_NO_YEAR, _YEAR_CHARS, _MONTH_CHARS = "XXXX", 4, 7


def words_of(name: str) -> tuple[str, ...]:
    """A name's words without case, accents and punctuation.

    >>> words_of("Frente Rojo, 2ª División")
    ('frente', 'rojo', '2a', 'division')
    """
    plain = unicodedata.normalize("NFKD", name).casefold()
    return tuple(re.findall(r"\w+", "".join(c for c in plain if not unicodedata.combining(c))))


def telling_words(name: str) -> frozenset[str]:
    """The words that tell the name from others.

    >>> sorted(telling_words("the Red Banner group"))
    ['banner', 'red']
    """
    return frozenset(words_of(name)) - near().small_words


def is_same_name(one: str, other: str) -> bool:
    """True if at least half of all their telling words are in both. A name of small words alone keeps them.

    >>> is_same_name("the Red Banner", "Red Banner Front"), is_same_name("Red Banner", "Green Banner Front")
    (True, False)
    """
    first, second = words_of(one), words_of(other)
    if not first or not second:
        return False
    if first == second:
        return True
    one_set, other_set = (telling_words(n) or frozenset(words_of(n)) for n in (one, other))
    return len(one_set & other_set) / len(one_set | other_set) >= _LEAST_SHARED_OF_NAME


def is_same_actor(annotated: Names, read: Names) -> bool:
    """True if a name that was read is one that the annotation has for that actor."""
    return any(is_same_name(a, r) for a in annotated for r in read)


def shares_words(annotated: Collection[str], read: Iterable[str]) -> bool:
    """True if words that were read name one of the annotated things: one holds the other, or a third is shared."""
    wanted = [telling_words(w) for w in annotated]
    most = max(map(len, wanted), default=0) + _WORDS_TO_SPARE
    got = [words for w in read if w and len(words := telling_words(w)) <= most]
    return any(w and g and _is_part(w, g) for w in wanted for g in got)


def day_share(annotated: str, read: DayRange | None) -> float:
    """1 for the day or range that was annotated (an EDTF string), a half for another day of its month.

    Where nobody wrote a year, it must have been left open or marked as assumed.
    """
    if read is None:
        return 0.0
    ends = (d.isoformat() for d in (read.earliest, read.latest) if d)
    got = [_UNSURE.sub("", day) for day in (read.edtf, *ends)]
    if annotated.startswith(_NO_YEAR):
        is_open = "year" in read.assumed
        fits = (is_open or g.startswith(_NO_YEAR) for g in got if _but_year(g) == _but_year(annotated))
        return float(any(fits))
    day = _UNSURE.sub("", annotated)
    if day in got:
        return 1.0
    return 0.5 if any(g[:_MONTH_CHARS] == day[:_MONTH_CHARS] for g in got) else 0.0


def is_same_number(annotated: People, read: People | None) -> bool:
    """True if the least is the same, and so is the most where both say one."""
    if read is None or read[0] != annotated[0]:
        return False
    return annotated[1] is None or read[1] in (annotated[1], None)


def _is_part(one: frozenset[str], other: frozenset[str]) -> bool:
    shared = len(one & other)
    return shared == min(len(one), len(other)) or shared / len(one | other) >= _LEAST_SHARED_OF_WORDS


def _but_year(edtf: str) -> str:
    return edtf[_YEAR_CHARS:]
