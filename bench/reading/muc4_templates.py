"""MUC-4 templates made of what the English reader finds, by written rules without learned weights."""

from __future__ import annotations

from collections.abc import Iterator

from bench.reading.muc4_joining import THRESHOLD, Incident, join_incidents
from bench.reading.muc4_lexicon import words
from bench.reading.muc4_organisations import is_power
from bench.reading.muc4_phrases import Phrases
from spacy.tokens import Token

from secondsource.read.english.draft import Draft
from secondsource.read.english.events.agents import doing_heads
from secondsource.read.english.events.perpetrators import doers
from secondsource.read.english.events.targets import target_heads
from secondsource.read.english.events.telling import Told, gather
from secondsource.read.english.events.triggers import find_triggers
from secondsource.read.english.parsed import ParsedText
from secondsource.records import ByStatus, Event, EventType

_TYPES = {
    EventType.ATTACK: "attack",
    EventType.KILLING: "attack",
    EventType.AMBUSH: "attack",
    EventType.SHELLING: "attack",
    EventType.MISSILE_STRIKE: "attack",
    EventType.AIR_STRIKE: "attack",
    EventType.BOMBING: "bombing",
    EventType.SUICIDE_BOMBING: "bombing",
    EventType.ABDUCTION: "kidnapping",
    EventType.RELEASE: "kidnapping",
}
_BOMBS = frozenset({"dynamite", "bomb", "bombs", "explosive", "explosives", "bombing"})
_PLACED = frozenset({"dynamite", "bomb", "explosive", "explosives"})
_TAKEN = frozenset(
    {"kidnap", "kidnapping", "hostage", "hostages", "kidnapper", "kidnappers", "captive", "ransom", "abduct"}
)
_GRAVE = frozenset({"assassinate", "murder", "massacre", "assassination", "kidnap", "kidnapping", "dynamite"})


def templates(parsed: ParsedText, drafts: list[Draft]) -> list[dict[str, object]]:
    """The templates of one text."""
    return [i.as_template() for i in incidents_of(parsed, drafts)]


def incidents_of(parsed: ParsedText, drafts: list[Draft]) -> list[Incident]:
    """The incidents that become templates, in the order of the text."""
    joined = join_incidents(_incidents(parsed, drafts))
    least = THRESHOLD + (len({t.lemma_.lower() for t in parsed.doc} & words("battle")) > 1)
    found = [i for i in joined if i.weight >= least]
    for incident in found:
        _take_sides(incident)
    orgs = {name for i in found for name in i.roles["PerpOrg"]}
    if len(orgs) == 1:
        for incident in found:  # the only organisation said to do harm is taken for granted elsewhere
            incident.add("PerpOrg", next(iter(orgs)))
    return found


def _take_sides(incident: Incident) -> None:
    """Leaves one organisation, as keys mostly do: the first group named, for the forces beside it are its foes."""
    orgs = incident.roles["PerpOrg"]
    groups = [name for name in orgs if not is_power(name)]
    incident.roles["PerpOrg"] = (groups or orgs)[:1]


def _incidents(parsed: ParsedText, drafts: list[Draft]) -> Iterator[Incident]:
    phrases = Phrases(parsed)
    triggers = find_triggers(parsed.doc)
    for number, sent in enumerate(parsed.sentences):
        here = [t for t in triggers if sent.start <= t.at < sent.end]
        for told in gather(parsed, here):
            kind = _kind(parsed, told)
            if kind is None:
                continue
            incident = Incident(
                kind,
                sentences={number},
                days=frozenset(
                    parsed.text[t.mention.span.start : t.mention.span.end]
                    for t in parsed.times_between(sent.start, sent.end)
                ),
                is_told_anew=any(t.lower_ in words("anew") for t in sent),
            )
            _fill(parsed, phrases, told, incident, number)
            for head in phrases.spread(phrases.damaged(sent)):
                if phrases.is_target(head):
                    incident.add("Target", phrases.thing(head))
                    incident.weight += 1
            yield incident
        names, charged = phrases.people.identified(sent), list(phrases.charged(sent))
        if names or charged:
            incident = Incident("", sentences={number}, weight=1)
            for name in names:
                incident.add("Victim", name)
            for head in charged:
                _add_perpetrator(phrases, head, incident)
            yield incident
    for draft in drafts:
        event = draft.proposition
        if not isinstance(event, Event) or event.type not in _TYPES or not event.by:
            continue
        number = next(
            n for n, s in enumerate(parsed.sentences) if parsed.span(s.start, s.end).end > draft.span.start
        )
        kind = _TYPES[event.type]
        if kind == "attack" and _BOMBS & {t.lower_ for t in parsed.sentences[number]}:
            kind = "bombing"
        incident = Incident(kind, sentences={number})
        for by in event.by:
            mention = phrases.organisations.of_actor(by.actor)
            if mention and phrases.organisations.is_one(mention):
                incident.add("PerpOrg", phrases.organisations.name_of(mention))
        incident.weight = 3 if any(b.status is ByStatus.CLAIMED for b in event.by) else 0
        yield incident


def _kind(parsed: ParsedText, told: Told) -> str | None:
    types = {t.type for t in told.triggers}
    if not types & set(_TYPES):
        return None
    clause = parsed.doc[told.clause[0] : told.clause[1]]
    lemmas = {t.lemma_.lower() for t in clause} | {t.lower_ for t in clause}
    if EventType.RELEASE in types and not any(t.lemma_.lower() in _TAKEN for t in parsed.doc):
        return None
    if types & {EventType.ABDUCTION, EventType.RELEASE}:
        return "kidnapping"
    if types & {EventType.BOMBING, EventType.SUICIDE_BOMBING} or lemmas & _BOMBS:
        # What armies drop from the air is an attack in the keys; a bombing is a bomb that somebody placed.
        forms = {t.lower_ for t in clause}
        return "attack" if forms & words("aerial") and not forms & _PLACED else "bombing"
    deeds = {parsed.doc[t.at].lemma_.lower() for t in told.triggers}
    if deeds & {"burn", "torch", "arson", "burning"} or ("set" in deeds and "fire" in lemmas):
        return "arson"
    if deeds & {"rob", "steal"}:
        return "robbery"
    return "bombing" if lemmas & {"grenade", "explosion"} else "attack"


def _fill(parsed: ParsedText, phrases: Phrases, told: Told, incident: Incident, number: int) -> None:
    weight = 0
    for trigger in told.triggers:
        token = parsed.doc[trigger.at]
        if token.lemma_.lower() in _GRAVE:
            weight += 1
        for mention in doers(parsed, trigger):
            if phrases.organisations.is_one(mention):
                incident.add("PerpOrg", phrases.organisations.name_of(mention))
        for head in phrases.spread(doing_heads(parsed, trigger)):
            if phrases.is_perpetrator(head):
                _add_perpetrator(phrases, head, incident)
        for head in phrases.spread(target_heads(token, trigger)):
            names = phrases.people.named_by(head)
            for name in names:
                incident.add("Victim", name)
            is_target = phrases.is_target(head)
            if is_target:
                incident.add("Target", phrases.thing(head))
            weight += 2 if names or is_target else phrases.standing(head)
    for name in phrases.weapons(*told.clause):
        incident.add("Weapon", name)
    if incident.roles["PerpInd"] or incident.roles["PerpOrg"]:
        weight += 1
    if incident.type in {"bombing", "kidnapping"}:
        weight += 1
    if number < 2:
        weight += 1
    incident.weight = weight
    places = (parsed.place_at(t.at) for t in told.triggers)
    incident.place = next((p.name.lower() for p in places if p), None)


def _add_perpetrator(phrases: Phrases, head: Token, incident: Incident) -> None:
    if phrases.is_perpetrator(head):
        incident.add("PerpInd", phrases.perpetrator(head))
    for mention in phrases.organisations.within(head):
        incident.add("PerpOrg", phrases.organisations.name_of(mention))


def organizations(parsed: ParsedText, drafts: list[Draft]) -> list[dict[str, str]]:
    """Each organisation said or suspected to have done harm, with its one status, whether in a template or not."""
    phrases = Phrases(parsed)
    seen: dict[str, set[ByStatus]] = {}
    for draft in drafts:
        event = draft.proposition
        if isinstance(event, Event) and event.type in _TYPES:
            for by in event.by:
                mention = phrases.organisations.of_actor(by.actor)
                name = phrases.organisations.name_of(mention) if mention else by.actor.name
                seen.setdefault(name, set()).add(by.status)
    for incident in _incidents(parsed, drafts):
        for name in incident.roles["PerpOrg"]:
            seen.setdefault(name, set())
    return [{"name": name, "status": _status(phrases, name, found)} for name, found in seen.items()]


def _status(phrases: Phrases, name: str, found: set[ByStatus]) -> str:
    """Its own claim as the reader found it; else accused where a sentence that names it speaks of suspicion.

    What an official flatly tells counts as reported here, as fact in the keys' words, and not as an accusation.
    """
    if ByStatus.CLAIMED in found:
        return "claimed"
    return "accused" if phrases.organisations.is_suspected(name) else "reported"
