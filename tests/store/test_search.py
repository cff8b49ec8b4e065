"""Search: words found with their offsets, whatever the user types."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secondsource.records import Document, JudgementKind
from secondsource.store import Case, HitKind
from tests.store.examples import TEXT, make_document, make_judgement, make_statement, raw_of


def _add(case: Case, *documents: Document) -> None:
    for document in documents:
        case.add_document(document, raw_of(document.text))


def _found(case: Case, words: str) -> list[str]:
    """The words that each document hit points at."""
    return [
        "|".join(case.document(hit.document_id).text[s.start : s.end] for s in hit.spans)
        for hit in case.search(words)
        if hit.kind is HitKind.DOCUMENT
    ]


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("A convoy near Sorna.", "convoy", ["convoy"]),
        ("A CONVOY near Sorna.", "sorna convoy", ["CONVOY|Sorna"]),
        ("Près de l'évêché", "eveche", ["évêché"]),
        ("بيان من سرايا الراية", "سرايا", ["سرايا"]),
        ("\U0001f30d\U0001f30d near the bridge", "bridge", ["bridge"]),
        ("Sorna has a bridge", '"sorna bridge"', []),
        ("the Sorna bridge fell", '"sorna bridge"', ["Sorna bridge"]),
        ("convoy", "convoy absent", []),
        ("one AND two", "one AND two", ["one|AND|two"]),
        ("text:convoy", "text:convoy", ["text:convoy"]),
        ("a \ue000marked\ue000 word", "word", ["word"]),
        ("<b>bold</b> word", "bold", ["bold"]),
        ("a convoy", "convoy !!!", ["convoy"]),
    ],
)
def test_words_are_found_where_they_stand(case: Case, text: str, words: str, found: list[str]) -> None:
    _add(case, make_document(text))
    assert _found(case, words) == found


@pytest.mark.parametrize("words", ["", "  ", "!!!", '"', "*", "\0", "\ud800", "^", "()"])
def test_words_without_a_letter_find_nothing(case: Case, words: str) -> None:
    _add(case, make_document())
    assert case.search(words) == []


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.text(alphabet=st.one_of(st.sampled_from('"*^:(){}+-\0 ANDORTe'), st.characters()), max_size=20)
)
def test_nothing_that_is_typed_is_syntax(case: Case, words: str) -> None:
    case.search(words)


def test_a_statement_that_holds_the_words_follows_its_document(case: Case) -> None:
    document = make_document()
    _add(case, document, make_document("Another convoy."))
    told, other = make_statement(document, 0, 56), make_statement(document, 57, 80)
    case.add_reading(document.id, "english", "1.0", (told, other))
    hits = [h for h in case.search("convoy") if h.document_id == document.id]
    assert [(h.kind, h.statement_id) for h in hits] == [
        (HitKind.DOCUMENT, None),
        (HitKind.STATEMENT, told.id),
    ]
    assert all(TEXT[s.start : s.end] == "convoy" for h in hits for s in h.spans)
    assert all(h.snippet == TEXT[h.snippet_start : h.snippet_start + len(h.snippet)] for h in hits)


def test_statements_of_an_older_reading_are_not_found(case: Case) -> None:
    document = make_document()
    _add(case, document)
    case.add_reading(document.id, "english", "1.0", (make_statement(document),))
    case.add_reading(document.id, "english", "1.1", ())
    assert [h.kind for h in case.search("convoy")] == [HitKind.DOCUMENT]


def test_a_title_alone_is_found_without_offsets(case: Case) -> None:
    _add(case, make_document("Body.", title="Harbour fire"))
    (hit,) = case.search("harbour")
    assert (hit.title, hit.spans, hit.snippet) == ("Harbour fire", (), "Body.")


def test_withdrawn_documents_are_not_found_and_take_no_place(case: Case) -> None:
    documents = [make_document(f"convoy {n}") for n in range(4)]
    _add(case, *documents)
    case.add_judgement(make_judgement(JudgementKind.REJECT, *(d.id for d in documents[:3])))
    assert [h.document_id for h in case.search("convoy", limit=1)] == [documents[3].id]


def test_no_more_than_the_limit_is_given(case: Case) -> None:
    _add(case, *(make_document(f"convoy {n}") for n in range(5)))
    assert len(case.search("convoy", limit=3)) == 3
    assert case.search("convoy", limit=0) == []


def test_the_snippet_is_cut_from_the_text_at_blanks(case: Case) -> None:
    text = "word " * 100 + "convoy" + " tail" * 100
    _add(case, make_document(text))
    (hit,) = case.search("convoy")
    assert text[hit.snippet_start : hit.snippet_start + len(hit.snippet)] == hit.snippet
    assert hit.snippet.startswith("word ")
    assert hit.snippet.endswith(" tail")
    assert len(hit.snippet) <= 166


def test_words_after_a_nul_are_found_without_offsets_rather_than_with_wrong_ones(case: Case) -> None:
    _add(case, make_document("before\0after the convoy"))
    (hit,) = case.search("convoy")
    assert hit.spans == ()
