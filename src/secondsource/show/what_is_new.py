"""What became known since a day: groups first seen, claims, incidents, ties, denials, channels, threats."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from secondsource.records import (
    Channel,
    Event,
    Incident,
    Naming,
    ResolvedStatement,
    Side,
    Stance,
    Threat,
    Tie,
)
from secondsource.show.answers import Entry, Quoter, cut
from secondsource.show.brief import phrases
from secondsource.show.brief.claims import attack_claims, fullest
from secondsource.show.brief.days import day_words
from secondsource.show.brief.names import acting_groups
from secondsource.show.brief.parts import Runs, Style, capital, joined, name, say
from secondsource.show.brief.telling import event_words, says_which, tellers, when_known
from secondsource.show.brief.view import View
from secondsource.show.support_changes import claim_name, tie_entry
from secondsource.weigh.changes import Difference

_MOST_ENTRIES = 12


def new_entries(before: View, after: View, quoter: Quoter, found: Difference) -> list[Entry]:
    """One heading a kind of news; a kind without any is left out."""
    known = set(before.all)
    fresh = [s for s in after.statements.values() if s.statement.id not in known]
    return [
        entry
        for entry in (
            _headed("groups", "Groups first seen", _groups(after, quoter, found)),
            _headed("joined", "Names now taken for one actor's", _joined(before, after, quoter, found)),
            _headed("claims", "New claims", _claims(after, quoter, found), "secondsource claims"),
            _headed(
                "incidents",
                "New incidents that nobody claims",
                _incidents(after, quoter, found),
                "secondsource incidents",
            ),
            _headed(
                "ties",
                "Ties said for the first time",
                [tie_entry(before, after, quoter, t) for t in found.ties if t.before is None],
                "secondsource ties",
            ),
            _headed("denials", "New denials", _denials(after, quoter, fresh)),
            _headed("channels", "New channels", _channels(before, after, quoter, fresh)),
            _headed("threats", "New threats", _threats(after, quoter, fresh)),
        )
        if entry
    ]


def _headed(key: str, title: str, entries: list[Entry], command: str | None = None) -> Entry | None:
    if not entries:
        return None
    runs: Runs = (say(f"{title}: {len(entries):,}"),)
    what = {"ties": "tie"}.get(key, key.removesuffix("s"))
    return Entry(runs=runs, key=key, entries=cut(entries, _MOST_ENTRIES, what, command))


def _groups(after: View, quoter: Quoter, found: Difference) -> list[Entry]:
    new = {a.id for a in found.new_actors}
    entries = []
    for actor in acting_groups(after):
        if actor.id in new:
            first = after.said_of(actor.id)[0]
            where = (say(" in "), name(first.outlet)) if first.outlet else ()
            day = day_words(first.known)
            seen: Runs = (say(", first told of"), *where, say(f", {day}" if day else ""))
            entries.append(
                quoter.entry(
                    (name(actor.name, Style.STRONG), *seen, say(".")),
                    [first.statement.id],
                    figures={"actor": actor.id, "name": actor.name},
                )
            )
    return entries


def _joined(before: View, after: View, quoter: Quoter, found: Difference) -> list[Entry]:
    """Actors that were several groups then, with what joins their names."""
    entries = []
    for actor in acting_groups(after):
        then = [i for i in found.joined.get(actor.id, ()) if not before.is_nameless(i)]
        if len(then) > 1:
            names = joined([(name(n, Style.STRONG),) for n in sorted(map(before.actor_name, then))], " and ")
            ids = [s for a in after.aliases.get(actor.id, []) for s in a.statement_ids]
            why = [s for s in ids if isinstance(after.all[s].statement.proposition, Naming)]
            entries.append(quoter.entry((*names, say(".")), why, figures={"actor": actor.id}))
    return entries


def _claims(after: View, quoter: Quoter, found: Difference) -> list[Entry]:
    new = {c.id for c in found.new_claims}
    others = [c for c in after.claims.values() if c not in attack_claims(after)]
    entries = []
    for claim in (*attack_claims(after), *others):
        verdict = after.verdict(claim.id, Side.EVENT)
        if claim.id in new and verdict:
            disputed = f", {phrases.DISPUTED}" if verdict.is_disputed else ""
            entries.append(
                quoter.entry(
                    (
                        *claim_name(after, claim),
                        say(": "),
                        say(verdict.name.value, Style.STRONG),
                        say(f"{disputed}."),
                    ),
                    claim.statement_ids,
                    figures={
                        "claim": claim.id,
                        "claimant": after.actor_name(claim.claimant_id),
                        "verdict": verdict.name.value,
                        "credibility": verdict.credibility,
                        "probability": verdict.probability,
                    },
                )
            )
    return entries


def _incidents(after: View, quoter: Quoter, found: Difference) -> list[Entry]:
    new = {i.id for i in found.new_incidents}
    entries = []
    for incident in after.incidents.values():
        told = _telling(after, incident)
        if incident.id in new and told and not after.claims_of.get(incident.id):
            first = fullest(told)
            entries.append(
                quoter.entry(
                    (
                        *capital(event_words(first)),
                        *when_known(first),
                        say(", says "),
                        *tellers(after, told),
                        say("."),
                    ),
                    [s.statement.id for s in told],
                    figures={"incident": incident.id, "statements": len(told)},
                )
            )
    return entries


def _telling(view: View, incident: Incident) -> list[ResolvedStatement]:
    """The statements that tell an incident of violence exactly enough for a line."""
    return [
        s
        for s in view.of(incident.statement_ids)
        if isinstance(e := s.statement.proposition, Event)
        and e.type in phrases.VIOLENT
        and s.statement.stance is not Stance.DENIES
        and says_which(s)
    ]


def _denials(after: View, quoter: Quoter, fresh: Iterable[ResolvedStatement]) -> list[Entry]:
    """Denials of events and ties, those of one origin about one matter once."""

    def matter(item: ResolvedStatement) -> tuple[str, str]:
        incident = after.incident_of(item.statement.id)
        return after.origin(item).key, incident.id if incident else _denied(after, item)[1]

    told = [
        s
        for s in fresh
        if s.statement.stance is Stance.DENIES and isinstance(s.statement.proposition, Event | Tie)
    ]
    return [
        quoter.entry(
            (*capital(tellers(after, group)), say(" denies: "), *_denied(after, group[0])[0], say(".")),
            [s.statement.id for s in group],
        )
        for group in _grouped(told, matter)
    ]


def _denied(view: View, item: ResolvedStatement) -> tuple[Runs, str]:
    """What is denied in words, and a key that is equal for equal matters."""
    proposition = item.statement.proposition
    if isinstance(proposition, Tie):
        ends = [
            view.role_key(item, role, 0, m.name)
            for role, m in (("from", proposition.from_), ("to", proposition.to))
        ]
        arrow, kind = phrases.TIE_ARROWS[proposition.relation]
        first, second = (name(view.actor_name(e)) for e in ends)
        return (first, say(f" {arrow} "), second, say(f" ({kind})")), f"{ends} {kind}"
    incident = view.incident_of(item.statement.id)
    told = [s for s in view.of(incident.statement_ids) if says_which(s)] if incident else []
    first_told = fullest(told or [item])
    return (*event_words(first_told, with_toll=False), *when_known(first_told)), item.statement.id


def _channels(before: View, after: View, quoter: Quoter, fresh: Iterable[ResolvedStatement]) -> list[Entry]:
    """Channels of groups that nobody told of before."""

    def channel_of(view: View, item: ResolvedStatement) -> tuple[str, str]:
        channel = item.statement.proposition
        assert isinstance(channel, Channel)
        handle = f" {channel.handle.name}" if channel.handle else ""
        who = view.actor_name(view.role_key(item, "actor", 0, channel.actor.name))
        return who, f"{phrases.MEDIUM_NOUNS[channel.medium]}{handle}"

    known = {channel_of(before, s) for s in before.of_kind(Channel)}
    told = [s for s in fresh if isinstance(s.statement.proposition, Channel)]
    entries = []
    for group in _grouped(told, lambda s: channel_of(after, s)):
        who, words = channel_of(after, group[0])
        channel = group[0].statement.proposition
        if (who, words) not in known and isinstance(channel, Channel):
            doubt = phrases.AUTHENTICITY_WORDS[channel.authenticity]
            runs: Runs = (name(who, Style.STRONG), say(f": {words}" + (f" ({doubt})" if doubt else "") + "."))
            entries.append(quoter.entry(runs, [s.statement.id for s in group]))
    return entries


def _threats(after: View, quoter: Quoter, fresh: Iterable[ResolvedStatement]) -> list[Entry]:
    entries = []
    for item in fresh:
        threat = item.statement.proposition
        if isinstance(threat, Threat):
            who = after.actor_name(after.role_key(item, "by", 0, threat.by.name))
            on: Runs = (
                (say("against "), *joined([(name(m.name),) for m in threat.on]))
                if threat.on
                else (say("against whom is not said"),)
            )
            entries.append(
                quoter.entry((name(who, Style.STRONG), say(": "), *on, say(".")), [item.statement.id])
            )
    return entries


def _grouped(
    items: Iterable[ResolvedStatement], key: Callable[[ResolvedStatement], tuple[str, str]]
) -> list[list[ResolvedStatement]]:
    groups: dict[tuple[str, str], list[ResolvedStatement]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return list(groups.values())
