"""The tables of a case, as SQLAlchemy sees them; the migrations make them, and a test holds the two together.

Kept tables are append-only. Derived tables have the columns one asks by, and the whole record as canonical
JSON (docs/decisions/0003-one-file-case.md). `n` is the order of arrival and never leaves the store.
"""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

HEAD = "0005"
"""The newest schema revision: a constant, so that opening a case that is up to date loads no Alembic."""

metadata = MetaData()


def _number() -> Column[int]:
    return Column("n", Integer, primary_key=True, autoincrement=True)


# --- kept -------------------------------------------------------------------------------------------------

case_info = Table(
    "case_info",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

raw = Table(
    "raw",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("size_bytes", Integer, nullable=False),
    # zlib; NULL once a document made of these bytes was forgotten
    Column("bytes", LargeBinary),
)

document = Table(
    "document",
    metadata,
    _number(),
    Column("id", Text, nullable=False, unique=True),
    Column("raw_sha256", Text, ForeignKey("raw.sha256"), nullable=False, index=True),
    Column("outlet", Text, index=True),
    Column("language", Text),
    # the last day of publication, else the day of collection: by then it was public
    Column("known_on", Date, nullable=False, index=True),
    Column("title", Text),
    Column("text", Text, nullable=False),
    # all fields but the text
    Column("record", Text, nullable=False),
    sqlite_autoincrement=True,
)

reading = Table(
    "reading",
    metadata,
    _number(),
    Column("document_id", Text, ForeignKey("document.id"), nullable=False),
    Column("reader", Text, nullable=False),
    Column("reader_version", Text, nullable=False),
    Column("statement_count", Integer),
    Column("reason", Text),
    UniqueConstraint("document_id", "reader", "reader_version"),
    CheckConstraint("(statement_count IS NULL) <> (reason IS NULL)", name="read_or_reason"),
    sqlite_autoincrement=True,
)

statement = Table(
    "statement",
    metadata,
    _number(),
    Column("id", Text, nullable=False, unique=True),
    Column("reading_n", Integer, ForeignKey("reading.n"), nullable=False, index=True),
    Column("document_id", Text, ForeignKey("document.id"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("stance", Text, nullable=False),
    Column("reader", Text, nullable=False),
    Column("reader_version", Text, nullable=False),
    Column("start_at", Integer, nullable=False),
    Column("end_at", Integer, nullable=False),
    # the words of the span, so that one can search and read them without the document
    Column("quote", Text, nullable=False),
    Column("record", Text, nullable=False),
    Index("statement_in_text", "document_id", "start_at", "end_at", "id"),
    sqlite_autoincrement=True,
)

judgement = Table(
    "judgement",
    metadata,
    _number(),
    Column("id", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("made_at", DateTime, nullable=False, index=True),
    Column("record", Text, nullable=False),
    sqlite_autoincrement=True,
)

place_entry = Table(
    "place_entry",
    metadata,
    _number(),
    Column("id", Text, nullable=False, unique=True),
    Column("place_id", Text, nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("record", Text, nullable=False),
    Column("names", Text, nullable=False),
    sqlite_autoincrement=True,
)

actor_entry = Table(
    "actor_entry",
    metadata,
    _number(),
    Column("id", Text, nullable=False, unique=True),
    Column("key", Text, nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("record", Text, nullable=False),
    sqlite_autoincrement=True,
)

# Each import of a data set adds the rows that it changed: the last state of a row holds. Without a document the row
# was withdrawn. `export` is the hash of the file that did it, `file` its name, `known_on` the day by which it was
# public.
row_state = Table(
    "row_state",
    metadata,
    _number(),
    Column("data_set", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("document_id", Text),
    Column("export", Text, nullable=False),
    Column("file", Text, nullable=False),
    Column("country", Text),
    Column("kind", Text),
    Column("day", Date),
    Column("known_on", Date, nullable=False),
    Index("row_state_of", "name", "key", "n"),
    sqlite_autoincrement=True,
)

run = Table(
    "run",
    metadata,
    _number(),
    Column("command", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("started", DateTime, nullable=False),
    sqlite_autoincrement=True,
)

# The end of a run is a row of its own, so that no run is ever changed; a run without one was cut off.
run_end = Table(
    "run_end",
    metadata,
    Column("run_n", Integer, ForeignKey("run.n"), primary_key=True, autoincrement=False),
    Column("ended", DateTime, nullable=False),
    Column("counts", Text, nullable=False),
)

failure = Table(
    "failure",
    metadata,
    _number(),
    Column("run_n", Integer, ForeignKey("run.n"), index=True),
    Column("failed_at", DateTime, nullable=False),
    Column("path", Text, nullable=False),
    Column("reason", Text, nullable=False),
    sqlite_autoincrement=True,
)

# No foreign key to document: the row there is what goes.
forgotten = Table(
    "forgotten",
    metadata,
    Column("document_id", Text, primary_key=True),
    Column("raw_sha256", Text, ForeignKey("raw.sha256"), nullable=False, index=True),
    Column("forgotten_at", DateTime, nullable=False),
    Column("why", Text, nullable=False),
    Column("who", Text, nullable=False),
)

KEPT = (
    raw,
    document,
    reading,
    statement,
    judgement,
    place_entry,
    actor_entry,
    row_state,
    run,
    run_end,
    failure,
    forgotten,
)

# --- derived ----------------------------------------------------------------------------------------------


def _derived(name: str, *keys: str) -> Table:
    """A table of records with columns for the fields that one asks by; the first is indexed."""
    return Table(
        name,
        metadata,
        Column("n", Integer, primary_key=True, autoincrement=False),
        *(Column(key, Text, nullable=False, index=position == 0) for position, key in enumerate(keys)),
        Column("record", Text, nullable=False),
    )


actor = _derived("actor", "id", "name")
alias = _derived("alias", "actor_id", "name")
resolved_statement = _derived("resolved_statement", "id", "document_id")
copy_family = _derived("copy_family", "id")
incident = _derived("incident", "id")
family = _derived("family", "incident_id", "id")
claim = _derived("claim", "id", "claimant_id", "incident_id")
verdict = _derived("verdict", "claim_id", "side", "name")
tie_case = _derived("tie_case", "id", "from_id", "relation", "to_id")
front_indicator = _derived("front_indicator", "actor_id", "sign")
reliability = _derived("reliability", "outlet")
