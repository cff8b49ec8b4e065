"""Text that a parser can read, with a map from each of its characters back to the original.

Real reporting comes hard-wrapped, littered with `[12]` markers, in capitals, or with its apostrophes lost.
The parser sees mended text; every span that leaves the reader is of the original.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from secondsource.read.english.text.datelines import find_datelines

_QUOTES = str.maketrans(
    {
        "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201b": "'", "\u02bc": "'", "\u0060": "'", "\u00b4": "'",
        "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u00ab": '"', "\u00bb": '"',
        "\u2013": "-", "\u2012": "-", "\u2011": "-", "\u2010": "-", "\u00a0": " ", "\u202f": " ", "\t": " ",
    }
)  # fmt: skip
_MARKER = re.compile(r"\[(?:\d{1,3}|note \d+|citation needed|\w)\]")
_GAP = re.compile(r"\s+")
_LETTERS = re.compile(r"[^\W\d_]+")
_BULLET = re.compile(r"^[^\S\n]*(?:(?:[-*\u2022\u25cf\u25aa\u00b7]|\d{1,2}[.)])\s+)+", re.M)
# "the groups spokesman", "Police s statement": the apostrophe that a bad copy dropped before a lone s.
_LOST_POSSESSIVE = re.compile(r"(?<=[A-Za-z]) (?=s [a-z])")
# ",reports", "said.Police": the blank that a bad copy dropped after a stop.
_LOST_BLANK = re.compile(
    r"(?<=[a-z0-9]),(?=[A-Za-z])|(?<=[a-z]{2})\.(?=[A-Z][a-z])|(?<=[a-z]{2}[\"'\u201d])\.(?=[A-Z])"
)
_LOST_NEGATION = re.compile(r"\b(did|does|do|was|were|is|are|has|have|had|could|would|should)n t\b", re.I)
# Where a text lost all its full stops, a capital on one of these words, after a small word, opens a sentence.
_OPENER = re.compile(
    r"(?<=[a-z0-9]) (?=(?:The|An?|When|According|Meanwhile|However|Subsequently|Additionally|Earlier|Later|Further"
    r"|He|She|They|It|We|This|These|Those|Police|Official|Sources|No|Two|Three|Four|Five|On|In|At|After|According) )"
)
_LEADS_ON = frozenset(
    {
        "of", "the", "a", "an", "by", "in", "and", "to", "with", "from", "at", "on", "for", "near",
        "between", "as", "or", "under", "that", "against",
    }
)  # fmt: skip
_WORDS_A_STOP = 45
# No English word: encoded data, rulers, floods. The tokenizer's time grows with the square of such a run.
_FLOOD = re.compile(r"\S{250,}")
_ARTICLE = re.compile(r"\b(?:al|el|ad|ar|as|at|an|az|ash|adh|ath|ed|er|es|et|ez)(?=-[A-Z])")
_INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\x00]")
_SHOUTED_LINE_SHARE = 0.8
_SHOUTED_TEXT_SHARE = 0.7


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """`text` for the parser; `origins[i]` is the place in the original of its character i.

    `breaks` are places in `text` where a sentence surely starts; `is_lower`: capitals tell nothing, since there
    are none or nothing else.
    """

    text: str
    origins: tuple[int, ...]
    breaks: tuple[int, ...]
    is_lower: bool


def clean(original: str) -> Cleaned:
    """The original mended for the parser; empty text gives empty text."""
    drop, put = _edits(original)
    letters: list[str] = []
    origins: list[int] = []
    breaks: list[int] = []
    shouted = _shouted(original)
    blanks = {m.start() for m in _LOST_BLANK.finditer(original)}
    at = 0
    length = len(original)
    while at < length:
        if at in put:
            letters.append(put[at])
            origins.append(at)
            at += 1
            continue
        end = drop.get(at)
        if end is not None:
            at = end
            continue
        gap = _GAP.match(original, at)
        if gap:
            at = _add_gap(original, gap, letters, origins, breaks)
            continue
        letter = original[at].translate(_QUOTES)
        if "\ud800" <= letter <= "\udfff":
            letter = "\ufffd"
        letters.append(letter)
        origins.append(at)
        if at in blanks:
            letters.append(" ")
            origins.append(at)
            if letter == ".":
                breaks.append(len(letters))
        at += 1
    while letters and letters[-1] == " ":
        letters.pop()
        origins.pop()
    text = "".join(letters)
    breaks += _lost_stops(text)
    all_shouted = sum(end - start for start, end in shouted) > _SHOUTED_TEXT_SHARE * len(original)
    if all_shouted:
        text = "".join(low if len(low := c.lower()) == 1 else c for c in text)
    elif shouted:
        text = _quieten(text, shouted, origins)
    # A small article makes an adverb or a noun of the name to the parser: "Sahm al-Nahr" is read "Sahm Al-Nahr".
    text = _ARTICLE.sub(lambda m: m.group().capitalize(), text)
    return Cleaned(
        text=text,
        origins=tuple(origins),
        breaks=tuple(sorted({b for b in breaks if b < len(text)})),
        is_lower=all_shouted or _is_without_capitals(original),
    )


# Capitals in a thousand letters; a text of the smallest sentences with capitals has more than ten.
_STRAY_CAPITALS = 3


def _is_without_capitals(text: str) -> bool:
    """True for a text of small letters, a stray "I" or sign left out of account."""
    capitals, small = sum(c.isupper() for c in text), sum(c.islower() for c in text)
    return small > 0 and capitals * 1000 <= _STRAY_CAPITALS * small


def _lost_stops(text: str) -> list[int]:
    """Where sentences start in a text that lost its full stops; [] for one that has them."""
    words = text.count(" ") + 1
    stops = sum(text.count(c) for c in ".!?")
    if words < _WORDS_A_STOP or words < _WORDS_A_STOP * (stops + 1) * 0.8:
        return []
    return [
        m.end()
        for m in _OPENER.finditer(text)
        if text[text.rfind(" ", 0, m.start()) + 1 : m.start()].lower() not in _LEADS_ON
    ]


def _edits(original: str) -> tuple[dict[int, int], dict[int, str]]:
    """What is dropped (start to end) and what single characters are replaced."""
    drop = {m.start(): m.end() for m in _MARKER.finditer(original)}
    drop |= {m.start(): m.end() for m in _BULLET.finditer(original)}
    drop |= dict(find_datelines(original))
    drop |= {m.start(): m.end() for m in _INVISIBLE.finditer(original)}
    drop |= {m.start(): m.end() for m in _FLOOD.finditer(original)}
    put = {m.start(): "'" for m in _LOST_POSSESSIVE.finditer(original)}
    for lost in _LOST_NEGATION.finditer(original):
        put[lost.end() - 2] = "'"
    return drop, put


def _add_gap(
    original: str, gap: re.Match[str], letters: list[str], origins: list[int], breaks: list[int]
) -> int:
    """One blank for any gap; an empty line, or a wide gap after a full stop, is a sentence break."""
    blank = gap.group()
    if letters and letters[-1] != " ":
        letters.append(" ")
        origins.append(gap.start())
    before = original[gap.start() - 1] if gap.start() else ""
    after = original[gap.end() : gap.end() + 1]
    is_break = blank.count("\n") > 1 or (len(blank) > 1 and before in '.!?"\u201d\u2019')
    # A line that ends short of the margin and is followed by a bullet or by a capital after a stop.
    is_break = is_break or ("\n" in blank and (before in ".!?:" or bool(_BULLET.match(original, gap.end()))))
    if is_break and after:
        breaks.append(len(letters))
    return gap.end()


def _shouted(original: str) -> list[tuple[int, int]]:
    """Lines set in capitals, as [start, end) of the original: wire text, headings."""
    found = []
    at = 0
    for line in original.splitlines(keepends=True):
        words = _LETTERS.findall(line)
        long = [w for w in words if len(w) > 3]
        if len(words) >= 4 and long and sum(w.isupper() for w in long) / len(long) > _SHOUTED_LINE_SHARE:
            found.append((at, at + len(line)))
        at += len(line)
    return found


def _quieten(text: str, shouted: list[tuple[int, int]], origins: list[int]) -> str:
    """Small letters instead of capitals, but for words that the rest of the text writes with one; same length."""
    named = {w for w in _LETTERS.findall(text) if w[:1].isupper() and w[1:].islower()}
    letters = list(text)
    lines = iter(shouted)
    line = next(lines, None)
    for word in _LETTERS.finditer(text):
        while line and origins[word.start()] >= line[1]:
            line = next(lines, None)
        if line is None:
            break
        if origins[word.start()] < line[0]:
            continue
        keeps = word.group().capitalize() in named or origins[word.start()] == line[0]
        for i in range(word.start() + keeps, word.end()):
            low = letters[i].lower()
            letters[i] = low if len(low) == 1 else letters[i]
    return "".join(letters)
