"""What a detector finds, before it becomes a statement with an id."""

from __future__ import annotations

from dataclasses import dataclass

from secondsource.records import Holder, Proposition, Span, Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One statement without document and id; `span` is the evidence, in the original text."""

    span: Span
    chain: tuple[Holder, ...]
    stance: Stance
    proposition: Proposition
