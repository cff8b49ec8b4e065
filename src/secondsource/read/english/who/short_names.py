"""Abbreviations that stand beside the name that they shorten: `Full Name (FN)`, `Full Name FN`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from secondsource.read.english.who.found_mention import Equation, FoundMention


def short_forms(doc: Doc, found: list[FoundMention]) -> Iterator[Equation]:
    """`Full Name (FN)`, and `Full Name FN` where FN are its initials."""
    for mention in found:
        if not mention.is_named or mention.role in {"person", "office", "state"}:
            continue
        stop = next(
            (i for i in range(mention.start, min(mention.end + 1, len(doc))) if doc[i].text == "("), None
        )
        if stop is not None and stop > mention.start:
            close = next((i for i in range(stop + 1, min(stop + 8, len(doc))) if doc[i].text == ")"), None)
            if close and _is_short_for(doc, stop + 1, close, mention):
                yield Equation(name=(mention.start, stop), also=(stop + 1, close))
        elif mention.end - mention.start > 2:
            last = doc[mention.end - 1]
            initials = "".join(t.text[0] for t in doc[mention.start : mention.end - 1] if t.text[0].isupper())
            if last.text.isupper() and len(last.text) > 2 and last.text == initials:
                yield Equation(name=(mention.start, mention.end - 1), also=(mention.end - 1, mention.end))


def _is_short_for(doc: Doc, start: int, end: int, mention: FoundMention) -> bool:
    """True if the words in the parenthesis can be a form of the name before it."""
    inside = doc[start:end]
    # "BAR-4" is short for a name as "BAR" is.
    letters = "".join(re.sub(r"-\d{1,2}$", "", t.text) for t in inside if t.text[0].isalpha())
    if not letters or any(t.like_num for t in inside):
        return False
    initials = {t.text[0].lower() for t in doc[mention.start : mention.end] if t.is_alpha}
    return len(inside) <= 3 and (letters.isupper() or (letters[0].lower() in initials and len(letters) <= 8))
