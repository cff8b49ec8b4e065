"""Statements with ids from what the detectors found: ordered by place, each once."""

from __future__ import annotations

from collections.abc import Iterable

from secondsource.codec import canonical_json, content_id
from secondsource.read.english.draft import Draft
from secondsource.records import Statement

__all__ = ["Draft", "assemble", "statement_id"]


def assemble(document_id: str, drafts: Iterable[Draft], reader: str, version: str) -> tuple[Statement, ...]:
    """The drafts as statements, in order of span, then kind; a draft found twice stands once."""
    found: dict[str, Statement] = {}
    for draft in sorted(drafts, key=_place):
        id_ = statement_id(document_id, draft, reader, version)
        found.setdefault(
            id_,
            Statement(
                id=id_,
                document_id=document_id,
                span=draft.span,
                chain=draft.chain,
                stance=draft.stance,
                proposition=draft.proposition,
                reader=reader,
                reader_version=version,
            ),
        )
    return tuple(found.values())


def statement_id(document_id: str, draft: Draft, reader: str, version: str) -> str:
    """The id that the draft bears as a statement."""
    parts = (document_id, draft.span, draft.chain, draft.stance, draft.proposition, reader, version)
    return content_id("s", *parts)


def _place(draft: Draft) -> tuple[int, int, str, bytes]:
    return draft.span.start, draft.span.end, type(draft.proposition).__name__, canonical_json(draft)
