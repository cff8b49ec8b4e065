"""Documents and statements that hold the user's words, with where they stand in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sqlalchemy import Connection, select

from secondsource.records import Span
from secondsource.store import documents, readings, sqlite
from secondsource.store.database import Database
from secondsource.store.entries import Hit, HitKind
from secondsource.store.tables import document, statement

# A quoted phrase, or a run of anything but blanks.
_TERM = re.compile(r'"([^"]*)"|(\S+)')
_TITLE, _TEXT = 0, 1
_QUOTE = 0
_AROUND = 80
"""Code points of a snippet on either side of the first word found: two lines of a terminal in all."""


def search(database: Database, words: str, limit: int) -> list[Hit]:
    """At most `limit` documents in force that hold all the words, best first (BM25), each followed by its
    statements that hold them all.

    Case and accents don't matter; words in double quotes must stand together. Nothing in `words` is syntax.
    """
    query = quote(words)
    if not query or limit < 1:
        return []
    withdrawn = documents.withdrawn_ids(database)
    newest = readings.newest_numbers(database)
    with database.read() as connection:
        found = list(_documents(connection, query, limit, withdrawn))
        told = _statements(connection, query, newest, [hit.document_id for hit in found])
    return [hit for top in found for hit in (top, *told.get(top.document_id, ()))]


def quote(words: str) -> str:
    """The user's words as an FTS5 query of quoted phrases, all of which must be there.

    >>> quote('near "Sorna bridge" AND-not*')
    '"near" "Sorna bridge" "AND-not*"'
    """
    clean = "".join(" " if c == "\0" or "\ud800" <= c <= "\udfff" else c for c in words)
    terms = (phrase or word for phrase, word in _TERM.findall(clean))
    phrases = (term.replace('"', '""') for term in terms)
    # A phrase without letter or digit holds no token; FTS5 would find nothing for its sake.
    return " ".join(f'"{p}"' for p in phrases if any(c.isalnum() for c in p))


def _documents(connection: Connection, query: str, limit: int, withdrawn: frozenset[str]) -> Iterator[Hit]:
    given = 0
    for n in sqlite.find_rows(connection, "document", query):
        row = connection.execute(select(document).where(document.c.n == n)).one()
        if row.id in withdrawn:
            continue
        spans = _spans(connection, "document", _TEXT, n, query, row.text)
        start, snippet = _snippet(row.text, spans)
        yield Hit(
            kind=HitKind.DOCUMENT,
            document_id=row.id,
            statement_id=None,
            title=row.title,
            snippet=snippet,
            snippet_start=start,
            spans=spans,
        )
        given += 1
        if given == limit:
            return


def _statements(
    connection: Connection, query: str, newest: frozenset[int], document_ids: list[str]
) -> dict[str, list[Hit]]:
    """Hits among the statements of these documents, by document and place in the text."""
    columns = (statement, document.c.title)
    found = (
        select(*columns)
        .join(document, document.c.id == statement.c.document_id)
        .where(statement.c.n.in_(sqlite.find_rows_of(connection, "statement", query, document_ids)))
        .order_by(statement.c.document_id, statement.c.start_at, statement.c.end_at, statement.c.id)
    )
    hits: dict[str, list[Hit]] = {}
    for row in connection.execute(found).all():
        if row.reading_n not in newest:
            continue
        inside = _spans(connection, "statement", _QUOTE, row.n, query, row.quote)
        hit = Hit(
            kind=HitKind.STATEMENT,
            document_id=row.document_id,
            statement_id=row.id,
            title=row.title,
            snippet=row.quote,
            snippet_start=row.start_at,
            spans=tuple(Span(start=row.start_at + s.start, end=row.start_at + s.end) for s in inside),
        )
        hits.setdefault(row.document_id, []).append(hit)
    return hits


def _spans(
    connection: Connection, table: str, column: int, n: int, query: str, words: str
) -> tuple[Span, ...]:
    """Where the words found stand. Found by a mark that the words don't hold, so nothing in them is taken for
    one; none if the index shows other words than the table (it stops at a NUL)."""
    held = set(words)
    mark = next((chr(c) for c in range(0xE000, 0xF900) if chr(c) not in held), None)
    if mark is None:
        return ()
    parts = sqlite.mark_words(connection, table, column, n, query, mark).split(mark)
    if "".join(parts) != words:
        return ()
    spans, at = [], 0
    for position, part in enumerate(parts):
        if position % 2:
            spans.append(Span(start=at, end=at + len(part)))
        at += len(part)
    return tuple(spans)


def _snippet(words: str, spans: tuple[Span, ...]) -> tuple[int, str]:
    """Where the words around the first span begin, and these words; cut at blanks where there are some."""
    first = spans[0] if spans else Span(start=0, end=0)
    start, end = max(0, first.start - _AROUND), min(len(words), first.end + _AROUND)
    if start > 0:
        blank = words.find(" ", start, first.start)
        start = blank + 1 if blank >= 0 else start
    if end < len(words):
        blank = words.rfind(" ", first.end, end)
        end = blank if blank >= 0 else end
    return start, words[start:end]
