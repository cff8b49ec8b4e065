"""Rows of UCDP GED (columns: UCDP GED Codebook 23.1): who fought whom where, with the range of deaths."""

from __future__ import annotations

import re

from secondsource.read.records.actors import done_by, folded, sides, target
from secondsource.read.records.chains import chains, paired
from secondsource.read.records.citations import cited
from secondsource.read.records.claims import claimed_by_teller
from secondsource.read.records.columns import Cell, Row
from secondsource.read.records.days import time_between
from secondsource.read.records.event_types import meaning_of
from secondsource.read.records.figures import code, count, toll_between, where_prec_of
from secondsource.read.records.holders import bare, data_set, is_teller, outlets_in, teller
from secondsource.read.records.places import place_in
from secondsource.read.records.told import LeftOut, Told, unknown
from secondsource.records import (
    ActorKind,
    ByStatus,
    DataSet,
    Event,
    Holder,
    PlaceMention,
    TollPart,
)

_ONE_SIDED = "3"
_NEARBY = 2
_LISTED = re.compile(r";|///")
_LISTED_LOOSELY = re.compile(r",| \+ ")
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
    meaning = meaning_of(DataSet.UCDP_GED, violence)
    when = time_between(row.cell("date_start"), row.cell("date_end"))
    if meaning is None or meaning.type is None:
        return unknown("no type of violence that is known", violence)
    if when is None:
        return LeftOut(because="no day")
    side_a, side_b = row.cell("side_a"), row.cell("side_b")
    fighters = sides(side_a, is_list=True)
    if violence != _ONE_SIDED:
        fighters += sides(side_b, is_list=True)
    event = Event(
        type=meaning.type,
        # Who of two that fought began it, or did what the row counts, isn't told.
        by=done_by(fighters, ByStatus.REPORTED if violence == _ONE_SIDED else ByStatus.UNKNOWN),
        on=target(side_b) if violence == _ONE_SIDED else (),
        place=_place(row),
        when=when,
        killed=toll_between(row.cell("best"), row.cell("low"), row.cell("high"), _parts(row)),
    )
    groups = [folded(m.name) for m in fighters if m.kind is ActorKind.GROUP]
    return tuple(
        Told(chain=c, proposition=claimed_by_teller(event, c) if violence == _ONE_SIDED else event)
        for c in chains(data_set(row), _sources(row, groups))
    )


def _sources(row: Row, groups: list[str]) -> list[tuple[Holder | None, Holder | None]]:
    offices = row.cell("source_office")
    outlets = outlets_in(offices.parts(_LISTED) if offices else cited(row.cell("source_article")), groups)
    original = row.cell("source_original")
    return paired(outlets, _tellers(original, groups, outlets) if original else [])


def _tellers(cell: Cell, groups: list[str], outlets: list[Holder]) -> list[Holder]:
    """Who told it. A comma parts them only where each part is known to be one: "SOHR, VDC", "residents, police"."""
    known = {*groups, *(folded(o.name) for o in outlets)}
    found = []
    for part in cell.parts(_LISTED):
        loose = part.parts(_LISTED_LOOSELY)
        found += loose if all(is_teller(c.words) or folded(c.words) in known for c in loose) else [part]
    return [teller(bare(c), groups) for c in found]


def _place(row: Row) -> PlaceMention | None:
    precision = where_prec_of(row.cell("where_prec"))
    names = ("where_coordinates", "adm_2", "adm_1", "country")
    return place_in(row, names, precision, is_near=precision == _NEARBY)


def _parts(row: Row) -> tuple[TollPart, ...]:
    found = []
    for column, side in _PARTS:
        n = count(row.cell(column))
        if n:
            found.append(TollPart(who=row.words(side) if side else column.removeprefix("deaths_"), n=n))
    return tuple(found)
