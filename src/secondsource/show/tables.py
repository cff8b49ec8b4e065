"""The tables that the command line and the Python API give: actors, claims, incidents, ties, sources, documents.

Plain values only; one row a thing, ordered by id or day, so that the same case gives the same bytes.
"""

from __future__ import annotations

import csv
import io
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from secondsource.records import (
    Actor,
    ActorKind,
    ByStatus,
    Derived,
    Document,
    Event,
    Incident,
    Perpetrator,
    Reliability,
    ResolvedStatement,
    Side,
    Stance,
    TieVoice,
    Verdict,
)
from secondsource.resolve import Suggestion
from secondsource.resolve.actor_names import means_nobody
from secondsource.show.brief import phrases
from secondsource.show.tie_days import Heard, heard
from secondsource.weigh import Sources

Cell = str | int | float | bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under named columns; `name` is the plural that the command bears.

    `drawn` are the columns that fit a terminal; JSON, CSV and the API have them all.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    drawn: tuple[str, ...] = ()

    def to_json(self) -> str:
        """A JSON array of objects."""
        return json.dumps(
            [dict(zip(self.columns, r, strict=True)) for r in self.rows], ensure_ascii=False, indent=1
        )

    def to_csv(self) -> str:
        """CSV (RFC 4180) with a header line. A cell that a spreadsheet would run as a formula gets a leading `'`."""
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow(self.columns)
        writer.writerows([_inert(c) for c in row] for row in self.rows)
        return out.getvalue()


def actors_table(derived: Derived) -> Table:
    """Every actor of the case with its names, most mentioned first."""
    names: dict[str, list[str]] = defaultdict(list)
    joins: dict[str, set[str]] = defaultdict(set)
    seen: dict[str, list[date]] = defaultdict(list)
    for alias in derived.aliases:
        names[alias.actor_id].append(alias.name)
        if alias.joined_by != "own name":
            joins[alias.actor_id].add(f"{alias.name}: {alias.joined_by}, {alias.probability:.2f}")
        if alias.first_seen:
            seen[alias.actor_id].append(alias.first_seen)
    statements = Counter(i for s in derived.statements for i in {a.actor_id for a in s.actors})
    claims = Counter(c.claimant_id for c in derived.claims)
    rows = [
        (
            actor.id,
            actor.name,
            actor.kind.value if actor.kind else None,
            "; ".join(sorted(set(names[actor.id]) - {actor.name})) or None,
            "; ".join(sorted(joins[actor.id])) or None,
            _is_new(actor, claims[actor.id]),
            min(seen[actor.id]).isoformat() if seen[actor.id] else None,
            statements[actor.id],
            claims[actor.id],
        )
        for actor in derived.actors
    ]
    rows.sort(key=lambda r: (-int(r[7] or 0), str(r[1]), str(r[0])))
    columns = ("id", "name", "kind", "also", "joined_by", "is_new", "first_seen", "statements", "claims")
    drawn = ("id", "name", "also", "is_new", "first_seen", "statements", "claims")
    return Table(name="actors", columns=columns, rows=tuple(rows), drawn=drawn)


def _is_new(actor: Actor, claims: int) -> bool:
    """True for a group that claims something under a name of its own that the starter list lacks."""
    is_named_group = (
        actor.kind is ActorKind.GROUP and not actor.is_collective and not means_nobody(actor.name)
    )
    return bool(claims) and is_named_group and not actor.is_known


def suggestions_table(suggestions: Iterable[Suggestion]) -> Table:
    """Every pair of actors that may be one, the likeliest first."""
    rows = tuple((s.one, s.other, s.evidence, s.probability, s.one_id, s.other_id) for s in suggestions)
    columns = ("one", "other", "evidence", "probability", "one_id", "other_id")
    return Table(name="suggestions", columns=columns, rows=rows, drawn=columns[:4])


def claims_table(derived: Derived, documents: Mapping[str, Document]) -> Table:
    """Every claim with its two verdicts. `judgement` and `why` are left empty for a person to fill in."""
    facts = _Facts(derived)
    verdicts = {(v.claim_id, v.side): v for v in derived.verdicts}
    rows = []
    for claim in derived.claims:
        told = [facts.statement[i] for i in claim.statement_ids]
        event, author = verdicts.get((claim.id, Side.EVENT)), verdicts.get((claim.id, Side.AUTHORSHIP))
        rows.append(
            (
                claim.id,
                facts.name[claim.claimant_id],
                _distinct(_event(s).type.value for s in told),
                _distinct(m.name for s in told for m in _event(s).on),
                _distinct(_where(s) for s in told),
                _days(told),
                len({s.statement.document_id for s in told}),
                _name_of(event),
                event.credibility if event else None,
                event.is_disputed if event else None,
                None if event is None or event.probability is None else round(event.probability, 3),
                _name_of(author),
                author.credibility if author else None,
                _distinct(_source(documents[s.statement.document_id]) for s in told),
                None,
                None,
            )
        )
    rows.sort(key=lambda r: (str(r[5] or "9"), str(r[1]), r[0]))
    columns = (
        "id", "claimant", "type", "on", "place", "day", "documents", "event", "event_credibility", "is_disputed",
        "probability", "authorship", "authorship_credibility", "sources", "judgement", "why",
    )  # fmt: skip
    drawn = ("id", "claimant", "place", "day", "event", "authorship")
    return Table(name="claims", columns=columns, rows=tuple(rows), drawn=drawn)


def incidents_table(derived: Derived) -> Table:
    """Every incident with its details as told, side by side, and how many independent families tell it."""
    facts = _Facts(derived)
    families = Counter(f.incident_id for f in derived.families)
    rows = [_incident_row(i, facts, families[i.id]) for i in derived.incidents]
    rows.sort(key=lambda r: (str(r[2] or "9"), str(r[0])))
    columns = ("id", "type", "day", "place", "by", "on", "killed", "injured", "families", "statements")
    drawn = ("id", "type", "day", "place", "by", "killed", "families")
    return Table(name="incidents", columns=columns, rows=tuple(rows), drawn=drawn)


def ties_table(derived: Derived) -> Table:
    """Every alleged tie: the origins for and against it, when each was heard, what the two deny themselves."""
    name = {a.id: a.name for a in derived.actors}
    statements = {s.statement.id: s for s in derived.statements}

    def voices(of: Iterable[TieVoice]) -> str | None:
        return _distinct(_voice_words(v, heard(v, statements)) for v in of)

    rows = [
        (
            tie.id,
            name[tie.from_id],
            tie.relation.value,
            name[tie.to_id],
            voices(tie.for_),
            voices(v for v in tie.against if not v.is_self),
            voices(v for v in tie.against if v.is_self),
        )
        for tie in derived.ties
    ]
    rows.sort(key=lambda r: (str(r[1]), str(r[3]), str(r[2]), str(r[0])))
    columns = ("id", "from", "relation", "to", "for", "against", "denied_by_themselves")
    return Table(name="ties", columns=columns, rows=tuple(rows))


def _voice_words(voice: TieVoice, told: Iterable[Heard]) -> str:
    """ "Interior Ministry (grade B, 2025-03-06/2025-03-20, with doubt 2025-04-01)"."""
    notes = ["itself"] if voice.is_self else []
    notes += [f"grade {voice.grade}"] if voice.grade else []
    for stance in told:
        doubt = "with doubt" if stance.stance is Stance.DOUBTS else ""
        days = stance.days.edtf if stance.days else ""
        notes += [words] if (words := f"{doubt} {days}".strip()) else []
    return f"{voice.origin} ({', '.join(notes)})" if notes else voice.origin


def sources_table(
    documents: Iterable[Document], sources: Sources, learned: Iterable[Reliability] = ()
) -> Table:
    """Every outlet with a person's grade, the one that its record earns, its owner and documents."""
    records = {r.outlet: r for r in learned}
    by_outlet: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        by_outlet[document.outlet or ""].append(document)
    rows = []
    for outlet, own in sorted(by_outlet.items()):
        days = sorted(d.published.earliest for d in own if d.published and d.published.earliest)
        rows.append(
            (
                outlet or None,
                sources.grade(outlet),
                phrases.learned_grade(records.get(outlet)),
                sources.owner(outlet),
                len(own),
                days[0].isoformat() if days else None,
                days[-1].isoformat() if days else None,
            )
        )
    return Table(
        name="sources",
        columns=("outlet", "grade", "learned", "owner", "documents", "first", "last"),
        rows=tuple(rows),
    )


def documents_table(documents: Iterable[Document], not_read: Mapping[str, str]) -> Table:
    """Every document in force with where its day was found; `not_read` gives the reason by document id."""
    rows = [
        (
            d.id,
            d.outlet,
            d.title,
            d.published.edtf if d.published else None,
            d.published_from,
            d.language,
            d.marking,
            not_read.get(d.id),
            d.path or d.url,
        )
        for d in documents
    ]
    rows.sort(key=lambda r: (str(r[3] or "9"), str(r[0])))
    columns = (
        "id",
        "outlet",
        "title",
        "published",
        "published_from",
        "language",
        "marking",
        "not_read",
        "path",
    )
    drawn = ("id", "outlet", "title", "published", "not_read")
    return Table(name="documents", columns=columns, rows=tuple(rows), drawn=drawn)


class _Facts:
    """Look-ups that several tables share."""

    def __init__(self, derived: Derived) -> None:
        self.statement = {s.statement.id: s for s in derived.statements}
        self.name = {a.id: a.name for a in derived.actors}


def _incident_row(incident: Incident, facts: _Facts, families: int) -> tuple[Cell, ...]:
    told = [facts.statement[i] for i in incident.statement_ids]
    by = [
        f"{facts.name.get(actor_id, p.actor.name)} ({p.status.value})"
        for s in told
        for p, actor_id in _perpetrators(s)
    ]
    return (
        incident.id,
        _distinct(_event(s).type.value for s in told),
        _days(told),
        _distinct(_where(s) for s in told),
        _distinct(by),
        _distinct(m.name for s in told for m in _event(s).on),
        _distinct(_people(s, "killed") for s in told),
        _distinct(_people(s, "injured") for s in told),
        families,
        len(told),
    )


def _perpetrators(resolved: ResolvedStatement) -> list[tuple[Perpetrator, str]]:
    event = _event(resolved)
    ids = {a.position: a.actor_id for a in resolved.actors if a.role == "by"}
    return [(p, ids.get(i, "")) for i, p in enumerate(event.by) if p.status is not ByStatus.UNKNOWN]


def _event(resolved: ResolvedStatement) -> Event:
    proposition = resolved.statement.proposition
    if not isinstance(proposition, Event):
        raise TypeError(f"{resolved.statement.id} is no event")
    return proposition


def _where(resolved: ResolvedStatement) -> str | None:
    if resolved.place:
        return resolved.place.place.name
    place = _event(resolved).place
    return place.name if place else None


def _days(told: Iterable[ResolvedStatement]) -> str | None:
    """The days as told, each once; a year that one assumes and another writes is written."""
    days = [s.when for s in told if s.when]
    written = {d.edtf for d in days if "year" not in d.assumed}
    return _distinct(
        d.edtf + (" (year assumed)" if "year" in d.assumed and d.edtf not in written else "") for d in days
    )


def _people(resolved: ResolvedStatement, field: str) -> str | None:
    toll = getattr(_event(resolved), field)
    if toll is None:
        return None
    if toll.high is None:
        return f"{toll.low}+"
    return str(toll.low) if toll.low == toll.high else f"{toll.low}–{toll.high}"


def _source(document: Document) -> str:
    return document.outlet or document.title or document.path or document.id


def _name_of(verdict: Verdict | None) -> str | None:
    return verdict.name.value if verdict else None


def _distinct(values: Iterable[str | None]) -> str | None:
    return "; ".join(dict.fromkeys(v for v in values if v)) or None


def _inert(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in "=+-@\t\r" and cell else cell
