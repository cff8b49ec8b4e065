"""What is said of two actors: backing, command, membership, fronts, splinters, allies, rivals, alignment."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from secondsource.read.english.cues import FoundCue, phrasebook
from secondsource.read.english.draft import Draft
from secondsource.read.english.lexicon import lines
from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.ties.answers import find_answers
from secondsource.read.english.ties.forms import FORMS, Actor
from secondsource.read.english.ties.interviews import answering
from secondsource.read.english.ties.voices import voice, voice_of_description
from secondsource.read.english.who.actors import is_known
from secondsource.read.english.who.mentions import FoundMention
from secondsource.records import ActorKind, Holder, HolderKind, Mention, Relation, Span, Stance, Tie

# Powers that need no name beside a named group: "controlled by the government".
_POWERS = frozenset(
    {"government", "regime", "state", "army", "military", "junta", "authorities", "police", "navy", "forces"}
)
_OF_POWERS = frozenset({"the", "security", "armed"}) | _POWERS
_VAGUE = frozenset({"fighters", "force"})
# Bodies of which a text tells one at a time, though it may not repeat the name.
_SPECIFIC = frozenset(
    {"league", "union", "cartel", "party", "coalition", "alliance", "federation", "regime", "opposition"}
)
_ANY = frozenset(
    {
        "other",
        "many",
        "more",
        "several",
        "suspected",
        "unidentified",
        "unknown",
        "such",
        "dead",
        "new",
        "local",
        "additional",
    }
)
_THINGS = frozenset(
    {"page", "account", "channel", "site", "website", "weapon", "rifle", "vehicle", "house", "number"}
)
_NEGATIONS = frozenset({"no", "neither", "nor", "never"})
_ARMED = frozenset({ActorKind.GROUP, ActorKind.PARTY})


def find_ties(parsed: ParsedText) -> list[Draft]:
    """Each tie once for each origin and stance, at its first place."""
    drafts: list[Draft] = []
    seen: set[tuple[object, ...]] = set()
    told = (
        0  # up to where a phrase has told its tie: "with the support of" holds "support of", which reads back
    )
    cues = phrasebook("ties", "relation", "form").find(parsed.doc)
    for cue in sorted(cues, key=lambda c: (c.start, -c.end)):
        if cue.end <= told and cue.get("form") == "reverse":
            continue
        if cue.get("form") != "unit" and _is_in_name(parsed, cue):
            continue
        if cue.start and parsed.doc[cue.start - 1].lower_ in cue.get("not_after", ()):
            continue
        if _is_of_a_thing(parsed, cue):
            continue
        relation = Relation(cue.get("relation"))
        for giver, taker, at, is_denied in FORMS[cue.get("form")](parsed, cue):
            if not _may_be_tied(parsed, giver, taker) or any(_is_ground(parsed, a) for a in (giver, taker)):
                continue
            from_, to = _mention(giver), _mention(taker)
            if _same(from_, to) or (relation is Relation.SPLINTER_OF and to.kind is ActorKind.STATE):
                continue
            told = cue.end if cue.get("form") == "predicate" else told
            is_description = cue.get("form") == "compound"
            chain, stance = voice_of_description(parsed, at) if is_description else voice(parsed, at)
            chain = chain or _guest(parsed, at)
            if is_denied or any(t.lower_ in _NEGATIONS for t in parsed.doc[cue.start : cue.end]):
                stance = Stance.DENIES
            key = (_key(from_), relation, _key(to), stance, chain[-1].name if chain else None)
            if key in seen:
                continue
            seen.add(key)
            drafts.append(
                Draft(
                    span=_evidence(parsed, cue, from_, to),
                    chain=chain,
                    stance=stance,
                    proposition=Tie(from_=from_, relation=relation, to=to),
                )
            )
    return [*drafts, *find_answers(parsed, drafts)]


def _is_of_a_thing(parsed: ParsedText, cue: FoundCue) -> bool:
    """ "This page belongs to the group": whose a page or a film is ties no two actors."""
    verb = parsed.doc[cue.start : cue.end].root
    subjects = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}]
    return any(s.lemma_.lower() in _THINGS | lines("writings") for s in subjects)


def _guest(parsed: ParsedText, at: Token) -> tuple[Holder, ...]:
    """In an answer of an interview, the group of whoever gives it."""
    guest = answering(parsed, at)
    return (Holder(name=guest.mention.name, kind=HolderKind.GROUP, span=guest.mention.span),) if guest else ()


def _mention(actor: Actor) -> Mention:
    return actor if isinstance(actor, Mention) else actor.mention


def _may_be_tied(parsed: ParsedText, one: Actor, other: Actor) -> bool:
    """One of the two is known by name, and neither is just "soldiers" or "the police"."""
    found = [a for a in (one, other) if isinstance(a, FoundMention)]
    known = [f for f in found if is_known(parsed, f)]
    if len(found) == 2 and len(known) == 1 and known[0].mention.kind in _ARMED:
        bare = next(f for f in found if f is not known[0])
        is_one = parsed.doc[bare.head].lower_ != "forces" or bare.end - bare.start > 1
        if is_one and parsed.doc[bare.head].lower_ in _POWERS and parsed.doc[bare.start].lower_ in _OF_POWERS:
            return True
    if any(
        not is_known(parsed, f) and (_is_bare(parsed, f) or (f.role in _VAGUE and _is_vague(parsed, f)))
        for f in found
    ):
        return False
    return len(found) < 2 or any(is_known(parsed, f) for f in found)


def _is_ground(parsed: ParsedText, actor: Actor) -> bool:
    """True of the name of a place whose kind stands behind it: "they left Oshtan province"."""
    if not isinstance(actor, FoundMention) or actor.end >= len(parsed.doc):
        return False
    return parsed.doc[actor.end].lower_ in lines("place_heads") and parsed.doc[actor.end].text.islower()


def _is_vague(parsed: ParsedText, found: FoundMention) -> bool:
    """True unless words of their own tell which fighters: "local ground forces", not "armed militants"."""
    own = [t for t in parsed.doc[found.start : found.head] if t.pos_ in {"ADJ", "NOUN", "PROPN", "VERB"}]
    return not any(t.lower_ not in _OF_POWERS | _ANY for t in own)


def _is_bare(parsed: ParsedText, found: FoundMention) -> bool:
    """ "a group", "the outfit": nothing tells which; "these groups" are those told of."""
    if found.mention.is_collective and parsed.doc[found.start].lower_ in {"these", "those", "both", "the"}:
        return False
    if parsed.doc[found.head].lower_ in _SPECIFIC and parsed.doc[found.start].lower_ == "the":
        return False
    return sum(t.pos_ not in {"DET", "NUM", "PRON"} for t in parsed.doc[found.start : found.end]) < 2


def _is_in_name(parsed: ParsedText, cue: FoundCue) -> bool:
    """True if the cue is a word of a name: the "Front" of "Liberation Front of"."""
    head = parsed.doc[cue.start]
    found = parsed.mention_at(cue.start)
    return (
        found is not None
        and found.is_named
        and found.role in {"body", "band", "name", "force"}
        and found.end - found.start > 1
        and head.text[0].isupper()
    )


def _key(mention: Mention) -> str:
    return mention.name.lower().removeprefix("the ")


def _same(from_: Mention, to: Mention) -> bool:
    return _key(from_) == _key(to) or from_.span == to.span


def _evidence(parsed: ParsedText, cue: FoundCue, from_: Mention, to: Mention) -> Span:
    """The clause around the cue, widened to hold both actors where they stand in its sentence."""
    start, end = parsed.clause(cue.start)
    span = parsed.span(start, end)
    sentence = parsed.sentence(cue.start)
    whole = parsed.span(sentence.start, sentence.end)
    low = min([span.start, *(m.span.start for m in (from_, to) if whole.covers(m.span))])
    high = max([span.end, *(m.span.end for m in (from_, to) if whole.covers(m.span))])
    return replace(span, start=low, end=high)
