"""Learns the weights by which incidents are joined, and writes them into the file that the matcher reads.

usage: python -m train.match REPORTS.jsonl [WEIGHTS.toml]   (or: make train-match)
"""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np

from secondsource.match.weights import SHIPPED, Weights, load_weights
from train.evidence import compare_all, learn
from train.incident_threshold import best_threshold
from train.reports import read_rows, tellings_of

_TOP = ("prior", "prior_alone", "threshold_of_reports")


def main() -> None:
    """Reads the reports and renews the numbers of the weights file in place."""
    if not 2 <= len(sys.argv) <= 3:
        print(__doc__, file=sys.stderr)
        raise SystemExit(2)
    path = Path(sys.argv[2]) if len(sys.argv) == 3 else SHIPPED
    learned = learn_from(Path(sys.argv[1]), load_weights(path))
    path.write_text(renew(path.read_text(encoding="utf-8"), learned), encoding="utf-8")
    print(f"{path.name}: {sum(w.is_learned for w in learned.features.values())} weights learned")


def learn_from(reports: Path, weights: Weights) -> Weights:
    """The weights with all learned numbers fitted on every incident of the file."""
    rows = read_rows(reports)
    tellings, incidents = tellings_of(rows), [str(r["incident"]) for r in rows]
    pairs = compare_all(tellings, weights)
    names = np.array(incidents)
    every = np.ones(len(pairs.first), dtype=bool)
    found = learn(pairs, names[pairs.first] == names[pairs.second], every, weights)
    seen = np.ones(len(rows), dtype=bool)
    return replace(found, threshold_of_reports=best_threshold(pairs, tellings, incidents, seen, found))


def renew(text: str, weights: Weights) -> str:
    """The text of a weights file with the learned numbers in it, and all else as it was.

    >>> "prior = 9.0" in renew("prior = 9.0", load_weights())
    False
    """
    for name in _TOP:
        text = re.sub(rf"(?m)^{name} = \S+$", f"{name} = {getattr(weights, name):.2f}", text)
    for name, weight in weights.features.items():
        if weight.is_learned:
            text = _set(_set(text, name, "value", weight.value), name, "alone", weight.alone)
    return text


def _set(text: str, entry: str, field: str, value: float) -> str:
    pattern = rf"(\[{entry}\]\n(?:[^\[\n].*\n)*?{field} = )\S+"
    return re.sub(pattern, lambda found: f"{found.group(1)}{value:.2f}", text, count=1)


if __name__ == "__main__":
    main()
