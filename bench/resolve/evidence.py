"""How often names with the same evidence are one actor's: where the probabilities of suggestions come from.

usage: python bench/resolve/evidence.py
Every pair of names that the starter list gives for actors of one country (and for those of none), compared without
that list: the share of pairs with one actor's names, smoothed by one pair of each kind. Prints the table to lay
beside `PROBABILITY` of `secondsource.resolve.name_evidence`; the names are ours, none is from a benchmark's file.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations

from secondsource.resolve.known_actors import KnownActors, read_known_actors
from secondsource.resolve.name_evidence import Evidence, compare_names, likeness

_STEPS = (0.9, 0.8, 0.7, 0.6, 0.5, 0.0)


def main() -> None:
    nobody = KnownActors(())
    groups: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for actor in read_known_actors().actors:
        names = (actor.name, *actor.names, *actor.acronyms)
        groups[actor.country or "-"] += [(name, actor.key) for name in names]
    seen: dict[str, Counter[bool]] = defaultdict(Counter)
    for country, keyed in sorted(groups.items()):
        for (a, one), (b, other) in combinations(keyed, 2):
            found = compare_names(a, b, nobody, None if country == "-" else country)
            row = found.evidence.name
            if found.evidence is Evidence.ALIKE:
                row += f" {next(s for s in _STEPS if likeness(a, b) >= s):.1f}"
            seen[row][one == other] += 1
    print(f"{'evidence':<16}{'one actor':>10}{'two':>8}{'share':>8}")
    for row, counts in sorted(seen.items()):
        share = (counts[True] + 1) / (counts.total() + 2)
        print(f"{row:<16}{counts[True]:>10}{counts[False]:>8}{share:>8.2f}")


if __name__ == "__main__":
    main()
