"""Attribution (who says, thinks or wants what) over PolNeAR: the stage of the English reader beside a plain baseline.

usage: python bench/reading/polnear.py [--data FILE.jsonl] [--out PREDICTIONS.jsonl] [--train FILE.jsonl] [--errors]

Without options it reads `polnear/dev.jsonl` of SECONDSOURCE_DATA (default ../shared/data), scores stage and baseline
with tools/score_attribution.py beside the data, and prints one table. `--out` keeps what the stage gives.
With `--train` a row is added for the same stage with weights from that file (`polnear/train.jsonl`; some minutes);
such weights are not shipped.
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
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from secondsource.read.english.said.attributions import find_attributions, outermost
from secondsource.read.english.said.forms import Attribution
from secondsource.read.english.text.cleaning import Cleaned, clean
from secondsource.read.english.text.model import load_model, parse_text

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
from bench.reading.attribution_errors import count  # noqa: E402
from bench.reading.cue_verbs import attributions as by_cue_verbs  # noqa: E402
from bench.reading.weighed import Marked, Weights, choose, rows  # noqa: E402

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
    parser.add_argument("--train", type=Path, help="weigh candidates by these articles, in a row of its own")
    parser.add_argument("--errors", action="store_true", help="count the stage's errors by class")
    options = parser.parse_args(arguments)
    scorer = data.parent / "tools" / "score_attribution.py"
    if not options.data.is_file() or not scorer.is_file():
        print(f"{options.data}: no articles here; set SECONDSOURCE_DATA to their folder.", file=sys.stderr)
        return 2
    articles = load(options.data)
    with tempfile.TemporaryDirectory() as scratch:
        ours = options.out or Path(scratch) / "ours.jsonl"
        plain = Path(scratch) / "plain.jsonl"
        took = write(articles, by_stage, ours)
        write(articles, lambda text: by_cue_verbs(text, load_model()), plain)
        errors = classes(articles, load(ours)) if options.errors else Counter()
        figures = {
            "attribution stage": score(scorer, options.data, ours),
            "baseline: cue verbs over spaCy": score(scorer, options.data, plain),
        }
        if options.train:
            weights, trained = weigh(load(options.train)), Path(scratch) / "trained.jsonl"
            write(articles, lambda text: by_weights(text, weights), trained)
            figures["the stage trained on PolNeAR (not shipped)"] = score(scorer, options.data, trained)
    print(
        f"{options.data.name}: {len(articles)} articles, {took:.1f} s; {datetime.now(UTC):%Y-%m-%d}, "
        f"Python {platform.python_version()}, {platform.machine()}, commit {commit()}"
    )
    print(f"{'F1':44}{'source exact':>14}{'content overlap':>17}{'all overlap':>13}")
    for name, row in figures.items():
        print(line_of(name, row))
    print(line_of("two people (20 articles of dev, published)", TWO_PEOPLE))
    for name, number in sorted(errors.items(), key=lambda e: -e[1]):
        print(f"{name:44}{number:6}")
    return 0


def classes(articles: Iterable[dict[str, Any]], predictions: Iterable[dict[str, Any]]) -> Counter[str]:
    """The errors of all articles, by class."""
    found: Counter[str] = Counter()
    for article, prediction in zip(articles, predictions, strict=True):
        found += count(article["text"], article["attributions"], prediction["attributions"])
    return found


def load(path: Path) -> list[dict[str, Any]]:
    """The articles of a file, one a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def by_stage(text: str) -> Found:
    """The stage's attributions as the scorer takes them: the outermost, as spans of the text."""
    cleaned = clean(text)
    doc = parse_text(cleaned, load_model())
    found = find_attributions(doc, paragraphs(text, cleaned, doc))
    return spans(cleaned, doc, outermost(doc, found))


def by_weights(text: str, weights: Weights) -> Found:
    """The same from the candidates that learned weights choose."""
    cleaned = clean(text)
    doc = parse_text(cleaned, load_model())
    return spans(cleaned, doc, choose(doc, weights, paragraphs(text, cleaned, doc)))


def weigh(articles: Iterable[dict[str, Any]]) -> Weights:
    """Weights from annotated articles."""
    learned: list[tuple[Any, float]] = []
    for article in articles:
        cleaned = clean(article["text"])
        doc = parse_text(cleaned, load_model())
        gold = [
            Marked(
                source=tokens(cleaned, doc, a["source"]),
                cue=tokens(cleaned, doc, a["cue"], with_marks=True),
                content=tokens(cleaned, doc, a["content"]),
            )
            for a in article["attributions"]
        ]
        learned.extend(rows(doc, paragraphs(article["text"], cleaned, doc), gold))
    weights = Weights()
    weights.train(learned)
    return weights


def spans(cleaned: Cleaned, doc: Doc, found: Iterable[Attribution]) -> Found:
    """Token ranges as spans of the original text."""

    def of(ranges: Iterable[tuple[int, int]]) -> list[list[int]]:
        places = [(doc[start].idx, doc[end - 1].idx + len(doc[end - 1].text) - 1) for start, end in ranges]
        return [[cleaned.origins[first], cleaned.origins[last] + 1] for first, last in places]

    return [
        {"source": of([a.source] if a.source else []), "cue": of([a.cue]), "content": of(a.contents)}
        for a in found
    ]


def tokens(
    cleaned: Cleaned, doc: Doc, given: Iterable[Sequence[int]], *, with_marks: bool = False
) -> frozenset[int]:
    """The tokens that spans of the original text touch."""
    found = set()
    for start, end in given:
        first, last = bisect_left(cleaned.origins, start), bisect_left(cleaned.origins, end)
        touched = doc.char_span(first, last, alignment_mode="expand") if first < last else None
        found |= {t.i for t in touched or () if not t.is_space and (with_marks or not t.is_punct)}
    return frozenset(found)


def paragraphs(text: str, cleaned: Cleaned, doc: Doc) -> tuple[int, ...]:
    """The tokens that start a line of the text where a sentence surely starts."""
    starts = {b for b in cleaned.breaks if "\n" in text[cleaned.origins[b - 1] : cleaned.origins[b]]}
    return tuple(t.i for t in doc if t.idx in starts)


def write(articles: Iterable[dict[str, Any]], read: Callable[[str], Found], out: Path) -> float:
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
