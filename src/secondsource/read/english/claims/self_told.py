"""Deeds that a party tells of itself in a verb that is no event word elsewhere: "said it had wrecked a truck"."""

from __future__ import annotations

from spacy.tokens import Span as Sentence
from spacy.tokens import Token

from secondsource.read.english import lexicon
from secondsource.read.english.claims.selves import speaking_of_itself
from secondsource.read.english.events.subjects import subject_of
from secondsource.read.english.events.triggers import Trigger
from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.who.names import with_role
from secondsource.records import EventType


def self_told(parsed: ParsedText, sent: Sentence, known: set[int]) -> list[Trigger]:
    """Hostile verbs of a sentence besides the known event words, whose subject is the group that is speaking."""
    if not any(not s.is_relay for s in parsed.scopes.around(sent.start)) and not any(
        not s.is_relay for s in parsed.scopes.around(sent.end - 1)
    ):
        return []
    found = []
    for token in sent:
        if (
            token.pos_ != "VERB"
            or token.i in known
            or token.lemma_.lower() in lexicon.lines("peaceful_verbs")
        ):
            continue
        kind = _kind(token)
        if kind and _is_own(parsed, token):
            found.append(Trigger(at=token.i, type=kind, form="act"))
    return found


def _kind(verb: Token) -> EventType | None:
    """An attack, if the verb's object is of the kind that armed groups attack; a hold on people, if it holds them."""
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    if verb.tag_ == "VB" and any(c.dep_ == "aux" for c in verb.children):
        return None  # what it would or is to do
    if any(c.dep_ == "neg" for c in verb.children):
        return None
    if verb.lemma_ == "hold":
        people = lexicon.lines("people") | {"them", "him", "her"}
        return EventType.ABDUCTION if any(o.lower_ in people for o in objects) else None
    if verb.tag_ not in {"VBD", "VBN"}:
        return None
    hostile = lexicon.lines("war_targets") | with_role("force")
    return EventType.ATTACK if any(o.lower_ in hostile for o in objects) else None


def _is_own(parsed: ParsedText, verb: Token) -> bool:
    subject = subject_of(verb)
    return subject is not None and speaking_of_itself(parsed, subject) is not None
