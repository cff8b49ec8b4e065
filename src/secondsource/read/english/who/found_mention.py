"""An actor mention as found in the parse, and two of them that the text equates."""

from __future__ import annotations

from dataclasses import dataclass

from secondsource.records import Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundMention:
    """An actor mention on tokens `[start, end)`, headed by token `head`.

    `role` is that of its head word (words/actor_heads.toml), "name" for a bare name, "person" for a named
    person, "pronoun" for a resolved pronoun. `is_named`: the words hold a proper name.
    """

    start: int
    end: int
    head: int
    mention: Mention
    role: str
    is_named: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Equation:
    """Tokens of a full name and of the short or other form that the text puts beside it."""

    name: tuple[int, int]
    also: tuple[int, int]
