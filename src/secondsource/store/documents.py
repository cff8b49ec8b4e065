"""Documents of a case: kept with their bytes in one transaction, read back in order of their ids."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Column, Connection, Select, and_, exists, or_, select

from secondsource.errors import NotFoundError, SecondSourceError, UnreadableError
from secondsource.judgements import rejected_ids
from secondsource.records import Document
from secondsource.store import judgements, rows
from secondsource.store.database import Database
from secondsource.store.row_states import AT_ONCE, superseded_ids
from secondsource.store.tables import document, forgotten, raw, reading

# Documents are fetched in batches, each its own short transaction, so that a loop over them may write.
_BATCH = 200


def has_document(database: Database, document_id: str) -> bool:
    """True if the case holds the document, or once held it and was told to forget it."""
    with database.read() as connection:
        return _is_known(connection, document_id)


def add_document(database: Database, added: Document, raw_bytes: bytes) -> bool:
    """Keeps a document with its bytes and its words in the index, all or nothing; False if it is known."""
    made = new_rows(added, raw_bytes)
    with database.write() as connection:
        if _is_known(connection, added.id):
            return False
        insert_documents(connection, [made])
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRows:
    """The rows of a document that is to be kept: its own, and that of its bytes."""

    document: rows.Row
    raw: rows.Row


def new_rows(added: Document, raw_bytes: bytes) -> NewRows:
    """The rows of a document with its bytes, packed. Raises UnreadableError for a text that no database takes."""
    if rows.has_surrogates(added.text):
        raise UnreadableError(
            added.path or added.id,
            "its text holds half a character (a lone surrogate), so nothing of it was kept.",
            "Save it as UTF-8 and add that.",
        )
    packed = {"sha256": added.raw_sha256, "size_bytes": len(raw_bytes), "bytes": zlib.compress(raw_bytes)}
    return NewRows(document=rows.document_row(added), raw=packed)


def insert_documents(connection: Connection, made: Sequence[NewRows]) -> None:
    """Keeps documents that aren't known, and those of their bytes that aren't, within a transaction."""
    by_hash = {m.raw["sha256"]: m.raw for m in made}
    held = known_values(connection, raw.c.sha256, by_hash)
    if fresh := [by_hash[h] for h in by_hash if h not in held]:
        connection.execute(raw.insert(), fresh)
    if made:
        connection.execute(document.insert(), [m.document for m in made])


def known_values(connection: Connection, column: Column[str], wanted: Iterable[str]) -> set[str]:
    """Those of the values that stand in a column."""
    values, found = sorted(wanted), set[str]()
    for at in range(0, len(values), AT_ONCE):
        query = select(column).where(column.in_(values[at : at + AT_ONCE]))
        found.update(connection.execute(query).scalars())
    return found


def get_document(database: Database, document_id: str) -> Document:
    """One document, withdrawn or not. Raises NotFoundError."""
    with database.read() as connection:
        row = connection.execute(select(document).where(document.c.id == document_id)).mappings().first()
        if row is not None:
            return rows.document_from(row)
        gone = connection.execute(select(forgotten).where(forgotten.c.document_id == document_id)).first()
    if gone is not None:
        day = gone.forgotten_at.date().isoformat()
        raise NotFoundError(document_id, f"was forgotten on {day} by {gone.who}: {gone.why}")
    raise NotFoundError(
        document_id, f"no such document in {database.path.name}.", "`secondsource sources` lists them."
    )


def get_raw(database: Database, sha256: str) -> bytes | None:
    """The bytes with that hash, as collected; None if they were forgotten. Raises NotFoundError."""
    with database.read() as connection:
        found = connection.execute(select(raw.c.bytes).where(raw.c.sha256 == sha256)).first()
    if found is None:
        raise NotFoundError(sha256, f"no bytes with this hash in {database.path.name}.")
    return zlib.decompress(found.bytes) if found.bytes is not None else None


def list_documents(database: Database, *, as_of: date | None, include_withdrawn: bool) -> Iterator[Document]:
    """Documents in order of their ids; with `as_of` those that were public by the end of that day."""
    query = select(document)
    if as_of is not None:
        query = query.where(document.c.known_on <= as_of)
    withdrawn = frozenset() if include_withdrawn else withdrawn_ids(database, as_of)
    return _in_batches(database, query, withdrawn)


def list_unread(database: Database, readers: Collection[tuple[str, str]]) -> Iterator[Document]:
    """Documents in force that none of these readers (name and version) has read or given a reason not to."""
    by_one = or_(*(and_(reading.c.reader == r, reading.c.reader_version == v) for r, v in sorted(readers)))
    is_read = exists().where(and_(reading.c.document_id == document.c.id, by_one))
    return _in_batches(database, select(document).where(~is_read), withdrawn_ids(database))


def withdrawn_ids(database: Database, as_of: date | None = None) -> frozenset[str]:
    """Ids that a judgement rejects, those of withdrawn documents among them; and rows of data sets that a later
    import changed or dropped, with `as_of` by that day."""
    return rejected_ids(judgements.list_judgements(database)) | superseded_ids(database, as_of)


def ids_in_force(database: Database, as_of: date | None = None) -> tuple[str, ...]:
    """Ids of the documents that aren't withdrawn, sorted; cheap beside the documents themselves."""
    withdrawn = withdrawn_ids(database, as_of)
    query = select(document.c.id).order_by(document.c.id)
    if as_of is not None:
        query = query.where(document.c.known_on <= as_of)
    with database.read() as connection:
        return tuple(i for i in connection.execute(query).scalars() if i not in withdrawn)


def require_case_holds(connection: Connection, document_id: str) -> str:
    """The text of a document. Raises SecondSourceError if the case doesn't hold it."""
    words = connection.execute(select(document.c.text).where(document.c.id == document_id)).scalar()
    if words is None:
        raise SecondSourceError(document_id, "isn't in this case, so nothing about it was kept.")
    return str(words)


def _is_known(connection: Connection, document_id: str) -> bool:
    held = exists().where(document.c.id == document_id)
    gone = exists().where(forgotten.c.document_id == document_id)
    return bool(connection.execute(select(held | gone)).scalar())


def _in_batches(
    database: Database, query: Select[tuple[object, ...]], left_out: frozenset[str]
) -> Iterator[Document]:
    last = ""
    while True:
        with database.read() as connection:
            batch = query.where(document.c.id > last).order_by(document.c.id).limit(_BATCH)
            found = connection.execute(batch).mappings().all()
        for row in found:
            if row["id"] not in left_out:
                yield rows.document_from(row)
        if len(found) < _BATCH:
            return
        last = found[-1]["id"]
