"""An answer about a case: lines under headings, each with the quotes that it rests on; as text or JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from secondsource.codec import to_plain
from secondsource.records import Document, Span, Statement
from secondsource.show.brief.days import day_words
from secondsource.show.brief.parts import Runs, Style, bare_words, name, say
from secondsource.show.brief.quoting import quote
from secondsource.show.brief.view import View
from secondsource.show.tree import Branch, tree_text
from secondsource.weigh import document_title
from secondsource.weigh.figures import counted

Figure = str | int | float | bool | None
_MOST_QUOTES = 2  # under one line; JSON has the ids of all statements


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """The words of a document that carry a line. `words` is None where the text is no longer kept."""

    document_id: str
    source: str
    day: str | None
    start: int
    end: int
    words: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line with what it rests on and the lines under it. `figures` are for machines, by name."""

    runs: Runs
    key: str | None = None
    figures: tuple[tuple[str, Figure], ...] = ()
    statement_ids: tuple[str, ...] = ()
    quotes: tuple[Quoted, ...] = ()
    entries: tuple[Entry, ...] = ()


# Writes a line only when it is wanted: of a thousand new incidents twelve are.
Writer = Callable[[], Entry]


class Quoter:
    """Puts quotes under lines; `once`: words that stood under an earlier line are not given again."""

    def __init__(self, view: View, documents: Mapping[str, Document], *, once: bool = True) -> None:
        self._view, self._documents, self._once = view, documents, once
        self._given: set[tuple[str, Span]] = set()

    def entry(
        self,
        runs: Runs,
        statement_ids: Iterable[str] = (),
        *,
        key: str | None = None,
        figures: Mapping[str, Figure] | None = None,
        entries: Iterable[Entry] = (),
    ) -> Entry:
        """A line that rests on these statements, the first published ones quoted."""
        told = self._view.of(statement_ids)
        places: dict[tuple[str, Span], list[Statement]] = {}
        for item in told:
            places.setdefault((item.statement.document_id, item.statement.span), []).append(item.statement)
        fresh = [p for p in places if not self._once or p not in self._given][:_MOST_QUOTES]
        self._given.update(fresh)
        return Entry(
            runs=runs,
            key=key,
            figures=tuple((figures or {}).items()),
            statement_ids=tuple(s.statement.id for s in told),
            quotes=tuple(q for p in fresh if (q := self._quoted(*p, places[p])) is not None),
            entries=tuple(entries),
        )

    def _quoted(self, document_id: str, span: Span, statements: Iterable[Statement]) -> Quoted | None:
        document = self._documents.get(document_id)
        return quoted_words(document, span, statements) if document else None


def quoted_words(document: Document, span: Span, statements: Iterable[Statement] = ()) -> Quoted:
    """The words of a span (of a row the cells of these statements), with its outlet or title and its day."""
    return Quoted(
        document_id=document.id,
        source=document.outlet or document_title(document) or "a document",
        day=day_words(document.published),
        start=span.start,
        end=span.end,
        words=quote(document, span, statements),
    )


def answer_text(root: Entry) -> str:
    """The answer as a tree of lines, quotes under what rests on them."""
    return tree_text(_branch(root))


def answer_json(root: Entry) -> str:
    """The answer as JSON: each line with its text, figures, statements, quotes and the lines under it."""
    return json.dumps(_plain(root), ensure_ascii=False, indent=1) + "\n"


def _branch(entry: Entry) -> Branch:
    quotes = tuple(Branch(runs=_quote_runs(q)) for q in entry.quotes)
    return Branch(runs=entry.runs, children=(*quotes, *(_branch(e) for e in entry.entries)))


def _quote_runs(quoted: Quoted) -> Runs:
    words: Runs = (name(quoted.words, Style.QUOTE),) if quoted.words else (say("text no longer kept"),)
    where = ", ".join(filter(None, [quoted.source, quoted.day]))
    return (*words, say(" – "), name(where))


def _plain(entry: Entry) -> dict[str, object]:
    plain: dict[str, object] = {"key": entry.key} if entry.key else {}
    plain["text"] = bare_words(entry.runs)
    plain.update(entry.figures)
    if entry.statement_ids:
        plain["statements"] = list(entry.statement_ids)
    if entry.quotes:
        plain["quotes"] = [to_plain(q) for q in entry.quotes]
    if entry.entries:
        plain["entries"] = [_plain(e) for e in entry.entries]
    return plain


def cut(entries: Sequence[Entry], most: int, what: str, command: str | None = None) -> tuple[Entry, ...]:
    """The first entries, and how many more there are."""
    return (*entries[:most], *left_out(entries, most, what, command))


def left_out(entries: Sequence[object], most: int, what: str, command: str | None) -> tuple[Entry, ...]:
    """A line that says how many more there are; none where all are shown."""
    more = len(entries) - most
    if more <= 0:
        return ()
    see = f"; “{command}” lists all" if command else ""
    return (Entry(runs=(say(f"And {counted(more, f'more {what}')}{see}."),)),)
