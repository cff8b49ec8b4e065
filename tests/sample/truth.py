"""What a reader of the whole corpus should find, filled from the truth tables of the templates."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from typing import Any

from .cast import Cast
from .placeholders import day_of, fill
from .templates import SampleDocument

AS_OF_DAY = 50

# Truth key: template table.
_LISTS = {
    "not_claims": "not_claim",
    "ties": "tie",
    "threats": "threat",
    "emergences": "emergence",
    "channels": "channel",
    "denials": "denial",
    "differing_tolls": "differing_toll",
    "retractions": "retraction",
}
_DAY_FIELDS = frozenset({"day", "first_seen"})
_SOURCE_COLUMNS = ("outlet", "owner", "grade", "why")


def truth_of(
    tables: Mapping[str, list[dict[str, Any]]], documents: tuple[SampleDocument, ...], cast: Cast
) -> dict[str, Any]:
    """The content of `truth.json`."""
    filled = {name: [_fill(row, cast) for row in rows] for name, rows in tables.items() if name != "document"}
    [wrong_year] = filled["wrong_year"]
    claims = [_claim(row) for row in filled["claim"]]
    return {
        "country": {"code": "XA", "name": cast.names["c.name"]},
        "as_of": day_of(AS_OF_DAY, cast).isoformat(),
        "documents": [_document(document) for document in documents],
        "actors": filled["actor"],
        "not_same": [row["names"] for row in filled["not_same"]],
        "claims": claims,
        "rules": _rules(claims),
        **{key: filled[table] for key, table in _LISTS.items()},
        "copies": [row["files"] for row in filled["copies"]],
        "wrong_year": wrong_year,
    }


def sources_csv(rows: list[dict[str, str]], cast: Cast) -> str:
    """The outlets with owner, grade and reason, as CSV with a header line."""
    out = io.StringIO()
    writer = csv.DictWriter(out, _SOURCE_COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: fill(row[name], cast) for name in _SOURCE_COLUMNS} for row in rows)
    return out.getvalue()


def _fill(value: Any, cast: Cast, field: str = "") -> Any:
    """`value` with placeholders filled at every depth, day offsets turned into ISO days."""
    if isinstance(value, str):
        return fill(value, cast)
    if isinstance(value, list):
        return [_fill(item, cast) for item in value]
    if isinstance(value, dict):
        return {key: _fill(item, cast, key) for key, item in value.items()}
    return day_of(value, cast).isoformat() if field in _DAY_FIELDS else value


def _claim(row: dict[str, Any]) -> dict[str, Any]:
    return {**row, "families": len(row["supporting"])}


def _rules(claims: list[dict[str, Any]]) -> dict[str, list[str]]:
    """Each rule with the keys of the claims whose verdict or credibility it decides."""
    rules: dict[str, list[str]] = {}
    for claim in claims:
        for rule in claim["exercises"]:
            rules.setdefault(rule, []).append(claim["key"])
    return dict(sorted(rules.items()))


def _document(document: SampleDocument) -> dict[str, str]:
    return {
        "file": document.file,
        "outlet": document.outlet,
        "published": document.published.isoformat(),
        "title": document.title,
        "url": document.url,
    }
