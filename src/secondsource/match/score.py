"""How alike two tellings are: a sum of named weights, and what forbids that they are one event."""

from __future__ import annotations

from dataclasses import dataclass

from secondsource.match.aspects import ASPECTS, FORBIDDEN
from secondsource.match.days import DayFit, compare_days, has_assumed_year
from secondsource.match.places import PlaceFit, compare_places
from secondsource.match.targets import kinds_agree
from secondsource.match.tellings import Telling
from secondsource.match.weights import Weights
from secondsource.records import DataSet, Toll

# A text that looks back, and one that tells of an event at its time.
_LOOKS_BACK_DAYS, _AT_THE_TIME_DAYS = 180, 60
_ONE_PLACE = frozenset({"same_place", "same_spot", "near_place", "near_spot", "same_place_words"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """The score of a pair in bits (each doubles the odds that both are of one event), and the entries in it."""

    score: float
    features: tuple[str, ...]


def compare_tellings(
    first: Telling, second: Telling, weights: Weights, goes_on: frozenset[tuple[str, str]] = frozenset()
) -> Likeness:
    """How alike two tellings are, by themselves. Symmetric; says nothing of what `find_conflict` forbids.

    `goes_on`: pairs of ids of which the first goes on about the second.
    """
    told = tell_aspects(first, second, weights)
    if told.get("day") == "year_assumed" and not _all_else_fits(told):
        del told["day"]
    if fits_but_for_the_year(first, second, weights) or fits_but_for_the_year(second, first, weights):
        told["day"] = "other_year"
    features = [f for f in told.values() if f != FORBIDDEN]
    context = _context(first, second, goes_on)
    if context:
        features.append(context)
    return Likeness(score=round(weights.sum_of(features), 6), features=tuple(features))


def tell_aspects(first: Telling, second: Telling, weights: Weights) -> dict[str, str]:
    """The entry that each aspect gives, by the aspect's name; aspects that give none are left out."""
    told = ((a.name, a.compare(a.value(first), a.value(second), weights)) for a in ASPECTS)
    return {name: entry for name, entry in told if entry is not None}


def find_conflict(first: Telling, second: Telling, weights: Weights, *, any_year: bool = False) -> str | None:
    """What forbids that two tellings are of one event, or None. `any_year`: a written year may be wrong."""
    if are_two_rows(first, second):
        return "one data set has them as two events"
    if are_told_apart(first, second):
        return "one text tells of both, each with its own day, place, target and toll"
    days = compare_days(first.when, second.when)
    if days.fit is DayFit.YEAR_OFF and not any_year:
        return "each names another year"
    if days.fit is DayFit.APART and days.gap_days > weights.days_apart:
        return f"{days.gap_days} days lie between them"
    if any(is_foretold(one, other) for one, other in ((first, second), (second, first))):
        return "one was published before the other's day"
    fit, distance = compare_places(
        first.where,
        second.where,
        near_km=weights.near_place_km,
        spot_km=weights.near_spot_km,
        far_km=weights.far_place_km,
    )
    if fit is PlaceFit.FAR:
        return f"{round(distance)} km lie between them" if distance else "their places lie far apart"
    if days.fit is DayFit.YEAR_ASSUMED and not _all_else_fits(tell_aspects(first, second, weights)):
        return "the years differ and not all else fits"
    return None


def are_two_rows(telling: Telling, other: Telling) -> bool:
    """True of two rows of a data set whose makers give each event one row; GDELT's machine gives one many."""
    one, two = telling.row, other.row
    if one is None or two is None or one.name != two.name or one.data_set is DataSet.GDELT:
        return False
    return one.key != two.key


def are_told_apart(first: Telling, second: Telling) -> bool:
    """True if one voice in one text tells of both in full, with another target and another toll: a day's series.

    Whoever goes on about one event does not name its day and place anew with other people hit.
    """
    tolls = zip(_tolls(first), _tolls(second), strict=True)
    if not any(a is not None and b is not None and a != b for a, b in tolls):
        return False
    words, others = first.targets.words, second.targets.words
    if not words or not others or words & others or kinds_agree(first.targets.sites, second.targets.sites):
        return False
    return any(
        one.document_id == other.document_id
        and one.origin == other.origin
        and one.is_whole
        and other.is_whole
        and not (one.is_claim or other.is_claim)
        and not one.span.overlaps(other.span)
        for one in first.seats
        for other in second.seats
    )


def is_foretold(telling: Telling, other: Telling) -> bool:
    """True if the telling was published before the day that the other writes, and so can't be about it."""
    when = other.when
    if telling.known is None or when is None or when.earliest is None or has_assumed_year(when):
        return False
    return (when.earliest - telling.known).days > 1


def fits_but_for_the_year(first: Telling, second: Telling, weights: Weights) -> bool:
    """True if the first telling gets the year wrong: one perpetrator, place and target or toll, one day of the year.

    A year is held to be wrong only in a text that looks back, against one that told it at the time: an attack on
    the anniversary of another is told of at its time, too.
    """
    return (
        compare_days(first.when, second.when).fit is DayFit.YEAR_OFF
        and (_days_after(first) or 0) > _LOOKS_BACK_DAYS
        and abs(_days_after(second) or 0) <= _AT_THE_TIME_DAYS
        and bool(first.perpetrators & second.perpetrators)
        and _all_else_fits(tell_aspects(first, second, weights))
    )


def _all_else_fits(told: dict[str, str]) -> bool:
    return told.get("place") in _ONE_PLACE and (
        told.get("target") in ("same_target", "same_site") or _has_one_toll(told)
    )


def _has_one_toll(told: dict[str, str]) -> bool:
    return any(told.get(t) in (f"same_{t}", f"many_same_{t}") for t in ("killed", "injured", "abducted"))


def _tolls(telling: Telling) -> tuple[Toll | None, ...]:
    return telling.killed, telling.injured, telling.abducted


def _days_after(telling: Telling) -> int | None:
    """Days from the event to its first publication."""
    if telling.known is None or telling.when is None or telling.when.latest is None:
        return None
    return (telling.known - telling.when.latest).days


def _context(first: Telling, second: Telling, goes_on: frozenset[tuple[str, str]]) -> str | None:
    """How two tellings stand to each other in a text that carries both."""
    overlaps = [
        (one.origin, one.is_claim) != (other.origin, other.is_claim)
        for one in first.seats
        for other in second.seats
        if one.document_id == other.document_id and one.span.overlaps(other.span)
    ]
    if overlaps:
        return "retold" if any(overlaps) else "listed_apart"
    return "next_sentence" if {(first.id, second.id), (second.id, first.id)} & goes_on else None
