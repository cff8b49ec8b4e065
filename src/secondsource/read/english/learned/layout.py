"""What the learned parts decide about in a parsed text: rows of tokens and mentions, with what the rules see in each.

The recipe that trains them and the reader that uses them build their rows here, so that both see the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import numpy.typing as npt
from spacy.tokens import Token

from secondsource.read.english.cues import phrasebook
from secondsource.read.english.draft import Draft
from secondsource.read.english.events.perpetrators import doers
from secondsource.read.english.events.triggers import Trigger, find_triggers
from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.who.mentions import FoundMention
from secondsource.records import (
    Authenticity,
    ByStatus,
    Channel,
    Emergence,
    EventType,
    Finding,
    Medium,
    Outcome,
    Relation,
    Span,
    Stance,
    Threat,
    Tie,
)

Ints = npt.NDArray[np.int64]

# What the answers of the heads stand for; None is "none of these".
EVENTS: tuple[EventType | None, ...] = (None, *EventType)
DOERS: tuple[ByStatus | None, ...] = (None, ByStatus.CLAIMED, ByStatus.ACCUSED, ByStatus.REPORTED)
RELATIONS: tuple[Relation | None, ...] = (None, *Relation)
STANCES: tuple[Stance, ...] = tuple(Stance)
OUTCOMES: tuple[Outcome | None, ...] = (None, *Outcome)
SENTENCE_KINDS = (Threat, Channel, Emergence)
MEDIA: tuple[Medium, ...] = tuple(Medium)
AUTHENTICITIES: tuple[Authenticity, ...] = tuple(Authenticity)

# The parser's labels; 0 is any other.
_LABELS = [
    "ROOT",
    "acl",
    "acomp",
    "advcl",
    "advmod",
    "agent",
    "amod",
    "appos",
    "attr",
    "aux",
    "auxpass",
    "case",
    "cc",
    "ccomp",
    "compound",
    "conj",
    "csubj",
    "dative",
    "dep",
    "det",
    "dobj",
    "expl",
    "intj",
    "mark",
    "meta",
    "neg",
    "nmod",
    "npadvmod",
    "nsubj",
    "nsubjpass",
    "nummod",
    "oprd",
    "parataxis",
    "pcomp",
    "pobj",
    "poss",
    "preconj",
    "predet",
    "prep",
    "prt",
    "punct",
    "quantmod",
    "relcl",
    "xcomp",
]
_LABEL = {label: number for number, label in enumerate(_LABELS, start=1)}
LABELS = len(_LABELS) + 1
_EVENT_WORDS = frozenset({"VERB", "NOUN", "PROPN", "ADJ", "AUX"})
_SENTENCES_BACK = 2  # how far back "who" is looked for
_MOST_MENTIONS = 14  # of one sentence; lists of forty names give no pairs worth their cost
_FARTHEST = 45  # tokens between two actors that one phrase may tie
_STEPS = 5
PATHS = _STEPS * _STEPS

# How many values each feature of each head's rows can take, in the order of the columns.
FEATURES: dict[str, tuple[int, ...]] = {
    "event": (len(EVENTS), LABELS),
    "doer": (2, 8, LABELS, PATHS),
    "tie": (12, len(RELATIONS), len(RELATIONS), LABELS, LABELS, PATHS),
    "sentence": (len(OUTCOMES), 2, 2, 2),
    "seat": (3, LABELS, 2),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """What one head decides about: tokens or sentences, mentions, and the features of each row."""

    anchor: Ints  # a token, or the number of a sentence
    sentence: Ints
    features: Ints  # (n, k), as FEATURES says
    mention: Ints = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    other: Ints = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    between: Ints = field(default_factory=lambda: np.zeros((0, 2), dtype=np.int64))


@dataclass(eq=False)
class Layout:
    """The rows of one text and of what the rules wrote about it, events apart."""

    parsed: ParsedText
    written: Sequence[Draft]

    @cached_property
    def sentences(self) -> Ints:
        """(n, 2): the tokens `[start, end)` of each sentence."""
        return np.array([(s.start, s.end) for s in self.parsed.sentences], dtype=np.int64).reshape(-1, 2)

    @cached_property
    def sentence_of(self) -> Ints:
        """The number of each token's sentence."""
        return np.repeat(np.arange(len(self.sentences)), self.sentences[:, 1] - self.sentences[:, 0])

    @cached_property
    def mentions(self) -> tuple[FoundMention, ...]:
        """The mentions of the text."""
        return tuple(self.parsed.mentions)

    @cached_property
    def mention_tokens(self) -> Ints:
        """(n, 2): the tokens `[start, end)` of each mention."""
        return np.array([(m.start, m.end) for m in self.mentions], dtype=np.int64).reshape(-1, 2)

    @cached_property
    def triggers(self) -> dict[int, Trigger]:
        """The written event words by token."""
        return {t.at: t for t in find_triggers(self.parsed.doc)}

    @cached_property
    def words(self) -> Rows:
        """The tokens that may tell of an event."""
        tokens = [t for t in self.parsed.doc if t.pos_ in _EVENT_WORDS and t.is_alpha]
        at = np.array([t.i for t in tokens], dtype=np.int64)
        written = (EVENTS.index(self.triggers[t.i].type) if t.i in self.triggers else 0 for t in tokens)
        return Rows(
            anchor=at,
            sentence=self.sentence_of[at],
            features=_table(zip(written, map(_label, tokens), strict=True), 2),
        )

    @cached_property
    def near(self) -> tuple[tuple[int, ...], ...]:
        """For each sentence the mentions in it and in the two before it."""
        held: list[list[int]] = [[] for _ in self.sentences]
        for number, mention in enumerate(self.mentions):
            held[self.sentence_of[mention.start]].append(number)
        return tuple(
            tuple(m for group in held[max(0, s - _SENTENCES_BACK) : s + 1] for m in group)
            for s in range(len(held))
        )

    def doers(self, triggers: Sequence[Trigger]) -> Rows:
        """Who may have done what each of these words tells."""
        rows: list[tuple[int, ...]] = []
        doc = self.parsed.doc
        for trigger in triggers:
            sentence = int(self.sentence_of[trigger.at])
            told = {d.start for d in doers(self.parsed, trigger)}
            for number in self.near[sentence]:
                mention = self.mentions[number]
                back = sentence - int(self.sentence_of[mention.start])
                rows.append(
                    (
                        trigger.at,
                        sentence,
                        number,
                        int(mention.start in told),
                        _doer_distance(trigger.at - mention.head, back),
                        _label(doc[mention.head]),
                        0 if back else _path(doc[trigger.at], doc[mention.head]),
                    )
                )
        table = _table(rows, 7)
        return Rows(anchor=table[:, 0], sentence=table[:, 1], mention=table[:, 2], features=table[:, 3:])

    @cached_property
    def pairs(self) -> Rows:
        """Every two mentions of one sentence, in both orders, that bear different names."""
        rows: list[tuple[int, ...]] = []
        doc = self.parsed.doc
        for sentence, (start, end) in enumerate(self.sentences):
            here = [m for m in self.near[sentence] if self.mentions[m].start >= start][:_MOST_MENTIONS]
            cues = [(i, r) for i, r in self._tie_cues if start <= i < end]
            for a in here:
                for b in here:
                    one, other = self.mentions[a], self.mentions[b]
                    gap = other.head - one.head
                    if one.mention.name.lower() == other.mention.name.lower() or abs(gap) >= _FARTHEST:
                        continue
                    low, high = min(one.end, other.end), max(one.start, other.start)
                    if high <= low:
                        low, high = min(one.start, other.start), max(one.end, other.end)
                    middle = (one.head + other.head) / 2
                    cue = min(cues, key=lambda c: abs(c[0] - middle), default=(0, 0))[1]
                    rows.append(
                        (
                            sentence,
                            a,
                            b,
                            low,
                            high,
                            _bucket(abs(gap), (3, 5, 8, 13, 20)) + 6 * (gap < 0),
                            cue,
                            self._written_tie(one, other),
                            _label(doc[one.head]),
                            _label(doc[other.head]),
                            _path(doc[one.head], doc[other.head]),
                        )
                    )
        table = _table(rows, 11)
        return Rows(
            anchor=table[:, 0],
            sentence=table[:, 0],
            mention=table[:, 1],
            other=table[:, 2],
            between=table[:, 3:5],
            features=table[:, 5:],
        )

    @cached_property
    def _tie_cues(self) -> list[tuple[int, int]]:
        cues = phrasebook("ties", "relation", "form").find(self.parsed.doc)
        return [(c.start, RELATIONS.index(Relation(c.get("relation")))) for c in cues]

    def _written_tie(self, one: FoundMention, other: FoundMention) -> int:
        for draft in self.written:
            tie = draft.proposition
            if isinstance(tie, Tie) and (tie.from_, tie.to) == (one.mention, other.mention):
                return RELATIONS.index(tie.relation)
        return 0

    def sentence_holding(self, evidence: Span) -> int:
        """The number of the sentence that holds most of the evidence, the first of equals."""
        shared = [min(s.end, evidence.end) - max(s.start, evidence.start) for s in self._sentence_spans]
        return int(np.argmax(shared))

    @cached_property
    def _sentence_spans(self) -> list[Span]:
        return [self.parsed.span(start, end) for start, end in self.sentences.tolist()]

    @cached_property
    def by_sentence(self) -> Rows:
        """One row a sentence, with what the rules say that it tells."""
        told = np.zeros((len(self.sentences), 1 + len(SENTENCE_KINDS)), dtype=np.int64)
        for draft in self.written:
            body, sentence = draft.proposition, self.sentence_holding(draft.span)
            if isinstance(body, Finding):
                told[sentence, 0] = OUTCOMES.index(body.outcome)
            for column, kind in enumerate(SENTENCE_KINDS, start=1):
                if isinstance(body, kind):
                    told[sentence, column] = 1
        numbers = np.arange(len(self.sentences))
        return Rows(anchor=numbers, sentence=numbers, features=told)

    @cached_property
    def seats(self) -> Rows:
        """Whose threat, channel or founding each sentence may tell of."""
        rows = [
            (
                s,
                m,
                int(s - self.sentence_of[self.mentions[m].start]),
                _label(self.parsed.doc[self.mentions[m].head]),
                int(self.mentions[m].is_named),
            )
            for s in range(len(self.sentences))
            for m in self.near[s]
        ]
        table = _table(rows, 5)
        return Rows(anchor=table[:, 0], sentence=table[:, 0], mention=table[:, 1], features=table[:, 2:])


def _table(rows: Iterable[Sequence[int]], width: int) -> Ints:
    return np.array(list(rows), dtype=np.int64).reshape(-1, width)


def _label(token: Token) -> int:
    return _LABEL.get(token.dep_, 0)


def _path(one: Token, other: Token) -> int:
    """Steps up from one and down to the other in the parse, each at most four, as one number."""
    above = {one.i: 0} | {t.i: n for n, t in enumerate(one.ancestors, start=1)}
    for down, token in enumerate((other, *other.ancestors)):
        if token.i in above:
            return min(above[token.i], _STEPS - 1) * _STEPS + min(down, _STEPS - 1)
    return PATHS - 1


def _bucket(gap: int, bounds: tuple[int, ...]) -> int:
    return sum(gap >= b for b in bounds)


def _doer_distance(gap: int, sentences_back: int) -> int:
    """0–2 before the word, 3–5 after it, 6 one sentence back, 7 further back."""
    if sentences_back:
        return 6 if sentences_back == 1 else 7
    return _bucket(gap, (4, 12)) if gap >= 0 else 3 + _bucket(-gap - 1, (3, 11))
