"""Which row of a data set is in force: each import adds what it changed, and nothing is overwritten."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from secondsource.store import sqlite

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Makes the table of the rows' states."""
    op.create_table(
        "row_state",
        sa.Column("n", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("data_set", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("document_id", sa.Text),
        sa.Column("export", sa.Text, nullable=False),
        sa.Column("file", sa.Text, nullable=False),
        sa.Column("country", sa.Text),
        sa.Column("kind", sa.Text),
        sa.Column("day", sa.Date),
        sa.Column("known_on", sa.Date, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("row_state_of", "row_state", ["name", "key", "n"])
    if op.get_bind().dialect.name == "sqlite":
        for step in sqlite.guard("row_state"):
            op.execute(step)
