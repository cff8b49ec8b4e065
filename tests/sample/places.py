"""The invented country's gazetteer: every place of a cast with a position in the open ocean."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping
from dataclasses import astuple, dataclass, fields

_CENTRE = (-14.0, 80.0)  # Indian Ocean, far from any land
_NEIGHBOUR = (-13.6, 84.4)
# Province role: its middle, as degrees from the centre of the country, and its towns.
PROVINCES = {
    "hamrat": ((0.0, 0.0), ("capital", "ilun", "kelvash", "veshkan", "rasmun")),
    "dellam": ((-1.6, -1.6), ("birzan", "tirvaz", "arduk")),
    "oshtan": ((1.6, 1.6), ("mezhin", "ghalta", "zerit", "beyda", "dolvan")),
    "meresh": ((1.6, -1.6), ("sorna", "yeldra", "haspir", "meshra")),
    "kabrin": ((-1.6, 1.6), ("norash", "ombar", "hosha", "maruk")),
}
_SEATS = ((0.05, 0.0), (0.5, 0.45), (-0.45, 0.5), (0.5, -0.5), (-0.4, -0.45))  # over 50 km apart
_CAPITAL_PEOPLE = 1_240_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One row of the gazetteer; `other_names` is a list joined by `|`, `population` may be empty."""

    name: str
    kind: str
    country: str
    admin1: str
    latitude: str
    longitude: str
    population: str
    other_names: str


def lay_out_places(names: Mapping[str, str], number: Callable[[int, int, int], int]) -> tuple[Place, ...]:
    """The gazetteer of a cast; `number(default, low, high)` gives the jitter and the populations."""
    north, east = number(0, -40, 40) / 100, number(0, -60, 60) / 100
    places = [
        _place(names["c.name"], "country", "", (_CENTRE[0] + north, _CENTRE[1] + east), 9_700_000),
        _place(names["s.name"], "country", "", _NEIGHBOUR, 14_300_000, country="XB"),
    ]
    for role, ((south, west), towns) in PROVINCES.items():
        middle = (_CENTRE[0] + north + south, _CENTRE[1] + east + west)
        province = names[f"pr.{role}"]
        places.append(_place(province, "province", province, middle, number(1_900_000, 400_000, 2_900_000)))
        for town, seat in zip(towns, _SEATS, strict=False):
            jitter = number(3, -6, 6) / 100
            at = (middle[0] + seat[0] + jitter, middle[1] + seat[1] - jitter)
            people = _CAPITAL_PEOPLE if town == "capital" else number(38_000, 4_000, 210_000)
            other = names.get(f"p.{town}.alt", "")
            places.append(_place(names[f"p.{town}"], "town", province, at, people, other=other))
            if town == "mezhin":
                places.append(_place(names["p.airbase"], "base", province, (at[0] + 0.05, at[1]), None))
            if town == "ilun":
                places.append(_place(names["p.airport"], "airport", province, (at[0], at[1] + 0.06), None))
            if town in ("sorna", "arduk"):
                district = f"{names[f'p.{town}']} District"
                places.append(_place(district, "district", province, at, None))
    return tuple(places)


def gazetteer_csv(places: tuple[Place, ...]) -> str:
    """The rows as CSV with a header line and `\\n` ends."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([field.name for field in fields(Place)])
    writer.writerows(astuple(place) for place in places)
    return out.getvalue()


def _place(
    name: str,
    kind: str,
    admin1: str,
    at: tuple[float, float],
    population: int | None,
    *,
    country: str = "XA",
    other: str = "",
) -> Place:
    return Place(
        name=name,
        kind=kind,
        country=country,
        admin1=admin1,
        latitude=f"{at[0]:.4f}",
        longitude=f"{at[1]:.4f}",
        population="" if population is None else str(population),
        other_names=other,
    )
