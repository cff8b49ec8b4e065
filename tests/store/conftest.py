"""A fresh case for each test: a copy of one that was made once, since migrations take a tenth of a second."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from secondsource.store import Case, create_case, open_case


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case file with nothing in it."""
    path = tmp_path_factory.mktemp("blank") / "blank.db"
    create_case(path).close()
    return path


@pytest.fixture
def case(tmp_path: Path, blank: Path) -> Iterator[Case]:
    """An open case with nothing in it."""
    shutil.copyfile(blank, tmp_path / "desk.db")
    with open_case(tmp_path / "desk.db") as opened:
        yield opened
