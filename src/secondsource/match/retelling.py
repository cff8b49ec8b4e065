"""Which of a document's own sentences only tell a claim again, and so are no report of their own."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.match.days import width_in_days
from secondsource.match.origins import claimant_of
from secondsource.match.outlets import is_nobody
from secondsource.match.places import whereabouts_of
from secondsource.match.tellings import event_of
from secondsource.records import ByStatus, Document, HolderKind, ResolvedStatement, Stance


def retold_claim(
    statement: ResolvedStatement, others: Sequence[ResolvedStatement], document: Document | None
) -> ResolvedStatement | None:
    """The claim, among `others` of the same incident and document, that a statement in the document's own voice
    tells again; None where it is a report of its own, or a denial.

    It tells it again where it lies in the claim's sentence, where it is the headline above the claim, or where
    it brings neither a day nor a place and follows the claim.
    """
    if statement.statement.stance is Stance.DENIES:
        return None
    claims = [o for o in others if _is_named_claim(o)]
    if _is_by_nobody(statement):
        return claims[0] if claims else None
    if statement.statement.chain or claimant_of(statement):
        return None
    for claim in claims:
        if claim.statement.span.overlaps(statement.statement.span):
            return claim
    if claims and document is not None and _is_headline(statement, document):
        return claims[0]
    brings_own = whereabouts_of(statement).is_known or width_in_days(statement.when) is not None
    earlier = [c for c in claims if c.statement.span.start < statement.statement.span.start]
    return earlier[-1] if earlier and not brings_own else None


def _is_by_nobody(statement: ResolvedStatement) -> bool:
    """True if a text lets "the group" speak, which beside a named claimant is that claimant."""
    chain = statement.statement.chain
    return bool(chain) and chain[-1].kind is HolderKind.GROUP and is_nobody(chain[-1].name)


def _is_named_claim(statement: ResolvedStatement) -> bool:
    by = event_of(statement).by if claimant_of(statement) else ()
    return any(p.status is ByStatus.CLAIMED and not is_nobody(p.actor.name) for p in by)


def _is_headline(statement: ResolvedStatement, document: Document) -> bool:
    title = (document.title or "").strip()
    if not title:
        return False
    start = document.text.find(title)
    span = statement.statement.span
    return 0 <= start <= 200 and start <= span.start and span.end <= start + len(title)
