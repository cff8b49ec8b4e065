"""Which data set a table is of, told by the names of its columns."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from secondsource.records import DataSet


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The columns of a data set that collecting looks at; all others are kept and not looked at.

    `columns` and `mentions` are those of files without a header, in order.
    """

    data_set: DataSet
    name: str
    signature: frozenset[str]
    key: str
    country: str
    kind: str
    day: tuple[str, ...]
    public: str | None = None
    public_is_unix: bool = False
    columns: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()


@cache
def layouts() -> dict[DataSet, Layout]:
    """The data sets that are known, by kind."""
    file = resources.files("secondsource.collect.event_rows").joinpath("data_sets.toml")
    told = tomllib.loads(file.read_text(encoding="utf-8"))
    return {kind: _layout(kind, told[kind.value]) for kind in DataSet}


def layout_of(columns: Sequence[str]) -> Layout | None:
    """The data set whose columns these are, in any order and case; None if no known one's."""
    folded = {c.casefold() for c in columns}
    return next((x for x in layouts().values() if {s.casefold() for s in x.signature} <= folded), None)


def _layout(kind: DataSet, told: dict[str, object]) -> Layout:
    return Layout(
        data_set=kind,
        name=str(told["name"]),
        signature=frozenset(_names(told["signature"])),
        key=str(told["key"]),
        country=str(told["country"]),
        kind=str(told["kind"]),
        day=_names(told["day"]),
        public=str(told["public"]) if "public" in told else None,
        public_is_unix=told.get("public_is") == "unix",
        columns=_names(told.get("columns", "")),
        mentions=_names(told.get("mentions", "")),
    )


def _names(told: object) -> tuple[str, ...]:
    return (
        tuple(told.split())
        if isinstance(told, str)
        else tuple(map(str, told if isinstance(told, list) else ()))
    )
