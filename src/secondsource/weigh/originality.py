"""How often each outlet is the first to tell of an event, and how often it repeats others, in one case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from secondsource.match.outlets import MEDIA_KINDS
from secondsource.records import ResolvedStatement
from secondsource.weigh.evidence import Evidence, is_event


@dataclass(frozen=True, slots=True, kw_only=True)
class Habit:
    """Incidents of which an outlet alone told in its own voice when nobody had on an earlier day; documents with
    others' words or by their name."""

    first: int
    repeated: int

    def own_share(self, hidden: float) -> float:
        """How much of what it tells in its own voice is its own, if `hidden` more is repeated for each that shows.

        Half an event counts as its own beforehand, so that who never repeats is believed whole.

        >>> round(Habit(first=10, repeated=40).own_share(0.2), 2), Habit(first=0, repeated=0).own_share(0.2)
        (0.57, 1.0)
        """
        return (self.first + 0.5) / (self.first + 0.5 + hidden * self.repeated)


class Habits:
    """The habits of all outlets of a case."""

    def __init__(self, evidence: Evidence) -> None:
        copied = evidence.known.repeats.document
        first_days = _first_days(evidence)
        first: dict[str, set[str]] = {}
        self._repeated: dict[str, int] = {}
        for document_id, items in evidence.by_document.items():
            events = [s for s in items if is_event(s)]
            outlet = evidence.outlet(document_id).key
            if any(_is_repeated(s, copied) for s in events):
                self._repeated[outlet] = self._repeated.get(outlet, 0) + 1
                continue
            for item in events:
                incident = evidence.incident_of.get(item.statement.id, "")
                if not item.statement.chain and _day(item) <= first_days.get(incident, date.min):
                    first.setdefault(incident, set()).add(outlet)
        # Of several on one day, some may have it from the others; who was first can't be told.
        self._first: dict[str, set[str]] = {}
        for incident, outlets in first.items():
            if len(outlets) == 1:
                self._first.setdefault(min(outlets), set()).add(incident)

    def elsewhere(self, outlet: str, incident_id: str) -> Habit:
        """An outlet's habit, by the key of its origin; how it was in this incident counts for nothing here."""
        first = self._first.get(outlet, set()) - {incident_id}
        return Habit(first=len(first), repeated=self._repeated.get(outlet, 0))


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
