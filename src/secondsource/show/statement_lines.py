"""What `secondsource read` prints: one JSON object a line for a document, then one for each statement.

The contract is docs/read-output.md. Offsets are Unicode code points into the document line's `text`.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Any

from secondsource.records import (
    Channel,
    DayRange,
    Document,
    Emergence,
    Event,
    Finding,
    Holder,
    Mention,
    Naming,
    ResolvedStatement,
    Span,
    Statement,
    Threat,
    Tie,
    TimeMention,
    Toll,
)

Plain = dict[str, Any]


def statement_lines(
    document: Document, statements: Iterable[Statement], resolved: Mapping[str, ResolvedStatement]
) -> Iterator[str]:
    """JSON lines for one document: the document first, then its statements by `start`, then by `end`.

    `resolved` gives day and place by statement id; a statement that isn't in it prints its words alone.
    """
    yield _json(_document_line(document))
    for statement in sorted(statements, key=lambda s: (s.span.start, s.span.end, s.id)):
        yield _json(statement_line(statement, resolved.get(statement.id)))


def statement_line(statement: Statement, resolved: ResolvedStatement | None) -> Plain:
    """One statement as the contract's object."""
    kind = statement.kind
    return {
        "kind": kind,
        "document": statement.document_id,
        "id": statement.id,
        **_ends(statement.span),
        "chain": [_holder(h) for h in statement.chain],
        "stance": statement.stance.value,
        kind: _proposition(statement, resolved),
    }


@cache
def event_codes() -> Mapping[str, Mapping[str, str]]:
    """ACLED's and PLOVER's codes by our event type."""
    text = resources.files("secondsource.show").joinpath("event_codes.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return {row["type"]: row for row in rows}


def _document_line(document: Document) -> Plain:
    return {
        "kind": "document",
        "document": document.id,
        "path": document.path,
        "title": document.title,
        "outlet": document.outlet,
        "url": document.url,
        "published": document.published.edtf if document.published else None,
        "published_from": document.published_from,
        "language": document.language,
        "text": document.text,
    }


def _proposition(statement: Statement, resolved: ResolvedStatement | None) -> Plain:
    match statement.proposition:
        case Event() as event:
            return _event(event, resolved)
        case Tie() as tie:
            return {
                "from": tie.from_.name,
                "relation": tie.relation.value,
                "to": tie.to.name,
                "from_span": _ends(tie.from_.span),
                "to_span": _ends(tie.to.span),
            }
        case Naming() as naming:
            return {"name": naming.name.name, "also": [m.name for m in naming.also]}
        case Emergence() as emergence:
            return {"actor": emergence.actor.name, "when": _when(emergence.when, resolved)}
        case Threat() as threat:
            return {
                "by": threat.by.name,
                "on": [m.name for m in threat.on],
                "deadline": threat.deadline.name if threat.deadline else None,
            }
        case Channel() as channel:
            return {
                "actor": channel.actor.name,
                "medium": channel.medium.value,
                "handle": channel.handle.name if channel.handle else None,
                "authenticity": channel.authenticity.value,
            }
        case Finding() as finding:
            return {
                "of": finding.of,
                "outcome": finding.outcome.value,
                "what": finding.what.name if finding.what else None,
            }


def _event(event: Event, resolved: ResolvedStatement | None) -> Plain:
    codes = event_codes()[event.type.value]
    return {
        "type": event.type.value,
        "code": codes["plover"] or None,
        "acled": codes["acled_sub_event"],
        "by": [{**_named(p.actor), "status": p.status.value} for p in event.by],
        "on": [_named(m) for m in event.on],
        "place": _place(event, resolved),
        "when": _when(event.when, resolved),
        "means": event.means.name if event.means else None,
        "killed": _toll(event.killed),
        "injured": _toll(event.injured),
        "abducted": _toll(event.abducted),
    }


def _place(event: Event, resolved: ResolvedStatement | None) -> Plain | None:
    if event.place is None:
        return None
    found = resolved.place if resolved else None
    rule = found.rule if found else resolved.unplaced if resolved else None
    return {
        "name": event.place.name,
        **_ends(event.place.span),
        "relation": event.place.relation.value,
        "within": list(event.place.within),
        "country": found.place.country if found else None,
        "lat": found.place.latitude if found else None,
        "lon": found.place.longitude if found else None,
        "precision": found.precision if found else None,
        "geo_precision": found.geo_precision if found else None,
        "rule": rule,
    }


def _when(when: TimeMention | None, resolved: ResolvedStatement | None) -> Plain | None:
    if when is None:
        return None
    days = resolved.when if resolved else None
    rule = days.rule if days else resolved.undated if resolved else None
    return {"text": when.words, **_ends(when.span), **_day_range(days), "rule": rule}


def _day_range(day_range: DayRange | None) -> Plain:
    if day_range is None:
        return {"edtf": None, "earliest": None, "latest": None, "assumed": []}
    return {
        "edtf": day_range.edtf,
        "earliest": day_range.earliest.isoformat() if day_range.earliest else None,
        "latest": day_range.latest.isoformat() if day_range.latest else None,
        "assumed": list(day_range.assumed),
    }


def _toll(toll: Toll | None) -> Plain | None:
    if toll is None:
        return None
    parts = [{"who": p.who, "n": p.n} for p in toll.of]
    return {"low": toll.low, "high": toll.high, "of": parts, **_ends(toll.span)}


def _holder(holder: Holder) -> Plain:
    ends = _ends(holder.span) if holder.span else {"start": None, "end": None}
    return {"name": holder.name, "kind": holder.kind.value, **ends}


def _named(mention: Mention) -> Plain:
    return {"name": mention.name, **_ends(mention.span)}


def _ends(span: Span) -> Plain:
    return {"start": span.start, "end": span.end}


def _json(plain: Plain) -> str:
    return json.dumps(plain, ensure_ascii=False, allow_nan=False)
