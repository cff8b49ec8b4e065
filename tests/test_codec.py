"""Records to JSON and Arrow and back."""

from __future__ import annotations

import json
from dataclasses import is_dataclass
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secondsource import codec, records
from tests.strategies import records_of

FLOWING = [
    kind
    for name, kind in vars(records).items()
    if isinstance(kind, type) and is_dataclass(kind) and kind.__module__.startswith(records.__name__)
]
# A proposition travels inside its statement, and the whole of what is derived as one table a part.
TABLES = [k for k in FLOWING if k is not records.Derived and k not in codec._PROPOSITIONS.values()]
QUIET = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("kind", FLOWING, ids=lambda k: k.__name__)
@QUIET
@given(data=st.data())
def test_record_to_json_to_record_is_the_same(kind: type, data: st.DataObject) -> None:
    record = data.draw(records_of(kind))
    plain = json.loads(codec.canonical_json(record))
    if kind.__name__.lower() in plain and kind in codec._PROPOSITIONS.values():
        plain = plain[kind.__name__.lower()]
    assert codec.from_plain(kind, plain) == record


@pytest.mark.parametrize("kind", TABLES, ids=lambda k: k.__name__)
@QUIET
@given(data=st.data())
def test_record_to_arrow_to_record_is_the_same(kind: type, data: st.DataObject) -> None:
    items = data.draw(st.lists(records_of(kind), max_size=3))
    table = codec.to_table(kind, items)
    assert table.schema == codec.arrow_schema(kind)
    assert codec.from_table(kind, table) == items


def test_id_depends_on_content_alone() -> None:
    span = records.Span(start=1, end=2)
    assert codec.content_id("s", span, "x") == codec.content_id("s", records.Span(start=1, end=2), "x")
    assert codec.content_id("s", span, "x") != codec.content_id("s", span, "y")
    assert codec.content_id("s", "ab", "c") != codec.content_id("s", "a", "bc")


def test_moments_are_written_in_utc_whatever_their_zone() -> None:
    moment = datetime.fromisoformat("2026-01-01T02:00:00+02:00")
    assert codec.to_plain(moment) == codec.to_plain(moment.astimezone(UTC)) == "2026-01-01T00:00:00+00:00"


def test_wrong_type_is_an_error_and_not_a_record() -> None:
    with pytest.raises(TypeError, match="expected int"):
        codec.from_plain(records.Span, {"start": "1", "end": 2})


def test_field_added_since_a_record_was_stored_takes_its_default() -> None:
    stored = {"earliest": "2031-05-06", "latest": "2031-05-06", "edtf": "2031-05-06"}
    assert codec.from_plain(records.DayRange, stored).assumed == ()
    with pytest.raises(TypeError, match="edtf"):
        codec.from_plain(records.DayRange, {"earliest": None, "latest": None})
