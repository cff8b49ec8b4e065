"""What reading costs: words a second of `read`, as a ratio to the bare spaCy pipeline over the same texts in one run.

usage: python bench/reading/cost.py [--data FOLDER_OR_JSONL ...] [--rounds N]

Texts are read one after the other in one process; the two take turns within each round, so that a machine whose
speed drifts slows both. The median ratio over the rounds is the figure; 1.0 is the floor. Where PyTorch and
transformers are installed (`make train` makes such a venv), a BERT-base encoder with random weights passes over the
same texts in each round: the price of the published systems' encoders, before any of their heads.
"""

from __future__ import annotations

import argparse
import os
import platform
import resource
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import spacy

from secondsource.collect import Collected, Given, collect_source, find_sources
from secondsource.read import find_reader
from secondsource.read.english.text.model import DEFAULT_MODEL
from secondsource.records import Document

DATA = Path(os.environ.get("SECONDSOURCE_DATA", "../shared/data"))


def main() -> int:
    """Prints the table. Exit status 0, or 2 where there is no data."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", nargs="*", default=[str(DATA / "articles"), str(DATA / "re3d")])
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    documents = load(arguments.data)
    if not documents:
        sys.stderr.write("No texts there. Set SECONDSOURCE_DATA or name them with --data.\n")
        return 2
    bare, reader = spacy.load(DEFAULT_MODEL), find_reader("en")
    assert reader is not None
    reader.read(documents[0])
    encode = bert_base()
    work = {"bare spaCy pipeline": lambda d: bare(d.text), "read": reader.read}
    if encode:
        work["BERT-base encoder alone"] = encode
    rounds = [{name: timed(one, documents) for name, one in work.items()} for _ in range(arguments.rounds)]
    words = sum(len(d.text.split()) for d in documents)
    print(
        f"{datetime.now(tz=UTC):%Y-%m-%d}, Python {platform.python_version()}, {platform.machine()}, "
        f"{arguments.rounds} rounds"
    )
    print(f"{len(documents)} texts, {words} words")
    print(f"{'':24}{'ratio (median)':>16}{'min':>8}{'max':>8}")
    for name in work:
        ratios = sorted(r[name] / r["bare spaCy pipeline"] for r in rounds)
        print(f"{name:24}{statistics.median(ratios):16.2f}{ratios[0]:8.2f}{ratios[-1]:8.2f}")
    if not encode:
        print("BERT-base encoder: not run, for want of PyTorch and transformers")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")
    return 0


def bert_base() -> Callable[[Document], object] | None:
    """One pass of a randomly initialised BERT-base over a document in pieces of 512, or None without PyTorch."""
    if not (find_spec("torch") and find_spec("transformers")):
        return None
    torch, transformers = import_module("torch"), import_module("transformers")
    torch.set_num_threads(1)
    encoder = transformers.BertModel(transformers.BertConfig()).eval()

    def encode(document: Document) -> object:
        # English news has some 1.3 word pieces a word; which ones they are costs the same.
        left = max(1, round(1.3 * len(document.text.split())))
        with torch.no_grad():
            while left > 0:
                encoder(input_ids=torch.randint(1000, 20000, (1, min(left, 512))))
                left -= 512
        return None

    return encode


def timed(work: Callable[[Document], object], documents: Sequence[Document]) -> float:
    """Processor seconds for all documents, which other processes on the machine don't lengthen."""
    start = time.process_time()
    for document in documents:
        work(document)
    return time.process_time() - start


def load(paths: Sequence[str]) -> list[Document]:
    """Every document of those files and folders."""
    at = datetime(2026, 1, 1, tzinfo=UTC)
    items = [i for s in find_sources(paths) for i in collect_source(s, Given(language="en"), at)]
    return [i.document for i in items if isinstance(i, Collected)]


if __name__ == "__main__":
    sys.exit(main())
