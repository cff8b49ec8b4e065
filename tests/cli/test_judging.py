"""Decisions that can't be carried out are refused before they are kept, and a file of them is taken whole or not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.test_cli import CLAIM, Run, run

__all__ = ["run"]


@pytest.fixture
def judged(run: Run, tmp_path: Path) -> Run:
    """A case with one claim."""
    (tmp_path / "claim.txt").write_text(CLAIM, encoding="utf-8")
    run("init")
    run("add", "claim.txt", "--published", "2031-03-04")
    return run


def test_no_judgement_can_lock_a_case(judged: Run, tmp_path: Path) -> None:
    claim = json.loads(judged("claims", "--json").stdout)[0]["id"]
    for words, said in (
        (("override", claim, "--field", "event", "--value", "nonsense"), "is no verdict"),
        (("override", claim, "--field", "sideways", "--value", "contested"), "is no side"),
        (("override", "claim:none", "--value", "contested"), "no claim of this case"),
        (("accept", "claim:none"), "no claim of this case"),
        (("undo", "judgement:none"), "no judgement of this case"),
        (("correct", "outlet:Ford Radio", "--field", "grade", "--value", "Z"), "is no grade"),
    ):
        assert said in judged("judge", *words, "--why", "because", status=1).stderr
    assert json.loads(judged("judge", "--list", "--json").stdout) == []


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (b"\xff\xfe,note,why", "is no CSV in UTF-8"),
        (b"ID,note," + b"y" * 200_000, "is no CSV in UTF-8"),
        (b"claim:none,accept,why", "line 3: claim:none: no claim of this case has that id"),
        (b"ID,override: nonsense,why", 'line 3: override: "nonsense" is no verdict'),
        (b"ID,promote,why", 'line 3: "promote" is no judgement'),
        (b"ID,reject,", "line 3: reject: a judgement needs a reason"),
    ],
)
def test_a_file_with_one_bad_line_is_not_taken_at_all(
    judged: Run, tmp_path: Path, rows: bytes, said: str
) -> None:
    claim = json.loads(judged("claims", "--json").stdout)[0]["id"].encode()
    good = claim + b",accept,seen by a colleague\n"
    (tmp_path / "edited.csv").write_bytes(b"id,judgement,why\n" + good + rows.replace(b"ID", claim) + b"\n")
    done = judged("judge", "--from", "edited.csv", status=1)
    assert said in done.stderr
    assert "edited.csv" in done.stderr
    assert json.loads(judged("judge", "--list", "--json").stdout) == []


def test_a_file_that_is_not_there_is_told(judged: Run, tmp_path: Path) -> None:
    assert "can't be read: no such file" in judged("judge", "--from", "gone.csv", status=1).stderr
    assert "can't be read: is a directory" in judged("judge", "--from", str(tmp_path), status=1).stderr


def test_what_a_reason_hides_is_shown_escaped(judged: Run) -> None:
    words = "\x1b]0;pwned\x07 \u202e"
    said = judged("sources", "grade", "Ford\x1b[31m", "B", "--why", words).stderr
    said += judged("judge", "--list").stderr
    assert "\\x1b[31m" in said
    assert "\\u202e" in said
    assert not any(c in said for c in "\x1b\x07\u202e")
