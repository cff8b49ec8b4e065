"""Quotations of a text as token ranges, quotation marks included."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span, Token

from secondsource.read.english.text.sentences import sentence_of

Range = tuple[int, int]

_MARKS = frozenset({'"', "''", "``"})
_ENDINGS = frozenset(",.?!-\u2026")
# Tokens: a quotation that never closes is a lost mark, not a speech.
_LONGEST = 400
_SHORTEST = 4
# Tokens between a verb and the quotation that it opens: "said on Monday in a letter to the council:".
_BEHIND = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotes:
    """All quotations of a text in order."""

    doc: Doc
    ranges: tuple[Range, ...]
    _at: dict[int, Range] = field(repr=False)

    def at(self, token: int) -> Range | None:
        """The quotation that the token is part of."""
        return self._at.get(token)

    def behind(self, verb: int) -> Range | None:
        """The quotation that a verb opens: right behind it, or behind a comma or colon."""
        sent = sentence_of(self.doc[verb])
        for i in range(verb + 1, min(verb + _BEHIND, sent.end + 1, len(self.doc))):
            if self.doc[i].text in _MARKS and (found := self.at(i)) is not None:
                if found[0] == i and (i == verb + 1 or self.doc[i - 1].text in {",", ":"}):
                    return found
                return None
        return None

    def before(self, first: int) -> Range | None:
        """The quotation that ends right before a token, as a saying and not as a mere word in marks."""
        last = first - 1
        if last >= 0 and self.doc[last].text == ",":
            last -= 1
        found = self.at(last)
        if last < 1 or found is None or found[1] != last + 1:
            return None
        ends = last + 1 < first or self.doc[last - 1].text in _ENDINGS
        return found if ends else None

    def sentence_before(self, start: int, end: int) -> Span | None:
        """The sentence before the quotation, if that makes up whole sentences, wherever the parse cut them."""
        if end - start < _SHORTEST:
            return None
        first, last = sentence_of(self.doc[start]), sentence_of(self.doc[end - 1])
        is_late = first.end - start <= 1
        if start - first.start > 1 and not is_late:
            return None
        if last.end - end > 1 and end - 1 != last.start:
            return None
        before = start - 1 if is_late and start > first.start else first.start - 1
        return sentence_of(self.doc[before]) if before >= 0 else None


def find_quotes(doc: Doc, breaks: Iterable[int] = ()) -> Quotes:
    """The quotations of the text; one left open ends with its paragraph (`breaks` are tokens that start one)."""
    stops = sorted({*breaks, len(doc)})
    found: list[Range] = []
    opened: int | None = None
    stop = 0
    for token in doc:
        if token.i >= stops[stop]:
            if opened is not None and token.i - opened < _LONGEST:
                found.append((opened, token.i))
            opened = None
            while token.i >= stops[stop]:
                stop += 1
        if token.text not in _MARKS:
            continue
        if opened is None or (_opens(token) and token.i - opened > 1):
            opened = token.i
        else:
            found.append((opened, token.i + 1))
            opened = None
    return Quotes(doc=doc, ranges=tuple(found), _at={i: r for r in found for i in range(*r)})


def _opens(mark: Token) -> bool:
    """True if the mark clings to the word behind it and not to the one before."""
    if mark.whitespace_ or mark.i + 1 >= len(mark.doc):
        return False
    return mark.i == 0 or bool(mark.nbor(-1).whitespace_)
