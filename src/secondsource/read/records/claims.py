"""Claims of responsibility in rows: the doer who is the one that tells it."""

from __future__ import annotations

from dataclasses import replace

from secondsource.read.records.actors import folded
from secondsource.records import ByStatus, Event, Holder, HolderKind, Perpetrator


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
