"""The weights of likeness by which incidents are joined, read from `weights.toml`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from secondsource.errors import LexiconError
from secondsource.match.weight_file import number, read_weight_file

SHIPPED = Path(__file__).with_name("weights.toml")
_TOLLS = ("same", "many_same", "near", "other", "some", "none")
_FEATURES = (
    *("same_type", "other_type"),
    *("same_day", "days_overlap", "month_overlaps", "day_apart", "days_apart"),
    *("year_assumed", "other_year", "news_of_the_day"),
    *("same_place", "same_spot", "near_place", "near_spot", "wider_place", "other_quarter", "country_only"),
    *("same_place_words", "other_place", "other_place_words", "place_as_target"),
    *("same_target", "same_site", "other_site", "other_part", "same_people", "other_people"),
    *("same_perpetrator", "other_perpetrator", "same_means", "other_means"),
    *(f"{fit}_{what}" for what in ("killed", "injured", "abducted") for fit in _TOLLS),
    *("published_together", "published_apart", "one_list"),
    *("retold", "next_sentence", "listed_apart"),
    *("crowd", "strays"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """What one likeness or difference adds to a pair's score, and how it is said; learned, or set by hand.

    `alone` is what it adds while the other tellings aren't asked yet.
    """

    value: float
    alone: float
    says: str
    is_learned: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """All weights in bits, with the threshold and the limits; `features` is complete.

    `prior` is the score of a pair of which nothing can be compared. No pair scores below `floor` or above
    `ceiling`, so that one pair can't outvote the rest of an incident.
    """

    prior: float
    prior_alone: float
    threshold: float
    threshold_of_reports: float
    floor: float
    ceiling: float
    days_apart: int
    near_place_km: float
    near_spot_km: float
    far_place_km: float
    widest_days: int
    news_days: int
    features: Mapping[str, Weight]

    def sum_of(self, features: Iterable[str]) -> float:
        """The score of a pair to which these entries apply, unless other tellings are like one of the two alone."""
        return self.prior + sum(self.features[f].value for f in features)

    def sum_alone(self, features: Iterable[str]) -> float:
        """The score of the same pair while the other tellings aren't asked yet."""
        return self.prior_alone + sum(self.features[f].alone for f in features)


_OTHERS = ("prior", "prior_alone", "threshold", "threshold_of_reports", "limits")


@cache
def load_weights(path: Path = SHIPPED) -> Weights:
    """The weights of a file. Raises LexiconError naming the file and the entry that is missing or wrong."""
    data = read_weight_file(
        path, 2, _FEATURES, ("prior", "prior_alone", "threshold", "threshold_of_reports", "limits")
    )
    limits = data.get("limits", {})

    def limit(name: str) -> float:
        return number(path, f"limits.{name}", limits.get(name))

    return Weights(
        prior=number(path, "prior", data.get("prior")),
        prior_alone=number(path, "prior_alone", data.get("prior_alone")),
        threshold=number(path, "threshold", data.get("threshold")),
        threshold_of_reports=number(path, "threshold_of_reports", data.get("threshold_of_reports")),
        floor=limit("floor"),
        ceiling=limit("ceiling"),
        days_apart=int(limit("days_apart")),
        near_place_km=limit("near_place_km"),
        near_spot_km=limit("near_spot_km"),
        far_place_km=limit("far_place_km"),
        widest_days=int(limit("widest_days")),
        news_days=int(limit("news_days")),
        features={name: _weight(path, name, data.get(name)) for name in _FEATURES},
    )


def _weight(path: Path, name: str, entry: object) -> Weight:
    if not isinstance(entry, dict) or not isinstance(entry.get("says"), str):
        raise LexiconError(str(path), f"[{name}] needs a value and what it says.", "See the other entries.")
    value = number(path, f"{name}.value", entry.get("value"))
    return Weight(
        value=value,
        alone=number(path, f"{name}.alone", entry.get("alone", value)),
        says=entry["says"],
        is_learned=entry.get("learned") is True,
    )
