"""A run killed at any moment and run again ends as the run that nobody killed."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

from tests.kill.kept import Step
from tests.kill.killing import Kill, kill_runs

SEED = int(os.environ.get("SECONDSOURCE_KILL_SEED", "20311"))


def test_killed_runs_end_as_the_run_nobody_killed(tmp_path: Path) -> None:
    print(f"seed {SEED}; SECONDSOURCE_KILL_SEED gives another; `python -m tests.kill.run` kills 50 times")
    results = list(kill_runs(tmp_path, times=4, at_least=1, seed=SEED, documents=12))
    kills = [r for r in results if isinstance(r, Kill)]
    assert [(k.step, k.moment_s, k.wrong) for k in kills if k.wrong] == []
    fallen = Counter(k.step for k in kills)
    assert all(fallen[step] >= 1 for step in (Step.COLLECT, Step.READ, Step.DERIVE))
