"""Two derivations of a case side by side: what is new, what is gone, what is better or worse supported."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from secondsource.records import (
    Actor,
    Claim,
    Derived,
    Incident,
    Reason,
    Side,
    TieCase,
    TieVoice,
    Verdict,
    Weight,
)
from secondsource.weigh.changes.pairing import (
    Seat,
    actor_seats,
    claim_seats,
    incident_seats,
    pair_up,
    tie_seats,
)

T = TypeVar("T", Claim, Incident, TieCase)
# A probability that moves less than this is told by nobody.
LEAST_MOVE = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictChange:
    """One side of a claim, then and now. Reasons and weights are those that came and those that went."""

    side: Side
    before: Verdict
    after: Verdict
    came: tuple[Reason, ...]
    went: tuple[Reason, ...]
    weights_came: tuple[Weight, ...]
    weights_went: tuple[Weight, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimChange:
    """A claim whose verdict, credibility or probability changed, with the statements that came and went."""

    before: Claim
    after: Claim
    verdicts: tuple[VerdictChange, ...]
    came: tuple[str, ...]
    went: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TieChange:
    """A tie with voices that came or went; `before` is None for a new tie, `after` for one that nobody tells now."""

    before: TieCase | None
    after: TieCase | None
    for_came: tuple[TieVoice, ...] = ()
    for_went: tuple[TieVoice, ...] = ()
    against_came: tuple[TieVoice, ...] = ()
    against_went: tuple[TieVoice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """All of it, each list by id, but claims with another verdict first.

    `actors` leads from an actor's id now to its id then, None for a new one; `joined` from the actors of now that
    were several then to those.
    """

    actors: Mapping[str, str | None]
    joined: Mapping[str, tuple[str, ...]]
    new_actors: tuple[Actor, ...]
    new_claims: tuple[Claim, ...]
    gone_claims: tuple[Claim, ...]
    claims: tuple[ClaimChange, ...]
    new_incidents: tuple[Incident, ...]
    gone_incidents: tuple[Incident, ...]
    ties: tuple[TieChange, ...]


def compare(before: Derived, after: Derived) -> Difference:
    """What differs between two derivations; nothing where they are equal."""
    seats = actor_seats(before), actor_seats(after)
    actors = pair_up(*seats)
    became: dict[str, list[str]] = {}
    for then, now in pair_up(seats[1], seats[0]).items():
        became.setdefault(now or "", []).append(then)
    claims = pair_up(claim_seats(before.claims, before), claim_seats(after.claims, after))
    incidents = pair_up(incident_seats(before.incidents), incident_seats(after.incidents))
    return Difference(
        actors=actors,
        joined={now: tuple(then) for now, then in sorted(became.items()) if now and len(then) > 1},
        new_actors=tuple(a for a in after.actors if a.id in actors and actors[a.id] is None),
        new_claims=tuple(c for c in after.claims if claims[c.id] is None),
        gone_claims=_gone(
            before.claims, claim_seats(before.claims, before), claim_seats(after.claims, after)
        ),
        claims=_claim_changes(before, after, claims),
        new_incidents=tuple(i for i in after.incidents if incidents[i.id] is None),
        gone_incidents=_gone(
            before.incidents, incident_seats(before.incidents), incident_seats(after.incidents)
        ),
        ties=_tie_changes(before.ties, after.ties),
    )


def _gone(
    things: Sequence[T], before: Mapping[str, Iterable[Seat]], after: Mapping[str, Iterable[Seat]]
) -> tuple[T, ...]:
    """What of the things then shares no seat with anything now."""
    kept = pair_up(after, before)
    return tuple(t for t in things if kept[t.id] is None)


def _claim_changes(
    before: Derived, after: Derived, pairs: Mapping[str, str | None]
) -> tuple[ClaimChange, ...]:
    claims_then = {c.id: c for c in before.claims}
    told_then = {i.id: set(i.statement_ids) for i in before.incidents}
    told_now = {i.id: set(i.statement_ids) for i in after.incidents}
    then = {(v.claim_id, v.side): v for v in before.verdicts}
    now = {(v.claim_id, v.side): v for v in after.verdicts}
    found = []
    for claim in after.claims:
        old = pairs[claim.id]
        if old is None:
            continue
        sides = [
            change
            for side in Side
            if (change := _verdict_change(side, then[old, side], now[claim.id, side])) is not None
        ]
        if sides:
            first = claims_then[old]
            told = (told_then.get(first.incident_id, set()), told_now.get(claim.incident_id, set()))
            found.append(
                ClaimChange(
                    before=first,
                    after=claim,
                    verdicts=tuple(sides),
                    came=tuple(sorted(told[1] - told[0])),
                    went=tuple(sorted(told[0] - told[1])),
                )
            )
    return tuple(sorted(found, key=_weight))


def _weight(change: ClaimChange) -> tuple[bool, float, str]:
    """For sorting: another verdict first, then what moved most."""
    is_another = any(v.before.name is not v.after.name for v in change.verdicts)
    moved = max(abs((v.after.probability or 0) - (v.before.probability or 0)) for v in change.verdicts)
    return (not is_another, -moved, change.after.id)


def _verdict_change(side: Side, before: Verdict, after: Verdict) -> VerdictChange | None:
    moved = abs((after.probability or 0) - (before.probability or 0))
    same = (before.name, before.credibility, before.is_disputed) == (
        after.name,
        after.credibility,
        after.is_disputed,
    )
    if same and (moved < LEAST_MOVE or (before.probability is None) != (after.probability is None)):
        return None
    said = ({r.sentence for r in before.reasons}, {r.sentence for r in after.reasons})
    weighed = ({w.sentence for w in before.weights}, {w.sentence for w in after.weights})
    return VerdictChange(
        side=side,
        before=before,
        after=after,
        came=tuple(r for r in after.reasons if r.sentence not in said[0]),
        went=tuple(r for r in before.reasons if r.sentence not in said[1]),
        weights_came=tuple(w for w in after.weights if w.sentence not in weighed[0]),
        weights_went=tuple(w for w in before.weights if w.sentence not in weighed[1]),
    )


def _tie_changes(before: Sequence[TieCase], after: Sequence[TieCase]) -> tuple[TieChange, ...]:
    then = {t.id: t for t in before}
    pairs = pair_up(tie_seats(before), tie_seats(after))
    found = []
    for tie in after:
        old = then.get(pairs[tie.id] or "")
        change = TieChange(
            before=old,
            after=tie,
            for_came=_others(tie.for_, old.for_ if old else ()),
            for_went=_others(old.for_, tie.for_) if old else (),
            against_came=_others(tie.against, old.against if old else ()),
            against_went=_others(old.against, tie.against) if old else (),
        )
        if old is None or change.for_came or change.for_went or change.against_came or change.against_went:
            found.append(change)
    lost = _gone(before, tie_seats(before), tie_seats(after))
    found += [TieChange(before=t, after=None, for_went=t.for_, against_went=t.against) for t in lost]
    return tuple(found)


def _others(voices: Iterable[TieVoice], than: Iterable[TieVoice]) -> tuple[TieVoice, ...]:
    """The voices of which no statement stands among the others."""
    known = {s for v in than for s in v.statement_ids}
    return tuple(v for v in voices if not known & set(v.statement_ids))
