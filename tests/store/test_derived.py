"""Derived tables: replaced as a whole, read back the same, with a digest that tells equal from unequal."""

from __future__ import annotations

import sqlite3
import tempfile
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError

from secondsource.errors import CaseError
from secondsource.records import Derived, JudgementKind
from secondsource.store import Case, create_case, open_case, rows
from tests.store.examples import (
    make_derived,
    make_document,
    make_judgement,
    make_place,
    make_statement,
    raw_of,
)
from tests.strategies import records_of

# A case is dear to make and each example replaces all that the one before it left.
_ON_ONE_CASE = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def test_every_tuple_of_derived_has_a_table() -> None:
    assert tuple(part.field for part in rows.DERIVED) == tuple(f.name for f in fields(Derived))


@_ON_ONE_CASE
@given(derived=records_of(Derived))
def test_any_derived_records_come_back_the_same_in_the_same_order(case: Case, derived: Derived) -> None:
    case.replace_derived(derived, "sha256:x")
    assert case.derived() == derived


@_ON_ONE_CASE
@given(derived=records_of(Derived), data=st.data())
def test_the_digest_does_not_depend_on_order(case: Case, derived: Derived, data: st.DataObject) -> None:
    case.replace_derived(derived, "sha256:x")
    digest = case.digest()
    shuffled: dict[str, Any] = {
        f.name: tuple(data.draw(st.permutations(getattr(derived, f.name)))) for f in fields(Derived)
    }
    case.replace_derived(Derived(**shuffled), "sha256:x")
    assert case.digest() == digest


def test_the_digest_tells_what_differs(case: Case) -> None:
    digests = {case.digest()}
    for derived in (make_derived("a"), make_derived("a", "b"), make_derived("a", "a")):
        case.replace_derived(derived, "sha256:x")
        digests.add(case.digest())
    assert len(digests) == 4


def test_nothing_derived_is_none(case: Case) -> None:
    assert case.derived() is None
    assert not case.derived_is_current()


def test_derived_is_current_until_something_comes_in(case: Case) -> None:
    case.replace_derived(make_derived("a"), case.inputs_digest())
    assert case.derived_is_current()
    document = make_document()
    case.add_document(document, raw_of(document.text))
    assert not case.derived_is_current()
    assert case.derived() == make_derived("a")


def test_what_cannot_be_stored_leaves_the_old_rows(case: Case) -> None:
    case.replace_derived(make_derived("a"), case.inputs_digest())
    with pytest.raises(IntegrityError):
        case.replace_derived(make_derived("b"), None)  # type: ignore[arg-type]
    assert case.derived() == make_derived("a")
    assert case.derived_is_current()


def test_rows_of_another_version_are_not_read(case: Case) -> None:
    case.replace_derived(make_derived("a"), "sha256:x")
    with sqlite3.connect(case.path) as other:
        other.execute("UPDATE case_info SET value = '0.0.1' WHERE key = 'derived_version'")
    assert case.derived() is None


def test_a_row_that_cannot_be_read_says_how_to_mend_it(case: Case) -> None:
    case.replace_derived(make_derived("a"), "sha256:x")
    with sqlite3.connect(case.path) as other:
        other.execute("UPDATE actor SET record = '{}'")
    with pytest.raises(CaseError, match=r"table actor .* `secondsource rebuild`"):
        case.derived()


_INPUTS = ["document 1", "document 2", "reading 1", "judgement", "place"]


def _put_in(case: Case, name: str) -> None:
    one, two = make_document("one, of some length"), make_document("two")
    if name == "document 1":
        case.add_document(one, raw_of(one.text))
    elif name == "document 2":
        case.add_document(two, raw_of(two.text))
    elif name == "reading 1":
        case.add_document(one, raw_of(one.text))
        case.add_reading(one.id, "english", "1.0", (make_statement(one, 0, 10),))
    elif name == "judgement":
        case.add_judgement(make_judgement(JudgementKind.NOTE, "x"))
    else:
        case.add_places([(make_place(), ())])


@settings(max_examples=12, deadline=None)
@given(order=st.permutations(_INPUTS), again=st.lists(st.sampled_from(_INPUTS), max_size=4))
def test_inputs_in_any_order_and_again_give_the_same_digest(order: list[str], again: list[str]) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        create_case(Path(folder) / "a.db") as expected,
        create_case(Path(folder) / "b.db") as case,
    ):
        for name in _INPUTS:
            _put_in(expected, name)
        for name in [*order, *again]:
            _put_in(case, name)
        assert case.inputs_digest() == expected.inputs_digest()
        assert list(case.statements()) == list(expected.statements())


def test_inputs_digest_is_the_same_after_opening_again(case: Case) -> None:
    for name in _INPUTS:
        _put_in(case, name)
    with open_case(case.path) as again:
        assert again.inputs_digest() == case.inputs_digest()
