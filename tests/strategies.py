"""Records of every kind, drawn from their own type hints, so that a new field is tested the day it is added."""

from __future__ import annotations

import types
import typing
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any, TypeVar

from hypothesis import strategies as st

from secondsource.records import Coordinates, DayRange, Span, Verdict

T = TypeVar("T")

WORDS = st.text(max_size=12)
DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1))
MOMENTS = st.datetimes(
    min_value=datetime(1970, 1, 1),  # noqa: DTZ001 - hypothesis adds the zone
    max_value=datetime(2100, 1, 1),  # noqa: DTZ001
    timezones=st.just(UTC),
)


def records_of(kind: type[T]) -> st.SearchStrategy[T]:
    """Any record of that kind."""
    return typing.cast("st.SearchStrategy[T]", _of(kind))


@st.composite
def _spans(draw: st.DrawFn) -> Span:
    start = draw(st.integers(0, 500))
    return Span(start=start, end=start + draw(st.integers(0, 50)))


@st.composite
def _day_ranges(draw: st.DrawFn) -> DayRange:
    ends = draw(st.none() | st.tuples(DAYS, DAYS))
    earliest, latest = (min(ends), max(ends)) if ends else (None, None)
    assumed = draw(st.sampled_from([(), ("year",), ("year", "month")]))
    return DayRange(
        earliest=earliest, latest=latest, edtf=draw(WORDS), assumed=assumed, rule=draw(st.none() | WORDS)
    )


def _of(hint: Any) -> st.SearchStrategy[Any]:
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        return st.one_of(*(_of(a) for a in args))
    if origin is tuple:
        if args[-1] is Ellipsis:
            return st.lists(_of(args[0]), max_size=3).map(tuple)
        return st.tuples(*(_of(a) for a in args))
    if hint is Span:
        return _spans()
    if hint is DayRange:
        return _day_ranges()
    if is_dataclass(hint):
        hints = typing.get_type_hints(hint)
        values = {f.name: _of(hints[f.name]) for f in fields(hint)}
        if hint is Verdict:
            values |= {
                name: st.lists(_of(typing.get_args(hints[name])[0]), min_size=1, max_size=2).map(tuple)
                for name in ("reasons", "weights")
            }
        if hint is Coordinates:
            values |= {
                "latitude": st.floats(-90, 90),
                "longitude": st.floats(-180, 180),
                "precision": st.integers(1, 7),
            }
        return st.builds(typing.cast(Any, hint), **values)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(list(hint))
    return _PLAIN[hint]


_PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: WORDS,
    int: st.integers(-(2**31), 2**31),
    float: st.floats(allow_nan=False, allow_infinity=False),
    bool: st.booleans(),
    type(None): st.none(),
    date: DAYS,
    datetime: MOMENTS,
}
