"""The text of a row is parted into cells that know where they stand."""

from __future__ import annotations

import re

import pytest

from secondsource.read.records.columns import Cell, row_of, span_over
from secondsource.records import DataSet, RowKey

KEY = RowKey(data_set=DataSet.ACLED, name="ACLED", key="17")
TEXT = "ACLED 17\nActor1: Marsh Army: north\nempty: \nno column here\nactor1: Reed Brigade\nmention: a\nmention: b"


def test_cells_quote_the_text() -> None:
    row = row_of(TEXT, KEY)
    cell = row.cell("actor1")
    assert cell is not None
    assert cell.words == "Marsh Army: north"
    assert TEXT[cell.span.start : cell.span.end] == cell.words
    assert [TEXT[m.span.start : m.span.end] for m in row.mentions] == ["a", "b"]


@pytest.mark.parametrize("column", ["empty", "no column here", "absent"])
def test_column_without_a_value_has_no_cell(column: str) -> None:
    row = row_of(TEXT, KEY)
    assert row.cell(column) is None
    assert row.words(column) == ""


def test_first_column_with_a_value_is_taken() -> None:
    found = row_of(TEXT, KEY).cell("absent", "actor1")
    assert found is not None
    assert found.words.startswith("Marsh")


def test_parts_keep_their_place_and_blank_ones_fall_away() -> None:
    parts = Cell(" a ;; b;", 10).parts(re.compile(";"))
    assert parts == [Cell("a", 11), Cell("b", 16)]
    span = span_over(reversed(parts))
    assert (span.start, span.end) == (11, 17)


def test_list_without_an_end_is_cut() -> None:
    assert len(Cell("a;" * 1000, 0).parts(re.compile(";"))) == 200
    assert len(Cell("a;" * 100, 0).parts(re.compile(";"))) == 100


def test_name_has_a_span_only_where_the_text_begins_with_it() -> None:
    assert row_of(TEXT, KEY).name_span is not None
    assert row_of("Another 17\nactor1: Marsh Army", KEY).name_span is None
