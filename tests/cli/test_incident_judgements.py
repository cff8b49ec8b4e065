"""Incidents at the command line: one claim of two attacks, splits and merges that are kept and can be taken back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from .test_cli import Run, run  # noqa: F401

PAGES = {
    "north.txt": ("2025-03-05", "Northern Post", "A bomb exploded at a market in Mosul on 3 March 2025."),
    "tikrit.txt": ("2025-03-06", "Tikrit Daily", "Gunmen attacked a checkpoint in Tikrit on 4 March 2025."),
    "radio.txt": ("2025-03-06", "Radio Mosul", "The market in Mosul was bombed on 3 March 2025."),
    "claim.txt": (
        "2025-03-07",
        "Courier",
        "The Reed Brigades claimed responsibility for the two attacks in Mosul and Tikrit.",
    ),
}


@pytest.fixture
def desk(run: Run) -> Run:  # noqa: F811
    """A case of two attacks, told by three outlets, and a claim of both."""
    run("init")
    for name, (published, outlet, text) in PAGES.items():
        Path(name).write_text(text + "\n", encoding="utf-8")
        run("add", name, "--published", published, "--outlet", outlet)
    return run


def listed(desk: Run, what: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(desk(what, "--json").stdout)
    return rows


def sizes(desk: Run) -> list[int]:
    """How many statements each incident has."""
    return sorted(i["statements"] for i in listed(desk, "incidents"))


def test_a_claim_that_covers_two_attacks_belongs_to_both_incidents(desk: Run) -> None:
    assert sizes(desk) == [2, 3]
    assert all("Reed Brigades (claimed)" in i["by"] for i in listed(desk, "incidents"))
    assert [c["event"] for c in listed(desk, "claims")] == ["partly corroborated"] * 2


@pytest.mark.parametrize("quote", ["Radio", "Northern"])
def test_a_split_is_kept_and_its_undoing_restores_all(desk: Run, quote: str) -> None:
    before = desk("digest").stdout
    outlets = {d["id"]: d["outlet"] for d in listed(desk, "documents")}
    told = next(s["id"] for s in listed(desk, "statements") if quote in outlets[s["document"]])
    mosul = next(i["id"] for i in listed(desk, "incidents") if i["place"] == "Mosul")
    (made,) = json.loads(desk("judge", "split", mosul, told, "--why", "another bomb", "--json").stdout)
    assert sizes(desk) == [1, 2, 2]
    desk("rebuild")
    assert sizes(desk) == [1, 2, 2]
    desk("judge", "undo", made["id"], "--why", "the same bomb after all")
    assert sizes(desk) == [2, 3]
    assert desk("digest").stdout == before
    assert len(json.loads(desk("judge", "--list", "--json").stdout)) == 2


def test_a_merge_is_kept_and_its_undoing_restores_all(desk: Run) -> None:
    before = desk("digest").stdout
    (made,) = json.loads(
        desk(
            "judge", "same", *(i["id"] for i in listed(desk, "incidents")), "--why", "one raid", "--json"
        ).stdout
    )
    desk("rebuild")
    assert sizes(desk) == [5]
    desk("judge", "undo", made["id"], "--why", "two raids")
    assert sizes(desk) == [2, 3]
    assert desk("digest").stdout == before
