"""Drafts of claims: each deed owned up to, with what the claim and the report before it tell of it."""

from __future__ import annotations

from dataclasses import replace

from secondsource.read.english.claims.claimed_when import carriers, place_claimed, time_claimed
from secondsource.read.english.claims.claims import Claiming, claim_chain
from secondsource.read.english.draft import Draft
from secondsource.read.english.events.harm import toll_in
from secondsource.read.english.events.story import Story
from secondsource.read.english.events.targets import targets_of
from secondsource.read.english.events.telling import VIOLENT, Told
from secondsource.read.english.events.triggers import Trigger
from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.text.sentences import sentence_of
from secondsource.records import (
    ByStatus,
    Event,
    EventType,
    Mention,
    Perpetrator,
    PlaceMention,
    Stance,
    TimeMention,
)


def claim_drafts(
    parsed: ParsedText, claiming: Claiming, others: list[Trigger], story: Story, used: set[int]
) -> list[Draft]:
    """A draft for each deed claimed; "the attack" takes what the text told of it before."""
    chain = claim_chain(parsed.chain_at(claiming.at), claiming)
    by = (Perpetrator(actor=claiming.claimant, status=ByStatus.CLAIMED),)
    sent = sentence_of(parsed.doc[claiming.at])
    acts = [t for t in others if t.at in claiming.acts and t.type in VIOLENT]
    drafts = []
    if 1 < claiming.told <= len(story.told):
        span = parsed.span(sent.start, sent.end)
        return [
            Draft(
                span=span,
                chain=chain,
                stance=Stance.ASSERTS,
                proposition=Event(type=kind, by=by, on=on, place=place, when=when),
            )
            for kind, on, place, when in story.told[-claiming.told :]
        ]
    # "It is our people who suffer", "this was our work" where nothing was told.
    if claiming.acts and not acts and not any(parsed.doc[a].lemma_ == "do" for a in claiming.acts):
        return []
    if claiming.is_pointing and story.type is None:
        return []
    before = replace(story)
    for deed in (*claiming.deeds, *acts, *_listed(parsed, claiming, others)) or (None,):
        several = _several(parsed, deed) if deed else []
        if several:
            for place_then, when_then in several:
                drafts.append(
                    Draft(
                        span=parsed.span(sent.start, sent.end),
                        chain=chain,
                        stance=Stance.ASSERTS,
                        proposition=Event(
                            type=_claim_type(deed, before), by=by, place=place_then, when=when_then
                        ),
                    )
                )
            continue
        told = Told(triggers=[deed] if deed else [])
        if deed:
            # "the attack that killed two": what is told under the deed belongs to the claim.
            under = {t.i for t in parsed.doc[deed.at].subtree}
            told.triggers += [
                t
                for t in others
                if t.type in VIOLENT
                and (
                    t.at in under
                    or any(c.i == deed.at and c.dep_ == "nsubj" for c in parsed.doc[t.at].children)
                )
            ]
            if len(claiming.deeds) == 1:
                told.triggers += [
                    t for t in others if _is_its_harm(parsed, claiming, t) and t not in told.triggers
                ]
            used |= {t.at for t in told.triggers}
        told.clause = (sent.start, sent.end)
        on = targets_of(parsed, told, before.on) if deed else ()
        # "claimed the act on a hand-written sheet"; a police post is no sheet.
        sheets = carriers() - {"post"}
        on = tuple(m for m in on if m.name.lower().split()[-1] not in sheets)
        place = place_claimed(parsed, deed.at) if deed else None
        when = time_claimed(parsed, deed.at) if deed else None
        kind = _claim_type(deed, before)
        drafts.append(
            Draft(
                span=parsed.span(sent.start, sent.end),
                chain=chain,
                stance=Stance.ASSERTS,
                proposition=Event(
                    type=kind,
                    by=by,
                    on=on or before.on,
                    place=place or before.place,
                    when=when or before.when,
                    killed=toll_in(parsed, told, "killed") if deed else None,
                    injured=toll_in(parsed, told, "injured") if deed else None,
                ),
            )
        )
        if deed and kind in VIOLENT:
            _take_for_granted(story, kind, on, place, when)
    return drafts


def _listed(parsed: ParsedText, claiming: Claiming, others: list[Trigger]) -> list[Trigger]:
    """ "claimed three attacks: a bombing in A, an ambush near B": the deeds of the list, beside the total."""
    if len(claiming.deeds) != 1 or parsed.doc[claiming.deeds[0].at].tag_ not in {"NNS", "NNPS"}:
        return []
    end = sentence_of(parsed.doc[claiming.at]).end
    colon = next((t.i for t in parsed.doc[claiming.deeds[0].at : end] if t.text == ":"), None)
    return [t for t in others if colon is not None and t.at > colon and t.form == "deed"]


def _is_its_harm(parsed: ParsedText, claiming: Claiming, harm: Trigger) -> bool:
    """ "claimed the blast and said that two had been killed": the harm that the claim tells besides its deed."""
    if harm.form not in {"harm", "suffer"} or harm.at < claiming.at or harm.type not in VIOLENT:
        return False
    verb = parsed.doc[harm.at]
    if any(c.dep_ == "nsubj" and c.pos_ != "PRON" for c in verb.children) and harm.form == "harm":
        return False
    end = sentence_of(verb).end
    return not [t for t in parsed.times_between(harm.at, end) if t.start in {x.i for x in verb.subtree}]


def _take_for_granted(
    story: Story,
    kind: EventType,
    on: tuple[Mention, ...],
    place: PlaceMention | None,
    when: TimeMention | None,
) -> None:
    """What a claim tells of its deed, for the sentences after it."""
    story.type, story.on = kind, on or story.on
    story.when = when or story.when
    if place:
        story.place, story.since = place, 0


def _several(parsed: ParsedText, deed: Trigger) -> list[tuple[PlaceMention | None, TimeMention]]:
    """Place and day of each deed that one plural noun claims: "blasts at A on 3 May, at B on 5 May"."""
    token = parsed.doc[deed.at]
    if token.tag_ not in {"NNS", "NNPS"}:
        return []
    times = parsed.times_between(deed.at + 1, sentence_of(token).end)
    if len(times) < 2:
        return []
    found: list[tuple[PlaceMention | None, TimeMention]] = []
    start = deed.at
    for time in times:
        places = parsed.places_between(start + 1, time.start)
        if not places:
            return []
        found.append((places[0].mention, time.mention))
        start = time.end
    return found


def _claim_type(deed: Trigger | None, story: Story) -> EventType:
    if deed and deed.type is not EventType.ATTACK:
        return deed.type
    return story.type or (deed.type if deed else EventType.ATTACK)
