"""What changed, what would change and what is not claimed, asked at the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .test_cli import Run, run  # noqa: F401

PAPERS = {
    "Courier": (
        "2021-03-04",
        "Convoy attacked\n\nThe Red Banner Front claimed responsibility for an ambush of an army convoy in Alun "
        "on 3 March 2021. The front has not claimed attacks on schools.\n",
    ),
    "Coast Wire": (
        "2021-03-05",
        "Two soldiers die\n\nGunmen ambushed an army convoy in Alun on 3 March 2021 and killed two soldiers, a "
        "reporter of this agency saw.\n",
    ),
    "Harbour Post": (
        "2021-03-06",
        "Trouble on the road\n\nGunmen ambushed an army convoy in Alun on 3 March 2021, Coast Wire "
        "reported.\n",
    ),
}


@pytest.fixture
def asked(run: Run) -> Run:  # noqa: F811
    run("init")
    for outlet, (day, text) in PAPERS.items():
        Path(f"{outlet}.txt").write_text(text, encoding="utf-8")
        run("add", f"{outlet}.txt", "--published", day, "--outlet", outlet)
    return run


def test_what_became_known_after_a_day_changes_a_verdict(asked: Run) -> None:
    text = asked("changes", "--since", "2021-03-04").stdout
    assert "2 documents came in, beside 1 known by then" in text
    assert "That it happened: not addressed → partly corroborated" in text
    assert "“Gunmen ambushed an army convoy in Alun on 3 March 2021" in text
    plain = json.loads(asked("changes", "--since", "2021-03-04", "--as-of", "2021-03-05", "--json").stdout)
    assert (plain["documents_before"], plain["documents_new"]) == (1, 1)


def test_between_one_day_and_itself_nothing_changed(asked: Run) -> None:
    assert "Nothing changed." in asked("changes", "--since", "2021-03-05", "--as-of", "2021-03-05").stdout


def test_days_the_wrong_way_round_are_told(asked: Run) -> None:
    told = asked("changes", "--since", "2021-03-05", "--as-of", "2021-03-04", status=1).stderr
    assert "nothing can be known after 2021-03-05 and by 2021-03-04" in told


def test_a_document_added_and_withdrawn_changes_nothing(asked: Run) -> None:
    [document] = [
        d["id"] for d in json.loads(asked("documents", "--json").stdout) if d["outlet"] == "Coast Wire"
    ]
    [quoting] = [
        d["id"] for d in json.loads(asked("documents", "--json").stdout) if d["outlet"] == "Harbour Post"
    ]
    for withdrawn in (document, quoting):
        asked("withdraw", withdrawn, "--why", "sent by mistake")
    plain = json.loads(asked("changes", "--since", "2021-03-04", "--json").stdout)
    assert plain["documents_new"] == 0
    assert [e["key"] for e in plain["entries"]] == ["decisions"]
    assert all(e["key"] == "decision" for e in plain["entries"][0]["entries"])


def test_a_withdrawal_tells_what_it_changed(asked: Run) -> None:
    for row in json.loads(asked("documents", "--json").stdout):
        if row["outlet"] != "Courier":
            asked("withdraw", row["id"], "--why", "sent by mistake")
    text = asked("changes", "--since", "2021-03-06").stdout
    assert "“Two soldiers die” (Coast Wire) was withdrawn, by Ada on" in text
    assert "Of what was known then, 1 claim or tie changes by them" in text
    assert "That it happened: partly corroborated → not addressed" in text


def test_without_the_agency_the_paper_that_quotes_it_falls_too(asked: Run) -> None:
    text = asked("whatif", "--without", "coast wire").stdout
    assert text.startswith("Without Coast Wire: 1 document left out, and in others 1 statement on its word")
    assert "That it happened: partly corroborated → not addressed" in text
    assert json.loads(asked("claims", "--json").stdout)[0]["event"] == "partly corroborated"


def test_several_may_be_left_out_and_an_unknown_one_is_told(asked: Run) -> None:
    plain = json.loads(asked("whatif", "--without", "Courier", "--without", "Harbour Post", "--json").stdout)
    assert plain["documents_left_out"] == 2
    assert plain["claims_gone"] == 1
    assert "Nearest: Coast Wire" in asked("whatif", "--without", "Coast Wyre", status=1).stderr


def test_what_is_not_claimed_is_an_answer(asked: Run) -> None:
    text = asked("not-claimed", "Red Banner Front").stdout
    assert "Red Banner Front claims 1 attack here" in text
    assert "Attacks on schools, of which a text says that they are not claimed:" in text
    assert "“The front has not claimed attacks on schools.”" in text
    plain = json.loads(asked("not-claimed", "Red Banner Front", "--json").stdout)
    assert plain["claims"] == 1
    assert "Nearest: Red Banner Front" in asked("not-claimed", "Red Baner Front", status=1).stderr
