"""Rows of UCDP GED (columns: UCDP GED Codebook 23.1): who fought whom where, with the range of deaths."""

from __future__ import annotations

import re
from dataclasses import replace

from secondsource.read.records.actors import done_by, folded, sides, target
from secondsource.read.records.chains import chains, paired
from secondsource.read.records.citations import cited
from secondsource.read.records.columns import Cell, Row
from secondsource.read.records.days import time_between
from secondsource.read.records.event_types import type_by_code
from secondsource.read.records.figures import code, coordinates, count, toll_between
from secondsource.read.records.holders import bare, data_set, outlet, teller
from secondsource.read.records.told import LeftOut, Told
from secondsource.records import (
    ActorKind,
    ByStatus,
    DataSet,
    Event,
    Holder,
    HolderKind,
    Perpetrator,
    PlaceMention,
    PlaceRelation,
    TollPart,
)

ONE_SIDED = "3"
_LISTED = re.compile(r";|///")
# Where the whole cell is a list of short names: "SOHR, VDC".
_SHORT_NAMES = re.compile(r"[A-Z0-9]{2,8}(?:, ?[A-Z0-9]{2,8})+")
_COMMA = re.compile(r",")
# Columns of deaths beside whose they are: a side's name, or a word of the column's own name.
_PARTS = (
    ("deaths_a", "side_a"),
    ("deaths_b", "side_b"),
    ("deaths_civilians", None),
    ("deaths_unknown", None),
)


def tell(row: Row) -> tuple[Told, ...] | LeftOut:
    """One event for each chain of sources."""
    violence = code(row.words("type_of_violence"))
    kind = type_by_code(DataSet.UCDP_GED, violence)
    when = time_between(row.cell("date_start"), row.cell("date_end"))
    if kind is None:
        return LeftOut(because=f"no type of violence that is known ({violence or 'none'})")
    if when is None:
        return LeftOut(because="no day")
    side_a, side_b = row.cell("side_a"), row.cell("side_b")
    fighters = sides(side_a, is_list=True)
    if violence != ONE_SIDED:
        fighters += sides(side_b, is_list=True)
    event = Event(
        type=kind,
        by=done_by(fighters, ByStatus.REPORTED),
        on=target(side_b) if violence == ONE_SIDED else (),
        place=_place(row),
        when=when,
        killed=toll_between(row.cell("best"), row.cell("low"), row.cell("high"), _parts(row)),
    )
    groups = [folded(m.name) for m in fighters if m.kind is ActorKind.GROUP]
    return tuple(
        Told(chain=c, proposition=claimed_by_teller(event, c) if violence == ONE_SIDED else event)
        for c in chains(data_set(row), _sources(row, groups))
    )


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


def _sources(row: Row, groups: list[str]) -> list[tuple[Holder | None, Holder | None]]:
    offices = row.cell("source_office")
    outlets = [outlet(c) for c in offices.parts(_LISTED)] if offices else []
    if not outlets:
        outlets = [outlet(c) for c in cited(row.cell("source_article"))]
    original = row.cell("source_original")
    tellers = [teller(bare(c), groups) for c in _originals(original)] if original else []
    return paired(outlets, tellers)


def _originals(cell: Cell) -> list[Cell]:
    if _SHORT_NAMES.fullmatch(cell.words):
        return cell.parts(_COMMA)
    return cell.parts(_LISTED)


def _place(row: Row) -> PlaceMention | None:
    where = row.cell("where_coordinates", "adm_2", "adm_1", "country")
    if where is None:
        return None
    known = count(row.cell("where_prec"))
    precision = known if known is not None and 1 <= known <= 7 else None
    around = (c.words for c in map(row.cell, ("adm_2", "adm_1", "country")) if c is not None)
    return PlaceMention(
        span=where.span,
        name=where.words,
        relation=PlaceRelation.NEAR if precision == 2 else PlaceRelation.IN,
        within=tuple(dict.fromkeys(w for w in around if w != where.words)),
        coordinates=coordinates(row.cell("latitude"), row.cell("longitude"), precision),
    )


def _parts(row: Row) -> tuple[TollPart, ...]:
    found = []
    for column, side in _PARTS:
        n = count(row.cell(column))
        if n:
            found.append(TollPart(who=row.words(side) if side else column.removeprefix("deaths_"), n=n))
    return tuple(found)
