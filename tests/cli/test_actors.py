"""Actors at the command line: listed, suggested, decided, imported."""

from __future__ import annotations

import json
from pathlib import Path

from .test_cli import Run, run  # noqa: F401

TEXT = (
    "Blasts in Alun\n\nUsbat al-Sedran claimed responsibility for an attack on a convoy in Alun on 3 March 2031. "
    "The League of Sedran attacked a checkpoint in Alun on 4 March 2031.\n"
)
LIST = "name,kind,country,names,acronyms,from,to,wikidata\nUsbat al-Sedran,group,,League of Sedran,,,,\n"


def test_what_may_be_one_is_suggested_until_it_is_decided(run: Run) -> None:  # noqa: F811
    Path("one.txt").write_text(TEXT, encoding="utf-8")
    run("init")
    run("add", "one.txt", "--published", "2031-03-05", "--outlet", "Courier")
    (found,) = json.loads(run("actors", "suggestions", "--json").stdout)
    assert {found["one"], found["other"]} == {"Usbat al-Sedran", "League of Sedran"}
    assert found["evidence"].startswith("the same words")
    assert 0.5 <= found["probability"] < 1
    run("judge", "not-same", found["one_id"], found["other_id"], "--why", "two groups")
    assert json.loads(run("actors", "suggestions", "--json").stdout) == []
    run("judge", "same", found["one_id"], found["other_id"], "--why", "one after all")
    names = [a["name"] for a in json.loads(run("actors", "--json").stdout)]
    assert len(set(names) & {"Usbat al-Sedran", "League of Sedran"}) == 1


def test_a_list_of_ones_own_joins_what_it_says_is_one(run: Run) -> None:  # noqa: F811
    Path("one.txt").write_text(TEXT, encoding="utf-8")
    Path("mine.csv").write_text(LIST, encoding="utf-8")
    run("init")
    run("add", "one.txt", "--published", "2031-03-05", "--outlet", "Courier")
    assert "1 actor added" in run("actors", "import", "mine.csv").stderr
    assert "0 actors added" in run("actors", "import", "mine.csv").stderr
    joined = [a for a in json.loads(run("actors", "--json").stdout) if "Sedran" in a["name"]]
    assert len(joined) == 1
    assert joined[0]["is_new"] is False
    assert json.loads(run("actors", "suggestions", "--json").stdout) == []


def test_a_broken_list_is_refused_and_nothing_is_kept(run: Run) -> None:  # noqa: F811
    Path("mine.csv").write_text("name,kind\nX,group\n", encoding="utf-8")
    run("init")
    assert "mine.csv, line 1" in run("actors", "import", "mine.csv", status=1).stderr
