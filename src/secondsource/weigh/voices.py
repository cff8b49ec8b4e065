"""Whose word each statement on a claimed event is, so that one origin's denial and checks count once."""

from __future__ import annotations

from collections.abc import Mapping

from secondsource.match.origins import Origin
from secondsource.records import ResolvedStatement
from secondsource.weigh.evidence import Evidence


class Voices:
    """The origin families of one incident, by the origins that speak in them; checks stand in no family.

    A claimant's family is left out: an outlet that retells a claim and then looks for itself speaks for itself.
    """

    def __init__(self, evidence: Evidence, incident_id: str) -> None:
        self._evidence = evidence
        self._family: Mapping[str, str] = {
            said_by(evidence.statements[s], evidence).key: f.id
            for f in evidence.families.get(incident_id, ())
            if not f.is_claimants
            for s in f.statement_ids
        }

    def of_origin(self, origin: Origin) -> str:
        """The family that an origin belongs to, or the origin's own key where it is in none."""
        return self._family.get(origin.key, origin.key)

    def of_check(self, check: ResolvedStatement) -> str:
        """The same of a check; who is not named in it is heard through the outlet alone, and counts as it."""
        origin = said_by(check, self._evidence)
        if origin.is_unnamed and origin.key not in self._family:
            origin = self._evidence.outlet(check.statement.document_id)
        return self.of_origin(origin)


def said_by(item: ResolvedStatement, evidence: Evidence) -> Origin:
    """On whose word a statement rests: copied words that name nobody are those of the outlet copied."""
    origin = evidence.origin(item)
    source = evidence.known.repeats.document.get(item.statement.id)
    is_theirs = origin.is_own_voice or origin.is_unnamed
    return evidence.outlet(source) if source is not None and is_theirs else origin
