"""One compiled gazetteer for the whole run: in SECONDSOURCE_CACHE if that is set, else in a folder of pytest's."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from secondsource.resolve import Gazetteer, KnownActors, open_gazetteer, read_known_actors


@pytest.fixture(scope="session")
def index_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the index lies; workers of one run share it."""
    given = os.environ.get("SECONDSOURCE_CACHE")
    root = tmp_path_factory.getbasetemp()
    shared = root.parent if os.environ.get("PYTEST_XDIST_WORKER") else root
    return Path(given) if given else shared / "gazetteer"


@pytest.fixture(scope="session")
def gazetteer(index_folder: Path) -> Gazetteer:
    """The packages' places, without any of a user's."""
    return open_gazetteer(index_folder)


@pytest.fixture(scope="session")
def known() -> KnownActors:
    """The starter list."""
    return read_known_actors()
