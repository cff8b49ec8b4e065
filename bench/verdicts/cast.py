"""Who is there in a simulated world: places, groups with fronts, outlets with their habits."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.verdicts.habits import Habits

from secondsource.records import Place, PlaceKind

WORDS: Mapping[str, Any] = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
WAYS = ("reprint", "bare_reprint", "quoting", "relaying", "retelling")


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """An armed group: the share of its claims whose event never was, and its front if it has one."""

    name: str
    channel: str
    invents: float
    front: str | None
    front_channel: str | None
    is_front_known: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """Who publishes. `province` is where a local paper reports from; `ways` weigh how it copies, by `WAYS`."""

    name: str
    kind: str  # agency, local, national, repeater, monitor
    province: int | None
    diligence: float
    leans_to: int | None
    copies: float
    ways: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """All of them; `towns[province]` are its towns, `police[province]` the name of its police."""

    provinces: tuple[Place, ...]
    towns: tuple[tuple[Place, ...], ...]
    police: tuple[str, ...]
    groups: tuple[Group, ...]
    outlets: tuple[Outlet, ...]

    def of_kind(self, kind: str) -> list[Outlet]:
        """The outlets of one kind."""
        return [o for o in self.outlets if o.kind == kind]


def draw_cast(habits: Habits, draw: random.Random) -> Cast:
    """The cast of one world."""
    names = _names(draw, 40 + habits.size["provinces"] * habits.size["towns"])
    provinces, towns = [], []
    for number in range(habits.size["provinces"]):
        latitude, longitude = 10.0 + 4 * (number // 3), 20.0 + 4 * (number % 3)
        province = _place(names.pop(), PlaceKind.PROVINCE, latitude + 1, longitude + 1, None)
        provinces.append(province)
        towns.append(
            tuple(
                _place(
                    names.pop(),
                    PlaceKind.TOWN,
                    latitude + 0.8 * (n // 3),
                    longitude + 0.8 * (n % 3),
                    province.name,
                )
                for n in range(habits.size["towns"])
            )
        )
    return Cast(
        provinces=tuple(provinces),
        towns=tuple(towns),
        police=tuple(f"{p.name} police" for p in provinces),
        groups=tuple(_groups(habits, draw)),
        outlets=tuple(_outlets(habits, draw, names)),
    )


def _groups(habits: Habits, draw: random.Random) -> list[Group]:
    names = draw.sample(WORDS["groups"], habits.size["groups"])
    fronts = draw.sample(WORDS["fronts"], habits.size["groups"])
    mean, spread = habits.rate["invented"], habits.rate["spread_of_honesty"]
    likeness = 1 / spread - 1
    groups = []
    for name, front in zip(names, fronts, strict=True):
        has_front = draw.random() < habits.rate["fronts"]
        groups.append(
            Group(
                name=name,
                channel=f"{name} Media",
                invents=draw.betavariate(mean * likeness, (1 - mean) * likeness),
                front=front if has_front else None,
                front_channel=f"{front} Channel" if has_front else None,
                is_front_known=draw.random() < habits.rate["front_known"],
            )
        )
    return groups


def _outlets(habits: Habits, draw: random.Random, names: list[str]) -> list[Outlet]:
    size = habits.size
    papers = [
        f"{names.pop()} {WORDS['papers'][n % len(WORDS['papers'])]}"
        for n in range(size["locals"] + size["nationals"])
    ]
    sites = [
        f"{first} {last}" for first in names for last in draw.sample(WORDS["sites"], len(WORDS["sites"]))
    ]
    named = (
        ("agency", draw.sample(WORDS["agencies"], size["agencies"])),
        ("local", papers[: size["locals"]]),
        ("national", papers[size["locals"] :]),
        ("repeater", draw.sample(sites, size["repeaters"])),
        ("monitor", draw.sample(WORDS["monitors"], size["monitors"])),
    )
    return [
        _outlet(name, kind, habits, draw, n % size["provinces"] if kind == "local" else None)
        for kind, chosen in named
        for n, name in enumerate(chosen)
    ]


_DILIGENCE = {"agency": "agency_reports", "local": "local_reports", "national": "national_reports"}
_COPIES = {"agency": 0.1, "local": 0.15, "national": 0.6, "repeater": 1.0, "monitor": 0.0}


def _outlet(name: str, kind: str, habits: Habits, draw: random.Random, province: int | None = None) -> Outlet:
    mean = habits.rate[_DILIGENCE[kind]] if kind in _DILIGENCE else 0.0
    may_lean = kind in ("local", "national")
    shares = [habits.rate[w] for w in WAYS]
    total = sum(shares)
    drawn = [draw.gammavariate(habits.rate["own_habits"] * s / total, 1.0) for s in shares]
    return Outlet(
        name=name,
        kind=kind,
        province=province,
        diligence=min(0.95, mean * draw.uniform(0.6, 1.4)),
        leans_to=draw.randrange(habits.size["groups"])
        if may_lean and draw.random() < habits.rate["leaning"]
        else None,
        copies=_COPIES[kind] * draw.uniform(0.5, 1.5),
        ways=tuple(d / sum(drawn) for d in drawn),
    )


def _names(draw: random.Random, number: int) -> list[str]:
    """That many different invented names."""
    found: dict[str, None] = {}
    while len(found) < number:
        parts = draw.sample(WORDS["syllables"], draw.choice((1, 2)))
        found["".join((*parts, draw.choice(WORDS["endings"]))).capitalize()] = None
    return list(found)


def _place(name: str, kind: PlaceKind, latitude: float, longitude: float, province: str | None) -> Place:
    return Place(
        id=f"place:{name}",
        name=name,
        kind=kind,
        country="XA",
        admin1=province or name,
        latitude=latitude,
        longitude=longitude,
    )
