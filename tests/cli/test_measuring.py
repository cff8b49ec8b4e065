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
    (tmp_path / "gold" / "notes.txt").write_text("not annotated")
    done = run("score", "gold", "--json", status=1)
    assert 'b.gold.json: can\'t be used: statement 1: type "party" is none of attack' in done.stderr
    assert "c.gold.json: its day of publication is no day" in done.stderr
    assert "1 text passed over without a .gold.json beside it: notes" in done.stderr
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


REPORT = (
    "Rebels split\n\nThe Red Banner Front (RBF) is backed by Sarmania, the interior ministry said on Monday. "
    "Sarmania denied that it backs the front. The front warned of more attacks on oil wells. No group has claimed "
    "the bombing of the depot in Alun on 2 March, which killed three guards and wounded at least ten people.\n"
)


@pytest.fixture
def case(run: Run, tmp_path: Path) -> Run:
    """A case with two documents."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "claim.txt").write_text(CLAIM, encoding="utf-8")
    (folder / "report.txt").write_text(REPORT, encoding="utf-8", newline="\r\n")
    run("init")
    run("add", "articles", "--published", "2031-03-04", "--outlet", "Alun Herald")
    return run


def rows(run: Run, *words: str) -> list[dict[str, Any]]:
    """A table of the case."""
    found: list[dict[str, Any]] = json.loads(run(*words, "--json").stdout)
    return found


def test_what_was_checked_scores_one_when_it_is_read_again(case: Run, tmp_path: Path) -> None:
    documents = [d["id"] for d in rows(case, "documents")]
    told = rows(case, "statements")
    case("judge", "accept", *documents, "--why", "checked")
    exported = rows(case, "judge", "export", "--as", "articles", "gold")
    assert [e["written"] for e in exported] == [True, True]
    assert sum(e["statements"] for e in exported) == len(told) > 5
    scored = json.loads(case("score", "gold", "--errors", "--json").stdout)
    assert scored["errors"] == []
    assert (scored["reading_score"], scored["kinds"][0]["annotated"]) == (1, len(told))
    assert {k["kind"] for k in scored["kinds"]} >= {"all", "claims", "event", "tie", "naming", "threat"}
    [report] = (tmp_path / "gold").glob("report-*.txt")
    assert report.read_bytes() == (tmp_path / "articles" / "report.txt").read_bytes()


def test_rejected_statements_are_left_out_and_count_as_false(case: Run) -> None:
    [document] = [d["id"] for d in rows(case, "documents") if d["path"].endswith("claim.txt")]
    [first, *others] = rows(case, "statements", document)
    case("judge", "reject", first["id"], "--why", "not what it says")
    case("judge", "accept", document, "--why", "checked")
    [exported] = rows(case, "judge", "export", "gold")
    assert (exported["statements"], exported["rejected"]) == (len(others), 1)
    scored = json.loads(case("score", "gold", "--errors", "--json").stdout)
    assert [(e["error"], e["words"]) for e in scored["errors"]] == [("false", first["quote"])]


def test_a_document_judged_in_part_is_named_and_not_written(case: Run, tmp_path: Path) -> None:
    first = rows(case, "statements")[0]
    case("judge", "accept", first["id"], "--why", "right")
    done = case("judge", "export", "gold", status=1)
    assert "1 of its" in done.stderr
    assert "the document is not accepted" in done.stderr
    assert "secondsource judge accept DOCUMENT" in done.stderr
    assert not (tmp_path / "gold").exists()
    case("judge", "accept", first["document"], "--why", "checked")
    assert len(rows(case, "judge", "export", "gold")) == 1
    # Taking the word back, or leaving the document out, takes the mark away.
    made = rows(case, "judge", "--list")[-1]
    case("judge", "undo", made["id"], "--why", "not yet")
    case("judge", "export", "elsewhere", status=1)


def test_a_file_that_is_there_is_never_written_over(case: Run, tmp_path: Path) -> None:
    case("judge", "accept", rows(case, "documents")[0]["id"], "--why", "checked")
    case("judge", "export", "gold")
    [gold] = (tmp_path / "gold").glob("*.gold.json")
    gold.write_text("mended by hand", encoding="utf-8")
    done = case("judge", "export", "gold")
    assert "1 there before and left alone" in done.stderr
    assert gold.read_text(encoding="utf-8") == "mended by hand"


def test_a_folder_that_cannot_be_written_is_told(case: Run, tmp_path: Path) -> None:
    case("judge", "accept", rows(case, "documents")[0]["id"], "--why", "checked")
    (tmp_path / "gold").write_text("a file")
    assert "gold: can't be written to: " in case("judge", "export", "gold", status=1).stderr


def test_statements_are_listed_for_judging_and_taken_back(case: Run, tmp_path: Path) -> None:
    listed = case("statements", "--csv").stdout
    head, first, *others = listed.splitlines()
    assert head.endswith(",judged,judgement,why")
    (tmp_path / "edited.csv").write_text(
        "\n".join((head, f"{first[:-1]}reject,wrong", *others)), encoding="utf-8"
    )
    case("judge", "--from", "edited.csv")
    assert [s["judged"] for s in rows(case, "statements")] == ["reject"] + [None] * len(others)


def test_an_option_before_the_decision_is_refused(case: Run) -> None:
    """It would name another case than the one that is judged."""
    done = case("judge", "--case", "other.db", "note", "Red Banner Front", "--why", "ask again", status=2)
    assert 'behind "note"' in done.stderr


def test_documents_are_accepted_apart_from_other_things(case: Run) -> None:
    first = rows(case, "statements")[0]
    done = case("judge", "accept", first["id"], first["document"], "--why", "right", status=1)
    assert "Accept them one after the other" in done.stderr
