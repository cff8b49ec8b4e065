"""What follows: actors, places, incidents, families, claims, verdicts, tie cases; and what people decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from secondsource.records.evidence import (
    DayRange,
)
from secondsource.records.statements import (
    CopyFamily,
    RowKey,
    Statement,
)
from secondsource.records.vocabulary import (
    ActorKind,
    JudgementKind,
    PlaceKind,
    Relation,
    Side,
    Stance,
    VerdictName,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A gazetteer entry. Degrees WGS 84; `country` is ISO 3166-1 alpha-2; coordinates None where not known."""

    id: str
    name: str
    kind: PlaceKind
    country: str | None
    admin1: str | None
    latitude: float | None
    longitude: float | None
    population: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownActor:
    """An actor that a list knows, ours or a user's. `key` tells it apart from all others of the list."""

    key: str
    name: str
    kind: ActorKind
    country: str | None
    names: tuple[str, ...]
    acronyms: tuple[str, ...]
    from_year: int | None
    to_year: int | None
    wikidata: str | None


# UCDP's where_prec to ACLED's geo_precision; a way between two towns is a part of a region.
_GEO_PRECISION = {1: 1, 2: 2, 3: 2, 4: 3, 5: 2, 6: 3, 7: 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedPlace:
    """The place that a mention refers to; `precision` is UCDP's where_prec (1 exact … 6 country)."""

    place: Place
    precision: int
    rule: str

    @property
    def geo_precision(self) -> int:
        """ACLED's geo_precision: 1 the town named, 2 a part of a region, 3 a larger region (ACLED codebook)."""
        return _GEO_PRECISION[self.precision]


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """One actor in a case, under its most used name. `is_known`: it stands in the starter list."""

    id: str
    name: str
    kind: ActorKind | None
    is_known: bool
    is_collective: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """A name borne by an actor. `joined_by` names the evidence: "same key", "acronym", "naming", "judgement".

    `probability`: how often names joined by such evidence are one actor's; 1 for its own name and for a judgement.
    """

    actor_id: str
    name: str
    joined_by: str
    statement_ids: tuple[str, ...]
    document_ids: tuple[str, ...]
    first_seen: date | None
    probability: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleActor:
    """Which actor plays a role: role is "by", "on", "chain", "from", "to", "name", "also", "actor"."""

    role: str
    position: int
    actor_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedStatement:
    """A statement with what its mentions refer to. `known` is when its document became public.

    `undated` says why the words that tell when give no days ("there is no such day"); None where they give some.
    `unplaced` likewise says why the words that tell where give no place. `row` is that of an event record.
    """

    statement: Statement
    known: DayRange | None
    outlet: str | None
    actors: tuple[RoleActor, ...]
    when: DayRange | None = None
    place: ResolvedPlace | None = None
    undated: str | None = None
    unplaced: str | None = None
    row: RowKey | None = None

    def actor_ids(self, role: str) -> tuple[str, ...]:
        """Ids of the actors in a role, in the order of the text."""
        return tuple(a.actor_id for a in self.actors if a.role == role)


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """What resolve gives: actors with their names, and every statement resolved, in the order given."""

    actors: tuple[Actor, ...]
    aliases: tuple[Alias, ...]
    statements: tuple[ResolvedStatement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """Event statements (ids, sorted) that are about one real-world event, with the reasons that joined them."""

    id: str
    statement_ids: tuple[str, ...]
    joined_by: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Origins of one incident that are not independent of each other; `why` says what makes them one.

    `origins` are actor ids or outlet names; `is_claimants`: the claimant, actors tied to it, or who relays it.
    """

    id: str
    incident_id: str
    origins: tuple[str, ...]
    statement_ids: tuple[str, ...]
    why: tuple[str, ...]
    is_claimants: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One group's claim of one incident, told in one or more statements."""

    id: str
    claimant_id: str
    incident_id: str
    statement_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why a verdict is so: the rule's name, one sentence, the statements and families it rests on."""

    rule: str
    sentence: str
    statement_ids: tuple[str, ...] = ()
    family_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """What one piece of evidence adds to the log-odds of an event, by its entry in the table of odds."""

    entry: str
    sentence: str
    log_odds: float
    statement_ids: tuple[str, ...] = ()
    family_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the evidence says of one side of a claim; never without reasons. `credibility`: Admiralty 1–6.

    `probability` that the event happened is the sum of `weights`; None for who did it, and after an override.
    """

    claim_id: str
    side: Side
    name: VerdictName
    credibility: int
    is_disputed: bool
    reasons: tuple[Reason, ...]
    missing: tuple[str, ...] = ()
    probability: float | None = None
    weights: tuple[Weight, ...] = ()

    def __post_init__(self) -> None:
        if not self.reasons:
            raise ValueError("a verdict is never shown without its reasons")
        if self.probability is not None and not self.weights:
            raise ValueError("a probability is never shown without its weights")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reliability:
    """What the case lets learn of an outlet's own news: others speak of `events` of them and bear out `borne_out`.

    `share` is how much of it is so by that, give or take `margin` (mean and standard deviation); `grade` A–E, or
    None where they are too few to tell. It takes no person's place and decides no verdict.
    """

    outlet: str
    grade: str | None
    events: int
    borne_out: float
    share: float
    margin: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TieVoice:
    """One origin family's word on a tie. `is_self`: one of the two actors speaks of itself."""

    origin: str
    stance: Stance
    statement_ids: tuple[str, ...]
    is_self: bool
    grade: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TieCase:
    """The case for and against one alleged tie."""

    id: str
    from_id: str
    relation: Relation
    to_id: str
    for_: tuple[TieVoice, ...]
    against: tuple[TieVoice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontIndicator:
    """A sign that an actor is a front, with the statements that give it; never summed into a score."""

    actor_id: str
    sign: str
    sentence: str
    statement_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A person's decision. `subjects` are ids or names; `field` and `value` serve correct and override."""

    id: str
    kind: JudgementKind
    subjects: tuple[str, ...]
    field: str | None
    value: str | None
    why: str
    who: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """All that follows from documents, statements and judgements; can be thrown away and rebuilt."""

    actors: tuple[Actor, ...]
    aliases: tuple[Alias, ...]
    statements: tuple[ResolvedStatement, ...]
    copies: tuple[CopyFamily, ...]
    incidents: tuple[Incident, ...]
    families: tuple[Family, ...]
    claims: tuple[Claim, ...]
    verdicts: tuple[Verdict, ...]
    ties: tuple[TieCase, ...]
    indicators: tuple[FrontIndicator, ...]
    reliabilities: tuple[Reliability, ...] = ()
