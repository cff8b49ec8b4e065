"""Records to JSON and Arrow and back, by the same field names; and the one hashing function for ids.

A field whose Python name ends in an underscore (`from_`) loses it outside. A proposition is a struct with one
child a kind, of which one is set.
"""

from __future__ import annotations

import hashlib
import json
import types
import typing
from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from enum import Enum
from functools import cache
from typing import Any, TypeVar

import pyarrow as pa

from secondsource import records

T = TypeVar("T")
_AS_THEY_ARE = frozenset({str, int, float, bool, type(None)})
_PROPOSITIONS: dict[str, type] = {t.__name__.lower(): t for t in typing.get_args(records.Proposition)}


def content_id(prefix: str, *parts: Any) -> str:
    """An id that depends on nothing but its parts (records, plain values, tuples): `prefix:32 hex digits`."""
    return f"{prefix}:{hashlib.sha256(canonical_json(parts)).hexdigest()[:32]}"


def canonical_json(value: Any) -> bytes:
    """The same bytes for equal values: sorted keys, no blanks, UTF-8."""
    return json.dumps(to_plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    )


def to_plain(value: Any) -> Any:
    """A record as dicts, lists, strings and numbers; days in ISO 8601, moments in UTC."""
    return _encoder(value.__class__)(value)


def from_plain(kind: type[T], plain: Any) -> T:
    """The record of that kind which `to_plain` would turn into `plain`. Raises KeyError, TypeError, ValueError."""
    return typing.cast(T, _decoder(typing.cast(Any, kind))(plain))


def arrow_schema(kind: type) -> pa.Schema:
    """The Arrow schema of a record kind: one column a field."""
    return pa.schema([pa.field(_outside(name), _arrow(hint)) for name, hint in _hints(kind).items()])


def to_table(kind: type, items: Iterable[Any]) -> pa.Table:
    """Records as an Arrow table, in the order given."""
    return pa.Table.from_pylist([_for_arrow(i) for i in items], schema=arrow_schema(kind))


def from_table(kind: type[T], table: pa.Table) -> list[T]:
    """The records of a table that `to_table` made."""
    return [from_plain(kind, row) for row in table.to_pylist()]


@cache
def _encoder(kind: type) -> Callable[[Any], Any]:
    """What `to_plain` does with values of a type; found once a type, since records are many and their types few."""
    if issubclass(kind, Enum):
        return lambda value: value.value
    if issubclass(kind, datetime):
        return lambda value: value.astimezone(UTC).isoformat()
    if issubclass(kind, date):
        return lambda value: value.isoformat()
    if issubclass(kind, tuple | list):
        return lambda value: [to_plain(v) for v in value]
    if not is_dataclass(kind):
        return lambda value: value
    names = [(name, _outside(name)) for name in _hints(kind)]
    if kind in _PROPOSITIONS.values():
        tag = kind.__name__.lower()
        return lambda value: {tag: _fields_to_plain(value, names)}
    return lambda value: _fields_to_plain(value, names)


def _fields_to_plain(value: Any, names: list[tuple[str, str]]) -> dict[str, Any]:
    told = ((out, getattr(value, name)) for name, out in names)
    return {out: v if v.__class__ in _AS_THEY_ARE else to_plain(v) for out, v in told}


def _for_arrow(value: Any) -> Any:
    """`to_plain`, but days and moments stay what they are and (key, value) pairs become structs."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_for_arrow(v) for v in value]
    if is_dataclass(value) and not isinstance(value, type):
        plain = {_outside(f): _for_arrow(getattr(value, f)) for f in _hints(type(value))}
        return {type(value).__name__.lower(): plain} if type(value) in _PROPOSITIONS.values() else plain
    return value


@cache
def _decoder(hint: Any) -> Callable[[Any], Any]:
    """What makes a value of a type hint out of plain ones; found once a hint. Raises as `from_plain` does."""
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if hint == records.Proposition:
        return _proposition
    if origin in (typing.Union, types.UnionType):
        inner = next(a for a in args if a is not type(None))
        return lambda plain: None if plain is None else _decoder(inner)(plain)
    if origin is tuple:
        if args[-1] is Ellipsis:
            return lambda plain: tuple(map(_decoder(args[0]), plain))
        return lambda plain: tuple(_decoder(a)(p) for a, p in zip(args, plain, strict=True))
    if is_dataclass(hint):
        return _record_decoder(typing.cast(type, hint))
    if hint is datetime:
        return lambda plain: plain if isinstance(plain, datetime) else datetime.fromisoformat(plain)
    if hint is date:
        return lambda plain: plain if isinstance(plain, date) else date.fromisoformat(plain)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    return lambda plain: _checked(hint, plain)


def _proposition(plain: Any) -> Any:
    name, body = next((k, v) for k, v in plain.items() if v is not None)
    return _decoder(_PROPOSITIONS[name])(body)


def _record_decoder(kind: type) -> Callable[[Any], Any]:
    """A field that was added since the record was stored takes its default; without one that is a TypeError."""
    parts = [(name, _outside(name), _decoder(hint)) for name, hint in _hints(kind).items()]
    return lambda plain: kind(**{name: decode(plain[out]) for name, out, decode in parts if out in plain})


def _checked(hint: Any, plain: Any) -> Any:
    if not isinstance(plain, hint) and not (hint is float and isinstance(plain, int)):
        raise TypeError(f"expected {hint.__name__}, found {type(plain).__name__}")
    return plain


def _arrow(hint: Any) -> pa.DataType:
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if hint == records.Proposition:
        return pa.struct([pa.field(name, _arrow(kind)) for name, kind in _PROPOSITIONS.items()])
    if origin in (typing.Union, types.UnionType):
        return _arrow(next(a for a in args if a is not type(None)))
    if origin is tuple:
        return pa.list_(_arrow(args[0]))
    if is_dataclass(hint):
        return pa.struct(
            [pa.field(_outside(n), _arrow(h)) for n, h in _hints(typing.cast(type, hint)).items()]
        )
    if isinstance(hint, type) and issubclass(hint, Enum):
        return pa.string()
    return {
        str: pa.string(),
        int: pa.int64(),
        float: pa.float64(),
        bool: pa.bool_(),
        datetime: pa.timestamp("us", tz="UTC"),
        date: pa.date32(),
    }[hint]


@cache
def _hints(kind: type) -> dict[str, Any]:
    hints = typing.get_type_hints(kind)
    return {f.name: hints[f.name] for f in fields(kind)}


def _outside(name: str) -> str:
    return name.rstrip("_")
