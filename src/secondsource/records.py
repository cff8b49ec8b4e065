"""What flows from stage to stage: frozen records that carry their evidence.

Every record is immutable, hashable and made of plain values, tuples and other records, so that the same
function runs in this process, in a pool of them or in a cluster, and gives the same bytes. `codec` turns any
of them into JSON and Arrow. The words are those of docs/concepts.md; what is not known is `None`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

# --- closed sets ------------------------------------------------------------------------------------------


class Stance(StrEnum):
    """How the origin of a statement stands to its proposition; *doubts* is hedged ("reportedly")."""

    ASSERTS = "asserts"
    DENIES = "denies"
    DOUBTS = "doubts"


class HolderKind(StrEnum):
    """What kind of holder carries a statement."""

    OUTLET = "outlet"
    AGENCY = "agency"
    OFFICIAL = "official"
    GROUP = "group"
    WITNESS = "witness"
    MEDIA = "media"
    ANALYST = "analyst"
    DATA_SET = "data_set"
    UNNAMED = "unnamed"


class ActorKind(StrEnum):
    """What an actor is; people appear only in a public role, as an office."""

    GROUP = "group"
    STATE = "state"
    ORGAN = "organ"
    PARTY = "party"
    OFFICE = "office"
    OUTLET = "outlet"
    OTHER = "other"


class ByStatus(StrEnum):
    """What ties a perpetrator to an event: its own word, another's charge, or a flat report."""

    CLAIMED = "claimed"
    ACCUSED = "accused"
    REPORTED = "reported"
    UNKNOWN = "unknown"


class EventType(StrEnum):
    """Kinds of event, after ACLED's public event and sub-event types (codes: `event_types`)."""

    ATTACK = "attack"
    BOMBING = "bombing"
    SUICIDE_BOMBING = "suicide bombing"
    MISSILE_STRIKE = "missile strike"
    AIR_STRIKE = "air strike"
    SHELLING = "shelling"
    ARMED_CLASH = "armed clash"
    AMBUSH = "ambush"
    KILLING = "killing"
    ABDUCTION = "abduction"
    RELEASE = "release"
    ARREST = "arrest"
    SEIZURE = "weapons seizure"
    TERRITORY = "territory change"
    MOVEMENT = "movement"
    PROTEST = "protest"
    AGREEMENT = "agreement"
    OTHER = "other"


class Relation(StrEnum):
    """What is said of two actors; read as "from RELATION to"."""

    BACKED_BY = "backed_by"
    COMMANDED_BY = "commanded_by"
    PART_OF = "part_of"
    FRONT_FOR = "front_for"
    SPLINTER_OF = "splinter_of"
    ALLIED_WITH = "allied_with"
    RIVAL_OF = "rival_of"
    ALIGNED_WITH = "aligned_with"


class Medium(StrEnum):
    """Through what a group speaks."""

    VIDEO = "video"
    WEBSITE = "website"
    TWITTER = "twitter"
    TELEGRAM = "telegram"
    LETTER = "letter"
    CALL = "call"
    LEAFLET = "leaflet"
    STATEMENT = "statement"
    PRESS_RELEASE = "press_release"
    EMAIL = "email"
    OTHER = "other"


class Authenticity(StrEnum):
    """Whether a channel is the group's own."""

    OWNED = "owned"
    DISPUTED = "disputed"
    UNKNOWN = "unknown"


class Outcome(StrEnum):
    """What a check came to; *unclaimed*: no group has claimed responsibility."""

    CORROBORATED = "corroborated"
    UNCORROBORATED = "uncorroborated"
    CONTRADICTED = "contradicted"
    UNCLAIMED = "unclaimed"


class PlaceRelation(StrEnum):
    """How an event lies to the place named."""

    IN = "in"
    NEAR = "near"
    BETWEEN = "between"
    TOWARDS = "towards"


class PlaceKind(StrEnum):
    """What a gazetteer entry is, from the widest to the narrowest."""

    COUNTRY = "country"
    PROVINCE = "province"
    DISTRICT = "district"
    TOWN = "town"
    AIRPORT = "airport"
    BASE = "base"


class VerdictName(StrEnum):
    """What the evidence says of a claim; the table is in docs/concepts.md."""

    CORROBORATED = "corroborated"
    PARTLY_CORROBORATED = "partly corroborated"
    UNCORROBORATED = "uncorroborated"
    CONTESTED = "contested"
    CONTRADICTED = "contradicted"
    NOT_ADDRESSED = "not addressed"


class Side(StrEnum):
    """What a verdict is about: that the event happened, or who did it."""

    EVENT = "event"
    AUTHORSHIP = "authorship"


class JudgementKind(StrEnum):
    """A person's decisions. Grades, owners and corrected days are *correct*; a withdrawn document is *reject*."""

    SAME = "same"
    NOT_SAME = "not-same"
    SPLIT = "split"
    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    OVERRIDE = "override"
    NOTE = "note"
    UNDO = "undo"


# --- text and time ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """`[start, end)` in a document's text, in Unicode code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"no span: [{self.start}, {self.end})")

    def covers(self, other: Span) -> bool:
        """True if `other` lies inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """True if the two share at least one code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class DayRange:
    """When something happened: earliest and latest day (both included) with an EDTF string (ISO 8601-2).

    `earliest` and `latest` are None where not even a year is known (`XXXX-12-04`). `assumed` names the parts
    that nobody wrote ("year"); `rule` names the rule that supplied them.
    """

    earliest: date | None
    latest: date | None
    edtf: str
    assumed: tuple[str, ...] = ()
    rule: str | None = None

    def __post_init__(self) -> None:
        if (self.earliest is None) != (self.latest is None):
            raise ValueError("a day range has both ends or none")
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueError(f"day range ends before it starts: {self.earliest} > {self.latest}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words of the text that name or refer to something.

    `name` is the fullest form of it in the document ("the group" carries the group's name); the span is that
    of the words used here. `is_collective`: several actors that can't be told apart ("these groups").
    """

    span: Span
    name: str
    kind: ActorKind | None = None
    is_collective: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMention:
    """Words of the text that say when. `anchor` holds the words of the time that these are relative to."""

    span: Span
    words: str
    anchor: str | None = None
    is_future: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention:
    """Words of the text that say where; `within` names the containers that the text gives, narrowest first."""

    span: Span
    name: str
    relation: PlaceRelation = PlaceRelation.IN
    within: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TollPart:
    """One part of a toll, by side or nationality: `who` are the words of the text."""

    who: str
    n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """A number of people: at least `low`, at most `high` (None: open, "at least 20")."""

    span: Span
    low: int
    high: int | None
    of: tuple[TollPart, ...] = ()


# --- collect ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One publication as collected.

    `id` is `document_id` of the bytes; `published_from` names where the day was found (metadata, url, by-line,
    dateline, text, given); `pages` holds the offset at which each PDF page starts; `metadata` are other keys
    of the source as (key, value); `marking` is a TLP label.
    """

    id: str
    raw_sha256: str
    path: str | None
    outlet: str | None
    url: str | None
    title: str | None
    author: str | None
    published: DayRange | None
    published_from: str | None
    collected_at: datetime
    media_type: str
    language: str | None
    text: str
    marking: str | None = None
    pages: tuple[int, ...] = ()
    metadata: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyFamily:
    """Documents of which one repeats the other's words, wholly or in part; the first one came first."""

    id: str
    document_ids: tuple[str, ...]
    containment: float


# --- read -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """One link of a chain. Without a span only for the document's own outlet, which the text needn't name."""

    name: str
    kind: HolderKind
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Perpetrator:
    """Who is said to have done it, and by what right."""

    actor: Mention
    status: ByStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that is said to have happened. `killed` counts the victims' side, never the attackers' own dead."""

    type: EventType
    by: tuple[Perpetrator, ...] = ()
    on: tuple[Mention, ...] = ()
    place: PlaceMention | None = None
    when: TimeMention | None = None
    means: Mention | None = None
    killed: Toll | None = None
    injured: Toll | None = None
    abducted: Toll | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """What is said of two actors."""

    from_: Mention
    relation: Relation
    to: Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """Names that the text itself equates."""

    name: Mention
    also: tuple[Mention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Emergence:
    """An actor was formed, announced itself or first appeared."""

    actor: Mention
    when: TimeMention | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Threat:
    """An actor threatens, warns or vows future attacks."""

    by: Mention
    on: tuple[Mention, ...] = ()
    deadline: Mention | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """Through what an actor speaks, and whether the channel is its own."""

    actor: Mention
    medium: Medium
    authenticity: Authenticity
    handle: Mention | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A check that the text itself reports; `of` is the id of the statement checked, if it can be told."""

    outcome: Outcome
    of: str | None = None
    what: Mention | None = None


Proposition = Event | Tie | Naming | Emergence | Threat | Channel | Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """The atom: a chain of holders (outermost first; the last is the origin) takes a stance on a proposition.

    `span` is the sentence or clause that is the evidence. An empty chain is the document's own voice. `id` is
    the hash of all else.
    """

    id: str
    document_id: str
    span: Span
    chain: tuple[Holder, ...]
    stance: Stance
    proposition: Proposition
    reader: str
    reader_version: str

    @property
    def kind(self) -> str:
        """The proposition's kind in lower case: "event", "tie", ..."""
        return type(self.proposition).__name__.lower()


# --- resolve ----------------------------------------------------------------------------------------------


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
class ResolvedPlace:
    """The place that a mention refers to; `precision` is UCDP's where_prec (1 exact … 6 country)."""

    place: Place
    precision: int
    rule: str


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
    """A name borne by an actor. `joined_by` names the evidence: "same key", "acronym", "naming", "judgement"."""

    actor_id: str
    name: str
    joined_by: str
    statement_ids: tuple[str, ...]
    document_ids: tuple[str, ...]
    first_seen: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleActor:
    """Which actor plays a role: role is "by", "on", "chain", "from", "to", "name", "also", "actor"."""

    role: str
    position: int
    actor_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedStatement:
    """A statement with what its mentions refer to. `known` is when its document became public."""

    statement: Statement
    known: DayRange | None
    outlet: str | None
    actors: tuple[RoleActor, ...]
    when: DayRange | None = None
    place: ResolvedPlace | None = None

    def actor_ids(self, role: str) -> tuple[str, ...]:
        """Ids of the actors in a role, in the order of the text."""
        return tuple(a.actor_id for a in self.actors if a.role == role)


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """What resolve gives: actors with their names, and every statement resolved, in the order given."""

    actors: tuple[Actor, ...]
    aliases: tuple[Alias, ...]
    statements: tuple[ResolvedStatement, ...]


# --- match ------------------------------------------------------------------------------------------------


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


# --- weigh ------------------------------------------------------------------------------------------------


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
class Verdict:
    """What the evidence says of one side of a claim; never without reasons. `credibility`: Admiralty 1–6."""

    claim_id: str
    side: Side
    name: VerdictName
    credibility: int
    is_disputed: bool
    reasons: tuple[Reason, ...]
    missing: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.reasons:
            raise ValueError("a verdict is never shown without its reasons")


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


# --- judgements and the whole -----------------------------------------------------------------------------


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
