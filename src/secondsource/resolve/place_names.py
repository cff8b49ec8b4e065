"""Place names in the form in which the gazetteer holds them, parted from words such as "governorate"."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from secondsource.errors import LexiconError
from secondsource.records import PlaceKind
from secondsource.resolve.transliteration import consonants, fold_name, has_arabic, romanise

_PATH = Path(__file__).with_name("place_words.toml")
_ARTICLES = frozenset(
    ("al", "el", "ul", "il", "as", "ash", "an", "ar", "at", "ad", "az", "adh", "ath", "es", "esh", "ez")
) | frozenset(("ed", "et", "er", "en", "ur", "ud", "us"))
_ARABIC_ARTICLE = re.compile(r"(?<!\w)(?:ال)(?=\w{2})")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceWords:
    """A place name without its surroundings, and the kinds that those ask for (empty: any)."""

    name: str
    kinds: tuple[PlaceKind, ...]
    is_part: bool
    """"northern Iraq" is a part of Iraq"""


def fold_place(name: str) -> str:
    """One form for spellings that differ in case, accents, hyphens, quotes or Arabic articles.

    >>> fold_place("Deir ez-Zor"), fold_place("Al-Qa'im"), fold_place("القائم")
    ('deir zor', 'qaim', 'قايم')
    """
    folded = fold_name(name.replace("ı", "i"))
    if has_arabic(folded):
        folded = _ARABIC_ARTICLE.sub("", folded)
        return folded.replace("ة", "ه")
    *first, last = folded.split() or [""]
    return " ".join([*(t for t in first if t not in _ARTICLES), last])


@lru_cache(maxsize=65536)
def place_sound(name: str) -> str:
    """Consonants and places of vowels: equal for transliterations of one place name.

    >>> place_sound("Dayr az-Zawr") == place_sound("Deir ez-Zor"), place_sound("Mosul") == place_sound("Masal")
    (True, True)
    """
    tokens = fold_place(name).split()
    return " ".join(consonants(t, n == len(tokens) - 1) for n, t in enumerate(tokens))


@lru_cache(maxsize=65536)
def place_vowels(name: str) -> str:
    """The name in Latin sound classes, for a likeness after `place_sound` agreed."""
    tokens = fold_place(name).split()
    return " ".join(romanise(t, n == len(tokens) - 1) for n, t in enumerate(tokens))


@lru_cache(maxsize=16384)
def read_place_words(name: str) -> PlaceWords:
    """Takes kinds ("governorate", "air base") and parts ("northern") off a name.

    >>> read_place_words("northern Nineveh governorate")
    PlaceWords(name='nineveh', kinds=(<PlaceKind.PROVINCE: 'province'>,), is_part=True)
    """
    folded = " ".join(re.sub(r"[^\w\s-]", " ", name.casefold()).split())
    kinds: tuple[PlaceKind, ...] = ()
    is_part = False
    patterns = _patterns()
    for _ in range(4):
        before = folded
        for pattern, of in patterns.kinds:
            if (found := pattern.search(folded)) and (found[1] or found[2]):
                rest = found[1] or found[2]
                folded, kinds = rest, kinds or of
                break
        if found := patterns.around.match(folded):
            is_part = is_part or not found[1].endswith(("of", "the", "ain", "ayn", "عين", "in", "at", "near"))
            folded = found[2]
        if folded == before:
            break
    return PlaceWords(name=fold_place(folded), kinds=kinds, is_part=is_part)


def ends_of_way(name: str) -> tuple[str, ...]:
    """The two ends that name a way, as written; empty for all else.

    >>> ends_of_way("the Baghdad-Mosul highway"), ends_of_way("Khyber Pass")
    (('Baghdad', 'Mosul'), ())
    """
    found = _patterns().way.match(" ".join(name.split()))
    return (found[1], found[2]) if found else ()


def is_place_word(folded: str) -> bool:
    """True for a word beside names of places that names none itself: "base", "district", "west"."""
    return folded in _place_words()


@cache
def _place_words() -> frozenset[str]:
    return frozenset(fold_place(w) for entry in load_place_words().values() for w in entry["words"])


@dataclass(frozen=True, slots=True)
class _Patterns:
    kinds: tuple[tuple[re.Pattern[str], tuple[PlaceKind, ...]], ...]
    around: re.Pattern[str]
    way: re.Pattern[str]


@cache
def load_place_words() -> dict[str, Any]:
    """The lists of `place_words.toml`. Raises LexiconError naming file and list if one breaks the format."""
    try:
        data = tomllib.loads(_PATH.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(_PATH.name, str(error), "Mend the file; nothing was resolved.") from error
    if data.pop("format", None) != 1:
        raise LexiconError(_PATH.name, "`format` is not 1.", "Use the file that came with this version.")
    for section, entry in data.items():
        missing = {"words", "example", "name", "not"} - entry.keys()
        if missing:
            raise LexiconError(f"{_PATH.name}, [{section}]", f"lacks {', '.join(sorted(missing))}.", None)
    return data


@cache
def _patterns() -> _Patterns:
    data = load_place_words()

    def either(section: str) -> str:
        return "|".join(re.escape(w) for w in sorted(data[section]["words"], key=len, reverse=True))

    kinds = tuple(
        (
            re.compile(rf"^(.+?) (?:{either(s)})$|^(?:the )?(?:{either(s)})(?: of)? (.+)$"),
            tuple(PlaceKind(k) for k in data[s]["kinds"]),
        )
        for s in data
        if "kinds" in data[s]
    )
    way = rf"^(?:the )?(\S.{{1,60}}?)\s?(?:-|–|—| to )\s?(\S.{{1,60}}?) (?:{either('way')})$"
    return _Patterns(
        kinds=kinds,
        around=re.compile(rf"^({either('around')}) (.+)$"),
        way=re.compile(way, re.IGNORECASE),
    )
