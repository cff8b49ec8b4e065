"""What bears on whether a claimed event happened, piece by piece, each with the voice whose word it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from secondsource.match.origins import Origin
from secondsource.match.outlets import MEDIA_KINDS
from secondsource.records import ActorKind, HolderKind, Outcome, ResolvedStatement, Stance
from secondsource.weigh.checks import event_checks
from secondsource.weigh.dossier import Denial, Dossier, Report
from secondsource.weigh.evidence import Evidence, listed
from secondsource.weigh.fixed_facts import excluding_facts
from secondsource.weigh.originality import Habit, Habits
from secondsource.weigh.voices import Voices, said_by

_BODIES = frozenset({ActorKind.STATE, ActorKind.ORGAN, ActorKind.OFFICE})
_CHECKS = {
    Outcome.CORROBORATED: "check_found_support",
    Outcome.UNCORROBORATED: "check_found_nothing",
    Outcome.CONTRADICTED: "check_found_it_false",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearing:
    """One piece of evidence: its entry in `odds.toml`, whose it is, and what cuts its weight.

    `voice` is the origin family whose word it is, None where it is nobody's in particular: of what one voice says
    for an event, or against it, the strongest piece alone counts. `origin` is the key of the origin whose record
    counts, in a withdrawal the one to whose record it goes; `shares` name the cuts; `habit` is the outlet's, where it
    speaks in its own voice. `who` is shown.
    """

    entry: str
    who: str
    voice: str | None = None
    detail: str = ""
    origin: str | None = None
    shares: tuple[str, ...] = ()
    grade: str | None = None
    habit: Habit | None = None
    statement_ids: tuple[str, ...] = ()
    family_ids: tuple[str, ...] = ()


def find_bearings(dossier: Dossier, habits: Habits, most_silent: int) -> tuple[Bearing, ...]:
    """All that bears on the event of a claim, in a fixed order: reports first, fixed facts last."""
    evidence, voices = dossier.evidence, dossier.voices
    return (
        *(_report(r, evidence, habits) for r in dossier.reports),
        *_rivals(dossier),
        *(_denial(d, evidence) for d in dossier.denials if d.is_of_event),
        *_checks(dossier, voices),
        *_silences(dossier, voices, most_silent),
        *_taken_back(dossier, voices, habits),
        *(
            Bearing(entry="fixed_fact", who="", detail=f.sentence, statement_ids=f.statement_ids)
            for f in excluding_facts(dossier)
        ),
    )


def _report(report: Report, evidence: Evidence, habits: Habits) -> Bearing:
    first = _first_hand(report.statements, evidence)
    origin = said_by(first, evidence)
    shares = []
    if report.agreement.other:
        shares.append("differs")
    elif not report.agreement.is_full:
        shares.append("less_exact")
    if all(s.statement.stance is Stance.DOUBTS for s in report.statements):
        shares.append("hedged")
    return Bearing(
        entry=f"{_sort(origin, evidence)}_reports",
        who=evidence.shown_family(report.family),
        voice=report.family.id,
        detail=_detail(report),
        origin=origin.key,
        shares=tuple(shares),
        grade=report.grade,
        habit=habits.elsewhere(origin.key, report.family.incident_id) if origin.is_own_voice else None,
        statement_ids=report.ids,
        family_ids=(report.family.id,),
    )


def _first_hand(statements: tuple[ResolvedStatement, ...], evidence: Evidence) -> ResolvedStatement:
    """The first of a family's statements that repeats nobody's words; they come as published."""
    return next(
        (s for s in statements if s.statement.id not in evidence.known.repeats.document), statements[0]
    )


def _sort(origin: Origin, evidence: Evidence) -> str:
    if origin.is_own_voice or origin.kind in MEDIA_KINDS:
        return "outlet"
    actor = evidence.actors.get(origin.name)
    is_body = actor is not None and actor.kind in _BODIES
    return "official" if is_body or origin.kind is HolderKind.OFFICIAL else "other"


def _detail(report: Report) -> str:
    agreement = report.agreement
    told = f"the same {listed(agreement.same)}" if agreement.same else "nothing that can be compared"
    return f"with {told}" + (f", but another {listed(agreement.other)}" if agreement.other else "")


def _rivals(dossier: Dossier) -> Iterator[Bearing]:
    """Others who want the deed, however many, count once."""
    if dossier.rivals:
        names = sorted(dossier.evidence.name(c.claimant_id) for c in dossier.rivals)
        ids = tuple(s for c in dossier.rivals for s in c.statement_ids)
        yield Bearing(entry="rival_claims", who=listed(names), statement_ids=ids)


def _denial(denial: Denial, evidence: Evidence) -> Bearing:
    return Bearing(
        entry="official_denies" if denial.has_access else "other_denies",
        who=evidence.shown_family(denial.family),
        voice=denial.family.id,
        statement_ids=denial.ids,
        family_ids=(denial.family.id,),
    )


def _checks(dossier: Dossier, voices: Voices) -> Iterator[Bearing]:
    for outcome, entry in _CHECKS.items():
        for check in event_checks(dossier, outcome):
            yield Bearing(
                entry=entry,
                who=dossier.evidence.shown(dossier.evidence.origin(check).name),
                voice=voices.of_check(check),
                statement_ids=(check.statement.id,),
            )


def _silences(dossier: Dossier, voices: Voices, most: int) -> Iterator[Bearing]:
    """Outlets with news from there that lack it; neither copies nor those that deny it."""
    evidence = dossier.evidence
    copied = evidence.known.repeats.document
    denying = {s.statement.document_id for d in dossier.denials for s in d.statements}
    found: dict[str, tuple[Origin, list[str]]] = {}
    for cover in dossier.coverage:
        told = evidence.by_document.get(cover.document_id, ())
        if cover.document_id in denying or any(s.statement.id in copied for s in told):
            continue
        outlet = evidence.outlet(cover.document_id)
        found.setdefault(outlet.key, (outlet, []))[1].extend(cover.statement_ids)
    for _, (outlet, ids) in sorted(found.items())[:most]:
        yield Bearing(
            entry="silent_coverage",
            who=evidence.shown(outlet.name),
            voice=voices.of_origin(outlet),
            statement_ids=tuple(ids),
        )


def _taken_back(dossier: Dossier, voices: Voices, habits: Habits) -> Iterator[Bearing]:
    evidence = dossier.evidence
    found: dict[str, tuple[Origin, list[str]]] = {}
    for family in evidence.families.get(dossier.claim.incident_id, ()):
        for statement_id in family.statement_ids:
            document_id = dossier.retracted.get(statement_id)
            if document_id is not None:
                outlet = evidence.outlet(document_id)
                found.setdefault(outlet.key, (outlet, []))[1].append(statement_id)
    for _, (outlet, ids) in sorted(found.items()):
        own = {said_by(evidence.statements[s], evidence).key for s in ids}
        yield Bearing(
            entry="taken_back",
            who=evidence.shown(outlet.name),
            voice=voices.of_origin(outlet),
            origin=outlet.key if outlet.key in own else None,
            habit=habits.elsewhere(outlet.key, dossier.claim.incident_id),
            statement_ids=tuple(sorted(ids)),
        )
