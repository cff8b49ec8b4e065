"""What a rule of weighing comes to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from secondsource.records import Reason, VerdictName
from secondsource.weigh.dossier import Dossier


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The verdict that a rule gives, with its reasons in order of weight."""

    name: VerdictName
    credibility: int
    reasons: tuple[Reason, ...]


# A rule gives its decision where it fits, else None.
Rule = Callable[[Dossier], Decision | None]


def decision(name: VerdictName, credibility: int, reasons: Sequence[Reason]) -> Decision | None:
    """The decision, or None where there is no reason for it."""
    return Decision(name=name, credibility=credibility, reasons=tuple(reasons)) if reasons else None


def first_upper(sentence: str) -> str:
    """The sentence with its first letter large."""
    return sentence[:1].upper() + sentence[1:]
