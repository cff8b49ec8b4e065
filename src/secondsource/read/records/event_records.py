"""Rows of any other data set, under our own names of columns, which a mapping file gives to the user's."""

from __future__ import annotations

import re

from secondsource.collect.row_mapping import TRANSLATED
from secondsource.read.records.actors import done_by, folded, mention_of, sides
from secondsource.read.records.chains import chains, paired
from secondsource.read.records.claims import claim_by, claimed_by_teller
from secondsource.read.records.columns import Cell, Row
from secondsource.read.records.days import time_between
from secondsource.read.records.figures import toll, toll_between, where_prec_of
from secondsource.read.records.holders import bare, data_set, outlets_in, teller
from secondsource.read.records.places import place_in
from secondsource.read.records.told import LeftOut, Told, unknown
from secondsource.records import (
    ActorKind,
    ByStatus,
    Event,
    EventType,
    Mention,
)

_LISTED = re.compile(r";")
_NAMES = ("place", "admin2", "admin1", "country")
_TYPES = {t.value.replace(" ", ""): t for t in EventType}


def tell(row: Row) -> tuple[Told, ...] | LeftOut:
    """One event for each source, then each claim of it."""
    words = row.words(TRANSLATED) or row.words("type")
    kind = _TYPES.get(folded(words))
    when = time_between(row.cell("start"), row.cell("end"))
    if kind is None:
        return unknown("no type of event that is known", words)
    if when is None:
        return LeftOut(because="no day")
    doers = [m for c in _parts(row.cell("by")) for m in sides(c)]
    status = _status(row)
    event = Event(
        type=kind,
        by=done_by(doers, ByStatus.REPORTED if status is ByStatus.CLAIMED else status),
        on=tuple(Mention(span=c.span, name=c.words) for c in _parts(row.cell("on"))),
        place=place_in(row, _NAMES, where_prec_of(row.cell("precision"))),
        when=when,
        killed=toll_between(row.cell("killed"), row.cell("killed_low"), row.cell("killed_high")),
        injured=toll(row.cell("injured")),
        abducted=toll(row.cell("abducted")),
    )
    claimants = [mention_of(c) for c in _parts(row.cell("claimed_by"))]
    if status is ByStatus.CLAIMED:
        claimants += doers
    first = data_set(row)
    groups = [folded(m.name) for m in doers if m.kind is ActorKind.GROUP]
    outlets = outlets_in(_parts(row.cell("source")), groups)
    tellers = [teller(bare(c), groups) for c in _parts(row.cell("origin"))]
    told = [
        Told(chain=c, proposition=event if kind is EventType.ARMED_CLASH else claimed_by_teller(event, c))
        for c in chains(first, paired(outlets, tellers))
    ]
    return (*told, *(claim_by(p.actor, event, first) for p in done_by(claimants, ByStatus.CLAIMED)))


def _status(row: Row) -> ByStatus:
    words = row.words("by_status").strip().lower()
    return ByStatus(words) if words in list(ByStatus) else ByStatus.REPORTED


def _parts(cell: Cell | None) -> list[Cell]:
    return cell.parts(_LISTED) if cell else []
