"""What one row comes to: propositions with the chains that tell them, or why there is none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from secondsource.codec import content_id
from secondsource.records import Document, Holder, Proposition, Span, Stance, Statement

_SHOWN = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One proposition and who tells it, outermost first."""

    chain: tuple[Holder, ...]
    proposition: Proposition


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Why a row gives no statement, in words for the user."""

    because: str


def unknown(what: str, words: str) -> LeftOut:
    """Left out because of a value that is not known; a long one is cut.

    >>> unknown("no type of event that is known", "IED").because
    'no type of event that is known (IED)'
    """
    return LeftOut(because=f"{what} ({words[:_SHOWN] or 'none'})")


def statements(document: Document, told: Iterable[Told], reader: str, version: str) -> tuple[Statement, ...]:
    """The statements of a row, each once, in the order told; the evidence of each is the whole row."""
    span = Span(start=0, end=len(document.text))
    found: dict[str, Statement] = {}
    for item in told:
        parts = (document.id, span, item.chain, Stance.ASSERTS, item.proposition, reader, version)
        id_ = content_id("s", *parts)
        found[id_] = Statement(
            id=id_,
            document_id=document.id,
            span=span,
            chain=item.chain,
            stance=Stance.ASSERTS,
            proposition=item.proposition,
            reader=reader,
            reader_version=version,
        )
    return tuple(found.values())
