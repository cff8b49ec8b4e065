"""Denials of a deed told before: "denied any role", "had no part in it", "rejected the charge"."""

from __future__ import annotations

from spacy.tokens import Token

from secondsource.read.english.draft import Draft
from secondsource.read.english.events.story import Story
from secondsource.read.english.events.subjects import subject_of
from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.said.holders import to_holder
from secondsource.read.english.said.scopes import bare
from secondsource.read.english.text.sentences import sentence_of
from secondsource.records import ByStatus, Event, Holder, Mention, Perpetrator, Stance

_DENYING = frozenset({"deny", "reject", "dismiss", "refute", "disclaim", "disavow"})
_PARTS = frozenset({"involvement", "role", "responsibility", "part", "hand", "participation", "complicity"})
_CHARGES = frozenset({"charge", "charges", "allegation", "allegations", "accusation", "accusations"})
_DOERS = frozenset({"body", "name", "band", "force", "state", "fighters", "pronoun", "stand_in"})


def denial_of(parsed: ParsedText, token: Token, story: Story) -> Draft | None:
    """The last told event, denied by whom this verb's subject names; None if the verb denies no deed."""
    if token.pos_ != "VERB" or story.type is None or not _denies(token):
        return None
    subject = subject_of(token)
    if subject is None:
        return None
    chain = parsed.speakers.of(subject)
    doer = _denied_doer(parsed, token, subject, chain)
    if doer is None:
        return None
    outer = parsed.chain_at(token.i)
    found = parsed.mention_at(subject.i)
    inner = chain or ((to_holder(found),) if found else ())
    names = {bare(h.name) for h in outer}
    sent = sentence_of(token)
    return Draft(
        span=parsed.span(sent.start, sent.end),
        chain=(*outer, *(h for h in inner if bare(h.name) not in names)),
        stance=Stance.DENIES,
        proposition=Event(
            type=story.type,
            by=(Perpetrator(actor=doer, status=ByStatus.ACCUSED),),
            on=story.on,
            place=story.place_now,
            when=story.when_now,
        ),
    )


def _denies(token: Token) -> bool:
    objects = {c.lower_ for c in token.children if c.dep_ == "dobj"}
    if token.lemma_ in _DENYING:
        return bool(objects & (_PARTS | _CHARGES))
    if token.lemma_ in {"have", "play", "take"}:
        return any(
            c.dep_ == "dobj" and c.lower_ in _PARTS and any(d.lower_ in {"no", "any"} for d in c.children)
            for c in token.children
        ) and ("no" in {d.lower_ for c in token.children for d in c.children})
    return False


def _denied_doer(
    parsed: ParsedText, token: Token, subject: Token, chain: tuple[Holder, ...]
) -> Mention | None:
    """Who is said to have done it: "the involvement of X", else the denier or whom he speaks for."""
    for child in token.children:
        if child.dep_ == "dobj":
            for deeper in child.subtree:
                found = parsed.mention_at(deeper.i)
                if found and found.is_named and found.role in _DOERS and deeper.head.lower_ in {"of", "by"}:
                    return found.mention
    last = chain[-1] if chain else None
    found = parsed.mention_at(subject.i)
    if found and found.is_named and found.role in _DOERS:
        return found.mention
    if last and last.span and len(chain) > 1:
        return Mention(span=last.span, name=last.name)
    return None
