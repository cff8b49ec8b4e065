"""Our count is the one that the published figures were made with: the scorer beside the data, on real texts."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from secondsource.collect import Given, document_of_text
from secondsource.read.english import EnglishReader
from secondsource.records import Document, ResolvedStatement
from secondsource.resolve import resolve_when
from secondsource.score import Scored, TextToScore, account_of, find_gold, read_gold, score
from secondsource.show.statement_lines import statement_lines

DATA = Path(os.environ.get("SECONDSOURCE_DATA", Path(__file__).parents[2] / "../shared/data"))
SCORER = DATA.parent / "tools" / "score_reading.py"
ODD = [f for f in sorted(DATA.glob("training/*.gold.json")) if int(f.name[1:-10]) % 2]

pytestmark = pytest.mark.skipif(
    not (ODD and SCORER.exists()), reason=f"no annotated texts and scorer in {DATA} (set SECONDSOURCE_DATA)"
)


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[Scored, dict[str, Any]]:
    """Our score and the other's, of one reading."""
    folder = tmp_path_factory.mktemp("odd")
    for file in ODD:
        for name in (file.name, file.name.replace(".gold.json", ".txt")):
            (folder / name).symlink_to(file.with_name(name))
    lines, texts = [], []
    for name in find_gold(folder):
        gold = read_gold(folder, name)
        given = Given(published=gold.published, language="en")
        document = document_of_text(gold.text, given, datetime(1970, 1, 1, tzinfo=UTC))
        read = list(resolved(document))
        by_id = {r.statement.id: r for r in read}
        head, *told = statement_lines(document, [r.statement for r in read], by_id)
        lines += [json.dumps({**json.loads(head), "path": f"{name}.txt"}), *told]
        in_order = (by_id[json.loads(line)["id"]] for line in told)
        accounts = tuple(map(account_of, in_order))
        texts.append(TextToScore(name=name, text=gold.text, annotated=gold.accounts, read=accounts))
    predictions = tmp_path_factory.mktemp("read") / "read.jsonl"
    predictions.write_text("\n".join(lines), encoding="utf-8")
    command = [sys.executable, str(SCORER), str(folder), str(predictions), "--json"]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return score(texts), json.loads(printed)


def resolved(document: Document) -> Iterator[ResolvedStatement]:
    """What the reader finds in a text, with its days."""
    for statement in EnglishReader().read(document):
        when = getattr(statement.proposition, "when", None)
        day = resolve_when(when, document.published) if when else None
        yield ResolvedStatement(
            statement=statement, known=document.published, outlet=None, actors=(), when=day
        )


def test_totals_and_kinds_are_the_same(both: tuple[Scored, dict[str, Any]]) -> None:
    ours, theirs = both
    assert len(ours.texts) > 100
    assert {
        c.name: {
            "p": round(c.precision, 4),
            "r": round(c.recall, 4),
            "f": round(c.f1, 4),
            "predicted": c.read,
            "annotated": c.annotated,
        }
        for c in ours.kinds
    } == theirs["kinds"]
    assert round(ours.reading_score, 4) == theirs["reading_score"]


def test_fields_and_texts_are_the_same(both: tuple[Scored, dict[str, Any]]) -> None:
    ours, theirs = both
    assert {f.name: round(f.agreement, 4) for f in ours.fields} == theirs["fields"]
    assert {c.name: round(c.f1, 4) for c in ours.texts} == theirs["articles"]
