"""The whole stage: claims with verdicts, ties with their case, signs of fronts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from secondsource.match import Independence, Matched, find_bonds, kept_statements
from secondsource.records import (
    Claim,
    Derived,
    Document,
    Family,
    FrontIndicator,
    Judgement,
    Reliability,
    Resolution,
    TieCase,
    Verdict,
)
from secondsource.weigh.evidence import Evidence
from secondsource.weigh.fronts import find_fronts
from secondsource.weigh.ties import weigh_ties
from secondsource.weigh.verdicts import weigh_claims


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """Claims by id, two verdicts each in the same order, tie cases by id, signs by actor, outlets by name."""

    claims: tuple[Claim, ...]
    verdicts: tuple[Verdict, ...]
    ties: tuple[TieCase, ...]
    indicators: tuple[FrontIndicator, ...]
    reliabilities: tuple[Reliability, ...]


def weigh(
    resolution: Resolution,
    matched: Matched,
    documents: Mapping[str, Document],
    judgements: Sequence[Judgement] = (),
    *,
    switched_off: frozenset[str] = frozenset(),
) -> Weighed:
    """Claims, verdicts, ties and signs of a case. Pure; the order of the input doesn't matter.

    `switched_off` names rules to leave out, so that a test can show what each of them is for.
    """
    evidence = gather_evidence(resolution, matched, documents, judgements, switched_off=switched_off)
    claims, verdicts, reliabilities = weigh_claims(evidence, judgements)
    return Weighed(
        claims=claims,
        verdicts=verdicts,
        ties=weigh_ties(evidence),
        indicators=find_fronts(evidence),
        reliabilities=reliabilities,
    )


def gather_evidence(
    resolution: Resolution,
    matched: Matched,
    documents: Mapping[str, Document],
    judgements: Sequence[Judgement] = (),
    *,
    switched_off: frozenset[str] = frozenset(),
) -> Evidence:
    """The opened records that verdicts, details and misfits are computed from."""
    kept = kept_statements(resolution.statements, judgements)
    families: dict[str, list[Family]] = {}
    for family in matched.families:
        families.setdefault(family.incident_id, []).append(family)
    return Evidence(
        statements={s.statement.id: s for s in kept},
        documents=dict(sorted(documents.items())),
        actors={a.id: a for a in resolution.actors},
        incidents=matched.incidents,
        families={i: tuple(f) for i, f in families.items()},
        known=matched.known,
        switched_off=switched_off,
    )


def reopen_evidence(derived: Derived, documents: Mapping[str, Document]) -> Evidence:
    """The records of a derived case as the weighing opened them, so that an origin is one and the same in both."""
    resolution = Resolution(actors=derived.actors, aliases=derived.aliases, statements=derived.statements)
    families: dict[str, list[Family]] = {}
    for family in derived.families:
        families.setdefault(family.incident_id, []).append(family)
    return Evidence(
        statements={s.statement.id: s for s in derived.statements},
        documents=dict(sorted(documents.items())),
        actors={a.id: a for a in derived.actors},
        incidents=derived.incidents,
        families={i: tuple(f) for i, f in families.items()},
        known=Independence(documents=documents, bonds=find_bonds(resolution)),
    )
