"""How an annotation writes a type of event: "air_strike" for "air strike", and two short words."""

from __future__ import annotations

from secondsource.records import EventType

_SHORT = {EventType.SEIZURE: "seizure", EventType.TERRITORY: "territory"}


def annotated_name(type_: EventType) -> str:
    """The word for a type.

    >>> annotated_name(EventType.AIR_STRIKE), annotated_name(EventType.SEIZURE)
    ('air_strike', 'seizure')
    """
    return _SHORT.get(type_, type_.value.replace(" ", "_"))


EVENT_TYPES = {annotated_name(t): t for t in EventType}
"""The types by those words."""
