"""Annotations as people write them: two ways to give a place, and every slip named with its file and statement."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from secondsource.errors import GoldError
from secondsource.records import EventType, Stance
from secondsource.score import find_gold, read_gold
from secondsource.score.accounts import ToldEvent

TEXT = "Alun.\r\nRed Banner Front struck a convoy. A convoy burned.\r\n"
EVENT: dict[str, Any] = {"type": "air_strike", "by": [{"actor": "RBF", "status": "reported"}]}
STATEMENT: dict[str, Any] = {"kind": "event", "start": 7, "end": 40, "stance": "asserts", "event": EVENT}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one text."""
    (tmp_path / "a.txt").write_bytes(TEXT.encode())
    return tmp_path


def annotate(folder: Path, statement: dict[str, Any], **top: Any) -> None:
    gold = {"actors": {"RBF": ["Red Banner Front"]}, "statements": [statement], **top}
    (folder / "a.gold.json").write_text(json.dumps(gold), encoding="utf-8")


@pytest.mark.parametrize(
    "place",
    [
        {"start": 7, "end": 40},
        {"start": 7, "end": 40, "evidence": "Red Banner Front struck a convoy."},
        {"start": None, "end": None, "evidence": "Red Banner Front struck a convoy."},
    ],
)
def test_a_place_is_offsets_or_words(folder: Path, place: dict[str, Any]) -> None:
    annotate(folder, {**STATEMENT, **place})
    [account] = read_gold(folder, "a").accounts
    assert (account.span.start, account.span.end) == (7, 40)
    assert account.stance is Stance.ASSERTS
    assert isinstance(account.told, ToldEvent)
    assert account.told.type is EventType.AIR_STRIKE
    assert account.told.by[0][0] == ("Red Banner Front",)


def test_the_example_in_the_docs_can_be_scored(folder: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "measuring.md").read_text(encoding="utf-8")
    [example] = re.findall(r"```json\n(.*?)```", page, re.DOTALL)
    (folder / "a.txt").write_text(json.loads(example)["statements"][0]["evidence"], encoding="utf-8")
    (folder / "a.gold.json").write_text(example, encoding="utf-8")
    assert read_gold(folder, "a").accounts[0].is_claim


def test_nth_picks_among_equal_words(folder: Path) -> None:
    annotate(folder, {**STATEMENT, "start": None, "evidence": "onvoy", "nth": 2})
    [account] = read_gold(folder, "a").accounts
    assert TEXT[: account.span.start].endswith("A c")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"kind": "gossip"}, 'statement 1: kind "gossip" is none of event, tie,'),
        ({"kind": None}, 'statement 1: has no "kind"'),
        ({"end": 4000}, "statement 1: its span 7 to 4000 lies off the text"),
        ({"start": 50}, "its span 50 to 40"),
        ({"start": True}, '"start" is no whole number'),
        ({"end": None}, 'has neither "start" and "end" nor "evidence"'),
        ({"end": None, "evidence": "nobody said so"}, 'the text doesn\'t hold "nobody said so"'),
        ({"end": None, "evidence": "convoy", "nth": 3}, 'hold "convoy" 3 times'),
        ({"evidence": "Alun."}, "not its evidence"),
        ({"stance": "hopes"}, 'stance "hopes" is none of asserts, denies, doubts'),
        ({"chain": ["Herald"]}, '"Herald" is not among its actors'),
        ({"chain": "RBF"}, '"chain" is no list'),
        ({"optional": "yes"}, '"optional" is neither true nor false'),
        ({"event": None}, '"event" is no JSON object'),
        ({"event": {**EVENT, "type": "party"}}, 'type "party" is none of attack,'),
        ({"event": {**EVENT, "by": [{"actor": "RBF", "status": "said"}]}}, 'status "said" is none of'),
        ({"event": {**EVENT, "by": ["RBF"]}}, 'an entry of "by" is no JSON object'),
        ({"event": {**EVENT, "killed": 3}}, '"killed" is no [least, most]'),
        ({"event": {**EVENT, "on": [" "]}}, '"on" holds something that is no words'),
        ({"event": {**EVENT, "when": 2031}}, '"when" is no words'),
    ],
)
def test_what_is_wrong_is_said_with_its_statement(folder: Path, change: dict[str, Any], said: str) -> None:
    annotate(folder, {**STATEMENT, **change})
    with pytest.raises(GoldError) as caught:
        read_gold(folder, "a")
    assert caught.value.what.endswith("a.gold.json")
    assert said in caught.value.reason


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"{", "can't be used: Expecting property name"),
        (b"[]", "it is no JSON object"),
        (b"\xff\xff\xff", "can't be used"),
        (b"[" * 100_000, "can't be used"),
        (b'{"statements": []}', '"actors" is no JSON object'),
        (b'{"actors": {"A": []}, "statements": []}', 'actors: "A" has no names'),
        (b'{"actors": {}, "statements": [], "published": 2031}', '"published" is no words'),
    ],
)
def test_what_is_no_annotation_is_refused(folder: Path, content: bytes, said: str) -> None:
    (folder / "a.gold.json").write_bytes(content)
    with pytest.raises(GoldError, match=r"a\.gold\.json") as caught:
        read_gold(folder, "a")
    assert said in caught.value.reason


def test_every_wrong_statement_is_named_at_once(folder: Path) -> None:
    slips = [{**STATEMENT, "kind": "gossip"}, STATEMENT, {**STATEMENT, "end": 4000}]
    annotate(folder, {}, statements=slips)
    with pytest.raises(GoldError, match=r"statement 1: .*; statement 3: "):
        read_gold(folder, "a")


def test_annotations_without_their_text_are_told(folder: Path) -> None:
    annotate(folder, STATEMENT)
    (folder / "a.txt").unlink()
    with pytest.raises(GoldError, match="is not there, though its annotations are"):
        read_gold(folder, "a")
    (folder / "a.txt").write_bytes(b"\xff")
    with pytest.raises(GoldError, match="is not in UTF-8"):
        read_gold(folder, "a")


def test_a_folder_without_annotations_says_what_to_do(folder: Path) -> None:
    with pytest.raises(GoldError, match="judge export"):
        find_gold(folder)
    with pytest.raises(GoldError, match="no such folder"):
        find_gold(folder / "nowhere")
