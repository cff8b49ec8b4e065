"""Phrases of one statement: what happened, when, who says so, and through whom it reached us."""

from __future__ import annotations

from collections.abc import Iterable

from secondsource.records import (
    Authenticity,
    Channel,
    Event,
    EventType,
    HolderKind,
    Medium,
    PlaceKind,
    PlaceMention,
    PlaceRelation,
    ResolvedStatement,
    Stance,
    Toll,
)
from secondsource.resolve.actor_names import means_nobody
from secondsource.resolve.countries import is_country
from secondsource.show.brief import phrases
from secondsource.show.brief.days import day_words
from secondsource.show.brief.folding import contains, folded
from secondsource.show.brief.parts import Run, Runs, joined, name, say
from secondsource.show.brief.view import View

# A channel sentence this near to a claim is how the claim was made ("in a video message they said …").
_ADJACENT = 5
_MOST_NAMES = 4
_MOST_TARGETS = 3
_MOST_ORIGINS = 6
# Events done to persons: without those the noun says nothing ("killing").
_OF_PERSONS = frozenset({EventType.KILLING, EventType.ABDUCTION, EventType.ARREST, EventType.RELEASE})


def event_words(resolved: ResolvedStatement, *, with_toll: bool = True) -> Runs:
    """What happened, without who did it: "attack on X near Y; 3 killed (2 American, 1 British)"."""
    event = resolved.statement.proposition
    if not isinstance(event, Event):
        raise TypeError(f"{resolved.statement.id} tells no event")
    noun, link = phrases.EVENT_NOUNS[event.type]
    runs: list[Run] = [say(noun)]
    targets = target_names(event)
    if targets:
        runs += [say(f" {link} "), *joined([(name(t),) for t in targets])]
    if event.place and not any(contains(folded(t), folded(event.place.name)) for t in targets):
        runs += [say(" "), *place_words(resolved)]
    return (*runs, *tolls_of(resolved)) if with_toll else tuple(runs)


def tolls_of(resolved: ResolvedStatement) -> Runs:
    """The tolls that the words of the event don't tell already: "; 3 killed; 5 injured"."""
    event = resolved.statement.proposition
    if not isinstance(event, Event):
        return ()
    tolls = ((event.killed, "killed"), (event.injured, "injured"), (event.abducted, "abducted"))
    told = [(t, w) for t, w in tolls if t and not _is_in_name(event, t)]
    return tuple(run for toll, what in told for run in (say("; "), *toll_words(toll, what)))


def when_known(resolved: ResolvedStatement) -> Runs:
    """The day of an event as the end of a phrase: ", 6 May 2021"; nothing where none is told."""
    words = day_words(resolved.when)
    return (say(f", {words}"),) if words else ()


def says_which(resolved: ResolvedStatement) -> bool:
    """True if it tells where an event was or whom it hit: "an attack" alone is a line that says nothing."""
    event = resolved.statement.proposition
    return isinstance(event, Event) and bool(event.place or target_names(event))


def place_words(resolved: ResolvedStatement) -> Runs:
    """Where, with the gazetteer's name beside the text's where they differ."""
    event = resolved.statement.proposition
    if not isinstance(event, Event) or event.place is None:
        return ()
    runs: list[Run] = [say(f"{_place_word(resolved, event.place)} "), name(event.place.name)]
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
    parts = [part for part in toll.of if names_a_side(part.who)]
    if parts:
        runs += [say(" ("), *joined([(say(f"{part.n:,} "), name(part.who)) for part in parts]), say(")")]
    return tuple(runs)


def names_a_side(who: str) -> bool:
    """True if the words of a toll's part tell a side or nationality; a victim's name is nobody's to repeat.

    >>> names_a_side("American"), names_a_side("Turkish soldier"), names_a_side("Ana Ruiz"), names_a_side("Ana")
    (True, True, False, False)
    """
    words = who.split()
    return any(w.islower() for w in words) or is_country(who) or means_nobody(who)


def day_of(resolved: ResolvedStatement) -> Runs:
    """The day of an event in words, or that it is not known."""
    return (say(day_words(resolved.when) or phrases.DAY_NOT_KNOWN),)


def tellers(view: View, statements: Iterable[ResolvedStatement]) -> Runs:
    """Everyone who says it, each origin once: "Ministry of Ports in Harbour Post, Coast Herald; a witness"."""
    origins: dict[str, list[ResolvedStatement]] = {}
    for resolved in statements:
        origins.setdefault(view.origin(resolved).key, []).append(resolved)
    shown = [_teller(view, told) for told in list(origins.values())[:_MOST_ORIGINS]]
    more = len(origins) - len(shown)
    return (*joined(shown, "; "), say(f"; {phrases.counted(more, 'other')}")) if more else joined(shown, "; ")


def _teller(view: View, told: list[ResolvedStatement]) -> Runs:
    """One origin, through whom and where: "Ministry of Ports, through Coast News Agency, in Harbour Post"."""
    outlets = list(dict.fromkeys(s.outlet for s in told if s.outlet)) if len(view.outlets) > 1 else []
    first = told[0]
    origin = view.origin(first)
    if origin.is_own_voice:
        if len(view.documents) == 1 and not outlets:
            return (say(phrases.DOCUMENT_VOICE),)
        is_actor = origin.key in view.actors
        voice = phrases.OWN_CHANNEL if is_actor else phrases.OWN_VOICE
        runs: Runs = (name(origin.name if is_actor or not outlets else outlets[0]), say(f" {voice}"))
        return (*runs, say(", repeated by "), *few(outlets[1:])) if outlets[1:] else runs
    runs = (name(origin.name),)
    if origin.kind in phrases.KIND_WORDS:
        runs = (*runs, say(f" ({phrases.KIND_WORDS[origin.kind]})"))
    between = dict.fromkeys(n for s in told for n in _relay_names(view, s))
    between_names = [n for n in between if not any(_says_same(n, o) for o in outlets)]
    if between_names:
        runs = (*runs, say(" through "), *few(between_names))
    if outlets and not any(_says_same(origin.name, o) for o in outlets):
        runs = (*runs, say(" in "), *few(outlets))
    return runs


def few(names: list[str]) -> Runs:
    """The first names and how many more."""
    runs = joined([(name(n),) for n in names[:_MOST_NAMES]])
    more = len(names) - _MOST_NAMES
    return (*runs, say(f" and {phrases.counted(more, 'other')}")) if more > 0 else runs


def reached_us_through(view: View, statements: list[ResolvedStatement], claimant_id: str) -> Runs:
    """How a claim came to us: its channel, who passed it on, and whether with doubt."""
    media = dict.fromkeys(m for s in statements for m in channel_media(view, s, claimant_id))
    parts: list[Runs] = [(say(f"its {phrases.MEDIUM_NOUNS[m]}"),) for m in media]
    through = dict.fromkeys(n for s in statements for n in _relay_names(view, s))
    itself = [s for s in statements if view.speaks_itself(s, claimant_id)]
    told = [s for s in statements if s not in itself]
    outlets = dict.fromkeys(s.outlet for s in told if s.outlet) if len(view.outlets) > 1 else {}
    passed_on = [n for n in (*through, *outlets) if n]
    if itself and not parts:
        parts.append((say(phrases.ITS_OWN_CHANNEL),))
    if passed_on:
        parts.append((say("told by "), *few(list(dict.fromkeys(passed_on)))))
    if not parts:
        parts.append((say(phrases.NOT_SAID),))
    if all(s.statement.stance is Stance.DOUBTS for s in statements):
        parts.append((say(phrases.REPORTEDLY),))
    return joined(parts)


def channel_media(view: View, resolved: ResolvedStatement, actor_id: str) -> list[Medium]:
    """Media of the actor's channels that the same document tells of beside this statement."""
    span = resolved.statement.span
    found: list[Medium] = []
    for other in view.said_of(actor_id, Channel):
        channel, near = other.statement.proposition, other.statement.span
        if other.statement.document_id == resolved.statement.document_id and isinstance(channel, Channel):
            # Beside it or before it: what follows a claim is another channel.
            gap = span.start - near.end if near.start < span.end else _ADJACENT + 1
            is_its_own = (
                channel.authenticity is not Authenticity.DISPUTED and channel.medium is not Medium.OTHER
            )
            if gap <= _ADJACENT and is_its_own:
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


def target_names(event: Event) -> list[str]:
    """What was hit: without the victims where a toll counts them, with the place where that names it more fully."""
    others = [t.span for t in (event.killed, event.injured, event.abducted, event.when) if t]
    told = [m for m in event.on if not any(m.span.overlaps(t) for t in others)]
    if not told and event.type in _OF_PERSONS:
        told = list(event.on)
    place = event.place
    names = [place.name if place and contains(folded(place.name), folded(m.name)) else m.name for m in told]
    return list(dict.fromkeys(_inside(n) for n in names))[:_MOST_TARGETS]


def _inside(words: str) -> str:
    """Words as part of a sentence: a number or determiner that began the text's own is small."""
    first, gap, rest = words.partition(" ")
    is_name = rest and not any(w.islower() for w in rest.split())
    return words if is_name or first not in phrases.SMALL_WORDS else first.lower() + gap + rest


def _is_in_name(event: Event, toll: Toll) -> bool:
    """True if the words of the event say how many: "killing of nine soldiers"."""
    if event.type not in _OF_PERSONS:
        return False
    spans = [t.span for t in (event.killed, event.injured, event.abducted, event.when) if t]
    return all(any(m.span.overlaps(s) for s in spans) for m in event.on) and any(
        m.span.overlaps(toll.span) for m in event.on
    )


def _place_word(resolved: ResolvedStatement, place: PlaceMention) -> str:
    """ "at" an airport or a base, "in" a town or a country."""
    if place.relation is not PlaceRelation.IN:
        return phrases.PLACE_WORDS[place.relation]
    kind = resolved.place.place.kind if resolved.place else None
    is_spot = kind in (PlaceKind.AIRPORT, PlaceKind.BASE)
    return "at" if is_spot or folded(place.name).rpartition(" ")[2] in phrases.SPOTS else "in"


def _says_same(one: str, other: str) -> bool:
    first, second = folded(one), folded(other)
    return not first or not second or contains(first, second) or contains(second, first)
