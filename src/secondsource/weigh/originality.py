"""How often each outlet tells of events in its own voice, and how often it repeats others, in one case."""

from __future__ import annotations

from dataclasses import dataclass

from secondsource.match.outlets import MEDIA_KINDS
from secondsource.weigh.evidence import Evidence, is_event


@dataclass(frozen=True, slots=True, kw_only=True)
class Habit:
    """Documents of an outlet that tell of events in its own voice, and those with another's words or by its name."""

    own: int
    repeated: int

    def own_share(self, hidden: float) -> float:
        """What is left of its own news if for each one repeated there are `hidden` of which nothing shows it.

        >>> Habit(own=10, repeated=40).own_share(0.05)
        0.8
        """
        return max(0.0, 1 - hidden * self.repeated / self.own) if self.own else 1.0


def find_habits(evidence: Evidence) -> dict[str, Habit]:
    """The habits of all outlets, by the key of their origin."""
    copied = evidence.known.repeats.document
    counts: dict[str, list[int]] = {}
    for document_id, items in evidence.by_document.items():
        events = [s for s in items if is_event(s)]
        repeats = [
            s.statement.id in copied or any(h.kind in MEDIA_KINDS for h in s.statement.chain) for s in events
        ]
        speaks = any(not s.statement.chain for s in events)
        if any(repeats) or speaks:
            own, repeated = counts.setdefault(evidence.outlet(document_id).key, [0, 0])
            counts[evidence.outlet(document_id).key] = (
                [own, repeated + 1] if any(repeats) else [own + 1, repeated]
            )
    return {key: Habit(own=own, repeated=repeated) for key, (own, repeated) in sorted(counts.items())}
