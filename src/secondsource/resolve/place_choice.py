"""One place among its namesakes, by what the document says; the reason that told it from the next best."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from secondsource.records import Place, PlaceKind
from secondsource.resolve.gazetteer import Candidate
from secondsource.resolve.place_weights import MAIN, MOST_POPULOUS, PlaceContext, weigh

WELL_KNOWN = 300_000
"""A town this large may be meant in a document that names other countries only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Weighed:
    candidate: Candidate
    reasons: tuple[tuple[str, float], ...]

    @property
    def total(self) -> float:
        return math.fsum(w for _, w in self.reasons)


def choose_place(candidates: Sequence[Candidate], context: PlaceContext) -> tuple[Place, str] | None:
    """The best candidate and the rule; None if it lies where the document never is and nobody knows it."""
    weighed = [_Weighed(candidate=c, reasons=weigh(c, context)) for c in candidates]
    weighed.sort(key=lambda w: (-w.total, w.candidate.place.id))
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
    if rule == MAIN and (place.population or 0) >= max(w.candidate.place.population or 0 for w in others):
        rule = MOST_POPULOUS
    return place, rule


def _is_well_known(candidate: Candidate) -> bool:
    if candidate.place.kind in (PlaceKind.COUNTRY, PlaceKind.DISTRICT):  # "Darke County" is its whole name
        return True
    return not candidate.by_sound and candidate.is_main and (candidate.place.population or 0) >= WELL_KNOWN
