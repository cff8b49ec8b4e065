"""Numbers for quotes: the same words in the same place get the same number, counted as they are first used."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from secondsource.records import Document, Span
from secondsource.show.brief.days import day_words
from secondsource.show.brief.parts import Citation, Marks
from secondsource.show.brief.quoting import context, page_number, quote
from secondsource.show.brief.view import View
from secondsource.weigh import document_title

_MOST_NUMBERS = 8  # beside one sentence, on each side: more is a number that nobody looks up


class Citer:
    """Hands out numbers while a brief is written; the list of citations is asked for at the end."""

    def __init__(self, view: View, documents: Mapping[str, Document]) -> None:
        self._view, self._documents = view, documents
        self._numbers: dict[tuple[str, Span], int] = {}
        self._statements: dict[int, list[str]] = {}

    def mark(self, statement_ids: Iterable[str], against: Iterable[str] = ()) -> tuple[Marks, ...]:
        """One mark for these statements, sorted by number; nothing if none of them is in the case."""
        told, opposed = list(dict.fromkeys(statement_ids)), list(dict.fromkeys(against))
        numbers = self._sorted(told[:_MOST_NUMBERS])
        contrary = self._sorted(opposed[:_MOST_NUMBERS])
        more = max(0, len(told) - _MOST_NUMBERS) + max(0, len(opposed) - _MOST_NUMBERS)
        return (Marks(numbers=numbers, against=contrary, more=more),) if numbers or contrary else ()

    def citations(self) -> tuple[Citation, ...]:
        """All quotes cited so far, by number."""
        return tuple(self._citation(n, place) for place, n in self._numbers.items())

    def _sorted(self, statement_ids: Iterable[str]) -> tuple[int, ...]:
        return tuple(sorted({n for i in statement_ids if (n := self._number(i))}))

    def _number(self, statement_id: str) -> int | None:
        resolved = self._view.all.get(statement_id)
        if resolved is None:
            return None
        statement = resolved.statement
        number = self._numbers.setdefault((statement.document_id, statement.span), len(self._numbers) + 1)
        known = self._statements.setdefault(number, [])
        if statement_id not in known:
            known.append(statement_id)
        return number

    def _citation(self, number: int, place: tuple[str, Span]) -> Citation:
        document_id, span = place
        document = self._documents.get(document_id)
        told = [self._view.all[i].statement for i in self._statements[number]]
        before, after = context(document, span) if document else ("", "")
        return Citation(
            number=number,
            document_id=document_id,
            statement_ids=tuple(sorted(self._statements[number])),
            outlet=document.outlet if document else None,
            title=document_title(document),
            published=day_words(document.published) if document else None,
            url=document.url if document else None,
            start=span.start,
            end=span.end,
            page=page_number(document, span) if document else None,
            before=before,
            quote=quote(document, span, told) if document else None,
            after=after,
        )
