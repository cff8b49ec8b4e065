"""Series of events drawn by a seed, and small cases with a series in them."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from bench.verdicts.change_points import poisson

from secondsource.records import Derived
from secondsource.weigh.changes import Shift, find_shifts
from tests.weigh.builder import Case

START = date(2025, 1, 1)
G = "Hammer"
# Days of the year 2025, counted from 0.
STEADY_NEWS = range(0, 120, 4)
FEW_THEN_MANY = (5, 30, 55, 80, 92, 95, 97, 100, 103, 106, 109, 112, 114, 117, 119)


def days_at(rng: random.Random, rate: float, days: int) -> list[int]:
    """The number of events of each day."""
    return [poisson(rng, rate) for _ in range(days)]


def day(n: int) -> str:
    return (START + timedelta(days=n)).isoformat()


def case_of(
    claimed: Iterable[int],
    others: Iterable[int],
    targets: Sequence[str] = ("army convoy",),
    outlets: Sequence[str] = ("Dispatch",),
) -> Case:
    """Claims on these days of the year, in every one of the outlets; other news on those days."""
    case = Case()
    for on in others:
        case.page("Herald", day(on)).event(on="market", at="Veshkan", when=day(on))
    for n, on in enumerate(claimed):
        for outlet in outlets:
            place = ("Sorna", "Fort Bell", "Veshkan")[n % 3]
            case.page(outlet, day(on)).claim(G, when=day(on), at=place, on=targets[n % len(targets)])
    return case


def shifts_of(case: Case) -> tuple[Shift, ...]:
    derived = case.derive()
    return find_shifts(derived.evidence, derived.weighed.claims, case.documents())


def derived_of(case: Case) -> Derived:
    """What the pipeline would keep of the case."""
    made = case.derive()
    return Derived(
        actors=tuple(case.actors.values()),
        aliases=(),
        statements=case.resolution().statements,
        copies=tuple(case.copy_families()),
        incidents=made.matched.incidents,
        families=made.matched.families,
        claims=made.weighed.claims,
        verdicts=made.weighed.verdicts,
        ties=made.weighed.ties,
        indicators=made.weighed.indicators,
    )
