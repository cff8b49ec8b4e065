"""The attribution stage with weights learned from annotated text, where the shipped one has a word list.

Every verb, noun and adjective with every complement is a candidate; a linear model says how much of it an annotator
would have marked, and the best candidates that don't overlap are kept. Source, cue and content come from the forms
of the shipped stage.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Token
from spacy.tokens import Span as Sentence

from secondsource.read.english.said.attributions import find_attributions
from secondsource.read.english.said.contents import end_of
from secondsource.read.english.said.cues import cue_range, cue_start
from secondsource.read.english.said.forms import (
    Attribution,
    by_according,
    by_adjective,
    by_colon,
    by_noun,
    by_verb,
)
from secondsource.read.english.said.quotes import Quotes, find_quotes
from secondsource.read.english.said.runs import within_quotation
from secondsource.read.english.said.speakers import source_range, speaker_of
from secondsource.read.english.said.words import Frame, frames
from secondsource.read.english.text.sentences import sentence_of

Range = tuple[int, int]
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

BITS = 20
# Tokens that the rest of a sentence holds at least.
REST = 3
ROUNDS = 10
RATE = 0.05
NOT_HEADS = frozenset({"aux", "auxpass", "compound"})
ALL = frozenset({"clause", "object", "to", "ing", "as", "small", "doer_to"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An attribution that may be one, under the frame that gave it."""

    frame: str
    found: Attribution


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """An attribution that annotators marked, as the tokens of its parts (marks left out but in the cue)."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]


def candidates(sent: Sentence, quotes: Quotes) -> Iterator[Candidate]:
    """Every attribution that any frame could make of the sentence; equal ones once."""
    titled = by_colon(sent)
    if titled is not None:
        yield Candidate(frame="colon", found=titled)
    for token in sent:
        seen: set[tuple[Range | None, ...]] = set()
        for name, found in _of_token(token, sent, quotes):
            if found is not None and (key := (found.cue, found.source, *found.contents)) not in seen:
                seen.add(key)
                yield Candidate(frame=name, found=found)


def _of_token(token: Token, sent: Sentence, quotes: Quotes) -> Iterator[tuple[str, Attribution | None]]:
    if token.lower_ == "according":
        yield "according", by_according(token, sent)
    elif token.pos_ in {"VERB", "AUX"} and token.dep_ not in NOT_HEADS:
        behind = {c.lower_ for c in token.children if c.dep_ == "prep" and c.i > token.i}
        options = {
            "clause": Frame(takes=frozenset({"clause"})),
            "object": Frame(takes=frozenset({"object"})),
            "to": Frame(takes=frozenset({"to", "doer_to"})),
            "ing": Frame(takes=frozenset({"ing"})),
            "small": Frame(takes=frozenset({"small", "as"})),
            "whole": Frame(takes=ALL, prepositions=frozenset(behind)),
            **{f"prep {p}": Frame(prepositions=frozenset({p})) for p in sorted(behind)},
        }
        for name, frame in options.items():
            yield name, by_verb(token, frame, quotes)
        yield from _rest_of_sentence(token, sent)
        if token.tag_ == "VBN" and token.pos_ == "VERB":
            yield "adjective", by_adjective(token, _any(token, takes=ALL))
    elif token.pos_ == "NOUN":
        yield "noun", by_noun(token, _any(token, takes=ALL))
        yield from _of_noun(token)
    elif token.pos_ == "ADJ":
        yield "adjective", by_adjective(token, _any(token, takes=ALL))
        yield from _of_adjective(token)


def _rest_of_sentence(verb: Token, sent: Sentence) -> Iterator[tuple[str, Attribution | None]]:
    """What stands behind a verb and before it with its subject, where the parse hangs it elsewhere."""
    speaker = speaker_of(verb)
    if speaker is None:
        return
    source = source_range(speaker, verb)
    at = cue_range(verb)
    first, last = min(at[0], source[0]), max(at[1], source[1])
    base = Attribution(head=verb.i, cue=at, speaker=speaker.i, source=source, contents=())
    if sent.end - last > REST:
        yield "behind", replace(base, contents=((last, sent.end),))
    if first - sent.start > REST and sent.end - last < REST:
        yield "in front", replace(base, contents=((sent.start, first),))


def _of_noun(noun: Token) -> Iterator[tuple[str, Attribution | None]]:
    """What a noun leads to, held by whoever does something with it, or by nobody."""
    carrier = noun.head.head if noun.dep_ == "pobj" else noun.head
    speaker = None
    if noun.dep_ in {"dobj", "attr", "pobj"} and carrier.pos_ in {"VERB", "AUX"}:
        speaker = speaker_of(carrier)
    for content, behind in _behind_noun(noun):
        at = ((content.left_edge.i, end_of(content)),)
        start = noun.left_edge.i if noun.left_edge.i >= noun.i - REST else noun.i
        yield (
            "noun alone",
            Attribution(head=noun.i, cue=(start, behind), speaker=None, source=None, contents=at),
        )
        if speaker is not None:
            yield (
                "noun held",
                Attribution(
                    head=noun.i,
                    cue=(cue_start(carrier), behind),
                    speaker=speaker.i,
                    source=source_range(speaker, noun),
                    contents=at,
                ),
            )


def _behind_noun(noun: Token) -> Iterator[tuple[Token, int]]:
    """Each content behind the noun and where the cue before it ends."""
    for child in noun.children:
        if child.i > noun.i and child.dep_ in {"acl", "ccomp", "relcl"}:
            yield child, child.left_edge.i
        if child.i > noun.i and child.dep_ == "prep":
            for led in child.children:
                if led.dep_ in {"pobj", "pcomp"}:
                    yield led, child.i + 1


def _of_adjective(word: Token) -> Iterator[tuple[str, Attribution | None]]:
    """What an adjective beside a noun leads to, held by that noun: "officials eager to leave"."""
    if word.dep_ not in {"amod", "appos", "advcl", "acl"} or word.head.i > word.i:
        return
    for child in word.children:
        content, behind = child, child.left_edge.i
        if child.dep_ == "prep":
            content, behind = next(iter(child.children), child), child.i + 1
        if child.i > word.i and child.dep_ in {"prep", "ccomp", "xcomp"}:
            yield (
                "adjective beside",
                Attribution(
                    head=word.i,
                    cue=(word.i, behind),
                    speaker=word.head.i,
                    source=source_range(word.head, word),
                    contents=((content.left_edge.i, end_of(content)),),
                ),
            )


def _any(token: Token, takes: frozenset[str]) -> Frame:
    return Frame(takes=takes, prepositions=frozenset(c.lower_ for c in token.children if c.dep_ == "prep"))


def features(doc: Doc, candidate: Candidate, quotes: Quotes) -> list[int]:
    """What the model looks at, as places in its weights."""
    found, frame = candidate.found, candidate.frame
    head = doc[found.head]
    lemma = head.lemma_.lower()
    own = {c.dep_ for c in head.children}
    above = head.head
    names = [
        "any",
        f"f {frame}",
        f"l {lemma}",
        f"l {lemma} {frame}",
        f"t {head.tag_} {frame}",
        f"d {head.dep_} {frame}",
        f"d {head.dep_} {lemma}",
        f"above {above.lemma_.lower()} {head.dep_}",
        f"cue {doc[found.cue[0] : found.cue[1]].text.lower()}",
        f"cue size {min(found.cue[1] - found.cue[0], 5)}",
        f"kin {' '.join(sorted(own & {'ccomp', 'xcomp', 'dobj', 'prep', 'nsubjpass', 'agent', 'advcl', 'oprd'}))}",
        f"kin {' '.join(sorted(own & {'ccomp', 'xcomp', 'dobj', 'prep'}))} {frame}",
    ]
    names.extend(f"has {dep} {frame}" for dep in ("neg", "aux", "mark", "auxpass") if dep in own)
    for child in head.children:
        if child.dep_ in {"aux", "prt", "advmod", "mark"}:
            names.append(f"aux {child.lower_} {child.dep_}")
            names.append(f"aux {child.lower_} {lemma}")
    for part, words in (
        ("verb", frames("verb")),
        ("noun", frames("noun")),
        ("adjective", frames("adjective")),
    ):
        known = words.get(lemma)
        if known is not None:
            names.append(f"listed {part} {frame}")
            if frame in known.takes or frame.removeprefix("prep ") in known.prepositions:
                names.append(f"fits {part} {frame}")
    quoted_cue = quotes.at(head.i)
    names.append(f"quoted cue {quoted_cue is not None}")
    names.extend(_of_source(doc, found, frame, lemma))
    names.extend(_of_content(doc, found, frame, lemma, quotes))
    sayers = 0
    for up in head.ancestors:
        if up.lemma_.lower() in frames("verb") and up.pos_ == "VERB":
            sayers += 1
            names.append(f"under {up.lemma_.lower()}")
    names.append(f"under {min(sayers, 3)} {head.dep_}")
    names.append(f"root {head.dep_ == 'ROOT'} {frame}")
    return [zlib.crc32(n.encode()) & ((1 << BITS) - 1) for n in names]


def _of_source(doc: Doc, found: Attribution, frame: str, lemma: str) -> Iterator[str]:
    if found.speaker is None or found.source is None:
        yield f"s none {frame}"
        yield f"s none {lemma}"
        return
    speaker = doc[found.speaker]
    kind = speaker.lower_ if speaker.pos_ == "PRON" else f"{speaker.pos_} {speaker.ent_type_}"
    yield f"s {kind}"
    yield f"s {kind} {frame}"
    yield f"s {kind} {lemma}"
    yield f"sl {speaker.lemma_.lower()}"
    yield f"sd {speaker.dep_} {speaker.tag_}"
    yield f"s side {speaker.i < found.head} {doc[found.head].tag_}"
    yield f"s far {min(abs(found.head - speaker.i) // 3, 6)}"
    yield f"s own {speaker.head.i == found.head} {doc[found.head].dep_}"
    yield f"s size {min(found.source[1] - found.source[0], 12) // 2}"


def _of_content(doc: Doc, found: Attribution, frame: str, lemma: str, quotes: Quotes) -> Iterator[str]:
    size = sum(end - start for start, end in found.contents)
    yield f"c size {min(size, 24) // 3} {frame}"
    yield f"c parts {len(found.contents)} {frame}"
    start, end = found.contents[0]
    first = doc[start]
    yield f"c first {first.lower_}"
    yield f"c first {first.tag_} {frame}"
    yield f"c before {start < found.head} {frame}"
    has_subject = any(doc[i].dep_ in {"nsubj", "nsubjpass"} for i in range(start, end))
    yield f"c clause {has_subject} {frame}"
    yield f"c quote {quotes.at(start) is not None} {frame}"
    root = next((doc[i] for i in range(start, end) if not start <= doc[i].head.i < end), first)
    yield f"c root {root.pos_} {root.ent_type_} {frame}"
    yield f"c root {root.lemma_.lower()}"
    yield f"c root {root.pos_} {lemma}"
    yield f"c root {root.tag_} {root.dep_} {frame}"
    yield f"c any quote {any(quotes.at(i) for i in range(start, end))} {lemma}"
    if end < len(doc):
        follows = doc[end]
        word = follows.lower_ if follows.pos_ in {"ADP", "CCONJ", "PUNCT"} else ""
        yield f"c next {follows.dep_} {word} {frame}"


@dataclass(slots=True, kw_only=True)
class Weights:
    """A logistic model over hashed features, trained by AdaGrad with shares of agreement as targets."""

    values: Floats = field(default_factory=lambda: np.zeros(1 << BITS))
    # Set on the last 200 articles of PolNeAR's train split with weights from the first 640, 2026-11-26.
    threshold: float = 0.35

    def score(self, places: Ints) -> float:
        """How much of the candidate is taken to be right, 0 to 1."""
        return float(1 / (1 + np.exp(-np.clip(self.values[places].sum(), -30, 30))))

    def train(self, rows: Sequence[tuple[Ints, float]], seed: int = 1) -> None:
        """Passes over the rows in a seeded order."""
        order = np.random.default_rng(seed)
        seen = np.full(1 << BITS, 1e-2)
        total = np.zeros(1 << BITS)
        for _ in range(ROUNDS):
            for k in order.permutation(len(rows)):
                places, target = rows[k]
                slope = self.score(places) - target
                seen[places] += slope * slope
                self.values[places] -= RATE * slope / np.sqrt(seen[places])
            total += self.values
        self.values = total / ROUNDS


def rows(doc: Doc, breaks: Iterable[int], gold: Sequence[Marked]) -> Iterator[tuple[Ints, float]]:
    """Each candidate's features with the share of it that annotators marked: content counts twice, source once."""
    stops = frozenset(breaks)
    quotes = find_quotes(doc, stops)
    by_cue: dict[int, list[Marked]] = {}
    for marked in gold:
        for i in marked.cue:
            by_cue.setdefault(i, []).append(marked)
    for sent in doc.sents:
        for candidate in candidates(sent, quotes):
            found = within_quotation(candidate.found, quotes)
            edges = (found.cue, *((found.source,) if found.source else ()))
            held = {i for r in edges for i in range(*r)}
            content = _words(doc, found.contents) - held
            source = _words(doc, edges[1:])
            shares = [
                (
                    2 * _dice(content, _near(doc, m.content, content, found.head, quotes))
                    + _dice(source, m.source)
                )
                / 3
                for m in by_cue.get(found.head, ())
                if content & m.content
            ]
            yield np.array(features(doc, candidate, quotes)), max(shares, default=0.0)


def _near(doc: Doc, marked: frozenset[int], content: set[int], head: int, quotes: Quotes) -> set[int]:
    """What of a marked quotation stands in the candidate's sentences: the rest is added once it is chosen."""
    if not any(quotes.at(i) for i in content):
        return set(marked)
    near = {sentence_of(doc[i]).start for i in (*content, head)}
    return {i for i in marked if i in content or sentence_of(doc[i]).start in near}


def _words(doc: Doc, ranges: Iterable[Range]) -> set[int]:
    return {i for r in ranges for i in range(*r) if not doc[i].is_punct}


def _dice(a: set[int] | frozenset[int], b: set[int] | frozenset[int]) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 1.0


def choose(doc: Doc, weights: Weights, breaks: Iterable[int] = ()) -> tuple[Attribution, ...]:
    """The attributions that the weights take to be right."""
    stops = frozenset(breaks)
    quotes = find_quotes(doc, stops)
    scored = [
        (weights.score(np.array(features(doc, c, quotes))), c.found)
        for sent in doc.sents
        for c in candidates(sent, quotes)
    ]
    return pick(doc, [s for s in scored if s[0] >= weights.threshold], stops)


def pick(
    doc: Doc, scored: Iterable[tuple[float, Attribution]], stops: frozenset[int]
) -> tuple[Attribution, ...]:
    """The best that neither lie within one another nor share a cue, finished like the shipped stage's."""
    kept: dict[int, list[Attribution]] = {}
    taken: set[int] = set()
    heads: set[int] = set()
    for _, found in sorted(scored, key=lambda s: (-s[0], s[1].head, s[1].contents)):
        inside = {i for start, end in found.contents for i in range(start, end)}
        if found.head in heads or found.head in taken or heads & (inside - {found.head}):
            continue
        heads.add(found.head)
        taken |= inside
        kept.setdefault(sentence_of(doc[found.head]).start, []).append(found)
    return find_attributions(
        doc, stops, lambda sent, _: sorted(kept.get(sent.start, []), key=lambda a: a.head)
    )
