"""The benchmark of incidents: folds that are fixed, intervals around the right value, predictions without truth."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from bench.verdicts import incidents
from bench.verdicts.folds import FOLDS, fold_of, join_out_of_fold
from bench.verdicts.incident_errors import count_errors
from train.incident_threshold import agreement
from train.reports import tellings_of

from secondsource.match.weights import load_weights
from tests.train.test_evidence import season

TRUTH = ["a", "a", "b", "b", "b", "c"]


def test_a_fold_is_the_md5_of_the_incident_by_five() -> None:
    assert [fold_of(i) for i in ("CIV-0001", "CIV-0002", "CIV-0041")] == [3, 4, 0]
    assert {fold_of(f"i{n}") for n in range(50)} == set(range(FOLDS))


def test_the_truth_scores_one_without_doubt() -> None:
    said = incidents.interval([[0, 1], [2, 3, 4], [5]], TRUTH)
    assert said.startswith("B-cubed F1 1.000 (1.000 to 1.000), pairwise F1 1.000")


def test_the_interval_holds_the_value() -> None:
    said = incidents.interval([[0], [1], [2, 3], [4, 5]], TRUTH)
    assert "B-cubed F1 0.705" in said


def test_what_the_other_folds_teach_joins_an_easy_season() -> None:
    rows = season()
    names = [str(r["incident"]) for r in rows]
    tellings = tellings_of(rows)
    groups = join_out_of_fold(tellings, names, load_weights())
    assert agreement(groups, names)[0] > agreement([[n] for n in range(len(names))], names)[0]
    assert sum(len(g) for g in groups) == len(names)


def test_errors_count_the_pairs_that_are_wrong() -> None:
    rows = season()[:4]
    names = [str(r["incident"]) for r in rows]
    missed, false = count_errors([[0], [1, 2], [3]], tellings_of(rows), names, load_weights())
    assert missed.startswith("2 pairs missed: ")
    assert false.startswith("1 pairs false: ")


def test_reports_without_incidents_are_joined_by_the_shipped_weights(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [{k: v for k, v in r.items() if k != "incident"} for r in season()]
    data, out = tmp_path / "reports.jsonl", tmp_path / "joined.jsonl"
    data.write_text("\n".join(json.dumps(r) for r in rows), encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["incidents.py", "--data", str(data), "--out", str(out)])
    incidents.main()
    told = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [t["id"] for t in told] == [r["id"] for r in rows]
    assert len({t["incident"] for t in told}) < len(rows)
