"""What came in is never changed: not by us, not by anybody with SQL; `forget` alone takes out what it names."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from secondsource.errors import NotFoundError
from secondsource.records import JudgementKind
from secondsource.store import Case, Forgotten, create_case, open_case
from secondsource.store.tables import KEPT
from tests.store.examples import (
    COLLECTED,
    EXPORT,
    make_derived,
    make_document,
    make_judgement,
    make_known_actor,
    make_place,
    make_row,
    make_statement,
    raw_of,
)

SECRET = "Zyxqwvuts"


@pytest.fixture
def full(case: Case) -> Case:
    """A case with a row in every kept table."""
    for text in (f"{SECRET} struck a convoy.", "Another text about a convoy."):
        document = make_document(text, title=f"{SECRET} title" if SECRET in text else None)
        case.add_document(document, raw_of(text))
        case.add_reading(document.id, "english", "1.0", (make_statement(document, 0, 20),))
    case.add_judgement(make_judgement(JudgementKind.NOTE, "x"))
    case.add_places([(make_place(), ())])
    case.add_known_actors([make_known_actor()])
    case.add_rows([make_row("17", "Shelling near Sorna.")], EXPORT)
    run = case.start_run("add .", COLLECTED)
    case.add_failure("a.pdf", "empty", COLLECTED, run)
    case.finish_run(run, COLLECTED, {})
    gone = make_document("to be forgotten")
    case.add_document(gone, raw_of(gone.text))
    case.forget(gone.id, "asked for", "ana", COLLECTED)
    return case


@pytest.mark.parametrize("table", [t.name for t in KEPT])
@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM {table}",
        "UPDATE {table} SET rowid = rowid",
        "INSERT OR REPLACE INTO {table} SELECT * FROM {table} LIMIT 1",
    ],
)
def test_no_kept_row_is_changed(full: Case, table: str, change: str) -> None:
    with closing(sqlite3.connect(full.path)) as other:
        other.execute("PRAGMA recursive_triggers = ON")
        before = other.execute(f"SELECT * FROM {table}").fetchall()
        assert before
        with pytest.raises(sqlite3.IntegrityError, match=f"{table} is append-only"):
            other.execute(change.format(table=table))
        assert other.execute(f"SELECT * FROM {table}").fetchall() == before


def test_the_bytes_of_a_document_that_stays_are_never_removed(full: Case) -> None:
    with closing(sqlite3.connect(full.path)) as other, pytest.raises(sqlite3.IntegrityError):
        other.execute("UPDATE raw SET bytes = NULL WHERE bytes IS NOT NULL")


def test_forgetting_leaves_hash_day_and_reason(full: Case) -> None:
    document = next(d for d in full.documents() if SECRET in d.text)
    full.replace_derived(make_derived(SECRET), full.inputs_digest())
    full.forget(document.id, "names a witness", "ben", COLLECTED.replace(hour=13))
    assert full.forgotten()[-1] == Forgotten(
        document_id=document.id,
        raw_sha256=document.raw_sha256,
        at=COLLECTED.replace(hour=13),
        why="names a witness",
        who="ben",
    )
    assert full.raw(document.raw_sha256) is None
    assert document.id not in full.document_ids()
    assert {r.document_id for r in full.all_readings()} == {s.document_id for s in full.statements()}
    assert not full.derived_is_current()
    assert full.search(SECRET) == []
    assert len(full.search("convoy")) == 1
    day = date(2024, 3, 5).isoformat()
    with pytest.raises(NotFoundError, match=f"was forgotten on {day} by ben: names a witness"):
        full.document(document.id)


def test_nothing_forgotten_is_left_in_the_files(full: Case) -> None:
    document = next(d for d in full.documents() if SECRET in d.text)
    full.replace_derived(make_derived(SECRET), full.inputs_digest())
    assert any(_holds_secret(f) for f in full.path.parent.iterdir())
    full.forget(document.id, "asked for", "ana", COLLECTED)
    assert [f.name for f in full.path.parent.iterdir() if _holds_secret(f)] == []


def test_what_a_reader_kept_in_the_log_goes_when_the_case_is_opened_next(full: Case) -> None:
    document = next(d for d in full.documents() if SECRET in d.text)
    path = full.path
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM document").fetchone()
        full.close()
        # its connections would else wait half a minute for the reader
        with open_case(path, busy_timeout_s=0.05) as impatient:
            impatient.forget(document.id, "asked for", "ana", COLLECTED)
            assert any(_holds_secret(f) for f in path.parent.iterdir())
    with open_case(path):
        assert [f.name for f in path.parent.iterdir() if _holds_secret(f)] == []


def test_a_forgotten_document_is_not_added_again(full: Case) -> None:
    gone = make_document("to be forgotten")
    assert full.has_document(gone.id)
    assert not full.add_document(gone, raw_of(gone.text))
    assert gone.id not in full.document_ids()


def test_another_document_of_the_same_bytes_keeps_its_text(full: Case) -> None:
    first, second = make_document("one"), make_document("one and two")
    shared = {name: getattr(second, name) for name in type(second).__slots__}
    second = type(second)(**shared | {"raw_sha256": first.raw_sha256})
    for document in (first, second):
        full.add_document(document, b"both")
    full.forget(first.id, "asked for", "ana", COLLECTED)
    assert full.document(second.id) == second
    assert full.raw(first.raw_sha256) is None


def test_forgetting_names_the_copies_that_still_hold_it(tmp_path: Path) -> None:
    copy = tmp_path / "desk.db.before-0.0.9"
    copy.write_bytes(b"")
    document = make_document()
    with create_case(tmp_path / "desk.db") as case:
        case.add_document(document, raw_of(document.text))
        assert case.forget(document.id, "asked for", "ana", COLLECTED) == (copy,)


def test_forgetting_what_is_not_there_changes_nothing(full: Case) -> None:
    before = full.inputs_digest(), full.forgotten()
    with pytest.raises(NotFoundError):
        full.forget("sha256:none", "asked for", "ana", COLLECTED)
    assert (full.inputs_digest(), full.forgotten()) == before


def _holds_secret(file: Path) -> bool:
    return SECRET.lower().encode() in file.read_bytes().lower()
