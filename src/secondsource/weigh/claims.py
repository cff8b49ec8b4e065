"""Claims: which group claims which incident, in which statements."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from secondsource.codec import content_id
from secondsource.match.kinds import kind_group
from secondsource.match.origins import claimant_ids
from secondsource.match.outlets import is_nobody
from secondsource.match.tellings import event_of, perpetrator_ids
from secondsource.records import ByStatus, Claim, Event, Incident, ResolvedStatement


def find_claims(incidents: Iterable[Incident], statements: Iterable[ResolvedStatement]) -> tuple[Claim, ...]:
    """One claim for each claimant of each incident, by id. A joint claim is one claim for each of its groups.

    A claim needs a claimant: what "separatists" or "two groups" say stays a statement.
    Kinds of event that no group "does" (protests, agreements, movements) give no claim; threats neither. The id
    rests on the first published statement and the claimant's words in it, so that neither later reports nor a
    merge of actors rename a claim under somebody's judgement.
    """
    by_id = {s.statement.id: s for s in statements if isinstance(s.statement.proposition, Event)}
    found = []
    for incident in incidents:
        told: dict[str, list[ResolvedStatement]] = {}
        for item in (by_id[i] for i in incident.statement_ids if i in by_id):
            if not kind_group(event_of(item).type).is_claimable:
                continue
            for claimant in dict.fromkeys(claimant_ids(item)):
                told.setdefault(claimant, []).append(item)
        for claimant, items in told.items():
            if all(is_nobody(_words(i, claimant)) for i in items):
                continue  # "the group", "separatists": who it is, other statements say, or nobody does
            first = min(items, key=_published)
            found.append(
                Claim(
                    id=content_id("claim", first.statement.id, _words(first, claimant)),
                    claimant_id=claimant,
                    incident_id=incident.id,
                    statement_ids=tuple(sorted(i.statement.id for i in items)),
                )
            )
    return tuple(sorted(found, key=lambda c: c.id))


def _words(statement: ResolvedStatement, claimant: str) -> str:
    by = event_of(statement).by
    ids = perpetrator_ids(statement)
    return next(
        p.actor.name for i, p in zip(ids, by, strict=True) if i == claimant and p.status is ByStatus.CLAIMED
    )


def _published(statement: ResolvedStatement) -> tuple[date, str]:
    known = statement.known.earliest if statement.known else None
    return known or date.max, statement.statement.id
