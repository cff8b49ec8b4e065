"""The weights of evidence by which a probability is summed up, read from `odds.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from secondsource.errors import LexiconError
from secondsource.match.weight_file import number, read_weight_file

SHIPPED = Path(__file__).with_name("odds.toml")
REPORTS = ("outlet_reports", "official_reports", "other_reports")
ENTRIES = (
    "start",
    *REPORTS,
    "rival_claims",
    "official_denies",
    "other_denies",
    "check_found_support",
    "check_found_nothing",
    "check_found_it_false",
    "silent_coverage",
    "taken_back",
    "fixed_fact",
)
_NUMBERS = {
    "limits": ("least", "most", "silent_outlets", "supported_least", "unsupported_most"),
    "shares": ("less_exact", "differs", "hedged"),
    "grades": ("A", "B", "C", "D", "E", "F"),
    "habits": ("hidden",),
    "records": ("doubt", "usual_claim", "usual_report", "claimant_counts", "reporter_counts"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Odds:
    """Log-odds and sentence of each entry; the other tables by name and key."""

    value: Mapping[str, float]
    says: Mapping[str, str]
    limits: Mapping[str, float]
    shares: Mapping[str, float]
    grades: Mapping[str, float]
    habits: Mapping[str, float]
    records: Mapping[str, float]


@cache
def load_odds(path: Path = SHIPPED) -> Odds:
    """The weights of a file. Raises LexiconError naming the file and the entry that is missing, unknown or wrong."""
    data = read_weight_file(path, 1, ENTRIES, _NUMBERS)
    tables = {
        name: {key: number(path, f"{name}.{key}", data.get(name, {}).get(key)) for key in keys}
        for name, keys in _NUMBERS.items()
    }
    says = {n: data.get(n, {}).get("says") for n in ENTRIES}
    for name, words in says.items():
        if not isinstance(words, str):
            raise LexiconError(
                str(path), f"[{name}] needs a value and what it says.", "See the other entries."
            )
    value = {n: number(path, f"{n}.value", data[n].get("value")) for n in ENTRIES}
    return Odds(value=value, says=says, **tables)
