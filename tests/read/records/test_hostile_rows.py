"""Whatever stands in a row, nothing is raised and every span lies in the text and holds the words of its field."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.read.records import TELLERS, reader, why_not
from secondsource.records import Channel, DataSet, Document, Event, Mention, Span, Statement, Toll
from tests.read.records import test_acled, test_event_records, test_gdelt, test_ged, test_gtd
from tests.read.records.rows import row_document, text_document

ROWS = {
    DataSet.UCDP_GED: test_ged.ROW,
    DataSet.ACLED: test_acled.ROW,
    DataSet.GTD: test_gtd.ROW,
    DataSet.GDELT: test_gdelt.ROW,
    DataSet.EVENT_RECORDS: test_event_records.ROW | {"claimed_by": "", "type (by the mapping)": ""},
}
COLUMNS = sorted({c for row in ROWS.values() for c in row} | {"source_article", "mention", "claimmode_txt"})
ODD = st.sampled_from(
    ["", " ", "\0", "-9", "-99", "nan", "1e309", "9" * 40, "2021-02-30", "0", "1", "3", "1.0", ";", ";;", "///", ",",
     "; ;a;", "\"", "«»", "(2020-)", "Unknown", "Civilians", "XXX", "\u202eكتائب\u202c", "ΑΒ\u0345", "İstanbul",
     "a" * 99, "Source:", "According to ", ".", "http://[::", "https://www.", "Marsh Army; police",
     "\ud800", "٣", "²"]
)  # fmt: skip
VALUES = ODD | st.text(max_size=30)


@st.composite
def changed_rows(draw: st.DrawFn) -> Document:
    """A row of some data set in which some columns hold anything."""
    data_set = draw(st.sampled_from(list(DataSet)))
    changed = draw(st.dictionaries(st.sampled_from(COLUMNS), VALUES, max_size=8))
    return row_document(data_set, ROWS[data_set] | changed)


def test_every_data_set_is_read() -> None:
    assert set(TELLERS) == set(DataSet)


@settings(max_examples=400, deadline=None)
@given(changed_rows())
def test_odd_values_leave_spans_that_hold_their_words(document: Document) -> None:
    statements = reader.read(document)
    assert (why_not(document) is None) == bool(statements)
    for statement in statements:
        for span, words in quoted(statement):
            assert statement.span.covers(span)
            assert holds(document.text[span.start : span.end], words), (words, span)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(list(DataSet)), st.text(max_size=300), st.text(max_size=5))
def test_any_text_is_read_without_an_error(data_set: DataSet, text: str, key: str) -> None:
    document = text_document(data_set, text, key)
    assert reader.read(document) == reader.read(document)


@pytest.mark.parametrize("data_set", list(DataSet))
@pytest.mark.parametrize("filling", [",", ", ", ".", "(", '"', " a", "1", "; ", "'", "A, ", "///", "x;y,"])
def test_long_cells_are_read(data_set: DataSet, filling: str) -> None:
    row = ROWS[data_set]
    needed = {
        c: row[c] for c in row if "type" in c or "code" in c.lower() or "date" in c.lower() or c == "start"
    }
    years = {c: row[c] for c in ("iyear", "imonth", "iday") if c in row}
    long = dict.fromkeys(row, filling * 20_000) | {"source_article": filling * 20_000}
    document = row_document(data_set, long | needed | years)
    statements = reader.read(document)
    assert statements
    assert all(
        holds(document.text[span.start : span.end], words) for s in statements for span, words in quoted(s)
    )


def quoted(statement: Statement) -> Iterator[tuple[Span, str]]:
    """Every span in a statement with the words that it must hold."""
    for holder in statement.chain:
        if holder.span is not None:
            yield holder.span, holder.name
    body = statement.proposition
    if isinstance(body, Channel):
        yield from named((body.actor,))
    if isinstance(body, Event):
        yield from named((*(p.actor for p in body.by), *body.on, *((body.means,) if body.means else ())))
        if body.place is not None:
            yield body.place.span, body.place.name
        if body.place is not None and body.place.coordinates is not None:
            yield body.place.coordinates.span, ""
        if body.when is not None:
            yield body.when.span, body.when.words
        for toll in (body.killed, body.injured, body.abducted):
            yield from numbered(toll)


def named(mentions: tuple[Mention, ...]) -> Iterator[tuple[Span, str]]:
    """Mentions with their names."""
    return ((m.span, m.name) for m in mentions)


def numbered(toll: Toll | None) -> Iterator[tuple[Span, str]]:
    """A toll with a figure that must stand in its span, where it is of one cell."""
    if toll is not None:
        yield toll.span, ""


def holds(quote: str, words: str) -> bool:
    """True if the quote holds the words in their order; a name may leave out years in brackets."""
    at = 0
    for word in words.replace("…", " ").split():
        at = quote.find(word, at)
        if at < 0:
            return False
        at += len(word)
    return bool(quote)
