"""Tolls that a party gives of a deed told before: "the group put the dead at thirty"."""

from __future__ import annotations

from spacy.tokens import Token

from secondsource.read.english.attribution import bare
from secondsource.read.english.draft import Draft
from secondsource.read.english.holders import to_holder
from secondsource.read.english.lexicon import lines
from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.perpetrators import subject_of
from secondsource.read.english.sentences import sentence_of
from secondsource.read.english.story import Story
from secondsource.read.english.telling import VIOLENT
from secondsource.read.english.tolls import toll_of
from secondsource.records import ByStatus, Event, Mention, Perpetrator, Stance

_DEAD = frozenset({"dead", "deaths", "killed", "casualties", "fatalities", "slain"})
_TOLLS = frozenset({"toll", "number", "dead", "figure", "count"})


def toll_account(
    parsed: ParsedText, token: Token, story: Story, claimants: dict[str, Mention]
) -> Draft | None:
    """The deed told last with the dead that the verb's subject counts; claimed, where that party has claimed it."""
    if token.lemma_ not in {"put", "set"} or token.pos_ != "VERB" or story.type not in VIOLENT:
        return None
    if not any(c.dep_ in {"dobj", "nsubjpass"} and _is_toll(c) for c in token.children):
        return None
    numbers = [
        p
        for h in (token, *token.children)
        for c in h.children
        if c.dep_ == "prep" and c.lower_ == "at"
        for p in c.children
        if p.dep_ == "pobj"
    ]
    killed = toll_of(numbers, parsed.span, parsed.words)
    subject = subject_of(token)
    if killed is None or subject is None:
        return None
    found = parsed.mention_at(subject.i)
    inner = parsed.speakers.of(subject) or ((to_holder(found),) if found and found.is_named else ())
    if not inner:
        return None
    claimant = claimants.get(bare(inner[-1].name))
    outer = tuple(h for h in parsed.chain_at(token.i) if all(bare(h.name) != bare(i.name) for i in inner))
    sent = sentence_of(token)
    return Draft(
        span=parsed.span(sent.start, sent.end),
        chain=(*outer, *inner),
        stance=Stance.ASSERTS,
        proposition=Event(
            type=story.type,
            by=(Perpetrator(actor=claimant, status=ByStatus.CLAIMED),) if claimant else (),
            on=story.on,
            place=story.place_now,
            when=story.when_now,
            killed=killed,
        ),
    )


def _is_toll(noun: Token) -> bool:
    """ "The toll", "the number of dead"; not "the number of its patrols"."""
    counted = [p for c in noun.children if c.dep_ == "prep" and c.lower_ == "of" for p in c.children]
    return noun.lower_ in _TOLLS and all(p.lower_ in _DEAD | lines("people") for p in counted)
