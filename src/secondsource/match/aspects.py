"""What is compared of two tellings, one aspect after another: each gives at most one named likeness or difference.

The names are the entries of `weights.toml`. An aspect that one of the two doesn't tell gives none. An aspect sees
only its own values, so that equal pairs of values are compared once however many tellings bear them.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date
from typing import Any

from secondsource.match.days import DayFit, compare_days, width_in_days
from secondsource.match.kinds import kind_group
from secondsource.match.places import PlaceFit, Whereabouts, compare_places
from secondsource.match.targets import Targets, kinds_agree
from secondsource.match.tellings import Telling, news_window
from secondsource.match.weights import Weights
from secondsource.records import DayRange, EventType, Toll

# The pair can't be one event, whatever else is alike.
FORBIDDEN = "forbidden"
# Up to here a range still tells one event of a place from the next; a whole month does not.
_FEW_DAYS = 8
# From here on it is unlikely that two events of one day have the same toll (half of the tolls in the reports
# from Côte d'Ivoire that are above nought lie below).
_MANY = 4
# News of one day, and a report that looks back.
_TOGETHER_DAYS, _LATER_DAYS = 1, 30
_Who = tuple[frozenset[str], frozenset[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Aspect:
    """One thing to compare: its value in a telling, and the entry that two values give."""

    name: str
    value: Callable[[Telling], Hashable]
    compare: Callable[[Any, Any, Weights], str | None]


def _kind(first: EventType, second: EventType, weights: Weights) -> str | None:
    if {first, second} & kind_group(first).general:
        return None
    return "same_type" if first == second else "other_type"


def _day(
    first: tuple[DayRange | None, date | None], second: tuple[DayRange | None, date | None], weights: Weights
) -> str | None:
    (one, one_known), (other, other_known) = first, second
    days = compare_days(one, other)
    match days.fit:
        case DayFit.SAME:
            return "same_day"
        case DayFit.OVERLAP:
            widest = max(width_in_days(one) or 1, width_in_days(other) or 1)
            if widest > weights.widest_days:
                return None
            return "days_overlap" if widest <= _FEW_DAYS else "month_overlaps"
        case DayFit.YEAR_ASSUMED:
            return "year_assumed"
        case DayFit.YEAR_OFF:
            return FORBIDDEN
        case DayFit.APART if days.gap_days > weights.days_apart:
            return FORBIDDEN
        case DayFit.APART:
            return "day_apart" if days.gap_days == 1 else "days_apart"
    for known, day in ((one_known, other), (other_known, one)):
        window = news_window(known, weights.news_days)
        if window and compare_days(window, day).fit is DayFit.OVERLAP:
            return "news_of_the_day"
    return None


def _place(first: Whereabouts, second: Whereabouts, weights: Weights) -> str | None:
    fit, _ = compare_places(
        first,
        second,
        near_km=weights.near_place_km,
        spot_km=weights.near_spot_km,
        far_km=weights.far_place_km,
    )
    if fit is PlaceFit.SAME and first.is_one_spot:
        return "same_spot"
    if fit is PlaceFit.NEAR and (first.is_one_spot or second.is_one_spot):
        return "near_spot"
    return {
        PlaceFit.SAME: "same_place",
        PlaceFit.NEAR: "near_place",
        PlaceFit.WIDER: "wider_place",
        PlaceFit.OTHER_PART: "other_quarter",
        PlaceFit.COUNTRY: "country_only",
        PlaceFit.SAME_WORDS: "same_place_words",
        PlaceFit.APART: "other_place",
        PlaceFit.OTHER_WORDS: "other_place_words",
        PlaceFit.FAR: FORBIDDEN,
    }.get(fit)


def _named_as_target(
    first: tuple[Whereabouts, Targets], second: tuple[Whereabouts, Targets], _: Weights
) -> str | None:
    """One telling's target is where the other puts the event: "struck the Mezhin base", "at the Mezhin base"."""
    for (where, targets), (elsewhere, _targets) in ((first, second), (second, first)):
        if not where.is_known and elsewhere.words and elsewhere.words <= targets.words:
            return "place_as_target"
    return None


def _target(first: tuple[Targets, str | None], second: tuple[Targets, str | None], _: Weights) -> str | None:
    (one, spot), (other, other_spot) = first, second
    agree = kinds_agree(one.sites, other.sites)
    if agree is False:
        return "other_part" if spot and spot == other_spot else "other_site"
    if agree:
        return "same_target" if one.words & other.words else "same_site"
    # Words outside every list ("Chinook", a name): half of the shorter telling's must be shared.
    shared = one.words & other.words
    return "same_target" if shared and 2 * len(shared) >= min(len(one.words), len(other.words)) else None


def _people(first: frozenset[str], second: frozenset[str], _: Weights) -> str | None:
    agree = kinds_agree(first, second)
    return {True: "same_people", False: "other_people", None: None}[agree]


def _perpetrator(first: _Who, second: _Who, _: Weights) -> str | None:
    (doers, parties), (other_doers, other_parties) = first, second
    if doers & (other_doers | other_parties) or parties & other_doers:
        return "same_perpetrator"
    return "other_perpetrator" if doers and other_doers else None


def _means(first: Targets, second: Targets, _: Weights) -> str | None:
    agree = kinds_agree(first.means, second.means)
    if agree or first.words & second.words:
        return "same_means"
    return "other_means" if agree is False else None


def _toll(what: str) -> Callable[[Any, Any, Weights], str | None]:
    """Entries `same_…`, `many_same_…`, `near_…`, `other_…`, `some_…` (one tells of none) and `none_…`."""

    def compare(first: tuple[int, int | None] | None, second: Any, _: Weights) -> str | None:
        if first is None or second is None:
            return None
        if first == second:
            return f"{'many_same' if first[0] > _MANY else 'same' if first[0] else 'none'}_{what}"
        (low, high), (other_low, other_high) = first, second
        if (high == 0) != (other_high == 0):
            return f"some_{what}"
        high, other_high = high or low * 2 + 2, other_high or other_low * 2 + 2
        gap = max(low, other_low) - min(high, other_high)
        return f"{'near' if gap <= max(1, 0.25 * max(low, other_low)) else 'other'}_{what}"

    return compare


def _published(first: date | None, second: date | None, _: Weights) -> str | None:
    if first is None or second is None:
        return None
    gap = abs((first - second).days)
    if gap <= _TOGETHER_DAYS:
        return "published_together"
    return "published_apart" if gap > _LATER_DAYS else None


def _list(first: frozenset[str], second: frozenset[str], _: Weights) -> str | None:
    return "one_list" if first & second else None


def _range(toll: Toll | None) -> tuple[int, int | None] | None:
    return (toll.low, toll.high) if toll else None


def _spot(telling: Telling) -> str | None:
    return telling.where.place.place.id if telling.where.place and telling.where.is_one_spot else None


ASPECTS = (
    Aspect(name="kind", value=lambda t: t.kind, compare=_kind),
    Aspect(
        name="day",
        value=lambda t: (t.when, t.known if width_in_days(t.when) is None else None),
        compare=_day,
    ),
    Aspect(name="place", value=lambda t: t.where, compare=_place),
    Aspect(name="place as target", value=lambda t: (t.where, t.targets), compare=_named_as_target),
    Aspect(name="target", value=lambda t: (t.targets, _spot(t)), compare=_target),
    Aspect(name="people", value=lambda t: t.targets.people, compare=_people),
    Aspect(name="perpetrator", value=lambda t: (t.perpetrators, t.parties), compare=_perpetrator),
    Aspect(name="killed", value=lambda t: _range(t.killed), compare=_toll("killed")),
    Aspect(name="injured", value=lambda t: _range(t.injured), compare=_toll("injured")),
    Aspect(name="abducted", value=lambda t: _range(t.abducted), compare=_toll("abducted")),
    Aspect(name="means", value=lambda t: t.means, compare=_means),
    Aspect(name="published", value=lambda t: t.known, compare=_published),
    Aspect(name="list", value=lambda t: t.lists, compare=_list),
)
