"""Reports that their own outlet took back, with all that rests on their words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from secondsource.match.origins import claimant_of
from secondsource.records import ResolvedStatement, Stance
from secondsource.weigh.evidence import Evidence
from secondsource.weigh.phrases import says

# The words that take a report back may stand in the sentences around the one that tells the event again.
_AROUND_CHARACTERS = 300


def find_retractions(evidence: Evidence) -> Mapping[str, str]:
    """Each event statement that was taken back → the document that takes it back.

    A document takes back what its outlet told of an incident up to its day where it tells the incident again, or
    denies it, beside words of withdrawal. Its own telling again is no report either. With it falls what rests on it:
    copied words, who quotes the outlet, who tells it beside such a quote, and who quotes one that only passed it on.
    """
    if "retraction_withdraws" in evidence.switched_off:
        return {}
    taken: dict[str, str] = {}
    pointing = _pointing_back(evidence)
    for incident in evidence.incidents:
        told = evidence.events(incident.statement_ids)
        items = [i for i in told if _tells(i)]
        withdrawn = _withdrawn(items, [*told, *pointing.get(incident.id, ())], evidence)
        if withdrawn:
            taken.update(_with_what_rests_on(withdrawn, items, evidence))
    return taken


def _pointing_back(evidence: Evidence) -> dict[str, list[ResolvedStatement]]:
    """Withdrawals that name no day of the event, by the incident that they mean, and are no telling of it.

    "The wire withdraws its report of 3 March that rockets struck the depot in Sorna": the one incident of which
    that outlet told before at that place. Where it told of several there, it stays open which one is meant.
    """
    by_place: dict[tuple[str, str], set[str]] = {}
    first: dict[tuple[str, str], date] = {}
    bare: list[tuple[ResolvedStatement, str, str]] = []
    for incident in evidence.incidents:
        for item in evidence.events(evidence.told_of(incident.id)):
            if item.place is None or claimant_of(item):
                continue
            outlet, place = evidence.outlet(item.statement.document_id).key, item.place.place.id
            if item.when is None and takes_back(evidence, item):
                bare.append((item, outlet, place))
            elif _tells(item) and not item.statement.chain:
                by_place.setdefault((outlet, place), set()).add(incident.id)
                first[outlet, incident.id] = min(first.get((outlet, incident.id), date.max), _day(item))
    found: dict[str, list[ResolvedStatement]] = {}
    for item, outlet, place in bare:
        own = evidence.incident_of[item.statement.id]
        before = {i for i in by_place.get((outlet, place), ()) if i != own and first[outlet, i] < _day(item)}
        if len(before) == 1:
            found.setdefault(before.pop(), []).append(item)
    return found


def _withdrawn(
    tellings: Sequence[ResolvedStatement], items: Sequence[ResolvedStatement], evidence: Evidence
) -> dict[str, str]:
    """What outlets told themselves and took back, by statement."""
    taken: dict[str, str] = {}
    for document_id in sorted({i.statement.document_id for i in items}):
        outlet = evidence.outlet(document_id).key
        here = [i for i in items if i.statement.document_id == document_id and not claimant_of(i)]
        if not any(takes_back(evidence, i) for i in here):
            continue
        days = [i.known.latest for i in here if i.known and i.known.latest]
        until = max(days, default=date.max)
        for item in tellings:
            if evidence.outlet(item.statement.document_id).key == outlet and _day(item) <= until:
                taken[item.statement.id] = document_id
    return taken


def _with_what_rests_on(
    withdrawn: Mapping[str, str], tellings: Sequence[ResolvedStatement], evidence: Evidence
) -> dict[str, str]:
    """What was withdrawn and, round by round, what rests on what has fallen."""
    taken = dict(withdrawn)
    while True:
        fallen = _fallen_outlets(taken, tellings, evidence)
        more: dict[str, str] = {}
        for item in tellings:
            if item.statement.id in taken:
                continue
            why = _copied_from(item, taken, fallen, evidence) or fallen.get(evidence.origin(item).key)
            if why is not None:
                more[item.statement.id] = why
        quoting = {
            s.statement.document_id: why
            for s in tellings
            if s.statement.chain and (why := more.get(s.statement.id)) is not None
        }
        for item in tellings:
            why = quoting.get(item.statement.document_id)
            if why is not None and not item.statement.chain and item.statement.id not in taken:
                more.setdefault(item.statement.id, why)
        if not more:
            return taken
        taken.update(more)


def _fallen_outlets(
    taken: Mapping[str, str], tellings: Sequence[ResolvedStatement], evidence: Evidence
) -> dict[str, str]:
    """Outlets all of whose own tellings have fallen, by key; one that told it anew after that stands."""
    standing: set[str] = set()
    fallen: dict[str, str] = {}
    for item in tellings:
        outlet = evidence.outlet(item.statement.document_id).key
        why = taken.get(item.statement.id)
        if why is None:
            standing.add(outlet)
        else:
            fallen.setdefault(outlet, why)
    return {outlet: why for outlet, why in fallen.items() if outlet not in standing}


def _copied_from(
    item: ResolvedStatement, taken: Mapping[str, str], fallen: Mapping[str, str], evidence: Evidence
) -> str | None:
    """What takes back the words that a statement repeats; also where no reader found the event in the first text."""
    repeats = evidence.known.repeats
    first = repeats.of.get(item.statement.id)
    if first is not None:
        return taken.get(first)
    source = repeats.document.get(item.statement.id)
    return fallen.get(evidence.outlet(source).key) if source is not None else None


def _tells(item: ResolvedStatement) -> bool:
    return item.statement.stance is not Stance.DENIES and claimant_of(item) is None


def _day(item: ResolvedStatement) -> date:
    return item.known.earliest if item.known and item.known.earliest else date.min


def takes_back(evidence: Evidence, item: ResolvedStatement) -> bool:
    """True of a statement beside words of withdrawal, or under a title that has them."""
    document = evidence.documents.get(item.statement.document_id)
    if document is None:
        return False
    span = item.statement.span
    around = document.text[max(0, span.start - _AROUND_CHARACTERS) : span.end + _AROUND_CHARACTERS]
    return says("took_it_back", around) or says("took_it_back", document.title or "")
