"""Our kind of event for a code of a data set, by the table `words/event_types.csv`."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from secondsource.records import DataSet, EventType

_FILE = Path(__file__).with_name("words") / "event_types.csv"
_SHORTEST, _LONGEST = 2, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What a code means; `type` is None for what isn't followed here."""

    label: str
    type: EventType | None


@lru_cache(maxsize=5_000)
def meaning_of(data_set: DataSet, code: str) -> Meaning | None:
    """The meaning of a code or its label, whatever its case and punctuation; None if it isn't known.

    >>> meaning_of(DataSet.ACLED, "Air/Drone strike").type.value
    'air strike'
    """
    return _table().get((data_set, _fold(code)))


@lru_cache(maxsize=5_000)
def cameo_meaning(code: str) -> Meaning | None:
    """The meaning of a CAMEO code, else of the code above it ("1821" is an "18").

    >>> cameo_meaning("042").label, cameo_meaning("1821").type.value, cameo_meaning("99")
    ('make a visit', 'attack', None)
    """
    for length in range(len(code), _SHORTEST - 1, -1) if len(code) <= _LONGEST else ():
        if (found := meaning_of(DataSet.GDELT, code[:length])) is not None:
            return found
    return None


@cache
def _table() -> Mapping[tuple[DataSet, str], Meaning]:
    with _FILE.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(line for line in file if not line.startswith("#"))
        return {
            (DataSet(r["data_set"]), _fold(r["code"])): Meaning(
                label=r["label"], type=EventType(r["type"]) if r["type"] else None
            )
            for r in rows
        }


def _fold(code: str) -> str:
    sign = "-" if code.startswith("-") else ""  # -9 is GTD's "unknown", 9 a kind of attack
    return sign + "".join(c for c in code.lower() if c.isalnum())
