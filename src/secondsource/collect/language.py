"""The language of a text as an ISO 639-1 code, or None where the text is too short to tell.

Told by py3langid's model and held against the script: what is written in Arabic letters can't be English.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Protocol, cast

_SAMPLE_CHARS = 4_000
_LEAST_LETTERS = 16
_ARABIC = frozenset({"ar", "fa", "ur", "ps", "ku", "ckb", "ug", "sd"})
_CYRILLIC = frozenset({"ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "tg", "mn", "tt", "uz"})
_CYRILLIC_ONLY = _CYRILLIC - {"sr", "uz"}
# No language, or taken for English by the model: Nigerian news in English comes out as Nigerian Pidgin.
_UNTOLD = frozenset({"zxx", "und", "qaa", "pcm"})


def language_of(text: str) -> str | None:
    """The language of the first 4,000 characters.

    >>> language_of("Militants attacked a police post near the town on Sunday night.")
    'en'
    >>> language_of("BAGHDAD") is None
    True
    """
    sample = text[:_SAMPLE_CHARS]
    # Addresses and tags are of no language and often the longest words of a short message.
    sample = re.sub(r"https?://\S+|[@#]\w+", " ", sample)
    letters = [c for c in sample if c.isalpha()]
    if len(letters) < _LEAST_LETTERS:
        return None
    # The model was trained on running text; whole capitals mislead it.
    ranked = _identifier().rank(sample.lower() if sample.isupper() else sample)
    fitting = _of_script(letters)
    ranked = [r for r in ranked if fitting(r[0]) and r[0] not in _UNTOLD]
    (best, probability), (_, next_probability) = ranked[0], ranked[1]
    is_clear = probability >= 0.5 or (probability >= 0.15 and probability >= 2 * next_probability)
    return best if is_clear else None


def fits_script(text: str, language: str) -> bool:
    """True if a text with these letters can be in that language; a text without letters fits none."""
    letters = [c for c in text[:_SAMPLE_CHARS] if c.isalpha()]
    return bool(letters) and _of_script(letters)(language)


def _of_script(letters: list[str]) -> Callable[[str], bool]:
    """Says of a language whether it is written in the script that most of the letters belong to."""
    arabic = sum("\u0600" <= c <= "\u06ff" or "\u0750" <= c <= "\u077f" for c in letters)
    cyrillic = sum("\u0400" <= c <= "\u052f" for c in letters)
    for languages, count in ((_ARABIC, arabic), (_CYRILLIC, cyrillic)):
        if count > len(letters) / 2:
            return languages.__contains__
    return lambda language: language not in _ARABIC | _CYRILLIC_ONLY


class _Identifier(Protocol):
    def rank(self, text: str) -> list[tuple[str, float]]: ...


@cache
def _identifier() -> _Identifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return cast(_Identifier, LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True))
