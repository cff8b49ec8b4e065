"""Rows of GDELT 2.0's event table with its mentions (GDELT Event Codebook 2.0; CAMEO): who does what to whom.

A machine coded them from headlines, so each outlet that mentions the event tells it once, and no more is taken.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from secondsource.read.records.actors import done_by, is_nobody, mention_of, target
from secondsource.read.records.chains import chains
from secondsource.read.records.codes import CAMEO_GROUPS, CAMEO_ORGANS, where_prec
from secondsource.read.records.columns import Cell, Row
from secondsource.read.records.days import day_of
from secondsource.read.records.event_types import cameo_meaning
from secondsource.read.records.holders import data_set, outlet
from secondsource.read.records.places import place_of
from secondsource.read.records.told import LeftOut, Told, unknown
from secondsource.records import (
    ActorKind,
    ByStatus,
    DataSet,
    Event,
    Mention,
    TimeMention,
)

_COMMA = re.compile(r",")
_TYPES = ("actor1type1code", "actor1type2code", "actor1type3code")


def tell(row: Row) -> tuple[Told, ...] | LeftOut:
    """One event for each outlet among the mentions, else that of the source's address."""
    code = row.words("eventcode").strip()
    meaning = cameo_meaning(code)
    day = row.cell("sqldate", "day")
    date = day_of(day)
    if meaning is None:
        return unknown("no CAMEO code that is known", code)
    if meaning.type is None:
        return LeftOut(because=f"not an event that is followed here (CAMEO {code}: {meaning.label})")
    if day is None or date is None:
        return LeftOut(because="no day")
    place = row.cell("actiongeo_fullname")
    event = Event(
        type=meaning.type,
        by=done_by(_doer(row), ByStatus.REPORTED),
        on=target(row.cell("actor2name")),
        place=place_of(
            row,
            place.parts(_COMMA) if place else [],
            where_prec(DataSet.GDELT, row.words("actiongeo_type")),
            degrees=("actiongeo_lat", "actiongeo_long"),
        ),
        when=TimeMention(span=day.span, words=day.words, edtf=date.isoformat()),
    )
    outlets = [outlet(c) for c in _outlets(row)]
    return tuple(
        Told(chain=c, proposition=event) for c in chains(data_set(row), [(o, None) for o in outlets])
    )


def _doer(row: Row) -> list[Mention]:
    """Actor1, where it is a group by name, a body that fights, or a country; students or business are no one."""
    cell = row.cell("actor1name")
    if cell is None or is_nobody(cell.words):
        return []
    types = {row.words(t).strip() for t in _TYPES} - {""}
    if row.cell("actor1knowngroupcode") or types & CAMEO_GROUPS:
        return [mention_of(cell, ActorKind.GROUP)]
    if types & CAMEO_ORGANS:
        return [mention_of(cell, ActorKind.ORGAN)]
    if not types and row.cell("actor1countrycode"):
        return [mention_of(cell, ActorKind.STATE)]
    return []


def _outlets(row: Row) -> list[Cell]:
    """The outlets that the mentions begin with; without any, the host of SOURCEURL."""
    named = [m.part(0, m.words.find(" ") if " " in m.words else len(m.words)) for m in row.mentions]
    found = [_without_www(c) for c in named if c.words]
    url = row.cell("sourceurl")
    host = _host(url) if url and not found else None
    return [host] if host else found


def _host(url: Cell) -> Cell | None:
    try:
        host = urlsplit(url.words).hostname
    except ValueError:
        return None
    start = url.words.lower().find(host) if host else -1
    return _without_www(url.part(start, start + len(host))) if host and start >= 0 else None


def _without_www(cell: Cell) -> Cell:
    return cell.part(len("www."), len(cell.words)) if cell.words.lower().startswith("www.") else cell
