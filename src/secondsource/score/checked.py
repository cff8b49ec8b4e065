"""Which documents a person marked as checked, and which of their statements stand.

A document is checked when its newest word is *accept*: somebody read it and found every statement of it right,
but for those that he rejected one by one. What was accepted is one reading. Where another version has read
the document since, its statements are not the ones that were seen, and the mark no longer holds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from secondsource.judgements import newest_words
from secondsource.records import Document, Judgement, JudgementKind, ResolvedStatement

READING_FIELD = "reading"
"""The field of a document's *accept* that says which reading was checked; its value is reader and version."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedDocument:
    """A document with the statements that stand; `rejected` counts those that don't."""

    document: Document
    statements: tuple[ResolvedStatement, ...]
    rejected: int


@dataclass(frozen=True, slots=True, kw_only=True)
class UncheckedDocument:
    """A document that somebody began to judge, and why it isn't taken for checked."""

    document: Document
    reason: str


def find_checked(
    documents: Mapping[str, Document],
    statements: Iterable[ResolvedStatement],
    judgements: Iterable[Judgement],
    readings: Mapping[str, str],
) -> tuple[tuple[CheckedDocument, ...], tuple[UncheckedDocument, ...]]:
    """Checked documents, and those that only a part was judged of, in order of their ids.

    `readings` says by document id which reader and version the statements are from; a document that was not
    read isn't in it.
    """
    words = newest_words(judgements)
    of_document: dict[str, list[ResolvedStatement]] = defaultdict(list)
    for resolved in statements:
        of_document[resolved.statement.document_id].append(resolved)
    checked, unchecked = [], []
    for document_id, document in sorted(documents.items()):
        own, word = of_document[document_id], words.get(document_id)
        stand = tuple(s for s in own if not _is_rejected(words.get(s.statement.id)))
        judged = sum(s.statement.id in words for s in own)
        if word is None and not judged:
            continue
        if why_not := _why_not(word, readings.get(document_id), judged, len(own)):
            unchecked.append(UncheckedDocument(document=document, reason=why_not))
        else:
            rejected = len(own) - len(stand)
            checked.append(CheckedDocument(document=document, statements=stand, rejected=rejected))
    return tuple(checked), tuple(unchecked)


def _why_not(word: Judgement | None, reading: str | None, judged: int, of: int) -> str | None:
    """Why a document that somebody began to judge isn't checked; None if it is."""
    if word is None or word.kind is not JudgementKind.ACCEPT:
        return f"{judged} of its {of} statements are judged, but the document is not accepted"
    if reading is None:
        return "it was not read, so there is nothing to check"
    if word.value != reading:
        return f"{reading} read it anew since it was accepted"
    return None


def _is_rejected(word: Judgement | None) -> bool:
    return word is not None and word.kind is JudgementKind.REJECT
