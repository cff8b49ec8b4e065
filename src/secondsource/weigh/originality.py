"""How often each outlet tells of events in its own voice, and how often it repeats others, in one case."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from secondsource.match.outlets import MEDIA_KINDS
from secondsource.records import ResolvedStatement
from secondsource.weigh.evidence import Evidence, is_event


@dataclass(frozen=True, slots=True, kw_only=True)
class Habit:
    """Documents of an outlet that tell of events in its own voice, and those with another's words or by its name.

    `first` are those of its own that nobody was before, by day.
    """

    own: int
    first: int
    repeated: int

    def own_share(self, hidden: float) -> float:
        """What is left of its own news if for each one repeated there are `hidden` of which nothing shows it.

        >>> Habit(own=10, first=5, repeated=40).own_share(0.05)
        0.8
        """
        return max(0.0, 1 - hidden * self.repeated / self.own) if self.own else 1.0


def find_habits(evidence: Evidence) -> dict[str, Habit]:
    """The habits of all outlets, by the key of their origin."""
    copied = evidence.known.repeats.document
    first_days = _first_days(evidence)
    counts: dict[str, Counter[str]] = {}
    for document_id, items in evidence.by_document.items():
        events = [s for s in items if is_event(s)]
        count = counts.setdefault(evidence.outlet(document_id).key, Counter())
        if any(_is_repeated(s, copied) for s in events):
            count["repeated"] += 1
        elif own := [s for s in events if not s.statement.chain]:
            count["own"] += 1
            count["first"] += all(_day(s) <= first_days[evidence.incident_of[s.statement.id]] for s in own)
    return {
        key: Habit(own=c["own"], first=c["first"], repeated=c["repeated"])
        for key, c in sorted(counts.items())
    }


def _is_repeated(item: ResolvedStatement, copied: Mapping[str, str]) -> bool:
    return item.statement.id in copied or any(h.kind in MEDIA_KINDS for h in item.statement.chain)


def _first_days(evidence: Evidence) -> dict[str, date]:
    """The day on which each incident was first told of."""
    return {
        i.id: min((_day(evidence.statements[s]) for s in evidence.told_of(i.id)), default=date.max)
        for i in evidence.incidents
    }


def _day(item: ResolvedStatement) -> date:
    return item.known.earliest if item.known and item.known.earliest else date.max
