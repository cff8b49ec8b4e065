"""Rows of data sets in a brief: counted apart, quoted by their cells, listed a line a data set."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from secondsource.records import (
    ByStatus,
    DataSet,
    Document,
    Event,
    EventType,
    Mention,
    Perpetrator,
    RowKey,
    Span,
)
from secondsource.show.brief.event_rows import cells_quoted, counted_documents, row_lines
from secondsource.show.brief.parts import bare_words
from tests.store.examples import make_document, make_statement

TEXT = make_document("A text.")


def row(key: str, text: str = "Row Log 1\nby: Lions", published: date | None = None) -> Document:
    return replace(
        make_document(text, published=published),
        row=RowKey(data_set=DataSet.ACLED, name="Row Log", key=key),
    )


def test_rows_are_counted_apart_from_documents() -> None:
    assert counted_documents([TEXT]) == "1 document"
    assert counted_documents([]) == "0 documents"
    assert counted_documents([row("1"), row("2")]) == "2 event records"
    assert counted_documents([TEXT, row("1")]) == "1 document and 1 event record"
    assert counted_documents([TEXT, row("1")], [TEXT, TEXT, row("1"), row("2")]) == (
        "1 of 2 documents and 1 of 2 event records"
    )
    assert counted_documents([TEXT], [TEXT, row("1")]) == "1 document"


def test_a_row_is_quoted_by_the_cells_that_its_statement_rests_on() -> None:
    document = row("1", f"Row Log 1\nnotes: {'x' * 500}\nby: The Red Banner\nplace: Sorna\ncode: 7")
    at = document.text.index("The Red Banner")
    group = Mention(span=Span(start=at, end=at + 14), name="The Red Banner")
    event = Event(type=EventType.ATTACK, by=(Perpetrator(actor=group, status=ByStatus.REPORTED),))
    told = replace(make_statement(document, 0, 30), chain=(), proposition=event)
    assert cells_quoted(document, [told]) == "by: The Red Banner"


def test_rows_stand_in_one_line_a_data_set_with_the_day_they_were_public() -> None:
    rows = [row(str(n), published=date(2031, 5, 6)) for n in range(10)]
    (line,) = row_lines([TEXT, *rows])
    assert bare_words(line.runs) == (
        "Row Log, 10 event records (public 6 May 2031): 0, 1, 2, 3, 4, 5, 6, 7 and 2 more"
    )
    (added,) = row_lines([row("1")])
    assert bare_words(added.runs) == "Row Log, 1 event record (added 5 March 2024): 1"
