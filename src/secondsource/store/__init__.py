"""store: one case in one database: what came in and what people decided, append-only.

All else is derived by the stages and can be thrown away. Must not know: any stage.
"""

from secondsource.store.case import Case, create_case, open_case
from secondsource.store.entries import Failure, Forgotten, Hit, HitKind, Reading, Run
from secondsource.store.event_rows import Export, ReadRow, RowCounts, RowInForce

__all__ = [
    "Case",
    "Export",
    "Failure",
    "Forgotten",
    "Hit",
    "HitKind",
    "ReadRow",
    "Reading",
    "RowCounts",
    "RowInForce",
    "Run",
    "create_case",
    "open_case",
]
