"""Phrases of one statement: what happened, when, who says so, and through whom it reached us."""

from __future__ import annotations

from collections.abc import Iterable

from secondsource.records import (
    Channel,
    Event,
    HolderKind,
    Medium,
    Mention,
    ResolvedStatement,
    Stance,
    Toll,
)
from secondsource.show.brief import phrases
from secondsource.show.brief.days import day_words
from secondsource.show.brief.folding import contains, folded
from secondsource.show.brief.parts import Run, Runs, joined, name, say
from secondsource.show.brief.view import View, is_own_voice

# A channel sentence this near to a claim is how the claim was made ("in a video message they said …").
_ADJACENT = 5


def event_words(resolved: ResolvedStatement) -> Runs:
    """What happened, without who did it: "attack on X near Y; 3 killed (2 American, 1 British)"."""
    event = resolved.statement.proposition
    if not isinstance(event, Event):
        raise TypeError(f"{resolved.statement.id} tells no event")
    noun, link = phrases.EVENT_NOUNS[event.type]
    runs: list[Run] = [say(noun)]
    if event.on:
        runs += [say(f" {link} "), *_mentions(event.on)]
    runs += _place(resolved, event)
    for toll, what in ((event.killed, "killed"), (event.injured, "injured"), (event.abducted, "abducted")):
        if toll:
            runs += [say("; "), *toll_words(toll, what)]
    return tuple(runs)


def place_words(resolved: ResolvedStatement) -> Runs:
    """Where, with the gazetteer's name beside the text's where they differ."""
    event = resolved.statement.proposition
    if not isinstance(event, Event) or event.place is None:
        return ()
    runs: list[Run] = [say(f"{phrases.PLACE_WORDS[event.place.relation]} "), name(event.place.name)]
    if resolved.place and not _says_same(event.place.name, resolved.place.place.name):
        runs += [say(" ("), name(resolved.place.place.name), say(")")]
    return tuple(runs)


def toll_words(toll: Toll, what: str) -> Runs:
    """A toll: "at least 20 injured", "3 killed (2 American, 1 British)"."""
    if toll.high is None:
        number = f"at least {toll.low:,}"
    elif toll.low == toll.high:
        number = f"{toll.low:,}" if toll.low else "nobody"
    else:
        number = f"up to {toll.high:,}" if toll.low == 0 else f"{toll.low:,}–{toll.high:,}"
    runs: list[Run] = [say(f"{number} {what}")]
    if toll.of:
        runs += [say(" ("), *joined([(say(f"{part.n:,} "), name(part.who)) for part in toll.of]), say(")")]
    return tuple(runs)


def day_of(resolved: ResolvedStatement) -> Runs:
    """The day of an event in words, or that it is not known."""
    return (say(day_words(resolved.when) or phrases.DAY_NOT_KNOWN),)


def teller(view: View, resolved: ResolvedStatement) -> Runs:
    """Who says it and through whom: "Ministry of Ports, through Coast News Agency in Harbour Post"."""
    outlet = resolved.outlet if len(view.outlets) > 1 else None
    if is_own_voice(resolved):
        return (name(outlet), say(f" {phrases.OWN_VOICE}")) if outlet else (say(phrases.DOCUMENT_VOICE),)
    chain = resolved.statement.chain
    runs: list[Run] = [name(view.holder_name(resolved, len(chain) - 1))]
    if chain[-1].kind in phrases.KIND_WORDS:
        runs.append(say(f" ({phrases.KIND_WORDS[chain[-1].kind]})"))
    between = [n for n in _relay_names(view, resolved) if not _says_same(n, outlet or "")]
    if between:
        runs += [say(" through "), *joined([(name(n),) for n in between])]
    if outlet and not _says_same(view.holder_name(resolved, len(chain) - 1), outlet):
        runs += [say(" in "), name(outlet)]
    return tuple(runs)


def tellers(view: View, statements: Iterable[ResolvedStatement]) -> Runs:
    """Everyone who says it, each once."""
    return joined(dict.fromkeys(teller(view, s) for s in statements), "; ")


def reached_us_through(view: View, statements: list[ResolvedStatement], claimant_id: str) -> Runs:
    """How a claim came to us: its channel, who passed it on, and whether with doubt."""
    media = dict.fromkeys(m for s in statements for m in _media(view, s, claimant_id))
    parts: list[Runs] = [(say(f"its {phrases.MEDIUM_NOUNS[m]}"),) for m in media]
    through = dict.fromkeys(n for s in statements for n in _relay_names(view, s))
    outlets = dict.fromkeys(s.outlet for s in statements if s.outlet) if len(view.outlets) > 1 else {}
    passed_on = [n for n in (*through, *outlets) if n]
    if passed_on:
        shown, more = passed_on[:4], passed_on[4:]
        runs: Runs = (say("told by "), *joined([(name(n),) for n in dict.fromkeys(shown)]))
        parts.append((*runs, say(f" and {phrases.counted(len(more), 'other')}")) if more else runs)
    if not parts:
        parts.append((say(phrases.NOT_SAID),))
    if all(s.statement.stance is Stance.DOUBTS for s in statements):
        parts.append((say(phrases.REPORTEDLY),))
    return joined(parts)


def _media(view: View, claim: ResolvedStatement, claimant_id: str) -> list[Medium]:
    """Media of the claimant's channels that the same document tells of beside the claim."""
    span = claim.statement.span
    found: list[Medium] = []
    for other in view.said_of(claimant_id, Channel):
        channel, near = other.statement.proposition, other.statement.span
        if other.statement.document_id == claim.statement.document_id and isinstance(channel, Channel):
            gap = max(near.start - span.end, span.start - near.end)
            if gap <= _ADJACENT and channel.medium is not Medium.OTHER:
                found.append(channel.medium)
    return found


def _relay_names(view: View, resolved: ResolvedStatement) -> list[str]:
    """Who stands between us and the origin, the document's own outlet left out."""
    chain = resolved.statement.chain
    return [
        view.holder_name(resolved, i)
        for i, holder in enumerate(chain[:-1])
        if not (holder.span is None and holder.kind is HolderKind.OUTLET)
    ]


def _mentions(mentions: tuple[Mention, ...]) -> Runs:
    return joined([(name(m.name),) for m in mentions[:3]])


def _place(resolved: ResolvedStatement, event: Event) -> Runs:
    """The place, unless the words for what was hit hold it already ("a base near Sorna")."""
    if event.place is None:
        return ()
    place = folded(event.place.name)
    if any(m.span.overlaps(event.place.span) or contains(folded(m.name), place) for m in event.on):
        return ()
    return (say(" "), *place_words(resolved))


def _says_same(one: str, other: str) -> bool:
    first, second = folded(one), folded(other)
    return not first or not second or contains(first, second) or contains(second, first)
