"""What the learned parts make of one parsed text, stage by stage, in the terms of the written rules."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Self, TypeVar

import numpy as np

from secondsource.read.english.draft import Draft
from secondsource.read.english.events.triggers import Trigger
from secondsource.read.english.learned.encoder import Encoder, Floats, TokenStates
from secondsource.read.english.learned.heads import Heads, sigmoid, softmax
from secondsource.read.english.learned.layout import (
    AUTHENTICITIES,
    EVENTS,
    MEDIA,
    OUTCOMES,
    RELATIONS,
    SENTENCE_KINDS,
    STANCES,
    Layout,
)
from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.who.mentions import FoundMention
from secondsource.records import ActorKind, Authenticity, EventType, Medium, Outcome, Relation, Stance

_T = TypeVar("_T")
# Who threatens, speaks through a channel of its own, is founded.
_PARTIES = frozenset({ActorKind.GROUP, ActorKind.PARTY, None})


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """From which probability on each decision counts, chosen by cross-validation inside the training texts.

    What the rules wrote stays from `keep_…` on; what they did not is added from the other on.
    """

    keep_event: float
    event: float
    keep_doer: float
    doer: float
    keep_tie: float
    tie: float
    keep_sentence: float
    finding: float
    threat: float
    channel: float
    emergence: float

    @classmethod
    def load(cls, file: Path) -> Self:
        """Those of a TOML file with one line each."""
        return cls(**tomllib.loads(file.read_text(encoding="utf-8")))


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnedTie:
    """Two mentions and what ties the first to the second."""

    from_: FoundMention
    relation: Relation
    to: FoundMention
    stance: Stance
    probability: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnedSentence:
    """What one sentence says beside events and ties; probabilities of 0 to 1."""

    outcome: Outcome
    checks: float  # that it tells of a check
    speaks: tuple[float, ...]  # one for each of SENTENCE_KINDS
    who: tuple[FoundMention | None, ...]  # whose threat, channel, founding it would be
    medium: Medium
    authenticity: Authenticity


@dataclass(eq=False)
class LearnedParts:
    """An encoder with its heads and thresholds, loaded once."""

    encoder: TokenStates
    heads: Heads
    thresholds: Thresholds

    @classmethod
    @cache
    def load(cls, folder: Path) -> LearnedParts:
        """Those of a folder that the recipe wrote, loaded once a process."""
        return cls(
            encoder=Encoder(folder),
            heads=Heads.load(folder / "heads.npz"),
            thresholds=Thresholds.load(folder / "thresholds.toml"),
        )

    def over(self, parsed: ParsedText, written: Sequence[Draft]) -> LearnedText:
        """The learned view of one text and of what the rules wrote about it, events apart."""
        return LearnedText(parts=self, layout=Layout(parsed, written))


@dataclass(eq=False)
class LearnedText:
    """Probabilities over one text, each computed when first asked for."""

    parts: LearnedParts
    layout: Layout

    @cached_property
    def states(self) -> Floats:
        """(tokens, width)."""
        tokens = [t.text for t in self.layout.parsed.doc]
        return self.parts.encoder.states(tokens, [(a, b) for a, b in self.layout.sentences.tolist()])

    @cached_property
    def _means(self) -> Floats:
        return self.parts.heads.means(self.states, self.layout.sentences)

    @cached_property
    def _weighed(self) -> Floats:
        return self.parts.heads.weighed(self.states, self.layout.sentences)

    @cached_property
    def _who(self) -> Floats:
        return self.parts.heads.means(self.states, self.layout.mention_tokens)

    @cached_property
    def event_words(self) -> Mapping[int, Floats]:
        """The probabilities of EVENTS by token."""
        rows = self.layout.words
        scores = softmax(self.parts.heads.events(rows, self.states, self._means))
        return dict(zip(rows.anchor.tolist(), scores, strict=True))

    def triggers(self) -> list[Trigger]:
        """The written event words that the learned part agrees with, and those that it adds, in order."""
        limits, written = self.parts.thresholds, self.layout.triggers
        kept = [t for t in written.values() if self._is_event(t.at) >= limits.keep_event]
        added = [
            sure_trigger(self.layout.parsed, at, EVENTS[int(p[1:].argmax()) + 1])
            for at, p in self.event_words.items()
            if at not in written and 1 - p[0] >= limits.event
        ]
        return sorted((*kept, *added), key=lambda t: t.at)

    def _is_event(self, token: int) -> float:
        scores = self.event_words.get(token)
        return 1.0 if scores is None else float(1 - scores[0])

    def doers(self, trigger: Trigger, written: list[FoundMention]) -> list[FoundMention]:
        """Who did what the word tells: the written doers that the learned part agrees with, or whom it finds."""
        rows = self.layout.doers([trigger])
        if not len(rows.mention):
            return written
        heads = self.parts.heads
        sure = 1 - softmax(heads.doers(rows, self.states, self._means, self._who))[:, 0]
        by_name: dict[str, float] = {}
        for number, p in zip(rows.mention.tolist(), sure.tolist(), strict=True):
            name = self.layout.mentions[number].mention.name
            by_name[name] = max(p, by_name.get(name, 0.0))
        limits = self.parts.thresholds
        kept = [m for m in written if by_name.get(m.mention.name, 1.0) >= limits.keep_doer]
        if kept:
            return kept
        best = int(sure.argmax())
        return [self.layout.mentions[rows.mention[best]]] if sure[best] >= limits.doer else []

    @cached_property
    def ties(self) -> Mapping[tuple[int, int], LearnedTie]:
        """The likeliest relation of every two mentions (their numbers) of one sentence."""
        rows = self.layout.pairs
        if not len(rows.mention):
            return {}
        scores = self.parts.heads.ties(rows, self.states, self._means, self._who)
        relations, stances = softmax(scores[:, : len(RELATIONS)]), scores[:, len(RELATIONS) :]
        return {
            (int(a), int(b)): LearnedTie(
                from_=self.layout.mentions[a],
                relation=_named(RELATIONS, relations[row]),
                to=self.layout.mentions[b],
                stance=STANCES[int(stances[row].argmax())],
                probability=float(1 - relations[row, 0]),
            )
            for row, (a, b) in enumerate(zip(rows.mention, rows.other, strict=True))
        }

    @cached_property
    def sentences(self) -> list[LearnedSentence]:
        """One for each sentence."""
        scores = self.parts.heads.sentences(self.layout.by_sentence, self._means, self._weighed)
        ends = np.cumsum([len(OUTCOMES), len(SENTENCE_KINDS), len(MEDIA), len(AUTHENTICITIES)])
        outcomes, kinds, media, authentic = np.split(scores, ends[:-1], axis=1)
        checks, speaks = softmax(outcomes), sigmoid(kinds)
        return [
            LearnedSentence(
                outcome=_named(OUTCOMES, checks[s]),
                checks=float(1 - checks[s, 0]),
                speaks=tuple(speaks[s].tolist()),
                who=tuple(self._best_seats.get((s, kind)) for kind in range(len(SENTENCE_KINDS))),
                medium=MEDIA[int(media[s].argmax())],
                authenticity=AUTHENTICITIES[int(authentic[s].argmax())],
            )
            for s in range(len(scores))
        ]

    @cached_property
    def _best_seats(self) -> dict[tuple[int, int], FoundMention]:
        rows = self.layout.seats
        if not len(rows.mention):
            return {}
        scores = self.parts.heads.seats(rows, self._means, self._weighed, self._who)
        best: dict[tuple[int, int], int] = {}
        for row, sentence in enumerate(rows.anchor.tolist()):
            if self.layout.mentions[rows.mention[row]].mention.kind not in _PARTIES:
                continue
            for kind in range(len(SENTENCE_KINDS)):
                held = best.get((sentence, kind))
                if held is None or scores[row, kind] > scores[held, kind]:
                    best[sentence, kind] = row
        return {key: self.layout.mentions[rows.mention[row]] for key, row in best.items()}


def sure_trigger(parsed: ParsedText, at: int, type_: EventType | None) -> Trigger:
    """The word as an event word that no list holds: a verb acts, a noun names the deed."""
    form = "act" if parsed.doc[at].pos_ in {"VERB", "AUX"} else "deed"
    return Trigger(at=at, type=type_ or EventType.OTHER, form=form, is_sure=True)


def _named(answers: Sequence[_T | None], scores: Floats) -> _T:
    """The likeliest answer that is not "none of these"."""
    named = answers[int(scores[1:].argmax()) + 1]
    assert named is not None
    return named
