"""What the reader for a document's language, or for rows of data sets, finds in it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from secondsource import __version__
from secondsource.read import Reader, find_reader, readers
from secondsource.read.english import EnglishReader
from secondsource.read.records import reader as record_reader
from secondsource.read.records import why_not
from secondsource.records import Document, Statement

NO_READER = "none"
"""The reader's name in the reading of a document in a language that nobody reads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a reader found in one document; `not_read` says why there is none."""

    document_id: str
    reader: str
    reader_version: str
    statements: tuple[Statement, ...]
    not_read: str | None = None


def reader_of(document: Document, model: str | None = None) -> tuple[str, str]:
    """Name and version of the reader that the document is for; ("none", our version) where there is none."""
    reader = _reader_for(document, model)
    return (reader.name, reader.version) if reader else (NO_READER, __version__)


def current_readers(model: str | None = None) -> tuple[tuple[str, str], ...]:
    """Name and version of every reader that there is today, and of having none."""
    found = [replace(r, model=model) if model and isinstance(r, EnglishReader) else r for r in readers()]
    return (*((r.name, r.version) for r in found), (NO_READER, __version__))


def read_document(document: Document, model: str | None = None) -> Reading:
    """What the reader for the document's language finds in it, or that there is no reader. In this process,
    without limits.

    `model` names another installed English pipeline. Raises NotFoundError if it isn't installed.
    """
    reader = _reader_for(document, model)
    if reader is None:
        return not_read(
            document, model, f"no reader for {document.language or 'a language that could not be told'}"
        )
    return Reading(
        document_id=document.id,
        reader=reader.name,
        reader_version=reader.version,
        statements=reader.read(document),
    )


def read_row(document: Document) -> Reading:
    """What a row of a data set says, or why it says nothing that is followed here."""
    try:
        statements = record_reader.read(document)
        return Reading(
            document_id=document.id,
            reader=record_reader.name,
            reader_version=record_reader.version,
            statements=statements,
            not_read=None if statements else why_not(document) or "tells of no event",
        )
    except Exception as error:  # noqa: BLE001 - whatever a row makes the reader raise is this row's failure alone
        return not_read(document, None, f"the reader failed ({type(error).__name__}); please report that")


def not_read(document: Document, model: str | None, why: str) -> Reading:
    """The reading of a document that was not read."""
    name, version = reader_of(document, model)
    return Reading(document_id=document.id, reader=name, reader_version=version, statements=(), not_read=why)


def _reader_for(document: Document, model: str | None) -> Reader | None:
    if document.row is not None:
        return record_reader
    reader = find_reader(document.language)
    return replace(reader, model=model) if model and isinstance(reader, EnglishReader) else reader
