"""Entities and relations of re3d by leave-one-sub-set-out, beside baselines measured by the same scorer.

usage: python bench/reading/re3d.py [--data FILE_OR_FOLDER] [--train FOLDER] [--out PREDICTIONS.jsonl]

Without options it takes the five files of `re3d` of SECONDSOURCE_DATA (default ../shared/data). A document is read
with heads that were learned, in the same run, from the other sub-sets alone (other values of `source`): a tagger for
entities and a classifier for pairs of them, both linear, over the parse and what the English reader finds by its
written rules. Nothing learned is kept. The scorer is tools/score_spans.py beside the data; it is given the gold of
the types and relations that count. Documents without gold are read, not scored.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from secondsource.read.english.parsed import ParsedText, parse
from secondsource.read.english.text.model import load_model

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
from bench.reading import re3d_entities as entities  # noqa: E402
from bench.reading import re3d_relations as relations  # noqa: E402
from bench.reading.re3d_errors import entity_errors, relation_errors  # noqa: E402
from bench.reading.re3d_tagger import Tagger  # noqa: E402

Json = dict[str, Any]
Table = dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A document with its parse; gold in tokens, none where it has none."""

    document: Json
    parsed: ParsedText
    gold: tuple[entities.Entity, ...]

    @property
    def source(self) -> str:
        """The sub-set."""
        return str(self.document.get("source"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Heads:
    """What one set of sub-sets taught."""

    tagger: Tagger
    classifier: Tagger


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the table; the exit status is 0, or 2 where the data or its scorer is absent."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    data = Path(os.environ.get("SECONDSOURCE_DATA") or ROOT.parent / "shared" / "data")
    parser.add_argument("--data", type=Path, default=data / "re3d", help="documents to read")
    parser.add_argument("--train", type=Path, default=data / "re3d", help="documents to learn from")
    parser.add_argument("--out", type=Path, help="keep the predictions here")
    options = parser.parse_args(arguments)
    scorer = data.parent / "tools" / "score_spans.py"
    documents, lessons = load(options.data), load(options.train)
    sources = {d.get("source") for d in lessons}
    if not documents or not scorer.is_file() or any(sources <= {d.get("source")} for d in documents):
        print(
            f"{options.data}: no documents here, or no other sub-sets to learn from in {options.train}; set "
            "SECONDSOURCE_DATA to the folder that holds re3d.",
            file=sys.stderr,
        )
        return 2
    started = time.process_time()
    parses = {text: parse(text, load_model()) for text in {d["text"]: None for d in (*documents, *lessons)}}
    texts, taught = ([prepare(d, parses[d["text"]]) for d in given] for given in (documents, lessons))
    ours, joined = read(texts, taught)
    if options.out:
        write(options.out, ours)
    print(
        f"{options.data.name}: {len(documents)} documents; {time.process_time() - started:.0f} s of processor "
        f"time; {datetime.now(UTC):%Y-%m-%d}, Python {platform.python_version()}, {platform.machine()}, "
        f"commit {commit()}"
    )
    if not all("entities" in d for d in documents):
        return 0
    plain, cued = zip(*(baselines(text, o) for text, o in zip(texts, ours, strict=True)), strict=True)
    tables = [score(scorer, documents, p) for p in (ours, plain, cued, joined)]
    print_table(tables)
    print(f"\n{'by sub-set, F1':44}{'exact':>8}{'relaxed':>9}{'relations':>11}")
    for source in sorted({t.source for t in texts}):
        own = [i for i, t in enumerate(texts) if t.source == source]
        table = score(scorer, [documents[i] for i in own], [ours[i] for i in own])
        row = [
            table[k]["f1"] if k in table else 0.0 for k in ("entities exact", "entities relaxed", "relations")
        ]
        print(f"{source:44}{row[0]:8.2f}{row[1]:9.2f}{row[2]:11.2f}")
    for name, classes in (("entities", entity_errors), ("relations", relation_errors)):
        found = Counter(e for d, o in zip(documents, ours, strict=True) for e in classes(d, o))
        print(f"\nerrors, {name} ({found.total()})")
        for error, number in found.most_common():
            print(f"  {error:60}{number:6}")
    return 0


def load(path: Path) -> list[Json]:
    """The documents of a file, or of all files of a folder, one a line."""
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path] if path.is_file() else []
    lines = [line for file in files for line in file.read_text(encoding="utf-8").split("\n")]
    return [json.loads(line) for line in lines if line.strip()]


def prepare(document: Json, parsed: ParsedText) -> Text:
    """The document with its parse and, where it has any, its gold."""
    gold = entities.gold_entities(document, parsed) if "entities" in document else []
    return Text(document=document, parsed=parsed, gold=tuple(gold))


def read(texts: Sequence[Text], lessons: Sequence[Text]) -> tuple[list[Json], list[Json]]:
    """Predictions for the texts, and relations between the entities of the gold; heads from other sub-sets."""
    heads: dict[str, Heads] = {}
    for source in sorted({t.source for t in texts}):
        same = {t.document["text"] for t in texts if t.source == source}
        heads[source] = learn([t for t in lessons if t.source != source and t.document["text"] not in same])
    ours, given = [], []
    for text in texts:
        own = heads[text.source]
        found = entities.find_entities(text.parsed, own.tagger)
        ours.append(lines_of(text, found, relations.find_relations(text.parsed, found, own.classifier)))
        named = relations.find_relations(text.parsed, text.gold, own.classifier)
        given.append(lines_of(text, text.gold, named))
    return ours, given


def learn(lessons: Sequence[Text]) -> Heads:
    """Both heads from these documents."""
    return Heads(
        tagger=entities.learn_entities((t.parsed, t.gold) for t in lessons),
        classifier=relations.learn_relations(
            (t.parsed, t.gold, relations.gold_relations(t.document, t.parsed, t.gold)) for t in lessons
        ),
    )


def baselines(text: Text, ours: Json) -> tuple[Json, Json]:
    """Plain cue verbs between spaCy's entities, and between ours."""
    plain = spans_in(text, entities.spacy_entities(text.document["text"]))
    tagged = spans_in(text, [(e["start"], e["end"], e["type"]) for e in ours["entities"]])
    return (
        lines_of(text, plain, relations.by_cues(text.parsed, plain)),
        lines_of(text, tagged, relations.by_cues(text.parsed, tagged)),
    )


def spans_in(text: Text, found: Iterable[tuple[int, int, str]]) -> list[entities.Entity]:
    """Entities in characters as entities in tokens."""
    tokens = [(entities.to_tokens(text.parsed, start, end), kind) for start, end, kind in found]
    return [(at[0], at[1], kind) for at, kind in tokens if at]


def lines_of(text: Text, found: Iterable[entities.Entity], related: Iterable[relations.Relation]) -> Json:
    """What the scorer takes, without the types that don't count."""

    def span(entity: entities.Entity) -> list[int]:
        place = text.parsed.span(entity[0], entity[1])
        return [place.start, place.end]

    counted = [e for e in found if e[2] in entities.COUNTED]
    return {
        "id": text.document["id"],
        "entities": [{"start": span(e)[0], "end": span(e)[1], "type": e[2]} for e in counted],
        "relations": [{"type": r, "source": span(a), "target": span(b)} for r, a, b in related],
    }


def write(path: Path, lines: Iterable[Json]) -> None:
    """One line a document."""
    path.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")


def score(scorer: Path, documents: Iterable[Json], predictions: Iterable[Json]) -> Table:
    """The scorer's table; the gold is cut to the types and relations that count, so that its totals are of these."""
    gold = [
        {
            **d,
            "entities": [e for e in d["entities"] if e["type"] in entities.COUNTED],
            "relations": [r for r in d["relations"] if r["type"] in relations.COUNTED],
        }
        for d in documents
    ]
    with tempfile.TemporaryDirectory() as scratch:
        paths = [Path(scratch) / "gold.jsonl", Path(scratch) / "predictions.jsonl"]
        for path, lines in zip(paths, (gold, predictions), strict=True):
            write(path, lines)
        done = subprocess.run(
            [sys.executable, str(scorer), *map(str, paths), "--json"],
            check=True,
            capture_output=True,
            text=True,
        )
    table: Table = json.loads(done.stdout)
    return table


def print_table(tables: Sequence[Table]) -> None:
    """Ours in full, the F1 of the others beside it."""
    heads = ("gold", "P", "R", "F1", "spaCy, cues", "ours, cues", "gold ends")
    print(f"{'':28}" + "".join(f"{h:>12}" for h in heads))
    rows = ["entities exact", "entities relaxed", *(f"{t} exact" for t in entities.COUNTED)]
    rows += ["relations", *(f"relation {r}" for r in relations.COUNTED)]
    none = {"precision": 0.0, "recall": 0.0, "f1": 0.0, "gold": 0.0}
    for row in rows:
        mine, *others = (table.get(row, none) for table in tables)
        figures = [mine["precision"], mine["recall"], mine["f1"], *(o["f1"] for o in others)]
        # Entities are the tagger's own in two columns, the gold's in the last: no figures of their own.
        figures = figures if row.startswith("relation") else figures[:4]
        print(f"{row:28}{int(mine['gold']):12}" + "".join(f"{f:12.2f}" for f in figures))


def commit() -> str:
    """The short hash of the checkout, or "unknown"."""
    found = subprocess.run(
        ["git", "-C", str(ROOT), "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False
    )
    return found.stdout.strip() or "unknown"


if __name__ == "__main__":
    sys.exit(main())
