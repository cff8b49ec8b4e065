"""Rows of data sets: a later import changes and withdraws them, what they said stays, two clocks hold."""

from __future__ import annotations

from datetime import date

from secondsource.records import RowKey
from secondsource.store import Case, ReadRow
from tests.store.examples import EXPORT, make_document, make_row, raw_of

FIRST, LATER = date(2024, 1, 10), date(2024, 2, 10)


def told(case: Case, as_of: date | None = None) -> set[str]:
    return {d.text.partition("\n")[2] for d in case.documents(as_of)}


def key_of(row: ReadRow) -> RowKey:
    assert row.document.row is not None
    return row.document.row


def test_a_batch_of_rows_is_kept_with_its_bytes_and_statements(case: Case) -> None:
    rows = [make_row("1", "Shelling at Sorna."), make_row("2", "An ambush at Sorna.")]
    counts = case.add_rows(rows, EXPORT)
    assert (counts.added, counts.changed, counts.unchanged) == (2, 0, 0)
    assert told(case) == {"Shelling at Sorna.", "An ambush at Sorna."}
    assert {s.document_id for s in case.statements()} == {r.document.id for r in rows}
    assert case.raw(rows[0].document.raw_sha256) == rows[0].raw


def test_the_same_rows_again_add_nothing(case: Case) -> None:
    rows = [make_row("1", "Shelling at Sorna."), make_row("2", "An ambush at Sorna.")]
    case.add_rows(rows, EXPORT)
    before = case.inputs_digest()
    assert case.add_rows(rows, EXPORT).unchanged == 2
    assert case.inputs_digest() == before


def test_a_row_that_says_something_else_supersedes_and_the_old_one_stays_on_record(case: Case) -> None:
    old, new = make_row("1", "Two killed.", known_on=FIRST), make_row("1", "Five killed.", known_on=LATER)
    case.add_rows([old], EXPORT)
    assert case.add_rows([new], EXPORT).changed == 1
    assert told(case) == {"Five killed."}
    assert {s.document_id for s in case.statements()} == {new.document.id}
    assert case.document(old.document.id) == old.document
    assert told(case, FIRST) == {"Two killed."}
    assert told(case, LATER) == {"Five killed."}


def test_the_last_of_two_rows_with_one_id_in_one_file_holds(case: Case) -> None:
    case.add_rows([make_row("1", "Two killed."), make_row("1", "Five killed.")], EXPORT)
    assert told(case) == {"Five killed."}


def test_a_withdrawn_row_holds_until_the_day_that_it_was_withdrawn_and_can_come_back(case: Case) -> None:
    row = make_row("1", "Two killed.", known_on=FIRST)
    case.add_rows([row], EXPORT)
    assert case.withdraw_rows([key_of(row)], EXPORT, LATER) == 1
    assert case.withdraw_rows([key_of(row)], EXPORT, LATER) == 0
    assert told(case) == set()
    assert told(case, FIRST) == {"Two killed."}
    assert case.rows_in_force("Row Log") == ()
    assert case.add_rows([row], EXPORT).changed == 1
    assert told(case) == {"Two killed."}
    assert [r.row.key for r in case.rows_in_force("Row Log")] == ["1"]


def test_rows_of_another_data_set_under_the_same_id_are_others(case: Case) -> None:
    row = make_row("1", "Two killed.")
    case.add_rows([row], EXPORT)
    case.withdraw_rows([RowKey(data_set=key_of(row).data_set, name="Another", key="1")], EXPORT, LATER)
    assert told(case) == {"Two killed."}


def test_articles_are_untouched_by_rows(case: Case) -> None:
    article = make_document("An article about Sorna.\nIt is long.")
    case.add_document(article, raw_of(article.text))
    row = make_row("1", "Two killed.")
    case.add_rows([row], EXPORT)
    case.withdraw_rows([key_of(row)], EXPORT, LATER)
    assert told(case) == {"It is long."}


def test_a_forgotten_row_does_not_come_back(case: Case) -> None:
    row = make_row("1", "Two killed.")
    case.add_rows([row], EXPORT)
    case.forget(row.document.id, "asked for", "ana", row.document.collected_at)
    case.add_rows([row], EXPORT)
    assert told(case) == set()


def test_many_rows_fit_into_one_batch(case: Case) -> None:
    rows = [make_row(str(n), f"Attack {n}.") for n in range(1200)]
    assert case.add_rows(rows, EXPORT).added == 1200
    assert case.add_rows(rows, EXPORT).unchanged == 1200
