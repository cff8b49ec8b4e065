"""Whether a UCDP side and a GTD perpetrator are one actor: our evidence with and without the starter list.

usage: python bench/resolve/actors.py [--data FILE] [--out PREDICTIONS]
Published for this file: token-set ratio with acronyms, best F1 0.58, recall at precision 0.95 0.38.
"""

from __future__ import annotations

import sys
from pathlib import Path

from rapidfuzz import fuzz

from secondsource.resolve.known_actors import KnownActors, read_known_actors
from secondsource.resolve.names import (
    acronyms_of,
    is_acronym,
    is_generic,
    is_same_name,
    name_tokens,
    plain_name,
    similarity,
    split_bracket,
)
from secondsource.resolve.transliteration import fold_name

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # run as a script, from anywhere

from bench.resolve.scoring import options, rows, score


def main() -> None:
    chosen = options(__doc__ or "", "names/actors_dev.jsonl")
    gold, known = rows(chosen.data), read_known_actors()
    for title, listed in (
        ("secondsource", known),
        ("secondsource without the starter list", KnownActors(())),
    ):
        predictions = [{"same": likelihood(r["ucdp"], r["gtd"], listed)} for r in gold]
        out = chosen.out if listed is known else None
        score(title, "score_names.py", gold, predictions, out, ["pairs"])
    predictions = [{"same": baseline(r["ucdp"], r["gtd"])} for r in gold]
    score("token-set ratio with acronyms", "score_names.py", gold, predictions, None, ["pairs"])


def likelihood(a: str, b: str, known: KnownActors) -> float:
    """How sure we are that two names are one actor's, from the strongest evidence that holds."""
    if is_generic(plain_name(a)) or is_generic(plain_name(b)):
        return 0.01
    names_a, names_b = _names(a), _names(b)
    if any(is_same_name(x, y) for x in names_a for y in names_b):
        return 0.97
    listed = {k.key for n in (a, *names_a) if (k := known.find(n))}
    others = {k.key for n in (b, *names_b) if (k := known.find(n))}
    if listed and others:
        return 0.95 if listed & others else 0.03
    full_a, full_b = [n for n in names_a if not is_acronym(n)], [n for n in names_b if not is_acronym(n)]
    initials = any(
        fold_name(x) in {a.casefold() for a in acronyms_of(y)}
        for x in names_a
        if is_acronym(x)
        for y in full_b
    )
    initials |= any(
        fold_name(y) in {a.casefold() for a in acronyms_of(x)}
        for y in names_b
        if is_acronym(y)
        for x in full_a
    )
    if initials:
        return 0.85
    alike = max((similarity(x, y) for x in full_a for y in full_b), default=0.0)
    shared = max((_shared(x, y) for x in full_a for y in full_b), default=0.0)
    return 0.6 * max(alike, shared) ** 3


def baseline(a: str, b: str) -> float:
    base, inside = split_bracket(b)
    if inside and fold_name(inside) == fold_name(a):
        return 1.0
    return fuzz.token_set_ratio(fold_name(a), fold_name(base)) / 100


def _names(name: str) -> list[str]:
    base, inside = split_bracket(name)
    return [n for n in (plain_name(base), inside) if n]


def _shared(a: str, b: str) -> float:
    """Share of the telling words that both names have."""
    words_a, words_b = set(name_tokens(a)), set(name_tokens(b))
    return len(words_a & words_b) / max(1, len(words_a | words_b))


if __name__ == "__main__":
    main()
