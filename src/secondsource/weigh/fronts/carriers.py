"""Who posts or forwards a group's claims first, where one outlet mostly does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from secondsource.match.origins import Origin, claimant_ids
from secondsource.match.outlets import MEDIA_KINDS, is_unnamed
from secondsource.match.tellings import first_known
from secondsource.records import FrontIndicator, ResolvedStatement
from secondsource.weigh.evidence import Evidence, is_event
from secondsource.weigh.fronts.alleged import is_group, sign_of

# With fewer claims, or below this share of them, who was first is chance or the news desk of the day.
_LEAST_CLAIMS, _LEAST_SHARE = 3, 2 / 3


def carried_first(evidence: Evidence) -> Iterator[FrontIndicator]:
    """One outlet alone had most of its claims first, before the others that tell them.

    Counted are claims that two outlets or more tell; where a text quotes an outlet for the claim, it is that one's. A
    group's own channel is no sign.
    """
    told: dict[str, dict[str, list[ResolvedStatement]]] = {}
    for item in sorted(evidence.statements.values(), key=lambda s: s.statement.id):
        incident = evidence.incident_of.get(item.statement.id)
        if is_event(item) and incident is not None and first_known(item) is not None:
            for claimant in claimant_ids(item):
                told.setdefault(claimant, {}).setdefault(incident, []).append(item)
    for claimant, incidents in sorted(told.items()):
        if not is_group(claimant, evidence):
            continue
        firsts = [f for items in incidents.values() if (f := _first_carrier(items, evidence)) is not None]
        count = sum(len({_publisher(i, evidence).key for i in items}) > 1 for items in incidents.values())
        for carrier in sorted({c for c, _ in firsts} - {claimant}):
            ids = [i for c, i in firsts if c == carrier]
            if len(ids) >= _LEAST_CLAIMS and len(ids) >= _LEAST_SHARE * count:
                words = f"Of {count} claims that several tell here, {evidence.name(carrier)} had {len(ids)} first."
                yield sign_of(claimant, "carried first", words, ids)


def _first_carrier(items: Sequence[ResolvedStatement], evidence: Evidence) -> tuple[str, str] | None:
    """The one outlet that had a claim first, with its statement; None where none or several did, or nobody else."""
    if len({_publisher(i, evidence).key for i in items}) < 2:
        return None
    days: dict[str, tuple[date, str]] = {}
    for item in items:
        day = first_known(item)
        assert day is not None
        carrier = _quoted(item, evidence) or _publisher(item, evidence)
        days[carrier.name] = min(days.get(carrier.name, (date.max, "")), (day, item.statement.id))
    first = min(day for day, _ in days.values())
    had = [(name, statement_id) for name, (day, statement_id) in sorted(days.items()) if day == first]
    return had[0] if len(had) == 1 else None


def _publisher(item: ResolvedStatement, evidence: Evidence) -> Origin:
    return evidence.outlet(item.statement.document_id)


def _quoted(item: ResolvedStatement, evidence: Evidence) -> Origin | None:
    """The outlet nearest to the group in the chain: "Anvil News forwarded a statement by the group"."""
    media = [h for h in item.statement.chain if h.kind in MEDIA_KINDS and not is_unnamed(h)]
    return evidence.outlet_named(media[-1].name) if media else None
