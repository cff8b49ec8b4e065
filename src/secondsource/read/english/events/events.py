"""Events with who did it by what right, against whom, where, when, by what means and with which tolls."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from secondsource.read.english.claims.claimed_events import claim_drafts
from secondsource.read.english.claims.claimed_when import wide_time_before
from secondsource.read.english.claims.claims import find_claims
from secondsource.read.english.claims.listed import days_again, listed_deeds
from secondsource.read.english.claims.self_told import self_told
from secondsource.read.english.draft import Draft
from secondsource.read.english.events.accusations import accusation_of
from secondsource.read.english.events.charges import is_charge
from secondsource.read.english.events.denials import denial_of
from secondsource.read.english.events.harm import abducted_in, toll_in
from secondsource.read.english.events.own_dead import apart
from secondsource.read.english.events.own_deeds import is_grievance, is_unsaid, own_deed, own_word
from secondsource.read.english.events.perpetrators import doers
from secondsource.read.english.events.status import with_status
from secondsource.read.english.events.story import ONE_SIDED, TOLD_AGAIN, Story
from secondsource.read.english.events.targets import targets_of
from secondsource.read.english.events.telling import VIOLENT, Told, gather
from secondsource.read.english.events.toll_accounts import toll_account
from secondsource.read.english.events.triggers import Trigger, devices_in, find_triggers
from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.said.scopes import bare
from secondsource.read.english.text.sentences import sentence_of
from secondsource.read.english.who.mentions import FoundMention
from secondsource.records import (
    Event,
    EventType,
    HolderKind,
    Mention,
    PlaceMention,
    Stance,
    TimeMention,
)

if TYPE_CHECKING:
    from secondsource.read.english.learned import LearnedText

_WORST_FIRST = (
    EventType.SUICIDE_BOMBING,
    EventType.BOMBING,
    EventType.AIR_STRIKE,
    EventType.MISSILE_STRIKE,
    EventType.SHELLING,
    EventType.AMBUSH,
    EventType.ARMED_CLASH,
    EventType.ABDUCTION,
    EventType.RELEASE,
    EventType.ARREST,
    EventType.SEIZURE,
    EventType.TERRITORY,
    EventType.AGREEMENT,
    EventType.KILLING,
    EventType.ATTACK,
    EventType.PROTEST,
    EventType.MOVEMENT,
    EventType.OTHER,
)


def find_events(parsed: ParsedText, learned: LearnedText | None = None) -> list[Draft]:
    """The events that the text tells of, claims of responsibility among them.

    The learned parts, where given, weigh the event words and say who did it where the rules find nobody.
    """
    drafts: list[Draft] = []
    story = Story()
    claimants: dict[str, Mention] = {}
    triggers = learned.triggers() if learned else find_triggers(parsed.doc)
    at = 0
    for sent in parsed.sentences:
        story.since += 1
        here: list[Trigger] = []
        while at < len(triggers) and triggers[at].at < sent.end:
            here.append(triggers[at])
            at += 1
        here = sorted((*here, *self_told(parsed, sent, {t.at for t in here})), key=lambda t: t.at)
        claims, used = find_claims(parsed, sent)
        claimants |= {bare(c.claimant.name): c.claimant for c in claims}
        story.claimants |= claimants.keys()
        drafts += [account for token in sent if (account := toll_account(parsed, token, story, claimants))]
        drafts += [denial for token in sent if (denial := denial_of(parsed, token, story))]
        drafts += [charge for token in sent if (charge := accusation_of(parsed, token, story, here))]
        for claiming in claims:
            drafts += claim_drafts(parsed, claiming, [t for t in here if t.at not in used], story, used)
        told = gather(parsed, [t for t in here if t.at not in used])
        told = [e for e in told if not is_unsaid(parsed, e.triggers[0].at)]
        for event in told:
            draft = _draft(parsed, event, story, learned, alone=len(told) == 1 and not used)
            drafts += [d for one in _one_each(parsed, event, draft) for d in apart(parsed, event, one)]
    return drafts


def _one_each(parsed: ParsedText, event: Told, draft: Draft) -> list[Draft]:
    """The draft, or one for each deed with a day of its own: "hit X on 6 May and Y on 17 April", "and again on"."""
    first, proposition = event.triggers[0], draft.proposition
    if not isinstance(proposition, Event):
        return [draft]
    again = days_again(parsed, first.at)
    if again:
        return [draft, *(replace(draft, proposition=replace(proposition, when=when)) for when in again)]
    deeds = listed_deeds(parsed, first) if first.form in {"act", "deed"} else []
    if not deeds or not all(deed.when and (deed.on or deed.place) for deed in deeds):
        return [draft]
    one, *others = deeds
    elsewhere = {m.name for deed in others for m in (*deed.on, deed.place) if m}
    own = replace(
        proposition,
        on=tuple(m for m in proposition.on if m.name not in elsewhere),
        place=one.place
        or (proposition.place if proposition.place and proposition.place.name not in elsewhere else None),
        when=one.when,
    )
    return [
        replace(draft, proposition=own),
        *(
            replace(draft, proposition=replace(proposition, on=deed.on, place=deed.place, when=deed.when))
            for deed in others
        ),
    ]


# --- one event -------------------------------------------------------------------------------------------


def _draft(
    parsed: ParsedText, event: Told, story: Story, learned: LearnedText | None, *, alone: bool
) -> Draft:
    first = event.triggers[0]
    chain = parsed.chain_at(first.at)
    actors: list[FoundMention] = []
    for trigger in event.triggers:
        for mention in doers(parsed, trigger):
            if all(m.mention.name != mention.mention.name for m in actors):
                actors.append(mention)
    kind = _type(parsed, event)
    if learned:
        actors = learned.doers(first, actors)
    own = own_deed(parsed, event, chain, story) if not actors else ()
    actors = actors or ([] if own else story.carried_on(kind, first))
    if actors and kind in ONE_SIDED:
        story.doers = (kind, first.at, tuple(actors))
    on = targets_of(parsed, event, story.on)
    names = {m.mention.name for m in actors}
    on = tuple(m for m in on if m.name not in names)
    sent = sentence_of(parsed.doc[first.at])
    clause = event.clause
    evidence = (sent.start, sent.end) if alone else clause
    place, when = _where(parsed, event, story), _when(parsed, event, story)
    if is_grievance(parsed.doc[first.at]):
        place, when = None, None  # those around it are of the vow to avenge it
    killed, injured = toll_in(parsed, event, "killed"), toll_in(parsed, event, "injured")
    means = _means(parsed, event)
    chain = own_word(parsed, actors, chain, first.at)
    if kind in VIOLENT or kind is EventType.ABDUCTION:
        story.type, story.on = kind, on or story.on
    stance = _stance(parsed, event)
    if kind in TOLD_AGAIN:
        story.told.append((kind, on, place, when))
    return Draft(
        span=parsed.span(*evidence),
        chain=chain,
        stance=stance,
        proposition=Event(
            type=kind,
            by=own
            if own and stance is Stance.ASSERTS
            else with_status(
                parsed,
                actors,
                chain,
                is_denied=stance is Stance.DENIES,
                kind=kind,
                is_charged=stance is Stance.DOUBTS
                or any(is_charge(parsed.doc[t.at]) for t in event.triggers),
            ),
            on=on,
            place=place,
            when=when,
            means=means,
            killed=killed,
            injured=injured,
            abducted=abducted_in(parsed, event),
        ),
    )


def _stance(parsed: ParsedText, event: Told) -> Stance:
    return parsed.stance_at(event.triggers[0].at)


def _type(parsed: ParsedText, event: Told) -> EventType:
    types = {t.type for t in event.triggers}
    clause = parsed.doc[event.clause[0] : event.clause[1]]
    if EventType.ATTACK in types or EventType.KILLING in types or EventType.BOMBING in types:
        words = {t.lower_ for t in clause}
        if "suicide" in words:
            types.add(EventType.SUICIDE_BOMBING)
        elif words & {"ied", "landmine", "bomb", "explosion", "blast"}:
            types.add(EventType.BOMBING)
    return next(t for t in _WORST_FIRST if t in types)


def _means(parsed: ParsedText, event: Told) -> Mention | None:
    tokens = list(parsed.doc[event.clause[0] : event.clause[1]])
    found = devices_in(tokens)
    if found is None:
        return None
    return Mention(span=parsed.span(found.i, found.i + 1), name=parsed.words(found.i, found.i + 1))


def _where(parsed: ParsedText, event: Told, story: Story) -> PlaceMention | None:
    for trigger in event.triggers:
        place = parsed.place_at(trigger.at)
        if place:
            story.place, story.since = place, 0
            return place
    if _is_long(parsed, event):
        return None
    return story.place_now or _speakers_place(parsed, event)


_LONG = re.compile(
    r"\b(?:for|over|in) (?:\w+ ){0,3}(?:years|decades|months)\b|\bsince (?:the )?(?:\d{4}|\w+ties)\b", re.I
)


def _is_long(parsed: ParsedText, event: Told) -> bool:
    """ "has fought the government for six years": a history, not the day's news."""
    return _LONG.search(parsed.doc[event.clause[0] : event.clause[1]].text) is not None


def _speakers_place(parsed: ParsedText, event: Told) -> PlaceMention | None:
    """ "Police in Dorvan said that": those who speak of what happened where they are, and nothing else says where."""
    at = event.triggers[0].at
    for scope in reversed(parsed.scopes.around(at)):
        origin = scope.holders[-1]
        if origin.kind is not HolderKind.OFFICIAL or origin.span is None or scope.cue > scope.end:
            continue
        sent = sentence_of(parsed.doc[scope.cue])
        for place in parsed.places_between(sent.start, min(scope.cue, scope.start)):
            if place.lead == "in" and origin.span.end <= place.mention.span.start <= origin.span.end + 24:
                return place.mention
    return None


def _when(parsed: ParsedText, event: Told, story: Story) -> TimeMention | None:
    for trigger in event.triggers:
        when = parsed.time_at(trigger.at)
        if when:
            story.when = when
            return when
    if when := wide_time_before(parsed, event.triggers[0].at):
        return when
    return None if _is_long(parsed, event) else story.when_now
