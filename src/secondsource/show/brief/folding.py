"""Names made comparable for a question: case, accents, script, hyphens and the Arabic article don't count."""

from __future__ import annotations

import re

from anyascii import anyascii

_ARTICLE = re.compile(r"\b(?:al|el|ul|an|ash|as|at|ad|ar|az)[\s-]+")


def folded(words: str) -> str:
    """What two spellings that a reader takes for one have in common, or "" if nothing is left.

    >>> folded("Usbat al-Thâirin") == folded("USBAT THAIRIN")
    True
    """
    plain = _ARTICLE.sub(" ", anyascii(words).casefold().replace("’", "").replace("'", ""))
    return " ".join(re.findall(r"[a-z0-9]+", plain))


def contains(whole: str, part: str) -> bool:
    """True if the folded words of `part` stand side by side in folded `whole`."""
    return bool(part) and f" {part} " in f" {whole} "
