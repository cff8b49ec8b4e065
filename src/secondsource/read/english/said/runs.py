"""Contents that run over a clause or a sentence: whole quotations, those that go on, and what is said in addition."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from secondsource.read.english.said.forms import Attribution
from secondsource.read.english.said.quotes import Quotes
from secondsource.read.english.text.sentences import sentence_of

# Tokens of a content that stands for itself behind ", adding".
_SHORTEST_SPLIT = 4


def within_quotation(found: Attribution, quotes: Quotes) -> Attribution:
    """The contents, widened to the quotations that they touch; a cue that is itself quoted stays in its own."""
    own = quotes.at(found.head)
    contents = []
    for start, end in found.contents:
        if own is not None:
            start, end = max(start, own[0]), min(end, own[1])
        if start >= end:
            continue
        last, first = quotes.at(end - 1), quotes.at(start)
        if last is not None and last != own:
            end = max(end, last[1])
        if first is not None and first != own:
            start = min(start, first[0])
        contents.append((start, end))
    return replace(found, contents=tuple(contents))


def run_on(doc: Doc, found: list[Attribution], quotes: Quotes, stops: frozenset[int]) -> list[Attribution]:
    """Adds the quotations that follow one without a cue of their own: '"...," he said. "..."'."""
    found = list(found)
    covered = {
        i for a in found if quotes.at(a.head) is None for start, end in a.contents for i in range(start, end)
    }
    of_sentence: dict[int, int] = {}
    for k, a in enumerate(found):
        if quotes.at(a.head) is None and any(quotes.at(i) for r in a.contents for i in range(*r)):
            of_sentence[sentence_of(doc[a.head]).start] = k
    for start, end in quotes.ranges:
        before = quotes.sentence_before(start, end)
        if before is None or start + 1 in covered or stops & set(range(before.end, start + 1)):
            continue
        k = of_sentence.get(before.start, -1)
        if k >= 0:
            found[k] = replace(found[k], contents=tuple(sorted((*found[k].contents, (start, end)))))
            covered.update(range(start, end))
    return found


def set_apart(doc: Doc, found: list[Attribution], quotes: Quotes) -> list[Attribution]:
    """Ends a content before ", adding that ...": what the speaker goes on to say is an attribution of its own."""
    found = list(found)
    for k, later in enumerate(found):
        if not _adds(doc, later, quotes):
            continue
        sent = sentence_of(doc[later.head])
        opening = doc[later.head].left_edge.i
        for n in range(k - 1, -1, -1):
            earlier = found[n]
            if earlier.head < sent.start:
                break
            if earlier.head >= later.head or earlier.speaker is None or quotes.at(earlier.head):
                continue
            cut = tuple(
                (s, opening) if earlier.head < s < later.head < e else (s, e) for s, e in earlier.contents
            )
            if cut != earlier.contents:
                found[n] = replace(earlier, contents=cut)
                found[k] = replace(found[k], speaker=earlier.speaker, source=earlier.source)
    return found


def _adds(doc: Doc, later: Attribution, quotes: Quotes) -> bool:
    """True for ", adding that the town was calm": a participle behind a comma, with a clause or quotation."""
    verb = doc[later.head]
    if verb.tag_ != "VBG" or verb.dep_ not in {"advcl", "conj"} or quotes.at(verb.i) or not later.contents:
        return False
    if any(c.dep_ in {"nsubj", "nsubjpass", "mark"} for c in verb.children):
        return False
    start, end = later.contents[0]
    opening = verb.left_edge.i
    if opening == 0 or doc[opening - 1].text != "," or end - start < _SHORTEST_SPLIT:
        return False
    return quotes.at(start) is not None or any(
        doc[i].dep_ in {"nsubj", "nsubjpass"} for i in range(start, end)
    )
