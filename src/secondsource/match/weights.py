"""The weights of likeness by which incidents are joined, read from `weights.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from secondsource.errors import LexiconError

SHIPPED = Path(__file__).with_name("weights.toml")
_FEATURES = (
    *(
        "same_type",
        "other_type",
        "same_day",
        "days_overlap",
        "month_overlaps",
        "day_apart",
        "days_apart",
        "year_assumed",
        "other_year",
    ),
    *(
        "news_of_the_day",
        "same_place",
        "same_spot",
        "near_place",
        "near_spot",
        "wider_place",
        "country_only",
        "same_place_words",
    ),
    *("other_place", "other_place_words", "same_target", "same_site", "same_people", "other_site"),
    *(
        "other_part",
        "other_people",
        "same_perpetrator",
        "other_perpetrator",
        "same_toll",
        "near_toll",
        "other_toll",
    ),
    *("same_means", "retold", "next_sentence", "listed_apart"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """What one likeness or difference adds to a pair's score, and how it is said."""

    value: float
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """All weights with the threshold and the limits; `features` is complete."""

    threshold: float
    days_apart: int
    near_place_km: float
    near_spot_km: float
    far_place_km: float
    widest_days: int
    news_days: int
    features: Mapping[str, Weight]


@cache
def load_weights(path: Path = SHIPPED) -> Weights:
    """The weights of a file. Raises LexiconError naming the file and the entry that is missing or wrong."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(
            str(path), f"can't be read as TOML ({error}).", "Mend it or restore the shipped file."
        ) from error
    if data.get("format") != 1:
        raise LexiconError(
            str(path), f"format is {data.get('format')!r}, and 1 is known.", "Write format = 1."
        )
    unknown = set(data) - set(_FEATURES) - {"format", "threshold", "limits"}
    if unknown:
        raise LexiconError(str(path), f"unknown entry [{min(unknown)}].", f"Known: {', '.join(_FEATURES)}.")
    limits = data.get("limits", {})
    return Weights(
        threshold=_number(path, "threshold", data.get("threshold")),
        days_apart=int(_number(path, "limits.days_apart", limits.get("days_apart"))),
        near_place_km=_number(path, "limits.near_place_km", limits.get("near_place_km")),
        near_spot_km=_number(path, "limits.near_spot_km", limits.get("near_spot_km")),
        far_place_km=_number(path, "limits.far_place_km", limits.get("far_place_km")),
        widest_days=int(_number(path, "limits.widest_days", limits.get("widest_days"))),
        news_days=int(_number(path, "limits.news_days", limits.get("news_days"))),
        features={name: _weight(path, name, data.get(name)) for name in _FEATURES},
    )


def _weight(path: Path, name: str, entry: object) -> Weight:
    if not isinstance(entry, dict) or not isinstance(entry.get("says"), str):
        raise LexiconError(str(path), f"[{name}] needs a value and what it says.", "See the other entries.")
    return Weight(value=_number(path, f"{name}.value", entry.get("value")), says=entry["says"])


def _number(path: Path, name: str, value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise LexiconError(str(path), f"{name} is {value!r}, not a number.", "Write a number.")
    return float(value)
