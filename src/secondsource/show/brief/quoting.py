"""A span in its context: the sentence before it, its own words, the sentence after it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from secondsource.records import Document, Span, Statement
from secondsource.show.brief.event_rows import cells_quoted

# A sentence ends at a full stop, question or exclamation mark (Arabic and Devanagari ones too) with what
# closes behind it, or at a blank line. Good enough to show context; spans come from the readers.
_BREAK = re.compile(r"[.!?؟۔।][\"'”’»)\]]*\s+|\n\s*\n")
_CONTEXT = 280  # code points a side: about two lines on a phone


def quote(document: Document, span: Span, statements: Iterable[Statement] = ()) -> str | None:
    """The words of a span; None if the document's text is no longer kept or is shorter.

    Of a data set's row, the cells in which fields of these statements stand.
    """
    if span.end > len(document.text):
        return None
    cells = cells_quoted(document, statements) if document.row is not None else ""
    return cells or document.text[span.start : span.end]


def context(document: Document, span: Span) -> tuple[str, str]:
    """What stands before and after a span, up to a sentence further on each side."""
    text = document.text
    if span.end > len(text) or document.row is not None:
        return "", ""
    near = text[max(0, span.start - _CONTEXT) : span.start]
    breaks = [m.end() for m in _BREAK.finditer(near)]
    start = [0, *breaks][-2 if breaks and breaks[-1] == len(near) else -1]
    cut = near[start:] if start or len(near) < _CONTEXT else "…" + near
    after = text[span.end : span.end + _CONTEXT]
    ends = [m.end() for m in _BREAK.finditer(after) if after[: m.start() + 1].strip(" .!?\n")]
    if ends:
        return cut, after[: ends[0]].rstrip()
    return cut, after if len(after) < _CONTEXT else after + "…"


def page_number(document: Document, span: Span) -> int | None:
    """The page of a paged document on which a span starts, counted from 1."""
    return max(1, bisect_right(document.pages, span.start)) if document.pages else None
