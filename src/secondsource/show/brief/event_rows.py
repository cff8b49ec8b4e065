"""Rows of data sets as a brief shows them: the cells that carry a statement, and one line a data set."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass

from secondsource.records import Document, Span, Statement
from secondsource.show.brief import phrases
from secondsource.show.brief.days import date_words
from secondsource.show.brief.parts import Grounds, Line, Run, Style, name, say

_MOST_CELL = 160
_MOST_KEYS = 8


def cells_quoted(document: Document, statements: Iterable[Statement]) -> str:
    """The lines of a row (`column: value`) in which fields of these statements stand, parted by " · ".

    A row is told in its cells: its whole text, notes and codes with it, would hide the words that carry something.
    """
    spans = {s for statement in statements for s in _spans((statement.chain, statement.proposition))}
    told, start = [], 0
    for line in document.text.split("\n"):
        end = start + len(line)
        if start and any(s.start < end and start < s.end for s in spans):
            told.append(line if len(line) <= _MOST_CELL else f"{line[:_MOST_CELL]}…")
        start = end + 1
    return " · ".join(told)


def row_lines(documents: Sequence[Document]) -> tuple[Line, ...]:
    """One line a data set for the rows among the documents: how many, which, and when they were public."""
    sets: dict[str, list[Document]] = {}
    for document in documents:
        if document.row is not None:
            sets.setdefault(document.row.name, []).append(document)
    return tuple(_data_set_line(set_name, sets[set_name]) for set_name in sorted(sets))


def counted_documents(documents: Sequence[Document], of: Sequence[Document] | None = None) -> str:
    """ "3 documents", "3 of 87 documents and 2 of 1,204 event records": rows of data sets are told apart."""
    every = documents if of is None else of
    told = []
    for is_row, noun in ((False, "document"), (True, "event record")):
        some, most = (sum((d.row is not None) is is_row for d in x) for x in (documents, every))
        if some:
            told.append(
                f"{some:,} of {phrases.counted(most, noun)}" if some < most else phrases.counted(most, noun)
            )
    return " and ".join(told) or phrases.counted(0, "document")


def _data_set_line(set_name: str, documents: list[Document]) -> Line:
    keys = sorted(d.row.key for d in documents if d.row)
    more = len(keys) - _MOST_KEYS
    listed = ", ".join(keys[:_MOST_KEYS]) + (f" and {more:,} more" if more > 0 else "")
    days = sorted({d.known_on for d in documents})
    when = date_words(days[0]) if len(days) == 1 else f"{date_words(days[0])} to {date_words(days[-1])}"
    how = "public" if all(d.published for d in documents) else "added"
    words = f", {phrases.counted(len(keys), 'event record')} ({how} {when}): {listed}"
    runs: tuple[Run, ...] = (name(set_name, Style.STRONG), say(words))
    return Line(runs=runs, grounds=Grounds.DOCUMENT)


def _spans(value: object) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _spans(item)
    elif is_dataclass(value):
        for part in fields(value):
            yield from _spans(getattr(value, part.name))
