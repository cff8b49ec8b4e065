"""Arabic names to English ones: the right one of all candidates of the file, beside Jaro-Winkler on anyascii.

usage: python bench/resolve/names.py [--data FILE] [--out PREDICTIONS]
Published for these files: Jaro-Winkler on ICU's transliteration, accuracy@1 0.51 (words), 0.49 (entities).
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from anyascii import anyascii
from rapidfuzz import fuzz, process
from rapidfuzz.distance import JaroWinkler

from secondsource.resolve.names import name_tokens
from secondsource.resolve.transliteration import consonants, romanise

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # run as a script, from anywhere

from bench.resolve.scoring import DATA, options, rows, score

Scores = Callable[[list[str], list[str]], "np.ndarray"]
# How much the consonants count beside the written vowels: by tenths on 3,000 of names/ar_en_train, 0.1 to 0.4
# are alike (accuracy@1 0.82).
CONSONANTS = 0.2


def main() -> None:
    chosen = options(__doc__ or "", "names/ar_en_dev.jsonl")
    paths = [chosen.data]
    if chosen.data == DATA / "names/ar_en_dev.jsonl":
        paths.append(DATA / "names/entities_dev.jsonl")
    for path in paths:
        run(path, chosen.out)


def run(path: Path, out: Path | None) -> None:
    gold = rows(path)
    english = sorted({r["en"].casefold() for r in gold})
    for title, scores in (("secondsource", ours), ("Jaro-Winkler on anyascii", baseline)):
        started = time.perf_counter()
        table = scores([r["ar"] for r in gold], english)
        best = np.argsort(-table, axis=1, kind="stable")[:, :10]
        took = time.perf_counter() - started
        predictions = [{"ranked": [english[i] for i in line]} for line in best]
        score(f"{path.name}: {title} ({took:.1f} s)", "score_names.py", gold, predictions, out, ["retrieval"])


def ours(arabic: list[str], english: list[str]) -> np.ndarray:
    """Likeness by sounds: consonants, and the vowels that are written."""
    forms = [[_form(n, f) for n in arabic] for f in (consonants, romanise)]
    others = [[_form(n, f) for n in english] for f in (consonants, romanise)]
    bare, voiced = (
        process.cdist(a, b, scorer=fuzz.ratio, dtype=np.float32) for a, b in zip(forms, others, strict=True)
    )
    return CONSONANTS * bare + (1 - CONSONANTS) * voiced


def baseline(arabic: list[str], english: list[str]) -> np.ndarray:
    plain = [anyascii(n).casefold() for n in arabic]
    return process.cdist(plain, english, scorer=JaroWinkler.similarity, dtype=np.float32)


def _form(name: str, form: Callable[[str, bool], str]) -> str:
    tokens = name_tokens(name)
    return " ".join(form(t, n == len(tokens) - 1) for n, t in enumerate(tokens))


if __name__ == "__main__":
    main()
