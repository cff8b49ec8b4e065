"""Rows of data sets as documents, as the import writes them, for the tests of their reader."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from secondsource.read.records import reader
from secondsource.records import DataSet, Document, Event, RowKey, Statement

NAMES = {
    DataSet.UCDP_GED: "UCDP GED",
    DataSet.ACLED: "ACLED",
    DataSet.GTD: "GTD",
    DataSet.GDELT: "GDELT",
    DataSet.EVENT_RECORDS: "Sorna Incidents",
}


def row_document(
    data_set: DataSet, cells: Mapping[str, str] | Iterable[tuple[str, str]], key: str = "17"
) -> Document:
    """The document of a row with these columns; empty ones are left out, blanks folded."""
    pairs = cells.items() if isinstance(cells, Mapping) else cells
    lines = [f"{column}: {' '.join(value.split())}" for column, value in pairs if value.strip()]
    return text_document(data_set, "\n".join([f"{NAMES[data_set]} {key}", *lines]), key)


def text_document(data_set: DataSet, text: str, key: str = "17") -> Document:
    """A document of that text that is said to be a row."""
    name = NAMES[data_set]
    return Document(
        id="sha256:row",
        raw_sha256="row",
        path=None,
        outlet=name,
        url=None,
        title=None,
        author=None,
        published=None,
        published_from=None,
        collected_at=datetime(2024, 1, 1, tzinfo=UTC),
        media_type="text/csv",
        language=None,
        text=text,
        row=RowKey(data_set=data_set, name=name, key=key),
    )


def read_row(data_set: DataSet, cells: Mapping[str, str]) -> tuple[Statement, ...]:
    """The statements of a row."""
    return reader.read(row_document(data_set, cells))


def event_in(data_set: DataSet, cells: Mapping[str, str]) -> Event:
    """The event that the first statement of a row tells."""
    event = read_row(data_set, cells)[0].proposition
    assert isinstance(event, Event)
    return event


def chain_of(statement: Statement) -> list[tuple[str, str]]:
    """The holders behind the data set as (kind, name), outermost first."""
    return [(h.kind.value, h.name) for h in statement.chain[1:]]


def chains_in(data_set: DataSet, cells: Mapping[str, str]) -> list[list[tuple[str, str]]]:
    """The chains of all statements of a row."""
    return [chain_of(s) for s in read_row(data_set, cells)]
