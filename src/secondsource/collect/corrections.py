"""Documents as a person corrected them: who published one, when, under what title."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from secondsource.collect.days import day_of_words
from secondsource.errors import JudgementError
from secondsource.judgements import in_force
from secondsource.records import Document, Judgement, JudgementKind

CORRECTABLE = ("published", "outlet", "title")


def correct_documents(documents: Iterable[Document], judgements: Iterable[Judgement]) -> Iterator[Document]:
    """The documents with what *correct* judgements in force say of them; the newest word on a field holds.

    The subject is a document's id, the field one of `CORRECTABLE`. What is stored stays as it was collected.
    """
    said: dict[str, dict[str, str]] = {}
    for judgement in in_force(judgements):
        if judgement.kind is JudgementKind.CORRECT and judgement.field in CORRECTABLE:
            for subject in judgement.subjects:
                said.setdefault(subject, {})[judgement.field] = (judgement.value or "").strip()
    for document in documents:
        yield _corrected(document, said[document.id]) if document.id in said else document


def check_correction(field: str | None, value: str | None) -> None:
    """Raises JudgementError for a correction of a document that can't be carried out."""
    if field not in CORRECTABLE:
        raise JudgementError(
            f'field "{field}"', "of a document can't be corrected.", f"Correct {', '.join(CORRECTABLE)}."
        )
    if field == "published" and value and day_of_words(value, latest=date.max) is None:
        raise JudgementError(f'"{value}"', "is no day.", "Write it as 2031-05-26, 2031-05 or 2031.")


def _corrected(document: Document, fields: dict[str, str]) -> Document:
    if "published" in fields:
        day = day_of_words(fields["published"], latest=date.max) if fields["published"] else None
        document = replace(document, published=day, published_from="judgement")
    if "outlet" in fields:
        document = replace(document, outlet=fields["outlet"] or None)
    if "title" in fields:
        document = replace(document, title=fields["title"] or None)
    return document
