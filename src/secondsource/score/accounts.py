"""What a statement says, in the form in which an annotated and a read one can be laid side by side.

An annotation names actors by all the names that the text has for them and holds no mentions; a reader's
statement has a span for each field. Both are brought to the records below, and compared there.
"""

from __future__ import annotations

from dataclasses import dataclass

from secondsource.records import (
    Authenticity,
    ByStatus,
    Channel,
    DayRange,
    Emergence,
    Event,
    EventType,
    Finding,
    Medium,
    Naming,
    Outcome,
    Relation,
    ResolvedStatement,
    Span,
    Stance,
    Threat,
    Tie,
    Toll,
)

Names = tuple[str, ...]
"""All the names that a text has for one actor; never empty."""

People = tuple[int, int | None]
"""A number of people: at least, and at most (None: open)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldEvent:
    """Something that is said to have happened; `places` are words that name where, the most precise first."""

    type: EventType
    by: tuple[tuple[Names, ByStatus], ...] = ()
    on: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    when: DayRange | None = None
    killed: People | None = None
    injured: People | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldTie:
    """What is said of two actors."""

    from_: Names
    relation: Relation
    to: Names


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldNaming:
    """Names that the text equates."""

    name: str
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldEmergence:
    """An actor was formed, announced itself or first appeared."""

    actor: Names
    when: DayRange | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldThreat:
    """An actor threatens."""

    by: Names
    on: tuple[str, ...] = ()
    deadline: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldChannel:
    """Through what an actor speaks."""

    actor: Names
    medium: Medium
    authenticity: Authenticity


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldFinding:
    """What a check came to."""

    outcome: Outcome
    what: str | None = None


Told = ToldEvent | ToldTie | ToldNaming | ToldEmergence | ToldThreat | ToldChannel | ToldFinding


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One statement: the words that carry it, who holds it (outermost first), how, and what it says.

    `is_optional`: an annotator found that a reasonable analyst may leave it out.
    """

    span: Span
    chain: tuple[Names, ...]
    stance: Stance
    told: Told
    is_optional: bool = False

    @property
    def kind(self) -> str:
        """Its kind in lower case, as `Statement.kind`: "event", "tie", ..."""
        return type(self.told).__name__.removeprefix("Told").lower()

    @property
    def is_claim(self) -> bool:
        """True for an event that somebody says he did himself."""
        return isinstance(self.told, ToldEvent) and any(s is ByStatus.CLAIMED for _, s in self.told.by)


def account_of(read: ResolvedStatement) -> Account:
    """What a statement as read says. Holders without words of their own (the document's outlet) are left out."""
    statement = read.statement
    return Account(
        span=statement.span,
        chain=tuple((h.name,) for h in statement.chain if h.span is not None and h.name),
        stance=statement.stance,
        told=_told(read),
    )


def _told(read: ResolvedStatement) -> Told:
    match read.statement.proposition:
        case Event() as event:
            return ToldEvent(
                type=event.type,
                by=tuple(((p.actor.name,), p.status) for p in event.by if p.actor.name),
                on=tuple(m.name for m in event.on if m.name),
                places=(event.place.name,) if event.place else (),
                when=read.when,
                killed=_people(event.killed),
                injured=_people(event.injured),
            )
        case Tie() as tie:
            return ToldTie(from_=(tie.from_.name,), relation=tie.relation, to=(tie.to.name,))
        case Naming() as naming:
            return ToldNaming(name=naming.name.name, also=tuple(m.name for m in naming.also))
        case Emergence() as emergence:
            return ToldEmergence(actor=(emergence.actor.name,), when=read.when)
        case Threat() as threat:
            deadline = threat.deadline.name if threat.deadline else None
            return ToldThreat(by=(threat.by.name,), on=tuple(m.name for m in threat.on), deadline=deadline)
        case Channel() as channel:
            return ToldChannel(
                actor=(channel.actor.name,), medium=channel.medium, authenticity=channel.authenticity
            )
        case Finding() as finding:
            return ToldFinding(outcome=finding.outcome, what=finding.what.name if finding.what else None)


def _people(toll: Toll | None) -> People | None:
    return (toll.low, toll.high) if toll else None
