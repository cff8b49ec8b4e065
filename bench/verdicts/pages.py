"""The documents and resolved statements of a simulated world, as the product's own records."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bench.verdicts.cast import Cast
from bench.verdicts.habits import Habits
from bench.verdicts.happenings import Happening, Telling
from bench.verdicts.writing import FIRST_DAY, Text, place_name, target_words, write

from secondsource.codec import content_id
from secondsource.records import (
    Actor,
    ActorKind,
    ByStatus,
    DayRange,
    Document,
    Event,
    EventType,
    Finding,
    Holder,
    HolderKind,
    Mention,
    Outcome,
    Perpetrator,
    PlaceMention,
    Proposition,
    Relation,
    Resolution,
    ResolvedPlace,
    ResolvedStatement,
    RoleActor,
    Span,
    Stance,
    Statement,
    Tie,
    TimeMention,
    Toll,
)

_READ = datetime(2032, 6, 1, tzinfo=UTC)
_ACTORS = frozenset({HolderKind.GROUP, HolderKind.OFFICIAL})


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What is published, and the truth about it.

    `told` leads from a document to its telling; `claims` from a claimed happening to the group's own statement;
    `families` from each event statement to whose information it is; `group_ids` are the groups' actors.
    """

    documents: Mapping[str, Document]
    resolution: Resolution
    happenings: tuple[Happening, ...]
    told: Mapping[str, Telling]
    claims: Mapping[int, str]
    families: Mapping[str, str]
    group_ids: tuple[str, ...]


def publish(
    happenings: tuple[Happening, ...],
    told: Sequence[Telling],
    cast: Cast,
    habits: Habits,
    draw: random.Random,
) -> World:
    """Every telling as a document with its statements. A copy's telling comes after the one it copies."""
    documents: dict[str, Document] = {}
    statements: list[ResolvedStatement] = []
    by_document: dict[str, Telling] = {}
    claims: dict[int, str] = {}
    families: dict[str, str] = {}
    texts: dict[int, Text] = {}
    outlets = {t.number: t.outlet for t in told}
    for telling in told:
        parent = texts.get(telling.copies) if telling.copies is not None else None
        credit = outlets[telling.copies] if telling.copies is not None and telling.way == "reprint" else None
        text = write(telling, parent, credit, cast, habits, draw)
        texts[telling.number] = text
        document = _document(telling, text)
        documents[document.id] = document
        by_document[document.id] = telling
        said = _Page(telling, text, document, cast, draw).statements()
        statements += said
        families[said[0].statement.id] = telling.family
        if telling.kind == "claim" and telling.copies is None:
            claims.setdefault(telling.happening, said[0].statement.id)
    actors = [(g.name, ActorKind.GROUP) for g in cast.groups]
    actors += [(g.front, ActorKind.GROUP) for g in cast.groups if g.front]
    actors += [(p, ActorKind.ORGAN) for p in cast.police]
    resolution = Resolution(
        actors=tuple(
            Actor(id=_actor_id(n), name=n, kind=k, is_known=False, is_collective=False) for n, k in actors
        ),
        aliases=(),
        statements=tuple(statements),
    )
    return World(
        documents=documents,
        resolution=resolution,
        happenings=happenings,
        told=by_document,
        claims=claims,
        families=families,
        group_ids=tuple(_actor_id(g.name) for g in cast.groups),
    )


class _Page:
    """The statements of one document."""

    def __init__(
        self, telling: Telling, text: Text, document: Document, cast: Cast, draw: random.Random
    ) -> None:
        self.telling, self.text, self.document = telling, text, document
        self.cast, self.draw = cast, draw

    def statements(self) -> list[ResolvedStatement]:
        """The one that tells the event (or tie) first, then the check."""
        telling = self.telling
        if telling.kind == "tie":
            return [self._tie()]
        told = self._event()
        if telling.outcome is not None and self.text.added is not None:
            return [told, self._finding(told.statement.id, telling.outcome)]
        return [told]

    def _event(self) -> ResolvedStatement:
        telling, details = self.telling, self.telling.details
        span = self._span(self.text.told)
        town = self.cast.towns[details.province][details.town]
        where = self.cast.provinces[details.province] if details.is_vague else town
        by = []
        if telling.group is not None and telling.kind != "aside":
            status = ByStatus.CLAIMED if telling.kind in ("claim", "check") else ByStatus.REPORTED
            name = self.cast.groups[telling.group].name
            actor = Mention(span=span, name=name, kind=ActorKind.GROUP)
            by.append(Perpetrator(actor=actor, status=status))
        is_aside = telling.kind == "aside"
        target = "town hall" if is_aside else target_words(details, self.draw)
        is_told = is_aside or details.target is not None
        toll = Toll(span=span, low=details.killed, high=details.killed)
        day = FIRST_DAY + timedelta(days=details.day)
        event = Event(
            type=EventType.PROTEST if is_aside else EventType.ATTACK,
            by=tuple(by),
            on=(Mention(span=span, name=target),) if is_told else (),
            place=PlaceMention(span=span, name=place_name(details, self.cast)),
            when=TimeMention(span=span, words=day.isoformat()),
            killed=toll if details.killed and not is_aside else None,
        )
        return self._resolved(
            span,
            event,
            self._chain(span),
            _stance(telling),
            tuple(
                RoleActor(role="by", position=n, actor_id=_actor_id(p.actor.name)) for n, p in enumerate(by)
            ),
            when=DayRange(earliest=day, latest=day, edtf=day.isoformat()),
            place=ResolvedPlace(place=where, precision=4 if details.is_vague else 1, rule="world"),
        )

    def _tie(self) -> ResolvedStatement:
        span = self._span(self.text.told)
        assert self.telling.group is not None
        group = self.cast.groups[self.telling.group]
        assert group.front is not None
        tie = Tie(
            from_=Mention(span=span, name=group.front, kind=ActorKind.GROUP),
            relation=Relation.FRONT_FOR,
            to=Mention(span=span, name=group.name, kind=ActorKind.GROUP),
        )
        roles = (
            RoleActor(role="from", position=0, actor_id=_actor_id(group.front)),
            RoleActor(role="to", position=0, actor_id=_actor_id(group.name)),
        )
        return self._resolved(span, tie, (), Stance.ASSERTS, roles)

    def _finding(self, of: str, outcome: Outcome) -> ResolvedStatement:
        assert self.text.added is not None
        span = self._span(self.text.added)
        return self._resolved(span, Finding(outcome=outcome, of=of), (), Stance.ASSERTS, ())

    def _chain(self, span: Span) -> tuple[Holder, ...]:
        """Who is named between the outlet and the event, outermost first."""
        telling = self.telling
        names = [(n, HolderKind.OUTLET) for n in telling.outer]
        if telling.kind == "withdrawal":
            names = [(telling.outlet, HolderKind.OUTLET)]
        if telling.holder is not None:
            kind = HolderKind.OFFICIAL if telling.kind == "official" else HolderKind.GROUP
            names.append((telling.holder, kind))
        return tuple(Holder(name=n, kind=k, span=span) for n, k in names)

    def _span(self, place: int) -> Span:
        start, end = self.text.span(place)
        return Span(start=start, end=end)

    def _resolved(
        self,
        span: Span,
        proposition: Proposition,
        chain: tuple[Holder, ...],
        stance: Stance,
        roles: tuple[RoleActor, ...],
        *,
        when: DayRange | None = None,
        place: ResolvedPlace | None = None,
    ) -> ResolvedStatement:
        body = (self.document.id, span, chain, stance, proposition)
        actors = [
            RoleActor(role="chain", position=n, actor_id=_actor_id(h.name))
            for n, h in enumerate(chain)
            if h.kind in _ACTORS
        ]
        return ResolvedStatement(
            statement=Statement(
                id=content_id("statement", *body),
                document_id=self.document.id,
                span=span,
                chain=chain,
                stance=stance,
                proposition=proposition,
                reader="world",
                reader_version="1",
            ),
            known=self.document.published,
            outlet=self.document.outlet,
            actors=(*roles, *actors),
            when=when,
            place=place,
        )


def _document(telling: Telling, text: Text) -> Document:
    day = FIRST_DAY + timedelta(days=telling.day)
    return Document(
        id=content_id("document", telling.number, telling.outlet, text.words),
        raw_sha256="0" * 64,
        path=None,
        outlet=telling.outlet,
        url=None,
        title=None,
        author=None,
        published=DayRange(earliest=day, latest=day, edtf=day.isoformat()),
        published_from="given",
        collected_at=_READ,
        media_type="text/plain",
        language="en",
        text=text.words,
    )


def _stance(telling: Telling) -> Stance:
    if telling.denies:
        return Stance.DENIES
    return Stance.DOUBTS if telling.hedges else Stance.ASSERTS


def _actor_id(name: str) -> str:
    return f"actor:{name}"
