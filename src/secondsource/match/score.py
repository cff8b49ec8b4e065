"""How alike two tellings are: a sum of named weights, and what forbids that they are one event."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from secondsource.match.days import DayFit, compare_days, has_assumed_year, width_in_days
from secondsource.match.places import PlaceFit, compare_places
from secondsource.match.targets import kinds_agree
from secondsource.match.tellings import Telling, news_window
from secondsource.match.weights import Weights
from secondsource.records import Toll

# Up to here a range still tells one event of a place from the next; a whole month does not.
_FEW_DAYS = 8
# A text that looks back, and one that tells of an event at its time.
_LOOKS_BACK_DAYS, _AT_THE_TIME_DAYS = 180, 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """The score of a pair with the names of the weights in it; `conflict` says what forbids the pair."""

    score: float
    features: tuple[str, ...]
    conflict: str | None = None


def compare_tellings(
    first: Telling, second: Telling, weights: Weights, goes_on: frozenset[tuple[str, str]] = frozenset()
) -> Likeness:
    """How alike two tellings are. Symmetric. `goes_on`: pairs of ids of which the first goes on about the second."""
    conflict = find_conflict(first, second, weights)
    features = list(_features(first, second, weights))
    context = _context(first, second, goes_on)
    if context:
        features.append(context)
    score = sum(weights.features[f].value for f in features)
    return Likeness(score=round(score, 6), features=tuple(features), conflict=conflict)


def _features(first: Telling, second: Telling, weights: Weights) -> Iterator[str]:
    yield from _kind(first, second)
    place = _place(first, second, weights)
    day = _day(first, second, weights)
    target = _target(first, second)
    if place == "same_spot" and target == "other_site":
        target = "other_part"
    toll = _toll(first, second)
    if day == "year_assumed" and not _all_else_fits(place, target, toll):
        day = None
    if day == "other_year" and not (
        fits_but_for_the_year(first, second, weights) or fits_but_for_the_year(second, first, weights)
    ):
        day = None
    yield from (
        f for f in (day, place, target, _people(first, second), _perpetrator(first, second), toll) if f
    )
    if first.means.words & second.means.words:
        yield "same_means"


def _kind(first: Telling, second: Telling) -> Iterator[str]:
    if first.kind == second.kind:
        yield "same_type"
    elif not {first.kind, second.kind} & first.group.general:
        yield "other_type"


def _day(first: Telling, second: Telling, weights: Weights) -> str | None:
    days = compare_days(first.when, second.when)
    if days.fit is DayFit.SAME:
        return "same_day"
    if days.fit is DayFit.OVERLAP:
        widest = max(width_in_days(first.when) or 1, width_in_days(second.when) or 1)
        if widest > weights.widest_days:
            return None
        return "days_overlap" if widest <= _FEW_DAYS else "month_overlaps"
    if days.fit is DayFit.YEAR_ASSUMED:
        return "year_assumed"
    if days.fit is DayFit.YEAR_OFF:
        return "other_year"
    if days.fit is DayFit.APART:
        return "day_apart" if days.gap_days == 1 else "days_apart"
    for one, other in ((first, second), (second, first)):
        window = news_window(one, weights.news_days) if width_in_days(one.when) is None else None
        if window and compare_days(window, other.when).fit is DayFit.OVERLAP:
            return "news_of_the_day"
    return None


def _place(first: Telling, second: Telling, weights: Weights) -> str | None:
    fit, _ = compare_places(
        first.where,
        second.where,
        near_km=weights.near_place_km,
        spot_km=weights.near_spot_km,
        far_km=weights.far_place_km,
    )
    if fit is PlaceFit.SAME and first.where.is_one_spot:
        return "same_spot"
    return {
        PlaceFit.SAME: "same_place",
        PlaceFit.NEAR: "near_place",
        PlaceFit.WIDER: "wider_place",
        PlaceFit.COUNTRY: "country_only",
        PlaceFit.SAME_WORDS: "same_place_words",
        PlaceFit.APART: "other_place",
        PlaceFit.OTHER_WORDS: "other_place_words",
    }.get(fit)


def _target(first: Telling, second: Telling) -> str | None:
    one, other = first.targets, second.targets
    agree = kinds_agree(one.sites, other.sites)
    if agree is False:
        return "other_site"
    if agree and one.words & other.words:
        return "same_target"
    if agree:
        return "same_site"
    # Words outside every list ("Chinook", a name): half of the shorter telling's must be shared.
    if one.words and 2 * len(one.words & other.words) >= min(len(one.words), len(other.words)):
        return "same_target" if one.words & other.words else None
    return None


def _people(first: Telling, second: Telling) -> str | None:
    agree = kinds_agree(first.targets.people, second.targets.people)
    return {True: "same_people", False: "other_people", None: None}[agree]


def _perpetrator(first: Telling, second: Telling) -> str | None:
    if not first.perpetrators or not second.perpetrators:
        return None
    return "same_perpetrator" if first.perpetrators & second.perpetrators else "other_perpetrator"


def _toll(first: Telling, second: Telling) -> str | None:
    fits = [
        fit
        for one, other in (
            (first.killed, second.killed),
            (first.injured, second.injured),
            (first.abducted, second.abducted),
        )
        if one and other and (fit := _compare_tolls(one, other))
    ]
    return next((f for f in ("same_toll", "near_toll", "other_toll") if f in fits), None)


def _compare_tolls(one: Toll, other: Toll) -> str | None:
    high_one, high_other = one.high or one.low * 2 + 2, other.high or other.low * 2 + 2
    if (one.low, one.high) == (other.low, other.high):
        return "same_toll" if one.low else None
    if one.low <= high_other and other.low <= high_one:
        return "near_toll"
    gap = max(one.low, other.low) - min(high_one, high_other)
    return "near_toll" if gap <= max(1, 0.25 * max(one.low, other.low)) else "other_toll"


def _all_else_fits(place: str | None, target: str | None, toll: str | None) -> bool:
    return place in ("same_place", "same_spot", "near_place", "near_spot", "same_place_words") and (
        target in ("same_target", "same_site") or toll == "same_toll"
    )


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
        and _all_else_fits(_place(first, second, weights), _target(first, second), _toll(first, second))
    )


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


def find_conflict(first: Telling, second: Telling, weights: Weights, *, any_year: bool = False) -> str | None:
    """What forbids that two tellings are of one event, or None. `any_year`: a written year may be wrong."""
    days = compare_days(first.when, second.when)
    if days.fit is DayFit.YEAR_OFF and not any_year:
        return "each names another year"
    if days.fit is DayFit.APART and days.gap_days > weights.days_apart:
        return f"{days.gap_days} days lie between them"
    for one, other in ((first, second), (second, first)):
        when = other.when
        is_written = when is not None and not has_assumed_year(when)
        if is_written and one.known and when and when.earliest and (when.earliest - one.known).days > 1:
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
    if days.fit is DayFit.YEAR_ASSUMED and not _all_else_fits(
        _place(first, second, weights), _target(first, second), _toll(first, second)
    ):
        return "the years differ and not all else fits"
    return None
