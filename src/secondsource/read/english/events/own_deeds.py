"""Deeds that a party tells of as its own, though no word of the clause names a doer."""

from __future__ import annotations

from bisect import bisect_left
from itertools import takewhile

from spacy.tokens import Token

from secondsource.read.english.events.sides import PARTIES
from secondsource.read.english.events.story import Story
from secondsource.read.english.events.targets import targets_of
from secondsource.read.english.events.telling import VIOLENT, Told
from secondsource.read.english.lexicon import lines, words_with
from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.said.scopes import Scope, bare
from secondsource.read.english.who.mentions import FoundMention
from secondsource.records import (
    ActorKind,
    ByStatus,
    EventType,
    Holder,
    HolderKind,
    Mention,
    Perpetrator,
)

# "His men" too: an officer speaks for the body whose men they are.
_FIRST_PERSON = frozenset({"we", "us", "our", "ours", "his", "her"})
_STATE_SIDE = frozenset(
    {"soldier", "soldiers", "troops", "officer", "officers", "policeman", "policemen", "police", "guard", "guards",
     "informer", "informers", "informant", "informants", "agent", "agents", "spy", "spies", "collaborator",
     "collaborators", "mercenary", "mercenaries", "occupiers", "personnel", "servicemen"}
)  # fmt: skip
_FOES_OF_STATES = frozenset(
    {"militant", "militants", "terrorist", "terrorists", "rebel", "rebels", "insurgent", "insurgents", "guerrilla",
     "guerrillas", "extremist", "extremists", "subversive", "subversives", "extortionist", "extortionists"}
)  # fmt: skip
_OWNED = frozenset(
    {EventType.KILLING, EventType.ATTACK, EventType.ARMED_CLASH, EventType.SHELLING, EventType.AMBUSH}
)
_TAKEN = frozenset({EventType.ARREST, EventType.SEIZURE})
_DESKS = frozenset({"office", "ministry", "court", "prosecutors", "prosecution", "department", "government"})
_OWNERS = frozenset({"its", "their", "our", "his", "her", "own"})
_CIVILIANS = frozenset(
    {"civilian", "civilians", "villager", "villagers", "child", "children", "woman", "women", "resident", "residents",
     "passenger", "passengers", "families", "people", "brothers", "martyrs", "martyr", "leader", "leaders"}
)  # fmt: skip
_ANSWERS = frozenset(
    {"revenge", "vengeance", "retaliation", "reprisal", "retribution", "punishment", "response", "answer",
     "retaliate", "avenge"}
)  # fmt: skip
_ANSWER_REACH = 6


def own_word(
    parsed: ParsedText, actors: list[FoundMention], chain: tuple[Holder, ...], at: int
) -> tuple[Holder, ...]:
    """The chain, with the party at its end that an officer's "we" speaks for, or that publishes what it did.

    Also the party that "admits having" done it.
    """
    for actor in actors:
        if is_admitted(parsed.doc[at]) and all(bare(h.name) != bare(actor.mention.name) for h in chain):
            mention = actor.mention
            return (*chain, Holder(name=mention.name, kind=HolderKind.GROUP, span=mention.span))
        name, span = actor.mention.name, actor.mention.span
        is_we = parsed.text[span.start : span.end].lower() in _FIRST_PERSON
        if chain:
            if is_we and all(bare(h.name) != bare(name) for h in chain):
                return (*chain, Holder(name=name, kind=HolderKind.GROUP, span=span))
        elif parsed.publisher and actor.mention.kind in PARTIES and bare(name) == bare(parsed.publisher):
            return (Holder(name=parsed.publisher, kind=HolderKind.GROUP, span=span),)
        elif is_we and actor.mention.kind is ActorKind.GROUP:
            # The "we" of a pasted statement.
            return (Holder(name=name, kind=HolderKind.GROUP, span=span),)
    return chain


def is_admitted(deed: Token) -> bool:
    """True for "accepts having burned", "confessed to burning", "owned up to having burned"."""
    if deed.dep_ not in {"xcomp", "pcomp", "ccomp"} or any(c.dep_ == "nsubj" for c in deed.children):
        return False
    if deed.tag_ != "VBG" and not any(c.lower_ in {"having", "have"} for c in deed.children):
        return False
    above = deed.head
    while above.dep_ in {"prep", "prt"}:
        above = above.head
    if above.lemma_.lower() not in words_with("claims", "form", "admits"):
        return False
    return not any(c.dep_ == "neg" or c.dep_ == "auxpass" for c in above.children)


def own_deed(
    parsed: ParsedText, event: Told, chain: tuple[Holder, ...], story: Story
) -> tuple[Perpetrator, ...]:
    """The origin as the doer, where it tells how its foes died or were taken and nobody else is said to have done it.

    "The army announced that twelve rebels fell"; "posters stated that the informer was eliminated"; and what a party
    tells after it claimed: "it said that eleven foreigners had died".
    """
    origin = chain[-1] if chain else None
    if origin is None or origin.span is None or _has_agent(parsed, event):
        return ()
    if any(is_grievance(parsed.doc[t.at]) for t in event.triggers):
        return ()
    kinds = {t.type for t in event.triggers}
    on = [m.name.lower().split() for m in targets_of(parsed, event, story.on)]
    # Of "two of its fighters and nine soldiers" the soldiers are its deed.
    foes = [words for words in on if not set(words) & _OWNERS]
    if on and not foes:
        return ()
    victims = {w for words in foes for w in words}
    is_own = (
        _is_own_of_force(origin, kinds, victims)
        if _is_force(parsed, origin)
        else _is_own_of_group(parsed, event, origin, victims, story)
    )
    if not is_own:
        return ()
    return (Perpetrator(actor=Mention(span=origin.span, name=origin.name), status=ByStatus.CLAIMED),)


def _is_force(parsed: ParsedText, origin: Holder) -> bool:
    """An army or police, not an office or a court."""
    names = {m.mention.name for m in parsed.mentions if m.role == "force"}
    return origin.name in names and not set(origin.name.lower().split()) & _DESKS


def _is_own_of_force(origin: Holder, kinds: set[EventType], victims: set[str]) -> bool:
    if not kinds & (_OWNED | _TAKEN) or EventType.BOMBING in kinds:
        return False
    return bool(victims & _FOES_OF_STATES) or (
        EventType.SEIZURE in kinds and bool(victims & lines("weapons"))
    )


def _is_own_of_group(
    parsed: ParsedText, event: Told, origin: Holder, victims: set[str], story: Story
) -> bool:
    kinds = {t.type for t in event.triggers}
    clause = {t.lower_ for t in parsed.doc[event.clause[0] : event.clause[1]]}
    if kinds & _TAKEN or EventType.AIR_STRIKE in kinds:
        return False
    has_claimed = bare(origin.name) in story.claimants
    is_toll = all(t.form in {"harm", "suffer"} for t in event.triggers)
    if has_claimed and is_toll and kinds & VIOLENT and victims and not victims & _CIVILIANS:
        return True
    scopes = [s for s in parsed.scopes.around(event.triggers[0].at) if not s.is_relay]
    speaker = parsed.mention_at(_token_of(parsed, scopes[-1], origin)) if scopes else None
    return (
        speaker is not None
        and speaker.mention.kind is ActorKind.GROUP
        and speaker.role in {"body", "fighters", "name", "pronoun", "stand_in"}
        and bool(kinds & _OWNED)
        and EventType.BOMBING not in kinds
        and bool((victims | clause) & _STATE_SIDE)
    )


def is_unsaid(parsed: ParsedText, at: int) -> bool:
    """True for what a party "has never said": nobody tells it."""
    scopes = [s for s in parsed.scopes.around(at) if not s.is_relay]
    if not scopes:
        return False
    cue = parsed.doc[scopes[-1].cue]
    return cue.lemma_ in {"say", "claim", "state", "announce", "report"} and any(
        c.dep_ == "neg" or c.lower_ == "never" for c in cue.children
    )


def _has_agent(parsed: ParsedText, event: Told) -> bool:
    return any(
        c.dep_ == "agent" or (c.dep_ == "nsubj" and t.form in {"act", "harm"})
        for t in event.triggers
        for c in parsed.doc[t.at].children
    )


def is_grievance(deed: Token) -> bool:
    """True for what a deed is said to answer: "revenge would be taken for the killing of its leader"."""
    if deed.dep_ == "dobj":
        return deed.head.lemma_ == "avenge"
    if deed.dep_ != "pobj" or deed.head.lower_ not in {"for", "to", "over"}:
        return False
    return any(
        t.lemma_.lower() in _ANSWERS for t in deed.doc[max(0, deed.head.i - _ANSWER_REACH) : deed.head.i]
    )


def _token_of(parsed: ParsedText, scope: Scope, origin: Holder) -> int:
    """The token of the last mention within the origin's words, else the cue."""
    if origin.span is None:
        return scope.cue
    ends_at = origin.span.end
    first = bisect_left(parsed.mentions, origin.span.start, key=lambda m: m.mention.span.start)
    inside = takewhile(lambda m: m.mention.span.end <= ends_at, parsed.mentions[first : first + 8])
    heads = [m.head for m in inside]
    return heads[-1] if heads else scope.cue
