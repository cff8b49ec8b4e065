"""Rows of ACLED (columns: ACLED Codebook): what happened between two actors, in no direction."""

from __future__ import annotations

import re
from collections.abc import Iterator

from secondsource.read.records.actors import done_by, folded, is_victims, sides, target
from secondsource.read.records.chains import chains
from secondsource.read.records.codes import ACLED_STATE, ACLED_VICTIMS, where_prec
from secondsource.read.records.columns import Cell, Row
from secondsource.read.records.days import day_of, days_around
from secondsource.read.records.event_types import meaning_of
from secondsource.read.records.figures import code, toll
from secondsource.read.records.holders import data_set, outlets_in
from secondsource.read.records.places import place_in
from secondsource.read.records.told import LeftOut, Told, unknown
from secondsource.records import (
    ActorKind,
    ByStatus,
    DataSet,
    Event,
    EventType,
    Mention,
    Perpetrator,
    TimeMention,
)

_LISTED = re.compile(r";")
_NAMES = ("location", "admin3", "admin2", "admin1", "country")
# "Middle of the period": a week is the day with three on each side (ACLED Codebook, "Time precision").
_HALF_A_WEEK = 3


def tell(row: Row) -> tuple[Told, ...] | LeftOut:
    """One event for each source of the list."""
    words = [row.words(c) for c in ("sub_event_type", "event_type")]
    meaning = next((m for w in words if (m := meaning_of(DataSet.ACLED, w)) is not None), None)
    when = _when(row)
    if meaning is None or meaning.type is None:
        return unknown("no type of event that is known", words[0] or words[1])
    if when is None:
        return LeftOut(because="no day")
    by, on = _who(row, meaning.type)
    event = Event(
        type=meaning.type,
        by=by,
        on=on,
        place=place_in(row, _NAMES, where_prec(DataSet.ACLED, row.words("geo_precision"))),
        when=when,
        killed=toll(row.cell("fatalities")),
    )
    source = row.cell("source")
    groups = [folded(p.actor.name) for p in by if p.actor.kind is ActorKind.GROUP]
    outlets = outlets_in(source.parts(_LISTED), groups) if source else []
    return tuple(
        Told(chain=c, proposition=event) for c in chains(data_set(row), [(o, None) for o in outlets])
    )


def _who(row: Row, kind: EventType) -> tuple[tuple[Perpetrator, ...], tuple[Mention, ...]]:
    """Who did it, and to whom. actor1 and actor2 carry no direction, save where one side are civilians.

    In a protest the protesters are no target, and whoever stands beside them isn't said to have protested.
    """
    actors = list(_actors(row))
    victims = [c for c, inter in actors if is_victims(c.words) or inter in ACLED_VICTIMS]
    fighters = [m for c, inter in actors if c not in victims for m in _fighter(c, inter)]
    if kind is EventType.PROTEST or not victims:
        return done_by(fighters, ByStatus.UNKNOWN), ()
    return done_by(fighters, ByStatus.REPORTED), tuple(m for c in victims for m in target(c))


def _actors(row: Row) -> Iterator[tuple[Cell, str]]:
    for n in ("1", "2"):
        actor = row.cell(f"actor{n}")
        if actor is not None:
            yield actor, code(row.words(f"inter{n}")).lower()


def _fighter(cell: Cell, inter: str) -> list[Mention]:
    found = sides(cell)
    if inter in ACLED_STATE and found and found[0].kind is ActorKind.GROUP:
        return [Mention(span=m.span, name=m.name, kind=ActorKind.ORGAN) for m in found]
    return found


def _when(row: Row) -> TimeMention | None:
    """The day; the seven days around it, or its month, where time_precision says that only those are known."""
    cell, day = row.cell("event_date"), day_of(row.cell("event_date"))
    if cell is None or day is None:
        return None
    precision = code(row.words("time_precision"))
    edtf = day.isoformat()
    if precision == "2":
        edtf = days_around(day, _HALF_A_WEEK)
    elif precision == "3":
        edtf = edtf[: len("2021-05")]
    return TimeMention(span=cell.span, words=cell.words, edtf=edtf)
