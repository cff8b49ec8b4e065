"""Our kind of event for a code of a data set, by the table `words/event_types.csv`."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from secondsource.records import DataSet, EventType

_FILE = Path(__file__).with_name("words") / "event_types.csv"


def type_by_code(data_set: DataSet, code: str) -> EventType | None:
    """The kind for a code, whatever its case and punctuation; None if it isn't followed, or not known.

    >>> type_by_code(DataSet.UCDP_GED, "3")
    <EventType.KILLING: 'killing'>
    """
    found = _table().get((data_set.value, _fold(code)))
    return EventType(found[0]) if found and found[0] else None


def label_of(data_set: DataSet, code: str) -> str | None:
    """What the codebook calls a code; None if it isn't known."""
    found = _table().get((data_set.value, _fold(code)))
    return found[1] if found else None


@cache
def _table() -> Mapping[tuple[str, str], tuple[str, str]]:
    with _FILE.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(line for line in file if not line.startswith("#"))
        return {(r["data_set"], _fold(r["code"])): (r["type"], r["label"]) for r in rows}


def _fold(code: str) -> str:
    return "".join(c for c in code.lower() if c.isalnum())
