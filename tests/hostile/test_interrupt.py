"""A run that the user stops says so, keeps what is done, and leaves no process behind."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from secondsource.store import create_case
from tests.collect.samples import SENTENCE

_PROGRAM = "from secondsource.cli import main; main()"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no process groups to interrupt")
def test_an_interrupted_run_says_what_is_kept_and_leaves_no_process(tmp_path: Path) -> None:
    case, folder = tmp_path / "case.db", tmp_path / "many"
    folder.mkdir()
    for n in range(400):
        (folder / f"{n}.txt").write_text(f"{n}. {SENTENCE}")
    create_case(case).close()
    command = [sys.executable, "-c", _PROGRAM, "add", str(folder), "--case", str(case), "--processes", "2"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True)
    while not _readings(case) and process.poll() is None:
        time.sleep(0.05)
    # As a terminal does: everyone in the foreground gets it, the readers too.
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=30)
    assert process.returncode == 130
    assert said.strip() == "Stopped. What was done so far is kept; run the same command again to go on."
    assert 0 < _readings(case) < 400
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)


def _readings(case: Path) -> int:
    with closing(sqlite3.connect(f"{case.as_uri()}?mode=ro", uri=True)) as connection:
        return int(connection.execute("SELECT count(*) FROM reading").fetchone()[0])
