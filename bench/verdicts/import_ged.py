"""What importing event records costs: rows of UCDP GED a second, beside DuckDB reading the same file in one run.

usage: python bench/verdicts/import_ged.py [--data GED.csv] [--rows 16000] [--seed 1] [--rounds 3] [--out FILE]

The rows of the file are repeated up to the volume, each with a new id and its days and place moved by the seed, so
that no two are copies. Each step runs in a process of its own, which tells its processor seconds and peak memory:

  DuckDB     reads all columns as text and makes an Arrow table: a floor, nothing is understood or kept
             (no dependency: `pip install duckdb` into a venv beside the package; else the csv module is the floor)
  csv        Python's csv module goes over the rows
  import     collects, reads into statements with spans, and keeps bytes, text, statements and states in a case
  again      the same file once more: every row is known
  derive     resolves, matches and weighs the whole case

`--out` writes what was understood of each row of the *unchanged* file, one JSON object a line, in the file's order.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import platform
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from importlib.util import find_spec
from pathlib import Path

from secondsource import api, pipeline
from secondsource.collect import Collected, Given, collect_source, find_sources
from secondsource.reading import read_row
from secondsource.records import Event
from secondsource.store import Case, create_case, open_case

DATA = Path(os.environ.get("SECONDSOURCE_DATA", "../shared/data"))
_MOST_DAYS, _MOST_DEGREES = 900, 0.5


def main() -> int:
    """Prints the table. Exit status 0, or 2 where there is no data."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=DATA / "events" / "ucdp_ged_sample.csv")
    parser.add_argument("--rows", type=int, default=16_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--step", choices=list(STEPS), help=argparse.SUPPRESS)
    parser.add_argument("--case", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if not arguments.data.is_file():
        sys.stderr.write("No such file. Set SECONDSOURCE_DATA or name one with --data.\n")
        return 2
    if arguments.step:
        _measure(STEPS[arguments.step], arguments.data, arguments.case)
        return 0
    if arguments.out:
        arguments.out.write_text(
            "".join(f"{json.dumps(r, ensure_ascii=False)}\n" for r in understood(arguments.data))
        )
        return 0
    with tempfile.TemporaryDirectory() as folder:
        volume = Path(folder) / "ged.csv"
        jitter(arguments.data, volume, arguments.rows, arguments.seed)
        found = [_round(volume, Path(folder) / f"{n}.db") for n in range(arguments.rounds)]
    _print(found, arguments.rows)
    return 0


def jitter(source: Path, target: Path, count: int, seed: int) -> None:
    """Writes so many rows made of the source's: new ids, days moved by up to 900, places by up to half a degree."""
    chance = random.Random(seed)
    with source.open(newline="", encoding="utf-8") as file:
        reader = csv.DictReader(file)
        columns, rows = list(reader.fieldnames or ()), list(reader)
    with target.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        for number in range(count):
            row = dict(rows[number % len(rows)])
            moved = timedelta(days=chance.randint(-_MOST_DAYS, _MOST_DAYS))
            for column in ("date_start", "date_end"):
                row[column] = str(date.fromisoformat(row[column][:10]) + moved)
            for column in ("latitude", "longitude"):
                row[column] = f"{float(row[column]) + chance.uniform(-_MOST_DEGREES, _MOST_DEGREES):.6f}"
            row["geom_wkt"] = f"POINT ({row['longitude']} {row['latitude']})"
            row["id"] = str(10_000_000 + number)
            writer.writerow(row)


def understood(source: Path) -> list[dict[str, object]]:
    """What the reader tells of each row: its id, who, where, when, the dead by its first event, and all chains."""
    found: list[dict[str, object]] = []
    given, at = Given(), datetime.now(UTC)
    for item in (i for s in find_sources([str(source)]) for i in collect_source(s, given, at)):
        if not isinstance(item, Collected) or item.document.row is None:
            continue
        statements = read_row(item.document).statements
        events = [s.proposition for s in statements if isinstance(s.proposition, Event)]
        event = events[0] if events else None
        found.append(
            {
                "id": item.document.row.key,
                "type": event.type.value if event else None,
                "by": [p.actor.name for p in event.by] if event else [],
                "place": event.place.name if event and event.place else None,
                "when": event.when.edtf if event and event.when else None,
                "killed": [event.killed.low, event.killed.high] if event and event.killed else None,
                "chains": [[h.name for h in s.chain] for s in statements],
            }
        )
    return found


def _round(volume: Path, case: Path) -> dict[str, tuple[float, float]]:
    """Processor seconds and MiB of each step, one process after the other."""
    wanted = [s for s in STEPS if s != "DuckDB" or find_spec("duckdb")]
    command = [sys.executable, __file__, "--data", str(volume), "--case", str(case), "--step"]
    told = {
        s: subprocess.run([*command, s], check=True, capture_output=True, text=True).stdout for s in wanted
    }
    return {s: (float(words.split()[0]), float(words.split()[1])) for s, words in told.items()}


def _measure(step: Callable[[Path, Path], None], volume: Path, case: Path) -> None:
    started = time.process_time()
    step(volume, case)
    took = time.process_time() - started
    print(took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def _duckdb(volume: Path, _: Path) -> None:
    import duckdb

    duckdb.sql("SET threads = 1")
    duckdb.sql(f"SELECT * FROM read_csv('{volume}', all_varchar = true)").arrow()


def _csv(volume: Path, _: Path) -> None:
    with volume.open(newline="", encoding="utf-8") as file:
        for _row in csv.reader(file):
            pass


def _import(volume: Path, case: Path) -> None:
    with create_case(case) as kept:
        _add(kept, volume)


def _again(volume: Path, case: Path) -> None:
    with open_case(case) as kept:
        _add(kept, volume)


def _add(kept: Case, volume: Path) -> None:
    for source in find_sources([str(volume)]):
        pipeline.collect_into(kept, [source], Given(), at=datetime.now(UTC))


def _derive(_: Path, case: Path) -> None:
    with api.open_case(case) as opened:
        opened.rebuild()


STEPS: dict[str, Callable[[Path, Path], None]] = {
    "DuckDB": _duckdb,
    "csv": _csv,
    "import": _import,
    "again": _again,
    "derive": _derive,
}


def _print(rounds: list[dict[str, tuple[float, float]]], count: int) -> None:
    print(
        f"{datetime.now(tz=UTC):%Y-%m-%d}, Python {platform.python_version()}, {platform.machine()}, "
        f"{count} rows, {len(rounds)} rounds"
    )
    floor = next(iter(rounds[0]))
    print(f"{'':10}{'rows a second':>16}{f'times {floor} (median)':>24}{'min':>8}{'max':>8}{'MiB':>8}")
    for step in rounds[0]:
        ratios = sorted(r[step][0] / r[floor][0] for r in rounds)
        seconds = statistics.median(r[step][0] for r in rounds)
        memory = max(r[step][1] for r in rounds)
        figures = (
            f"{count / seconds:16,.0f}{statistics.median(ratios):24.1f}{ratios[0]:8.1f}{ratios[-1]:8.1f}"
        )
        print(f"{step:10}{figures}{memory:8.0f}")


if __name__ == "__main__":
    sys.exit(main())
