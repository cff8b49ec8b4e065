"""Accusations without a word for the deed: "the ministry blamed X", "police pointed to X", "puts it down to X"."""

from __future__ import annotations

from spacy.tokens import Token

from secondsource.read.english.draft import Draft
from secondsource.read.english.events.charges import GIVEN, words
from secondsource.read.english.events.story import Story
from secondsource.read.english.events.subjects import subject_of
from secondsource.read.english.events.sufferers import joined
from secondsource.read.english.events.triggers import Trigger
from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.said.holders import to_holder
from secondsource.read.english.said.scopes import bare
from secondsource.read.english.text.phrases import nouns_behind
from secondsource.read.english.who.mentions import FoundMention
from secondsource.records import ByStatus, Event, Perpetrator, Stance

_ACTORS = frozenset({"body", "band", "force", "state", "name", "stand_in", "fighters", "pronoun"})
# What stands for the deed told before: "blamed it on X", "laid the affair at the door of X".
_IT = frozenset(
    {"it", "this", "that", "both", "them", "these", "affair", "incident", "matter", "deed", "lot", "outrage"}
)


def accusation_of(parsed: ParsedText, token: Token, story: Story, here: list[Trigger]) -> Draft | None:
    """The deed told last, laid to the charge of whom the verb names; None where it names a deed or nobody."""
    if token.pos_ not in {"VERB", "AUX"} or story.type is None or _is_unreal(token):
        return None
    inside = {t.i for t in token.subtree}
    if any(t.at in inside for t in here):
        return None
    heads, accuser = _accused(token)
    found = [m for h in heads for one in (h, *joined(h)) if (m := _actor(parsed, one))]
    if not found:
        return None
    speaker = parsed.mention_at(accuser.i) if accuser is not None else None
    inner = parsed.speakers.of(accuser) if accuser is not None else ()
    if not inner and speaker is not None and speaker.mention.span not in {m.mention.span for m in found}:
        inner = (to_holder(speaker),)
    if accuser is not None and not inner:
        return None
    names = {bare(h.name) for h in inner}
    found = [m for m in found if bare(m.mention.name) not in names]
    if not found:
        return None
    outer = tuple(h for h in parsed.chain_at(token.i) if bare(h.name) not in names)
    start, end = parsed.clause(token.i)
    return Draft(
        span=parsed.span(start, end),
        chain=(*outer, *inner),
        stance=Stance.ASSERTS,
        proposition=Event(
            type=story.type,
            by=tuple(Perpetrator(actor=m.mention, status=ByStatus.ACCUSED) for m in found),
            on=story.on,
            place=story.place_now,
            when=story.when_now,
        ),
    )


def _actor(parsed: ParsedText, token: Token) -> FoundMention | None:
    found = parsed.mention_at(token.i)
    return found if found is not None and found.is_named and found.role in _ACTORS else None


def _is_unreal(verb: Token) -> bool:
    return any(
        c.dep_ == "neg" or (c.dep_ == "aux" and c.lower_ in {"would", "will", "could", "to", "may", "might"})
        for c in verb.children
    )


def _accused(verb: Token) -> tuple[list[Token], Token | None]:
    """The nouns that the verb accuses, and its subject (None: nobody says who accuses)."""
    lemma = verb.lemma_.lower()
    if lemma == "be":
        return _culprits(verb), None
    kinds = {k for k in ("blaming", "pointing", "ascribing", "holding") if lemma in words(k)}
    if not kinds:
        return [], None
    passive = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    if passive is not None:
        to = _behind(verb, {"to", "on", "upon"})
        if "ascribing" in kinds and to and _is_told_before(passive):
            return to, None
        if "blaming" not in kinds or lemma == "name":
            return [], None
        agent = next((p for c in verb.children if c.dep_ == "agent" for p in c.children), None)
        return [passive], agent
    subject = subject_of(verb)
    if subject is None:
        return [], None
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    if "blaming" in kinds and not any(o.lower_ in _IT for o in objects):
        return ([] if _for_else(verb) else objects), subject
    if "pointing" in kinds:
        at = _behind(verb, {"at", "to", "towards", "toward"})
        return at + [
            p for o in objects if o.lower_ in {"finger", "fingers"} for p in _behind(o, {"at", "to"})
        ], subject
    if "ascribing" in kinds and any(_is_told_before(o) for o in objects):
        to = _behind(verb, {"to", "on", "upon", "at"}) + [
            p for o in objects for p in _behind(o, {"to", "on", "at"})
        ]
        doors = [p for t in to if t.lower_ in {"door", "feet", "doorstep"} for p in _owners(t)]
        return doors or to, subject
    if "holding" in kinds:
        culprits = [p for p in _behind(verb, {"as", "for"}) if p.lower_ in words("culprits")]
        liable = [
            c
            for c in verb.children
            if c.dep_ in {"acomp", "oprd", "ccomp", "xcomp"} and c.lower_ in words("culprits")
        ]
        if culprits or liable:
            return objects + [c for one in liable for c in one.children if c.dep_ == "nsubj"], subject
    return [], None


def _is_told_before(noun: Token) -> bool:
    """ "It", "the affair", "these actions": the deed told before."""
    if noun.lower_ in _IT:
        return True
    return noun.lemma_.lower() in words("deeds") and any(
        c.dep_ == "det" and c.lower_ in {"this", "these", "that", "those", "the", "such"}
        for c in noun.children
    )


def _culprits(verb: Token) -> list[Token]:
    """ "The killers were members of X", "the culprits are X": X."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if subject is None or subject.lower_ not in words("culprits"):
        return []
    whole = [c for c in verb.children if c.dep_ == "attr"]
    return [p for c in whole for p in _behind(c, {"of", "from"})] or whole


def _for_else(verb: Token) -> bool:
    """ "blamed X for the delay", "accused X of theft": a charge of something else than the deed told last."""
    behind = (
        *verb.children,
        *(d for c in verb.children if c.dep_ == "dobj" for d in c.children if d.i > c.i),
    )
    return any(
        c.dep_ == "prep"
        and (c.lower_ == "for" or (c.lower_ == "of" and verb.lemma_ in {"accuse", "suspect"}))
        for c in behind
    )


def _behind(token: Token, prepositions: set[str]) -> list[Token]:
    return nouns_behind(token, prepositions, GIVEN)


def _owners(door: Token) -> list[Token]:
    return [c for c in door.children if c.dep_ == "poss"] + _behind(door, {"of"})
