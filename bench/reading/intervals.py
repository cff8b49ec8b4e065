"""How far a reading score might lie from that of other texts of the same sort: bootstrap intervals over texts."""

from __future__ import annotations

import importlib.util
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

RESAMPLES = 1000
ROWS = ("all", "claims", "event", "tie", "naming", "emergence", "threat", "channel", "finding")


def intervals(scorer: Path, gold: Path, predictions: Path) -> Iterator[str]:
    """One line a kind: F1 and the middle 95% of its values over resampled texts (percentile bootstrap, seed 1)."""
    module = load_scorer(scorer)
    articles, predicted = module.load(str(gold), str(predictions))
    tallies = [
        module.score({name: article}, {name: predicted.get(name, [])})[0]
        for name, article in sorted(articles.items())
    ]
    draw = random.Random(1)
    samples = [draw.choices(tallies, k=len(tallies)) for _ in range(RESAMPLES)]
    for row in ROWS:
        whole = _f1(module, tallies, row)
        drawn = sorted(_f1(module, sample, row) for sample in samples)
        low, high = drawn[RESAMPLES * 25 // 1000], drawn[RESAMPLES * 975 // 1000 - 1]
        yield f"{row:12}{whole:7.3f}   {low:.3f} to {high:.3f}"


def _f1(module: Any, tallies: list[Any], row: str) -> float:
    credit, given, annotated = (sum(t[row][i] for t in tallies if row in t) for i in range(3))
    return float(module.prf(credit, given, annotated)[2])


def load_scorer(file: Path) -> Any:
    """The scorer beside the data, as a module."""
    spec = importlib.util.spec_from_file_location("score_reading", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
