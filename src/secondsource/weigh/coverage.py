"""Independent coverage of a place and day that a claim would show in, if somebody else had told of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from secondsource.match.days import is_one_day
from secondsource.match.places import PlaceFit, compare_places, whereabouts_of
from secondsource.records import DayRange, Document, ResolvedStatement, Stance
from secondsource.weigh.evidence import LOCAL, Evidence

# News of an attack is printed the same day or in the next two; later silence says little.
_NEWS_DAYS = 2
_HEAD_CHARACTERS = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """A document that covers the place and day, and what of it shows that."""

    document_id: str
    statement_ids: tuple[str, ...]


def find_coverage(
    claim_statements: Iterable[ResolvedStatement], incident_id: str, side: frozenset[str], evidence: Evidence
) -> tuple[Coverage, ...]:
    """Documents, by id, that tell what happened in the claim's town on its day or the two after, but not this.

    Left out are documents that tell the incident in any way but by denying it, the channels of the claimant's
    side, and copies; of a data set all rows, if one tells it. A claim without a day, or with no place narrower than a
    district, can't be missed.
    """
    telling = {
        s.row.name
        for i in evidence.told_of(incident_id)
        if (s := evidence.statements[i]).row is not None and s.statement.stance is not Stance.DENIES
    }
    found: dict[str, set[str]] = {}
    for claim in claim_statements:
        if claim.when is None or not is_one_day(claim.when) or not _is_local(claim):
            continue
        window = _news_window(claim.when)
        for day in _days(window):
            for item in evidence.local_news.get(day, ()):
                if item.row is not None and item.row.name in telling:
                    continue
                if _covers(item, claim) and evidence.origin(item).name not in side:
                    found.setdefault(item.statement.document_id, set()).add(item.statement.id)
            for document in evidence.published.get(day, ()):
                if document.row is None and _is_datelined(document, claim):
                    found.setdefault(document.id, set())
    return tuple(
        Coverage(document_id=document_id, statement_ids=tuple(sorted(ids)))
        for document_id, ids in sorted(found.items())
        if not _tells(evidence.by_document.get(document_id, ()), incident_id, evidence)
        and evidence.outlet(document_id).name not in side
    )


def _covers(item: ResolvedStatement, claim: ResolvedStatement) -> bool:
    fit, _ = compare_places(whereabouts_of(item), whereabouts_of(claim))
    return fit in (PlaceFit.SAME, PlaceFit.NEAR, PlaceFit.SAME_WORDS)


def _is_datelined(document: Document, claim: ResolvedStatement) -> bool:
    """True if a document is written from the claim's town, as its first lines show."""
    name = claim.place.place.name.casefold() if claim.place else ""
    lines = document.text[:_HEAD_CHARACTERS].casefold().splitlines()
    return bool(name) and any(
        line.strip().startswith(f"{name}{mark}")
        for line in lines
        for mark in (",", " -", " –", " —", "-", "–", "—", ":")
    )


def _tells(items: Iterable[ResolvedStatement], incident_id: str, evidence: Evidence) -> bool:
    return any(
        evidence.incident_of.get(i.statement.id) == incident_id and i.statement.stance is not Stance.DENIES
        for i in items
    )


def _is_local(item: ResolvedStatement) -> bool:
    return item.place is not None and item.place.place.kind in LOCAL


def _days(window: DayRange) -> Iterator[date]:
    assert window.earliest is not None
    assert window.latest is not None
    for step in range((window.latest - window.earliest).days + 1):
        yield window.earliest + timedelta(days=step)


def _news_window(when: DayRange) -> DayRange:
    assert when.earliest is not None
    assert when.latest is not None
    days = min(_NEWS_DAYS, (date.max - when.latest).days)
    latest = when.latest + timedelta(days=days)
    return DayRange(earliest=when.earliest, latest=latest, edtf=f"{when.earliest}/{latest}")
