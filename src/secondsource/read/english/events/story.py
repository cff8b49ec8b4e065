"""What a running report takes for granted: the place, the day, the target and the force it told of last."""

from __future__ import annotations

from dataclasses import dataclass, field

from secondsource.read.english.events.triggers import Trigger
from secondsource.read.english.who.mentions import FoundMention
from secondsource.records import ActorKind, EventType, Mention, PlaceMention, TimeMention

# What one side does to another, again and again, and a running report names only once.
ONE_SIDED = frozenset(
    {
        EventType.AIR_STRIKE,
        EventType.ARREST,
        EventType.SEIZURE,
        EventType.ARMED_CLASH,
        EventType.KILLING,
        EventType.OTHER,
    }
)
_CARRIED = frozenset({EventType.AIR_STRIKE, EventType.ARREST, EventType.SEIZURE})
_ON_REACH = 90


_STATE_SIDE = frozenset({ActorKind.ORGAN, ActorKind.STATE})
# Sentences for which a report's place and day hold on where none is said.
_HOLDS = 8


# An event told, for "these two attacks": type, targets, place, day.
Deed = tuple[EventType, tuple[Mention, ...], PlaceMention | None, TimeMention | None]
TOLD_AGAIN = ONE_SIDED - {EventType.OTHER, EventType.ARREST, EventType.SEIZURE} | {
    EventType.ATTACK,
    EventType.BOMBING,
    EventType.SUICIDE_BOMBING,
    EventType.SHELLING,
    EventType.MISSILE_STRIKE,
    EventType.AMBUSH,
    EventType.ABDUCTION,
}


@dataclass(slots=True)
class Story:
    """What a running report takes for granted: the last place and day of its main event."""

    place: PlaceMention | None = None
    when: TimeMention | None = None
    since: int = 99
    type: EventType | None = None
    on: tuple[Mention, ...] = ()
    doers: tuple[EventType, int, tuple[FoundMention, ...]] | None = None
    told: list[Deed] = field(default_factory=list)
    # The names, without article, of those who have owned up to something.
    claimants: set[str] = field(default_factory=set)

    @property
    def place_now(self) -> PlaceMention | None:
        """The place that still holds where a sentence names none."""
        return self.place if self.since <= _HOLDS else None

    @property
    def when_now(self) -> TimeMention | None:
        """The day that still holds where a sentence names none."""
        return self.when if self.since <= _HOLDS else None

    def carried_on(self, kind: EventType, first: Trigger) -> list[FoundMention]:
        """The force whose strikes, arrests and seizures go on ("Three pistols were recovered"), told just before."""
        if kind not in _CARRIED or self.doers is None:
            return []
        told, at, actors = self.doers
        if kind is EventType.AIR_STRIKE:
            is_same, reach = told is kind, 5 * _ON_REACH
        else:
            is_same, reach = all(a.mention.kind in _STATE_SIDE for a in actors), _ON_REACH
        return list(actors) if is_same and first.at - at < reach else []
