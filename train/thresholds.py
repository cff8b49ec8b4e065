"""Chooses from which probability on the learned parts' decisions count, and writes them as thresholds.toml.

usage: python -m train.thresholds OUT --scorer FILE --texts FOLDER --fold WEIGHTS HALF [--fold WEIGHTS HALF …]

Each fold names weights and the half (odd, even) of the texts that they have not seen; all folds are scored together
with the scorer's reading score. One threshold at a time is moved over a grid, twice over all.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.reading.intervals import load_scorer

from secondsource.read.english import DETECTORS
from secondsource.read.english.assemble import assemble
from secondsource.read.english.draft import Draft
from secondsource.read.english.events.events import find_events
from secondsource.read.english.learned.drafts import weigh_drafts
from secondsource.read.english.learned.told import LearnedParts, LearnedText, Thresholds
from secondsource.read.english.parsed import parse
from secondsource.read.english.text.model import DEFAULT_MODEL, load_model
from secondsource.records import DayRange, Document, ResolvedStatement, Statement
from secondsource.resolve.days import resolve_when
from secondsource.show.statement_lines import statement_lines

_START = Thresholds(
    keep_event=0.15, event=0.7, keep_doer=0.05, doer=0.7, keep_tie=0.05, tie=0.6,
    keep_sentence=0.1, finding=0.6, threat=0.6, channel=0.6, emergence=0.6,
)  # fmt: skip
_NEVER = 1.1
_KEEP = (0.0, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3)
_ADD = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, _NEVER)


class Fold:
    """Texts that the weights have not seen, parsed once and read as often as thresholds are tried."""

    def __init__(self, weights: Path, texts: Path, half: str) -> None:
        self.parts = LearnedParts.load(weights)
        self.read: list[tuple[str, Document, list[Draft], LearnedText]] = []
        for gold in sorted(texts.glob("*.gold.json")):
            name = gold.name.removesuffix(".gold.json")
            if (int(re.sub(r"\D", "", name)) % 2 == 1) != (half == "odd"):
                continue
            document = _document(name, (texts / f"{name}.txt").read_bytes().decode("utf-8"))
            parsed = parse(document.text, load_model(DEFAULT_MODEL))
            written = [draft for detect in DETECTORS for draft in detect(parsed)]
            self.read.append((name, document, written, self.parts.over(parsed, written)))

    def lines(self, thresholds: Thresholds) -> dict[str, list[dict[str, Any]]]:
        """The printed statements by text."""
        self.parts.thresholds = thresholds
        found: dict[str, list[dict[str, Any]]] = {}
        for name, document, written, learned in self.read:
            drafts = [*find_events(learned.layout.parsed, learned), *weigh_drafts(learned, written)]
            statements = assemble(document.id, drafts, "english", "fold")
            resolved = {s.id: _resolved(s) for s in statements}
            lines = map(json.loads, statement_lines(document, statements, resolved))
            found[name] = [line for line in lines if line["kind"] != "document"]
        return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Searches, prints what each step brought, writes OUT/thresholds.toml."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n", maxsplit=1)[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--texts", type=Path, required=True)
    parser.add_argument("--fold", nargs=2, action="append", required=True, metavar=("WEIGHTS", "HALF"))
    options = parser.parse_args(arguments)
    scorer = load_scorer(options.scorer)
    folds = [Fold(Path(weights), options.texts, half) for weights, half in options.fold]
    articles = {
        name: scorer.Article(
            json.loads((options.texts / f"{name}.gold.json").read_text(encoding="utf-8")), document.text
        )
        for fold in folds
        for name, document, _, _ in fold.read
    }

    def score(thresholds: Thresholds) -> float:
        lines = {name: found for fold in folds for name, found in fold.lines(thresholds).items()}
        return float(scorer.prf(*scorer.score(articles, lines)[0]["all"])[2])

    best = _START
    reached = score(best)
    print(f"start {reached:.4f}", flush=True)
    for _ in range(2):
        for name in asdict(best):
            tried = {value: score(replace(best, **{name: value})) for value in _grid(name)}
            value = max(tried, key=lambda v: tried[v])
            if tried[value] > reached:
                best, reached = replace(best, **{name: value}), tried[value]
            print(f"{name} = {getattr(best, name)}: {reached:.4f}", flush=True)
    lines = [f"{name} = {value}" for name, value in asdict(best).items()]
    (options.out / "thresholds.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


def _grid(name: str) -> tuple[float, ...]:
    return _KEEP if name.startswith("keep_") else _ADD


def _document(name: str, text: str) -> Document:
    return Document(
        id=f"sha256:{name}", raw_sha256=name, path=f"{name}.txt", outlet=None, url=None, title=None, author=None,
        published=None, published_from=None, collected_at=datetime(1970, 1, 1, tzinfo=UTC),
        media_type="text/plain", language="en", text=text,
    )  # fmt: skip


def _resolved(statement: Statement) -> ResolvedStatement:
    unpublished: DayRange | None = None
    when = getattr(statement.proposition, "when", None)
    return ResolvedStatement(
        statement=statement, known=None, outlet=None, actors=(),
        when=resolve_when(when, unpublished) if when else None,
    )  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
