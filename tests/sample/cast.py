"""A cast: the names, base day, figures and claim verbs that a rendering of the sample corpus puts in."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from .places import PROVINCES, Place, lay_out_places

_T = TypeVar("_T")
_POOLS = Path(__file__).with_name("pools.toml")
_DEFAULT_BASE_DAY = date(2025, 3, 3)
_LONGEST_SHIFT_DAYS = 1500
_LEAP_DAY = (2, 29)  # the wrong-year article needs the base day in the year before, too

# Roles in the order in which the default cast takes the first entries of a pool.
_DOUBLE_TOWNS = ("capital", "maruk", "beyda")
_TOWNS = tuple(seat for _, seats in PROVINCES.values() for seat in seats if seat not in _DOUBLE_TOWNS)
_PROVINCES = ("hamrat", "oshtan", "meresh", "kabrin")
_GROUPS = ("hammer", "salt", "riders", "gate")
_PEOPLE = ("police", "ministry", "power", "front", "mayor", "r1", "r2", "r3", "r4", "r5")
_PAPERS = ("observer", "courier", "post", "gazette", "herald")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """What the placeholders stand for in one rendering.

    `names` holds every dotted placeholder (`g.hammer.alt`, `p.sorna`, `o.wire`), `figures` the
    numbers, `verbs` the claim verbs under the words of the default cast, `places` the gazetteer.
    """

    seed: int | None
    base_day: date
    names: Mapping[str, str]
    figures: Mapping[str, int]
    verbs: Mapping[str, str]
    places: tuple[Place, ...]


def default_cast() -> Cast:
    """The cast of the committed sample: first entries of every pool, base day 3 March 2025."""
    return _cast(_Draw(None))


def random_cast(seed: int) -> Cast:
    """A cast drawn from the pools by `seed`; the same seed gives the same cast everywhere."""
    return _cast(_Draw(seed))


class _Draw:
    """Picks from the pools: the first entries without a seed, a seeded sample with one."""

    def __init__(self, seed: int | None) -> None:
        self.seed = seed
        self._random = None if seed is None else random.Random(seed)

    def some(self, pool: Sequence[_T], count: int) -> list[_T]:
        return list(pool[:count]) if self._random is None else self._random.sample(pool, count)

    def one(self, pool: Sequence[_T]) -> _T:
        return self.some(pool, 1)[0]

    def number(self, default: int, low: int, high: int, step: int = 1) -> int:
        return default if self._random is None else self._random.randrange(low, high + 1, step)


def _cast(draw: _Draw) -> Cast:
    pools = tomllib.loads(_POOLS.read_text(encoding="utf-8"))
    names: dict[str, str] = {}
    names |= _country_names(pools, draw)
    names |= _place_names(pools, draw)
    names |= _group_names(pools, names["pr.dellam"], draw)
    names |= _people_names(pools, draw)
    names |= _outlet_names(pools, names, draw)
    return Cast(
        seed=draw.seed,
        base_day=_base_day(draw),
        names=MappingProxyType(names),
        figures=MappingProxyType({k: draw.number(*v) for k, v in pools["figures"].items()}),
        verbs=MappingProxyType(_verbs(pools["verbs"], draw)),
        places=lay_out_places(names, draw.number),
    )


def _base_day(draw: _Draw) -> date:
    day = _DEFAULT_BASE_DAY + timedelta(days=draw.number(0, -_LONGEST_SHIFT_DAYS, _LONGEST_SHIFT_DAYS // 10))
    return day + timedelta(days=1) if (day.month, day.day) == _LEAP_DAY else day


def _country_names(pools: Mapping[str, Any], draw: _Draw) -> dict[str, str]:
    country, neighbour = draw.one(pools["countries"]), draw.one(pools["neighbours"])
    return dict(zip(("c.name", "c.adj", "s.name", "s.adj"), (*country, *neighbour), strict=True))


def _place_names(pools: Mapping[str, Any], draw: _Draw) -> dict[str, str]:
    names = {"pr.dellam": draw.one(pools["home_provinces"]), "p.river": draw.one(pools["rivers"])}
    provinces = draw.some(pools["provinces"], len(_PROVINCES))
    names |= {f"pr.{role}": name for role, name in zip(_PROVINCES, provinces, strict=True)}
    towns = draw.some(pools["towns"], len(_TOWNS))
    names |= {f"p.{role}": name for role, name in zip(_TOWNS, towns, strict=True)}
    for role, (name, other) in zip(_DOUBLE_TOWNS, draw.some(pools["double_towns"], 3), strict=True):
        names |= {f"p.{role}": name, f"p.{role}.alt": other}
    names["p.airport"] = f"{names['p.ilun']} International Airport"
    names["p.airbase"] = f"{names['p.mezhin']} air base"
    return names


def _group_names(pools: Mapping[str, Any], home: str, draw: _Draw) -> dict[str, str]:
    names: dict[str, str] = {}
    for role, (name, other, translation) in zip(_GROUPS, draw.some(pools["groups"], 4), strict=True):
        names |= {f"g.{role}": name, f"g.{role}.alt": other, f"g.{role}.tr": translation}
    key, key_tr, lantern, lantern_tr = draw.one(pools["look_alikes"])
    names |= {"g.key": key, "g.key.tr": key_tr, "g.lantern": lantern, "g.lantern.tr": lantern_tr}
    cause = draw.one(pools["causes"])
    for role, kind in (("front", "Front"), ("army", "Army")):
        names[f"g.{role}"] = f"{home} {cause} {kind}"
        names[f"g.{role}.acr"] = home[0] + cause[0] + kind[0]
    names["g.sindan"] = draw.one(pools["media_wings"])
    names["g.urgent"] = names["g.hammer"].split()[0] + " Urgent"
    return names


def _people_names(pools: Mapping[str, Any], draw: _Draw) -> dict[str, str]:
    names = {"h.hammer": draw.one(pools["noms_de_guerre"])}
    for role, name in zip(_PEOPLE, draw.some(pools["people"], len(_PEOPLE)), strict=True):
        names |= {f"h.{role}": name, f"h.{role}.last": name.split()[-1]}
    return names


def _outlet_names(pools: Mapping[str, Any], names: Mapping[str, str], draw: _Draw) -> dict[str, str]:
    """Outlets and what they are called in print; each with `.site`, an address that cannot exist."""
    observer, courier, post, gazette, herald = draw.some(pools["papers"], len(_PAPERS))
    outlets = {
        "agency": f"{names['c.name']} News Agency",
        "wire": draw.one(pools["wires"]),
        "observer": f"{names['p.sorna']} {observer}",
        "courier": f"{names['pr.dellam']} {courier}",
        "post": f"{names['p.capital']} {post}",
        "today": f"{names['pr.meresh']} Today",
        "gazette": f"{names['p.kelvash']} {gazette}",
        "herald": f"{names['pr.hamrat']} {herald}",
        "dispatch": draw.one(pools["dispatches"]),
        "radio": f"Radio {names['pr.oshtan']}",
        "institute": draw.one(pools["institutes"]),
        "monitor": draw.one(pools["monitors"]),
        "ngo": draw.one(pools["aid"]),
        "mission": "Joint Ceasefire Observation Mission",
        "ministry": f"{names['c.adj']} Interior Ministry",
        "commission": f"{names['c.adj']} Electoral Commission",
        "airport": f"{names['p.ilun']} Airport Company",
        "sindan": names["g.sindan"],
        "hammer": names["g.hammer"],
        "front": names["g.front"],
        "army": names["g.army"],
        "riders": names["g.riders"],
    }
    filled = {f"o.{role}": name for role, name in outlets.items()}
    filled |= {f"o.{role}.site": _site(name) for role, name in outlets.items()}
    filled["o.agency.acr"] = f"{names['c.name'][0]}NA"
    filled["o.owner"] = draw.one(pools["owners"])
    return filled


def _site(name: str) -> str:
    return "".join(letter for letter in name.lower() if letter.isascii() and letter.isalnum()) + ".example"


def _verbs(pools: Mapping[str, Sequence[str]], draw: _Draw) -> dict[str, str]:
    verbs: dict[str, str] = {}
    for pool in pools.values():
        keys = [verb.lower().replace(" ", "_") for verb in pool]
        verbs |= dict(zip(keys, draw.some(pool, len(pool)), strict=True))
    return verbs
