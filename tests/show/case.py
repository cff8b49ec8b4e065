"""A case built by hand: documents, statements found by their words, and records as weigh gives them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any

from secondsource.codec import content_id
from secondsource.records import (
    Actor,
    ActorKind,
    Alias,
    ByStatus,
    Channel,
    Claim,
    CopyFamily,
    DayRange,
    Derived,
    Document,
    Emergence,
    Event,
    EventType,
    Family,
    Finding,
    FrontIndicator,
    Holder,
    HolderKind,
    Incident,
    Mention,
    Naming,
    Perpetrator,
    Place,
    PlaceKind,
    PlaceMention,
    Proposition,
    Reason,
    ResolvedPlace,
    ResolvedStatement,
    RoleActor,
    Side,
    Span,
    Stance,
    Statement,
    Threat,
    Tie,
    TieCase,
    TimeMention,
    Toll,
    Verdict,
    VerdictName,
)


def day(text: str, *assumed: str) -> DayRange:
    """A day range from "2031-05-06", "2031-05" or "2031"."""
    parts = [int(p) for p in text.split("-")]
    if len(parts) == 3:
        first = last = date(*parts)
    elif len(parts) == 2:
        first = date(parts[0], parts[1], 1)
        last = date.fromordinal(date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1).toordinal() - 1)
    else:
        first, last = date(parts[0], 1, 1), date(parts[0], 12, 31)
    return DayRange(earliest=first, latest=last, edtf=text, assumed=assumed)


@dataclass
class CaseBuilder:
    """Collects records; `derived()` gives them as the pipeline would."""

    documents: dict[str, Document] = field(default_factory=dict)
    actors: dict[str, Actor] = field(default_factory=dict)
    aliases: list[Alias] = field(default_factory=list)
    statements: list[ResolvedStatement] = field(default_factory=list)
    copies: list[CopyFamily] = field(default_factory=list)
    incidents: list[Incident] = field(default_factory=list)
    families: list[Family] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    verdicts: list[Verdict] = field(default_factory=list)
    ties: list[TieCase] = field(default_factory=list)
    indicators: list[FrontIndicator] = field(default_factory=list)
    grades: dict[str, str] = field(default_factory=dict)
    unread: list[tuple[str, str]] = field(default_factory=list)

    def document(self, text: str, outlet: str | None, published: str | None, **other: Any) -> Document:
        made = Document(
            id=content_id("doc", text, outlet),
            raw_sha256=content_id("", text)[1:] * 2,
            path=None,
            outlet=outlet,
            url=other.pop("url", None),
            title=other.pop("title", None),
            author=other.pop("author", None),
            published=day(published) if published else None,
            published_from=other.pop("published_from", "metadata" if published else None),
            collected_at=datetime(2031, 6, 2, 9, 0, tzinfo=UTC),
            media_type="text/plain",
            language=other.pop("language", "en"),
            text=text,
            **other,
        )
        self.documents[made.id] = made
        return made

    def actor(self, name: str, kind: ActorKind = ActorKind.GROUP, known: bool = False, **other: Any) -> str:
        made = Actor(
            id=content_id("actor", name),
            name=name,
            kind=kind,
            is_known=known,
            is_collective=other.get("is_collective", False),
        )
        self.actors[made.id] = made
        return made.id

    def alias(self, actor: str, name: str, joined_by: str, *said: ResolvedStatement) -> None:
        seen = [s.known.earliest for s in said if s.known and s.known.earliest]
        self.aliases.append(
            Alias(
                actor_id=actor,
                name=name,
                joined_by=joined_by,
                statement_ids=tuple(s.statement.id for s in said),
                document_ids=tuple(dict.fromkeys(s.statement.document_id for s in said)),
                first_seen=min(seen, default=None),
            )
        )

    def say(
        self,
        document: Document,
        words: str,
        proposition: Proposition,
        *,
        chain: tuple[tuple[str, HolderKind], ...] = (),
        stance: Stance = Stance.ASSERTS,
        when: DayRange | None = None,
        place: ResolvedPlace | None = None,
    ) -> ResolvedStatement:
        start = document.text.index(words)
        holders = tuple(
            Holder(name=self.name(n), kind=k, span=Span(start=start, end=start + 1)) for n, k in chain
        )
        bare = Statement(
            id="",
            document_id=document.id,
            span=Span(start=start, end=start + len(words)),
            chain=holders,
            stance=stance,
            proposition=proposition,
            reader="hand",
            reader_version="1",
        )
        statement = replace(bare, id=content_id("s", bare, len(self.statements)))
        roles = [
            RoleActor(role="chain", position=i, actor_id=n)
            for i, (n, _) in enumerate(chain)
            if n in self.actors
        ]
        made = ResolvedStatement(
            statement=statement,
            known=document.published,
            outlet=document.outlet,
            actors=(*roles, *self._roles(proposition)),
            when=when,
            place=place,
        )
        self.statements.append(made)
        return made

    def name(self, key: str) -> str:
        return self.actors[key].name if key in self.actors else key

    def mention(self, document: Document, words: str, actor: str | None = None) -> Mention:
        start = document.text.index(words)
        span = Span(start=start, end=start + len(words))
        return Mention(span=span, name=self.name(actor) if actor else words)

    def event(self, document: Document, kind: EventType, **parts: Any) -> Event:
        by = tuple(
            Perpetrator(actor=self.mention(document, w, actor), status=status)
            for w, actor, status in parts.pop("by", ())
        )
        on = tuple(self.mention(document, w) for w in parts.pop("on", ()))
        place, when = parts.pop("place", None), parts.pop("when", None)
        tolls = {k: self._toll(document, parts.pop(k, None)) for k in ("killed", "injured", "abducted")}
        return Event(
            type=kind,
            by=by,
            on=on,
            place=PlaceMention(span=self.mention(document, place).span, name=place, **parts)
            if place
            else None,
            when=TimeMention(span=self.mention(document, when).span, words=when) if when else None,
            killed=tolls["killed"],
            injured=tolls["injured"],
            abducted=tolls["abducted"],
        )

    def _toll(self, document: Document, given: tuple[str, int, int | None] | None) -> Toll | None:
        if given is None:
            return None
        words, low, high = given
        return Toll(span=self.mention(document, words).span, low=low, high=high)

    def incident(self, *told: ResolvedStatement) -> Incident:
        ids = tuple(sorted(s.statement.id for s in told))
        made = Incident(id=content_id("i", ids), statement_ids=ids, joined_by=("same day and place",))
        self.incidents.append(made)
        return made

    def family(
        self, incident: Incident, origins: tuple[str, ...], *told: ResolvedStatement, claimants: bool = False
    ) -> Family:
        made = Family(
            id=content_id("f", incident.id, origins),
            incident_id=incident.id,
            origins=origins,
            statement_ids=tuple(s.statement.id for s in told),
            why=("one origin",),
            is_claimants=claimants,
        )
        self.families.append(made)
        return made

    def claim(self, claimant: str, incident: Incident, *told: ResolvedStatement) -> Claim:
        ids = tuple(s.statement.id for s in told)
        made = Claim(
            id=content_id("c", claimant, ids),
            claimant_id=claimant,
            incident_id=incident.id,
            statement_ids=ids,
        )
        self.claims.append(made)
        return made

    def verdict(
        self,
        claim: Claim,
        side: Side,
        verdict: VerdictName,
        sentence: str,
        *told: ResolvedStatement,
        **other: Any,
    ) -> None:
        reason = Reason(
            rule="by hand",
            sentence=sentence,
            statement_ids=tuple(s.statement.id for s in told),
            family_ids=other.pop("family_ids", ()),
        )
        self.verdicts.append(
            Verdict(
                claim_id=claim.id,
                side=side,
                name=verdict,
                credibility=other.pop("credibility", 6),
                is_disputed=other.pop("is_disputed", False),
                reasons=(reason,),
                missing=other.pop("missing", ()),
            )
        )

    def derived(self) -> Derived:
        return Derived(
            actors=tuple(self.actors.values()),
            aliases=tuple(self.aliases),
            statements=tuple(self.statements),
            copies=tuple(self.copies),
            incidents=tuple(self.incidents),
            families=tuple(self.families),
            claims=tuple(self.claims),
            verdicts=tuple(self.verdicts),
            ties=tuple(self.ties),
            indicators=tuple(self.indicators),
        )

    def _roles(self, proposition: Proposition) -> list[RoleActor]:
        ids = {a.name: a.id for a in self.actors.values()}
        match proposition:
            case Event(by=by, on=on):
                named = [("by", i, p.actor) for i, p in enumerate(by)] + [
                    ("on", i, m) for i, m in enumerate(on)
                ]
            case Tie(from_=from_, to=to):
                named = [("from", 0, from_), ("to", 0, to)]
            case Naming(name=name, also=also):
                named = [("name", 0, name)] + [("also", i, m) for i, m in enumerate(also)]
            case Threat(by=who, on=on):
                named = [("by", 0, who)] + [("on", i, m) for i, m in enumerate(on)]
            case Emergence(actor=actor) | Channel(actor=actor):
                named = [("actor", 0, actor)]
            case Finding():
                named = []
        return [RoleActor(role=r, position=i, actor_id=ids[m.name]) for r, i, m in named if m.name in ids]


def place(name: str, kind: PlaceKind = PlaceKind.TOWN, country: str = "XK") -> ResolvedPlace:
    """A place of the invented country."""
    made = Place(
        id=f"p:{name}", name=name, kind=kind, country=country, admin1="Sorna", latitude=1.0, longitude=2.0
    )
    return ResolvedPlace(place=made, precision=1, rule="by hand")


CLAIMED, ACCUSED, REPORTED = ByStatus.CLAIMED, ByStatus.ACCUSED, ByStatus.REPORTED
