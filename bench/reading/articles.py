"""Reading score of the English reader over annotated articles, beside the published baseline.

usage: python bench/reading/articles.py [--data FOLDER] [--out PREDICTIONS] [--half odd|even] [--errors]
           [--weights FOLDER|none] [--intervals]

Without --data it takes `articles` of SECONDSOURCE_DATA (default ../shared/data); with any folder of
NAME.txt and NAME.gold.json the same. `--half` takes every second text by number, so that the half that
misses are studied in and the half that checks them never mix. `--weights none` reads with the written rules alone,
`--weights FOLDER` with learned parts that `train/` wrote there. The scorer is tools/score_reading.py beside the data.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import platform
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from secondsource.read.english import EnglishReader
from secondsource.records import DayRange, Document, ResolvedStatement, Statement
from secondsource.resolve.days import resolve_when
from secondsource.show.statement_lines import statement_lines

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # run as a script, from anywhere

from bench.reading.intervals import intervals

ROOT = Path(__file__).resolve().parents[2]
# Forty lines over spaCy's own entities, as published with the data: all ten articles, and the seed article.
BASELINE = {"all": 0.29, "seed": 0.13}


def main(arguments: Sequence[str] | None = None) -> int:
    """Reads, scores, prints; the exit status is the scorer's, or 2 where the data is absent."""
    options = _options(arguments)
    found = texts_and_scorer(options.data, "articles")
    if found is None:
        return 2
    folder, scorer = found
    with tempfile.TemporaryDirectory() as scratch:
        chosen = Path(scratch) / "gold"
        chosen.mkdir()
        names = choose(folder, chosen, options.half)
        out = options.out or Path(scratch) / "predictions.jsonl"
        started = time.perf_counter()
        weights = None if options.weights == Path("none") else options.weights
        words = write(chosen, names, out, EnglishReader(weights=weights))
        took = time.perf_counter() - started
        print(setting(folder, options.half, words, took))
        command = [
            sys.executable,
            str(scorer),
            str(chosen),
            str(out),
            *(["--errors"] if options.errors else []),
        ]
        status = subprocess.run(command, check=False).returncode
        if options.intervals:
            print("F1 and its 95% interval over resampled texts")
            print(*intervals(scorer, chosen, out), sep="\n")
    if folder.name == "articles":
        print(
            f"baseline (spaCy entities, forty lines): all {BASELINE['all']:.2f}, seed {BASELINE['seed']:.2f}"
        )
    return status


def texts_and_scorer(given: Path | None, default: str) -> tuple[Path, Path] | None:
    """The folder of annotated texts and the scorer beside the data; None, having said why, where one lacks."""
    data = Path(os.environ.get("SECONDSOURCE_DATA") or ROOT.parent / "shared" / "data")
    folder, scorer = given or data / default, data.parent / "tools" / "score_reading.py"
    if folder.is_dir() and scorer.is_file():
        return folder, scorer
    print(f"{folder}: no annotated texts here; set SECONDSOURCE_DATA to their folder.", file=sys.stderr)
    return None


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, help="folder of NAME.txt and NAME.gold.json")
    parser.add_argument("--out", type=Path, help="keep the predictions here")
    parser.add_argument("--half", choices=("odd", "even"), help="only texts with odd or even numbers")
    parser.add_argument("--errors", action="store_true", help="list every error with its words")
    parser.add_argument("--intervals", action="store_true", help="bootstrap intervals over texts")
    parser.add_argument("--weights", type=Path, default=None, help="of the learned parts; none: rules alone")
    return parser.parse_args(arguments)


def choose(folder: Path, chosen: Path, half: str | None) -> list[str]:
    """Copies the texts of the wanted half with their gold, so that the scorer sees no others."""
    names = []
    for gold in sorted(folder.glob("*.gold.json")):
        name = gold.name.removesuffix(".gold.json")
        number = int((re.findall(r"\d+", name) or ["0"])[-1])
        if half and (number % 2 == 1) != (half == "odd"):
            continue
        names.append(name)
        for file in (gold, folder / f"{name}.txt"):
            (chosen / file.name).write_bytes(file.read_bytes())
    return names


def write(folder: Path, names: list[str], out: Path, reader: EnglishReader) -> int:
    """Reads every text and writes the predictions; gives the number of words read."""
    words = 0
    with out.open("w", encoding="utf-8") as lines:
        for name in names:
            document = annotated_document(folder, name)
            words += len(document.text.split())
            lines.writelines(f"{line}\n" for line in lines_of(document, reader))
    return words


def lines_of(document: Document, reader: EnglishReader) -> Iterator[str]:
    """What `secondsource read` prints of the document, a line each."""
    statements = reader.read(document)
    return statement_lines(document, statements, {s.id: _resolved(document, s) for s in statements})


def annotated_document(folder: Path, name: str) -> Document:
    """The text of that name, published when its annotation says."""
    path = folder / f"{name}.txt"
    raw = path.read_bytes()
    published = json.loads((folder / f"{name}.gold.json").read_text(encoding="utf-8")).get("published")
    sha256 = hashlib.sha256(raw).hexdigest()
    return Document(
        id=f"sha256:{sha256}",
        raw_sha256=sha256,
        path=path.name,
        outlet=None,
        url=None,
        title=None,
        author=None,
        published=_day(published) if published else None,
        published_from="given" if published else None,
        collected_at=datetime(1970, 1, 1, tzinfo=UTC),
        media_type="text/plain",
        language="en",
        text=raw.decode("utf-8"),
    )


def _day(iso: str) -> DayRange:
    day = date.fromisoformat(iso)
    return DayRange(earliest=day, latest=day, edtf=iso)


def _resolved(document: Document, statement: Statement) -> ResolvedStatement:
    when = getattr(statement.proposition, "when", None)
    return ResolvedStatement(
        statement=statement,
        known=document.published,
        outlet=None,
        actors=(),
        when=resolve_when(when, document.published) if when else None,
    )


def setting(folder: Path, half: str | None, words: int, took: float) -> str:
    lines: Iterator[str] = iter(
        [
            f"{folder.name}{f' ({half} half)' if half else ''}: {words} words read in {took:.1f} s "
            f"({words / max(took, 0.001):.0f} words/s)",
            f"{datetime.now(UTC):%Y-%m-%d}, Python {platform.python_version()}, {platform.machine()}, "
            f"commit {_commit()}",
        ]
    )
    return "\n".join(lines)


def _commit() -> str:
    found = subprocess.run(
        ["git", "-C", str(ROOT), "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False
    )
    return found.stdout.strip() or "unknown"


if __name__ == "__main__":
    sys.exit(main())
