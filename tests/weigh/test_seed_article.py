"""The annotated article on the new militias in Iraq, from its gold statements to verdicts and ties."""

from __future__ import annotations

import calendar
import json
import os
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from secondsource.codec import content_id
from secondsource.match import match
from secondsource.records import (
    Actor,
    ActorKind,
    ByStatus,
    Claim,
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
)
from secondsource.weigh import Evidence, Weighed, find_misfits, gather_evidence, weigh
from secondsource.weigh.absence import Standing, find_absences, find_said_so

DATA = Path(os.environ.get("SECONDSOURCE_DATA", Path(__file__).parents[2] / "../shared/data")) / "articles"
pytestmark = pytest.mark.skipif(
    not (DATA / "seed.gold.json").exists(), reason=f"no annotated articles in {DATA} (set SECONDSOURCE_DATA)"
)
# Where the places of the article lie, roughly; what is missing here stays unresolved.
PLACES = {
    "Baghdad International Airport": (PlaceKind.AIRPORT, 33.26, 44.23),
    "Victory base": (PlaceKind.BASE, 33.30, 44.26),
    "Taji base": (PlaceKind.BASE, 33.52, 44.25),
    "Ain al-Assad airbase": (PlaceKind.BASE, 33.79, 42.44),
    "Iraq": (PlaceKind.COUNTRY, 33.0, 44.0),
}
PUBLISHED = DayRange(earliest=date(2021, 5, 26), latest=date(2021, 5, 26), edtf="2021-05-26")


def days(edtf: str | None) -> DayRange | None:
    """The days of a year, month or day, with the year marked as assumed where it is that of publication."""
    if edtf is None:
        return None
    parts = [int(p) for p in edtf.split("-")]
    year, month, last_month = parts[0], *((parts[1], parts[1]) if len(parts) > 1 else (1, 12))
    last = parts[2] if len(parts) > 2 else calendar.monthrange(year, last_month)[1]
    return DayRange(
        earliest=date(year, month, parts[2] if len(parts) > 2 else 1),
        latest=date(year, last_month, last),
        edtf=edtf,
        assumed=("year",) if year == 2021 else (),
    )


def resolve(gold: dict[str, Any], text: str) -> tuple[Resolution, Document]:
    document = Document(
        id="document:seed",
        raw_sha256="0" * 64,
        path="seed.txt",
        outlet=None,
        url=None,
        title=None,
        author=None,
        published=PUBLISHED,
        published_from="by-line",
        collected_at=datetime(2021, 6, 1, tzinfo=UTC),
        media_type="text/plain",
        language="en",
        text=text,
    )
    actors = {
        key: Actor(
            id=f"actor:{key}",
            name=names[0],
            kind=ActorKind.OUTLET if "NEWS" in key or "ARAB" in key else ActorKind.GROUP,
            is_known=False,
            is_collective=key in ("NEWGROUPS", "OTHERSHIA", "IRANMIL", "FORMERMIL", "ARABNEWS"),
        )
        for key, names in gold["actors"].items()
    }
    statements = tuple(
        s for n, g in enumerate(gold["statements"]) if (s := statement(n, g, document, actors)) is not None
    )
    return Resolution(actors=tuple(actors.values()), aliases=(), statements=statements), document


def statement(
    number: int, gold: dict[str, Any], document: Document, actors: dict[str, Actor]
) -> ResolvedStatement | None:
    span = Span(start=gold["start"], end=gold["end"])
    roles: list[RoleActor] = []
    when: DayRange | None = None
    where: ResolvedPlace | None = None
    record: Proposition

    def mention(words: str) -> Mention:
        return Mention(span=span, name=words)

    if gold["kind"] == "event":
        told = gold["event"]
        when = days(told["when"])
        name = told["place"][0] if told["place"] else None
        found = next((p for p in PLACES if name and (p in name or p in told["place"][:1])), None)
        where = resolved(found) if found else None
        roles = [
            RoleActor(role="by", position=n, actor_id=actors[b["actor"]].id) for n, b in enumerate(told["by"])
        ]
        killed = told["killed"]
        record = Event(
            type=EventType(told["type"].replace("territory", "territory change")),
            by=tuple(
                Perpetrator(actor=mention(actors[b["actor"]].name), status=ByStatus(b["status"]))
                for b in told["by"]
            ),
            on=tuple(mention(o) for o in told["on"]),
            place=PlaceMention(span=span, name=name) if name else None,
            when=TimeMention(span=span, words=when_words(document.text, span, told["when"]))
            if told["when"]
            else None,
            killed=Toll(span=span, low=killed[0], high=killed[1]) if killed else None,
        )
    elif gold["kind"] == "tie":
        told = gold["tie"]
        record = Tie(
            from_=mention(actors[told["from"]].name),
            relation=Relation(told["relation"]),
            to=mention(actors[told["to"]].name),
        )
        roles = [
            RoleActor(role="from", position=0, actor_id=actors[told["from"]].id),
            RoleActor(role="to", position=0, actor_id=actors[told["to"]].id),
        ]
    elif gold["kind"] == "finding":
        record = Finding(
            outcome=Outcome(gold["finding"]["outcome"])
        )  # as a reader sees it: no `of`, no gold words
    else:
        return None
    holders = tuple(
        Holder(
            name=actors[c].name,
            kind=HolderKind.MEDIA if actors[c].kind is ActorKind.OUTLET else HolderKind.GROUP,
            span=span,
        )
        for c in gold["chain"]
    )
    roles += [RoleActor(role="chain", position=n, actor_id=actors[c].id) for n, c in enumerate(gold["chain"])]
    return ResolvedStatement(
        statement=Statement(
            id=content_id("statement", number),
            document_id=document.id,
            span=span,
            chain=holders,
            stance=Stance(gold["stance"]),
            proposition=record,
            reader="gold",
            reader_version="1",
        ),
        known=PUBLISHED,
        outlet=None,
        actors=tuple(roles),
        when=when,
        place=where,
    )


def when_words(text: str, span: Span, edtf: str) -> str:
    """The month and day as the article writes them ("May 6"), where it does so in these words; else the month."""
    parts = [int(p) for p in edtf.split("-")]
    if len(parts) < 2:
        return edtf
    month = calendar.month_name[parts[1]]
    return f"{month} {parts[2]}" if len(parts) > 2 else month


def resolved(name: str) -> ResolvedPlace:
    kind, latitude, longitude = PLACES[name]
    return ResolvedPlace(
        place=Place(
            id=name, name=name, kind=kind, country="IQ", admin1=None, latitude=latitude, longitude=longitude
        ),
        precision=6 if kind is PlaceKind.COUNTRY else 1,
        rule="test",
    )


@pytest.fixture(scope="module")
def case() -> tuple[Weighed, Evidence]:
    gold = json.loads((DATA / "seed.gold.json").read_text(encoding="utf-8"))
    resolution, document = resolve(gold, (DATA / "seed.txt").read_text(encoding="utf-8"))
    documents = {document.id: document}
    matched = match(resolution, documents, [], [], lambda first, second: ())
    return weigh(resolution, matched, documents), gather_evidence(resolution, matched, documents)


def claim(case: tuple[Weighed, Evidence], actor: str, edtf: str) -> Claim:
    weighed, evidence = case
    found = [
        c
        for c in weighed.claims
        if c.claimant_id == f"actor:{actor}"
        and any((w := evidence.statements[s].when) and w.edtf == edtf for s in c.statement_ids)
    ]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("actor", "edtf", "event"),
    [
        ("THAR", "2021-05-06", "partly corroborated"),
        ("THAR", "2021-04-17", "uncorroborated"),
        ("USBAT", "2021-03", "not addressed"),
        ("ASHAB", "2021-04", "not addressed"),
    ],
)
def test_claims_of_the_article(case: tuple[Weighed, Evidence], actor: str, edtf: str, event: str) -> None:
    own = claim(case, actor, edtf)
    verdicts = {v.side: v for v in case[0].verdicts if v.claim_id == own.id}
    assert verdicts[Side.EVENT].name.value == event
    assert verdicts[Side.AUTHORSHIP].name.value == "not addressed"


def test_april_17_rests_on_the_articles_own_finding(case: tuple[Weighed, Evidence]) -> None:
    own = claim(case, "THAR", "2021-04-17")
    verdict = next(v for v in case[0].verdicts if v.claim_id == own.id)
    assert verdict.reasons[0].rule == "uncorroborated_by_finding"
    finding = case[1].statements[verdict.reasons[0].statement_ids[0]]
    assert isinstance(finding.statement.proposition, Finding)


def test_four_claims_and_no_more(case: tuple[Weighed, Evidence]) -> None:
    assert len(case[0].claims) == 4


def test_denied_backing_and_asserted_command_stand_with_their_holders(case: tuple[Weighed, Evidence]) -> None:
    ties = {(t.from_id, t.relation.value, t.to_id): t for t in case[0].ties}
    backing = ties["actor:NEWGROUPS", "backed_by", "actor:HASHD"]
    assert not backing.for_
    assert [v.is_self for v in backing.against] == [True]
    command = ties["actor:NEWGROUPS", "commanded_by", "actor:QUDS"]
    assert not command.against
    assert [v.origin for v in command.for_] == ["“seed.txt”"]


def test_every_assumed_year_is_a_misfit(case: tuple[Weighed, Evidence]) -> None:
    weighed, evidence = case
    told = {s for m in find_misfits(evidence) if m.kind == "assumed year" for s in m.statement_ids}
    for own in weighed.claims:
        assert told & set(own.statement_ids)


def test_attacks_on_iraqi_positions_are_an_absence_and_no_claim(case: tuple[Weighed, Evidence]) -> None:
    weighed, evidence = case
    [said] = find_said_so(evidence)
    assert said.nouns == ("Iraqi targets",)
    for told in find_absences([c.claimant_id for c in weighed.claims], evidence):
        [iraqi] = [a for a in told.answers if a.value == "IQ"]
        # Nobody claims such an attack here, and one article of four claims is no coverage.
        assert (iraqi.standing, iraqi.own, iraqi.claimed_by) == (Standing.NOT_KNOWN, 0, ())
        assert told.said == (said,)
