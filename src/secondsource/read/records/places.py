"""Where a row puts an event: its narrowest name, what that lies in, and its coordinates."""

from __future__ import annotations

from collections.abc import Iterable

from secondsource.read.records.columns import Cell, Row
from secondsource.read.records.figures import coordinates
from secondsource.records import PlaceMention, PlaceRelation

_UNKNOWN = frozenset({"unknown", "unspecified", "none", "n/a", "-9"})


def place_in(
    row: Row,
    names: Iterable[str],
    precision: int | None,
    is_near: bool = False,
    degrees: tuple[str, str] = ("latitude", "longitude"),
) -> PlaceMention | None:
    """The place of the first of these columns, narrowest first, within the others; None where all are unknown."""
    cells = [c for c in map(row.cell, names) if c is not None and c.words.lower() not in _UNKNOWN]
    return place_of(row, cells, precision, is_near, degrees)


def place_of(
    row: Row,
    cells: list[Cell],
    precision: int | None,
    is_near: bool = False,
    degrees: tuple[str, str] = ("latitude", "longitude"),
) -> PlaceMention | None:
    """The place that the first cell names, within those that the others name."""
    if not cells:
        return None
    where = cells[0]
    latitude, longitude = degrees
    return PlaceMention(
        span=where.span,
        name=where.words,
        relation=PlaceRelation.NEAR if is_near else PlaceRelation.IN,
        within=tuple(dict.fromkeys(c.words for c in cells[1:] if c.words != where.words)),
        coordinates=coordinates(row.cell(latitude), row.cell(longitude), precision),
    )
