"""The user's own list of actors: kept like the places, never changed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from secondsource.store import sqlite

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Makes the table of listed actors."""
    op.create_table(
        "actor_entry",
        sa.Column("n", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("key", sa.Text, nullable=False, index=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )
    if op.get_bind().dialect.name == "sqlite":
        for step in sqlite.guard("actor_entry"):
            op.execute(step)
