"""Hypothesis strategies that build any record from its own annotations."""

from __future__ import annotations

import typing
from dataclasses import is_dataclass
from datetime import UTC, date, datetime
from typing import Any

from hypothesis import strategies as st

from secondsource import records

_DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31))
_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


def spans() -> st.SearchStrategy[records.Span]:
    """Spans within the first few hundred code points."""
    return st.tuples(st.integers(0, 300), st.integers(0, 300)).map(
        lambda ends: records.Span(start=min(ends), end=max(ends))
    )


def day_ranges() -> st.SearchStrategy[records.DayRange]:
    """Known and unknown day ranges."""
    known = st.tuples(_DAYS, _DAYS).map(
        lambda d: records.DayRange(earliest=min(d), latest=max(d), edtf=f"{min(d)}/{max(d)}")
    )
    return known | st.just(records.DayRange(earliest=None, latest=None, edtf="XXXX-12-04"))


def any_record(kind: type) -> st.SearchStrategy[Any]:
    """Records of that kind, every field drawn by its annotation."""
    if kind is records.Span:
        return spans()
    if kind is records.DayRange:
        return day_ranges()
    hints = typing.get_type_hints(kind)
    drawn = {name: _value(hint) for name, hint in hints.items()}
    if kind is records.Verdict:
        drawn["reasons"] = st.lists(any_record(records.Reason), min_size=1, max_size=2).map(tuple)
        drawn["weights"] = st.lists(any_record(records.Weight), min_size=1, max_size=2).map(tuple)
    return st.builds(kind, **drawn)


def _value(hint: Any) -> st.SearchStrategy[Any]:
    args = typing.get_args(hint)
    if type(None) in args:
        return st.none() | _value(typing.Union[tuple(a for a in args if a is not type(None))])  # noqa: UP007
    if hint == records.Proposition:
        return st.one_of([any_record(kind) for kind in args])
    if typing.get_origin(hint) is tuple:
        if args[-1] is Ellipsis:
            return st.lists(_value(args[0]), max_size=2).map(tuple)
        return st.tuples(*[_value(a) for a in args])
    if is_dataclass(hint):
        return any_record(typing.cast(type, hint))
    simple: dict[Any, st.SearchStrategy[Any]] = {
        str: _TEXT,
        int: st.integers(0, 10**6),
        float: st.floats(-180, 180),
        bool: st.booleans(),
        date: _DAYS,
        datetime: st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2090, 1, 1)).map(  # noqa: DTZ001
            lambda d: d.replace(tzinfo=UTC)
        ),
    }
    return simple[hint] if hint in simple else st.sampled_from(list(hint))
