"""What learned parts add to the written rules, for weights trained on more and more texts.

usage: python bench/reading/curve.py WEIGHTS [WEIGHTS ...] [--data FOLDER] [--half odd|even]

WEIGHTS are folders that `train/train.py --share` wrote. Without --data it reads the even half of `training` of
SECONDSOURCE_DATA (default ../shared/data), which weights trained with `--half odd` have not seen. "both" is what
`--weights` of articles.py reads. "learned alone" takes every event, doer, tie and sentence that the heads hold
likelier than not, and nothing that rules alone say; chains, days, places and tolls stay by rules, and no head knows
a claim. Needs the extra `learned`.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import fields, replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

from secondsource.read import english
from secondsource.read.english import EnglishReader
from secondsource.read.english.draft import Draft
from secondsource.read.english.events import events
from secondsource.read.english.learned import LearnedParts, LearnedText, weigh_drafts
from secondsource.read.english.parsed import ParsedText

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # run as a script, from anywhere

from bench.reading.articles import choose, texts_and_scorer, write
from bench.reading.intervals import load_scorer

ROWS = ("all", "claims", "event", "tie", "finding", "threat", "channel")


def main(arguments: Sequence[str] | None = None) -> int:
    """Reads with each folder of weights, prints a row for each; the exit status is 2 where the data is absent."""
    options = _options(arguments)
    found_data = texts_and_scorer(options.data, "training")
    if found_data is None:
        return 2
    folder, scorer_file = found_data
    scorer = load_scorer(scorer_file)
    print(f"{folder.name}, {options.half} half")
    print(f"{'':40}" + "".join(f"{row:>9}" for row in ROWS))
    with tempfile.TemporaryDirectory() as scratch:
        gold = Path(scratch) / "gold"
        gold.mkdir()
        names = choose(folder, gold, options.half)
        out = Path(scratch) / "predictions.jsonl"

        def print_row(title: str, reader: EnglishReader) -> None:
            write(gold, names, out, reader)
            tallies = scorer.score(*scorer.load(str(gold), str(out)))[0]
            scores = [scorer.prf(*tallies[row])[2] for row in ROWS]
            print(f"{title:40}" + "".join(f"{score:9.3f}" for score in scores), flush=True)

        print_row("rules alone", EnglishReader())
        for weights in options.weights:
            reader = EnglishReader(weights=weights)
            print_row(f"{weights.name}: both", reader)
            with _learned_alone():
                print_row("  learned alone", reader)
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("weights", type=Path, nargs="+", help="folders of learned parts")
    parser.add_argument("--data", type=Path, help="folder of NAME.txt and NAME.gold.json")
    parser.add_argument("--half", choices=("odd", "even"), default="even")
    return parser.parse_args(arguments)


@contextmanager
def _learned_alone() -> Iterator[None]:
    """Every decision that the heads have a say in is theirs."""

    def weigh(parsed: ParsedText, drafts: list[Draft], weights: Path) -> tuple[LearnedText, list[Draft]]:
        parts = LearnedParts.load(weights)
        even: Any = {field.name: 0.5 for field in fields(parts.thresholds)}
        learned = replace(parts, thresholds=replace(parts.thresholds, **even)).over(parsed, drafts)
        return learned, weigh_drafts(learned, [])

    with ExitStack() as patches:
        patches.enter_context(patch.object(english, "weigh", weigh))
        patches.enter_context(patch.object(events, "find_claims", lambda *_: ([], set())))
        patches.enter_context(patch.object(events, "self_told", lambda *_: []))
        for written in ("toll_account", "denial_of", "accusation_of"):
            patches.enter_context(patch.object(events, written, lambda *_: None))
        yield


if __name__ == "__main__":
    sys.exit(main())
