"""Reports that their own outlet took back, with all that rests on their words."""

from __future__ import annotations

from collections.abc import Mapping

from secondsource.match.origins import claimant_of
from secondsource.records import ResolvedStatement, Stance
from secondsource.weigh.evidence import Evidence
from secondsource.weigh.phrases import says

# The words that take a report back may stand in the sentences around the one that tells the event again.
_AROUND_CHARACTERS = 300


def find_retractions(evidence: Evidence) -> Mapping[str, str]:
    """Each event statement that was taken back → the document that takes it back.

    A document takes back what its outlet told of an incident up to its day where it tells the incident again, or
    denies it, beside words of withdrawal; what repeats those words elsewhere falls with it. Its own telling
    again is no report either.
    """
    if "retraction_withdraws" in evidence.switched_off:
        return {}
    taken: dict[str, str] = {}
    for incident in evidence.incidents:
        items = evidence.events(incident.statement_ids)
        for document_id in sorted({i.statement.document_id for i in items}):
            outlet = evidence.outlet(document_id).key
            here = [i for i in items if i.statement.document_id == document_id and not claimant_of(i)]
            if not any(_takes_back(evidence, i) for i in here):
                continue
            days = [i.known.latest for i in here if i.known and i.known.latest]
            until = max(days) if days else None
            for item in items:
                own = evidence.outlet(item.statement.document_id).key
                day = item.known.earliest if item.known else None
                is_earlier = until is None or day is None or day <= until
                is_denial = item.statement.stance is Stance.DENIES
                if own == outlet and is_earlier and not is_denial and not claimant_of(item):
                    taken[item.statement.id] = document_id
    repeats = evidence.known.repeats.of
    taken.update({s: taken[first] for s, first in sorted(repeats.items()) if first in taken})
    return taken


def _takes_back(evidence: Evidence, item: ResolvedStatement) -> bool:
    document = evidence.documents.get(item.statement.document_id)
    if document is None:
        return False
    span = item.statement.span
    around = document.text[max(0, span.start - _AROUND_CHARACTERS) : span.end + _AROUND_CHARACTERS]
    return says("took_it_back", around) or says("took_it_back", document.title or "")
