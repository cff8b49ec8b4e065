"""Claims of responsibility: who says that it did it itself, of which attacks, through whom."""

from __future__ import annotations

from secondsource.read.english.draft import Draft
from secondsource.read.english.parsed import ParsedText


def find_claims(parsed: ParsedText) -> tuple[list[Draft], set[int]]:
    """The claims, and the tokens of event words that they have used up."""
    return [], set()
