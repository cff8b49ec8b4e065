"""Every construct that the English reader must handle, with sentences of our own: one table a subject.

A table is `NAME.toml` beside this file: construct = cases. A case has a `text`; rows that must be found
(`holds`); rows that must not (`lacks`; an empty row is met by any statement); and, where the reader does not
manage it yet, why (`misses`): such a case must fail, so that a repair shows. Cases that hold nothing are
look-alikes. The groups and places are invented.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.read.english.constructs.facts import Asked, rows_of

TABLES = {
    path.stem: tomllib.loads(path.read_text(encoding="utf-8"))
    for path in sorted(Path(__file__).parent.glob("*.toml"))
}

CASES = [
    pytest.param(
        case["text"],
        [Asked.of(row) for row in case.get("holds", [])],
        [Asked.of(row) for row in case.get("lacks", [])],
        id=f"{table}-{construct}-{n}",
        marks=[pytest.mark.xfail(reason=case["misses"], strict=True)] if "misses" in case else [],
    )
    for table, constructs in TABLES.items()
    for construct, cases in constructs.items()
    for n, case in enumerate(cases, start=1)
]


@pytest.mark.parametrize(("text", "holds", "lacks"), CASES)
def test_text_says_what_the_table_holds_and_nothing_that_it_lacks(
    text: str, holds: list[Asked], lacks: list[Asked]
) -> None:
    rows = rows_of(text)
    unmet = [asked.fields for asked in holds if not asked.is_met_in(rows)]
    false = [asked.fields for asked in lacks if any(asked.is_met_by(row) for row in rows)]
    assert (unmet, false) == ([], []), rows


@pytest.mark.parametrize(
    "cases",
    [
        pytest.param(cases, id=f"{table}-{construct}")
        for table, constructs in TABLES.items()
        for construct, cases in constructs.items()
    ],
)
def test_each_construct_has_its_share_of_look_alikes(cases: list[dict[str, object]]) -> None:
    look_alikes = sum(1 for case in cases if "holds" not in case)
    assert len(cases) >= 6
    assert 3 * look_alikes >= len(cases)
