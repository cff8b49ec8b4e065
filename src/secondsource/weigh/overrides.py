"""What a person decided about a verdict, applied last and said among its reasons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from secondsource.errors import JudgementError
from secondsource.judgements import in_force
from secondsource.records import Claim, Judgement, JudgementKind, Reason, Side, Verdict, VerdictName
from secondsource.weigh.parting import RULE as PARTING

CREDIBILITY = {
    VerdictName.CORROBORATED: 1,
    VerdictName.PARTLY_CORROBORATED: 2,
    VerdictName.UNCORROBORATED: 4,
    VerdictName.CONTESTED: 4,
    VerdictName.CONTRADICTED: 5,
    VerdictName.NOT_ADDRESSED: 6,
}
_KINDS = (JudgementKind.OVERRIDE, JudgementKind.ACCEPT, JudgementKind.REJECT)


def apply_judgements(
    verdicts: Iterable[Verdict], claims: Sequence[Claim], judgements: Iterable[Judgement]
) -> tuple[Verdict, ...]:
    """The verdicts after overrides, acceptances and rejections, in the order given.

    Subjects are claim ids; or a statement of the claim, for an override. An override's `field` is "event" (also
    where it is None) or "authorship", its `value` a verdict's name. A rejection leaves the verdict and marks it
    disputed. Raises JudgementError for a verdict or field that doesn't exist.
    """
    told = [j for j in in_force(judgements) if j.kind in _KINDS]
    by_id = {c.id: c for c in claims}
    found = []
    for verdict in verdicts:
        for judgement in told:
            if _is_about(judgement, by_id[verdict.claim_id], verdict.side):
                verdict = _apply(verdict, judgement)
        found.append(verdict)
    return tuple(found)


def check_override(field: str | None, value: str | None) -> None:
    """Raises JudgementError for a side or a verdict that doesn't exist."""
    _side(field)
    _name(value)


def _is_about(judgement: Judgement, claim: Claim, side: Side) -> bool:
    named = set(judgement.subjects)
    if judgement.kind is JudgementKind.OVERRIDE:
        wanted = _side(judgement.field)
        return wanted is side and bool(named & {claim.id, *claim.statement_ids})
    wanted_field = judgement.field in (None, "", side.value)
    return wanted_field and claim.id in named


def _apply(verdict: Verdict, judgement: Judgement) -> Verdict:
    day = judgement.at.date().isoformat()
    why = judgement.why.strip().rstrip(".")
    because = f": {why}." if why else "."
    if judgement.kind is JudgementKind.ACCEPT:
        reason = Reason(rule="accepted", sentence=f"{judgement.who} accepted this on {day}{because}")
        return replace(verdict, reasons=(*verdict.reasons, reason))
    if judgement.kind is JudgementKind.REJECT:
        reason = Reason(rule="rejected", sentence=f"{judgement.who} rejected this on {day}{because}")
        return replace(verdict, is_disputed=True, reasons=(reason, *verdict.reasons))
    name = _name(judgement.value)
    sentence = f'{judgement.who} set this to "{name.value}" on {day}, by hand; it was "{verdict.name.value}"{because}'
    reason = Reason(rule="overridden", sentence=sentence)
    # The probability goes, and with it what was said of it.
    rest = tuple(r for r in verdict.reasons if r.rule != PARTING)
    return replace(
        verdict,
        name=name,
        credibility=CREDIBILITY[name],
        reasons=(reason, *rest),
        probability=None,
        weights=(),
    )


def _side(field: str | None) -> Side:
    try:
        return Side(field or Side.EVENT.value)
    except ValueError:
        raise JudgementError(
            "override", f'"{field}" is no side of a claim.', 'Use "event" or "authorship".'
        ) from None


def _name(value: str | None) -> VerdictName:
    try:
        return VerdictName((value or "").strip().lower().replace("_", " ").replace("-", " "))
    except ValueError:
        known = ", ".join(v.value for v in VerdictName)
        raise JudgementError("override", f'"{value}" is no verdict.', f"Use one of: {known}.") from None
