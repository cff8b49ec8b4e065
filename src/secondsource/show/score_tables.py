"""The reading score as tables, as JSON, and its errors as lines to read through."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from secondsource.score import FALSE, MISSED, Count, Error, Scored
from secondsource.show.shown import shown
from secondsource.show.tables import Cell, Table

_COLUMNS = ("precision", "recall", "f1", "read", "annotated")
_DIGITS = 4


def kinds_table(scored: Scored) -> Table:
    """All statements, claims of responsibility, and each kind."""
    rows = tuple((c.name, *_figures(c)) for c in scored.kinds)
    return Table(name="kinds", columns=("kind", *_COLUMNS), rows=rows)


def fields_table(scored: Scored) -> Table:
    """How far each field agrees, on the pairs in which it counts."""
    rows = tuple((f.name, f.agreement, f.pairs) for f in scored.fields)
    return Table(name="fields", columns=("field", "agreement", "pairs"), rows=rows)


def texts_table(scored: Scored) -> Table:
    """Each text by itself."""
    rows = tuple((c.name, *_figures(c)) for c in scored.texts)
    return Table(name="texts", columns=("text", *_COLUMNS), rows=rows)


def score_json(scored: Scored, *, with_errors: bool) -> dict[str, Any]:
    """Everything as plain values; `errors` only where they are wanted."""
    plain: dict[str, Any] = {
        "reading_score": round(scored.reading_score, _DIGITS),
        "kinds": _rounded(kinds_table(scored)),
        "fields": _rounded(fields_table(scored)),
        "texts": _rounded(texts_table(scored)),
    }
    if with_errors:
        plain["errors"] = [_error(e) for e in scored.errors]
    return plain


def error_lines(scored: Scored) -> Iterator[str]:
    """Missed statements, false ones and wrong fields, each class under its name and count, by text and place."""
    classes: dict[str, list[Error]] = defaultdict(list)
    for error in scored.errors:
        classes[error.error].append(error)
    for name in sorted(classes, key=lambda n: (n != MISSED, n != FALSE, n)):
        yield f"{name} ({len(classes[name])})"
        for error in classes[name]:
            yield from _lines(error)


def _lines(error: Error) -> Iterator[str]:
    yield f"  {shown(error.text)}, {error.kind} at {error.span.start}: “{shown(error.words)}”"
    if error.annotated is not None:
        yield f"    annotated: {shown(error.annotated)}"
    if error.read is not None:
        yield f"    read:      {shown(error.read)}"


def _figures(count: Count) -> tuple[float, float, float, int, int]:
    return count.precision, count.recall, count.f1, count.read, count.annotated


def _rounded(table: Table) -> list[dict[str, Cell]]:
    cells = [[round(c, _DIGITS) if isinstance(c, float) else c for c in row] for row in table.rows]
    return [dict(zip(table.columns, row, strict=True)) for row in cells]


def _error(error: Error) -> dict[str, Any]:
    return {
        "text": error.text,
        "error": error.error,
        "kind": error.kind,
        "start": error.span.start,
        "end": error.span.end,
        "words": error.words,
        "annotated": error.annotated,
        "read": error.read,
    }
