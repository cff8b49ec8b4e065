"""Which documents count as checked by a person, and how they are written."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from secondsource.records import (
    ByStatus,
    DayRange,
    Document,
    Event,
    EventType,
    Judgement,
    JudgementKind,
    Mention,
    Naming,
    Perpetrator,
    ResolvedStatement,
    RoleActor,
    Span,
    Stance,
    Statement,
)
from secondsource.score import find_checked, gold_json, gold_name
from tests.store.examples import make_document

TEXT = "Red Banner Front (RBF) struck the militants. RBF said so."
READING = "english 1.0"
DOCUMENT = make_document(TEXT, path="folder/Red banner: strike?.html")
RBF_FULL = Mention(span=Span(start=0, end=16), name="Red Banner Front")
RBF = Mention(span=Span(start=18, end=21), name="RBF")


def stated(*, id_: str = "s:1", by: Mention = RBF_FULL, on: str = "the militants") -> ResolvedStatement:
    """A strike told in the text's own voice."""
    start = TEXT.index(on) if on in TEXT else 0
    target = Mention(span=Span(start=start, end=start + len(on)), name=on)
    return resolved(
        id_,
        Event(
            type=EventType.AIR_STRIKE,
            by=(Perpetrator(actor=by, status=ByStatus.REPORTED),),
            on=(target,),
        ),
        RoleActor(role="by", position=0, actor_id="actor:rbf"),
    )


def resolved(id_: str, proposition: Event | Naming, *actors: RoleActor) -> ResolvedStatement:
    statement = Statement(
        id=id_,
        document_id=DOCUMENT.id,
        span=Span(start=0, end=44),
        chain=(),
        stance=Stance.ASSERTS,
        proposition=proposition,
        reader="english",
        reader_version="1.0",
    )
    return ResolvedStatement(statement=statement, known=None, outlet=None, actors=actors)


def judged(kind: JudgementKind, subject: str, *, after: int = 0, value: str | None = READING) -> Judgement:
    at = datetime(2031, 3, 4, tzinfo=UTC) + timedelta(hours=after)
    return Judgement(
        id=f"judgement:{after}",
        kind=kind,
        subjects=(subject,),
        field="reading",
        value=value,
        why="seen",
        who="Ada",
        at=at,
    )


ACCEPTED = judged(JudgementKind.ACCEPT, DOCUMENT.id)


@pytest.mark.parametrize(
    ("judgements", "readings", "statements", "reason"),
    [
        ([ACCEPTED], {DOCUMENT.id: READING}, 2, None),
        ([ACCEPTED, judged(JudgementKind.REJECT, "s:1", after=1)], {DOCUMENT.id: READING}, 1, None),
        (
            [judged(JudgementKind.REJECT, "s:1"), judged(JudgementKind.ACCEPT, "s:1", after=1)],
            {},
            0,
            "1 of its 2",
        ),
        ([ACCEPTED, judged(JudgementKind.REJECT, DOCUMENT.id, after=1)], {}, 0, "0 of its 2"),
        ([ACCEPTED], {DOCUMENT.id: "english 1.1"}, 0, "english 1.1 read it anew since"),
        ([judged(JudgementKind.ACCEPT, DOCUMENT.id, value=None)], {DOCUMENT.id: READING}, 0, "read it anew"),
        ([ACCEPTED], {}, 0, "was not read"),
        ([], {DOCUMENT.id: READING}, 0, None),
    ],
)
def test_a_document_is_checked_by_its_newest_word_on_this_reading(
    judgements: list[Judgement], readings: dict[str, str], statements: int, reason: str | None
) -> None:
    told = [stated(), stated(id_="s:2")]
    checked, unchecked = find_checked({DOCUMENT.id: DOCUMENT}, told, judgements, readings)
    assert sum(len(c.statements) for c in checked) == statements
    assert [reason in u.reason for u in unchecked if reason] == ([True] if reason else [])


def test_one_actor_has_all_the_names_that_its_statements_give_it() -> None:
    naming = resolved(
        "s:2",
        Naming(name=RBF_FULL, also=(RBF,)),
        RoleActor(role="name", position=0, actor_id="actor:rbf"),
        RoleActor(role="also", position=0, actor_id="actor:rbf"),
    )
    gold = json.loads(gold_json(DOCUMENT, [stated(by=RBF), naming]))
    assert gold["actors"] == {"Red Banner Front": ["Red Banner Front", "RBF"]}
    [event, named] = gold["statements"]
    assert event["event"]["by"] == [{"actor": "Red Banner Front", "status": "reported"}]
    assert (event["event"]["type"], event["evidence"]) == ("air_strike", TEXT[:44])
    assert named["naming"] == {"name": "Red Banner Front", "also": ["RBF"]}


@pytest.mark.parametrize(("on", "written"), [("the militants", []), ("the depot", ["the depot"])])
def test_a_target_of_small_words_is_left_out(on: str, written: list[str]) -> None:
    [event] = json.loads(gold_json(DOCUMENT, [stated(on=on)]))["statements"]
    assert event["event"]["on"] == written


@pytest.mark.parametrize(
    ("edtf", "written"),
    [("2031-03-04", "2031-03-04"), ("2031-03", "2031-03"), ("2031-03-04/2031-03-06", None)],
)
def test_the_day_of_publication_is_one_that_can_be_read_back(edtf: str, written: str | None) -> None:
    document = replace(DOCUMENT, published=DayRange(earliest=None, latest=None, edtf=edtf))
    assert json.loads(gold_json(document, []))["published"] == written


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("folder/Red banner: strike?.html", "Red-banner-strike"),
        ("../../etc/passwd", "passwd"),
        ("بيان.txt", "text"),
        (None, "text"),
        ("a" * 300, "a" * 60),
    ],
)
def test_files_are_named_safely_and_apart(path: str | None, name: str) -> None:
    document: Document = replace(DOCUMENT, path=path)
    assert gold_name(document) == f"{name}-{document.raw_sha256[:12]}"
