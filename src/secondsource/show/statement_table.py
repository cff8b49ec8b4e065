"""Every statement of a case as a table: who tells it, what it says, with which words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from secondsource.records import Document, JudgementKind, ResolvedStatement
from secondsource.score import account_of, chain_in_words, told_in_words
from secondsource.show.tables import Table

COLUMNS = (
    "id", "document", "title", "start", "end", "kind", "chain", "stance", "says", "quote", "judged",
    "judgement", "why",
)  # fmt: skip
_DRAWN = ("id", "document", "kind", "chain", "stance", "says", "quote", "judged")


def statements_table(
    statements: Iterable[ResolvedStatement],
    documents: Mapping[str, Document],
    judged: Mapping[str, JudgementKind],
) -> Table:
    """One row a statement, by document and place in the text.

    `judged` says of a statement's id whether a person accepted or rejected it. `judgement` and `why` are left
    empty for a person to fill in.
    """
    in_order = sorted(statements, key=_place)
    rows = tuple(_row(s, documents[s.statement.document_id], judged) for s in in_order)
    return Table(name="statements", columns=COLUMNS, rows=rows, drawn=_DRAWN)


def _place(resolved: ResolvedStatement) -> tuple[str, int, int, str]:
    statement = resolved.statement
    return statement.document_id, statement.span.start, statement.span.end, statement.id


def _row(
    resolved: ResolvedStatement, document: Document, judged: Mapping[str, JudgementKind]
) -> tuple[str | int | None, ...]:
    statement, account = resolved.statement, account_of(resolved)
    decided = judged.get(statement.id)
    return (
        statement.id,
        document.id,
        document.title or document.path or document.url,
        statement.span.start,
        statement.span.end,
        statement.kind,
        chain_in_words(account.chain),
        statement.stance.value,
        told_in_words(account.told),
        " ".join(document.text[statement.span.start : statement.span.end].split()),
        decided.value if decided else None,
        None,
        None,
    )
