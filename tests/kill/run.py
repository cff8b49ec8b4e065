"""`python -m tests.kill.run --times 50`: kills as many runs and prints where each fell; status 1 if any is lost."""

from __future__ import annotations

import argparse
import platform
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.kill.kept import Step
from tests.kill.killing import Kill, Whole, kill_runs


def main() -> int:
    """Kills, prints, and tells by the exit status whether all came out the same."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=50, help="how many runs to kill")
    parser.add_argument("--at-least", type=int, default=5, help="how many to kill in each step")
    parser.add_argument("--documents", type=int, default=14, help="how many documents each run adds")
    parser.add_argument("--seed", type=int, default=time.time_ns() % 1_000_000, help="repeats a run of this")
    asked = parser.parse_args()
    print(f"seed {asked.seed}, Python {platform.python_version()}, {platform.system()}", flush=True)
    kills: list[Kill] = []
    with tempfile.TemporaryDirectory() as work:
        for result in kill_runs(
            Path(work),
            times=asked.times,
            at_least=asked.at_least,
            seed=asked.seed,
            documents=asked.documents,
        ):
            if isinstance(result, Whole):
                _print_whole(result)
            else:
                kills.append(result)
                _print_kill(len(kills), result)
    fallen = Counter(kill.step for kill in kills)
    lost = [kill for kill in kills if kill.wrong]
    print(f"{len(kills)} kills: " + ", ".join(f"{fallen[step]} in {step.value}" for step in Step))
    print(f"{len(kills) - len(lost)} ended as the run nobody killed, {len(lost)} did not")
    return 1 if lost else 0


def _print_whole(whole: Whole) -> None:
    steps = ", ".join(f"{step.value} until {at:.2f} s" for step, at in whole.ends_s.items())
    print(f"whole run: {whole.documents} documents, {steps}, ended at {whole.took_s:.2f} s")
    print(f"digest {whole.digest}", flush=True)


def _print_kill(number: int, kill: Kill) -> None:
    came_out = "; ".join(kill.wrong) or "same"
    kept = f"{kill.documents} documents, {kill.readings} readings"
    print(f"{number:3}  {kill.moment_s:6.2f} s  {kill.step.value:8} {kept:28} {came_out}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
