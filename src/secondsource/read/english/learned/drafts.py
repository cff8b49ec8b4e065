"""Ties, findings, threats, channels, emergences: the rules' ones weighed, and what only the learned parts find."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from secondsource.read.english.draft import Draft
from secondsource.read.english.learned.layout import SENTENCE_KINDS
from secondsource.read.english.learned.told import LearnedSentence, LearnedText, LearnedTie
from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.ties.voices import voice
from secondsource.records import Channel, Emergence, Finding, Mention, Proposition, Stance, Threat, Tie


def weigh_drafts(learned: LearnedText, written: Sequence[Draft]) -> list[Draft]:
    """The written drafts that the learned parts do not speak against, and their own; events are not among them."""
    kept = [d for d in written if _is_kept(learned, d)]
    return [*kept, *_ties(learned, kept), *_sentences(learned, kept)]


def _is_kept(learned: LearnedText, draft: Draft) -> bool:
    limits, body = learned.parts.thresholds, draft.proposition
    if isinstance(body, Tie):
        sure = [
            t.probability
            for t in learned.ties.values()
            if (t.from_.mention, t.to.mention) == (body.from_, body.to)
        ]
        return not sure or max(sure) >= limits.keep_tie
    if isinstance(body, (Finding, *SENTENCE_KINDS)):
        sentence = learned.sentences[learned.layout.sentence_holding(draft.span)]
        sure_of = sentence.checks
        if not isinstance(body, Finding):
            sure_of = sentence.speaks[SENTENCE_KINDS.index(type(body))]
        return sure_of >= limits.keep_sentence
    return True


def _ties(learned: LearnedText, written: Sequence[Draft]) -> list[Draft]:
    parsed = learned.layout.parsed
    told = {_tie_key(d) for d in written if isinstance(d.proposition, Tie)}
    drafts: list[Draft] = []
    for tie in sorted(learned.ties.values(), key=lambda t: -t.probability):
        if tie.probability < learned.parts.thresholds.tie:
            break
        draft = _tie(parsed, tie)
        if _tie_key(draft) not in told:
            told.add(_tie_key(draft))
            drafts.append(draft)
    return drafts


def _tie(parsed: ParsedText, tie: LearnedTie) -> Draft:
    at = _meeting(parsed.doc[tie.from_.head], parsed.doc[tie.to.head])
    chain, stance = voice(parsed, at)
    span = parsed.span(*parsed.clause(at.i))
    for mention in (tie.from_.mention.span, tie.to.mention.span):
        span = replace(span, start=min(span.start, mention.start), end=max(span.end, mention.end))
    return Draft(
        span=span,
        chain=chain,
        stance=stance if tie.stance is Stance.ASSERTS else tie.stance,
        proposition=Tie(from_=tie.from_.mention, relation=tie.relation, to=tie.to.mention),
    )


def _sentences(learned: LearnedText, written: Sequence[Draft]) -> list[Draft]:
    limits, parsed = learned.parts.thresholds, learned.layout.parsed
    told = {(type(d.proposition), learned.layout.sentence_holding(d.span)) for d in written}
    drafts: list[Draft] = []
    for number, sentence in enumerate(learned.sentences):
        found: list[Proposition] = []
        if sentence.checks >= limits.finding:
            found.append(Finding(outcome=sentence.outcome))
        for kind, sure, who, least in zip(
            SENTENCE_KINDS,
            sentence.speaks,
            sentence.who,
            (limits.threat, limits.channel, limits.emergence),
            strict=True,
        ):
            if who is not None and sure >= least:
                found.append(_spoken(kind, who.mention, sentence))
        tokens = parsed.sentences[number]
        at = _content(tokens.root)
        drafts += [
            Draft(
                span=parsed.span(tokens.start, tokens.end),
                chain=parsed.chain_at(at.i),
                stance=Stance.ASSERTS if isinstance(body, Finding) else parsed.stance_at(at.i),
                proposition=body,
            )
            for body in found
            if (type(body), number) not in told
        ]
    return drafts


def _spoken(kind: type, who: Mention, sentence: LearnedSentence) -> Proposition:
    if kind is Threat:
        return Threat(by=who)
    if kind is Channel:
        return Channel(actor=who, medium=sentence.medium, authenticity=sentence.authenticity)
    return Emergence(actor=who)


def _meeting(one: Token, other: Token) -> Token:
    """The word of the parse under which both stand."""
    above = {one.i, *(t.i for t in one.ancestors)}
    return next((t for t in (other, *other.ancestors) if t.i in above), other)


def _content(root: Token) -> Token:
    """What is said, where the sentence's verb only says that somebody says it."""
    at = root
    while inner := next((c for c in at.children if c.dep_ == "ccomp"), None):
        at = inner
    return at


def _tie_key(draft: Draft) -> tuple[str | None, ...]:
    body = draft.proposition
    assert isinstance(body, Tie)
    names = sorted(m.name.lower().removeprefix("the ") for m in (body.from_, body.to))
    return (*names, draft.chain[-1].name if draft.chain else None)
