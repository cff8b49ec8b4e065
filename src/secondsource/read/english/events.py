"""Events with who did it by what right, against whom, where, when, by what means and with which tolls."""

from __future__ import annotations

from secondsource.read.english.draft import Draft
from secondsource.read.english.parsed import ParsedText


def find_events(parsed: ParsedText) -> list[Draft]:
    """The events that the text tells of, claims of responsibility among them."""
    return []
