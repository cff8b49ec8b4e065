"""Whether a UCDP side and a GTD perpetrator are one actor: our evidence with and without the starter list.

usage: python bench/resolve/actors.py [--data FILE] [--out PREDICTIONS]
Published for this file: token-set ratio with acronyms, best F1 0.58, recall at precision 0.95 0.38.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from pathlib import Path

from rapidfuzz import fuzz

from secondsource.resolve.countries import countries_by_name
from secondsource.resolve.known_actors import KnownActors, read_known_actors
from secondsource.resolve.name_evidence import Likelihood, compare_names
from secondsource.resolve.names import split_bracket
from secondsource.resolve.transliteration import fold_name

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # run as a script, from anywhere

from bench.resolve.scoring import options, rows, score

NEGATIVE = {"different", "rival in the same movement", "allied", "allied of convenience"}


def main() -> None:
    chosen = options(__doc__ or "", "names/actors_dev.jsonl")
    gold, known = rows(chosen.data), read_known_actors()
    for title, listed in (
        ("secondsource", known),
        ("secondsource without the starter list", KnownActors(())),
    ):
        found = [likelihood(r, listed) for r in gold]
        predictions = [{"same": f.probability} for f in found]
        out = chosen.out if listed is known else None
        score(title, "score_names.py", gold, predictions, out, ["pairs"])
        print_evidence(gold, found)
    predictions = [{"same": baseline(r["ucdp"], r["gtd"])} for r in gold]
    score("token-set ratio with acronyms", "score_names.py", gold, predictions, None, ["pairs"])


def print_evidence(gold: list[dict[str, str]], found: list[Likelihood]) -> None:
    """What the pairs were judged by: how many of each are the same and how many are not, as scored."""
    counts: dict[str, Counter[bool]] = defaultdict(Counter)
    for row, one in zip(gold, found, strict=True):
        if row["relation"] == "same" or row["relation"] in NEGATIVE:
            counts[one.evidence.value][row["relation"] == "same"] += 1
    for words, count in sorted(counts.items()):
        print(f"  {words}: {count[True]} same, {count[False]} not")


def likelihood(row: dict[str, str], known: KnownActors) -> Likelihood:
    """How sure we are that the two names of a row are one actor's, as the product's own comparison has it."""
    country = next((c for n in row["country"].split("(") if (c := code_of(n))), None)
    return compare_names(row["ucdp"], row["gtd"], known, country)


def code_of(country: str) -> str | None:
    found = countries_by_name().get(fold_name(country))
    return found.code if found else None


def baseline(a: str, b: str) -> float:
    base, inside = split_bracket(b)
    if inside and fold_name(inside) == fold_name(a):
        return 1.0
    return fuzz.token_set_ratio(fold_name(a), fold_name(base)) / 100


if __name__ == "__main__":
    main()
