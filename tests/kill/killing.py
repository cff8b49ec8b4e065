"""Runs of the real command: one that nobody kills, measured; and ones killed, run again, and compared."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from secondsource.store import create_case, open_case
from tests.kill.corpus import make_corpus
from tests.kill.kept import Step, complaints, kept_rows, progress_of

Command = Callable[[Path, Path], list[str]]
"""The command line that adds a folder to a case."""

_LOOK_EVERY_S = 0.01
_PATIENCE_S = 180.0
_ORPHANS_LIVE_AT_MOST_S = 30.0
_STEPS = (Step.COLLECT, Step.READ, Step.DERIVE)


def add_command(case: Path, folder: Path) -> list[str]:
    """`secondsource add FOLDER --case CASE`, in a pool of two so that workers are orphaned too."""
    program = "from secondsource.cli import main; main()"
    return [sys.executable, "-c", program, "add", str(folder), "--case", str(case), "--processes", "2"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """The run that nobody killed: what it left, and when each step ended, in seconds from its start."""

    documents: int
    digest: str
    rows: dict[str, list[tuple[Any, ...]]]
    ends_s: dict[Step, float]
    took_s: float

    def lasted_s(self, step: Step) -> float:
        """How long that step took."""
        position = _STEPS.index(step)
        return self.ends_s[step] - (self.ends_s[_STEPS[position - 1]] if position else 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kill:
    """One killed run: when, in which step, and all that was wrong afterwards or after running again."""

    moment_s: float
    step: Step
    documents: int
    readings: int
    wrong: tuple[str, ...]


def whole_run(work: Path, folder: Path, command: Command, documents: int) -> Whole:
    """Runs the command to its end, when it keeps so many documents, and notes when each step was over."""
    # Once unmeasured: the first run on a machine compiles the gazetteer, which later ones find ready.
    said = work / "whole.txt"
    create_case(work / "warm.db").close()
    _require(_finish(_start(command(work / "warm.db", folder), said), said))
    case = work / "whole.db"
    create_case(case).close()
    ends_s: dict[Step, float] = {}
    began = time.perf_counter()
    process = _start(command(case, folder), said)
    while process.poll() is None:
        step = progress_of(case).step(documents)
        for over in _STEPS:
            if over not in ends_s and _comes_after(step, over):
                ends_s[over] = time.perf_counter() - began
        _wait(process, _LOOK_EVERY_S)
    took_s = time.perf_counter() - began
    _require(_finish(process, said))
    for over in _STEPS:
        ends_s.setdefault(over, took_s)
    with open_case(case) as opened:
        digest = opened.digest()
    rows = kept_rows(case)
    return Whole(documents=documents, digest=digest, rows=rows, ends_s=ends_s, took_s=took_s)


def kill_runs(
    work: Path, *, times: int, at_least: int, seed: int, documents: int, command: Command = add_command
) -> Iterator[Whole | Kill]:
    """First the whole run, then `times` killed ones at moments uniform over it, and then as many more, uniform
    over the time of one step from when it is seen to begin, as it takes until `at_least` fell in each step."""
    draw = random.Random(seed)
    folder = work / "reports"
    kept = make_corpus(folder, documents=documents, seed=seed)
    whole = whole_run(work, folder, command, kept)
    yield whole
    fallen = dict.fromkeys(Step, 0)
    for attempt in range(4 * (times + len(_STEPS) * at_least)):
        missing = [step for step in _STEPS if fallen[step] < at_least]
        if sum(fallen.values()) < times:
            step, moment_s = Step.COLLECT, draw.uniform(0.0, whole.took_s)
        elif missing:
            step, moment_s = missing[0], draw.uniform(0.0, whole.lasted_s(missing[0]))
        else:
            return
        kill = _kill_and_run_again(work, folder, f"killed-{attempt}", (step, moment_s), whole, command)
        if kill is not None:
            fallen[kill.step] += 1
            yield kill
    raise AssertionError(f"too few kills fell in a step: {fallen}")


def _kill_and_run_again(
    work: Path, folder: Path, name: str, when: tuple[Step, float], whole: Whole, command: Command
) -> Kill | None:
    """Kills so many seconds after the step began; None if the run was over before that moment came."""
    case = work / f"{name}.db"
    create_case(case).close()
    said = work / f"{name}.db.txt"
    began = time.perf_counter()
    process = _start(command(case, folder), said)
    step, moment_s = when
    if not _reaches(process, case, step, whole.documents) or _wait(process, moment_s):
        _require(_finish(process, said))
        return None
    process.kill()
    process.wait()
    killed_at_s = time.perf_counter() - began
    progress = progress_of(case)
    wrong = complaints(case, work / f"{name}-looked-at")
    again = _start(command(case, folder), said)
    wrong += _finish(again, said)
    with open_case(case) as opened:
        if opened.digest() != whole.digest:
            wrong.append("the digest differs from that of the run nobody killed")
    rows = kept_rows(case)
    wrong += [f"the rows of {table} differ" for table in rows if rows[table] != whole.rows[table]]
    for gone in (process, again):
        wrong += _left_over(gone)
    for file in work.glob(f"{name}.db*"):
        file.unlink()
    return Kill(
        moment_s=killed_at_s,
        step=progress.step(whole.documents),
        documents=progress.documents,
        readings=progress.readings,
        wrong=tuple(wrong),
    )


def _reaches(process: subprocess.Popen[bytes], case: Path, step: Step, documents: int) -> bool:
    """True once the run is in that step or beyond; False if it ended before. A run begins in the first."""
    while step is not Step.COLLECT and _comes_after(step, progress_of(case).step(documents)):
        if _wait(process, _LOOK_EVERY_S):
            return False
    return True


def _start(command: list[str], said: Path) -> subprocess.Popen[bytes]:
    """Starts the command; what it says goes into a file, since a pipe would stay open while a worker lives."""
    with said.open("wb") as file:
        # A group of its own, so that workers that outlive a killed parent are found.
        return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=file, start_new_session=True)


def _wait(process: subprocess.Popen[bytes], seconds: float) -> bool:
    """True if the process ended within that time."""
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        return False
    return True


def _finish(process: subprocess.Popen[bytes], said: Path) -> list[str]:
    """What is wrong with how a run ended."""
    if process.wait(timeout=_PATIENCE_S) == 0:
        return []
    return [f"exit status {process.returncode}: {said.read_text(errors='replace')[-2000:]}"]


def _require(wrong: list[str]) -> None:
    """A run that nobody kills has to succeed, else there is nothing to compare with."""
    if wrong:
        raise AssertionError("; ".join(wrong))


def _left_over(process: subprocess.Popen[bytes]) -> list[str]:
    """Complains of workers that live on after their parent is gone, and ends them."""
    if sys.platform == "win32":
        return []
    deadline = time.perf_counter() + _ORPHANS_LIVE_AT_MOST_S
    while time.perf_counter() < deadline:
        if not _has_living(process.pid):
            return []
        time.sleep(_LOOK_EVERY_S)
    os.killpg(process.pid, signal.SIGKILL)
    return [f"workers lived on for {_ORPHANS_LIVE_AT_MOST_S} s after the run was gone"]


def _has_living(group: int) -> bool:
    """True if a process of that group runs; one that ended and that nobody has asked about doesn't count."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    if not Path("/proc/self/stat").exists():
        return True
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, its_group = stat.read_text().rpartition(")")[2].split()[:3]
        except OSError:
            continue
        if int(its_group) == group and state not in "ZX":
            return True
    return False


def _comes_after(step: Step, over: Step) -> bool:
    order = list(Step)
    return order.index(step) > order.index(over)
