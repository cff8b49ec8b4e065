"""How well a place suits a document: reasons with weights, in orders of magnitude of population.

A namesake ten times as populous outweighs one order. Set by steps of a quarter on half of the outlets of LGL
(bench/resolve/places.py says which), 2026-11-26.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from secondsource.records import Place, PlaceKind
from secondsource.resolve.gazetteer import Candidate
from secondsource.resolve.transliteration import fold_name

COUNTRY_NAMED = 1.0
COUNTRY_SHARE = 2.0
DIVISION = 3.0
CELL = 3.0
CELL_DEGREES = 2.0
"""About 220 km north to south: what a local paper covers, or one front of a war."""
MAIN_NAME = 0.7
_LEAST_VOTE = 1e-6
_LEAST_PEOPLE = 500
_KINDS = {PlaceKind.COUNTRY: 1.0, PlaceKind.TOWN: 0.3}
_DIVISIONS_PEOPLE = 20
"""A division's people count as so many times fewer: a bare name is sooner its town's."""

COUNTRY_OF_DOCUMENT = "country of the document"
NEAR_OTHERS = "near the document's other places"
MOST_POPULOUS = "most populous namesake"
MAIN = "main name"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceContext:
    """`countries`: codes, most named first, with how often each is named (by name, by demonym, by places that
    lie in it alone). Votes of all names: `votes` by country, `divisions` by (country, division), `cells` by cell
    of `CELL_DEGREES`, with the eight around it."""

    countries: tuple[tuple[str, float], ...] = ()
    votes: Mapping[str, float] = field(default_factory=dict)
    divisions: Mapping[tuple[str, str], float] = field(default_factory=dict)
    cells: Mapping[tuple[int, int], float] = field(default_factory=dict)
    shares: Mapping[str, tuple[tuple[Place, float], ...]] = field(default_factory=dict)
    """How each (folded) name shared its vote."""

    @property
    def main(self) -> str | None:
        """The country with most votes, if one has any."""
        return self.countries[0][0] if self.countries else None

    def without(self, name: str) -> PlaceContext:
        """The context without the votes of a name itself, which would only repeat what speaks for its places."""
        if not (own := self.shares.get(fold_name(name))):
            return self
        votes, divisions, cells = dict(self.votes), dict(self.divisions), dict(self.cells)
        for place, share in own:
            cast_vote(place, -share, votes, divisions, cells)
        return replace(self, votes=votes, divisions=divisions, cells=cells, shares={})


def cast_vote(
    place: Place,
    share: float,
    votes: dict[str, float],
    divisions: dict[tuple[str, str], float],
    cells: dict[tuple[int, int], float],
) -> None:
    """Adds a share for where a place lies; a country or division has no cell, for it has many."""
    if place.country:
        votes[place.country] = votes.get(place.country, 0.0) + share
    if place.country and place.admin1:
        key = place.country, place.admin1
        divisions[key] = divisions.get(key, 0.0) + share
    if place.kind not in (PlaceKind.COUNTRY, PlaceKind.PROVINCE) and (cell := _cell(place)):
        for dy in (-1, 0, 1):
            for dx in (-1, 0, 1):
                near = cell[0] + dy, cell[1] + dx
                cells[near] = cells.get(near, 0.0) + share


def _cell(place: Place) -> tuple[int, int] | None:
    if place.latitude is None or place.longitude is None:
        return None
    return math.floor(place.latitude / CELL_DEGREES), math.floor(place.longitude / CELL_DEGREES)


def weigh(candidate: Candidate, context: PlaceContext) -> tuple[tuple[str, float], ...]:
    """The reasons for a candidate; their sum is compared."""
    place = candidate.place
    country = COUNTRY_NAMED * (place.country in dict(context.countries))
    if (votes := context.votes.get(place.country or "", 0.0)) > _LEAST_VOTE:
        country += COUNTRY_SHARE * votes / math.fsum(context.votes.values())
    division = context.divisions.get((place.country or "", place.admin1 or ""), 0.0)
    cell = _cell(place)
    near = context.cells.get(cell, 0.0) if cell else 0.0
    people = place.population or 0
    people = people // _DIVISIONS_PEOPLE if place.kind is PlaceKind.PROVINCE else people
    return (
        (COUNTRY_OF_DOCUMENT, country),
        ("division named in the document", DIVISION * _saturated(division)),
        (NEAR_OTHERS, CELL * _saturated(near)),
        (MOST_POPULOUS, math.log10(max(people, _LEAST_PEOPLE))),
        (MAIN, MAIN_NAME * candidate.is_main),
        ("kind of place", _KINDS.get(place.kind, 0.0)),
    )


def _saturated(votes: float) -> float:
    """From 0 to 1, half for one vote: the tenth name of a place says little that the third did not."""
    return max(0.0, votes) / (max(0.0, votes) + 1)
