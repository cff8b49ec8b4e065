"""One row of a data set as a document: its text names each column beside its value, so that every field has words."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from pathlib import PurePath

from secondsource.collect.days import day_of_words
from secondsource.collect.documents import document_id, safe_words
from secondsource.collect.event_rows.layouts import Layout
from secondsource.collect.given import Given
from secondsource.collect.row_mapping import DATA_SET, TRANSLATED, RowMapping
from secondsource.records import DataSet, DayRange, Document, RowKey

MEDIA_TYPE = "text/csv"
_MOST_CHARS = 100_000


def row_document(
    cells: Sequence[tuple[str, str]],
    raw: bytes,
    layout: Layout,
    *,
    path: str | None,
    url: str | None,
    given: Given,
    collected_at: datetime,
) -> Document:
    """The document of a row with these (column, value) cells, in their order; empty ones are left out.

    Its text begins with the names of the data set and the row; a line `column: value` follows for each cell, blanks
    within a value folded. A row without an id of its own bears the hash of its words.
    """
    told = [(c, words) for c, value in cells if (words := " ".join(safe_words(value).split()))]
    if given.mapping is not None:
        told = _with_type(told, given.mapping)
    by_column = {c.casefold(): words for c, words in reversed(told)}
    lines = [f"{c}: {words}" for c, words in told]
    key = _whole(by_column.get(layout.key.casefold(), ""))
    key = key or hashlib.sha256("\n".join(lines).encode("utf-8", "replace")).hexdigest()[:12]
    name = _data_set(by_column, layout, path, given)
    text = "\n".join((f"{name} {key}", *lines))[:_MOST_CHARS]
    latest = (collected_at + timedelta(days=1)).date()
    published, published_from = given.day(), "given"
    if published is None:
        published, published_from = _public(by_column, layout, latest), "metadata"
    day = _day(tuple(by_column.get(c.casefold(), "") for c in layout.day))
    return Document(
        id=document_id(hashlib.sha256(text.encode("utf-8", "replace")).hexdigest(), given.outlet),
        raw_sha256=hashlib.sha256(raw).hexdigest(),
        path=path,
        outlet=given.outlet or name,
        url=given.url or url,
        title=given.title or f"{name} {key}",
        author=None,
        published=published,
        published_from=published_from if published else None,
        collected_at=collected_at,
        media_type=MEDIA_TYPE,
        language=given.language,
        text=text,
        marking=given.marking,
        row=RowKey(
            data_set=layout.data_set,
            name=name,
            key=key,
            country=by_column.get(layout.country.casefold()),
            kind=by_column.get(layout.kind.casefold()),
            day=day.earliest if day else None,
        ),
    )


def _data_set(by_column: dict[str, str], layout: Layout, path: str | None, given: Given) -> str:
    """The data set's name: of a known one its own, else by the mapping, by a column of that name, by the file."""
    if given.mapping is not None:
        return given.mapping.name
    if layout.data_set is not DataSet.EVENT_RECORDS:
        return layout.name
    return by_column.get(DATA_SET) or (PurePath(path).stem if path else "") or layout.name


def _with_type(told: list[tuple[str, str]], mapping: RowMapping) -> list[tuple[str, str]]:
    """With a line behind the kind of event where the mapping translates its word."""
    found = []
    for column, words in told:
        found.append((column, words))
        if column == "type" and (kind := mapping.types.get(words.casefold())):
            found.append((TRANSLATED, kind.value))
    return found


def _whole(key: str) -> str:
    """Ids that went through a spreadsheet read "300380.0"."""
    return key.removesuffix(".0")


def _public(by_column: dict[str, str], layout: Layout, latest: date) -> DayRange | None:
    """The day on which the row became public, by its own word; a day in the future is not believed."""
    words = by_column.get(layout.public.casefold(), "") if layout.public else ""
    if not words:
        return None
    if not layout.public_is_unix:
        return _day((words[:8] if words.isdigit() else words,), latest)
    try:
        day = datetime.fromtimestamp(float(words), UTC).date()
    except (ValueError, OverflowError, OSError):
        return None
    return DayRange(earliest=day, latest=day, edtf=day.isoformat()) if day <= latest else None


@lru_cache(maxsize=50_000)
def _day(words: tuple[str, ...], latest: date = date.max) -> DayRange | None:
    """The day in one column, or in three for year, month and day, where 0 is not known."""
    if len(words) == 1:
        return day_of_words(words[0].split(" ")[0], latest=latest) or day_of_words(words[0], latest=latest)
    known = []
    for part in map(_whole, words):
        if not part.isdigit() or int(part) == 0:
            break
        known.append(f"{int(part):02d}")
    if not known:
        return None
    return day_of_words("-".join((known[0].zfill(4), *known[1:])), latest=latest)
