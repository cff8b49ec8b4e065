"""A small case in a few lines: documents of sentences, each with the statement that it carries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime

from secondsource.codec import content_id
from secondsource.match import Matched, match
from secondsource.records import (
    Actor,
    ActorKind,
    Authenticity,
    ByStatus,
    Channel,
    Claim,
    CopyFamily,
    DayRange,
    Document,
    Emergence,
    Event,
    EventType,
    Finding,
    Holder,
    HolderKind,
    Incident,
    Judgement,
    JudgementKind,
    Medium,
    Mention,
    Outcome,
    Perpetrator,
    Place,
    PlaceKind,
    PlaceMention,
    Proposition,
    Relation,
    Resolution,
    ResolvedPlace,
    ResolvedStatement,
    RoleActor,
    Side,
    Span,
    Stance,
    Statement,
    Tie,
    TimeMention,
    Toll,
    Verdict,
)
from secondsource.resolve.places import OUTSIDE
from secondsource.resolve.undated import Undated
from secondsource.weigh import Evidence, Weighed, gather_evidence, weigh

# name → (kind, latitude, longitude, province); all of one country.
PLACES = {
    "Sorna": (PlaceKind.TOWN, 10.00, 20.00, "North"),
    "Sorna airport": (PlaceKind.AIRPORT, 10.03, 20.03, "North"),
    "Fort Bell": (PlaceKind.BASE, 10.05, 20.02, "North"),
    "Fort Oss": (PlaceKind.BASE, 10.20, 20.10, "North"),
    "Veshkan": (PlaceKind.TOWN, 12.00, 22.00, "South"),
    "North": (PlaceKind.PROVINCE, 10.10, 20.10, "North"),
    "South": (PlaceKind.PROVINCE, 12.10, 22.10, "South"),
    "Sedrania": (PlaceKind.COUNTRY, 11.00, 21.00, None),
}


def day(text: str, *, assumed: bool = False) -> DayRange:
    """A day, or a range "2025-03-01/2025-03-31"."""
    first, _, last = text.partition("/")
    return DayRange(
        earliest=date.fromisoformat(first),
        latest=date.fromisoformat(last or first),
        edtf=text,
        assumed=("year",) if assumed else (),
    )


def place(name: str, precision: int = 1) -> ResolvedPlace:
    kind, latitude, longitude, admin1 = PLACES[name]
    return ResolvedPlace(
        place=Place(
            id=f"place:{name}",
            name=name,
            kind=kind,
            country="XA",
            admin1=admin1,
            latitude=latitude,
            longitude=longitude,
        ),
        precision=precision,
        rule="test",
    )


def judgement(
    kind: JudgementKind,
    *subjects: str,
    field: str | None = None,
    value: str | None = None,
    at: int = 1,
    why: str = "looked at both",
) -> Judgement:
    """A judgement by the desk on the given day of May 2025."""
    moment = datetime(2025, 5, at, 12, tzinfo=UTC)
    return Judgement(
        id=content_id("judgement", kind, subjects, field, value, at),
        kind=kind,
        subjects=subjects,
        field=field,
        value=value,
        why=why,
        who="desk",
        at=moment,
    )


def grade(outlet: str, letter: str) -> Judgement:
    return judgement(JudgementKind.CORRECT, f"outlet:{outlet}", field="grade", value=letter)


def owner(outlet: str, name: str) -> Judgement:
    return judgement(JudgementKind.CORRECT, f"outlet:{outlet}", field="owner", value=name)


@dataclass(frozen=True)
class Told:
    """One statement as written; `roles` leads from a role to the names that play it."""

    span: Span
    proposition: Proposition
    chain: tuple[Holder, ...]
    stance: Stance
    roles: dict[str, tuple[str, ...]]
    when: DayRange | None = None
    place: ResolvedPlace | None = None
    undated: str | None = None
    holders: tuple[str, ...] = ()


@dataclass
class Page:
    """One document being written; every method adds a sentence and returns the statement's id."""

    case: Case
    outlet: str | None
    published: DayRange
    title: str | None = None
    lines: list[str] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)

    def _write(self, words: str, *, inside: bool = False) -> Span:
        """Adds a sentence; `inside` puts the next statement on the last sentence's span."""
        if inside:
            end = len(self.text)
            return Span(start=end - len(self.lines[-1]), end=end)
        start = len(self.text) + (1 if self.lines else 0)
        self.lines.append(words)
        return Span(start=start, end=start + len(words))

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def filler(self, words: str) -> Page:
        """A sentence that carries nothing."""
        self._write(words)
        return self

    def event(
        self,
        *,
        by: str | Sequence[str] = (),
        status: ByStatus = ByStatus.REPORTED,
        on: str | None = "army convoy",
        at: str | None = "Sorna",
        precision: int = 1,
        when: str | None = "2025-03-03",
        when_words: str | None = None,
        assumed: bool = False,
        killed: int | None = None,
        high: int | None = None,
        kind: EventType = EventType.ATTACK,
        chain: Sequence[tuple[str, HolderKind]] = (),
        stance: Stance = Stance.ASSERTS,
        words: str | None = None,
        inside: bool = False,
        no_such_day: str | None = None,
        outside: str | None = None,
    ) -> Page:
        """`no_such_day`: words for a day that isn't one; `outside`: the province in which the text puts a place that
        the gazetteer has elsewhere."""
        names = (by,) if isinstance(by, str) else tuple(by)
        told = words or " ".join(
            [
                *(h for h, _ in chain),
                stance.value,
                *names,
                kind.value,
                *([on] if on else []),
                *([at] if at else []),
                *([when] if when else []),
                str(killed or ""),
            ]
        )
        span = self._write(told, inside=inside)
        event = Event(
            type=kind,
            by=tuple(
                Perpetrator(actor=Mention(span=span, name=n, kind=ActorKind.GROUP), status=status)
                for n in names
            ),
            on=(Mention(span=span, name=on),) if on else (),
            place=PlaceMention(span=span, name=at) if at else None,
            when=TimeMention(span=span, words=no_such_day or when_words or when) if when else None,
            killed=Toll(span=span, low=killed, high=killed if high is None else high)
            if killed is not None
            else None,
        )
        self._tell(
            span,
            event,
            chain,
            stance,
            {"by": names, "on": (on,) if on else ()},
            when=day(when, assumed=assumed) if when and no_such_day is None else None,
            place=replace(place(outside, 4), rule=OUTSIDE)
            if outside
            else (place(at, precision) if at in PLACES else None),
            undated=Undated.NO_SUCH_DAY if no_such_day else None,
        )
        return self

    def claim(self, group: str | Sequence[str], **details: object) -> Page:
        """The group says that it did it."""
        last = group if isinstance(group, str) else group[-1]
        chain = ((last, HolderKind.GROUP),)
        return self.event(by=group, status=ByStatus.CLAIMED, **{"chain": chain, **details})  # type: ignore[arg-type]

    def police(self, **details: object) -> Page:
        """The police tell it."""
        return self.event(**{"chain": (("police", HolderKind.OFFICIAL),), **details})  # type: ignore[arg-type]

    def finding(
        self,
        outcome: Outcome,
        *,
        of: str | None = None,
        what: str | None = None,
        words: str = "There is no evidence to support the claim.",
        chain: Sequence[tuple[str, HolderKind]] = (),
    ) -> Page:
        span = self._write(words)
        mention = Mention(span=span, name=what) if what else None
        self._tell(span, Finding(outcome=outcome, of=of, what=mention), chain, Stance.ASSERTS, {})
        return self

    def tie(
        self,
        first: str,
        relation: Relation,
        second: str,
        *,
        chain: Sequence[tuple[str, HolderKind]] = (),
        stance: Stance = Stance.ASSERTS,
        words: str | None = None,
    ) -> Page:
        span = self._write(words or f"{first} {stance.value} {relation.value} {second}")
        tie = Tie(
            from_=Mention(span=span, name=first, kind=ActorKind.GROUP),
            relation=relation,
            to=Mention(span=span, name=second, kind=ActorKind.GROUP),
        )
        self._tell(span, tie, chain, stance, {"from": (first,), "to": (second,)})
        return self

    def emergence(self, actor: str, when: str | None, *, own: bool = True, assumed: bool = False) -> Page:
        span = self._write(f"{actor} was formed {when}")
        chain = ((actor, HolderKind.GROUP),) if own else ()
        record = Emergence(
            actor=Mention(span=span, name=actor), when=TimeMention(span=span, words=when) if when else None
        )
        formed = day(when, assumed=assumed) if when else None
        self._tell(span, record, chain, Stance.ASSERTS, {"actor": (actor,)}, when=formed)
        return self

    def channel(self, actor: str, handle: str, authenticity: Authenticity = Authenticity.OWNED) -> Page:
        span = self._write(f"{handle} is the channel of {actor}")
        record = Channel(
            actor=Mention(span=span, name=actor),
            medium=Medium.TELEGRAM,
            authenticity=authenticity,
            handle=Mention(span=span, name=handle),
        )
        self._tell(span, record, (), Stance.ASSERTS, {"actor": (actor,)})
        return self

    def _tell(
        self,
        span: Span,
        proposition: Proposition,
        chain: Sequence[tuple[str, HolderKind]],
        stance: Stance,
        roles: dict[str, tuple[str, ...]],
        *,
        when: DayRange | None = None,
        place: ResolvedPlace | None = None,
        undated: str | None = None,
    ) -> None:
        holders = tuple(Holder(name=n.partition("@")[0], kind=k, span=span) for n, k in chain)
        self.told.append(
            Told(
                span=span,
                proposition=proposition,
                chain=holders,
                stance=stance,
                roles=roles,
                when=when,
                place=place,
                undated=undated,
                holders=tuple(n for n, _ in chain),
            )
        )

    @property
    def document(self) -> Document:
        return Document(
            id=content_id("document", self.outlet, self.published, self.text),
            raw_sha256="0" * 64,
            path=None,
            outlet=self.outlet,
            url=None,
            title=self.title,
            author=None,
            published=self.published,
            published_from="given",
            collected_at=datetime(2025, 6, 1, tzinfo=UTC),
            media_type="text/plain",
            language="en",
            text=self.text,
        )

    def statements(self) -> list[ResolvedStatement]:
        document = self.document
        found = []
        for told in self.told:
            body = (document.id, told.span, told.chain, told.stance, told.proposition)
            actors = [
                RoleActor(role=role, position=n, actor_id=self.case.actor(name).id)
                for role, names in told.roles.items()
                for n, name in enumerate(names)
                if role != "on" or name in self.case.actors
            ]
            actors += [
                RoleActor(role="chain", position=n, actor_id=self.case.actor(name, h.kind).id)
                for n, (name, h) in enumerate(zip(told.holders, told.chain, strict=True))
                if h.kind in (HolderKind.GROUP, HolderKind.OFFICIAL, HolderKind.ANALYST)
            ]
            statement = Statement(
                id=content_id("statement", *body),
                document_id=document.id,
                span=told.span,
                chain=told.chain,
                stance=told.stance,
                proposition=told.proposition,
                reader="test",
                reader_version="1",
            )
            found.append(
                ResolvedStatement(
                    statement=statement,
                    known=self.published,
                    outlet=self.outlet,
                    actors=tuple(actors),
                    when=told.when,
                    place=told.place,
                    undated=told.undated,
                )
            )
        return found


@dataclass
class Case:
    """Documents, actors and judgements; `derive` runs match and weigh over them."""

    pages: list[Page] = field(default_factory=list)
    actors: dict[str, Actor] = field(default_factory=dict)
    judgements: list[Judgement] = field(default_factory=list)
    copies: list[tuple[Page, ...]] = field(default_factory=list)

    def page(self, outlet: str | None, published: str = "2025-03-04", title: str | None = None) -> Page:
        page = Page(case=self, outlet=outlet, published=day(published), title=title)
        if title:
            page.filler(title)
        self.pages.append(page)
        return page

    def copy(self, page: Page, outlet: str, published: str = "", before: str | None = None) -> Page:
        """The same words in another outlet, known to be a copy, on 5 March or the original's day if that is later;
        `before` is a paragraph of its own above them."""
        copied = self.page(outlet, published or max("2025-03-05", page.published.edtf))
        shift = 0
        if before:
            copied.lines.append(before)
            shift = len(before) + 1
        copied.lines += page.lines
        copied.told = [
            replace(t, span=Span(start=t.span.start + shift, end=t.span.end + shift)) for t in page.told
        ]
        self.copies.append((page, copied))
        return copied

    def actor(self, name: str, kind: HolderKind | None = None) -> Actor:
        """The actor of that name; made a group, or an organ where it speaks as an official.

        "police@Herald" is the police of one text, of which nobody says whose police it is.
        """
        sort = ActorKind.ORGAN if kind is HolderKind.OFFICIAL else ActorKind.GROUP
        return self.actors.setdefault(
            name,
            Actor(
                id=f"actor:{name}",
                name=name.partition("@")[0],
                kind=sort,
                is_known=False,
                is_collective=False,
            ),
        )

    def state(self, name: str) -> Actor:
        """An actor that is a state's organ."""
        return self.actor(name, HolderKind.OFFICIAL)

    def resolution(self) -> Resolution:
        statements = tuple(s for p in self.pages for s in p.statements())
        return Resolution(actors=tuple(self.actors.values()), aliases=(), statements=statements)

    def documents(self) -> dict[str, Document]:
        return {p.document.id: p.document for p in self.pages}

    def copy_families(self) -> list[CopyFamily]:
        return [
            CopyFamily(
                id=content_id("copies", [p.document.id for p in pages]),
                document_ids=tuple(p.document.id for p in pages),
                containment=1.0,
            )
            for pages in self.copies
        ]

    def derive(self, switched_off: Sequence[str] = (), *, reverse: bool = False) -> Derived:
        resolution = self.resolution()
        documents, copies, judgements = self.documents(), self.copy_families(), list(self.judgements)
        if reverse:
            resolution = replace(
                resolution, statements=resolution.statements[::-1], actors=resolution.actors[::-1]
            )
            documents = dict(reversed(documents.items()))
            copies, judgements = copies[::-1], judgements[::-1]
        off = frozenset(switched_off)
        if "copies_are_one_family" in off:
            copies = []
        matched = match(resolution, documents, copies, judgements, shared_words, switched_off=off)
        weighed = weigh(resolution, matched, documents, judgements, switched_off=off)
        evidence = gather_evidence(resolution, matched, documents, judgements, switched_off=off)
        return Derived(case=self, matched=matched, weighed=weighed, evidence=evidence)


@dataclass(frozen=True)
class Derived:
    """What match and weigh made of a case."""

    case: Case
    matched: Matched
    weighed: Weighed
    evidence: Evidence

    def claim(self, claimant: str, position: int = 0) -> Claim:
        return [c for c in self.weighed.claims if c.claimant_id == f"actor:{claimant}"][position]

    def verdict(self, claimant: str, side: Side = Side.EVENT, position: int = 0) -> Verdict:
        claim = self.claim(claimant, position)
        return next(v for v in self.weighed.verdicts if v.claim_id == claim.id and v.side is side)

    def said(self, claimant: str) -> tuple[str, int, bool, str, int]:
        """Event verdict, its credibility, whether it is disputed; authorship verdict, its credibility."""
        event, author = self.verdict(claimant), self.verdict(claimant, Side.AUTHORSHIP)
        return (event.name.value, event.credibility, event.is_disputed, author.name.value, author.credibility)

    def incident(self, claimant: str) -> Incident:
        claim = self.claim(claimant)
        return next(i for i in self.matched.incidents if i.id == claim.incident_id)


def shared_words(first: Document, second: Document) -> tuple[tuple[Span, Span], ...]:
    """The one run that two texts share where one holds the other whole."""
    at = second.text.find(first.text)
    if at < 0:
        return ()
    length = len(first.text)
    return ((Span(start=0, end=length), Span(start=at, end=at + length)),)


__all__ = ["Case", "Derived", "Page", "day", "grade", "judgement", "owner", "place", "shared_words"]
