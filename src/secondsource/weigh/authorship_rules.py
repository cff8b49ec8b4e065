"""The rules for who did it, in the order in which they are tried."""

from __future__ import annotations

from collections.abc import Iterable

from secondsource.match.tellings import perpetrator_ids
from secondsource.records import Outcome, Reason, ResolvedStatement, VerdictName
from secondsource.weigh.checks import authorship_checks, checker
from secondsource.weigh.decisions import Decision, Rule, decision, first_upper
from secondsource.weigh.dossier import GOOD_GRADES, POOR_GRADES, Dossier, Naming, family_ids
from secondsource.weigh.evidence import listed
from secondsource.weigh.fixed_facts import excluding_facts


def authorship_claimed_by_another(dossier: Dossier) -> Decision | None:
    """Another group claims the deed."""
    reasons = [
        Reason(
            rule="authorship_claimed_by_another",
            sentence=f"{first_upper(dossier.evidence.name(c.claimant_id))} claims it too.",
            statement_ids=c.statement_ids,
        )
        for c in dossier.rivals
    ]
    return decision(VerdictName.CONTESTED, 4, reasons)


def authorship_another_named(dossier: Dossier) -> Decision | None:
    """An independent origin names somebody else, whatever its grade, which is said."""
    others = [n for n in dossier.namings if n.is_firm and not n.is_claimant]
    reasons = []
    for who, namings in _by_family(dossier, others):
        actors = sorted({dossier.evidence.name(a) for n in namings for a in n.actor_ids})
        reasons.append(
            Reason(
                rule="authorship_another_named",
                sentence=f"{first_upper(who)} names {listed(actors)}.",
                statement_ids=tuple(n.statement.statement.id for n in namings),
                family_ids=family_ids(namings),
            )
        )
    return decision(VerdictName.CONTESTED, 4, reasons)


def authorship_disowned(dossier: Dossier) -> Decision | None:
    """The claimant's own side says that it was not its doing."""
    said = dict.fromkeys(dossier.evidence.name(dossier.evidence.origin(s).name) for s in dossier.disowned)
    reasons = [
        Reason(
            rule="authorship_disowned",
            sentence=f"{first_upper(name)} itself disowns it.",
            statement_ids=tuple(
                s.statement.id
                for s in dossier.disowned
                if dossier.evidence.name(dossier.evidence.origin(s).name) == name
            ),
        )
        for name in said
    ]
    return decision(VerdictName.CONTESTED, 4, reasons)


def authorship_denied(dossier: Dossier) -> Decision | None:
    """An independent origin says that the claimant didn't do it, and doesn't deny the event."""
    reasons = [
        Reason(
            rule="authorship_denied",
            sentence=f"{first_upper(dossier.evidence.shown_family(d.family))} denies that {dossier.claimant} did it.",
            statement_ids=d.ids,
            family_ids=(d.family.id,),
        )
        for d in dossier.denials
        if not d.is_of_event and _denies_claimant(dossier, d.statements)
    ]
    return decision(VerdictName.CONTESTED, 4, reasons)


def authorship_excluded(dossier: Dossier) -> Decision | None:
    """Fixed facts exclude the claim."""
    if "contradicted_by_fixed_facts" in dossier.is_off:
        return None
    reasons = [
        Reason(rule="authorship_excluded", sentence=f.sentence, statement_ids=f.statement_ids)
        for f in excluding_facts(dossier)
    ]
    return decision(VerdictName.CONTRADICTED, 5, reasons)


def authorship_named_by_two(dossier: Dossier) -> Decision | None:
    """Two independent families name the claimant by their own word."""
    firm = [n for n in _own_word(dossier) if n.is_firm and n.grade not in POOR_GRADES]
    families = list({n.family.id: n.family for n in firm}.values())
    if len(families) < 2:
        return None
    names = listed([dossier.evidence.shown_family(f) for f in families])
    reason = _naming_reason("authorship_named_by_two", f"{names} each name {dossier.claimant}.", firm)
    return decision(VerdictName.CORROBORATED, 1, [reason])


def authorship_named_by_graded(dossier: Dossier) -> Decision | None:
    """A family with a source graded A or B names the claimant."""
    firm = [n for n in _own_word(dossier) if n.is_firm and n.grade in GOOD_GRADES]
    reasons = [
        _naming_reason("authorship_named_by_graded", f"{who} names {dossier.claimant}.", namings)
        for who, namings in _by_family(dossier, firm)
    ]
    return decision(VerdictName.CORROBORATED, 1, reasons)


def authorship_named_by_one(dossier: Dossier) -> Decision | None:
    """One independent family names the claimant, or names it with a hedge."""
    reasons = [
        _naming_reason(
            "authorship_named_by_one",
            f"{who} names {dossier.claimant}"
            + ("." if any(n.is_firm for n in namings) else ", with a hedge."),
            namings,
        )
        for who, namings in _by_family(dossier, _own_word(dossier))
    ]
    return decision(VerdictName.PARTLY_CORROBORATED, 3, reasons)


def authorship_uncorroborated_by_finding(dossier: Dossier) -> Decision | None:
    """Somebody looked into who did it and found nothing."""
    reasons = [
        Reason(
            rule="authorship_uncorroborated_by_finding",
            sentence=f"{checker(dossier, c)} could not tell who did it.",
            statement_ids=(c.statement.id,),
        )
        for outcome in (Outcome.UNCORROBORATED, Outcome.CONTRADICTED)
        for c in authorship_checks(dossier, outcome)
    ]
    return decision(VerdictName.UNCORROBORATED, 4, reasons)


def authorship_nobody(dossier: Dossier) -> Decision | None:
    """Nobody independent says who did it; always fits."""
    told = f"Nobody but {dossier.claimant} and those who quote it says here who did it."
    reason = Reason(rule="authorship_nobody", sentence=told, statement_ids=dossier.claim.statement_ids)
    return decision(VerdictName.NOT_ADDRESSED, 6, [reason])


AUTHORSHIP_RULES: tuple[Rule, ...] = (
    authorship_claimed_by_another,
    authorship_another_named,
    authorship_disowned,
    authorship_denied,
    authorship_excluded,
    authorship_named_by_two,
    authorship_named_by_graded,
    authorship_named_by_one,
    authorship_uncorroborated_by_finding,
    authorship_nobody,
)


def _by_family(dossier: Dossier, namings: Iterable[Naming]) -> list[tuple[str, list[Naming]]]:
    """The namings of each family, with the family in words."""
    found: dict[str, list[Naming]] = {}
    for naming in namings:
        found.setdefault(naming.family.id, []).append(naming)
    return [(dossier.evidence.shown_family(n[0].family), n) for n in found.values()]


def _own_word(dossier: Dossier) -> list[Naming]:
    """Namings of the claimant by independent families."""
    return [n for n in dossier.namings if n.is_claimant]


def _naming_reason(rule: str, sentence: str, namings: list[Naming]) -> Reason:
    return Reason(
        rule=rule,
        sentence=first_upper(sentence),
        statement_ids=tuple(dict.fromkeys(n.statement.statement.id for n in namings)),
        family_ids=family_ids(namings),
    )


def _denies_claimant(dossier: Dossier, statements: tuple[ResolvedStatement, ...]) -> bool:
    """True if a denial names the claimant's side as the one that didn't do it."""
    return any(dossier.side & {i for i in perpetrator_ids(s) if i} for s in statements)
