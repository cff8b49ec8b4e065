"""Claims of responsibility in rows: those that a column notes, and a doer who is the one that tells it."""

from __future__ import annotations

from dataclasses import replace

from secondsource.read.records.actors import folded
from secondsource.read.records.told import Told
from secondsource.records import ByStatus, Event, Holder, HolderKind, Mention, Perpetrator


def claim_by(claimant: Mention, event: Event, first: Holder) -> Told:
    """The claimant's own word on the event, without tolls, which the row doesn't say that it gave."""
    by = (Perpetrator(actor=claimant, status=ByStatus.CLAIMED),)
    claim = replace(event, by=by, killed=None, injured=None, abducted=None)
    holder = Holder(name=claimant.name, kind=HolderKind.GROUP, span=claimant.span)
    return Told(chain=(first, holder), proposition=claim)


def claimed_by_teller(event: Event, chain: tuple[Holder, ...]) -> Event:
    """The event with status *claimed* for the perpetrator whose name the last holder bears."""
    if chain[-1].kind is not HolderKind.GROUP:
        return event
    name = folded(chain[-1].name)
    by = tuple(
        Perpetrator(actor=p.actor, status=ByStatus.CLAIMED) if folded(p.actor.name) == name else p
        for p in event.by
    )
    return replace(event, by=by)
