"""The tolls of one event: how many its words say were killed, injured or abducted."""

from __future__ import annotations

from spacy.tokens import Token

from secondsource.read.english.events.sufferers import joined, sufferers
from secondsource.read.english.events.telling import VIOLENT, Told
from secondsource.read.english.events.tolls import scan_toll, toll_of
from secondsource.read.english.events.triggers import Trigger
from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.text.phrases import nouns_behind
from secondsource.records import EventType, Toll

_INJURING = frozenset({"injure", "wound", "hurt", "maim"})


def toll_in(parsed: ParsedText, event: Told, which: str) -> Toll | None:
    """The first toll of its kind ("killed" or "injured") among the event's words."""
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
    if not any(t.type in VIOLENT for t in event.triggers):
        return None
    return scan_toll(list(parsed.doc[event.clause[0] : event.clause[1]]), which, parsed.span)


def abducted_in(parsed: ParsedText, event: Told) -> Toll | None:
    """How many the event's words say were taken."""
    for trigger in event.triggers:
        if trigger.type is EventType.ABDUCTION:
            toll = toll_of(_counted(parsed.doc[trigger.at], trigger), parsed.span, parsed.words)
            if toll:
                return toll
    return None


def _counted(token: Token, trigger: Trigger) -> list[Token]:
    """The nouns that the harm counts."""
    if trigger.form == "deed":
        heads = nouns_behind(token, {"of"})
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
