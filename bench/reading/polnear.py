"""Attribution (who says, thinks or wants what) over PolNeAR: the stage of the English reader beside a plain baseline.

usage: python bench/reading/polnear.py [--data FILE.jsonl] [--out PREDICTIONS.jsonl]

Without options it reads `polnear/dev.jsonl` of SECONDSOURCE_DATA (default ../shared/data), scores stage and baseline
with tools/score_attribution.py beside the data, and prints one table. `--out` keeps what the stage gives.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from secondsource.read.english.cleaning import clean
from secondsource.read.english.model import load_model, parse_text
from secondsource.read.english.said import find_attributions, outermost

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
from bench.reading.cue_verbs import attributions as by_cue_verbs  # noqa: E402

# Two annotators with each other on 20 articles of the dev split, same scorer, as published with the data.
TWO_PEOPLE = (0.76, 0.80, 0.77)
Found = list[dict[str, list[list[int]]]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the table; the exit status is 0, or 2 where the data or its scorer is absent."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    data = Path(os.environ.get("SECONDSOURCE_DATA") or ROOT.parent / "shared" / "data")
    parser.add_argument("--data", type=Path, default=data / "polnear" / "dev.jsonl")
    parser.add_argument("--out", type=Path, help="keep the stage's predictions here")
    options = parser.parse_args(arguments)
    scorer = data.parent / "tools" / "score_attribution.py"
    if not options.data.is_file() or not scorer.is_file():
        print(f"{options.data}: no articles here; set SECONDSOURCE_DATA to their folder.", file=sys.stderr)
        return 2
    articles = [json.loads(line) for line in options.data.read_text(encoding="utf-8").splitlines()]
    with tempfile.TemporaryDirectory() as scratch:
        ours = options.out or Path(scratch) / "ours.jsonl"
        plain = Path(scratch) / "plain.jsonl"
        took = write(articles, by_stage, ours)
        write(articles, lambda text: by_cue_verbs(text, load_model()), plain)
        figures = [score(scorer, options.data, path) for path in (ours, plain)]
    print(
        f"{options.data.name}: {len(articles)} articles, {took:.1f} s; {datetime.now(UTC):%Y-%m-%d}, "
        f"Python {platform.python_version()}, {platform.machine()}, commit {commit()}"
    )
    print(f"{'F1':44}{'source exact':>14}{'content overlap':>17}{'all overlap':>13}")
    for name, row in zip(("attribution stage", "baseline: cue verbs over spaCy"), figures, strict=True):
        print(line_of(name, row))
    print(line_of("two people (20 articles of dev, published)", TWO_PEOPLE))
    return 0


def by_stage(text: str) -> Found:
    """The stage's attributions as the scorer takes them: the outermost, as spans of the text."""
    cleaned = clean(text)
    doc = parse_text(cleaned, load_model())
    starts = frozenset(cleaned.breaks)
    found = find_attributions(doc, (t.i for t in doc if t.idx in starts))

    def spans(ranges: Iterable[tuple[int, int]]) -> list[list[int]]:
        out = []
        for start, end in ranges:
            last = doc[end - 1]
            out.append([cleaned.origins[doc[start].idx], cleaned.origins[last.idx + len(last.text) - 1] + 1])
        return out

    return [
        {
            "source": spans([a.source] if a.source else []),
            "cue": spans([a.cue]),
            "content": spans(a.contents),
        }
        for a in outermost(doc, found)
    ]


def write(articles: Iterable[dict[str, str]], read: Callable[[str], Found], out: Path) -> float:
    """Writes one line an article and gives the seconds that reading took."""
    started = time.perf_counter()
    lines: Iterator[str] = (
        json.dumps({"id": article["id"], "attributions": read(article["text"])}) for article in articles
    )
    out.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return time.perf_counter() - started


def score(scorer: Path, gold: Path, predictions: Path) -> tuple[float, float, float]:
    """The three figures that are reported."""
    done = subprocess.run(
        [sys.executable, str(scorer), str(gold), str(predictions), "--json"],
        check=True,
        capture_output=True,
        text=True,
    )
    table = json.loads(done.stdout)
    return (
        table["source"]["exact F1"],
        table["content"]["overlap F1"],
        table["all"]["overlap F1"],
    )


def line_of(name: str, row: Sequence[float]) -> str:
    """One line of the table."""
    return f"{name:44}{row[0]:14.2f}{row[1]:17.2f}{row[2]:13.2f}"


def commit() -> str:
    """The short hash of the checkout, or "unknown"."""
    found = subprocess.run(
        ["git", "-C", str(ROOT), "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False
    )
    return found.stdout.strip() or "unknown"


if __name__ == "__main__":
    sys.exit(main())
