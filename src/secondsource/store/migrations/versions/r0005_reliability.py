"""What a case lets learn of its outlets: one more derived table."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Makes the table."""
    op.create_table(
        "reliability",
        sa.Column("n", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("outlet", sa.Text, nullable=False, index=True),
        sa.Column("record", sa.Text, nullable=False),
    )
