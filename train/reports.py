"""Reports of electoral violence in MAVERICK's form as tellings, the matcher's own record of what is compared.

One row is one report: days, a city with a part of it, coordinates with their precision, actors with roles and
violence, a target, tolls, and the source with its day. `incident` is the truth and is never an input.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from secondsource.match.kinds import kind_group
from secondsource.match.outlets import name_key
from secondsource.match.places import Whereabouts
from secondsource.match.targets import Targets, targets_in
from secondsource.match.tellings import Seat, Telling
from secondsource.records import DayRange, EventType, Place, PlaceKind, ResolvedPlace, Span, Toll

Row = Mapping[str, Any]
_NOWHERE = Span(start=0, end=0)
_PUBLISHED = re.compile(r"\((\d{4}-\d\d-\d\d)\)")
# The codebook's geographic precision: country, province, town, part of a town, surroundings, exact spot.
_PLACE_KINDS = {1: PlaceKind.COUNTRY, 2: PlaceKind.PROVINCE}
_SITES = ("Party offices", "Electoral infrastructure or material")
# What the codebook says when nothing is known.
_NO_TARGET = (None, "Unknown", "Other")


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def tellings_of(rows: Sequence[Row]) -> tuple[Telling, ...]:
    """Each row as a telling, in the order of the rows."""
    return tuple(_telling(r) for r in rows)


def _telling(row: Row) -> Telling:
    actors = row.get("actors") or ()
    is_clash = row.get("event_context") == "Clash"
    kind = EventType.ARMED_CLASH if is_clash else EventType.ATTACK
    return Telling(
        statement_ids=(str(row["id"]),),
        group=kind_group(kind),
        kind=kind,
        when=_days(row),
        known=_known(row),
        where=_where(row),
        targets=_targets(row.get("target")),
        perpetrators=frozenset(name_key(a["name"]) for a in actors if _is_named(a)),
        killed=_toll(row.get("deaths_best")),
        injured=_toll(row.get("injuries_best")),
        abducted=None,
        means=targets_in(" ".join(a.get("violence") or "" for a in actors)),
        is_claim=False,
        seats=(
            Seat(
                document_id=str(row.get("source")), span=_NOWHERE, origin="", is_claim=False, is_whole=False
            ),
        ),
        lists=frozenset({str(row.get("source"))}),
    )


def _days(row: Row) -> DayRange | None:
    if not row.get("date_start"):
        return None
    start = date.fromisoformat(row["date_start"])
    end = max(start, date.fromisoformat(row.get("date_end") or row["date_start"]))
    return DayRange(earliest=start, latest=end, edtf=f"{start}/{end}")


def _known(row: Row) -> date | None:
    found = _PUBLISHED.search(row.get("source") or "")
    return date.fromisoformat(found.group(1)) if found else None


def _where(row: Row) -> Whereabouts:
    city, part = row.get("city"), row.get("location")
    precision = row.get("geo_precision") or 1
    kind = _PLACE_KINDS.get(precision, PlaceKind.TOWN)
    if not city and (row.get("latitude") is None or kind is PlaceKind.PROVINCE):
        kind = PlaceKind.COUNTRY
    key = [name_key(n) for n in (city, part) if n]
    place = Place(
        id="country"
        if kind is PlaceKind.COUNTRY
        else " / ".join(key) or f"{row['latitude']:.2f} {row['longitude']:.2f}",
        name=part or city or str(row.get("country")),
        kind=kind,
        country=str(row.get("country")),
        admin1=None,
        latitude=row.get("latitude"),
        longitude=row.get("longitude"),
    )
    return Whereabouts(
        place=ResolvedPlace(place=place, precision=1, rule="given"),
        words=frozenset(name_key(part or city or "").split()),
        within=frozenset({name_key(city)}) if city and part else frozenset(),
    )


def _targets(label: str | None) -> Targets:
    if label in _NO_TARGET:
        return Targets()
    kind = frozenset({str(label)})
    return Targets(sites=kind) if label in _SITES else Targets(people=kind)


def _toll(number: int | None) -> Toll | None:
    return None if number is None else Toll(span=_NOWHERE, low=number, high=number)


def _is_named(actor: Mapping[str, Any]) -> bool:
    return bool(actor.get("name")) and not str(actor["name"]).startswith("Unknown")
