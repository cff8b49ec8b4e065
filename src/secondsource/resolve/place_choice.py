"""One place among its namesakes, by what the document says; the reason that told it from the next best.

The weights are orders of magnitude of population: a named country outweighs a namesake ten times as large.
Set on bench/resolve/places.py (LGL), 2026-11-26.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from secondsource.records import Place, PlaceKind
from secondsource.resolve.gazetteer import Candidate
from secondsource.resolve.place_context import PlaceContext

COUNTRY_NAMED = 1.0
COUNTRY_SHARE = 2.0
DIVISION_NAMED = 1.5
NEAR = 1.5
NEAR_KM = 300.0
MAIN_NAME = 0.7
WELL_KNOWN = 300_000
"""A town this large may be meant in a document that names other countries only."""
_LEAST_PEOPLE = 500
_KINDS = {PlaceKind.COUNTRY: 1.0, PlaceKind.TOWN: 0.3}
_DIVISIONS_PEOPLE = 20
"""A division's people count as so many times fewer: a bare name is sooner its town's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Weighed:
    candidate: Candidate
    reasons: tuple[tuple[str, float], ...]

    @property
    def total(self) -> float:
        return math.fsum(w for _, w in self.reasons)


def choose_place(candidates: Sequence[Candidate], context: PlaceContext) -> tuple[Place, str] | None:
    """The best candidate and the rule; None if it lies where the document never is and nobody knows it."""
    weighed = sorted((_weigh(c, context) for c in candidates), key=lambda w: (-w.total, w.candidate.place.id))
    best = weighed[0]
    place = best.candidate.place
    named = {c for c, _ in context.countries}
    if named and place.country not in named and not _is_well_known(best.candidate):
        return None
    others = [w for w in weighed if w.candidate.place.id != place.id]
    if place.kind is PlaceKind.COUNTRY:
        return place, "a country's name"
    if not others:
        return place, "only place of that name"
    next_best = dict(others[0].reasons)
    leads = [(weight - next_best[reason], reason) for reason, weight in best.reasons]
    rule = max(leads, key=lambda lead: lead[0])[1]
    if rule == "main name" and (place.population or 0) >= max(
        w.candidate.place.population or 0 for w in others
    ):
        rule = "most populous namesake"
    return place, rule


def km_between(a: Place, b: Place) -> float:
    """Great-circle distance; infinite without coordinates."""
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return math.inf
    p, q = math.radians(a.latitude), math.radians(b.latitude)
    half = math.sin((q - p) / 2) ** 2
    half += math.cos(p) * math.cos(q) * math.sin(math.radians(b.longitude - a.longitude) / 2) ** 2
    return 12742.0 * math.asin(min(1.0, math.sqrt(half)))


def _is_well_known(candidate: Candidate) -> bool:
    if candidate.place.kind is PlaceKind.COUNTRY:
        return True
    return not candidate.by_sound and candidate.is_main and (candidate.place.population or 0) >= WELL_KNOWN


def _weigh(candidate: Candidate, context: PlaceContext) -> _Weighed:
    place = candidate.place
    counts = dict(context.countries)
    country = 0.0
    if place.country in counts:
        country = COUNTRY_NAMED + COUNTRY_SHARE * counts[place.country] / sum(counts.values())
    division = (place.country or "", place.admin1 or "") in dict(context.divisions)
    away = min((km_between(place, p) for p in context.nearby if p.id != place.id), default=math.inf)
    people = place.population or 0
    people = people // _DIVISIONS_PEOPLE if place.kind is PlaceKind.PROVINCE else people
    return _Weighed(
        candidate=candidate,
        reasons=(
            ("country of the document", country),
            ("division named in the document", DIVISION_NAMED * division),
            ("nearest to the document's other places", NEAR * max(0.0, 1 - away / NEAR_KM)),
            ("most populous namesake", math.log10(max(people, _LEAST_PEOPLE))),
            ("main name", MAIN_NAME * candidate.is_main),
            ("kind of place", _KINDS.get(place.kind, 0.0)),
        ),
    )
