"""All rows of a real UCDP GED sample; skipped where the data aren't at hand."""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest

from secondsource.read.records import reader
from secondsource.records import DataSet, Event
from tests.read.records.rows import row_document
from tests.read.records.test_hostile_rows import holds, quoted

FOLDER = Path(os.environ.get("SECONDSOURCE_DATA", Path(__file__).parents[4] / "shared" / "data"))
SAMPLE = FOLDER / "events" / "ucdp_ged_sample.csv"
pytestmark = pytest.mark.skipif(not SAMPLE.exists(), reason=f"no UCDP GED sample at {SAMPLE}")


def test_every_row_gives_who_when_where_and_how_many() -> None:
    with SAMPLE.open(encoding="utf-8", newline="") as file:
        documents = [row_document(DataSet.UCDP_GED, row, key=row["id"]) for row in csv.DictReader(file)]
    sourced = 0
    for document in documents:
        statements = reader.read(document)
        event = statements[0].proposition
        assert isinstance(event, Event)
        assert event.by
        assert event.when is not None
        assert event.killed is not None
        assert event.place is not None
        assert event.place.coordinates is not None
        sourced += any(len(s.chain) > 1 for s in statements)
        for statement in statements:
            assert all(
                holds(document.text[span.start : span.end], words) for span, words in quoted(statement)
            )
    assert sourced >= 0.97 * len(documents)  # 978 of 1,000 on 2026-11-26
