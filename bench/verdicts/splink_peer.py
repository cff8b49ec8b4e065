"""Splink 5 on the reports, as a peer: its comparisons, weights from labels, the same folds and linkage.

Not a dependency: `pip install splink pandas` into a venv beside the package. For each two folds a model is trained on
the reports of the other three: u from random pairs, m from the incident column, the prior from the labels too.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
import splink.comparison_library as cl
from bench.verdicts.folds import FOLDS, fold_of
from splink import DuckDBAPI, Linker, SettingsCreator
from train.incident_threshold import middle_of_best

from secondsource.match.cluster import cluster

Scores = dict[tuple[int, int], float]
_FLOOR, _CEILING = -8.5, 6.0  # bits, as in the matcher
_GRID = np.arange(-6.0, 12.01, 0.5)
_QUIET = logging.ERROR
_NEAR_DAYS = "abs(date_diff('day', l.start, r.start)) <= 14"


def join_by_splink(reports: Sequence[Any]) -> tuple[tuple[int, ...], ...]:
    """All reports clustered at once by average linkage over Splink's match weights less each model's threshold."""
    table = _table(reports)
    fold = np.array([fold_of(r["incident"]) for r in reports])
    incidents = [str(r["incident"]) for r in reports]
    scores: Scores = {}
    for a in range(FOLDS):
        for b in range(a, FOLDS):
            seen = ~np.isin(fold, (a, b))
            said = _match_weights(table, seen)
            known = {p: s for p, s in said.items() if seen[p[0]] and seen[p[1]]}
            threshold = middle_of_best(known, len(reports), _forbid, incidents, seen, _GRID)
            for (i, j), score in said.items():
                if {int(fold[i]), int(fold[j])} == {a, b}:
                    scores[i, j] = score - threshold
    return cluster(len(reports), scores, _forbid, 0.0)


def _forbid(first: int, second: int) -> float:
    return _FLOOR


def _table(reports: Sequence[Any]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "unique_id": range(len(reports)),
            "incident": [r["incident"] for r in reports],
            "start": pd.to_datetime([r["date_start"] for r in reports]),
            "city": [r["city"] for r in reports],
            "location": [r["location"] for r in reports],
            "lat": [r["latitude"] for r in reports],
            "long": [r["longitude"] for r in reports],
            "target": [None if r["target"] == "Unknown" else r["target"] for r in reports],
            "context": [None if r["event_context"] == "Unknown" else r["event_context"] for r in reports],
            "deaths": [str(r["deaths_best"]) for r in reports],
            "injuries": [str(r["injuries_best"]) for r in reports],
            "outlet": [r["source_author"] for r in reports],
            "source": [r["source"] for r in reports],
            "actors": [[a["name"] for a in r["actors"]] for r in reports],
            "violence": [
                sorted({v for a in r["actors"] for v in (a["violence"] or "").split("; ")}) for r in reports
            ],
        }
    )


def _match_weights(table: pd.DataFrame, seen: np.ndarray) -> Scores:
    settings = _settings()
    api = DuckDBAPI()
    trainer = Linker(api.register(table[seen].reset_index(drop=True)), settings, log_level=_QUIET)
    labelled = table[seen]["incident"].value_counts()
    pairs = float(seen.sum() * (seen.sum() - 1) / 2)
    trainer.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    trainer.training.estimate_m_from_label_column("incident")
    model = trainer.misc.save_model_to_json()
    model["probability_two_random_records_match"] = float((labelled * (labelled - 1) / 2).sum()) / pairs
    other = DuckDBAPI()
    found = Linker(other.register(table), model, log_level=_QUIET).inference.predict().as_pandas_dataframe()
    return {
        (min(i, j), max(i, j)): float(np.clip(w, _FLOOR, _CEILING))
        for i, j, w in zip(found.unique_id_l, found.unique_id_r, found.match_weight, strict=True)
    }


def _settings() -> SettingsCreator:
    return SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            cl.AbsoluteDateDifferenceAtThresholds(
                "start", input_is_string=False, metrics=["day", "day", "day"], thresholds=[1, 3, 7]
            ),
            cl.ExactMatch("city").configure(term_frequency_adjustments=True),
            cl.JaroWinklerAtThresholds("location", [0.9]),
            cl.DistanceInKMAtThresholds("lat", "long", [1, 5, 30]),
            cl.ExactMatch("target"),
            cl.ExactMatch("context"),
            cl.ExactMatch("deaths").configure(term_frequency_adjustments=True),
            cl.ExactMatch("injuries").configure(term_frequency_adjustments=True),
            cl.ArrayIntersectAtSizes("actors", [2, 1]),
            cl.ArrayIntersectAtSizes("violence", [2, 1]),
            cl.ExactMatch("source"),
        ],
        blocking_rules_to_generate_predictions=[_NEAR_DAYS],
    )
