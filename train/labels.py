"""Annotated texts turned into what the heads should answer, row by row of the reader's own layout.

A text is NAME.txt with NAME.gold.json beside it, annotated as docs/codebook.md says. The annotations give evidence
and names, not words and mentions; how each finds its row stands at the function that does it.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from secondsource.read.english import DETECTORS
from secondsource.read.english.events.triggers import Trigger
from secondsource.read.english.learned.encoder import Pieces, WordPieces
from secondsource.read.english.learned.layout import (
    AUTHENTICITIES,
    DOERS,
    EVENTS,
    MEDIA,
    OUTCOMES,
    RELATIONS,
    SENTENCE_KINDS,
    STANCES,
    Ints,
    Layout,
    Rows,
)
from secondsource.read.english.learned.told import sure_trigger
from secondsource.read.english.parsed import parse
from secondsource.read.english.text.model import DEFAULT_MODEL, load_model
from secondsource.records import Authenticity, ByStatus, EventType, Medium, Outcome, Relation, Stance

UNTOLD = -100  # a row that teaches nothing; torch's cross entropy passes over it
_TYPES = {
    "suicide_bombing": EventType.SUICIDE_BOMBING,
    "missile_strike": EventType.MISSILE_STRIKE,
    "air_strike": EventType.AIR_STRIKE,
    "armed_clash": EventType.ARMED_CLASH,
    "seizure": EventType.SEIZURE,
    "territory": EventType.TERRITORY,
}
_VIOLENT = frozenset(
    [
        "attack",
        "bombing",
        "suicide bombing",
        "missile strike",
        "air strike",
        "shelling",
        "armed clash",
        "ambush",
        "killing",
    ]
)
_MUTUAL = frozenset({"allied_with", "rival_of"})
_KIND_NAMES = ("threat", "channel", "emergence")
_SMALL_WORDS = frozenset({"the", "a", "an", "of", "and", "group", "outfit", "militants", "militant", "s"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One text: its word pieces, the rows of every head and the answers to them."""

    name: str
    pieces: Pieces
    sentences: Ints
    mention_tokens: Ints
    words: Rows
    events: Ints
    doers: Rows
    doer_answers: Ints
    pairs: Rows
    relations: Ints
    stances: Ints
    by_sentence: Rows
    outcomes: Ints
    kinds: Ints  # (sentences, SENTENCE_KINDS), 0 or 1
    media: Ints
    authenticities: Ints
    seats: Rows
    seat_answers: Ints  # (rows, SENTENCE_KINDS), 0 or 1


def examples(folders: Sequence[Path], pieces: WordPieces) -> Iterator[Example]:
    """The texts of the folders, by name."""
    for folder in folders:
        for gold in sorted(folder.glob("*.gold.json")):
            name = gold.name.removesuffix(".gold.json")
            text = (folder / f"{name}.txt").read_bytes().decode("utf-8")
            yield example(name, text, json.loads(gold.read_text(encoding="utf-8")), pieces)


def example(name: str, text: str, gold: Mapping[str, Any], pieces: WordPieces) -> Example:
    """One annotated text."""
    parsed = parse(text, load_model(DEFAULT_MODEL))
    layout = Layout(parsed, [draft for detect in DETECTORS for draft in detect(parsed)])
    answers = _Answers(layout, gold["actors"])
    # The required ones first: where two statements share a word, the word is theirs.
    for statement in sorted(gold["statements"], key=lambda s: (s["optional"], s["start"], s["end"])):
        answers.take(statement)
    doers, doer_answers = answers.doers()
    return Example(
        name=name,
        pieces=pieces.cut([t.text for t in parsed.doc]),
        sentences=layout.sentences,
        mention_tokens=layout.mention_tokens,
        words=layout.words,
        events=answers.events,
        doers=doers,
        doer_answers=doer_answers,
        pairs=layout.pairs,
        relations=answers.relations,
        stances=answers.stances,
        by_sentence=layout.by_sentence,
        outcomes=answers.outcomes,
        kinds=answers.kinds,
        media=answers.media,
        authenticities=answers.authenticities,
        seats=layout.seats,
        seat_answers=answers.seats,
    )


class _Answers:
    """The answers of one text, filled statement by statement."""

    def __init__(self, layout: Layout, actors: Mapping[str, Sequence[str]]) -> None:
        self._layout, self._actors = layout, actors
        sentences, kinds = len(layout.sentences), len(SENTENCE_KINDS)
        self.events = np.zeros(len(layout.words.anchor), dtype=np.int64)
        self.relations = np.zeros(len(layout.pairs.anchor), dtype=np.int64)
        self.stances = np.full(len(layout.pairs.anchor), UNTOLD, dtype=np.int64)
        self.outcomes = np.zeros(sentences, dtype=np.int64)
        self.kinds = np.zeros((sentences, kinds), dtype=np.int64)
        self.media = np.full(sentences, UNTOLD, dtype=np.int64)
        self.authenticities = np.full(sentences, UNTOLD, dtype=np.int64)
        self.seats = np.zeros((len(layout.seats.anchor), kinds), dtype=np.int64)
        self._row_of_word = {int(t): row for row, t in enumerate(layout.words.anchor)}
        self._row_of_pair = {
            (int(a), int(b)): row
            for row, (a, b) in enumerate(zip(layout.pairs.mention, layout.pairs.other, strict=True))
        }
        self._doers: dict[int, dict[str, int]] = {}  # by token: actor → DOERS
        doc = layout.parsed.doc
        self._spans = [layout.parsed.span(i, i + 1) for i in range(len(doc))]

    def take(self, statement: Mapping[str, Any]) -> None:
        """Writes one annotated statement into the rows that it answers."""
        kind, body = statement["kind"], statement[statement["kind"]]
        tokens = self._tokens(statement["start"], statement["end"])
        if not tokens:
            return
        if kind == "event":
            self._event(tokens, body)
        elif kind == "tie":
            self._tie(tokens, body, statement["stance"])
        elif kind == "finding":
            sentence = self._sentence(tokens)
            if not self.outcomes[sentence]:
                self.outcomes[sentence] = OUTCOMES.index(Outcome(body["outcome"]))
        elif kind in _KIND_NAMES:
            self._spoken(tokens, _KIND_NAMES.index(kind), body)

    def doers(self) -> tuple[Rows, Ints]:
        """The rows of all words that tell of an event, and who did it."""
        layout = self._layout
        triggers: list[Trigger] = []
        for token in sorted(self._doers):
            type_ = EVENTS[int(self.events[self._row_of_word[token]])]
            triggers.append(layout.triggers.get(token) or sure_trigger(layout.parsed, token, type_))
        rows = layout.doers(triggers)
        answers = [
            max((status for key, status in self._doers[t].items() if self._is(m, key)), default=0)
            for t, m in zip(rows.anchor.tolist(), rows.mention.tolist(), strict=True)
        ]
        return rows, np.array(answers, dtype=np.int64)

    def _event(self, tokens: list[int], body: Mapping[str, Any]) -> None:
        type_ = _TYPES.get(body["type"]) or EventType(body["type"])
        word = self._event_word(tokens, type_, " ".join(body["on"]))
        if word is None:
            return
        row = self._row_of_word[word]
        self.events[row] = self.events[row] or EVENTS.index(type_)
        by = self._doers.setdefault(word, {})
        for one in body["by"]:
            status = ByStatus(one["status"])
            by[one["actor"]] = DOERS.index(status if status in DOERS else ByStatus.REPORTED)

    def _event_word(self, tokens: list[int], type_: EventType, on: str) -> int | None:
        """The word of the evidence that tells of the event.

        A word that the rules' lists hold for an event of this sort, the nearest to the target, one not taken yet
        before others; without any, the head of the clause, below verbs of saying.
        """
        doc, triggers = self._layout.parsed.doc, self._layout.triggers
        targets = [t for t in tokens if doc[t].lower_ in set(_words(on))]
        best: tuple[float, int] | None = None
        for token in tokens:
            trigger = triggers.get(token)
            if trigger is None or token not in self._row_of_word or _sort(trigger.type) != _sort(type_):
                continue
            away = min((abs(token - t) for t in targets), default=15)
            score = 0.3 * (trigger.type is type_) - 2.5 * (token in self._doers) - min(away, 15) / 15
            if best is None or score > best[0]:
                best = score, token
        if best:
            return best[1]
        inside = set(tokens)
        heads = [
            t
            for t in tokens
            if t in self._row_of_word and not (doc[t].head.i in inside and doc[t].head.i != t)
        ]
        head = next((t for t in heads if doc[t].pos_ in {"VERB", "NOUN"}), heads[0] if heads else None)
        while head is not None:
            said = [
                c.i
                for c in doc[head].children
                if c.dep_ == "ccomp" and c.i in inside and c.i in self._row_of_word
            ]
            if not said:
                break
            head = said[0]
        return head

    def _tie(self, tokens: list[int], body: Mapping[str, Any], stance: str) -> None:
        """The two mentions nearest to each other and to the evidence; other mentions of the two teach nothing."""
        layout = self._layout
        sentences = {int(layout.sentence_of[t]) for t in tokens}
        here = [
            (m.head, number)
            for number, m in enumerate(layout.mentions)
            if int(layout.sentence_of[m.start]) in sentences
        ]
        inside = set(tokens)
        found = [
            (abs(a - b) + 15 * (a not in inside) + 15 * (b not in inside), one, other)
            for a, one in here
            if self._is(one, body["from"])
            for b, other in here
            if self._is(other, body["to"]) and (one, other) in self._row_of_pair
        ]
        if not found:
            return
        for _, one, other in found:
            for pair in ((one, other), (other, one)):
                row = self._row_of_pair.get(pair)
                if row is not None and self.relations[row] == 0:
                    self.relations[row] = UNTOLD
        _, one, other = min(found)
        both = [(one, other), (other, one)] if body["relation"] in _MUTUAL else [(one, other)]
        for pair in both:
            row = self._row_of_pair[pair]
            if self.relations[row] <= 0:
                self.relations[row] = RELATIONS.index(Relation(body["relation"]))
                self.stances[row] = STANCES.index(Stance(stance))

    def _spoken(self, tokens: list[int], kind: int, body: Mapping[str, Any]) -> None:
        sentence = self._sentence(tokens)
        self.kinds[sentence, kind] = 1
        actor = str(body.get("actor") or body.get("by"))
        rows = self._layout.seats
        for row in np.flatnonzero(rows.anchor == sentence):
            if self._is(int(rows.mention[row]), actor):
                self.seats[row, kind] = 1
        if SENTENCE_KINDS[kind].__name__ == "Channel":
            self.media[sentence] = MEDIA.index(Medium(body["medium"]))
            self.authenticities[sentence] = AUTHENTICITIES.index(Authenticity(body["authenticity"]))

    def _tokens(self, start: int, end: int) -> list[int]:
        return [
            t.i
            for t, span in zip(self._layout.parsed.doc, self._spans, strict=True)
            if span.start < end and span.end > start and not t.is_space
        ]

    def _sentence(self, tokens: list[int]) -> int:
        """The sentence that holds most of the tokens."""
        return int(np.bincount(self._layout.sentence_of[tokens]).argmax())

    def _is(self, mention: int, actor: str) -> bool:
        name = self._layout.mentions[mention].mention.name
        return any(_same(name, other) for other in self._actors.get(actor, [actor]))


def _words(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", name).casefold()
    return re.sub(r"[^\w\s]", " ", "".join(c for c in plain if not unicodedata.combining(c))).split()


def _same(one: str, other: str) -> bool:
    """True if the names share at least half of their words, small ones apart."""
    a, b = set(_words(one)), set(_words(other))
    a, b = a - _SMALL_WORDS or a, b - _SMALL_WORDS or b
    return bool(a and b) and len(a & b) / len(a | b) >= 0.5


def _sort(type_: EventType) -> str:
    return "violence" if type_.value in _VIOLENT else type_.value
