"""Places of local news (LGL), the gold spans given: how far from the truth, beside the most populous namesake.

usage: python bench/resolve/places.py [--data FILE] [--out PREDICTIONS] [--cache FOLDER] [--texts N]
Published: most populous namesake with countries at their capital, 0.31 of all and 0.46 of those found within
161 km. The ceiling is what the gazetteer would reach if it always chose best.
"""

from __future__ import annotations

import math
import re
import sys
import time
from pathlib import Path
from typing import Any

from secondsource.records import Place, PlaceMention, Span
from secondsource.resolve import Gazetteer, context_of, locate, open_gazetteer
from secondsource.resolve.countries import countries_by_demonym
from secondsource.resolve.place_names import read_place_words
from secondsource.resolve.transliteration import fold_name
from secondsource.surroundings import cache_folder

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # run as a script, from anywhere

from bench.resolve.scoring import options, rows, score


def main() -> None:
    chosen = options(
        __doc__ or "",
        "places/lgl.jsonl",
        ("--cache", {"type": Path, "default": cache_folder()}),
        ("--texts", {"type": int}),
    )
    gold = rows(chosen.data)[: chosen.texts]
    gazetteer = open_gazetteer(chosen.cache)
    started = time.perf_counter()
    predictions = [{"id": r["id"], "toponyms": _ours(r, gazetteer)} for r in gold]
    took = time.perf_counter() - started
    number = sum(len(r["toponyms"]) for r in gold)
    score(
        f"secondsource ({number / took:,.0f} places a second)",
        "score_places.py",
        gold,
        predictions,
        chosen.out,
    )
    baseline = [{"id": r["id"], "toponyms": _most_populous(r, gazetteer)} for r in gold]
    score("most populous namesake", "score_places.py", gold, baseline)
    print(f"\nceiling of the gazetteer within 161 km: {_ceiling(gold, gazetteer):.3f}")


def _mentions(row: dict[str, Any]) -> list[PlaceMention]:
    """The gold's words as mentions; what follows after a comma at once is the container."""
    spans = sorted(row["toponyms"], key=lambda t: t["start"])
    found = []
    for number, toponym in enumerate(spans):
        after = spans[number + 1] if number + 1 < len(spans) else None
        between = row["text"][toponym["end"] : after["start"]] if after else ""
        within = (
            (row["text"][after["start"] : after["end"]],)
            if after and re.fullmatch(r",\s{0,2}", between)
            else ()
        )
        span = Span(start=toponym["start"], end=toponym["end"])
        found.append(PlaceMention(span=span, name=row["text"][span.start : span.end], within=within))
    return found


def _ours(row: dict[str, Any], gazetteer: Gazetteer) -> list[dict[str, Any]]:
    mentions = _mentions(row)
    context = context_of(row["text"], mentions, gazetteer)
    found = []
    for mention in mentions:
        resolved = locate(mention, context, gazetteer)
        country = countries_by_demonym().get(fold_name(mention.name))
        if resolved:
            found.append(_at(mention.span, resolved.place))
        elif country:  # a demonym is no event's place; this benchmark wants it at its country
            found.append(
                {
                    "start": mention.span.start,
                    "end": mention.span.end,
                    "lat": country.latitude,
                    "lon": country.longitude,
                }
            )
    return found


def _most_populous(row: dict[str, Any], gazetteer: Gazetteer) -> list[dict[str, Any]]:
    found = []
    for mention in _mentions(row):
        places = [c.place for c in gazetteer.find(mention.name) if c.place.latitude is not None]
        if places:
            found.append(_at(mention.span, max(places, key=lambda p: (p.population or 0, p.id))))
    return found


def _at(span: Span, place: Place) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "lat": place.latitude, "lon": place.longitude}


def _ceiling(gold: list[dict[str, Any]], gazetteer: Gazetteer) -> float:
    reached = total = 0
    for row in gold:
        for toponym in row["toponyms"]:
            if toponym["lat"] is None:
                continue
            total += 1
            name = row["text"][toponym["start"] : toponym["end"]]
            places = {c.place for n in (name, read_place_words(name).name) for c in gazetteer.find(n)}
            reached += any(_km(toponym, p) <= 161 for p in places)
    return reached / max(1, total)


def _km(toponym: dict[str, Any], place: Place) -> float:
    if place.latitude is None or place.longitude is None:
        return math.inf
    p, q = math.radians(toponym["lat"]), math.radians(place.latitude)
    half = math.sin((q - p) / 2) ** 2
    half += math.cos(p) * math.cos(q) * math.sin(math.radians(place.longitude - toponym["lon"]) / 2) ** 2
    return 12742.0 * math.asin(min(1.0, math.sqrt(half)))


if __name__ == "__main__":
    main()
