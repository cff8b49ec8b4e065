"""Drafts of claims: each deed owned up to, with what the claim and the report before it tell of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from secondsource.read.english.claims.claimed_when import (
    carriers,
    place_claimed,
    time_claimed,
    wide_time_before,
)
from secondsource.read.english.claims.claims import Claiming, claim_chain
from secondsource.read.english.claims.listed import listed_deeds
from secondsource.read.english.draft import Draft
from secondsource.read.english.events.harm import toll_in
from secondsource.read.english.events.story import Story
from secondsource.read.english.events.targets import targets_of
from secondsource.read.english.events.telling import VIOLENT, Told, gather
from secondsource.read.english.events.triggers import Trigger
from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.text.sentences import sentence_of
from secondsource.records import (
    ByStatus,
    Event,
    EventType,
    Perpetrator,
    Stance,
)


def claim_drafts(
    parsed: ParsedText, claiming: Claiming, others: list[Trigger], story: Story, used: set[int]
) -> list[Draft]:
    """A draft for each deed claimed; "the attack" takes what the text told of it before."""
    sent = sentence_of(parsed.doc[claiming.at])
    chain = claim_chain(parsed.chain_at(claiming.at), claiming)
    return [
        Draft(span=parsed.span(sent.start, sent.end), chain=chain, stance=Stance.ASSERTS, proposition=event)
        for event in _claimed(parsed, claiming, others, story, used)
    ]


def _claimed(
    parsed: ParsedText, claiming: Claiming, others: list[Trigger], story: Story, used: set[int]
) -> Iterator[Event]:
    by = (Perpetrator(actor=claiming.claimant, status=ByStatus.CLAIMED),)
    if 1 < claiming.told <= len(story.told):
        for kind, on, place, when in story.told[-claiming.told :]:
            yield Event(type=kind, by=by, on=on, place=place, when=when)
        return
    acts = [t for t in others if t.at in claiming.acts and t.type in VIOLENT]
    # "It is our people who suffer", "this was our work" where nothing was told.
    if claiming.acts and not acts and not any(parsed.doc[a].lemma_ == "do" for a in claiming.acts):
        return
    before = _told_here(parsed, claiming, others, story)
    if claiming.is_pointing and before.type is None:
        return
    deeds = (*claiming.deeds, *acts, *_listed(parsed, claiming, others))
    if not deeds:
        kind = _claim_type(None, before)
        yield Event(type=kind, by=by, on=before.on, place=before.place, when=before.when)
    listed_to = 0
    for deed in deeds:
        if deed.at < listed_to:
            continue
        if _is_total(parsed, deed):
            yield Event(type=_claim_type(deed, before), by=by)
            continue
        several = listed_deeds(parsed, deed)
        for one in several:
            kind = _claim_type(one.deed, before)
            yield Event(type=kind, by=by, on=one.on, place=one.place, when=one.when)
        if several:
            listed_to = several[-1].end
            used |= set(range(several[0].start, listed_to))
            continue
        event = _one(parsed, claiming, deed, others, before, used)
        yield replace(
            event,
            by=by,
            on=event.on or before.on,
            place=event.place or before.place,
            when=event.when or before.when,
        )
        if event.type in VIOLENT:
            _take_for_granted(story, event)


def _told_here(parsed: ParsedText, claiming: Claiming, others: list[Trigger], story: Story) -> Story:
    """The story as it stands where the claim begins: "a bomb killed two in A and X took responsibility"."""
    start = min([claiming.at, *(d.at for d in claiming.deeds)])
    subject = next((c for c in parsed.doc[claiming.at].children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    of_subject = {t.i for t in subject.subtree} if subject is not None else set()
    here = [t for t in others if t.at < start and t.type in VIOLENT and t.at not in of_subject]
    told = gather(parsed, here)
    if not told:
        return replace(story)
    last = told[-1]
    return replace(
        story,
        type=last.triggers[0].type,
        on=targets_of(parsed, last, story.on),
        place=next((p for t in last.triggers if (p := parsed.place_at(t.at))), None),
        when=next((w for t in last.triggers if (w := parsed.time_at(t.at))), None)
        or wide_time_before(parsed, last.triggers[0].at),
    )


def _one(
    parsed: ParsedText,
    claiming: Claiming,
    deed: Trigger,
    others: list[Trigger],
    before: Story,
    used: set[int],
) -> Event:
    """What the claim's own sentence tells of the deed."""
    # "the attack that killed two": what is told under the deed belongs to the claim.
    under = {t.i for t in parsed.doc[deed.at].subtree}
    told = Told(triggers=[deed])
    told.triggers += [
        t
        for t in others
        if t.type in VIOLENT
        and (t.at in under or any(c.i == deed.at and c.dep_ == "nsubj" for c in parsed.doc[t.at].children))
    ]
    if len(claiming.deeds) == 1:
        told.triggers += [t for t in others if _is_its_harm(parsed, claiming, t) and t not in told.triggers]
    used |= {t.at for t in told.triggers}
    sent = sentence_of(parsed.doc[claiming.at])
    told.clause = (sent.start, sent.end)
    # "claimed the act on a hand-written sheet"; a police post is no sheet.
    sheets = carriers() - {"post"}
    return Event(
        type=_claim_type(deed, before),
        on=tuple(m for m in targets_of(parsed, told, before.on) if m.name.lower().split()[-1] not in sheets),
        place=place_claimed(parsed, deed.at),
        when=time_claimed(parsed, deed.at),
        killed=toll_in(parsed, told, "killed"),
        injured=toll_in(parsed, told, "injured"),
    )


def _listed(parsed: ParsedText, claiming: Claiming, others: list[Trigger]) -> list[Trigger]:
    """ "claimed three attacks: a bombing in A, an ambush near B": the deeds of the list, beside the total."""
    if len(claiming.deeds) != 1 or not _is_total(parsed, claiming.deeds[0]):
        return []
    colon = _colon(parsed, claiming.deeds[0])
    return [t for t in others if colon is not None and t.at > colon and t.form == "deed"]


def _is_total(parsed: ParsedText, deed: Trigger) -> bool:
    """True for a plural before a colon, behind which the deeds stand one by one."""
    return parsed.doc[deed.at].tag_ in {"NNS", "NNPS"} and _colon(parsed, deed) is not None


def _colon(parsed: ParsedText, deed: Trigger) -> int | None:
    end = sentence_of(parsed.doc[deed.at]).end
    return next((t.i for t in parsed.doc[deed.at : end] if t.text == ":"), None)


def _is_its_harm(parsed: ParsedText, claiming: Claiming, harm: Trigger) -> bool:
    """ "claimed the blast and said that two had been killed": the harm that the claim tells besides its deed."""
    if harm.form not in {"harm", "suffer"} or harm.at < claiming.at or harm.type not in VIOLENT:
        return False
    verb = parsed.doc[harm.at]
    if any(c.dep_ == "nsubj" and c.pos_ != "PRON" for c in verb.children) and harm.form == "harm":
        return False
    end = sentence_of(verb).end
    return not [t for t in parsed.times_between(harm.at, end) if t.start in {x.i for x in verb.subtree}]


def _take_for_granted(story: Story, event: Event) -> None:
    """What a claim tells of its deed, for the sentences after it."""
    story.type, story.on = event.type, event.on or story.on
    story.when = event.when or story.when
    if event.place:
        story.place, story.since = event.place, 0


def _claim_type(deed: Trigger | None, story: Story) -> EventType:
    if deed and deed.type is not EventType.ATTACK:
        return deed.type
    return story.type or (deed.type if deed else EventType.ATTACK)
