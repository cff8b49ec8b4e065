"""One telling of an event: what its statements say that can be compared, copies counted once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from secondsource.match.days import is_one_day, width_in_days
from secondsource.match.kinds import KindGroup, kind_group
from secondsource.match.outlets import is_nobody, name_key
from secondsource.match.places import Whereabouts, whereabouts_of
from secondsource.match.targets import Targets, targets_in, targets_of
from secondsource.records import (
    ByStatus,
    DayRange,
    Event,
    EventType,
    HolderKind,
    ResolvedStatement,
    RowKey,
    Span,
    Toll,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """Where one statement stands: in which document, at which words, by whose word.

    `is_whole`: these words themselves name the day and the place.
    """

    document_id: str
    span: Span
    origin: str
    is_claim: bool
    is_whole: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What one account says of an event. `statement_ids` are its copies, the first published one first.

    `known` is the earliest day on which any of them was public. `seats` is where they stand in their texts;
    `parties` took part, nobody says on which side; `lists` names the data sets they are rows of, in which one event
    has one row; `row` is that row where the data set itself is at hand.
    """

    statement_ids: tuple[str, ...]
    group: KindGroup
    kind: EventType
    when: DayRange | None
    known: date | None
    where: Whereabouts
    targets: Targets
    perpetrators: frozenset[str]
    killed: Toll | None
    injured: Toll | None
    abducted: Toll | None
    means: Targets
    is_claim: bool
    seats: tuple[Seat, ...]
    parties: frozenset[str] = frozenset()
    lists: frozenset[str] = frozenset()
    row: RowKey | None = None

    @property
    def id(self) -> str:
        """The first statement's id."""
        return self.statement_ids[0]


def gather_tellings(
    resolved: Iterable[ResolvedStatement],
    copies: Mapping[str, str] | None = None,
    alone: frozenset[str] = frozenset(),
) -> tuple[Telling, ...]:
    """The tellings of all event statements, by id of their first statement.

    `copies` leads from a statement to the one whose words it repeats. Besides those, statements that agree in
    every detail with a day and a place among them are one telling: repeating it all adds nothing to compare.
    Those in `alone` stand by themselves, since somebody parted them.
    """
    events = [s for s in resolved if isinstance(s.statement.proposition, Event)]
    ordered = sorted(events, key=_first_published)
    copies = copies or {}
    lead: dict[str, str] = {}
    details: dict[object, str] = {}
    for item in ordered:
        own = item.statement.id
        if own in alone:
            lead[own] = own
            continue
        source = lead.get(copies.get(own, own), own)
        source = own if source in alone else source
        same = _all_details(item)
        if source == own and same is not None:
            source = details.setdefault(same, own)
        lead[own] = source
    members: dict[str, list[ResolvedStatement]] = {}
    for item in ordered:
        members.setdefault(lead[item.statement.id], []).append(item)
    return tuple(_telling(m) for _, m in sorted(members.items()))


def event_of(statement: ResolvedStatement) -> Event:
    """The event that an event statement tells of."""
    event = statement.statement.proposition
    assert isinstance(event, Event)
    return event


def perpetrator_ids(statement: ResolvedStatement) -> tuple[str | None, ...]:
    """The actor id of each perpetrator, in the order of the event's `by`; None where it wasn't resolved."""
    found = {a.position: a.actor_id for a in statement.actors if a.role == "by"}
    return tuple(found.get(i) for i in range(len(event_of(statement).by)))


def is_claim(statement: ResolvedStatement) -> bool:
    """True if a perpetrator's own word is told in it."""
    return any(p.status is ByStatus.CLAIMED for p in event_of(statement).by)


def first_known(statement: ResolvedStatement) -> date | None:
    """The first day on which the statement may have been public."""
    return statement.known.earliest if statement.known else None


def news_window(known: date | None, days: int) -> DayRange | None:
    """The days before publication that news without a day is about; None where publication isn't known."""
    if known is None:
        return None
    start = known - timedelta(days=min(days, (known - date.min).days))
    return DayRange(earliest=start, latest=known, edtf=f"{start}/{known}")


def _first_published(statement: ResolvedStatement) -> tuple[date, str]:
    return first_known(statement) or date.max, statement.statement.id


def _telling(members: list[ResolvedStatement]) -> Telling:
    first = members[0]
    event = event_of(first)
    known = [k for k in map(first_known, members) if k is not None]
    return Telling(
        statement_ids=tuple(m.statement.id for m in members),
        group=kind_group(event.type),
        kind=event.type,
        when=first.when,
        known=min(known) if known else None,
        where=whereabouts_of(first),
        targets=targets_of(event.on),
        perpetrators=_doers(first, is_party=False),
        parties=_doers(first, is_party=True),
        killed=event.killed,
        injured=event.injured,
        abducted=event.abducted,
        means=targets_in(event.means.name) if event.means else Targets(),
        is_claim=is_claim(first),
        seats=tuple(
            _seat(m) for m in sorted(members, key=lambda m: (m.statement.document_id, m.statement.span))
        ),
        lists=frozenset(
            name_key(h.name) for m in members for h in m.statement.chain if h.kind is HolderKind.DATA_SET
        ),
        row=first.row,
    )


def _seat(statement: ResolvedStatement) -> Seat:
    chain = statement.statement.chain
    return Seat(
        document_id=statement.statement.document_id,
        span=statement.statement.span,
        origin=name_key(chain[-1].name) if chain else "",
        is_claim=is_claim(statement),
        is_whole=_names_day_and_place(statement),
    )


def _names_day_and_place(statement: ResolvedStatement) -> bool:
    event, span = event_of(statement), statement.statement.span
    return bool(event.when and event.place and span.covers(event.when.span) and span.covers(event.place.span))


def _doers(statement: ResolvedStatement, *, is_party: bool) -> frozenset[str]:
    """Who is said to have done it; with `is_party` instead those who took part, nobody says on which side."""
    ids = perpetrator_ids(statement)
    by = event_of(statement).by
    return frozenset(
        i or name_key(p.actor.name)
        for i, p in zip(ids, by, strict=True)
        if not p.actor.is_collective
        and not is_nobody(p.actor.name)
        and (p.status is ByStatus.UNKNOWN) is is_party
    )


def _all_details(statement: ResolvedStatement) -> object | None:
    """All that is told, for finding equal accounts; None unless a day and a place below the country are told."""
    where, event = whereabouts_of(statement), event_of(statement)
    when = statement.when
    if when is None or not is_one_day(when) or width_in_days(when) is None:
        return None
    if where.place is None or where.is_country_only:
        return None
    targets = targets_of(event.on)
    return (
        event.type,
        (when.earliest, when.assumed),
        (where.place.place.id, where.place.precision, where.words),
        (targets.words, targets.sites, targets.people),
        _doers(statement, is_party=False),
        _doers(statement, is_party=True),
        tuple((t.low, t.high) if t else None for t in (event.killed, event.injured, event.abducted)),
        targets_in(event.means.name).words if event.means else None,
        is_claim(statement),
        statement.statement.stance,
        statement.row,
    )
