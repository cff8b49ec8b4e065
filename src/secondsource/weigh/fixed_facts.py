"""Facts that exclude a claim whatever anybody reports: an impossible day, a group that wasn't there yet."""

from __future__ import annotations

from dataclasses import dataclass

from secondsource.match.days import has_assumed_year
from secondsource.records import ResolvedStatement
from secondsource.weigh.dossier import Dossier


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedFact:
    """A fact that excludes the claim, and the statements that show it."""

    sentence: str
    statement_ids: tuple[str, ...]


def excluding_facts(dossier: Dossier) -> tuple[FixedFact, ...]:
    """The facts against a claim; a fact counts only if every telling of the claim that names a day has it against it.

    Copies don't count, and days of which nobody wrote the year exclude nothing.
    """
    repeats = dossier.evidence.known.repeats.of
    dated = [
        s
        for s in dossier.statements
        if s.when is not None and s.when.earliest is not None and s.statement.id not in repeats
    ]
    if not dated or any(s.when is not None and has_assumed_year(s.when) for s in dated):
        return ()
    return tuple(f for f in (_told_before_it_happened(dossier, dated), _before_founding(dossier, dated)) if f)


def _told_before_it_happened(dossier: Dossier, dated: list[ResolvedStatement]) -> FixedFact | None:
    # One day of slack: it is tomorrow already where the attack was.
    early = [
        s
        for s in dated
        if s.when
        and s.when.earliest
        and s.known
        and s.known.latest
        and (s.when.earliest - s.known.latest).days > 1
    ]
    if len(early) != len(dated):
        return None
    when, known = early[0].when, early[0].known
    assert when is not None
    assert known is not None
    return FixedFact(
        sentence=f"The day claimed, {when.edtf}, lies after the claim itself was published, {known.edtf}.",
        statement_ids=tuple(s.statement.id for s in early),
    )


def _before_founding(dossier: Dossier, dated: list[ResolvedStatement]) -> FixedFact | None:
    """By the group's own account it was formed after the day that it claims."""
    claimant = dossier.claim.claimant_id
    latest = [s.when.latest for s in dated if s.when and s.when.latest]
    for item in dossier.evidence.emergences.get(claimant, ()):
        formed = item.when
        if formed is None or formed.earliest is None or has_assumed_year(formed):
            continue
        if dossier.evidence.origin(item).name == claimant and max(latest) < formed.earliest:
            return FixedFact(
                sentence=f"By its own account {dossier.claimant} was formed later, {formed.edtf}.",
                statement_ids=(item.statement.id, *dossier.claim.statement_ids),
            )
    return None
