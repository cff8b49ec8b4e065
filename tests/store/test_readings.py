"""Readings: added beside older ones, all or nothing; the newest counts."""

from __future__ import annotations

import pytest

from secondsource.errors import SecondSourceError
from secondsource.records import Document, JudgementKind
from secondsource.store import Case
from secondsource.store.readings import version_key
from tests.store.examples import make_document, make_judgement, make_statement, raw_of


@pytest.fixture
def document(case: Case) -> Document:
    added = make_document()
    case.add_document(added, raw_of(added.text))
    return added


def test_a_reading_twice_adds_nothing(case: Case, document: Document) -> None:
    told = (make_statement(document),)
    assert case.add_reading(document.id, "english", "1.0", told)
    before = case.inputs_digest()
    assert not case.add_reading(document.id, "english", "1.0", told)
    assert not case.add_reading(document.id, "english", "1.0", ())
    assert tuple(case.statements()) == told
    assert case.inputs_digest() == before


def test_a_newer_reading_counts_and_the_older_one_stays(case: Case, document: Document) -> None:
    old, new = (make_statement(document, version=v) for v in ("1.9", "1.10"))
    case.add_reading(document.id, "english", "1.10", (new,))
    case.add_reading(document.id, "english", "1.9", (old,))
    assert tuple(case.statements()) == (new,)
    assert [(r.reader_version, r.statement_count) for r in case.all_readings()] == [("1.10", 1), ("1.9", 1)]


def test_of_two_readers_the_one_used_last_counts(case: Case, document: Document) -> None:
    for reader in ("llm", "english"):
        told = make_statement(document, reader=reader, version="2")
        case.add_reading(document.id, reader, "2", (told,))
    assert [s.reader for s in case.statements()] == ["english"]


def test_of_two_models_of_one_version_the_one_used_last_counts(case: Case, document: Document) -> None:
    for version in ("1+en_core_web_sm", "1+en_core_web_md"):
        case.add_reading(document.id, "english", version, (make_statement(document, version=version),))
    assert [s.reader_version for s in case.statements()] == ["1+en_core_web_md"]
    older = "0.9+en_core_web_trf"
    case.add_reading(document.id, "english", older, (make_statement(document, version=older),))
    assert [s.reader_version for s in case.statements()] == ["1+en_core_web_md"]


def test_a_document_without_reader_is_listed_with_the_reason(case: Case, document: Document) -> None:
    case.add_reading(document.id, "none", "0.1.0", "no reader for ar")
    assert [r.reason for r in case.readings()] == ["no reader for ar"]
    assert list(case.unread([("none", "0.1.0")])) == []
    assert list(case.statements()) == []


def test_a_withdrawn_document_counts_neither_as_read_nor_as_not_read(case: Case, document: Document) -> None:
    case.add_reading(document.id, "none", "0.1.0", "no reader for ar")
    case.add_judgement(make_judgement(JudgementKind.REJECT, document.id))
    assert case.readings() == ()
    assert len(case.all_readings()) == 1


def test_a_reason_not_to_read_does_not_hide_an_older_reading(case: Case, document: Document) -> None:
    told = make_statement(document)
    case.add_reading(document.id, "english", "1.0", (told,))
    case.add_reading(document.id, "english", "2.0", "took more than 60 s")
    assert tuple(case.statements()) == (told,)
    assert [r.reason for r in case.readings()] == [None]


def test_a_newer_reading_that_finds_nothing_counts(case: Case, document: Document) -> None:
    case.add_reading(document.id, "english", "1.0", (make_statement(document),))
    case.add_reading(document.id, "english", "1.1", ())
    assert list(case.statements()) == []


def test_statements_come_by_place_in_the_text(case: Case, document: Document) -> None:
    told = [make_statement(document, start, 60) for start in (30, 0, 5)]
    case.add_reading(document.id, "english", "1.0", told)
    assert [s.span.start for s in case.statements()] == [0, 5, 30]


@pytest.mark.parametrize(
    ("start", "end", "reader", "said"),
    [
        (0, 10_000, "english", "its words end at 10000"),
        (0, 10, "arabic", "isn't what english 1.0 says"),
    ],
)
def test_a_statement_without_evidence_keeps_the_whole_reading_out(
    case: Case, document: Document, start: int, end: int, reader: str, said: str
) -> None:
    wrong = make_statement(document, start, end, reader=reader)
    with pytest.raises(SecondSourceError, match=said):
        case.add_reading(document.id, "english", "1.0", (make_statement(document), wrong))
    assert case.all_readings() == ()
    assert list(case.statements()) == []


def test_a_reading_of_a_document_not_held_is_refused(case: Case) -> None:
    with pytest.raises(SecondSourceError, match="isn't in this case"):
        case.add_reading("sha256:none", "english", "1.0", ())


def test_versions_are_ordered_by_their_numbers() -> None:
    ordered = ["0.9", "1", "1.2", "1.10", "1.10.1", "2.0"]
    mixed = ["1.10", "0.9", "2.0", "1.10.1", "1", "1.2"]
    assert sorted(mixed, key=version_key) == ordered
