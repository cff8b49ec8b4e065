"""What of one derivation is the same thing in another: by the statements that the two share, never by ids.

The id of an incident, a claim or an actor rests on what is known of it, so a new document can change it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from secondsource.match.tellings import perpetrator_ids
from secondsource.records import Claim, Derived, Incident, TieCase

# A statement's place: its id and the role and position in it.
Seat = tuple[str, str, int]


def pair_up(
    before: Mapping[str, Iterable[Seat]], after: Mapping[str, Iterable[Seat]]
) -> dict[str, str | None]:
    """For each thing of `after` the thing of `before` with which it shares most seats; None where it shares none."""
    of_seat: dict[Seat, list[str]] = {}
    for key in sorted(before):
        for seat in before[key]:
            of_seat.setdefault(seat, []).append(key)
    found: dict[str, str | None] = {}
    for key in sorted(after):
        shared = Counter(old for seat in after[key] for old in of_seat.get(seat, ()))
        found[key] = min(shared, key=lambda old: (-shared[old], old)) if shared else None
    return found


def actor_seats(derived: Derived) -> dict[str, list[Seat]]:
    """Where each actor stands in the statements."""
    seats: dict[str, list[Seat]] = {}
    for item in derived.statements:
        for role in item.actors:
            seats.setdefault(role.actor_id, []).append((item.statement.id, role.role, role.position))
    return seats


def claim_seats(claims: Sequence[Claim], derived: Derived) -> dict[str, list[Seat]]:
    """Where each claim's claimant stands in its statements: a joint claim is one of each group's."""
    by_id = {s.statement.id: s for s in derived.statements}
    return {
        c.id: [
            (s, "by", n)
            for s in c.statement_ids
            for n, actor in enumerate(perpetrator_ids(by_id[s]))
            if actor == c.claimant_id
        ]
        for c in claims
    }


def incident_seats(incidents: Iterable[Incident]) -> dict[str, list[Seat]]:
    """The statements of each incident."""
    return {i.id: [(s, "", 0) for s in i.statement_ids] for i in incidents}


def tie_seats(ties: Iterable[TieCase]) -> dict[str, list[Seat]]:
    """The statements for and against each tie."""
    return {t.id: [(s, "", 0) for v in (*t.for_, *t.against) for s in v.statement_ids] for t in ties}
