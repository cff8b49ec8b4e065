"""A quote in its context."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from secondsource.records import Document, Span
from secondsource.show.brief.quoting import context, page_number, quote
from tests.show.case import CaseBuilder


def document(text: str, **other: object) -> Document:
    return CaseBuilder().document(text, "Post", None, **other)


def test_context_is_the_sentence_before_and_after() -> None:
    text = "First one. Second one. The claim itself. Fourth one. Fifth one."
    span = Span(start=text.index("The"), end=text.index(" Fourth"))
    assert context(document(text), span) == ("Second one. ", " Fourth one.")


def test_context_of_a_clause_is_the_rest_of_its_sentence() -> None:
    text = "First one. They said that the bridge fell, and left. Third one."
    span = Span(start=text.index("the bridge"), end=text.index(", and"))
    assert context(document(text), span) == ("They said that ", ", and left.")


def test_context_stops_at_a_blank_line() -> None:
    text = "A headline\n\nThe claim.\n\nAnother part"
    span = Span(start=text.index("The"), end=text.index("\n\nAnother"))
    before, after = context(document(text), span)
    assert "A headline" in before
    assert after.strip() in ("", "Another part")


@given(st.text(max_size=900), st.data())
def test_quote_and_context_stand_in_the_text_side_by_side(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    made, span = document(text), Span(start=start, end=end)
    before, after = context(made, span)
    words = quote(made, span)
    assert words == text[start:end]
    assert text[:start].endswith(before.removeprefix("…"))
    assert text[end:].startswith(after.removesuffix("…"))


def test_a_text_that_is_gone_gives_no_quote() -> None:
    assert quote(document(""), Span(start=0, end=5)) is None
    assert context(document(""), Span(start=0, end=5)) == ("", "")


def test_pages_count_from_one() -> None:
    made = document("x" * 100, pages=(0, 40, 80))
    assert [page_number(made, Span(start=s, end=s + 1)) for s in (0, 39, 40, 99)] == [1, 1, 2, 3]
    assert page_number(document("x"), Span(start=0, end=1)) is None
