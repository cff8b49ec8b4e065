"""Words of parties among new statements: what they deny, through what they speak, whom they threaten."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from secondsource.records import Channel, Event, ResolvedStatement, Stance, Threat, Tie
from secondsource.show.answers import Entry, Quoter, Writer
from secondsource.show.brief import phrases
from secondsource.show.brief.claims import fullest
from secondsource.show.brief.folding import folded
from secondsource.show.brief.parts import Runs, Style, capital, joined, name, say
from secondsource.show.brief.telling import event_words, says_which, tellers, when_known
from secondsource.show.brief.view import View

Key = tuple[str, str]


def denials(after: View, quoter: Quoter, fresh: Iterable[ResolvedStatement]) -> list[Writer]:
    """Denials of events and ties, those of one origin about one matter once."""
    told = [
        s
        for s in fresh
        if s.statement.stance is Stance.DENIES and isinstance(s.statement.proposition, Event | Tie)
    ]
    groups = _grouped(told, lambda s: (after.origin(s).key, _matter(after, s)))
    return [partial(_denial, after, quoter, g) for g in groups.values()]


def channels(
    before: View,
    after: View,
    quoter: Quoter,
    fresh: Iterable[ResolvedStatement],
    actors: Mapping[str, str | None],
) -> list[Writer]:
    """Channels that nobody told of before. `actors` leads from an actor's id now to its id then."""
    known = {_channel_of(before, s) for s in before.of_kind(Channel)}
    told = [s for s in fresh if isinstance(s.statement.proposition, Channel)]
    groups = _grouped(told, lambda s: _channel_of(after, s))
    new = [g for (who, words), g in groups.items() if (actors.get(who) or who, words) not in known]
    return [partial(_channel, after, quoter, g) for g in new]


def threats(after: View, quoter: Quoter, fresh: Iterable[ResolvedStatement]) -> list[Writer]:
    """Threats, those of one actor against the same once."""
    told = [s for s in fresh if isinstance(s.statement.proposition, Threat)]
    groups = _grouped(told, lambda s: _threat_of(after, s))
    return [partial(_threat, after, quoter, g) for g in groups.values()]


def _denial(after: View, quoter: Quoter, told: list[ResolvedStatement]) -> Entry:
    runs = (*capital(tellers(after, told)), say(" denies: "), *_denied(after, told[0]), say("."))
    return quoter.entry(runs, [s.statement.id for s in told])


def _matter(view: View, item: ResolvedStatement) -> str:
    """Equal for denials of one event, or of one tie."""
    incident = view.incident_of(item.statement.id)
    if incident:
        return incident.id
    tie = item.statement.proposition
    return f"{_ends(view, item, tie)} {tie.relation}" if isinstance(tie, Tie) else item.statement.id


def _ends(view: View, item: ResolvedStatement, tie: Tie) -> tuple[str, str]:
    return view.role_key(item, "from", 0, tie.from_.name), view.role_key(item, "to", 0, tie.to.name)


def _denied(view: View, item: ResolvedStatement) -> Runs:
    """What is denied: an event as it is told most fully, or a tie."""
    tie = item.statement.proposition
    if isinstance(tie, Tie):
        first, second = (name(view.actor_name(e)) for e in _ends(view, item, tie))
        arrow, kind = phrases.TIE_ARROWS[tie.relation]
        return (first, say(f" {arrow} "), second, say(f" ({kind})"))
    incident = view.incident_of(item.statement.id)
    told = [s for s in view.of(incident.statement_ids) if says_which(s)] if incident else []
    event = fullest(told or [item])
    return (*event_words(event, with_toll=False), *when_known(event))


def _channel_of(view: View, item: ResolvedStatement) -> Key:
    channel = item.statement.proposition
    assert isinstance(channel, Channel)
    handle = f" {channel.handle.name}" if channel.handle else ""
    who = view.role_key(item, "actor", 0, channel.actor.name)
    return who, f"{phrases.MEDIUM_NOUNS[channel.medium]}{handle}"


def _channel(after: View, quoter: Quoter, told: list[ResolvedStatement]) -> Entry:
    channel = told[0].statement.proposition
    assert isinstance(channel, Channel)
    who, words = _channel_of(after, told[0])
    doubt = phrases.AUTHENTICITY_WORDS[channel.authenticity]
    says = f": {words} ({doubt})." if doubt else f": {words}."
    runs: Runs = (name(after.actor_name(who), Style.STRONG), say(says))
    return quoter.entry(runs, [s.statement.id for s in told])


def _threat_of(view: View, item: ResolvedStatement) -> Key:
    threat = item.statement.proposition
    assert isinstance(threat, Threat)
    return view.role_key(item, "by", 0, threat.by.name), folded(" ".join(m.name for m in threat.on))


def _threat(after: View, quoter: Quoter, told: list[ResolvedStatement]) -> Entry:
    threat = told[0].statement.proposition
    assert isinstance(threat, Threat)
    who = after.actor_name(_threat_of(after, told[0])[0])
    on: Runs = (say("against "), *joined([(name(m.name),) for m in threat.on])) if threat.on else ()
    runs: Runs = (name(who, Style.STRONG), say(": "), *(on or (say("against whom is not said"),)), say("."))
    return quoter.entry(runs, [s.statement.id for s in told])


def _grouped(
    items: Iterable[ResolvedStatement], key: Callable[[ResolvedStatement], Key]
) -> dict[Key, list[ResolvedStatement]]:
    groups: dict[Key, list[ResolvedStatement]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return groups
