"""Words and codes: every list says where it comes from, and its examples do what they say."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

import secondsource.read.records as records
from secondsource.read.records import actors
from secondsource.read.records.actors import is_nobody, is_victims, kind_of, mention_of
from secondsource.read.records.citations import cited
from secondsource.read.records.columns import Cell
from secondsource.read.records.holders import bare
from secondsource.read.records.holders import kind_of as holder_kind
from secondsource.records import DataSet, EventType

WORDS = Path(records.__file__).with_name("words")


def table(name: str) -> dict[str, dict[str, str]]:
    """The tables of a file of words."""
    data = tomllib.loads((WORDS / name).read_text(encoding="utf-8"))
    return {k: v for k, v in data.items() if isinstance(v, dict)}


@pytest.mark.parametrize("path", sorted(WORDS.iterdir()), ids=lambda p: p.name)
def test_list_says_where_it_comes_from(path: Path) -> None:
    head = " ".join(path.read_text(encoding="utf-8").splitlines()[:8])
    assert (
        all(w in head for w in ("format 1", "licence: Apache-2.0", "checked by", "codebook"))
        or "UCDP" in head
    )


@pytest.mark.parametrize("name", sorted(table("actors.toml")))
def test_example_of_a_side_is_told_from_what_is_none(name: str) -> None:
    tests: dict[str, Callable[[str], bool]] = {
        "begins": is_nobody,
        "whole": is_nobody,
        "victims": is_victims,
        "state": lambda n: kind_of(n).value == "state",
        "organ": lambda n: kind_of(n).value == "organ",
        "collective": lambda n: mention_of(Cell(n, 0)).is_collective,
    }
    entry = table("actors.toml")[name]
    assert tests[name](entry["example"])
    assert not tests[name](entry["not_example"])


def test_example_of_a_holder_is_of_its_kind() -> None:
    data = tomllib.loads((WORDS / "holders.toml").read_text(encoding="utf-8"))
    assert [holder_kind(k["example"]).value for k in data["kind"]] == [k["kind"] for k in data["kind"]]
    assert holder_kind(data["example"]).value == "agency"
    assert holder_kind(data["not_example"]).value != "agency"


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ('"military"', "military"),
        ("“the mayor”", "the mayor"),
        ('newspaper "Velsk Times"', 'newspaper "Velsk Times"'),
        ("Source: Sorna Wire.", "Sorna Wire"),
        ("According to the mayor,", "the mayor"),
        ("the U.N.", "the U.N."),
        ('"', '"'),
        ("...", "..."),
    ],
)
def test_what_stands_around_a_name_falls_away(words: str, kept: str) -> None:
    cell = bare(Cell(words, 3))
    assert cell.words == kept
    assert words[cell.start - 3 : cell.end - 3] == kept


def test_event_types_are_ours_or_left_out_and_no_code_stands_twice() -> None:
    text = (WORDS / "event_types.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))
    codes = [(DataSet(r["data_set"]), r["code"].lower()) for r in rows]
    assert len(set(codes)) == len(codes)
    assert {r["type"] for r in rows if r["type"]} <= {t.value for t in EventType}
    assert {r["data_set"] for r in rows if not r["type"]} == {"gdelt"}


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Military Forces of Sorna (2020-2022) Border Guard", "Military Forces of Sorna Border Guard"),
        ("Police Forces of Sorna (2020-)", "Police Forces of Sorna"),
        ("Government of Sorna (Marshland)", "Government of Sorna"),
        ("Marsh Army (North)", "Marsh Army (North)"),
        ("(2020-)", "(2020-)"),
    ],
)
def test_name_leaves_out_years_and_a_states_other_name(name: str, shown: str) -> None:
    assert mention_of(Cell(name, 0)).name == shown


@pytest.mark.parametrize(
    ("citation", "outlets"),
    [
        ('Sorna Wire 1989-05-17 "REBELS BLOW UP A BRIDGE', ["Sorna Wire"]),
        ('Sorna Wire, 2009-11-15, "Two killed', ["Sorna Wire"]),
        ("Reuters5/8/1993 Nine killed in Velsk.", ["Reuters"]),
        ("Xinhua220606 /(2)AFP 22 June 2006 \"Four killed", ["Xinhua", "AFP"]),
        ("Velsk TV, Velsk, in Sornese and Marsh 0630 gmt 14 Aug 11", ["Velsk TV"]),
        ("Marsh Radio website on 30 July 2008", ["Marsh Radio website"]),
        ("Sorna Centre - for human rights, https://example.org/ on file", ["Sorna Centre"]),
        ('"Help the Marsh,2013-01-03,Thursday";"MOHR,2013-01-03,A title"', ["Help the Marsh", "MOHR"]),
        ("Sorna troops kill 15 fighters - sources 8 March 2011 Sorna Wire", []),
        ("June 18 (Sorna Wire)", []),
        ("Sorna Yearbook 2007", []),
        ("2 killed in Velsk, 3 May 2010", []),
        ("", []),
    ],
)  # fmt: skip
def test_outlet_is_taken_out_of_a_citation_only_where_its_form_is_sure(
    citation: str, outlets: list[str]
) -> None:
    assert [c.words for c in cited(Cell(citation, 7))] == outlets


def test_lists_of_sides_are_all_used() -> None:
    assert set(table("actors.toml")) == set(actors._LISTS)
