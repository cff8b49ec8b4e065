"""The verdicts of all claims: for the event and for who did it, by the first rule that fits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from secondsource.records import Claim, Judgement, Reason, Reliability, Side, Verdict, VerdictName
from secondsource.weigh.authorship_rules import AUTHORSHIP_RULES
from secondsource.weigh.bearings import find_bearings
from secondsource.weigh.claims import find_claims
from secondsource.weigh.decisions import Decision, Rule, first_upper
from secondsource.weigh.dossier import Dossier
from secondsource.weigh.event_rules import EVENT_RULES, against_details, disputes
from secondsource.weigh.evidence import Evidence, is_event
from secondsource.weigh.findings import attach_findings
from secondsource.weigh.missing import missing_evidence
from secondsource.weigh.odds import Odds, load_odds
from secondsource.weigh.originality import Habits
from secondsource.weigh.outlets import learn_reliabilities
from secondsource.weigh.overrides import apply_judgements
from secondsource.weigh.parting import why_they_part
from secondsource.weigh.probability import Borne, Sum, sum_up
from secondsource.weigh.retractions import find_retractions, takes_back

# Where several rules come to one of these, each has something to say; elsewhere the first one says it all.
_ALL_SPEAK = frozenset({VerdictName.CONTESTED, VerdictName.CONTRADICTED, VerdictName.UNCORROBORATED})
# Never switched off: what is left when no other rule fits.
_LAST = frozenset({"event_not_addressed", "authorship_nobody"})
RULES: tuple[str, ...] = tuple(r.__name__ for r in (*EVENT_RULES, *AUTHORSHIP_RULES))


def weigh_claims(
    evidence: Evidence, judgements: Sequence[Judgement] = (), odds: Odds | None = None
) -> tuple[tuple[Claim, ...], tuple[Verdict, ...], tuple[Reliability, ...]]:
    """The claims by id, and for each its verdict on the event, with its probability, and then on the authorship.

    And what that lets learn of each outlet, by name.
    """
    claims = find_claims(evidence.incidents, evidence.statements.values())
    dossiers = open_dossiers(claims, evidence)
    odds = odds or load_odds()
    borne = bear_on(dossiers, evidence, odds)
    sums = sum_up(borne, odds)
    verdicts = [v for d, s in zip(dossiers, sums, strict=True) for v in _verdicts(d, s, odds)]
    return claims, apply_judgements(verdicts, claims, judgements), learn_reliabilities(evidence, borne, odds)


def bear_on(dossiers: Sequence[Dossier], evidence: Evidence, odds: Odds) -> list[Borne]:
    """What bears on the event of each claim."""
    habits, most_silent = Habits(evidence), int(odds.limits["silent_outlets"])
    return [
        Borne(
            claimant_id=d.claim.claimant_id,
            claimant=d.claimant,
            bearings=find_bearings(d, habits, most_silent),
        )
        for d in dossiers
    ]


def open_dossiers(claims: Sequence[Claim], evidence: Evidence) -> list[Dossier]:
    """A dossier for each claim, in the order given."""
    checks = attach_findings(claims, evidence)
    retracted = find_retractions(evidence)
    by_incident: dict[str, list[Claim]] = {}
    for claim in claims:
        by_incident.setdefault(claim.incident_id, []).append(claim)
    return [
        Dossier(
            claim=c,
            evidence=evidence,
            checks=checks.get(c.id, ()),
            retracted=retracted,
            rival_claims=tuple(r for r in by_incident[c.incident_id] if r.id != c.id),
        )
        for c in claims
    ]


def _verdicts(dossier: Dossier, total: Sum, odds: Odds) -> tuple[Verdict, Verdict]:
    against = disputes(dossier)
    event = _first(EVENT_RULES, dossier)
    author = _first(AUTHORSHIP_RULES, dossier)
    facts = tuple(r for r in against_details(dossier) if r not in event.reasons)
    return (
        Verdict(
            claim_id=dossier.claim.id,
            side=Side.EVENT,
            name=event.name,
            credibility=event.credibility,
            is_disputed=bool(against),
            reasons=(
                *event.reasons,
                *against,
                *facts,
                *_withdrawn(dossier),
                *why_they_part(event.name, total, odds),
            ),
            missing=missing_evidence(dossier, Side.EVENT, event.name),
            probability=total.probability,
            weights=total.weights,
        ),
        Verdict(
            claim_id=dossier.claim.id,
            side=Side.AUTHORSHIP,
            name=author.name,
            credibility=author.credibility,
            is_disputed=False,
            reasons=author.reasons,
            missing=missing_evidence(dossier, Side.AUTHORSHIP, author.name),
        ),
    )


def _withdrawn(dossier: Dossier) -> tuple[Reason, ...]:
    """Reports of the incident that their outlet took back."""
    evidence = dossier.evidence
    told: dict[str, list[str]] = {}
    for family in evidence.families.get(dossier.claim.incident_id, ()):
        for statement_id in family.statement_ids:
            document_id = dossier.retracted.get(statement_id)
            if document_id is not None:
                told.setdefault(document_id, []).append(statement_id)
    return tuple(
        Reason(
            rule="retraction_withdraws",
            sentence=f"{first_upper(evidence.shown(evidence.outlet(document_id).name))} took its report back.",
            statement_ids=(*_taking_back(evidence, document_id), *sorted(ids)),
        )
        for document_id, ids in sorted(told.items())
    )


def _taking_back(evidence: Evidence, document_id: str) -> tuple[str, ...]:
    """What the withdrawal itself tells, so that it stands first under the sentence."""
    return tuple(
        i.statement.id
        for i in evidence.by_document.get(document_id, ())
        if is_event(i) and takes_back(evidence, i)
    )


def _first(rules: Iterable[Rule], dossier: Dossier) -> Decision:
    """The decision of the first rule that fits; other rules that come to the same may add to it."""
    found: Decision | None = None
    for rule in rules:
        if rule.__name__ in dossier.is_off - _LAST:
            continue
        decision = rule(dossier)
        if decision is None:
            continue
        if found is None:
            found = decision
        elif decision.name is found.name and found.name in _ALL_SPEAK:
            found = Decision(
                name=found.name,
                credibility=found.credibility,
                reasons=tuple(dict.fromkeys((*found.reasons, *decision.reasons))),
            )
    assert found is not None, "the last rule always fits"
    return found
