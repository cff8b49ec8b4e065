"""Making and opening a case: every way that it can go wrong is told, and changes nothing."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from secondsource import __version__
from secondsource.errors import CaseError, NotFoundError
from secondsource.store import create_case, documents, open_case, schema, sqlite
from secondsource.store.database import Database
from secondsource.store.tables import HEAD, metadata
from tests.store.examples import make_document, raw_of

OURS = {t.name for t in metadata.sorted_tables}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with create_case(tmp_path / "desk.db") as case:
        document = make_document()
        case.add_document(document, raw_of(document.text))
    return tmp_path / "desk.db"


def _sql(path: Path, *steps: str) -> None:
    with closing(sqlite3.connect(path)) as other, other:
        for step in steps:
            other.execute(step)


def test_a_case_opened_again_holds_what_was_kept(path: Path) -> None:
    with open_case(path) as case:
        assert [d.text for d in case.documents()] == [make_document().text]


@pytest.mark.parametrize("name", ["a b.db", "50%.db", "q?x=1#y.db", "دفتر.db", "no-suffix"])
def test_a_case_may_have_any_name(tmp_path: Path, name: str) -> None:
    if sys.platform == "win32" and "?" in name:
        pytest.skip("Windows allows no ? in a file name")
    create_case(tmp_path / name).close()
    with open_case(tmp_path / name) as case:
        assert case.document_ids() == ()
    assert (tmp_path / name).exists()


def test_a_case_that_is_not_there_says_how_to_make_it(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match=r"there is no such case\. `secondsource init .*desk\.db` makes it\."):
        open_case(tmp_path / "desk.db")
    assert list(tmp_path.iterdir()) == []


def test_a_case_is_never_made_over_something(path: Path, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear all,")
    for there in (path, letter, tmp_path):
        with pytest.raises(CaseError):
            create_case(there)
    assert letter.read_text() == "Dear all,"
    with open_case(path) as case:
        assert len(case.document_ids()) == 1


def test_a_case_needs_a_folder_that_exists(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="a folder that exists"):
        create_case(tmp_path / "missing" / "desk.db")


@pytest.mark.parametrize("content", [b"Dear all,", b"%PDF-1.7", b"\0" * 5000])
def test_a_file_that_is_no_case_is_told_and_left_alone(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "letter.txt"
    file.write_bytes(content)
    with pytest.raises(CaseError, match="is no case file, so nothing was changed"):
        open_case(file)
    assert file.read_bytes() == content


def test_another_programs_database_is_no_case(tmp_path: Path) -> None:
    file = tmp_path / "bookmarks.sqlite"
    _sql(file, "CREATE TABLE bookmark (url TEXT)")
    content = file.read_bytes()
    with pytest.raises(CaseError, match="is no case file"):
        open_case(file)
    with pytest.raises(CaseError, match="is there already"):
        create_case(file)
    assert file.read_bytes() == content


def test_a_folder_is_no_case(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="is a folder"):
        open_case(tmp_path)


def test_an_init_that_was_killed_can_run_again(tmp_path: Path) -> None:
    empty, begun = tmp_path / "empty.db", tmp_path / "begun.db"
    empty.touch()
    _sql(begun, "PRAGMA journal_mode = WAL")
    for file in (empty, begun):
        with pytest.raises(CaseError, match="was begun and never finished"):
            open_case(file)
        create_case(file).close()
        with open_case(file) as case:
            assert case.document_ids() == ()


def test_a_truncated_case_is_told(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(8192)
    with pytest.raises(CaseError, match="this case is damaged"):
        open_case(path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anything")
def test_a_case_without_permission_is_told(path: Path) -> None:
    path.chmod(0o444)
    with pytest.raises(CaseError, match="may not be read and written"):
        open_case(path)


# --- versions ---------------------------------------------------------------------------------------------


def test_a_newer_case_is_left_alone_and_names_both_versions(path: Path) -> None:
    _sql(
        path,
        "UPDATE alembic_version SET version_num = '9999'",
        "UPDATE case_info SET value = '9.4' WHERE key = 'last_opened_by'",
    )
    content = path.read_bytes()
    said = (
        f"desk.db: was last opened by version 9.4 and this is {__version__}; nothing was changed. "
        "Upgrade secondsource, or restore desk.db.before-9.4."
    )
    with pytest.raises(CaseError) as told:
        open_case(path)
    assert str(told.value) == said
    assert path.read_bytes() == content


def test_an_older_case_is_copied_and_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    _make_at(path, "0001")
    with open_case(path) as case:
        assert case.derived() is None
        assert case.derived_is_current() is False
        case.digest()
    backup = tmp_path / f"old.db.before-{__version__}"
    assert _revision(path) == HEAD
    assert _revision(backup) == "0001"
    assert sorted(f.name for f in tmp_path.iterdir()) == [path.name, backup.name]


def test_a_case_that_is_up_to_date_is_opened_without_a_copy(path: Path) -> None:
    open_case(path).close()
    assert [f.name for f in path.parent.iterdir()] == [path.name]


def test_opening_a_case_that_is_up_to_date_loads_no_alembic(path: Path) -> None:
    program = (
        "import sys, pathlib; from secondsource.store import open_case;"
        "open_case(pathlib.Path(sys.argv[1])).close(); print('alembic' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"


def test_the_newest_revision_is_the_one_that_the_code_knows() -> None:
    script = ScriptDirectory(str(Path(schema.__file__).parent / "migrations"))
    assert script.get_current_head() == HEAD


def test_the_migrations_make_the_tables_that_the_code_knows(path: Path) -> None:
    engine = sqlite.connect(path)
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_name": lambda name, kind, parents: kind != "table" or name in OURS}
        )
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def _make_at(path: Path, revision: str) -> None:
    """A case as it was made by the version whose schema had that revision."""
    path.touch()
    database = Database(path=path, engine=sqlite.connect(path))
    sqlite.use_write_ahead_log(database.engine)
    with database.write() as connection:
        schema.upgrade(connection, revision)
        sqlite.mark_as_case(connection)
    database.engine.dispose()


def _revision(path: Path) -> str:
    with closing(sqlite3.connect(path)) as other:
        return str(other.execute("SELECT version_num FROM alembic_version").fetchone()[0])


# --- more than one process --------------------------------------------------------------------------------


def test_a_case_that_another_process_writes_to_is_told_after_the_time_to_wait(path: Path) -> None:
    document = make_document("another")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with open_case(path, busy_timeout_s=0.05) as case:
            assert len(list(case.documents())) == 1
            with pytest.raises(CaseError, match="another process is writing to this case"):
                case.add_document(document, raw_of(document.text))
        other.execute("ROLLBACK")
    with open_case(path) as case:
        assert case.add_document(document, raw_of(document.text))


_ADD_MANY = """
import sys, pathlib
from secondsource.store import open_case
from tests.store.examples import make_document, raw_of
with open_case(pathlib.Path(sys.argv[1])) as case:
    print(sum(case.add_document(d, raw_of(d.text)) for d in (make_document(f"text {n}") for n in range(60))))
"""


def test_two_processes_that_add_the_same_lose_nothing_and_double_nothing(path: Path) -> None:
    both = [
        subprocess.Popen([sys.executable, "-c", _ADD_MANY, str(path)], stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    added = [int(process.communicate(timeout=60)[0]) for process in both]
    assert sum(added) == 60
    with open_case(path) as case:
        assert len(case.document_ids()) == 61


def test_a_full_disk_is_told_and_leaves_nothing_half_kept(path: Path) -> None:
    database = Database(path=path, engine=sqlite.connect(path))
    with database.read() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 1}")
    document = make_document("a long text " * 2000)
    with pytest.raises(CaseError, match="the disk is full"):
        documents.add_document(database, document, raw_of(document.text))
    database.engine.dispose()
    with open_case(path) as case:
        assert not case.has_document(document.id)
        with pytest.raises(NotFoundError):
            case.raw(document.raw_sha256)
        assert case.add_document(document, raw_of(document.text))


def test_a_case_keeps_the_promises_of_its_pragmas(path: Path) -> None:
    engine = sqlite.connect(path)
    with engine.connect() as connection:
        values = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "foreign_keys", "synchronous", "recursive_triggers", "secure_delete")
        }
    engine.dispose()
    assert values == {
        "journal_mode": "wal",
        "foreign_keys": 1,
        "synchronous": 2,
        "recursive_triggers": 1,
        "secure_delete": 1,
    }
