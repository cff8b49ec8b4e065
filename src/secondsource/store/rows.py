"""Records as rows and rows as records: the only place that knows which field stands in which column."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeVar

from sqlalchemy import Table

from secondsource import codec
from secondsource.records import (
    Actor,
    Alias,
    Claim,
    CopyFamily,
    Document,
    Family,
    FrontIndicator,
    Incident,
    Judgement,
    KnownActor,
    Place,
    Reliability,
    ResolvedStatement,
    Statement,
    TieCase,
    Verdict,
)
from secondsource.store import tables

T = TypeVar("T")
Row = dict[str, Any]

# File names that are no UTF-8 reach Python as lone surrogates, which no database takes as text.
_SURROGATE = re.compile("[\ud800-\udfff]")


def to_json(value: Any) -> str:
    """Canonical JSON that any database keeps as text; lone surrogates are written as JSON escapes."""
    words = codec.canonical_json(value).decode("utf-8", "surrogatepass")
    return _SURROGATE.sub(lambda found: f"\\u{ord(found.group()):04x}", words)


def from_json(kind: type[T], words: str) -> T:
    """The record that `to_json` wrote."""
    return codec.from_plain(kind, json.loads(words))


def storable(words: str) -> str:
    """The words with lone surrogates shown as escapes, for columns that are only looked at."""
    return words.encode("utf-8", "backslashreplace").decode("utf-8")


def has_surrogates(words: str) -> bool:
    """True if the words hold half a character, which UTF-8 can't carry."""
    return _SURROGATE.search(words) is not None


def moment(at: datetime) -> datetime:
    """A moment as the tables keep it: in UTC, without saying so."""
    return at.astimezone(UTC).replace(tzinfo=None)


def from_moment(at: datetime) -> datetime:
    """The moment that `moment` gave a table."""
    return at.replace(tzinfo=UTC)


def document_row(document: Document) -> Row:
    """A row of `document`; its text stands in a column of its own and not in the record."""
    plain = codec.to_plain(document)
    del plain["text"]
    return {
        "id": document.id,
        "raw_sha256": document.raw_sha256,
        "outlet": storable(document.outlet) if document.outlet is not None else None,
        "language": document.language,
        "known_on": document.known_on,
        "title": storable(document.title) if document.title is not None else None,
        "text": document.text,
        "record": to_json(plain),
    }


def document_from(row: Mapping[Any, Any]) -> Document:
    """The document of a row."""
    return codec.from_plain(Document, {**json.loads(row["record"]), "text": row["text"]})


def statement_row(statement: Statement, reading_n: int, quote: str) -> Row:
    """A row of `statement`."""
    return {
        "id": statement.id,
        "reading_n": reading_n,
        "document_id": statement.document_id,
        "kind": statement.kind,
        "stance": statement.stance.value,
        "reader": statement.reader,
        "reader_version": statement.reader_version,
        "start_at": statement.span.start,
        "end_at": statement.span.end,
        "quote": quote,
        "record": to_json(statement),
    }


def judgement_row(judgement: Judgement) -> Row:
    """A row of `judgement`."""
    return {
        "id": judgement.id,
        "kind": judgement.kind.value,
        "made_at": moment(judgement.at),
        "record": to_json(judgement),
    }


def place_row(place: Place, names: tuple[str, ...]) -> Row:
    """A row of `place_entry`."""
    return {
        "id": codec.content_id("entry", place, names),
        "place_id": place.id,
        "name": storable(place.name),
        "record": to_json(place),
        "names": to_json(names),
    }


def place_from(row: Mapping[Any, Any]) -> tuple[Place, tuple[str, ...]]:
    """The gazetteer entry of a row, with its other names."""
    return from_json(Place, row["record"]), tuple(json.loads(row["names"]))


def known_actor_row(actor: KnownActor) -> Row:
    """A row of `actor_entry`."""
    return {
        "id": codec.content_id("entry", actor),
        "key": storable(actor.key),
        "name": storable(actor.name),
        "record": to_json(actor),
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class DerivedTable:
    """Which field of `records.Derived` stands in which table, and what fills the columns one asks by."""

    field: str
    kind: type
    table: Table
    keys: Callable[[Any], Row]


def _fields(*names: str) -> Callable[[Any], Row]:
    return lambda record: {name: storable(str(getattr(record, name))) for name in names}


def _statement_keys(resolved: ResolvedStatement) -> Row:
    return {"id": resolved.statement.id, "document_id": resolved.statement.document_id}


def _derived(field: str, kind: type, table: Table, *names: str) -> DerivedTable:
    return DerivedTable(field=field, kind=kind, table=table, keys=_fields(*names))


DERIVED = (
    _derived("actors", Actor, tables.actor, "id", "name"),
    _derived("aliases", Alias, tables.alias, "actor_id", "name"),
    DerivedTable(
        field="statements", kind=ResolvedStatement, table=tables.resolved_statement, keys=_statement_keys
    ),
    _derived("copies", CopyFamily, tables.copy_family, "id"),
    _derived("incidents", Incident, tables.incident, "id"),
    _derived("families", Family, tables.family, "incident_id", "id"),
    _derived("claims", Claim, tables.claim, "id", "claimant_id", "incident_id"),
    _derived("verdicts", Verdict, tables.verdict, "claim_id", "side", "name"),
    _derived("ties", TieCase, tables.tie_case, "id", "from_id", "relation", "to_id"),
    _derived("indicators", FrontIndicator, tables.front_indicator, "actor_id", "sign"),
    _derived("reliabilities", Reliability, tables.reliability, "outlet"),
)
