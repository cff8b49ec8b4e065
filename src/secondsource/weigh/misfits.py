"""What doesn't fit: assumed years, figures and days that differ, years that contradict, one text against the rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product

from secondsource.match.days import has_assumed_year, is_one_day
from secondsource.match.kinds import kind_group
from secondsource.match.outlets import is_nobody
from secondsource.match.places import PlaceFit, compare_places, whereabouts_of
from secondsource.match.targets import targets_of
from secondsource.match.tellings import event_of, perpetrator_ids
from secondsource.records import ByStatus, Incident, ResolvedStatement, Stance
from secondsource.weigh.details import Detail, differing, lay_side_by_side
from secondsource.weigh.evidence import Evidence, first_published, is_event, listed


@dataclass(frozen=True, slots=True, kw_only=True)
class Misfit:
    """One thing that doesn't fit: its kind, a sentence, the statements that show it.

    Kinds: "assumed year", "year", "day", "killed", "injured", "abducted", "perpetrator", "one against the rest".
    """

    kind: str
    sentence: str
    statement_ids: tuple[str, ...]
    incident_ids: tuple[str, ...] = ()


def find_misfits(evidence: Evidence) -> tuple[Misfit, ...]:
    """What doesn't fit in a case: across incidents first, then by incident."""
    found = [*_other_years(evidence), *_years_elsewhere(evidence)]
    for incident in sorted(evidence.incidents, key=lambda i: i.id):
        found.extend(_in_incident(incident, evidence))
    return tuple(found)


def _in_incident(incident: Incident, evidence: Evidence) -> Iterator[Misfit]:
    items = evidence.events(incident.statement_ids)
    details = lay_side_by_side(incident, evidence)
    assumed = [i for i in items if i.when is not None and has_assumed_year(i.when)]
    written = [i for i in items if i.when is not None and i.when.earliest and not has_assumed_year(i.when)]
    if assumed:
        yield from _years(incident, assumed, written)
    yield from _written_years(incident, written, evidence)
    for field in differing(details):
        told = [d for d in details if d.field == field and not d.is_denied]
        says = "; ".join(f"{d.value} ({listed(d.origins)})" for d in told)
        ids = tuple(dict.fromkeys(s for d in told for s in d.statement_ids))
        yield Misfit(
            kind=field,
            sentence=f"{_LABELS[field]} differ: {says}.",
            statement_ids=ids,
            incident_ids=(incident.id,),
        )
        yield from _one_against_the_rest(incident, field, told, evidence)
    yield from _perpetrators(incident, items, evidence)


def _years(
    incident: Incident, assumed: list[ResolvedStatement], written: list[ResolvedStatement]
) -> Iterator[Misfit]:
    years = {i.when.earliest.year for i in written if i.when and i.when.earliest}
    for item in assumed:
        when = item.when
        assert when is not None
        own = when.earliest.year if when.earliest else None
        if years and own is not None and own not in years:
            told = listed([str(y) for y in sorted(years)])
            yield Misfit(
                kind="year",
                sentence=f"The year {own} was assumed from the day of publication; others write {told}.",
                statement_ids=(item.statement.id, *(i.statement.id for i in written)),
                incident_ids=(incident.id,),
            )
        else:
            yield Misfit(
                kind="assumed year",
                sentence=f"Nobody wrote the year of {when.edtf}; it was assumed from the day of publication.",
                statement_ids=(item.statement.id,),
                incident_ids=(incident.id,),
            )


def _written_years(
    incident: Incident, written: list[ResolvedStatement], evidence: Evidence
) -> Iterator[Misfit]:
    told: dict[int, list[ResolvedStatement]] = {}
    for item in written:
        if item.when and item.when.earliest:
            told.setdefault(item.when.earliest.year, []).append(item)
    if len(told) < 2 or (max(told) - min(told) == 1 and _spans_new_year(written)):
        return
    by = [
        f"{year} ({listed(sorted({_who(i, evidence) for i in items}))})"
        for year, items in sorted(told.items())
    ]
    yield Misfit(
        kind="year",
        sentence=f"The years differ: {listed(by)}.",
        statement_ids=tuple(i.statement.id for i in written),
        incident_ids=(incident.id,),
    )


def _spans_new_year(written: list[ResolvedStatement]) -> bool:
    days = [d for i in written if i.when for d in (i.when.earliest, i.when.latest) if d]
    return (max(days) - min(days)).days < 60


def _one_against_the_rest(
    incident: Incident, field: str, told: list[Detail], evidence: Evidence
) -> Iterator[Misfit]:
    """One document tells a value of its own where at least two others agree on another."""
    documents = [{evidence.statements[s].statement.document_id for s in d.statement_ids} for d in told]
    for detail, own in zip(told, documents, strict=True):
        others = [
            d for d, docs in zip(told, documents, strict=True) if d is not detail and len(docs - own) >= 2
        ]
        if len(own) == 1 and others:
            value = others[0].value
            yield Misfit(
                kind="one against the rest",
                sentence=f"One document alone gives {field} as {detail.value}; the others say {value}.",
                statement_ids=detail.statement_ids,
                incident_ids=(incident.id,),
            )


def _perpetrators(incident: Incident, items: list[ResolvedStatement], evidence: Evidence) -> Iterator[Misfit]:
    named: dict[str, list[str]] = {}
    for item in items:
        if item.statement.stance is Stance.DENIES:
            continue
        for actor, perpetrator in zip(perpetrator_ids(item), event_of(item).by, strict=True):
            if perpetrator.status is ByStatus.UNKNOWN:
                continue
            if actor and not perpetrator.actor.is_collective and not is_nobody(perpetrator.actor.name):
                named.setdefault(actor, []).append(item.statement.id)
    joint = {frozenset(a for a in perpetrator_ids(i) if a) for i in items}
    if len(named) > 1 and frozenset(named) not in joint:
        names = listed([evidence.name(a) for a in sorted(named, key=evidence.name)])
        yield Misfit(
            kind="perpetrator",
            sentence=f"Different perpetrators are named: {names}.",
            statement_ids=tuple(dict.fromkeys(s for ids in named.values() for s in ids)),
            incident_ids=(incident.id,),
        )


def _other_years(evidence: Evidence) -> Iterator[Misfit]:
    """Incidents on one day of the year, in one place, alike in target or perpetrator, whose written years differ."""
    blocks: dict[tuple[str, int, int, str], list[ResolvedStatement]] = {}
    for item in sorted(evidence.statements.values(), key=first_published):
        when = item.when
        if not is_event(item) or when is None or not is_one_day(when) or item.place is None:
            continue
        assert when.earliest is not None
        group = kind_group(event_of(item).type).name
        key = (item.place.place.id, when.earliest.month, when.earliest.day, group)
        blocks.setdefault(key, []).append(item)
    seen = set()
    for _, items in sorted(blocks.items()):
        for one, other in combinations(items, 2):
            pair = (evidence.incident_of.get(one.statement.id), evidence.incident_of.get(other.statement.id))
            if pair[0] is None or pair[1] is None or pair[0] == pair[1] or frozenset(pair) in seen:
                continue
            if not _is_alike(one, other) or not one.when or not other.when:
                continue
            if has_assumed_year(one.when) != has_assumed_year(other.when):
                continue  # `_years_elsewhere` tells it
            seen.add(frozenset(pair))
            yield Misfit(
                kind="year",
                sentence=f"Alike but for the year: {one.when.edtf} ({_who(one, evidence)}) and "
                f"{other.when.edtf} ({_who(other, evidence)}).",
                statement_ids=(one.statement.id, other.statement.id),
                incident_ids=(pair[0], pair[1]),
            )


def _years_elsewhere(evidence: Evidence) -> Iterator[Misfit]:
    """Events whose year was only assumed, and those that another writes for that day of the year beside it.

    Weaker likeness does than between two written years: one airport or base and what lies beside it, or a near place
    and one target or perpetrator. That keeps two incidents apart, and a reader should still see it.
    """
    written: dict[tuple[int, int, int, int], list[ResolvedStatement]] = {}
    assumed: list[tuple[ResolvedStatement, tuple[int, int, int, int]]] = []
    for item in sorted(evidence.statements.values(), key=first_published):
        where, when = item.place.place if item.place else None, item.when
        if not is_event(item) or when is None or not is_one_day(when) or where is None:
            continue
        if when.earliest is None or where.latitude is None or where.longitude is None:
            continue
        cell = (when.earliest.month, when.earliest.day, round(where.latitude * 4), round(where.longitude * 4))
        if has_assumed_year(when):
            assumed.append((item, cell))
        else:
            written.setdefault(cell, []).append(item)
    seen: set[tuple[str, str]] = set()
    for one, (month, day, north, east) in assumed:
        for dx, dy in product((-1, 0, 1), repeat=2):
            for other in written.get((month, day, north + dx, east + dy), ()):
                pair = (evidence.incident_of[one.statement.id], evidence.incident_of[other.statement.id])
                if pair[0] == pair[1] or pair in seen or not _is_beside(one, other):
                    continue
                assert one.when is not None
                assert other.when is not None
                if one.when.edtf == other.when.edtf:
                    continue
                seen.add(pair)
                yield Misfit(
                    kind="year",
                    sentence=f"The year of {one.when.edtf} was assumed from the day of publication; "
                    f"{_who(other, evidence)} writes {other.when.edtf} for an event beside it.",
                    statement_ids=(one.statement.id, other.statement.id),
                    incident_ids=pair,
                )


def _is_beside(one: ResolvedStatement, other: ResolvedStatement) -> bool:
    first, second = whereabouts_of(one), whereabouts_of(other)
    fit, _ = compare_places(first, second)
    if fit not in (PlaceFit.SAME, PlaceFit.NEAR):
        return False
    return first.is_one_spot or second.is_one_spot or _is_alike(one, other)


def _is_alike(one: ResolvedStatement, other: ResolvedStatement) -> bool:
    first, second = event_of(one), event_of(other)
    targets = targets_of(first.on).words & targets_of(second.on).words
    perpetrators = {a for a in perpetrator_ids(one) if a} & {a for a in perpetrator_ids(other) if a}
    return bool(targets or perpetrators)


def _who(item: ResolvedStatement, evidence: Evidence) -> str:
    return evidence.name(evidence.outlet(item.statement.document_id).name)


_LABELS = {
    "day": "The days",
    "killed": "The numbers of killed",
    "injured": "The numbers of injured",
    "abducted": "The numbers of abducted",
}
