"""The language of a text as an ISO 639-1 code, or None where the text is too short to tell.

Told by py3langid's model and held against the script: what is written in Arabic letters can't be English.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Protocol, cast

_SAMPLE_CHARS = 4_000
_LEAST_LETTERS = 16
_ARABIC = frozenset({"ar", "fa", "ur", "ps", "ku", "ckb", "ug", "sd"})
_CYRILLIC = frozenset({"ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "tg", "mn", "tt", "uz"})


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
    arabic = sum("\u0600" <= c <= "\u06ff" or "\u0750" <= c <= "\u077f" for c in letters) / len(letters)
    cyrillic = sum("\u0400" <= c <= "\u052f" for c in letters) / len(letters)
    # The model was trained on running text; whole capitals mislead it.
    ranked = _identifier().rank(sample.lower() if sample.isupper() else sample)
    for allowed, share in ((_ARABIC, arabic), (_CYRILLIC, cyrillic)):
        if share > 0.5:
            ranked = [r for r in ranked if r[0] in allowed]
            break
    else:
        ranked = [r for r in ranked if r[0] not in _ARABIC | (_CYRILLIC - {"sr", "uz"})]
    ranked = [r for r in ranked if r[0] not in ("zxx", "und", "qaa")]
    (best, probability), (_, next_probability) = ranked[0], ranked[1]
    is_clear = probability >= 0.5 or (probability >= 0.15 and probability >= 2 * next_probability)
    return best if is_clear else None


class _Identifier(Protocol):
    def rank(self, text: str) -> list[tuple[str, float]]: ...


@cache
def _identifier() -> _Identifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return cast(_Identifier, LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True))
