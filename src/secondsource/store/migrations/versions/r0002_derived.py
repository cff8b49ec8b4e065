"""What follows from the kept tables: one table a tuple of `records.Derived`, replaced as a whole."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_TABLES = {
    "actor": ("id", "name"),
    "alias": ("actor_id", "name"),
    "resolved_statement": ("id", "document_id"),
    "copy_family": ("id",),
    "incident": ("id",),
    "family": ("incident_id", "id"),
    "claim": ("id", "claimant_id", "incident_id"),
    "verdict": ("claim_id", "side", "name"),
    "tie_case": ("id", "from_id", "relation", "to_id"),
    "front_indicator": ("actor_id", "sign"),
}


def upgrade() -> None:
    """Makes the derived tables."""
    for name, keys in _TABLES.items():
        op.create_table(
            name,
            sa.Column("n", sa.Integer, primary_key=True, autoincrement=False),
            *(sa.Column(key, sa.Text, nullable=False, index=i == 0) for i, key in enumerate(keys)),
            sa.Column("record", sa.Text, nullable=False),
        )
