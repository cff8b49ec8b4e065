"""The reported checks of a claim, sorted into those of the event and those of who did it."""

from __future__ import annotations

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


def checker(dossier: Dossier, check: ResolvedStatement) -> str:
    """Who made a check, to begin a sentence with."""
    return first_upper(dossier.evidence.shown(dossier.evidence.origin(check).name))


def _with(dossier: Dossier, outcome: Outcome) -> list[ResolvedStatement]:
    return [
        c
        for c in dossier.independent_checks
        if isinstance(c.statement.proposition, Finding) and c.statement.proposition.outcome is outcome
    ]
