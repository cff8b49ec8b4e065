"""MUC-4 templates from the shipped English reader, beside published figures and baselines of the same scorer.

usage: python bench/reading/muc4.py [--data FILE] [--out PREDICTIONS]

Without --data it takes `muc4/dev.jsonl` of SECONDSOURCE_DATA (default ../shared/data); with any file of the same
form, that one. The reader finds events, doers and targets; `muc4_templates` makes templates of them by written
rules. The scorer is tools/score_muc.py beside the data.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from secondsource.read.english.events.events import find_events
from secondsource.read.english.parsed import parse
from secondsource.read.english.text.model import load_model

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # run as a script, from anywhere

from bench.reading.muc4_baseline import nearest_verb_templates
from bench.reading.muc4_templates import organizations, templates

ROOT = Path(__file__).resolve().parents[2]
ROWS = ("incident_type", "PerpInd", "PerpOrg", "Target", "Victim", "Weapon", "micro")
# GTT (Du, Rush, Cardie 2021), BERT-base, on the test split; the tagger as published with the data, on dev.
PUBLISHED = {
    "GTT, test": {"PerpOrg": 0.418, "micro": 0.502},
    "token tagger, dev": {"PerpOrg": 0.29, "micro": 0.34},
}
Row = dict[str, Any]


def main(arguments: Sequence[str] | None = None) -> int:
    """Reads, scores, prints; 2 where the data is absent."""
    options = _options(arguments)
    data = Path(os.environ.get("SECONDSOURCE_DATA") or ROOT.parent / "shared" / "data")
    gold = options.data or data / "muc4" / "dev.jsonl"
    scorer = data.parent / "tools" / "score_muc.py"
    if not gold.is_file() or not scorer.is_file():
        print(f"{gold}: no MUC-4 texts here; set SECONDSOURCE_DATA to their folder.", file=sys.stderr)
        return 2
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    with tempfile.TemporaryDirectory() as scratch:
        out = options.out or Path(scratch) / "reader.jsonl"
        started = time.perf_counter()
        read = list(_read(rows))
        took = time.perf_counter() - started
        _write(out, read)
        peer = Path(scratch) / "baseline.jsonl"
        _write(peer, [{"docid": r["docid"], "templates": nearest_verb_templates(r["text"])} for r in rows])
        columns = {"reader": _scores(scorer, gold, out), "NER + nearest verb": _scores(scorer, gold, peer)}
    found = columns["reader"].get("organization status")
    words = sum(len(r["text"].split()) for r in rows)
    print(f"{gold.name}: {len(rows)} documents, {words} words read in {took:.1f} s")
    print(
        f"{datetime.now(UTC):%Y-%m-%d}, Python {platform.python_version()}, {platform.machine()}, "
        f"commit {_commit()}"
    )
    _print_table(columns)
    if found:
        print(
            f"status of organisations: accuracy {found['precision']:.3f} on the {found['recall']:.0%} found; "
            f"majority class on the same: {_majority(scorer, rows, read):.3f}"
        )
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, help="JSON Lines with docid, text, templates, key")
    parser.add_argument("--out", type=Path, help="keep the predictions here")
    return parser.parse_args(arguments)


def _read(rows: list[Row]) -> Iterator[Row]:
    model = load_model()
    for row in rows:
        parsed = parse(row["text"], model)
        drafts = find_events(parsed)
        yield {
            "docid": row["docid"],
            "templates": templates(parsed, drafts),
            "organizations": organizations(parsed, drafts),
        }


def _write(path: Path, rows: list[Row]) -> None:
    with path.open("w", encoding="utf-8") as lines:
        lines.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _scores(scorer: Path, gold: Path, predictions: Path) -> dict[str, dict[str, float]]:
    command = [sys.executable, str(scorer), str(gold), str(predictions), "--json"]
    found = subprocess.run(command, capture_output=True, text=True, check=True)
    table: dict[str, dict[str, float]] = json.loads(found.stdout)
    return table


def _print_table(columns: dict[str, dict[str, dict[str, float]]]) -> None:
    heads = [f"{name} {part}" for name in columns for part in ("P", "R", "F1")] + list(PUBLISHED)
    print(f"{'':15}" + "  ".join(heads))
    for row in ROWS:
        cells = [
            f"{table[row][part]:.3f}" for table in columns.values() for part in ("precision", "recall", "f1")
        ]
        cells += [f"{figures[row]:.3f}" if row in figures else "–" for figures in PUBLISHED.values()]
        print(f"{row:15}" + "  ".join(f"{c:>{len(h)}}" for c, h in zip(cells, heads, strict=True)))


def _majority(scorer: Path, rows: list[Row], read: list[Row]) -> float:
    """The share that one status for all would get right on the organisations that were found."""
    sys.path.insert(0, str(scorer.parent))
    tools = importlib.import_module("score_muc")  # the scorer's own reading of names and keys
    norm, status = tools.norm, tools.status
    truth: Counter[str] = Counter()
    found = 0
    for row, predicted in zip(rows, read, strict=True):
        names = {norm(o["name"]) for o in predicted["organizations"]}
        wanted: dict[tuple[str, ...], set[str]] = {}
        for template in row["key"]:
            for org in template["organization_confidence"]:
                wanted.setdefault(tuple(sorted(org["strings"])), set()).add(status(org["confidence"]))
        for strings, statuses in wanted.items():
            if names & {norm(s) for s in strings}:
                found += 1
                truth.update(statuses)
    return max(truth.values()) / found if found else 0.0


def _commit() -> str:
    found = subprocess.run(
        ["git", "-C", str(ROOT), "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False
    )
    return found.stdout.strip() or "unknown"


if __name__ == "__main__":
    sys.exit(main())
