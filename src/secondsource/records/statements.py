"""What comes in: documents, and the statements that a reader finds in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from secondsource.records.evidence import (
    DayRange,
    Mention,
    PlaceMention,
    Span,
    TimeMention,
    Toll,
)
from secondsource.records.vocabulary import (
    Authenticity,
    ByStatus,
    DataSet,
    EventType,
    HolderKind,
    Medium,
    Outcome,
    Relation,
    Stance,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RowKey:
    """Which row of which data set a document is: the kind of its columns, the set's name, its own id of the row.

    Its country, kind of event (in the set's own words) and first day tell which stretch of an export it belongs to.
    """

    data_set: DataSet
    name: str
    key: str
    country: str | None = None
    kind: str | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One publication as collected, or one row of a data set (an event record): then `row` says which.

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
    row: RowKey | None = None

    @property
    def known_on(self) -> date:
        """The day by which it was public: the last day of its publication, else that of its collection."""
        if self.published is not None and self.published.latest is not None:
            return self.published.latest
        return self.collected_at.astimezone(UTC).date()


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyFamily:
    """Documents of which one repeats the other's words, wholly or in part; the first one came first."""

    id: str
    document_ids: tuple[str, ...]
    containment: float


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
