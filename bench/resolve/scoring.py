"""Finds the data, prints the setting of a run, and calls the scorer that lies beside the data."""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("SECONDSOURCE_DATA") or ROOT.parent / "shared" / "data")


def options(about: str, default: str, *more: tuple[str, dict[str, Any]]) -> argparse.Namespace:
    """`--data` and `--out` as in every benchmark here, and what a single one adds."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--data", type=Path, default=DATA / default)
    parser.add_argument("--out", type=Path, help="keep the predictions here")
    for flag, settings in more:
        parser.add_argument(flag, **settings)
    chosen = parser.parse_args()
    if not chosen.data.exists():
        print(f"{chosen.data}: no data here; set SECONDSOURCE_DATA to their folder.", file=sys.stderr)
        raise SystemExit(2)
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.strip()
    print(f"{chosen.data.name} · {datetime.now(UTC):%Y-%m-%d} · {platform.machine()} · commit {commit}")
    return chosen


def rows(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def score(
    title: str,
    scorer: str,
    gold: Iterable[Any],
    predictions: Iterable[Any],
    out: Path | None = None,
    task: Sequence[str] = (),
) -> None:
    """Prints the scorer's table for predictions against gold, both rows of JSON Lines."""
    with tempfile.TemporaryDirectory() as scratch:
        gold_path, path = Path(scratch) / "gold.jsonl", out or Path(scratch) / "predictions.jsonl"
        for target, lines in ((gold_path, gold), (path, predictions)):
            target.write_text(
                "\n".join(json.dumps(r, ensure_ascii=False) for r in lines) + "\n", encoding="utf-8"
            )
        print(f"\n{title}", flush=True)
        command = [sys.executable, str(DATA.parent / "tools" / scorer), *task, str(gold_path), str(path)]
        if subprocess.run(command, check=False).returncode:
            raise SystemExit(1)
