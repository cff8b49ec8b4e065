"""Rows of event data sets (UCDP GED, ACLED, GTD, GDELT, a mapped table): a document a row, streamed."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import PurePath
from typing import BinaryIO

from secondsource.collect.event_rows import gdelt
from secondsource.collect.event_rows.layouts import Layout, layout_of, layouts
from secondsource.collect.event_rows.row_documents import row_document
from secondsource.collect.event_rows.table import BrokenRow, Row, rows
from secondsource.collect.given import Given
from secondsource.collect.parts import BadPart, Fit, Part
from secondsource.collect.results import Collected, SkippedRow
from secondsource.errors import UnreadableError
from secondsource.records import DataSet

__all__ = ["FORMAT", "collect_rows"]

_SUFFIXES = (".csv", ".tsv", ".tab")
_SHOWN = 300
_SAVE_AS_CSV = "Open it in what it was made with and save it as CSV (UTF-8)."
# How web pages, JSON, workbooks (ZIP, OLE), gzip and PDF begin; a download that asks for a password is a web page.
_NO_TABLES = (b"<", b"{", b"[", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b"%PDF")
_GDELT = layouts()[DataSet.GDELT]


class EventRowsFormat:
    """One document a row. Rows are streamed by `collect_rows`: a data set is larger than any one document."""

    name = "event_rows"
    version = "1"

    def accepts(self, path: str, head: bytes) -> Fit:
        """By the header, whatever the suffix; a table of another kind by its suffix, and it fails with advice."""
        first = next(rows(io.BytesIO(head)), None)
        if isinstance(first, Row) and (layout_of(first.cells) or _is_gdelt(first.cells)):
            return Fit.STRUCTURE
        return Fit.SUFFIX if PurePath(path).suffix.lower() in _SUFFIXES else Fit.NO

    def parse(self, raw: bytes, path: str) -> Iterable[Part | BadPart]:
        """Not how rows are read: raises UnreadableError."""
        raise UnreadableError(path, "is a table of events, whose rows are read one by one.")


FORMAT = EventRowsFormat()


def collect_rows(
    stream: BinaryIO, path: str, *, url: str | None, given: Given, collected_at: datetime
) -> Iterator[Collected | SkippedRow]:
    """A document for each row of a table, in order; what is no row is skipped with its line and the reason.

    `stream` must be seekable. Raises UnreadableError where the table is of no known data set.
    """
    table = rows(stream)
    first = next(table, None)
    if not isinstance(first, Row):
        raise UnreadableError(
            path, "is empty." if first is None else f"its first line {first.reason}.", _SAVE_AS_CSV
        )
    if _is_mentions(first.cells):
        if gdelt.beside(path, of="export") is None:
            raise UnreadableError(
                path,
                "holds GDELT's mentions without their events.",
                "Put the file of events (….export.CSV) beside it and add that.",
            )
        return  # read with its events
    header, layout = _header(first, path, given)
    if layout.data_set is not DataSet.EVENT_RECORDS:
        given = replace(given, mapping=None)
    mentions: gdelt.Mentions = {}
    if layout is _GDELT:
        if file := gdelt.beside(path, of="mentions"):
            ids = {r.cells[0] for r in table if isinstance(r, Row)} | {first.cells[0]}
            mentions = gdelt.mentions_of(file, ids, layout.mentions)
        # Without a header the first line is a row too.
        stream.seek(0)
        table = rows(stream)
    is_empty = True
    for row in table:
        is_empty = False
        if isinstance(row, BrokenRow):
            yield SkippedRow(path=path, line=row.line, reason=row.reason)
            continue
        if any(c.strip() for c in row.cells[len(header) :]):
            reason = f"has {len(row.cells)} cells, and the header {len(header)}"
            yield SkippedRow(path=path, line=row.line, reason=reason)
            continue
        cells = [*zip(header, row.cells, strict=False)]
        raw = row.raw
        if found := mentions.get(row.cells[0]):
            cells += [(gdelt.MENTION, words) for words in found.values()]
            raw += "".join(f"{words}\n" for words in found.values()).encode()
        document = row_document(
            cells, raw, layout, path=path, url=url, given=given, collected_at=collected_at
        )
        yield Collected(document=document, raw=raw)
    if is_empty:
        raise UnreadableError(path, "has the names of columns and no row.", "Export it again.")


def _header(first: Row, path: str, given: Given) -> tuple[tuple[str, ...], Layout]:
    """The names of the columns, the user's renamed by his mapping, and the data set that they are of.

    A known data set beside a table of the user's in one folder needs no mapping and is read without it.
    """
    names = tuple(" ".join(c.split()) for c in first.cells)
    if _is_gdelt(first.cells):
        return _GDELT.columns, _GDELT
    layout = layout_of(names)
    fits = given.mapping is not None and given.mapping.fits(names)
    if layout is None and not fits and first.raw.startswith(_NO_TABLES):
        raise UnreadableError(path, "is no table, whatever its name says.", _SAVE_AS_CSV)
    is_known = layout is not None and layout.data_set is not DataSet.EVENT_RECORDS
    if given.mapping is not None and (fits or not is_known):
        if not fits:
            lacking = {c.casefold(): c for c in given.mapping.columns.values()}.keys() - {
                n.casefold() for n in names
            }
            raise UnreadableError(
                path,
                f"lacks columns that the mapping names: {', '.join(sorted(lacking))}.",
                f"Its first line has to name the columns, and has {', '.join(n for n in names if n)[:_SHOWN]}.",
            )
        return given.mapping.renamed(names), layouts()[DataSet.EVENT_RECORDS]
    if layout is None:
        raise UnreadableError(
            path,
            "is a table whose columns are those of no data set that is known here.",
            "Say with --mapping FILE which of its columns is what; docs/event-records.md shows how.",
        )
    return names, layout


def _is_gdelt(cells: tuple[str, ...]) -> bool:
    """True of a row of GDELT's events, which have no header."""
    return (
        len(cells) == len(_GDELT.columns) and cells[0].isdigit() and cells[1].isdigit() and len(cells[1]) == 8
    )


def _is_mentions(cells: tuple[str, ...]) -> bool:
    return len(cells) == len(_GDELT.mentions) and cells[0].isdigit() and len(cells[1]) == len(cells[2]) == 14
