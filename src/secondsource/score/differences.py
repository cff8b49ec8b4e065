"""Everything that was read wrongly, with its words, so that a person can see why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from secondsource.records import Span
from secondsource.score.accounts import Account
from secondsource.score.in_words import field_in_words, in_words
from secondsource.score.pairing import Laid

MISSED, FALSE = "missed", "false"


@dataclass(frozen=True, slots=True, kw_only=True)
class Error:
    """One thing that was read wrongly: `error` is "missed", "false" or the name of the field that differs.

    `words` are those of the text at `span`; `annotated` and `read` say what each side has, None where it has nothing.
    """

    text: str
    error: str
    kind: str
    span: Span
    words: str
    annotated: str | None = None
    read: str | None = None


def find_errors(name: str, text: str, laid: Laid) -> Iterator[Error]:
    """Missed and false statements of one text, and every field that doesn't wholly agree, by place in the text."""
    return iter(
        sorted(_errors(name, text, laid), key=lambda e: (e.span, e.error, e.annotated or "", e.read or ""))
    )


def _errors(name: str, text: str, laid: Laid) -> Iterator[Error]:
    for missed in laid.missed:
        yield _error(name, text, MISSED, missed, annotated=in_words(missed))
    for false in laid.false:
        yield _error(name, text, FALSE, false, read=in_words(false))
    for pair in laid.pairs:
        for field in (f.name for f in pair.fields if f.agreement < 1):
            yield _error(
                name,
                text,
                field,
                pair.annotated,
                annotated=field_in_words(pair.annotated, field),
                read=field_in_words(pair.read, field),
            )


def _error(
    name: str, text: str, error: str, at: Account, *, annotated: str | None = None, read: str | None = None
) -> Error:
    words = text[at.span.start : at.span.end]
    return Error(
        text=name, error=error, kind=at.kind, span=at.span, words=words, annotated=annotated, read=read
    )
