"""The command line as a user meets it: a case made, fed, asked and judged, one command after the other."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from rich.console import Console

from secondsource.cli import main, printing
from secondsource.show.tables import Table


@dataclass(frozen=True, slots=True)
class Done:
    """What a command left: its exit status and what it printed."""

    status: int
    stdout: str
    stderr: str


Run = Callable[..., Done]

CLAIM = (
    "Two soldiers die in Alun\n\nThe Red Banner Front claimed responsibility for an ambush of an army convoy "
    "in Alun on 3 March 2031. The front said that two soldiers were killed.\n"
)
REPORT = (
    "Convoy attacked\n\nGunmen attacked an army convoy in Alun on 3 March 2031 and killed two soldiers.\n"
)
ARABIC = (
    "أعلنت الجماعة مسؤوليتها عن الهجوم على القافلة في المدينة يوم الاثنين، وقالت إن جنديين قتلا في الهجوم.\n"
)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs one command in a folder of its own, through the entry point that the shell calls."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SECONDSOURCE_USER", "Ada")
    monkeypatch.delenv("SECONDSOURCE_CASE", raising=False)

    def call(*words: str, stdin: str = "", status: int = 0) -> Done:
        monkeypatch.setattr(sys, "argv", ["secondsource", *words])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8"))
        code = 0
        try:
            main()
        except SystemExit as stop:
            code = int(stop.code or 0)
        printed = capsys.readouterr()
        assert code == status, printed.err
        return Done(code, printed.out, printed.err)

    return call


@pytest.fixture
def case(run: Run, tmp_path: Path) -> Run:
    """A case with three documents in it, one of which no reader reads."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "claim.txt").write_text(CLAIM, encoding="utf-8")
    (folder / "report.txt").write_text(REPORT, encoding="utf-8")
    (folder / "arabic.txt").write_text(ARABIC, encoding="utf-8")
    run("init")
    run("add", "articles", "--published", "2031-03-04")
    return run


def test_claim_is_listed_explained_and_judged(case: Run, tmp_path: Path) -> None:
    [claim] = json.loads(case("claims", "--json").stdout)
    assert claim["claimant"] == "Red Banner Front"
    assert claim["day"] == "2031-03-03"
    tree = case("explain", claim["id"][:14]).stdout
    assert "Red Banner Front" in tree
    assert "claimed responsibility for an ambush" in tree

    rows = list(csv.DictReader(case("claims", "--csv").stdout.splitlines()))
    rows[0] |= {"judgement": "override: contradicted", "why": "the town does not exist"}
    with (tmp_path / "edited.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    case("judge", "--from", "edited.csv")
    assert json.loads(case("claims", "--json").stdout)[0]["event"] == "contradicted"

    [made] = json.loads(case("judge", "--list", "--json").stdout)
    assert (made["who"], made["why"]) == ("Ada", "the town does not exist")
    case("judge", "undo", made["id"], "--why", "it does")
    assert json.loads(case("claims", "--json").stdout)[0]["event"] == claim["event"]


def test_adding_a_folder_twice_changes_no_byte_that_is_derived(case: Run) -> None:
    before = case("digest").stdout
    again = case("add", "articles", "--published", "2031-03-04")
    assert "0 documents added, 3 known before" in again.stderr
    assert case("digest").stdout == case("rebuild").stdout == before


def test_brief_counts_what_was_not_read_and_search_finds_it(case: Run) -> None:
    brief = case("brief").stdout
    assert "Red Banner Front" in brief
    assert "no reader for ar" in brief
    found = json.loads(case("search", "القافلة", "--json").stdout)
    assert [hit["kind"] for hit in found] == ["document"]


def test_text_too_long_to_read_is_kept_and_told_in_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "dump.txt").write_text(CLAIM * 12_000, encoding="utf-8")
    (tmp_path / "claim.txt").write_text(CLAIM, encoding="utf-8")
    run("init")
    told = run("add", "dump.txt", "claim.txt", status=1).stderr.splitlines()
    assert told[0].startswith("dump.txt: is kept, but not read: longer than the 2,000,000 characters")
    assert re.fullmatch(r"2 documents added; 1 read with \d statements, 1 kept and not read\.", told[1])
    assert "longer than" in run("brief").stdout


def test_withdrawn_document_takes_its_claim_along_and_undo_brings_it_back(case: Run) -> None:
    [document] = [
        d for d in json.loads(case("documents", "--json").stdout) if d["path"].endswith("claim.txt")
    ]
    case("withdraw", document["id"], "--why", "retracted")
    assert json.loads(case("claims", "--json").stdout) == []
    [made] = json.loads(case("judge", "--list", "--json").stdout)
    case("judge", "undo", made["id"], "--why", "a mistake")
    assert len(json.loads(case("claims", "--json").stdout)) == 1


def test_forgotten_document_is_gone_for_good(case: Run, tmp_path: Path) -> None:
    [document] = [
        d for d in json.loads(case("documents", "--json").stdout) if d["path"].endswith("claim.txt")
    ]
    case("forget", document["id"], "--why", "the author asked")
    assert json.loads(case("search", "responsibility", "--json").stdout) == []
    # Not even adding it again brings it back.
    assert "0 documents added" in case("add", "articles/claim.txt", "--published", "2031-03-04").stderr


def test_as_of_knows_nothing_that_came_later(case: Run) -> None:
    assert json.loads(case("claims", "--json", "--as-of", "2031-03-03").stdout) == []
    assert len(json.loads(case("claims", "--json", "--as-of", "2031-03-04").stdout)) == 1


def test_bad_file_is_named_and_the_rest_goes_on(run: Run, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(CLAIM, encoding="utf-8")
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.7 cut off")
    run("init")
    done = run("add", "good.txt", "bad.pdf", status=1)
    assert "bad.pdf: " in done.stderr
    assert "1 document added, 1 failed; 1 read with" in done.stderr
    assert run("read", "good.txt", "bad.pdf", status=1).stdout.count('"kind": "document"') == 1


def test_read_prints_the_contract_and_keeps_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(CLAIM, encoding="utf-8")
    lines = [
        json.loads(line) for line in run("read", "a.txt", "--published", "2031-03-04").stdout.splitlines()
    ]
    assert lines[0]["kind"] == "document"
    assert lines[0]["text"] == CLAIM
    claimed = [
        b for x in lines[1:] if x["kind"] == "event" for b in x["event"]["by"] if b["status"] == "claimed"
    ]
    assert {b["name"] for b in claimed} == {"Red Banner Front"}
    assert CLAIM[claimed[0]["start"] : claimed[0]["end"]] == "Red Banner Front"
    assert {p.name for p in tmp_path.iterdir()} == {"a.txt"}


def test_standard_input_is_read(run: Run) -> None:
    out = run("read", "-", "--published", "2031-03-04", stdin=CLAIM).stdout
    assert "Red Banner Front" in out


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("claims",), 1, "secondsource init"),
        (("brief", "--as-of", "31 March"), 2, "2031-05-26"),
        (("judge",), 1, "secondsource init"),
        (("add",), 2, "secondsource add -h"),
        (("nonsense",), 2, "nonsense"),
    ],
)
def test_wrong_usage_says_what_to_do_next(run: Run, words: tuple[str, ...], status: int, said: str) -> None:
    assert said in run(*words, status=status).stderr


def test_judgement_without_a_reason_is_refused(case: Run) -> None:
    done = case("judge", "same", "Red Banner Front", "Gunmen", status=1)
    assert "--why" in done.stderr
    assert case("judge", "--list", "--json").stdout.strip() == "[]"


def test_sources_are_graded_and_owned(case: Run) -> None:
    case("sources", "grade", "Alun Herald", "b", "--why", "corrects its errors")
    done = case("sources", "grade", "Alun Herald", "G", "--why", "none", status=1)
    assert "A, B, C, D, E and F" in done.stderr
    case("sources", "owner", "Alun Herald", "Alun Press", "--why", "imprint")
    kinds = [j["field"] for j in json.loads(case("judge", "--list", "--json").stdout)]
    assert kinds == ["grade", "owner"]


def test_brief_that_cannot_be_written_names_the_file_and_what_to_do(case: Run) -> None:
    failed = case("brief", "--out", "no/such/folder/brief.md", status=1)
    assert "brief.md: was not written: " in failed.stderr
    assert "Traceback" not in failed.stderr


def test_unknown_format_is_answered_with_those_there_are(case: Run) -> None:
    failed = " ".join(case("brief", "--format", "pdf", status=2).stderr.replace("│", " ").split())
    assert '"pdf" is no format here; there are docx, html, json, md.' in failed


@pytest.mark.parametrize("width", [80, 120])
def test_a_drawn_table_keeps_verdicts_whole(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setattr(printing, "out", Console(width=width, highlight=False))
    name = "Popular Liberation Front of the Northern Districts"
    row = ("claim:0123456789", name, "Internationalestrasse", "2031-05-06", "uncorroborated", "not addressed")
    columns = ("id", "claimant", "place", "day", "event", "authorship")
    others = tuple((f"claim:{n}", f"Band {n}", f"Town {n}", f"2031-05-{n}", *row[4:]) for n in range(10, 20))
    printing.print_table(
        Table(name="claims", columns=columns, rows=(row, *others)), as_json=False, as_csv=False
    )
    lines = capsys.readouterr().out.splitlines()
    assert all(len(line) <= width for line in lines)
    assert sum("uncorroborated" in line for line in lines) == 11
    assert sum("addressed" in line for line in lines) == 11
