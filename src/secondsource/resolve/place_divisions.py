"""First-order divisions with names, ISO 3166-2 codes and a middle, put together from three packages.

GeoNames' towns bear division codes but no division names; pycountry has names but no places; airports bear
division names and places. A division is where towns of its name, or airports that say they lie in it, are.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pycountry

from secondsource.resolve.countries import read_table, several
from secondsource.resolve.place_names import fold_place, place_sound, read_place_words

_FARTHEST_AIRPORT_DEGREES = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """A first-order division; `codes` are those that towns bear in GeoNames (empty: none could be matched),
    `abbreviations` stand for it as they are written ("Ind.")."""

    country: str
    code: str | None
    name: str
    names: tuple[str, ...]
    codes: tuple[str, ...]
    abbreviations: tuple[str, ...]
    latitude: float | None
    longitude: float | None
    population: int


def find_divisions(
    towns: Iterable[Mapping[str, Any]], airports: Iterable[Mapping[str, Any]]
) -> tuple[Division, ...]:
    """All first-order divisions of ISO 3166-2, matched with the division codes of the towns.

    The middle is halfway between the division's outermost towns; where no code could be matched, its seat or
    the town of its name; else None.
    """
    by_country: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for town in towns:
        by_country[town["countrycode"]].append(town)
    fields: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for airport in airports:
        if airport["subd"]:
            fields[airport["country"]].append(airport)
    divisions: list[Division] = []
    for country in sorted({d.country_code for d in pycountry.subdivisions}):
        divisions += _of_country(country, by_country.get(country, []), fields.get(country, []))
    return tuple(divisions)


def _of_country(
    country: str, towns: list[Mapping[str, Any]], airports: list[Mapping[str, Any]]
) -> Iterator[Division]:
    ours = _own_table()
    listed = [
        d
        for d in pycountry.subdivisions
        if d.country_code == country and (not d.parent_code or d.code in ours)
    ]
    by_code: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for town in towns:
        by_code[town["admin1code"]].append(town)
    direct = _bears_iso_codes(listed, by_code)
    named = _largest_by_name(towns)
    is_other = len(listed) > 3 * len(by_code)  # GeoNames parts Palestine and Taiwan in two and four
    town_codes = {} if direct or is_other else {name: t["admin1code"] for name, t in named.items()}
    airport_codes = {} if direct or is_other else _codes_by_airport_division(towns, airports)
    taken: dict[str, Any] = {}
    spelled: dict[str, set[str]] = defaultdict(set)
    for division in sorted(listed, key=lambda d: (not ours.get(d.code, _Own()).seat, str(d.code))):
        own = division.code.partition("-")[2]
        code = own if direct and own in by_code else None
        if not direct:
            code, other = _code_by_name(division.name, town_codes, airport_codes)
            spelled[division.code] |= {other} if other else set()
            if seat := ours.get(division.code, _Own()).seat:
                code = town_codes.get(fold_place(seat), code)
        if code is not None:
            taken.setdefault(code, division)
    code_of = {d.code: code for code, d in taken.items()}
    left, unused = [d for d in listed if d.code not in code_of], sorted(set(by_code) - {*taken, "", "00"})
    if len(left) == len(unused) == 1:
        code_of[left[0].code] = unused[0]
    for division in sorted(listed, key=lambda d: str(d.code)):
        code = code_of.get(division.code)
        inside = by_code.get(code, []) if code is not None else []
        own_row = ours.get(division.code, _Own())
        names = {division.name, *spelled[division.code], *own_row.other_names}
        if not inside:  # its seat, or the town that bears its name
            bears = (own_row.seat, *sorted(names), *(read_place_words(n).name for n in sorted(names)))
            inside = [named[n] for n in map(fold_place, bears) if n and n in named][:1]
        names |= {a for a, (c, n) in airport_codes.items() if c == code and code is not None and n > 1}
        yield Division(
            country=country,
            code=division.code,
            name=division.name,
            names=tuple(sorted(names)),
            codes=(code,) if code is not None else (),
            abbreviations=own_row.abbreviations,
            latitude=_middle([t["latitude"] for t in inside]),
            longitude=_middle([t["longitude"] for t in inside]),
            population=sum(t["population"] for t in inside) if code is not None else 0,
        )


def _middle(degrees: list[float]) -> float | None:
    """Halfway between the outermost towns: towns crowd along rivers and coasts, so that their mean lies off."""
    return (min(degrees) + max(degrees)) / 2 if degrees else None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Own:
    """What our own table adds to a division."""

    seat: str = ""
    other_names: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()


@cache
def _own_table() -> dict[str, _Own]:
    """Division code → what `divisions.csv` says of it."""
    columns = ["code", "seat", "other_names", "abbreviations"]
    return {
        row["code"]: _Own(
            seat=row["seat"],
            other_names=several(row["other_names"]),
            abbreviations=several(row["abbreviations"]),
        )
        for _, row in read_table(Path(__file__).with_name("divisions.csv"), columns)
    }


def _bears_iso_codes(listed: list[Any], by_code: Mapping[str, Any]) -> bool:
    """True where GeoNames uses the letters of ISO 3166-2 (US, CH, BE …); figures agree only by chance."""
    letters = {d.code.partition("-")[2] for d in listed if not d.code.partition("-")[2].isdigit()}
    known = [c for c in by_code if c in letters]
    return bool(by_code) and len(known) >= 0.7 * len([c for c in by_code if c != "00"])


def _codes_by_airport_division(
    towns: list[Mapping[str, Any]], airports: list[Mapping[str, Any]]
) -> dict[str, tuple[str, int]]:
    """Division name at airports → the code that most of the nearest towns bear, with how many said so."""
    cells: dict[tuple[int, int], list[Mapping[str, Any]]] = defaultdict(list)
    for town in towns:
        cells[int(town["latitude"] // 1), int(town["longitude"] // 1)].append(town)
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for airport in airports:
        y, x = int(airport["lat"] // 1), int(airport["lon"] // 1)
        near = [t for dy in (-1, 0, 1) for dx in (-1, 0, 1) for t in cells.get((y + dy, x + dx), ())]
        best = min(near, key=lambda t: (_degrees(t, airport), t["geonameid"]), default=None)
        if best and _degrees(best, airport) <= _FARTHEST_AIRPORT_DEGREES:
            votes[airport["subd"]][best["admin1code"]] += 1
    found = {}
    for name, counts in votes.items():
        code, number = min(counts.items(), key=lambda i: (-i[1], i[0]))
        if number * 2 > counts.total():
            found[name] = (code, number)
    return found


def _code_by_name(
    name: str, town_codes: Mapping[str, str], airport_codes: Mapping[str, tuple[str, int]]
) -> tuple[str | None, str | None]:
    """The code of the towns in a division, and the airports' spelling of its name."""
    core = read_place_words(name).name
    sound = place_sound(core)
    for other, (code, _) in sorted(airport_codes.items()):
        other_core = read_place_words(other).name
        if other_core == core or (len(sound) > 2 and place_sound(other_core) == sound):
            return code, other
    return town_codes.get(core), None


def _largest_by_name(towns: list[Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    """Folded name → the most populous town that bears it."""
    named: dict[str, Mapping[str, Any]] = {}
    for town in sorted(towns, key=lambda t: (-t["population"], t["geonameid"])):
        for name in (town["name"], *(n for n in town["alternatenames"] or () if n.isascii())):
            named.setdefault(fold_place(name), town)
    return named


def _degrees(town: Mapping[str, Any], airport: Mapping[str, Any]) -> float:
    return float(
        ((town["latitude"] - airport["lat"]) ** 2 + (town["longitude"] - airport["lon"]) ** 2) ** 0.5
    )
