"""The case that `secondsource demo` makes, made once for all pages that are tried on it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from .shell import IS_INSTALLED, shell


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which the demo was run; not to be written to."""
    if not IS_INSTALLED:
        pytest.skip("the secondsource command is not installed beside this Python")
    folder = tmp_path_factory.mktemp("demo")
    shell("secondsource demo", folder)
    return folder


@pytest.fixture
def own_demo(demo: Path, tmp_path: Path) -> Path:
    """A copy of it for one test, to write to."""
    shutil.copytree(demo, tmp_path, dirs_exist_ok=True)
    return tmp_path
