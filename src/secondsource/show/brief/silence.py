"""What nobody addressed: claims without a second voice, channels without an owner, the accused who don't speak."""

from __future__ import annotations

from secondsource.records import (
    ActorKind,
    Authenticity,
    ByStatus,
    Channel,
    Event,
    Side,
    Stance,
    Threat,
    VerdictName,
)
from secondsource.show.brief import phrases
from secondsource.show.brief.citing import Citer
from secondsource.show.brief.claims import attack_claims, claim_day, claim_words
from secondsource.show.brief.parts import Bullets, Grounds, Line, Runs, Section, joined, name, say
from secondsource.show.brief.telling import channel_media
from secondsource.show.brief.ties import ties_behind
from secondsource.show.brief.view import View

_MOST_NAMES = 8


def silence_section(view: View, cite: Citer) -> Section | None:
    """One line a gap: a question that a reader would ask next and that no document here answers."""
    found = [
        _unreported_claims(view, cite),
        _unowned_channels(view, cite),
        _unseen_threats(view, cite),
        _silent(view, cite, phrases.SILENT_BEHIND, _said_to_stand_behind(view)),
        _silent(view, cite, phrases.SILENT_ACCUSED, _accused(view)),
    ]
    lines = tuple(Line(runs=runs, grounds=Grounds.ABSENCE) for runs in found if runs)
    return Section(key="silence", title=phrases.SILENCE, blocks=(Bullets(lines=lines),)) if lines else None


def _unreported_claims(view: View, cite: Citer) -> Runs:
    alone = [
        c
        for c in attack_claims(view)
        if (v := view.verdict(c.id, Side.EVENT)) and v.name is VerdictName.NOT_ADDRESSED
    ]
    if not alone:
        return ()
    told: list[Runs] = [
        (*claim_words(view, c), say(", "), *claim_day(view, c), say(" "), *cite.mark(c.statement_ids))
        for c in alone[:_MOST_NAMES]
    ]
    more = len(alone) - _MOST_NAMES
    tail: Runs = (say(f"; and {phrases.counted(more, 'other claim')}."),) if more > 0 else (say("."),)
    return (say("Who else saw or reported: "), *joined(told, "; "), *tail)


def _unowned_channels(view: View, cite: Citer) -> Runs:
    """Channels whose owner nobody settles, each once."""
    open_: dict[tuple[str, str], list[str]] = {}
    for resolved in view.of_kind(Channel):
        channel = resolved.statement.proposition
        if isinstance(channel, Channel) and channel.authenticity is not Authenticity.OWNED:
            who = view.actor_name(view.role_key(resolved, "actor", 0, channel.actor.name))
            open_.setdefault((phrases.MEDIUM_NOUNS[channel.medium], who), []).append(resolved.statement.id)
    if not open_:
        return ()
    told: list[Runs] = [
        (say(f"the {medium} that bears the name of "), name(who), say(" "), *cite.mark(ids))
        for (medium, who), ids in list(open_.items())[:_MOST_NAMES]
    ]
    return (say("Who is behind "), *joined(told, "; "), say("."))


def _unseen_threats(view: View, cite: Citer) -> Runs:
    """Threats said to be made in writing that are told with doubt."""
    told = [
        s
        for s in view.of_kind(Threat)
        if s.statement.stance is Stance.DOUBTS and isinstance(s.statement.proposition, Threat)
    ]
    media: dict[tuple[str, str], list[str]] = {}
    for resolved in told:
        threat = resolved.statement.proposition
        if isinstance(threat, Threat):
            who = view.role_key(resolved, "by", 0, threat.by.name)
            medium = next((phrases.MEDIUM_NOUNS[m] for m in channel_media(view, resolved, who)), "threat")
            media.setdefault((medium, view.actor_name(who)), []).append(resolved.statement.id)
    if not media:
        return ()
    parts: list[Runs] = [
        (say(f"the {medium} of "), name(who), say(" "), *cite.mark(ids))
        for (medium, who), ids in list(media.items())[:_MOST_NAMES]
    ]
    return (say("Whether anybody has seen "), *joined(parts, "; "), say("."))


def _said_to_stand_behind(view: View) -> dict[str, list[str]]:
    """Those said to back, command or own a group, by actor, with the statements that say so."""
    found: dict[str, list[str]] = {}
    for tie in ties_behind(view):
        if tie.relation in phrases.BEHIND:
            for voice in tie.for_:
                found.setdefault(tie.to_id, []).extend(voice.statement_ids)
    return found


def _accused(view: View) -> dict[str, list[str]]:
    """Those accused of an act, with the statements that accuse."""
    found: dict[str, list[str]] = {}
    for resolved in view.of_kind(Event):
        event = resolved.statement.proposition
        for i, by in enumerate(event.by if isinstance(event, Event) else ()):
            if by.status is ByStatus.ACCUSED:
                who = view.role_key(resolved, "by", i, by.actor.name)
                found.setdefault(who, []).append(resolved.statement.id)
    return found


def _silent(view: View, cite: Citer, head: str, told: dict[str, list[str]]) -> Runs:
    """Those of them who have no word of their own here."""
    speaking = {view.origin(s).key for s in view.all.values()}
    silent = [(w, ids) for w, ids in told.items() if ids and w not in speaking and _can_speak(view, w)]
    if not silent:
        return ()
    parts: list[Runs] = [
        (name(view.actor_name(who)), say(" "), *cite.mark(ids[:3])) for who, ids in silent[:_MOST_NAMES]
    ]
    more = len(silent) - _MOST_NAMES
    tail = f" and {phrases.counted(more, 'other')}." if more > 0 else "."
    return (say(f"{head} "), *joined(parts, "; "), say(tail))


def _can_speak(view: View, actor_id: str) -> bool:
    actor = view.actors.get(actor_id)
    return actor is not None and not actor.is_collective and actor.kind is not ActorKind.OUTLET
