"""The errors of a run over WikiWars by class: what was missed, what is false, which values are wrong and how."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

Row = dict[str, Any]


def error_classes(gold: Sequence[Row], predictions: Sequence[Row]) -> list[str]:
    """One line a class, the commonest first."""
    counts: Counter[str] = Counter()
    for row, found in zip(gold, predictions, strict=True):
        counts.update(_errors(row["timex"], found["timex"]))
    return [f"{count:5}  {name}" for name, count in counts.most_common()]


def _errors(gold: Sequence[Row], found: Sequence[Row]) -> Iterator[str]:
    pairs = _paired(gold, found)
    yield from (f"missed: {_shape(g['value'])}" for i, g in enumerate(gold) if i not in pairs)
    yield from ("false" for j in range(len(found)) if j not in pairs.values())
    for i, j in pairs.items():
        wanted, given = _plain(gold[i]["value"]), _plain(found[j]["value"])
        if wanted and wanted != given:
            yield f"value: {_difference(wanted, given)}"


def _paired(gold: Sequence[Row], found: Sequence[Row]) -> dict[int, int]:
    """Gold and found spans by most characters shared, each once, as the scorer pairs them."""
    overlaps = sorted(
        (
            (min(g["end"], f["end"]) - max(g["start"], f["start"]), i, j)
            for i, g in enumerate(gold)
            for j, f in enumerate(found)
            if min(g["end"], f["end"]) > max(g["start"], f["start"])
        ),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    for _, i, j in overlaps:
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def _plain(value: str) -> str:
    value = (value or "").strip().upper()
    return value if value.startswith("P") else re.sub(r"T.*$", "", value)


def _shape(value: str) -> str:
    plain = _plain(value)
    if plain.startswith("P") and not plain.startswith(("PRESENT", "PAST")):
        return "how long"
    if re.fullmatch(r"\d{4}(-\d\d){0,2}|BC\d{4}(-\d\d)?", plain):
        return {4: "year", 6: "year", 7: "month", 9: "month", 10: "day"}[len(plain)]
    return "season, decade or part" if re.match(r"\d|BC\d", plain) else "no day of its own"


def _difference(wanted: str, given: str) -> str:
    if not given:
        return f"none given for {_shape(wanted)}"
    if _shape(wanted) != _shape(given):
        return f"{_shape(given)} given for {_shape(wanted)}"
    if _shape(wanted) in ("month", "day") and wanted[4:] == given[4:]:
        return "only the year is wrong"
    return f"another {_shape(wanted)}"
