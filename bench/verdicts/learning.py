"""Weights of evidence learned on worlds whose truth is known: the numbers of `odds.toml`, one step at a time.

Log loss with a pull towards the numbers it began with, so that what a world never shows stays as set by hand. Each
number in turn is moved up and down; what helps is kept, and the step halves when nothing does. No randomness.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from bench.verdicts.observing import Observed

from secondsource.weigh.odds import Odds
from secondsource.weigh.probability import Borne, chances

World = Sequence[Observed]
Numbers = dict[tuple[str, str], float]
# What is learned, with the least and most that it may be.
_BOUNDS: Mapping[tuple[str, str], tuple[float, float]] = {
    ("value", "start"): (-3.0, 3.0),
    ("value", "outlet_reports"): (0.0, 5.0),
    ("value", "official_reports"): (0.0, 5.0),
    ("value", "rival_claims"): (0.0, 4.0),
    ("value", "official_denies"): (-4.0, 0.0),
    ("value", "check_found_support"): (0.0, 4.0),
    ("value", "check_found_nothing"): (-4.0, 0.0),
    ("value", "check_found_it_false"): (-5.0, 0.0),
    ("value", "silent_coverage"): (-2.0, 0.0),
    ("value", "taken_back"): (-3.0, 0.0),
    ("shares", "less_exact"): (0.2, 0.95),
    ("shares", "differs"): (0.2, 0.95),
    ("shares", "hedged"): (0.2, 0.95),
    ("habits", "hidden"): (0.0, 1.0),
    ("records", "usual_claim"): (0.2, 0.9),
    ("records", "usual_report"): (0.2, 0.95),
    ("records", "claimant_counts"): (0.0, 2.0),
    ("records", "reporter_counts"): (0.0, 2.0),
}
_PULL = 0.002
_FIRST_STEP, _LAST_STEP = 0.4, 0.02


def learn(worlds: Sequence[World], begin: Odds, seen: Callable[[Observed], Borne]) -> Odds:
    """The odds that fit best what `seen` gives of each event."""
    given = [([seen(o) for o in world], [o.is_true for o in world]) for world in worlds]
    first = _numbers(begin)
    best, step = dict(first), _FIRST_STEP
    least = _loss(given, begin, first)
    while step >= _LAST_STEP:
        has_moved = False
        for key, (low, high) in _BOUNDS.items():
            scale = step if key[0] == "value" else step / 4
            for move in (scale, -scale):
                tried = {**best, key: round(min(high, max(low, best[key] + move)), 4)}
                loss = _loss(given, _with(begin, tried), first)
                if loss < least - 1e-6:
                    best, least, has_moved = tried, loss, True
                    break
        if not has_moved:
            step /= 2
    return _with(begin, {k: round(v, 2) for k, v in best.items()})


def written(table: str, odds: Odds) -> str:
    """The text of `odds.toml` with these numbers in place of its own; every comment stays."""
    sections = {"shares": odds.shares, "habits": odds.habits, "records": odds.records}
    section = ""
    lines = []
    for line in table.splitlines():
        if head := re.match(r"\[(\w+)\]", line):
            section = head[1]
        elif found := re.match(r"(\w+)( *= *)(-?[\d.]+)(.*)", line):
            name, equals, _, rest = found.groups()
            number = odds.value.get(section) if name == "value" else sections.get(section, {}).get(name)
            line = f"{name}{equals}{number}{rest}" if number is not None else line
        lines.append(line)
    return "\n".join(lines) + "\n"


def _loss(given: Sequence[tuple[Sequence[Borne], Sequence[bool]]], odds: Odds, first: Numbers) -> float:
    total, count = 0.0, 0
    for borne, truth in given:
        for chance, was in zip(chances(borne, odds), truth, strict=True):
            total -= math.log(chance if was else 1 - chance)
            count += 1
    now = _numbers(odds)
    return total / count + _PULL * sum((now[k] - first[k]) ** 2 for k in _BOUNDS)


def _numbers(odds: Odds) -> Numbers:
    return {(table, name): getattr(odds, table)[name] for table, name in _BOUNDS}


def _with(odds: Odds, numbers: Numbers) -> Odds:
    tables: dict[str, dict[str, float]] = {}
    for (table, name), number in numbers.items():
        tables.setdefault(table, dict(getattr(odds, table)))[name] = number
    return replace(odds, **tables)  # type: ignore[arg-type]
