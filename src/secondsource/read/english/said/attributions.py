"""Every attribution of a text: who says, thinks, knows or wants something, by which words, and what."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from spacy.tokens import Doc
from spacy.tokens import Span as Sentence

from secondsource.read.english.said.forms import Attribution, in_sentence
from secondsource.read.english.said.quotes import Quotes, find_quotes
from secondsource.read.english.said.runs import run_on, set_apart, within_quotation

Range = tuple[int, int]
Forms = Callable[[Sentence, Quotes], Iterable[Attribution]]

_EDGES = frozenset({",", ".", ";", ":", "-", "--", "\u2014"})
# Whose word it is where these speak: the author's or the reader's, and nobody's that the text quotes.
_OWN_VOICE = frozenset({"i", "we", "you"})


def find_attributions(
    doc: Doc, breaks: Iterable[int] = (), forms: Forms = in_sentence
) -> tuple[Attribution, ...]:
    """All attributions of the text in order, those inside another's content included.

    `breaks` are tokens that start a paragraph: a quotation goes on within its own alone. `forms` finds those of
    one sentence; another finder, a learned one say, can take its place.
    """
    stops = frozenset(breaks)
    quotes = find_quotes(doc, stops)
    found = [within_quotation(a, quotes) for sent in doc.sents for a in forms(sent, quotes)]
    found = set_apart(doc, run_on(doc, found, quotes, stops), quotes)
    return tuple(b for a in found if (b := _bare(doc, a)).contents)


def outermost(doc: Doc, found: Iterable[Attribution]) -> tuple[Attribution, ...]:
    """Those that the document itself makes: none inside what another one says, none of "I", "we" or "you"."""
    found = tuple(found)
    around: dict[int, list[Attribution]] = {a.head: [] for a in found}
    for a in found:
        for start, end in a.contents:
            for i in range(start, end):
                if i in around:
                    around[i].append(a)
    return tuple(
        a
        for a in found
        if (a.speaker is None or doc[a.speaker].lower_ not in _OWN_VOICE)
        and all(b is a or _holds(a, b.head) for b in around[a.head])
    )


def _bare(doc: Doc, found: Attribution) -> Attribution:
    """The contents without cue and source, and without marks at their edges."""
    parts = list(found.contents)
    for start, end in (found.cue, *((found.source,) if found.source else ())):
        parts = [
            piece for s, e in parts for piece in ((s, min(e, start)), (max(s, end), e)) if piece[0] < piece[1]
        ]
    contents = [_trimmed(doc, s, e) for s, e in parts]
    return replace(found, contents=tuple((s, e) for s, e in contents if s < e))


def _trimmed(doc: Doc, start: int, end: int) -> Range:
    while end > start and (doc[end - 1].is_space or doc[end - 1].text in _EDGES):
        end -= 1
    while start < end and (doc[start].is_space or doc[start].text in _EDGES):
        start += 1
    return start, end


def _holds(found: Attribution, token: int) -> bool:
    return any(start <= token < end for start, end in found.contents)
