"""changes: two derivations of a case in, what differs between them out; and whose rate or targets shifted, by day.

`compare(before, after)` lays them side by side, `find_shifts(evidence, claims, documents)` looks for change points.
Must not know: why the two differ (another day, another judgement, an outlet left out).
"""

from secondsource.weigh.changes.choices import ChoiceChange, find_choice_change
from secondsource.weigh.changes.differences import (
    LEAST_MOVE,
    ClaimChange,
    Difference,
    TieChange,
    VerdictChange,
    compare,
)
from secondsource.weigh.changes.poisson import CLEAR_ODDS, RateChange, find_rate_change, split_odds
from secondsource.weigh.changes.shifts import (
    Answer,
    Basis,
    Matter,
    Part,
    Shift,
    find_shifts,
    odds_by_documents,
)

__all__ = [
    "CLEAR_ODDS",
    "LEAST_MOVE",
    "Answer",
    "Basis",
    "ChoiceChange",
    "ClaimChange",
    "Difference",
    "Matter",
    "Part",
    "RateChange",
    "Shift",
    "TieChange",
    "VerdictChange",
    "compare",
    "find_choice_change",
    "find_rate_change",
    "find_shifts",
    "odds_by_documents",
    "split_odds",
]
