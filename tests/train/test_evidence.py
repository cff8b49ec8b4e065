"""Weights are learned from known incidents, and written without touching what is set by hand."""

from __future__ import annotations

from typing import Any

import numpy as np
from train.evidence import compare_all, learn, say_alone
from train.incident_threshold import agreement, best_threshold
from train.match import renew
from train.reports import tellings_of

from secondsource.match.weights import SHIPPED, load_weights


def report(name: str, incident: str, **told: Any) -> dict[str, Any]:
    """A row about an invented country."""
    row = {
        "id": name,
        "incident": incident,
        "country": "Sedrania",
        "date_start": "2025-03-03",
        "date_end": "2025-03-03",
        "city": "Sorna",
        "location": None,
        "latitude": 10.0,
        "longitude": 20.0,
        "geo_precision": 3,
        "event_context": "Clash",
        "target": "Citizens",
        "deaths_best": 3,
        "injuries_best": 0,
        "source": f"Paper {name} (2025-03-04) A headline",
        "actors": [{"name": "Hammer", "type": None, "violence": "Shooting", "roles": ["perpetrator"]}],
    }
    return row | told


def season() -> list[dict[str, Any]]:
    """Thirty incidents of two reports each, which agree on the toll and by chance on the place."""
    rows = []
    for n in range(30):
        city = {"city": "Sorna", "latitude": 10.0} if n % 2 else {"city": "Veshkan", "latitude": 10.2}
        day = f"2025-03-{1 + n % 15:02}"
        told = {"date_start": day, "date_end": day, "deaths_best": n, **city}
        rows += [report(f"{n}{paper}", f"i{n}", **told) for paper in "AB"]
    return rows


def test_what_tells_incidents_apart_gets_the_weight() -> None:
    rows = season()
    tellings, incidents = tellings_of(rows), np.array([r["incident"] for r in rows])
    pairs = compare_all(tellings, load_weights())
    is_same = incidents[pairs.first] == incidents[pairs.second]
    learned = learn(pairs, is_same, np.ones(len(is_same), dtype=bool), load_weights())
    values = {n: w.value for n, w in learned.features.items()}
    assert values["many_same_killed"] > 1 > values["other_killed"]
    assert values["same_place"] > values["other_place"]
    said = say_alone(pairs, learned)
    assert said[is_same].min() > said[~is_same].max()
    every = np.ones(len(rows), dtype=bool)
    threshold = best_threshold(pairs, tellings, incidents.tolist(), every, learned)
    assert said[~is_same].max() < threshold + 3


def test_a_report_without_its_incident_is_compared_alike() -> None:
    rows = season()
    bare = [{k: v for k, v in r.items() if k != "incident"} for r in rows]
    assert tellings_of(rows) == tellings_of(bare)


def test_a_row_that_tells_little_is_a_telling_still() -> None:
    (telling,) = tellings_of([{"id": "x", "date_start": None, "source": "Paper", "actors": None}])
    assert telling.when is None
    assert telling.perpetrators == frozenset()


def test_renewing_with_the_same_weights_changes_nothing() -> None:
    text = SHIPPED.read_text(encoding="utf-8")
    assert renew(text, load_weights()) == text


def test_agreement_is_whole_for_the_truth_and_nought_for_pairs_of_none() -> None:
    assert agreement([[0, 1], [2]], ["a", "a", "b"]) == (1.0, 1.0)
    assert agreement([[0], [1], [2]], ["a", "a", "b"])[1] == 0.0
