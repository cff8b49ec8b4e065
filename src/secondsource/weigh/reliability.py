"""How far others bear out what an origin tells: its record in the case, and the grade that it earns by that.

A beta-binomial: beforehand an origin counts as having told `doubt` events, of which the usual share was so. Each
event that it tells adds one, and to what was so the chance, without its own word, that it was. What an event of
which nobody else speaks is worth, its caller says: the odds take it for a bare claim, since there what others leave
out is less often so; a grade leaves it out, since silence is no denial.

Dawid and Skene's mixture (1979) over the same families, in place of adding chances, orders the outlets of the
simulated world no better (0.36 against 0.37 on its learning seeds, 2026-11-26) and can't be checked with a pocket
calculator.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from secondsource.errors import LexiconError
from secondsource.match.weight_file import number, read_weight_file

SHIPPED = Path(__file__).with_name("grades.toml")
# What the Admiralty code keeps for "cannot be judged" is never learned.
LETTERS = "ABCDE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """That an origin tells an event, and the chance without its own word that it was.

    `counts` is the share of it that is the origin's own.
    """

    who: str
    event: int
    chance: float
    counts: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Prior:
    """What is taken for granted of an origin: the usual share of what it tells is so, as if seen in `doubt` cases."""

    usual: float
    doubt: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """How many events it tells, and how many of them others bear out; by that, the share that is so.

    `margin` is the posterior's standard deviation.
    """

    events: int
    borne_out: float
    share: float
    margin: float


class Records:
    """The records of all who tell something, over all their events or all but one."""

    def __init__(self, tellings: Iterable[Telling], prior: Prior) -> None:
        self._prior = prior
        self._told: dict[str, dict[int, tuple[float, float]]] = {}
        for t in tellings:
            self._told.setdefault(t.who, {})[t.event] = (t.counts, t.chance)
        self._sums = {who: self._sum(own.values()) for who, own in self._told.items()}

    def of(self, who: str, without: int | None = None) -> Record:
        """The record of an origin; `without` leaves one event out, so that it is no witness there."""
        events, counts, borne_out, counted = self._sums.get(who, (0, 0.0, 0.0, 0.0))
        left_out = self._told.get(who, {}).get(-1 if without is None else without)
        if left_out is not None:
            count, was = left_out
            events, counts = events - 1, counts - count
            borne_out, counted = borne_out - was, counted - count * was
        total = counts + self._prior.doubt
        share = (counted + self._prior.doubt * self._prior.usual) / total
        return Record(
            events=events,
            borne_out=max(0.0, borne_out),
            share=share,
            margin=math.sqrt(share * (1 - share) / (total + 1)),
        )

    @staticmethod
    def _sum(told: Iterable[tuple[float, float]]) -> tuple[int, float, float, float]:
        rows = list(told)
        return (
            len(rows),
            sum(c for c, _ in rows),
            sum(was for _, was in rows),
            sum(c * was for c, was in rows),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Bands:
    """From which share on a record earns which letter, and the widest margin at which it is told."""

    least: Mapping[str, float]
    margin: float


@cache
def load_bands(path: Path = SHIPPED) -> Bands:
    """The bands of a file. Raises LexiconError naming the file and what is wrong in it."""
    data = read_weight_file(path, 1, ("least", "told"), ())
    least = {k: number(path, f"least.{k}", data.get("least", {}).get(k)) for k in LETTERS}
    shares = list(least.values())
    if shares != sorted(shares, reverse=True) or shares[-1] > 0:
        raise LexiconError(str(path), "[least] must fall from A to E, and E begin at 0.", "Order the shares.")
    return Bands(least=least, margin=number(path, "told.margin", data.get("told", {}).get("margin")))


def letter(record: Record, bands: Bands) -> str | None:
    """The letter that a record earns, A to E; None where it is too few to tell."""
    if record.events == 0 or record.margin > bands.margin:
        return None
    return next(k for k, least in bands.least.items() if record.share >= least)


def chance(odds: float) -> float:
    """The probability of log-odds."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


def log_odds(probability: float) -> float:
    """The log-odds of a probability."""
    return math.log(probability / (1 - probability))
