"""Numbers of a row: counts of people, tolls, coordinates. What is no number of the kind is left out."""

from __future__ import annotations

import re

from secondsource.read.records.columns import Cell, span_over
from secondsource.records import Coordinates, Toll, TollPart

# Counts are written as floats where a column has gaps ("2.0"); nine digits are more than people on earth.
_COUNT = re.compile(r"\s*\+?([0-9]{1,9})(?:\.0*)?\s*", re.ASCII)
_DEGREES = re.compile(r"\s*[-+]?[0-9]{1,3}(?:[.,][0-9]+)?\s*", re.ASCII)


def count(cell: Cell | None) -> int | None:
    """A whole number from 0; None for gaps, negative codes (-9, -99: unknown) and anything else.

    >>> count(Cell("2.0", 0)), count(Cell("-99", 0)), count(Cell("2.5", 0))
    (2, None, None)
    """
    match = _COUNT.fullmatch(cell.words) if cell else None
    return int(match[1]) if match else None


def code(words: str) -> str:
    """A code as it stands in a codebook: "1.0" is "1"; codes keep their leading zeros."""
    return words.strip().removesuffix(".0")


def toll(cell: Cell | None, of: tuple[TollPart, ...] = ()) -> Toll | None:
    """The toll that one cell gives."""
    n = count(cell)
    return None if cell is None or n is None else Toll(span=cell.span, low=n, high=n, of=of)


def toll_between(
    best: Cell | None, low: Cell | None, high: Cell | None, of: tuple[TollPart, ...] = ()
) -> Toll | None:
    """The toll from `low` to `high`, where they enclose the best estimate; else that estimate alone."""
    n, least, most = count(best), count(low), count(high)
    if low is not None and high is not None and least is not None and most is not None:
        if best is not None and n is not None and least <= n <= most:
            return Toll(span=span_over((best, low, high)), low=least, high=most, of=of)
        if n is None and least <= most:
            return Toll(span=span_over((low, high)), low=least, high=most, of=of)
    return toll(best, of)


def toll_without(total: Cell | None, own: Cell | None) -> Toll | None:
    """The toll of a total from which the attackers' own people are taken; None where they are more than all."""
    n, less = count(total), count(own)
    if total is None or n is None or own is None or less is None:
        return toll(total)
    return Toll(span=span_over((total, own)), low=n - less, high=n - less) if less <= n else None


def coordinates(latitude: Cell | None, longitude: Cell | None, precision: int | None) -> Coordinates | None:
    """Where it was; None outside the globe, without a precision, and at 0, 0, where nothing but a gap lies."""
    if latitude is None or longitude is None or precision is None:
        return None
    if not (_DEGREES.fullmatch(latitude.words) and _DEGREES.fullmatch(longitude.words)):
        return None
    north, east = (float(c.words.replace(",", ".")) for c in (latitude, longitude))
    if not (-90 <= north <= 90 and -180 <= east <= 180) or (north == 0 and east == 0):
        return None
    return Coordinates(
        span=span_over((latitude, longitude)), latitude=north, longitude=east, precision=precision
    )


def where_prec_of(cell: Cell | None) -> int | None:
    """UCDP's where_prec, 1 to 7; None for anything else."""
    n = count(cell)
    return n if n is not None and 1 <= n <= 7 else None
