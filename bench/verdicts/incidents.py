"""Which reports are about one incident: the matcher's weights on MAVERICK's reports, beside simpler ways and peers.

usage: python bench/verdicts/incidents.py [--data REPORTS.jsonl] [--out PREDICTIONS.jsonl] [--peers] [--errors]
Without --data the reports on Côte d'Ivoire are joined by weights and thresholds learned on the other folds: five
folds over incidents, a pair scored only by models that saw neither incident. Any other file is joined by the
weights that ship. `--peers` adds Splink on the same folds, where it is installed.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # run as a script, from anywhere

from bench.resolve.scoring import DATA, options, rows, score
from bench.verdicts.folds import join_out_of_fold
from bench.verdicts.incident_errors import count_errors
from train.reports import tellings_of

from secondsource.match.cluster import cluster
from secondsource.match.pairs import Pairs
from secondsource.match.tellings import Telling
from secondsource.match.weights import load_weights

LEARNED_FROM = "reports/cote-d-ivoire.jsonl"
RESAMPLES = 1000


def main() -> None:
    chosen = options(
        __doc__ or "",
        LEARNED_FROM,
        ("--peers", {"action": "store_true", "help": "add Splink on the same folds"}),
        ("--errors", {"action": "store_true", "help": "count missed and false pairs by their cause"}),
    )
    reports = rows(chosen.data)
    is_learned_from = chosen.data.resolve() == (DATA / LEARNED_FROM).resolve()
    tellings = tellings_of(reports)
    started = time.perf_counter()
    groups = join_across_folds(tellings, reports) if is_learned_from else join_by_shipped(tellings)
    took = time.perf_counter() - started
    title = "weights of the other folds" if is_learned_from else "weights that ship"
    labels = numbered(groups, len(reports))
    report(f"secondsource, {title} ({took:.1f} s)", reports, labels, chosen.out)
    if all("incident" in r for r in reports):
        print(f"\n{title}: {interval(groups, [r['incident'] for r in reports])}")
        for name, simple in baselines(reports):
            print(f"{name}: {interval(simple, [r['incident'] for r in reports])}")
    if chosen.errors:
        print(*count_errors(groups, tellings, [r["incident"] for r in reports], load_weights()), sep="\n")
    if chosen.peers and is_learned_from:
        from bench.verdicts.splink_peer import join_by_splink

        others = join_by_splink(reports)
        print(f"Splink, same folds: {interval(others, [r['incident'] for r in reports])}")


def join_across_folds(tellings: Sequence[Telling], reports: Sequence[Any]) -> tuple[tuple[int, ...], ...]:
    """Groups by weights that saw none of a pair's incidents."""
    return join_out_of_fold(tellings, [str(r["incident"]) for r in reports], load_weights())


def join_by_shipped(tellings: Sequence[Telling]) -> tuple[tuple[int, ...], ...]:
    """Groups by the product's own weights."""
    weights = load_weights()
    pairs = Pairs(tellings, weights)
    scores = pairs.scores(range(len(tellings)))
    return cluster(len(tellings), scores, pairs.alone, weights.threshold_of_reports)


def baselines(reports: Sequence[Any]) -> Iterator[tuple[str, list[list[int]]]]:
    """Every report alone, and all reports of one city and first day together."""
    yield "every report alone", [[n] for n in range(len(reports))]
    cells: dict[Hashable, list[int]] = {}
    for n, r in enumerate(reports):
        cells.setdefault((r["city"] or n, r["date_start"]), []).append(n)
    yield "same city and day", list(cells.values())


def numbered(groups: Sequence[Sequence[int]], count: int) -> list[int]:
    """The number of its group for each position."""
    labels = [0] * count
    for number, group in enumerate(groups):
        for position in group:
            labels[position] = number
    return labels


def report(title: str, reports: Sequence[Any], labels: Sequence[int], out: Path | None) -> None:
    """The scorer's table, or only the predictions where the file has no incidents."""
    predictions = [{"id": r["id"], "incident": n} for r, n in zip(reports, labels, strict=True)]
    if not all("incident" in r for r in reports):
        lines = "".join(json.dumps(p) + "\n" for p in predictions)
        (out or Path("/dev/stdout")).write_text(lines, encoding="utf-8")
        return
    score(title, "score_incidents.py", reports, predictions, out)


def interval(groups: Sequence[Sequence[int]], incidents: Sequence[str]) -> str:
    """B-cubed and pairwise F1 with the middle 95% of their values over resampled incidents (bootstrap, seed 1).

    What is resampled are each incident's tallies in the whole: its reports' precision and recall, its pairs, those
    of them that were found, and half of each pair that its reports are said to be in.
    """
    tallies = np.array(list(_tallies(groups, incidents)))
    draw = np.random.default_rng(1)
    drawn = np.array(
        [_f1s(tallies[draw.integers(len(tallies), size=len(tallies))].sum(axis=0)) for _ in range(RESAMPLES)]
    )
    low, high = np.percentile(drawn, [2.5, 97.5], axis=0)
    cubed, paired = _f1s(tallies.sum(axis=0))
    return (
        f"B-cubed F1 {cubed:.3f} ({low[0]:.3f} to {high[0]:.3f}), "
        f"pairwise F1 {paired:.3f} ({low[1]:.3f} to {high[1]:.3f})"
    )


def _tallies(groups: Sequence[Sequence[int]], incidents: Sequence[str]) -> Iterator[tuple[float, ...]]:
    """Of each incident: reports, sums of B-cubed precision and recall, pairs found, pairs said, pairs that are."""
    home = {p: n for n, g in enumerate(groups) for p in g}
    size = [len(g) for g in groups]
    members: dict[str, list[int]] = {}
    for position, incident in enumerate(incidents):
        members.setdefault(incident, []).append(position)
    for _, own in sorted(members.items()):
        parts = Counter(home[p] for p in own)
        yield (
            len(own),
            sum(n * n / size[g] for g, n in parts.items()),
            sum(n * n / len(own) for n in parts.values()),
            sum(n * (n - 1) / 2 for n in parts.values()),
            sum(n * (size[g] - 1) / 2 for g, n in parts.items()),
            len(own) * (len(own) - 1) / 2,
        )


def _f1s(sums: NDArray[np.float64]) -> tuple[float, float]:
    reports, precision, recall, found, said, are = sums.tolist()
    return _harmonic(precision / reports, recall / reports), _harmonic(
        found / said if said else 0.0, found / are if are else 0.0
    )


def _harmonic(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


if __name__ == "__main__":
    main()
