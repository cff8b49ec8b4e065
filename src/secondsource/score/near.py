"""What counts as the same and what as nearly the same, from rules.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources

from secondsource.records import EventType, Medium, Outcome, Relation


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """The tables of rules.toml."""

    small_words: frozenset[str]
    families: dict[EventType, str]
    mutual: frozenset[Relation]
    relations: tuple[frozenset[StrEnum], ...]
    media: tuple[frozenset[StrEnum], ...]
    outcomes: tuple[frozenset[StrEnum], ...]


@cache
def near() -> Near:
    """The tables, read once. Raises ValueError for a type without a family."""
    text = resources.files(__package__).joinpath("rules.toml").read_text(encoding="utf-8")
    rules = tomllib.loads(text)
    families = {EventType(t): family for family, types in rules["families"].items() for t in types}
    if lacking := set(EventType) - set(families):
        raise ValueError(f"rules.toml: no family has {', '.join(sorted(lacking))}")
    return Near(
        small_words=frozenset(rules["small_words"]),
        families=families,
        mutual=frozenset(map(Relation, rules["mutual_relations"])),
        relations=_rows(Relation, rules["near_relations"]),
        media=_rows(Medium, rules["near_media"]),
        outcomes=_rows(Outcome, rules["near_outcomes"]),
    )


def share(annotated: StrEnum, read: StrEnum, rows: Iterable[frozenset[StrEnum]]) -> float:
    """1 for the same value, a half for two that stand in one row, else 0."""
    if annotated is read:
        return 1.0
    return 0.5 if any({annotated, read} <= row for row in rows) else 0.0


def _rows(kind: type[StrEnum], rows: list[list[str]]) -> tuple[frozenset[StrEnum], ...]:
    return tuple(frozenset(map(kind, row)) for row in rows)
