"""Which tellings may be of one event: pairs that share a block, so that work grows with the news of a day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations

from secondsource.match.days import has_assumed_year, is_one_day, width_in_days
from secondsource.match.tellings import Telling, news_window
from secondsource.match.weights import Weights
from secondsource.records import DayRange

Key = tuple[str, ...]


def block_keys(telling: Telling, weights: Weights) -> frozenset[Key]:
    """The blocks in which a telling stands.

    Country × week where both are known; word × week where one of the two tellings lacks a place or names one
    that no gazetteer knows; day of the year where a year was assumed; and each document that carries it.
    """
    keys: set[Key] = {("document", seat.document_id) for seat in telling.seats}
    when = telling.when
    width = width_in_days(when)
    if width is None:
        when = news_window(telling, weights.news_days)
    elif width > weights.widest_days:
        return frozenset(keys)
    if when is None or when.earliest is None or when.latest is None:
        return frozenset(keys)
    country = telling.where.place.place.country if telling.where.place else None
    words = telling.targets.words | telling.where.words
    group = telling.group.name
    for week in _weeks(when.earliest, when.latest, weights.days_apart):
        if country:
            keys.add((group, "country", country, week))
        keys.update((group, "word", word, week) for word in words)
    for month in _months(when):
        if country:
            keys.add((group, "month", country, month))
        keys.update((group, "month word", word, month) for word in telling.where.words)
    return frozenset(keys)


def candidate_pairs(tellings: Sequence[Telling], weights: Weights) -> tuple[tuple[int, int], ...]:
    """Pairs of positions (lower first, sorted) that share a block and tell of one group of kinds.

    Pairs in a month-of-the-year block alone are taken only if one year was assumed.
    """
    blocks: dict[Key, list[int]] = {}
    for position, telling in enumerate(tellings):
        for key in block_keys(telling, weights):
            blocks.setdefault(key, []).append(position)
    pairs: set[tuple[int, int]] = set()
    for key, members in blocks.items():
        years_differ = len(key) > 1 and key[1] in ("month", "month word")
        for first, second in combinations(members, 2):
            one, other = tellings[first], tellings[second]
            if one.group.name != other.group.name:
                continue
            if years_differ and _year_is_assumed(one) == _year_is_assumed(other):
                continue
            pairs.add((first, second))
    return tuple(sorted(pairs))


def anniversary_pairs(tellings: Sequence[Telling]) -> tuple[tuple[int, int], ...]:
    """Pairs of positions (sorted) that tell of one perpetrator on one day of the year, in two years."""
    blocks: dict[Key, list[int]] = {}
    for position, telling in enumerate(tellings):
        when = telling.when
        if when is None or when.earliest is None or not is_one_day(when):
            continue
        day = f"{when.earliest.month}-{when.earliest.day}"
        for perpetrator in telling.perpetrators:
            blocks.setdefault((telling.group.name, perpetrator, day), []).append(position)
    return tuple(
        sorted(
            {
                pair
                for members in blocks.values()
                for pair in combinations(members, 2)
                if _two_years(tellings, pair)
            }
        )
    )


def _two_years(tellings: Sequence[Telling], pair: tuple[int, int]) -> bool:
    days = [tellings[p].when for p in pair]
    return len({d.earliest.year for d in days if d and d.earliest}) == 2


def _year_is_assumed(telling: Telling) -> bool:
    return telling.when is not None and has_assumed_year(telling.when)


def _weeks(earliest: date, latest: date, slack: int) -> Iterator[str]:
    day = _shift(earliest, -slack)
    end = _shift(latest, slack)
    seen = None
    while day <= end:
        week = "{}-{}".format(*day.isocalendar()[:2])
        if week != seen:
            seen = week
            yield week
        if day == date.max:
            return
        day += timedelta(days=1)


def _months(when: DayRange) -> Iterator[str]:
    assert when.earliest
    assert when.latest
    for month in sorted({when.earliest.month, when.latest.month}):
        yield str(month)


def _shift(day: date, days: int) -> date:
    return date.fromordinal(min(date.max.toordinal(), max(1, day.toordinal() + days)))
