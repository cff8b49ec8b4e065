"""What is known of who depends on whom: copied words, ties, owners; the same for all incidents of a case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from secondsource.match.bonds import NO_BONDS, Bonds
from secondsource.match.copied import NO_REPEATS, Repeats
from secondsource.match.sources import NO_SOURCES, Sources
from secondsource.records import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Independence:
    """What is known of who depends on whom.

    `names` leads from an actor's id to the name it is shown by; `switched_off` names rules to leave out.
    """

    documents: Mapping[str, Document] = field(default_factory=dict)
    repeats: Repeats = NO_REPEATS
    bonds: Bonds = NO_BONDS
    sources: Sources = NO_SOURCES
    names: Mapping[str, str] = field(default_factory=dict)
    switched_off: frozenset[str] = frozenset()

    def shown(self, origin: str) -> str:
        """An origin's name for a sentence."""
        if origin.startswith("document "):
            return "An outlet without a name"
        return self.names.get(origin, origin)
