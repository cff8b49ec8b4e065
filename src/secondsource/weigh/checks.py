"""The reported checks of a claim, sorted into those of the event and those of who did it."""

from __future__ import annotations

from collections.abc import Iterable

from secondsource.records import Finding, Outcome, ResolvedStatement
from secondsource.weigh.decisions import first_upper
from secondsource.weigh.dossier import Dossier
from secondsource.weigh.findings import finding_words
from secondsource.weigh.phrases import says


def event_checks(dossier: Dossier, outcome: Outcome) -> list[ResolvedStatement]:
    """Independent checks, with that outcome, of whether it happened."""
    return [c for c in _with(dossier, outcome) if not says("who_did_it", finding_words(c, dossier.evidence))]


def authorship_checks(dossier: Dossier, outcome: Outcome) -> list[ResolvedStatement]:
    """Independent checks, with that outcome, of who did it."""
    return [c for c in _with(dossier, outcome) if says("who_did_it", finding_words(c, dossier.evidence))]


def by_voice(
    dossier: Dossier, checks: Iterable[ResolvedStatement]
) -> list[tuple[ResolvedStatement, tuple[str, ...]]]:
    """The first check of each origin family, with the ids of all that it made; two by one office are one."""
    found: dict[str, list[ResolvedStatement]] = {}
    for check in checks:
        found.setdefault(dossier.voices.of_check(check), []).append(check)
    return [(own[0], tuple(c.statement.id for c in own)) for own in found.values()]


def checker(dossier: Dossier, check: ResolvedStatement) -> str:
    """Who made a check, to begin a sentence with."""
    return first_upper(dossier.evidence.shown(dossier.evidence.origin(check).name))


def _with(dossier: Dossier, outcome: Outcome) -> list[ResolvedStatement]:
    return [
        c
        for c in dossier.independent_checks
        if isinstance(c.statement.proposition, Finding) and c.statement.proposition.outcome is outcome
    ]
