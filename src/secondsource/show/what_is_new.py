"""What became known since a day: groups first seen, claims, incidents, ties, denials, channels, threats."""

from __future__ import annotations

from functools import partial

from secondsource.records import (
    Actor,
    Claim,
    Event,
    Incident,
    Naming,
    ResolvedStatement,
    Side,
    Stance,
)
from secondsource.show.answers import Entry, Quoter, Writer, left_out
from secondsource.show.brief import phrases
from secondsource.show.brief.claims import attack_claims, fullest
from secondsource.show.brief.days import day_words
from secondsource.show.brief.names import acting_groups
from secondsource.show.brief.parts import Runs, Style, capital, joined, name, say
from secondsource.show.brief.telling import event_words, says_which, tellers, when_known
from secondsource.show.brief.view import View
from secondsource.show.support_changes import claim_name, tie_entry
from secondsource.show.what_is_said import channels, denials, threats
from secondsource.weigh.changes import Difference

_MOST_ENTRIES = 12


def new_entries(
    before: View, after: View, quoter: Quoter, found: Difference, rejected: frozenset[str]
) -> list[Entry]:
    """One heading a kind of news; a kind without any is left out, and so is what a person rejected."""
    known = set(before.all) | rejected
    fresh = [s for s in after.statements.values() if s.statement.id not in known]
    ties: list[Writer] = [
        partial(tie_entry, before, after, quoter, t) for t in found.ties if t.before is None
    ]
    kinds: tuple[tuple[str, str, str, list[Writer], str | None], ...] = (
        ("groups", "group", "Groups first seen", _groups(after, quoter, found), "secondsource actors"),
        ("joined", "name", "Names now taken for one actor’s", _joined(before, after, quoter, found), None),
        ("claims", "claim", "New claims", _claims(after, quoter, found), "secondsource claims"),
        (
            "incidents",
            "incident",
            "New incidents that nobody claims",
            _incidents(after, quoter, found),
            "secondsource incidents",
        ),
        ("ties", "tie", "Ties said for the first time", ties, "secondsource ties"),
        ("denials", "denial", "New denials", denials(after, quoter, fresh), None),
        ("channels", "channel", "New channels", channels(before, after, quoter, fresh, found.actors), None),
        ("threats", "threat", "New threats", threats(after, quoter, fresh), None),
    )
    return [
        Entry(
            runs=(say(f"{title}: {len(writers):,}"),),
            key=key,
            figures=(("count", len(writers)),),
            entries=(
                *(write() for write in writers[:_MOST_ENTRIES]),
                *left_out(writers, _MOST_ENTRIES, what, command),
            ),
        )
        for key, what, title, writers, command in kinds
        if writers
    ]


def _groups(after: View, quoter: Quoter, found: Difference) -> list[Writer]:
    new = {a.id for a in found.new_actors}
    return [partial(_group, after, quoter, a) for a in acting_groups(after) if a.id in new]


def _group(after: View, quoter: Quoter, actor: Actor) -> Entry:
    first = after.said_of(actor.id)[0]
    where = (say(" in "), name(first.outlet)) if first.outlet else ()
    day = day_words(first.known)
    seen: Runs = (say(", first told of"), *where, say(f", {day}" if day else ""))
    known = "in the starter list" if actor.is_known else "not in the starter list"
    return quoter.entry(
        (name(actor.name, Style.STRONG), say(f" ({known})"), *seen, say(".")),
        [first.statement.id],
        figures={"actor": actor.id, "name": actor.name, "is_known": actor.is_known},
    )


def _joined(before: View, after: View, quoter: Quoter, found: Difference) -> list[Writer]:
    """Actors that were several groups then, with what joins their names."""
    writers: list[Writer] = []
    for actor in acting_groups(after):
        then = [i for i in found.joined.get(actor.id, ()) if not before.is_nameless(i)]
        if len(then) > 1:
            writers.append(partial(_join, after, quoter, actor, sorted(map(before.actor_name, then))))
    return writers


def _join(after: View, quoter: Quoter, actor: Actor, names: list[str]) -> Entry:
    ids = [s for a in after.aliases.get(actor.id, []) for s in a.statement_ids]
    why = [s for s in ids if isinstance(after.all[s].statement.proposition, Naming)]
    runs = (*joined([(name(n, Style.STRONG),) for n in names], " and "), say("."))
    return quoter.entry(runs, why, figures={"actor": actor.id})


def _claims(after: View, quoter: Quoter, found: Difference) -> list[Writer]:
    new, attacks = {c.id for c in found.new_claims}, attack_claims(after)
    others = [c for c in after.claims.values() if c not in set(attacks)]
    return [partial(_claim, after, quoter, c) for c in (*attacks, *others) if c.id in new]


def _claim(after: View, quoter: Quoter, claim: Claim) -> Entry:
    verdict = after.verdict(claim.id, Side.EVENT)
    assert verdict is not None, "every claim has a verdict"
    disputed = f", {phrases.DISPUTED}" if verdict.is_disputed else ""
    return quoter.entry(
        (*claim_name(after, claim), say(": "), say(verdict.name.value, Style.STRONG), say(f"{disputed}.")),
        claim.statement_ids,
        figures={
            "claim": claim.id,
            "claimant": after.actor_name(claim.claimant_id),
            "verdict": verdict.name.value,
            "credibility": verdict.credibility,
            "probability": verdict.probability,
        },
    )


def _incidents(after: View, quoter: Quoter, found: Difference) -> list[Writer]:
    new = {i.id for i in found.new_incidents} - after.claims_of.keys()
    told = ((i, _telling(after, i)) for i in after.incidents.values() if i.id in new)
    return [partial(_incident, after, quoter, i, own) for i, own in told if own]


def _incident(after: View, quoter: Quoter, incident: Incident, told: list[ResolvedStatement]) -> Entry:
    first = fullest(told)
    words = (*capital(event_words(first)), *when_known(first))
    return quoter.entry(
        (*words, say(", says "), *tellers(after, told), say(".")),
        [s.statement.id for s in told],
        figures={"incident": incident.id, "statements": len(told)},
    )


def _telling(view: View, incident: Incident) -> list[ResolvedStatement]:
    """The statements that tell an incident of violence with its day or place; a headline alone is no news."""
    return [
        s
        for s in view.of(incident.statement_ids)
        if isinstance(e := s.statement.proposition, Event)
        and e.type in phrases.VIOLENT
        and s.statement.stance is not Stance.DENIES
        and (e.place or s.when)
        and says_which(s)
    ]
