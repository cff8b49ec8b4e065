"""The rules for whether the event happened, in the order in which they are tried."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from secondsource.match.targets import targets_of
from secondsource.match.tellings import event_of
from secondsource.records import Outcome, Reason, VerdictName
from secondsource.weigh.checks import by_voice, checker, event_checks
from secondsource.weigh.decisions import Decision, Rule, decision, first_upper
from secondsource.weigh.dossier import (
    GOOD_GRADES,
    POOR_GRADES,
    Denial,
    Dossier,
    Report,
    family_ids,
    statement_ids,
)
from secondsource.weigh.evidence import listed
from secondsource.weigh.fixed_facts import excluding_facts, facts_against_details


def contradicted_by_fixed_facts(dossier: Dossier) -> Decision | None:
    """The day is impossible, the group wasn't there yet by its own account, or a check found the claim false."""
    reasons = [
        Reason(rule="contradicted_by_fixed_facts", sentence=f.sentence, statement_ids=f.statement_ids)
        for f in excluding_facts(dossier)
    ]
    if not _support(dossier):
        # Who denies it outright is weighed by what they could know, not as one who looked the facts up.
        denying = {d.family.id for d in event_denials(dossier)}
        reasons += [
            Reason(
                rule="contradicted_by_fixed_facts",
                sentence=f"{checker(dossier, c)} looked and says that it is not so.",
                statement_ids=ids,
            )
            for c, ids in by_voice(dossier, event_checks(dossier, Outcome.CONTRADICTED))
            if dossier.voices.of_check(c) not in denying
        ]
    return decision(VerdictName.CONTRADICTED, 5, reasons)


def contradicted_by_access(dossier: Dossier) -> Decision | None:
    """Somebody independent who could know denies the event. Beside support, that is a dispute and no verdict."""
    denials = [d for d in event_denials(dossier) if d.has_access]
    if _support(dossier) and "denial_beside_support" not in dossier.is_off:
        return None
    return decision(
        VerdictName.CONTRADICTED, 5, [_denial(dossier, d, "contradicted_by_access") for d in denials]
    )


def fixed_fact_against_a_detail(dossier: Dossier) -> Decision | None:
    """It is reported, and a fixed fact shows that a detail can't be as claimed."""
    facts = against_details(dossier) if _support(dossier) else ()
    return decision(
        VerdictName.PARTLY_CORROBORATED,
        2,
        (*facts, *(_differences(dossier) or _told(dossier))) if facts else (),
    )


def two_families(dossier: Dossier) -> Decision | None:
    """At least two independent families agree in what matters; what grade E or F says alone doesn't count."""
    agreeing = [r for r in dossier.reports if _is_sound(r)]
    differing = [r for r in dossier.reports if r.agreement.other and r.grade not in POOR_GRADES]
    if len(agreeing) < 2 or len(differing) >= len(agreeing) or not _target_is_told(dossier, agreeing):
        return None
    names = listed([dossier.evidence.shown_family(r.family) for r in agreeing])
    reasons = [
        _report_reason("two_families", f"{names} each report it and agree in {_same(agreeing)}.", agreeing)
    ]
    return decision(VerdictName.CORROBORATED, 1, reasons + _differences(dossier))


def one_graded_a_or_b(dossier: Dossier) -> Decision | None:
    """One independent family with a source graded A or B agrees in what matters."""
    graded = [r for r in dossier.reports if r.grade in GOOD_GRADES and _is_sound(r)]
    if not graded or not _target_is_told(dossier, graded):
        return None
    reasons = [
        _report_reason(
            "one_graded_a_or_b",
            f"{dossier.evidence.shown_family(r.family)} reports it and agrees in {_same([r])}.",
            [r],
        )
        for r in graded
    ]
    return decision(VerdictName.CORROBORATED, 1, reasons + _differences(dossier))


def detail_differs(dossier: Dossier) -> Decision | None:
    """It is reported independently, with another detail."""
    if all(r.grade in POOR_GRADES for r in dossier.reports if r.agreement.other):
        return None
    return decision(VerdictName.PARTLY_CORROBORATED, 2, _differences(dossier))


def one_ungraded_family(dossier: Dossier) -> Decision | None:
    """It is reported independently, but by one family of unknown worth, or less exactly."""
    return decision(VerdictName.PARTLY_CORROBORATED, 3, _told(dossier))


def found_by_a_check(dossier: Dossier) -> Decision | None:
    """A check found it true, in whole or in part, and nothing else is known."""
    reasons = [
        Reason(
            rule="found_by_a_check",
            sentence=f"{checker(dossier, c)} looked and found support for it.",
            statement_ids=ids,
        )
        for c, ids in by_voice(dossier, event_checks(dossier, Outcome.CORROBORATED))
    ]
    return decision(VerdictName.PARTLY_CORROBORATED, 3, reasons)


def uncorroborated_by_finding(dossier: Dossier) -> Decision | None:
    """Somebody independent looked and found nothing."""
    reasons = [
        Reason(
            rule="uncorroborated_by_finding",
            sentence=f"{checker(dossier, c)} found nothing to support it.",
            statement_ids=ids,
        )
        for c, ids in by_voice(dossier, event_checks(dossier, Outcome.UNCORROBORATED))
    ]
    return decision(VerdictName.UNCORROBORATED, 4, reasons)


def uncorroborated_by_coverage(dossier: Dossier) -> Decision | None:
    """Independent news of that place and day exists and lacks it."""
    reasons = []
    for cover in dossier.coverage:
        outlet = dossier.evidence.outlet(cover.document_id)
        reasons.append(
            Reason(
                rule="uncorroborated_by_coverage",
                sentence=f"{dossier.evidence.shown(outlet.name)} tells of that place in these days, and not of this.",
                statement_ids=cover.statement_ids,
            )
        )
    return decision(VerdictName.UNCORROBORATED, 4, list(dict.fromkeys(reasons)))


def event_not_addressed(dossier: Dossier) -> Decision | None:
    """Nobody but the claimant and those who quote it; always fits."""
    told = f"Nobody but {dossier.claimant} and those who quote it tells of this here."
    reason = Reason(rule="event_not_addressed", sentence=told, statement_ids=dossier.claim.statement_ids)
    return decision(VerdictName.NOT_ADDRESSED, 6, [reason])


EVENT_RULES: tuple[Rule, ...] = (
    contradicted_by_fixed_facts,
    contradicted_by_access,
    fixed_fact_against_a_detail,
    two_families,
    one_graded_a_or_b,
    detail_differs,
    one_ungraded_family,
    found_by_a_check,
    uncorroborated_by_finding,
    uncorroborated_by_coverage,
    event_not_addressed,
)


def against_details(dossier: Dossier) -> tuple[Reason, ...]:
    """Fixed facts by which a detail of the claim can't be as told, whatever the verdict."""
    if "fixed_fact_against_a_detail" in dossier.is_off:
        return ()
    return tuple(
        Reason(rule="fixed_fact_against_a_detail", sentence=f.sentence, statement_ids=f.statement_ids)
        for f in facts_against_details(dossier)
    )


def disputes(dossier: Dossier) -> tuple[Reason, ...]:
    """Denials and checks against an event that others support: a reason for each origin family, with all it says."""
    if "denial_beside_support" in dossier.is_off or not _support(dossier):
        return ()
    found: dict[str, list[Reason]] = {}
    for denial in event_denials(dossier):
        found.setdefault(denial.family.id, []).append(_denial(dossier, denial, "denial_beside_support"))
    for outcome, said in (
        (Outcome.CONTRADICTED, "says that it is not so"),
        (Outcome.UNCORROBORATED, "found nothing to support it"),
    ):
        for check, ids in by_voice(dossier, event_checks(dossier, outcome)):
            sentence = f"{checker(dossier, check)} looked and {said}."
            reason = Reason(rule="denial_beside_support", sentence=sentence, statement_ids=ids)
            found.setdefault(dossier.voices.of_check(check), []).append(reason)
    return tuple(_as_one(reasons) for reasons in found.values())


def _as_one(reasons: Sequence[Reason]) -> Reason:
    """What one origin says against it in several ways is one reason."""
    first, *others = reasons
    besides = listed([r.sentence.rstrip(".") for r in others])
    return replace(
        first,
        sentence=f"{first.sentence.rstrip('.')}; of one origin with it: {besides}."
        if others
        else first.sentence,
        statement_ids=tuple(dict.fromkeys(s for r in reasons for s in r.statement_ids)),
    )


def event_denials(dossier: Dossier) -> list[Denial]:
    """Independent denials that the event took place."""
    return [d for d in dossier.denials if d.is_of_event]


def _support(dossier: Dossier) -> bool:
    return bool(dossier.reports)


def _is_sound(report: Report) -> bool:
    return report.agreement.is_full and report.grade not in POOR_GRADES


def _target_is_told(dossier: Dossier, reports: Sequence[Report]) -> bool:
    """True if one of the reports names the claimed target, or the claim names none."""
    names_one = any(targets_of(event_of(s).on).words for s in dossier.statements)
    return not names_one or any("target" in r.agreement.same for r in reports)


def _denial(dossier: Dossier, denial: Denial, rule: str) -> Reason:
    return Reason(
        rule=rule,
        sentence=f"{first_upper(dossier.evidence.shown_family(denial.family))} denies that it happened.",
        statement_ids=denial.ids,
        family_ids=(denial.family.id,),
    )


def _told(dossier: Dossier) -> list[Reason]:
    return [_report_reason("one_ungraded_family", f"{_alone(dossier, r)}.", [r]) for r in dossier.reports]


def _differences(dossier: Dossier) -> list[Reason]:
    return [
        _report_reason(
            "detail_differs",
            f"{first_upper(dossier.evidence.shown_family(r.family))} reports it with {_other(r)}.",
            [r],
        )
        for r in dossier.reports
        if r.agreement.other
    ]


def _other(report: Report) -> str:
    words = {
        "day": "another day",
        "place": "another place",
        "target": "another target",
        "toll": "another toll",
    }
    return listed([words.get(d, "no such effect") for d in report.agreement.other])


def _same(reports: Sequence[Report]) -> str:
    shared = [d for d in ("day", "place", "target", "toll") if all(d in r.agreement.same for r in reports)]
    return listed(shared) or "what they tell"


def _alone(dossier: Dossier, report: Report) -> str:
    who = first_upper(dossier.evidence.shown_family(report.family))
    only = " alone" if len(dossier.reports) == 1 else ""
    if report.agreement.is_full:
        return f"{who}{only} reports it and agrees in {_same([report])}"
    told = _same([report]) if report.agreement.same else "nothing that can be compared"
    return (
        f"{who}{only} reports it less exactly: the same {told}"
        if report.agreement.same
        else (f"{who}{only} reports it, with {told}")
    )


def _report_reason(rule: str, sentence: str, reports: Sequence[Report]) -> Reason:
    return Reason(
        rule=rule,
        sentence=first_upper(sentence),
        statement_ids=statement_ids(reports),
        family_ids=family_ids(reports),
    )
