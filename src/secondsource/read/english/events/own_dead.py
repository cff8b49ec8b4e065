"""A side's own dead, told beside those whom it killed: an event of their own, without a doer."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from secondsource.read.english.draft import Draft
from secondsource.read.english.events.sufferers import joined
from secondsource.read.english.events.targets import target_heads
from secondsource.read.english.events.telling import Told
from secondsource.read.english.events.tolls import toll_of
from secondsource.read.english.parsed import ParsedText
from secondsource.records import Event, EventType, Mention, Span

_ATTACKERS = frozenset({"attacker", "assailant", "bomber", "raider", "perpetrator", "ambusher", "hijacker"})
_MEN = frozenset(
    {"man", "fighter", "member", "comrade", "militant", "cadre", "guerrilla", "mujahid", "brother"}
)
_OWNERS = frozenset({"its", "their", "our"})


def apart(parsed: ParsedText, event: Told, draft: Draft) -> list[Draft]:
    """The draft without the attackers' own dead, and a draft for these; the draft alone where it tells of none."""
    proposition = draft.proposition
    if not isinstance(proposition, Event) or proposition.killed is None:
        return [draft]
    harms = [t for t in event.triggers if t.form in {"harm", "suffer"} or t.type is EventType.KILLING]
    found = [h for t in harms for h in target_heads(parsed.doc[t.at], t)]
    heads = {h.i: h for top in found for h in (top, *joined(top))}
    own = [h for h in heads.values() if _is_own(h)]
    others = [h for h in heads.values() if not _is_own(h)]
    own_toll = toll_of(own, parsed.span, parsed.words)
    if own_toll is None or not others:
        return [draft]
    spans = [parsed.span(h.i, h.i + 1) for h in own]
    on = tuple(m for m in proposition.on if not _covers(m, spans))
    dead = tuple(m for m in proposition.on if _covers(m, spans))
    if not on or not dead:
        return [draft]
    killed = toll_of(others, parsed.span, parsed.words)
    return [
        replace(draft, proposition=replace(proposition, on=on, killed=killed)),
        replace(
            draft,
            proposition=Event(
                type=EventType.KILLING,
                on=dead,
                place=proposition.place,
                when=proposition.when,
                killed=own_toll,
            ),
        ),
    ]


def _is_own(head: Token) -> bool:
    """ "The suicide bomber", "three of the attackers", "two of its men"."""
    nouns = [head, *(p for c in head.children if c.lower_ == "of" for p in c.children)]
    return any(
        n.lemma_.lower() in _ATTACKERS
        or (n.lemma_.lower() in _MEN and any(c.lower_ in _OWNERS for c in n.children))
        for n in nouns
    )


def _covers(mention: Mention, spans: list[Span]) -> bool:
    return any(mention.span.covers(s) for s in spans)
