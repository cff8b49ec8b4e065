"""An incident's details side by side: each value of each field, with whoever tells it. Nothing is averaged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from secondsource.match.tellings import event_of, perpetrator_ids
from secondsource.records import ByStatus, Incident, ResolvedStatement, Stance, Toll
from secondsource.weigh.evidence import Evidence

FIELDS = ("what", "day", "place", "target", "perpetrator", "party", "means", "killed", "injured", "abducted")


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """One value of one field. `origins` are names to show, each once; `is_denied`: they deny the event."""

    field: str
    value: str
    origins: tuple[str, ...]
    statement_ids: tuple[str, ...]
    is_denied: bool = False


def lay_side_by_side(incident: Incident, evidence: Evidence) -> tuple[Detail, ...]:
    """The details of an incident by field, in the order of `FIELDS`; the value told first comes first."""
    found: dict[tuple[str, str, bool], tuple[list[str], list[str]]] = {}
    for item in evidence.events(incident.statement_ids):
        origin = evidence.name(evidence.origin(item).name)
        for field, value in _values(item, evidence):
            key = (field, value, item.statement.stance is Stance.DENIES)
            origins, ids = found.setdefault(key, ([], []))
            if origin not in origins:
                origins.append(origin)
            if item.statement.id not in ids:
                ids.append(item.statement.id)
    details = [
        Detail(field=f, value=v, origins=tuple(origins), statement_ids=tuple(ids), is_denied=is_denied)
        for (f, v, is_denied), (origins, ids) in found.items()
    ]
    return tuple(sorted(details, key=lambda d: FIELDS.index(d.field)))


def differing(details: tuple[Detail, ...]) -> tuple[str, ...]:
    """The fields, of those that can't all be right at once, for which more than one value is told."""
    exclusive = ("day", "killed", "injured", "abducted")
    return tuple(
        f for f in exclusive if len({d.value for d in details if d.field == f and not d.is_denied}) > 1
    )


def toll_words(toll: Toll) -> str:
    """A toll as words: "3", "3 to 5", "at least 20".

    >>> from secondsource.records import Span
    >>> toll_words(Toll(span=Span(start=0, end=1), low=20, high=None))
    'at least 20'
    """
    if toll.high is None:
        return f"at least {toll.low}"
    return str(toll.low) if toll.low == toll.high else f"{toll.low} to {toll.high}"


def _values(item: ResolvedStatement, evidence: Evidence) -> Iterator[tuple[str, str]]:
    event = event_of(item)
    yield "what", event.type.value
    if item.when is not None:
        yield "day", item.when.edtf
    if item.place is not None:
        yield "place", item.place.place.name
    elif event.place is not None:
        yield "place", event.place.name
    for target in event.on:
        yield "target", target.name
    for actor, perpetrator in zip(perpetrator_ids(item), event.by, strict=True):
        name = evidence.name(actor) if actor else perpetrator.actor.name
        if perpetrator.status is ByStatus.UNKNOWN:
            yield "party", name  # on which side isn't told: ACLED's two actors
        else:
            yield "perpetrator", f"{name} ({perpetrator.status.value})"
    if event.means is not None:
        yield "means", event.means.name
    for field, toll in (("killed", event.killed), ("injured", event.injured), ("abducted", event.abducted)):
        if toll is not None:
            yield field, toll_words(toll)
