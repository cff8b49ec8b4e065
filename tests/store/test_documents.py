"""Documents: kept whole, once, in an order that doesn't depend on when they came."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.errors import NotFoundError, UnreadableError
from secondsource.records import Document, JudgementKind
from secondsource.store import Case, rows
from tests.store.examples import make_document, make_judgement, raw_of
from tests.strategies import records_of


def test_a_document_comes_back_as_it_was_with_its_bytes(case: Case) -> None:
    document = make_document("Wörld \U0001f30d \x00 end\r\n", published=date(2024, 3, 1))
    assert case.add_document(document, raw_of(document.text))
    assert case.document(document.id) == document
    assert case.raw(document.raw_sha256) == raw_of(document.text)


def test_adding_twice_adds_nothing(case: Case) -> None:
    document = make_document()
    assert not case.has_document(document.id)
    assert case.add_document(document, raw_of(document.text))
    before = case.inputs_digest()
    assert not case.add_document(document, b"other bytes")
    assert case.has_document(document.id)
    assert case.inputs_digest() == before
    assert list(case.documents()) == [document]


def test_documents_of_one_file_share_its_bytes(case: Case) -> None:
    first, second = make_document("one"), make_document("two")
    second = Document(
        **{f: getattr(second, f) for f in Document.__slots__} | {"raw_sha256": first.raw_sha256}
    )
    assert case.add_document(first, b"both")
    assert case.add_document(second, b"both")
    assert case.raw(first.raw_sha256) == b"both"


def test_documents_come_in_order_of_ids_however_they_were_added(case: Case) -> None:
    documents = [make_document(f"text {n}") for n in range(450)]
    for document in documents:
        case.add_document(document, raw_of(document.text))
    assert list(case.documents()) == sorted(documents, key=lambda d: d.id)
    assert case.document_ids() == tuple(sorted(d.id for d in documents))


def test_as_of_gives_what_was_public_by_then(case: Case) -> None:
    early, late = make_document("early", published=date(2024, 1, 1)), make_document("late")
    for document in (early, late):
        case.add_document(document, raw_of(document.text))
    assert [d.text for d in case.documents(date(2024, 1, 1))] == ["early"]
    assert list(case.documents(date(2023, 12, 31))) == []
    # not dated: public at the latest on the day it was collected
    assert len(list(case.documents(date(2024, 3, 5)))) == 2
    assert case.document_ids(date(2024, 1, 1)) == (early.id,)


def test_a_withdrawn_document_is_left_out_until_that_is_undone(case: Case) -> None:
    kept, withdrawn = make_document("kept"), make_document("withdrawn")
    for document in (kept, withdrawn):
        case.add_document(document, raw_of(document.text))
    rejection = make_judgement(JudgementKind.REJECT, withdrawn.id)
    case.add_judgement(rejection)
    assert list(case.documents()) == [kept]
    assert case.document_ids() == (kept.id,)
    assert [d.id for d in case.unread([("english", "1.0")])] == [kept.id]
    assert len(list(case.documents(include_withdrawn=True))) == 2
    assert case.document(withdrawn.id) == withdrawn
    case.add_judgement(make_judgement(JudgementKind.UNDO, rejection.id, minute=1))
    assert len(list(case.documents())) == 2


def test_one_may_write_while_going_through_documents(case: Case) -> None:
    for n in range(3):
        document = make_document(f"text {n}")
        case.add_document(document, raw_of(document.text))
    for document in case.unread([("english", "1.0")]):
        case.add_reading(document.id, "english", "1.0", ())
    assert list(case.unread([("english", "1.0")])) == []
    assert len(list(case.unread([("english", "1.1")]))) == 3


def test_half_a_character_in_the_text_is_refused_by_name_of_the_file(case: Case) -> None:
    document = make_document("broken \ud800 text", path="bad.json")
    with pytest.raises(UnreadableError, match=r"^bad\.json: .* nothing of it was kept\."):
        case.add_document(document, raw_of(document.text))
    assert not case.has_document(document.id)


def test_a_file_name_that_is_no_utf8_is_kept(case: Case) -> None:
    document = make_document(path="caf\udce9.txt", title="caf\udce9")
    assert case.add_document(document, raw_of(document.text))
    assert case.document(document.id) == document


def test_an_unknown_document_is_told_by_id(case: Case) -> None:
    with pytest.raises(NotFoundError, match=r"^sha256:none: no such document in desk\.db"):
        case.document("sha256:none")


@settings(max_examples=60, deadline=None)
@given(document=records_of(Document))
def test_any_document_is_the_same_after_row_and_back(document: Document) -> None:
    assert rows.document_from(rows.document_row(document)) == document


@settings(max_examples=60, deadline=None)
@given(words=st.text(alphabet=st.characters(categories=["Cs", "Cc", "L"])))
def test_json_with_any_characters_is_text_that_a_database_takes(words: str) -> None:
    rows.to_json(words).encode("utf-8")
