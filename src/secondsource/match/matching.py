"""The whole stage: incidents with their origin families from what was resolved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from secondsource.judgements import rejected_ids
from secondsource.match.bonds import NO_BONDS, Bonds, find_bonds
from secondsource.match.copied import Repeats, SharedWords, find_repeats
from secondsource.match.families import find_families
from secondsource.match.incidents import join_incidents
from secondsource.match.independence import Independence
from secondsource.match.sources import read_sources
from secondsource.match.weights import Weights
from secondsource.records import (
    CopyFamily,
    Document,
    Event,
    Family,
    Incident,
    Judgement,
    Resolution,
    ResolvedStatement,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """Incidents by id, and their families in the same order; `known` is what weigh asks about dependence."""

    incidents: tuple[Incident, ...]
    families: tuple[Family, ...]
    known: Independence

    @property
    def bonds(self) -> Bonds:
        """Which actors are one side."""
        return self.known.bonds

    @property
    def repeats(self) -> Repeats:
        """Which statements repeat an earlier document's words."""
        return self.known.repeats


def match(
    resolution: Resolution,
    documents: Mapping[str, Document],
    copies: Sequence[CopyFamily],
    judgements: Sequence[Judgement],
    shared_words: SharedWords,
    *,
    weights: Weights | None = None,
    switched_off: frozenset[str] = frozenset(),
) -> Matched:
    """Incidents and families of a case. Pure; the order of the input doesn't matter.

    `shared_words(first, second)` gives the runs of words that two documents share (`collect.copies`); it is
    asked only about documents of one copy family. Rejected statements and documents are left out.
    `switched_off` names rules of independence to leave out, so that a test can show what each is for.
    """
    kept = kept_statements(resolution.statements, judgements)
    sources = read_sources(judgements)
    bonds = find_bonds(
        Resolution(actors=resolution.actors, aliases=resolution.aliases, statements=kept), sources.owners
    )
    if "tied_channels_are_not_independent" in switched_off:
        bonds = NO_BONDS
    repeats = find_repeats(kept, documents, copies, shared_words)
    known = Independence(
        documents=documents,
        repeats=repeats,
        bonds=bonds,
        sources=sources.under(bonds.voices.spellings),
        names={a.id: a.name for a in resolution.actors},
        switched_off=switched_off,
    )
    incidents = join_incidents(kept, judgements, copies=repeats.of, weights=weights)
    events = {s.statement.id: s for s in kept if isinstance(s.statement.proposition, Event)}
    families = tuple(f for i in incidents for f in find_families(i, events, known))
    return Matched(incidents=incidents, families=families, known=known)


def kept_statements(
    statements: Iterable[ResolvedStatement], judgements: Sequence[Judgement]
) -> tuple[ResolvedStatement, ...]:
    """The statements that nobody rejected, by themselves or with their document, by id."""
    rejected = rejected_ids(judgements)
    kept = (
        s for s in statements if s.statement.id not in rejected and s.statement.document_id not in rejected
    )
    return tuple(sorted(kept, key=lambda s: s.statement.id))
