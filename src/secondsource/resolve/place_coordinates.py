"""A point on the globe from two cells of a user's file, or the reason why it is none."""

from __future__ import annotations

import math

from secondsource.errors import LexiconError


def read_point(where: str, latitude: str, longitude: str) -> tuple[float | None, float | None]:
    """Degrees WGS 84; both None where both cells are empty. Raises LexiconError.

    >>> read_point("x.csv, line 2", "33.5", "44"), read_point("x.csv, line 3", "", "")
    ((33.5, 44.0), (None, None))
    """
    y = _degrees(where, "latitude", latitude, 90.0)
    x = _degrees(where, "longitude", longitude, 180.0)
    if (y is None) != (x is None):
        raise LexiconError(where, "has one coordinate without the other.", "Give both, or neither.")
    if y == x == 0:
        raise LexiconError(
            where, "latitude and longitude are both 0, in the sea off Africa.", "Leave both empty if unknown."
        )
    return y, x


def _degrees(where: str, name: str, cell: str, most: float) -> float | None:
    if not cell.strip():
        return None
    try:
        value = float(cell)
    except ValueError:
        value = math.nan
    if not -most <= value <= most:
        raise LexiconError(
            where, f"{name} {cell!r} lies off the globe.", f"Write degrees from -{most:g} to {most:g}."
        )
    return value
