"""Names of groups in texts without capitals: abbreviations, names before words for fighters, armed forces."""

from __future__ import annotations

import pytest

from secondsource.records import ByStatus
from tests.read.english.reading import doers_in

NAMED = [
    ("the fndr attacked a bus near velsk on 3 march.", "fndr"),
    ("bright path members murdered four farmers in velsk.", "bright path"),
    ("two farmers were killed by bright path guerrillas yesterday.", "bright path"),
    (
        "the army of the coast (eda) is an old group.  a judge was kidnapped by eda rebels in velsk.",
        "army of the coast",
    ),
    ("the armed forces killed two farmers near velsk.", "armed forces"),
    ("death squads murdered a priest in velsk on 3 march.", "death squads"),
]

UNNAMED = [
    "a ship's crew members attacked a guard in velsk.",
    "at 2100 gmt unidentified men attacked a bus near velsk.",
    "mrs smith attacked the plan in parliament.",
    "several armed men attacked a bus near velsk.",
]


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_group_is_named_without_capitals(text: str, name: str) -> None:
    assert doers_in(text, ByStatus.REPORTED) == {name}


@pytest.mark.parametrize("text", UNNAMED)
def test_plain_words_without_capitals_name_no_group(text: str) -> None:
    assert doers_in(text, ByStatus.REPORTED) == set()
