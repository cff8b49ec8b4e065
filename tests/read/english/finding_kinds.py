"""What one detector finds in a text, as the tests of the single kinds ask for it."""

from __future__ import annotations

from collections.abc import Callable

from secondsource.read.english.draft import Draft
from secondsource.read.english.parsed import ParsedText, parse
from secondsource.read.english.text.model import load_model


def found_in(text: str, detect: Callable[[ParsedText], list[Draft]]) -> list[Draft]:
    """The drafts of one detector, in the order of the text."""
    return detect(parse(text, load_model()))


def chain_of(draft: Draft) -> list[str]:
    """The names of the draft's holders, outermost first."""
    return [h.name for h in draft.chain]
