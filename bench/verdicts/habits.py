"""The habits of one simulated world, from `world.toml`: the first world's own, or drawn for a seed of the second."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

TABLE = Path(__file__).with_name("world.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """How many there are of what (`size`), and how often they do what (`rate`), by the names of the table."""

    size: Mapping[str, int]
    rate: Mapping[str, float]


def first_world(table: Path = TABLE) -> Habits:
    """The habits that the weights were learned under; or those of another table of the same format."""
    return Habits(size=_read(table)["size"], rate={n: float(e["value"]) for n, e in _entries(table)})


def second_world(seed: int) -> Habits:
    """Habits drawn from the ranges that leave out the first world's: a range by its width, then evenly in it."""
    draw = random.Random(f"habits {seed}")
    rate = {}
    for name, entry in _entries(TABLE):
        ranges = entry["other"]
        low, high = draw.choices(ranges, [b - a for a, b in ranges])[0]
        rate[name] = draw.uniform(low, high)
    return Habits(size=_read(TABLE)["size"], rate=rate)


def _read(table: Path) -> dict[str, Any]:
    return tomllib.loads(table.read_text(encoding="utf-8"))


def _entries(table: Path) -> list[tuple[str, dict[str, Any]]]:
    return [(n, e) for n, e in sorted(_read(table).items()) if isinstance(e, dict) and "value" in e]
