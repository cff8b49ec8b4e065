"""What a question leaves of a case: the records that touch an actor or a place, or that became known since a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches

from secondsource.records import Derived, Event, Finding, PlaceKind, ResolvedStatement
from secondsource.show.brief.folding import contains, folded
from secondsource.show.brief.parts import Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowed:
    """What is left of a case. `subjects` are the actors asked about (None: no actor was asked about).

    `meant` are the names that the question was taken to mean, `nearest` what comes close if it fits nothing.
    """

    derived: Derived
    subjects: frozenset[str] | None = None
    meant: tuple[str, ...] = ()
    nearest: tuple[str, ...] = ()


def narrow(derived: Derived, question: Question) -> Narrowed:
    """The records that answer a question. An incident stays whole: what others say of it stays beside the claim."""
    narrowed = Narrowed(derived=derived)
    if question.about:
        narrowed = _about(derived, folded(question.about))
    if question.since:
        narrowed = replace(narrowed, derived=_since(narrowed.derived, question.since))
    return narrowed


def actors_named(derived: Derived, name: str) -> frozenset[str]:
    """Ids of the actors of that name; else of those whose name holds it, or whose id begins so."""
    by_name = _actors_meant(derived, folded(name), whole=False)
    ids = {a.id for a in derived.actors if name and name in (a.id, a.id.partition(":")[2][: len(name)])}
    return frozenset(by_name or ids)


def _about(derived: Derived, wanted: str) -> Narrowed:
    """What touches an actor of that name or happened at a place of that name; both where a name is both."""
    places = _places(derived, wanted)
    is_a_place = any(folded(n) == wanted for names in places.values() for n in names)
    subjects = _actors_meant(derived, wanted, whole=is_a_place)
    if not subjects and not places:
        return Narrowed(derived=_keep(derived, []), nearest=_nearest(derived, wanted))
    touched = [
        s
        for s in derived.statements
        if s.statement.id in places or any(a.actor_id in subjects for a in s.actors)
    ]
    left = _keep(derived, touched)
    names = {a.id: a.name for a in derived.actors}
    meant = {names[i] for i in subjects if i in names} | {n for found in places.values() for n in found}
    if not subjects:
        return Narrowed(derived=left, meant=_once(meant))
    ties = tuple(t for t in left.ties if {t.from_id, t.to_id} & subjects)
    indicators = tuple(i for i in derived.indicators if i.actor_id in subjects)
    narrowed = replace(left, ties=ties, indicators=indicators)
    return Narrowed(derived=narrowed, subjects=frozenset(subjects), meant=_once(meant))


def _once(names: set[str]) -> tuple[str, ...]:
    """Names in order, those that differ by an accent once."""
    return tuple(sorted({folded(n): n for n in sorted(names, reverse=True)}.values()))


def _nearest(derived: Derived, wanted: str) -> tuple[str, ...]:
    """Names that a slip of the hand may have meant."""
    names = [*(a.name for a in derived.aliases), *(a.name for a in derived.actors)]
    everything = {folded(n): n for n in names}
    near = get_close_matches(wanted, sorted(everything), n=5, cutoff=0.6)
    return tuple(everything[n] for n in near)


def _actors_meant(derived: Derived, wanted: str, *, whole: bool) -> set[str]:
    """Actors of that name; else, unless only `whole` names count, those whose name holds it."""
    names = [(a.actor_id, folded(a.name)) for a in derived.aliases]
    names += [(a.id, folded(a.name)) for a in derived.actors]
    exact = {i for i, n in names if wanted and n == wanted}
    return exact or (set() if whole else {i for i, n in names if contains(n, wanted)})


def _places(derived: Derived, wanted: str) -> dict[str, set[str]]:
    """Statement ids with the place names in them that fit; a country stands for all that lies in it."""
    gazetteer = [s.place.place for s in derived.statements if s.place]
    countries = {
        p.country: p.name for p in gazetteer if p.kind is PlaceKind.COUNTRY and folded(p.name) == wanted
    }
    found: dict[str, set[str]] = {}
    for resolved in derived.statements:
        fitting = {n for n in _place_names(resolved) if n and contains(folded(n), wanted)}
        if resolved.place and resolved.place.place.country in countries:
            fitting.add(countries[resolved.place.place.country])
        if fitting:
            found[resolved.statement.id] = fitting
    return found


def _place_names(resolved: ResolvedStatement) -> Iterable[str | None]:
    proposition = resolved.statement.proposition
    if isinstance(proposition, Event) and proposition.place:
        yield proposition.place.name
        yield from proposition.place.within
    if resolved.place:
        yield from (resolved.place.place.name, resolved.place.place.admin1)


def _since(derived: Derived, since: date) -> Derived:
    fresh = [s for s in derived.statements if s.known and s.known.latest and s.known.latest >= since]
    return _keep(derived, fresh)


def _keep(derived: Derived, touched: list[ResolvedStatement]) -> Derived:
    """The case with these statements, all else that is told of their incidents, and what rests on any of it."""
    ids = {s.statement.id for s in touched}
    incidents = tuple(i for i in derived.incidents if ids & set(i.statement_ids))
    ids |= {s for i in incidents for s in i.statement_ids}
    claims = tuple(c for c in derived.claims if c.incident_id in {i.id for i in incidents})
    verdicts = tuple(v for v in derived.verdicts if v.claim_id in {c.id for c in claims})
    ids |= {s for v in verdicts for r in v.reasons for s in r.statement_ids}
    ids |= {
        s.statement.id
        for s in derived.statements
        if isinstance(f := s.statement.proposition, Finding) and f.of in ids
    }
    ties = tuple(t for t in derived.ties if any(set(v.statement_ids) & ids for v in (*t.for_, *t.against)))
    ids |= {s for t in ties for v in (*t.for_, *t.against) for s in v.statement_ids}
    indicators = tuple(i for i in derived.indicators if ids & set(i.statement_ids))
    ids |= {s for i in indicators for s in i.statement_ids}
    return replace(
        derived,
        statements=tuple(s for s in derived.statements if s.statement.id in ids),
        incidents=incidents,
        families=tuple(f for f in derived.families if f.incident_id in {i.id for i in incidents}),
        claims=claims,
        verdicts=verdicts,
        ties=ties,
        indicators=indicators,
    )
