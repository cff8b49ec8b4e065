"""A user measures the reader on texts of his own, and makes such texts from a case that he checked."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.test_cli import CLAIM, Run, run

__all__ = ["run"]

SENTENCE = CLAIM.split("\n\n")[1].partition(". ")[0] + "."


def annotated(name: str, folder: Path, *events: dict[str, Any], **top: Any) -> None:
    """Writes a text with events in its first sentence, told by the group itself."""
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.txt").write_text(CLAIM, encoding="utf-8")
    statements = [
        {"kind": "event", "evidence": SENTENCE, "chain": ["RBF"], "stance": "asserts", "event": e}
        for e in events
    ]
    gold = {"published": "2031-03-04", "actors": {"RBF": ["Red Banner Front"]}, "statements": statements}
    (folder / f"{name}.gold.json").write_text(json.dumps({**gold, **top}), encoding="utf-8")


CLAIMED = {
    "type": "ambush",
    "by": [{"actor": "RBF", "status": "claimed"}],
    "on": ["an army convoy"],
    "place": ["Alun"],
    "when": "2031-03-03",
}


def test_a_folder_is_scored_with_every_error_in_its_words(run: Run, tmp_path: Path) -> None:
    annotated("a", tmp_path / "gold", {**CLAIMED, "when": "2031-03-02"})
    scored = json.loads(run("score", "gold", "--errors", "--json").stdout)
    [everything, claims, *_] = scored["kinds"]
    assert (everything["kind"], claims["kind"], claims["annotated"]) == ("all", "claims", 1)
    assert 0 < scored["reading_score"] < 1
    [when] = [e for e in scored["errors"] if e["error"] == "when"]
    assert (when["annotated"], when["read"], when["words"]) == ("2031-03-02", "2031-03-03", SENTENCE)
    drawn = run("score", "gold", "--errors")
    assert "annotated: 2031-03-02" in drawn.stdout
    assert "Reading score 0." in drawn.stderr
    assert "errors" not in json.loads(run("score", "gold", "--json").stdout)


def test_a_text_that_cannot_be_scored_is_named_and_the_rest_goes_on(run: Run, tmp_path: Path) -> None:
    annotated("a", tmp_path / "gold", CLAIMED)
    annotated("b", tmp_path / "gold", {**CLAIMED, "type": "party"})
    annotated("c", tmp_path / "gold", CLAIMED, published="last week")
    done = run("score", "gold", "--json", status=1)
    assert 'b.gold.json: can\'t be used: statement 1: type "party" is none of attack' in done.stderr
    assert "c.gold.json: its day of publication is no day" in done.stderr
    scored = json.loads(done.stdout)
    assert [t["text"] for t in scored["texts"]] == ["a"]
    assert len(scored["left_out"]) == 2


def test_a_text_that_no_reader_reads_counts_as_missed(run: Run, tmp_path: Path) -> None:
    annotated("a", tmp_path / "gold", CLAIMED, language="fr")
    done = run("score", "gold", "--json", status=1)
    assert "a: not read, so all that is annotated in it counts as missed: no reader for fr" in done.stderr
    assert json.loads(done.stdout)["kinds"][0] == {
        "kind": "all", "precision": 0, "recall": 0, "f1": 0, "read": 0, "annotated": 1,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("folder", "said"), [("nowhere", "no such folder"), (".", "holds no NAME.gold.json")]
)
def test_a_folder_without_annotations_says_what_to_do(run: Run, folder: str, said: str) -> None:
    assert said in run("score", folder, status=1).stderr
