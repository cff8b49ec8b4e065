"""Small records for tests: documents, statements, judgements that differ in what a test cares about."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime

from secondsource import codec
from secondsource.records import (
    Actor,
    ActorKind,
    ByStatus,
    DataSet,
    DayRange,
    Derived,
    Document,
    Event,
    EventType,
    Holder,
    HolderKind,
    Judgement,
    JudgementKind,
    KnownActor,
    Mention,
    Perpetrator,
    Place,
    PlaceKind,
    RowKey,
    Span,
    Stance,
    Statement,
)
from secondsource.store import Export, ReadRow

COLLECTED = datetime(2024, 3, 5, 12, 0, tzinfo=UTC)
EXPORT = Export(sha256="a" * 64, file="row-log.csv")
TEXT = "The Red Banner said that it struck a convoy near Sorna. Nobody else reported it."


def make_document(
    text: str = TEXT,
    *,
    published: date | None = None,
    title: str | None = "A convoy",
    language: str | None = "en",
    path: str | None = "article.txt",
) -> Document:
    """A document whose id and bytes follow from its text."""
    sha256 = hashlib.sha256(raw_of(text)).hexdigest()
    day = DayRange(earliest=published, latest=published, edtf=str(published)) if published else None
    return Document(
        id=f"sha256:{sha256}",
        raw_sha256=sha256,
        path=path,
        outlet="Daily Ledger",
        url=None,
        title=title,
        author=None,
        published=day,
        published_from="given" if published else None,
        collected_at=COLLECTED,
        media_type="text/plain",
        language=language,
        text=text,
    )


def raw_of(text: str) -> bytes:
    """The bytes that such a document was collected from."""
    return text.encode("utf-8", "surrogatepass")


def make_statement(
    document: Document, start: int = 0, end: int = 55, *, reader: str = "english", version: str = "1.0"
) -> Statement:
    """A claim of an attack, told between `start` and `end`."""
    group = Mention(span=Span(start=4, end=14), name="Red Banner", kind=ActorKind.GROUP)
    event = Event(type=EventType.ATTACK, by=(Perpetrator(actor=group, status=ByStatus.CLAIMED),))
    chain = (Holder(name="Red Banner", kind=HolderKind.GROUP, span=group.span),)
    span = Span(start=start, end=end)
    return Statement(
        id=codec.content_id("s", document.id, span, chain, Stance.ASSERTS, event, reader, version),
        document_id=document.id,
        span=span,
        chain=chain,
        stance=Stance.ASSERTS,
        proposition=event,
        reader=reader,
        reader_version=version,
    )


def make_row(key: str, told: str, *, known_on: date | None = None) -> ReadRow:
    """A row of the invented data set "Row Log" that tells of one attack, as its reader found it."""
    document = replace(
        make_document(f"Row Log {key}\n{told}", published=known_on, title=f"Row Log {key}"),
        row=RowKey(data_set=DataSet.EVENT_RECORDS, name="Row Log", key=key, country="Veldria", kind="attack"),
    )
    statement = make_statement(document, 0, 10, reader="records", version="1")
    return ReadRow(
        document=document,
        raw=raw_of(document.text),
        reader="records",
        reader_version="1",
        statements=(statement,),
    )


def make_judgement(
    kind: JudgementKind, *subjects: str, minute: int = 0, why: str = "because", who: str = "ana"
) -> Judgement:
    """A judgement made at a minute past noon."""
    at = COLLECTED.replace(minute=minute)
    return Judgement(
        id=codec.content_id("j", kind, subjects, why, who, at),
        kind=kind,
        subjects=subjects,
        field=None,
        value=None,
        why=why,
        who=who,
        at=at,
    )


def make_place(name: str = "Sorna", *, latitude: float | None = 33.5) -> Place:
    """A town; its id follows from its name."""
    return Place(
        id=f"user:{name}",
        name=name,
        kind=PlaceKind.TOWN,
        country=None,
        admin1=None,
        latitude=latitude,
        longitude=44.25,
    )


def make_derived(*names: str) -> Derived:
    """Derived records that hold nothing but an actor for each name."""
    actors = tuple(
        Actor(id=f"a:{n}", name=n, kind=ActorKind.GROUP, is_known=False, is_collective=False) for n in names
    )
    return Derived(
        actors=actors,
        aliases=(),
        statements=(),
        copies=(),
        incidents=(),
        families=(),
        claims=(),
        verdicts=(),
        ties=(),
        indicators=(),
    )


def make_known_actor(name: str = "Banner", *names: str) -> KnownActor:
    return KnownActor(
        key=f"known:{name.casefold()}",
        name=name,
        kind=ActorKind.GROUP,
        country=None,
        names=names,
        acronyms=(),
        from_year=None,
        to_year=None,
        wikidata=None,
    )
