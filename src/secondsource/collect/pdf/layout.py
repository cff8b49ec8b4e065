"""Paragraphs from the printed lines of pages, without running heads, page numbers and line-end hyphens."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

# Running heads and page numbers stand in the outer tenth of a page.
_BAND = 0.1
# What PDFium puts for a hyphen that only breaks a word at the end of a line.
_SOFT = "\x02\ufffe\u00ad"
_ENDS = re.compile(r"[.!?:;…]['\"”’)\]]*$")
_BULLET = re.compile(r"^(?:[•▪◦‣*–—-]\s|\(?\d{1,3}[.)]\s|\(?[a-z][.)]\s)")
_NUMBER = re.compile(r"^\W*(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One printed line; its box runs from the first to the last character, in points from the bottom left."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    page_height: float


def join_pages(pages: list[list[Line]]) -> tuple[str, tuple[int, ...]]:
    """The text of all pages and the offset at which each of them starts.

    Paragraphs are set apart by one blank line; one that runs on over a page break stays one paragraph.
    """
    running = _running_heads(pages)
    text = ""
    last: Line | None = None
    starts: list[int] = []
    for lines in pages:
        kept = [line for line in lines if not (_in_margin(line) and _key(line) in running)]
        paragraphs = list(_paragraphs(kept))
        if last and kept and _runs_on(last, kept[0], edge=max(line.right for line in kept)):
            text, start = _joined(text, paragraphs[0])
            starts.append(start)
            paragraphs = paragraphs[1:]
        else:
            starts.append(len(text) + (2 if text and paragraphs else 0))
        for paragraph in paragraphs:
            text += ("\n\n" if text else "") + paragraph
        last = kept[-1] if kept else last
    return text, tuple(starts)


def _paragraphs(lines: list[Line]) -> Iterator[str]:
    if not lines:
        return
    pitches = [a.bottom - b.bottom for a, b in pairwise(lines) if a.bottom > b.bottom]
    pitch = median(pitches) if pitches else 0.0
    edge = max(line.right for line in lines)
    text = lines[0].text
    for above, line in pairwise(lines):
        if _begins(above, line, pitch, edge):
            yield text
            text = line.text
        else:
            text, _ = _joined(text, line.text)
    yield text


def _begins(above: Line, line: Line, pitch: float, edge: float) -> bool:
    """True if a paragraph begins with this line."""
    if _BULLET.match(line.text):
        return True
    if not _same_size(above, line):
        return True
    step = above.bottom - line.bottom
    if step <= 0:
        # A new column: the sentence may go on there.
        return bool(_ENDS.search(above.text)) or not line.text[:1].islower()
    if step > 1.35 * pitch:
        return True
    is_short = above.right < above.left + 0.75 * (edge - above.left)
    return bool(_ENDS.search(above.text)) and (is_short or line.left > above.left + 8)


def _runs_on(above: Line, line: Line, *, edge: float) -> bool:
    """True if the last line of a page goes on in the first one of the next."""
    if _ENDS.search(above.text) or _BULLET.match(line.text) or not _same_size(above, line):
        return False
    return line.text[:1].islower() or above.right > above.left + 0.75 * (edge - above.left)


def _same_size(above: Line, line: Line) -> bool:
    size, size_above = line.top - line.bottom, above.top - above.bottom
    return not size_above or abs(size / size_above - 1) <= 0.2


def _joined(text: str, more: str) -> tuple[str, int]:
    """Both as one, and where the second begins."""
    if text[-1:] in _SOFT:
        text = text[:-1]
    elif not (text[-1:] == "-" and text[-2:-1].isalpha()):
        text += " "
    return text + more, len(text)


def _running_heads(pages: list[list[Line]]) -> set[str]:
    """Margin lines that stand on most pages, figures aside, and bare page numbers."""
    counts = Counter(key for lines in pages for key in {_key(line) for line in lines if _in_margin(line)})
    least = max(2, min(3, len(pages)))
    repeated = {key for key, count in counts.items() if count >= least and count > len(pages) / 3}
    return repeated | {_key(line) for lines in pages for line in lines if _NUMBER.match(line.text)}


def _in_margin(line: Line) -> bool:
    return line.top < _BAND * line.page_height or line.bottom > (1 - _BAND) * line.page_height


def _key(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text)
