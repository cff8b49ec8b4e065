"""What came in and what people decided: the append-only tables, their guards and the full-text indexes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from secondsource.store import sqlite

revision = "0001"
down_revision = None

_NEVER_CHANGED = ("judgement", "place_entry", "run", "run_end", "failure", "forgotten")


def upgrade() -> None:
    """Makes the kept tables."""
    _make_documents()
    _make_readings()
    _make_decisions()
    _make_runs()
    if op.get_bind().dialect.name == "sqlite":
        _make_guards()


def _make_documents() -> None:
    op.create_table(
        "case_info",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )
    op.create_table(
        "raw",
        sa.Column("sha256", sa.Text, primary_key=True),
        sa.Column("size_bytes", sa.Integer, nullable=False),
        sa.Column("bytes", sa.LargeBinary),
    )
    op.create_table(
        "document",
        sa.Column("n", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("raw_sha256", sa.Text, sa.ForeignKey("raw.sha256"), nullable=False, index=True),
        sa.Column("outlet", sa.Text, index=True),
        sa.Column("language", sa.Text),
        sa.Column("known_on", sa.Date, nullable=False, index=True),
        sa.Column("title", sa.Text),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "forgotten",
        sa.Column("document_id", sa.Text, primary_key=True),
        sa.Column("raw_sha256", sa.Text, sa.ForeignKey("raw.sha256"), nullable=False, index=True),
        sa.Column("forgotten_at", sa.DateTime, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
    )


def _make_readings() -> None:
    op.create_table(
        "reading",
        sa.Column("n", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("document_id", sa.Text, sa.ForeignKey("document.id"), nullable=False),
        sa.Column("reader", sa.Text, nullable=False),
        sa.Column("reader_version", sa.Text, nullable=False),
        sa.Column("statement_count", sa.Integer),
        sa.Column("reason", sa.Text),
        sa.UniqueConstraint("document_id", "reader", "reader_version"),
        sa.CheckConstraint("(statement_count IS NULL) <> (reason IS NULL)", name="read_or_reason"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "statement",
        sa.Column("n", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("reading_n", sa.Integer, sa.ForeignKey("reading.n"), nullable=False, index=True),
        sa.Column("document_id", sa.Text, sa.ForeignKey("document.id"), nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("stance", sa.Text, nullable=False),
        sa.Column("reader", sa.Text, nullable=False),
        sa.Column("reader_version", sa.Text, nullable=False),
        sa.Column("start_at", sa.Integer, nullable=False),
        sa.Column("end_at", sa.Integer, nullable=False),
        sa.Column("quote", sa.Text, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("statement_in_text", "statement", ["document_id", "start_at", "end_at", "id"])


def _make_decisions() -> None:
    op.create_table(
        "judgement",
        sa.Column("n", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("made_at", sa.DateTime, nullable=False, index=True),
        sa.Column("record", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "place_entry",
        sa.Column("n", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("place_id", sa.Text, nullable=False, index=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
        sa.Column("names", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )


def _make_runs() -> None:
    op.create_table(
        "run",
        sa.Column("n", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("command", sa.Text, nullable=False),
        sa.Column("version", sa.Text, nullable=False),
        sa.Column("started", sa.DateTime, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "run_end",
        sa.Column("run_n", sa.Integer, sa.ForeignKey("run.n"), primary_key=True, autoincrement=False),
        sa.Column("ended", sa.DateTime, nullable=False),
        sa.Column("counts", sa.Text, nullable=False),
    )
    op.create_table(
        "failure",
        sa.Column("n", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("run_n", sa.Integer, sa.ForeignKey("run.n"), index=True),
        sa.Column("failed_at", sa.DateTime, nullable=False),
        sa.Column("path", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )


def _make_guards() -> None:
    forgotten = sqlite.OF_FORGOTTEN_DOCUMENT
    steps = [
        *sqlite.guard("raw", on_update=sqlite.BYTES_OF_FORGOTTEN),
        *sqlite.guard("document", unless=forgotten.format(column="id")),
        *sqlite.guard("reading", unless=forgotten.format(column="document_id")),
        *sqlite.guard("statement", unless=forgotten.format(column="document_id")),
        *sqlite.full_text("document", "title", "text"),
        *sqlite.full_text("statement", "quote"),
    ]
    for table in _NEVER_CHANGED:
        steps.extend(sqlite.guard(table))
    for step in steps:
        op.execute(step)
