"""Annotated and read statements for tests, each of one field more than nothing."""

from __future__ import annotations

from typing import Any

from secondsource.records import ByStatus, DayRange, EventType, Span, Stance
from secondsource.score.accounts import Account, Told, ToldEvent

RED, GREEN, HERALD = ("Red Banner Front", "RBF"), ("Green Column",), ("Alun Herald",)
SENTENCE = Span(start=0, end=60)


def told(what: Told, *, at: Span = SENTENCE, chain: tuple[Any, ...] = (), **fields: Any) -> Account:
    """A statement in the text's own voice, of the first sentence, unless said otherwise."""
    return Account(span=at, chain=chain, stance=fields.pop("stance", Stance.ASSERTS), told=what, **fields)


def event(status: ByStatus = ByStatus.CLAIMED, by: tuple[str, ...] = RED, **fields: Any) -> ToldEvent:
    """An attack by one group."""
    return ToldEvent(type=fields.pop("type", EventType.ATTACK), by=((by, status),), **fields)


def day(edtf: str, *assumed: str) -> DayRange:
    """A day as annotated or read."""
    return DayRange(earliest=None, latest=None, edtf=edtf, assumed=assumed)
