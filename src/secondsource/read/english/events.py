"""Events with who did it by what right, against whom, where, when, by what means and with which tolls."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from secondsource.read.english import lexicon
from secondsource.read.english.claims import Claiming, claim_chain, find_claims
from secondsource.read.english.draft import Draft
from secondsource.read.english.mentions import FoundMention
from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.perpetrators import charged_with, doers, is_charge, with_status
from secondsource.read.english.tolls import scan_toll, toll_of
from secondsource.read.english.triggers import Trigger, devices_in, find_triggers, joined, sufferers
from secondsource.records import (
    ActorKind,
    ByStatus,
    Event,
    EventType,
    Mention,
    Perpetrator,
    PlaceMention,
    Span,
    Stance,
    TimeMention,
    Toll,
)

_INJURING = frozenset({"injure", "wound", "hurt", "maim"})
_TARGETS = frozenset({"on", "against", "at", "upon", "targeting", "of", "with", "into"})
_GENERAL = {EventType.KILLING: 1, EventType.ATTACK: 2, EventType.OTHER: 0}
_WORST_FIRST = (
    EventType.SUICIDE_BOMBING, EventType.BOMBING, EventType.AIR_STRIKE, EventType.MISSILE_STRIKE, EventType.SHELLING,
    EventType.AMBUSH, EventType.ARMED_CLASH, EventType.ABDUCTION, EventType.RELEASE, EventType.ARREST, EventType.SEIZURE,
    EventType.TERRITORY, EventType.AGREEMENT, EventType.KILLING, EventType.ATTACK, EventType.PROTEST, EventType.MOVEMENT,
    EventType.OTHER,
)  # fmt: skip
_VIOLENT = frozenset(_WORST_FIRST[:7]) | {EventType.KILLING, EventType.ATTACK}


@dataclass(slots=True)
class _Told:
    """The triggers of one event in one sentence; the first is the one that carries it."""

    triggers: list[Trigger]
    clause: tuple[int, int] = (0, 0)


@dataclass(slots=True)
class _Story:
    """What a running report takes for granted: the last place and day of its main event."""

    place: PlaceMention | None = None
    when: TimeMention | None = None
    since: int = 99
    type: EventType | None = None
    on: tuple[Mention, ...] = ()
    doers: tuple[EventType, int, tuple[FoundMention, ...]] | None = None


def find_events(parsed: ParsedText) -> list[Draft]:
    """The events that the text tells of, claims of responsibility among them."""
    drafts: list[Draft] = []
    story = _Story()
    triggers = find_triggers(parsed.doc)
    at = 0
    for sent in parsed.sentences:
        story.since += 1
        here: list[Trigger] = []
        while at < len(triggers) and triggers[at].at < sent.end:
            here.append(triggers[at])
            at += 1
        claims, used = find_claims(parsed, sent)
        for claiming in claims:
            drafts += _claim_drafts(parsed, claiming, [t for t in here if t.at not in used], story, used)
        told = _told(parsed, [t for t in here if t.at not in used])
        for event in told:
            drafts.append(_draft(parsed, event, story, alone=len(told) == 1 and not used))
    return drafts


# --- claims of responsibility -----------------------------------------------------------------------------


def _claim_drafts(
    parsed: ParsedText, claiming: Claiming, others: list[Trigger], story: _Story, used: set[int]
) -> list[Draft]:
    """A draft for each deed claimed; "the attack" takes what the text told of it before."""
    chain = claim_chain(parsed.chain_at(claiming.at), claiming)
    by = (Perpetrator(actor=claiming.claimant, status=ByStatus.CLAIMED),)
    sent = parsed.doc[claiming.at].sent
    drafts = []
    for deed in claiming.deeds or (None,):
        several = _several(parsed, deed) if deed else []
        if several:
            for place_then, when_then in several:
                drafts.append(
                    Draft(
                        span=parsed.span(sent.start, sent.end),
                        chain=chain,
                        stance=Stance.ASSERTS,
                        proposition=Event(
                            type=_claim_type(deed, story), by=by, place=place_then, when=when_then
                        ),
                    )
                )
            continue
        told = _Told(triggers=[deed] if deed else [])
        if deed:
            # "the attack that killed two": what is told under the deed belongs to the claim.
            under = {t.i for t in parsed.doc[deed.at].subtree}
            told.triggers += [t for t in others if t.at in under and t.type in _VIOLENT]
            used |= {t.at for t in told.triggers}
        told.clause = (sent.start, sent.end)
        on = _targets(parsed, told) if deed else ()
        place = _place_under(parsed, deed) if deed else None
        when = _time_under(parsed, deed) if deed else None
        drafts.append(
            Draft(
                span=parsed.span(sent.start, sent.end),
                chain=chain,
                stance=Stance.ASSERTS,
                proposition=Event(
                    type=_claim_type(deed, story),
                    by=by,
                    on=on or story.on,
                    place=place or story.place,
                    when=when or story.when,
                    killed=_toll(parsed, told, "killed") if deed else None,
                    injured=_toll(parsed, told, "injured") if deed else None,
                ),
            )
        )
    return drafts


def _several(parsed: ParsedText, deed: Trigger) -> list[tuple[PlaceMention | None, TimeMention]]:
    """Place and day of each, where one plural noun claims deeds of several days: "blasts at A on 3 May, at B on 5 May"."""
    token = parsed.doc[deed.at]
    if token.tag_ not in {"NNS", "NNPS"}:
        return []
    times = [t for t in parsed.times if deed.at < t.start < token.sent.end]
    if len(times) < 2:
        return []
    found, start = [], deed.at
    for time in times:
        places = [p for p in parsed.places if start < p.start < time.start]
        if not places:
            return []
        found.append((places[0].mention, time.mention))
        start = time.end
    return found


def _claim_type(deed: Trigger | None, story: _Story) -> EventType:
    if deed and deed.type is not EventType.ATTACK:
        return deed.type
    return story.type or (deed.type if deed else EventType.ATTACK)


def _place_under(parsed: ParsedText, deed: Trigger) -> PlaceMention | None:
    inside = {t.i for t in parsed.doc[deed.at].subtree}
    return next((p.mention for p in parsed.places if p.start in inside), None)


def _time_under(parsed: ParsedText, deed: Trigger) -> TimeMention | None:
    inside = {t.i for t in parsed.doc[deed.at].subtree}
    return next((t.mention for t in parsed.times if t.start in inside), None)


# --- which triggers make one event ------------------------------------------------------------------------


def _told(parsed: ParsedText, triggers: list[Trigger]) -> list[_Told]:
    """The events of one sentence: harm and deeds join the act that they belong to."""
    out: list[_Told] = []
    for trigger in triggers:
        home = next((t for t in out if _belongs(parsed, trigger, t)), None)
        if home:
            home.triggers.append(trigger)
        else:
            out.append(_Told(triggers=[trigger]))
    out = [t for t in out if _is_told(parsed, t) and not _is_imagined(parsed, t)]
    for event in out:
        event.clause = parsed.clause(event.triggers[0].at)
    if len(out) == 1 and triggers:
        sent = parsed.doc[triggers[0].at].sent
        out[0].clause = sent.start, sent.end
    return out


def _belongs(parsed: ParsedText, trigger: Trigger, event: _Told) -> bool:
    """True if the trigger is part of the event: same clause and chain, one causes or describes the other."""
    doc = parsed.doc
    here = doc[trigger.at]
    for other in event.triggers:
        there = doc[other.at]
        if parsed.chain_at(trigger.at) != parsed.chain_at(other.at):
            return False
        if "deed" in {trigger.form, other.form} and EventType.OTHER in {trigger.type, other.type}:
            # "killed during a search operation": one event, whose doer the operation names.
            if there.is_ancestor(here) or here.is_ancestor(there):
                return True
        if trigger.type not in _VIOLENT or other.type not in _VIOLENT:
            # "a clash broke out and two were arrested" are two; an operation during which is one.
            if trigger.type is other.type and (here.head.i == there.i or there.head.i == here.i):
                return True
            continue
        if (
            here.head.i == there.i
            or there.head.i == here.i
            or there.is_ancestor(here)
            or here.is_ancestor(there)
        ):
            if here.dep_ == "conj" and trigger.form == "act" and other.form == "act" and _stands_alone(here):
                return False
            return True
        if trigger.form in {"harm", "suffer"} or other.form in {"harm", "suffer"}:
            return True
    return False


def _stands_alone(verb: Token) -> bool:
    """A joined act that is one more event: "and also torched a bus in ...", not "raided the site and beat workers"."""
    return any(
        c.lower_ in {"also", "later", "then"} or (c.dep_ == "prep" and c.lower_ in {"in", "at", "near", "on"})
        for c in verb.children
    )


def _is_told(parsed: ParsedText, event: _Told) -> bool:
    """True unless all that the sentence has is a weak or background noun."""
    if any(t.form != "deed" for t in event.triggers):
        return True
    return any(_is_firm(parsed, t) for t in event.triggers)


_IMAGINED = frozenset({"will", "would", "shall", "should", "must", "ca", "'ll", "wo"})


def _is_imagined(parsed: ParsedText, event: _Told) -> bool:
    """True for what is only wished, feared, purposed or denied in the document's own voice."""
    first = parsed.doc[event.triggers[0].at]
    if first.pos_ not in {"VERB", "AUX"}:
        return False
    aux = {c.lower_ for c in first.children if c.dep_ in {"aux", "mark", "neg"}}
    if aux & _IMAGINED or aux & {"if", "unless", "lest"}:
        return True
    if aux & {"not", "n't"} and not parsed.chain_at(first.i):
        return True
    if "to" in aux and first.dep_ in {"advcl", "acl", "xcomp", "relcl"}:
        # What someone wants or is about to do; "claimed to have", "managed to" and "was said to" did it.
        above = first.head.lemma_.lower()
        return not ("have" in {c.lower_ for c in first.children} or above in _DONE_TO)
    return False


_DONE_TO = frozenset(
    {
        "claim",
        "manage",
        "say",
        "report",
        "believe",
        "allege",
        "attempt",
        "try",
        "plan",
        "plot",
        "continue",
        "begin",
        "help",
        "seek",
        "appear",
        "suspect",
        "order",
        "conspire",
    }
)


_COUNTERS = frozenset(
    {
        "series",
        "wave",
        "spate",
        "string",
        "incident",
        "incidents",
        "target",
        "targets",
        "victim",
        "victims",
        "campaign",
        "act",
        "acts",
        "scene",
        "number",
        "hundreds",
        "dozens",
    }
)


def _is_firm(parsed: ParsedText, trigger: Trigger) -> bool:
    """A noun that the sentence says happened, or that has a doer, a target, a place or a day of its own."""
    token = parsed.doc[trigger.at]
    if charged_with(token) is not None:
        return True
    stand = token
    if token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lower_ in _COUNTERS:
        stand = token.head.head
    verb = stand.head
    telling = (
        lexicon.words_with("fillers", "form", "does")
        | lexicon.words_with("fillers", "form", "happened")
        | lexicon.words_with("fillers", "form", "suffers")
    )
    if stand.dep_ in {"nsubj", "nsubjpass", "dobj"} and verb.lemma_ in telling:
        return True
    if stand is not token and stand.dep_ in {"attr", "nsubj", "nsubjpass", "dobj", "oprd"}:
        return True
    if any(c.dep_ in {"relcl", "acl"} and c.lemma_ in telling for c in token.children):
        return True
    near = {"on", "against", "at", "by", "in", "near", "between", "inside", "outside"}
    if trigger.type is EventType.KILLING:
        near |= {"of"}
    if any(c.dep_ == "prep" and c.lower_ in near for c in token.children):
        return True
    if trigger.is_weak:
        return False
    return bool(doers(parsed, trigger)) or token.dep_ in {"ROOT", "attr"}


# --- one event --------------------------------------------------------------------------------------------


def _draft(parsed: ParsedText, event: _Told, story: _Story, *, alone: bool) -> Draft:
    first = event.triggers[0]
    chain = parsed.chain_at(first.at)
    actors = []
    for trigger in event.triggers:
        for mention in doers(parsed, trigger):
            if all(m.mention.name != mention.mention.name for m in actors):
                actors.append(mention)
    kind = _type(parsed, event)
    actors = actors or _carried_on(parsed, kind, first, story)
    if actors and kind in _ONE_SIDED:
        story.doers = (kind, first.at, tuple(actors))
    on = _targets(parsed, event)
    names = {m.mention.name for m in actors}
    on = tuple(m for m in on if m.name not in names)
    sent = parsed.doc[first.at].sent
    clause = event.clause
    evidence = (sent.start, sent.end) if alone else clause
    place, when = _where(parsed, event, story), _when(parsed, event, story)
    killed, injured = _toll(parsed, event, "killed"), _toll(parsed, event, "injured")
    means = _means(parsed, event)
    if kind in _VIOLENT:
        story.type, story.on = kind, on or story.on
    stance = _stance(parsed, event)
    return Draft(
        span=parsed.span(*evidence),
        chain=chain,
        stance=stance,
        proposition=Event(
            type=kind,
            by=with_status(
                parsed,
                actors,
                chain,
                is_charged=stance is Stance.DOUBTS
                or any(is_charge(parsed.doc[t.at]) for t in event.triggers),
            ),
            on=on,
            place=place,
            when=when,
            means=means,
            killed=killed,
            injured=injured,
        ),
    )


# What one side does to another, again and again, and a running report names only once.
_ONE_SIDED = frozenset(
    {
        EventType.AIR_STRIKE,
        EventType.ARREST,
        EventType.SEIZURE,
        EventType.ARMED_CLASH,
        EventType.KILLING,
        EventType.OTHER,
    }
)
_CARRIED = frozenset({EventType.AIR_STRIKE, EventType.ARREST, EventType.SEIZURE})
_ON_REACH = 90


def _carried_on(parsed: ParsedText, kind: EventType, first: Trigger, story: _Story) -> list[FoundMention]:
    """The force whose strikes, arrests and seizures go on ("Three pistols were recovered"), told just before."""
    if kind not in _CARRIED or story.doers is None:
        return []
    told, at, actors = story.doers
    is_same = (
        told is kind if kind is EventType.AIR_STRIKE else all(a.mention.kind in _STATE_SIDE for a in actors)
    )
    reach = 5 * _ON_REACH if kind is EventType.AIR_STRIKE else _ON_REACH
    return list(actors) if is_same and first.at - at < reach else []


_STATE_SIDE = frozenset({ActorKind.ORGAN, ActorKind.STATE})


def _stance(parsed: ParsedText, event: _Told) -> Stance:
    return parsed.stance_at(event.triggers[0].at)


def _type(parsed: ParsedText, event: _Told) -> EventType:
    types = {t.type for t in event.triggers}
    clause = parsed.doc[event.clause[0] : event.clause[1]]
    if EventType.ATTACK in types or EventType.KILLING in types or EventType.BOMBING in types:
        words = {t.lower_ for t in clause}
        if "suicide" in words:
            types.add(EventType.SUICIDE_BOMBING)
        elif words & {"ied", "landmine", "bomb", "explosion", "blast"}:
            types.add(EventType.BOMBING)
    return next(t for t in _WORST_FIRST if t in types)


def _targets(parsed: ParsedText, event: _Told) -> tuple[Mention, ...]:
    found: list[Mention] = []
    for trigger in event.triggers:
        token = parsed.doc[trigger.at]
        for head in _target_heads(token, trigger):
            if head.pos_ == "PRON" and not parsed.mention_at(head.i):
                continue
            if (
                head.lower_ in lexicon.words_with("triggers", "form", "device")
                and trigger.type is not EventType.SEIZURE
                and trigger.form != "act"
            ):
                continue
            start, end = phrase(head)
            mention = Mention(span=parsed.span(start, end), name=parsed.words(start, end))
            if all(m.name != mention.name for m in found):
                found.append(mention)
    return tuple(found[:6])


def _target_heads(token: Token, trigger: Trigger) -> list[Token]:
    heads: list[Token] = []
    if trigger.form == "deed":
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ in _TARGETS:
                heads += [p for p in child.children if p.dep_ == "pobj"]
        return heads
    if trigger.form == "suffer":
        return [c for c in token.children if c.dep_ == "nsubj"]
    heads = sufferers(token)
    if not heads or all(
        h.lower_ in lexicon.words_with("triggers", "form", "device") | {"fire"} for h in heads
    ):
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ in {
                "on",
                "at",
                "against",
                "upon",
                "into",
                "with",
                "under",
                "towards",
            }:
                heads = [p for p in child.children if p.dep_ == "pobj"] or heads
    return heads


def phrase(head: Token) -> tuple[int, int]:
    """The noun phrase around its head, with "of ..." behind it, without clauses and places."""
    start = head.left_edge.i
    for i in range(start, head.i):
        if head.doc[i].is_punct and head.doc[i].text not in {'"', "-", "'", "("}:
            start = i + 1
    end = head.i + 1
    for child in head.children:
        if (
            child.i >= end
            and child.dep_ == "prep"
            and child.lower_ in {"of", "for", "from"}
            and child.i == end
        ):
            end = min(child.right_edge.i + 1, end + 7)
            break
    for i in range(head.i + 1, end):
        if head.doc[i].text in {",", ";", ":"} or head.doc[i].tag_ in {"WDT", "WP"}:
            end = i
            break
    return max(start, head.i - 10), end


def _toll(parsed: ParsedText, event: _Told, which: str) -> Toll | None:
    """The first toll of its kind among the event's words."""
    for trigger in event.triggers:
        token = parsed.doc[trigger.at]
        is_injury = token.lemma_.lower() in _INJURING
        if is_injury != (which == "injured"):
            continue
        if not is_injury and trigger.form not in {"harm", "suffer"} and trigger.type is not EventType.KILLING:
            continue
        toll = toll_of(_counted(token, trigger), parsed.span, parsed.words)
        if toll:
            return toll
    if not any(t.type in _VIOLENT for t in event.triggers):
        return None
    return scan_toll(list(parsed.doc[event.clause[0] : event.clause[1]]), which, parsed.span)


def _counted(token: Token, trigger: Trigger) -> list[Token]:
    """The nouns that the harm counts."""
    if trigger.form == "deed":
        heads = [
            p
            for c in token.children
            if c.dep_ == "prep" and c.lower_ == "of"
            for p in c.children
            if p.dep_ == "pobj"
        ]
        heads += [c for c in token.children if c.dep_ == "poss"]
        return [h for head in heads for h in (head, *joined(head))]
    if trigger.form == "suffer":
        heads = [c for c in token.children if c.dep_ in {"nsubj", "nsubjpass"}]
        if not heads and token.lower_ == "dead":
            if any(c.like_num for c in token.children):
                return [token]
            above = token.head
            heads = [c for c in above.children if c.dep_ in {"dobj", "nsubjpass"}] or [
                c for c in above.children if c.dep_ == "nsubj"
            ]
        return [h for head in heads for h in (head, *joined(head))]
    return sufferers(token)


def _means(parsed: ParsedText, event: _Told) -> Mention | None:
    tokens = list(parsed.doc[event.clause[0] : event.clause[1]])
    found = devices_in(tokens)
    if found is None:
        return None
    return Mention(span=parsed.span(found.i, found.i + 1), name=parsed.words(found.i, found.i + 1))


def _where(parsed: ParsedText, event: _Told, story: _Story) -> PlaceMention | None:
    for trigger in event.triggers:
        place = parsed.place_at(trigger.at)
        if place:
            story.place, story.since = place, 0
            return place
    return story.place if story.since <= 8 else None


def _when(parsed: ParsedText, event: _Told, story: _Story) -> TimeMention | None:
    for trigger in event.triggers:
        when = parsed.time_at(trigger.at)
        if when:
            story.when = when
            return when
    return story.when if story.since <= 8 else None


def evidence_of(parsed: ParsedText, token: int) -> Span:
    """The sentence around a token as evidence."""
    sent = parsed.doc[token].sent
    return parsed.span(sent.start, sent.end)
