"""Which tellings may be of one event: pairs that share a block, so that work grows with the news of a day.

A block is a country, or a word where one of the two tellings lacks a country; within it tellings meet whose days
are no further apart than the weights allow. A telling without a day also meets those of its perpetrator and place
at any time, as a text that looks back names no day. Tellings are numbered by position; pairs come as two arrays of
positions, the lower first, no pair twice within one chunk.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from secondsource.match.days import has_assumed_year, is_one_day, width_in_days
from secondsource.match.tellings import Telling, news_window
from secondsource.match.weights import Weights
from secondsource.records import DayRange

Positions = NDArray[np.int64]
_CHUNK = 500_000  # pairs held at once: some 40 MB with their scores


def candidate_pairs(tellings: Sequence[Telling], weights: Weights) -> Iterator[tuple[Positions, Positions]]:
    """Chunks of pairs that may be of one event by day and country, or by day and word; a pair may come again."""
    windows = [_window(t, weights) for t in tellings]
    start = np.array([w[0] if w else 0 for w in windows], dtype=np.int64)
    end = np.array([w[1] if w else 0 for w in windows], dtype=np.int64)
    dated = [p for p, w in enumerate(windows) if w is not None]
    countries: dict[tuple[str, ...], list[int]] = {}
    words: dict[tuple[str, ...], list[int]] = {}
    for position in dated:
        telling = tellings[position]
        group = telling.group.name
        country = _country(telling)
        if country:
            countries.setdefault((group, country), []).append(position)
        for word in telling.targets.words | telling.where.words:
            words.setdefault((group, word), []).append(position)
    for _, members in sorted(countries.items()):
        yield from _meetings(members, members, start, end, weights.days_apart)
    for _, members in sorted(words.items()):
        lacking = [p for p in members if _country(tellings[p]) is None]
        yield from _meetings(lacking, members, start, end, weights.days_apart)
    yield from _in_chunks(_assumed_year_pairs(tellings, dated))
    yield from _in_chunks(_dayless_pairs(tellings))


def text_pairs(tellings: Sequence[Telling]) -> tuple[tuple[int, int], ...]:
    """Pairs of positions (lower first, sorted) that one document tells."""
    texts: dict[str, list[int]] = {}
    for position, telling in enumerate(tellings):
        for document in {s.document_id for s in telling.seats}:
            texts.setdefault(document, []).append(position)
    return tuple(
        sorted(
            {
                (a, b)
                for members in texts.values()
                for a, b in combinations(members, 2)
                if tellings[a].group.name == tellings[b].group.name
            }
        )
    )


def anniversary_pairs(tellings: Sequence[Telling]) -> tuple[tuple[int, int], ...]:
    """Pairs of positions (sorted) that tell of one perpetrator on one day of the year, in two years."""
    blocks: dict[tuple[str, ...], list[int]] = {}
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


def _meetings(
    askers: Sequence[int], members: Sequence[int], start: Positions, end: Positions, slack: int
) -> Iterator[tuple[Positions, Positions]]:
    """Pairs of an asker and another, each once where all ask, at most `slack` days apart."""
    if not askers:
        return
    others = np.array(members, dtype=np.int64)
    others = others[np.argsort(start[others], kind="stable")]
    place = np.empty(len(start), dtype=np.int64)
    place[others] = np.arange(len(others))
    asking = np.array(askers, dtype=np.int64)
    everyone_asks = len(askers) == len(members)
    widest = int((end[others] - start[others]).max())
    low = (
        place[asking] + 1
        if everyone_asks
        else np.searchsorted(start[others], start[asking] - slack - widest, "left")
    )
    high = np.searchsorted(start[others], end[asking] + slack, "right")
    counts = np.maximum(0, high - low)
    if not counts.any():
        return
    bounds = np.searchsorted(np.cumsum(counts), np.arange(_CHUNK, counts.sum() + _CHUNK, _CHUNK), "left") + 1
    for first, last in zip([0, *bounds[:-1]], bounds, strict=True):
        some = slice(first, last)
        many = counts[some]
        one = np.repeat(asking[some], many)
        steps = np.arange(many.sum()) - np.repeat(np.cumsum(many) - many, many)
        two = others[np.repeat(low[some], many) + steps]
        meets = (end[two] + slack >= start[one]) & (one != two)
        one, two = one[meets], two[meets]
        if len(one):
            yield np.minimum(one, two), np.maximum(one, two)


def _assumed_year_pairs(tellings: Sequence[Telling], dated: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Pairs of one month of any year, and of one country or word of place, of which one assumed its year."""
    assumed: dict[tuple[str, ...], list[int]] = {}
    written: dict[tuple[str, ...], list[int]] = {}
    for position in dated:
        telling = tellings[position]
        if telling.when is None or width_in_days(telling.when) is None:
            continue
        side = assumed if has_assumed_year(telling.when) else written
        for key in _month_keys(telling, telling.when):
            side.setdefault(key, []).append(position)
    for key in sorted(assumed.keys() & written.keys()):
        for one in assumed[key]:
            for other in written[key]:
                yield min(one, other), max(one, other)


def _dayless_pairs(tellings: Sequence[Telling]) -> Iterator[tuple[int, int]]:
    """Pairs of one perpetrator and one place below the country, of which one names no day."""
    blocks: dict[tuple[str, str, str], list[int]] = {}
    for position, telling in enumerate(tellings):
        if telling.where.place is None or telling.where.is_country_only:
            continue
        for perpetrator in telling.perpetrators:
            key = (telling.group.name, perpetrator, telling.where.place.place.id)
            blocks.setdefault(key, []).append(position)
    for members in blocks.values():
        for one in members:
            if width_in_days(tellings[one].when) is None:
                yield from ((min(one, other), max(one, other)) for other in members if other != one)


def _month_keys(telling: Telling, when: DayRange) -> set[tuple[str, ...]]:
    months = {str(day.month) for day in (when.earliest, when.latest) if day}
    country = _country(telling)
    names = {("word", w) for w in telling.where.words} | ({("country", country)} if country else set())
    return {(telling.group.name, *name, month) for name in names for month in months}


def _in_chunks(pairs: Iterable[tuple[int, int]]) -> Iterator[tuple[Positions, Positions]]:
    found = np.array(sorted(set(pairs)), dtype=np.int64).reshape(-1, 2)
    for first in range(0, len(found), _CHUNK):
        yield found[first : first + _CHUNK, 0], found[first : first + _CHUNK, 1]


def _window(telling: Telling, weights: Weights) -> tuple[int, int] | None:
    """First and last day, as ordinals, on which the event may have been; None if too wide or unknown."""
    width = width_in_days(telling.when)
    when = news_window(telling.known, weights.news_days) if width is None else telling.when
    if when is None or when.earliest is None or when.latest is None or (width or 0) > weights.widest_days:
        return None
    return when.earliest.toordinal(), when.latest.toordinal()


def _country(telling: Telling) -> str | None:
    return telling.where.place.place.country if telling.where.place else None


def _two_years(tellings: Sequence[Telling], pair: tuple[int, int]) -> bool:
    days = [tellings[p].when for p in pair]
    return len({d.earliest.year for d in days if d and d.earliest}) == 2
