"""What joining costs where the news is dense: small documents about one month and eight towns, more and more of them.

usage: python bench/verdicts/dense.py [DOCUMENTS ...]   (default 500 1000 2000 4000)
Each document tells one or two events of its own seeded draw of day, town, target, toll and group. Printed are the
seconds of `join_incidents`, and how often the time of the first size; documents in one month grow with the square
of nothing but the pairs that share three days.
"""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # run as a script, from anywhere

from tests.weigh.builder import PLACES, Case

from secondsource.match import join_incidents
from secondsource.records import PlaceKind, ResolvedStatement

_TOWNS = tuple(f"Town {letter}" for letter in "ABCDEFGH")
_TARGETS = ("market", "army convoy", "police checkpoint", "school", "bridge", "fuel depot", "bus", None)
_GROUPS = ("Hammer", "Salt", "Riders", ())


def main() -> None:
    sizes = [int(n) for n in sys.argv[1:]] or [500, 1000, 2000, 4000]
    first = None
    for size in sizes:
        statements = draw(size, seed=1)
        started = time.process_time()
        incidents = join_incidents(statements)
        took = time.process_time() - started
        first = first or took
        print(
            f"{size:6} documents, {len(statements):6} statements, {len(incidents):6} incidents: "
            f"{took:7.2f} s, {took / first:6.1f} times the first",
            flush=True,
        )


def draw(documents: int, seed: int) -> list[ResolvedStatement]:
    """The statements of so many documents of March 2025."""
    for n, town in enumerate(_TOWNS):
        PLACES[town] = (PlaceKind.TOWN, 10.0 + 0.12 * n, 20.0, "North")
    chance = random.Random(seed)
    case = Case()
    for number in range(documents):
        day = chance.randint(1, 30)
        page = case.page(f"Paper {number % 40}", f"2025-03-{min(31, day + chance.randint(0, 2)):02}")
        for _ in range(chance.choice((1, 1, 2))):
            page.event(
                by=chance.choice(_GROUPS),
                on=chance.choice(_TARGETS),
                at=chance.choice(_TOWNS),
                when=f"2025-03-{day:02}",
                killed=chance.choice((None, 0, 1, 2, 3, 5, 8)),
            )
    return [s for page in case.pages for s in page.statements()]


if __name__ == "__main__":
    main()
