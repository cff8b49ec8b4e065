"""What a group has not claimed, by kind of target and by country, with the coverage that this rests on.

Absence is an answer only where something could have been seen: the kinds and countries are those that somebody is
said to have attacked here, and the countries in which attacks took place. With too little coverage it isn't known.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from secondsource.match.outlets import is_nobody
from secondsource.match.targets import targets_in
from secondsource.match.unions import Unions
from secondsource.records import ActorKind, Document, Span
from secondsource.resolve.countries import is_country
from secondsource.weigh.attacks import Attack, find_attacks
from secondsource.weigh.claims import find_claims
from secondsource.weigh.evidence import Evidence, first_published
from secondsource.weigh.phrases import load_phrases
from secondsource.weigh.target_words import country_targets, kind_noun, target_countries

# With fewer claims of its own, attacks on such targets, or origins that tell of them, nothing can be told.
LEAST_CLAIMS, LEAST_ATTACKS, LEAST_ORIGINS = 3, 3, 2
# A sentence ends at a full stop, question or exclamation mark before a blank, at an empty line, or at the end of a
# line after which another begins large.
_END = re.compile(r"[.!?][\"'”)\]]*(?=\s|$)|\n\s*\n|\n(?=[\"“A-Z])")
_LONGEST = 600
# One of these stands in each phrase of [has_not_claimed]; texts without them are not looked through.
IN_EACH_PHRASE = ("claimed", "responsibility")


class Standing(StrEnum):
    """Whether a group claims attacks on such targets here."""

    CLAIMED = "claimed"
    NOT_CLAIMED = "not claimed"
    NOT_KNOWN = "not known"


_ORDER = (Standing.NOT_CLAIMED, Standing.CLAIMED, Standing.NOT_KNOWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What is told of attacks: how many, in how many documents of how many outlets and origin families, over which
    days (None where none has a day), and in which statements."""

    attacks: int
    documents: int
    outlets: int
    origins: int
    first: date | None
    last: date | None
    statement_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetAnswer:
    """One kind or country of target (`value` is the kind's name or the ISO code; `noun` says it in words).

    `own` counts the group's own claims; `claimed_by` and `laid_to` are the names of others with how many attacks;
    `laid_to_it` how many others lay to the group, which it doesn't claim.
    """

    matter: str
    value: str
    noun: str
    standing: Standing
    own: int
    laid_to_it: int
    claimed_by: tuple[tuple[str, int], ...]
    laid_to: tuple[tuple[str, int], ...]
    coverage: Coverage


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidSo:
    """Words of a document by which somebody has not claimed attacks on some kind of target; of whom, they show."""

    document_id: str
    span: Span
    nouns: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Absences:
    """All answers about one group, those not claimed first; `own` is what its own claims rest on.

    Counted are attacks from `since` on, the first day on which anything is told of it.
    """

    actor_id: str
    actor: str
    since: date | None
    own: Coverage
    answers: tuple[TargetAnswer, ...]
    said: tuple[SaidSo, ...]


def find_absences(actor_ids: Iterable[str], evidence: Evidence) -> tuple[Absences, ...]:
    """For each actor what the case gives for each kind and country of target that attacks here are told of."""
    attacks = find_attacks(evidence, find_claims(evidence.incidents, evidence.statements.values()))
    said = find_said_so(evidence)
    return tuple(_absences(a, attacks, said, evidence) for a in actor_ids)


def _absences(
    actor_id: str, attacks: Iterable[Attack], said: Iterable[SaidSo], evidence: Evidence
) -> Absences:
    since = _first_seen(actor_id, attacks, evidence)
    counted = [a for a in attacks if since is None or a.day is None or a.day >= since]
    own = [a for a in counted if actor_id in a.claimants]
    kinds = {k for a in counted for k in a.kinds}
    countries = {c for a in counted for c in a.countries} | _grounds(counted, evidence)
    answers = [
        _answer(actor_id, "kind", k, kind_noun(k), [a for a in counted if k in a.kinds], len(own), evidence)
        for k in sorted(kinds)
    ]
    answers += [
        _answer(
            actor_id,
            "country",
            c,
            country_targets(c),
            [a for a in counted if c in a.countries],
            len(own),
            evidence,
        )
        for c in sorted(countries)
    ]
    answers.sort(key=lambda a: (_ORDER.index(a.standing), a.matter, -a.coverage.attacks, a.noun))
    return Absences(
        actor_id=actor_id,
        actor=evidence.name(actor_id),
        since=since,
        own=_coverage(own, evidence),
        answers=tuple(answers),
        said=tuple(s for s in said if _may_be_of(s, actor_id, evidence)),
    )


def find_said_so(evidence: Evidence) -> tuple[SaidSo, ...]:
    """The sentences of all documents by which attacks on some kind of target have not been claimed."""
    return tuple(s for d in evidence.documents.values() if d.row is None for s in _said_in(d))


def _said_in(document: Document) -> Iterator[SaidSo]:
    if not any(word in document.text for word in IN_EACH_PHRASE):
        return
    text = document.text.replace("’", "'")
    for told in load_phrases()["has_not_claimed"].pattern.finditer(text):
        ends = [m.end() for m in _END.finditer(text, max(0, told.start() - _LONGEST), told.start())]
        start = ends[-1] if ends else max(0, told.start() - _LONGEST)
        start += len(text[start : told.start()]) - len(text[start : told.start()].lstrip())
        stop = _END.search(text, told.end(), told.end() + _LONGEST)
        end = stop.end() if stop else min(len(text), told.end() + _LONGEST)
        rest = text[told.end() : end]
        targets = targets_in(rest)
        nouns = [country_targets(c) for c in sorted(target_countries(rest))]
        nouns += [kind_noun(k) for k in sorted(targets.sites or targets.people)]
        if nouns:
            span = Span(start=start, end=start + len(text[start:end].rstrip()))
            yield SaidSo(document_id=document.id, span=span, nouns=tuple(dict.fromkeys(nouns)))


def _answer(
    actor_id: str, matter: str, value: str, noun: str, on_it: list[Attack], claims: int, evidence: Evidence
) -> TargetAnswer:
    own = sum(actor_id in a.claimants for a in on_it)
    coverage = _coverage(on_it, evidence)
    is_covered = (
        claims >= LEAST_CLAIMS and coverage.attacks >= LEAST_ATTACKS and coverage.origins >= LEAST_ORIGINS
    )
    absent = Standing.NOT_CLAIMED if is_covered else Standing.NOT_KNOWN
    claimed = Counter(evidence.name(c) for a in on_it for c in a.claimants - {actor_id})
    laid = Counter(evidence.name(c) for a in on_it for c in a.named - a.claimants - {actor_id})
    return TargetAnswer(
        matter=matter,
        value=value,
        noun=noun,
        standing=Standing.CLAIMED if own else absent,
        own=own,
        laid_to_it=sum(actor_id in a.named and actor_id not in a.claimants for a in on_it),
        claimed_by=_ranked(claimed),
        laid_to=_ranked(laid),
        coverage=coverage,
    )


def _coverage(attacks: list[Attack], evidence: Evidence) -> Coverage:
    statements = [evidence.statements[s] for a in attacks for s in a.statement_ids]
    documents = {s.statement.document_id for s in statements}
    families = [f for a in attacks for f in evidence.families.get(a.incident_id, ())]
    # An origin that tells of two attacks is one.
    unions = Unions(o for f in families for o in f.origins)
    for family in families:
        for other in family.origins[1:]:
            unions.join(family.origins[0], other, "")
    days = sorted(a.day for a in attacks if a.day)
    return Coverage(
        attacks=len(attacks),
        documents=len(documents),
        outlets=len({evidence.outlet(d).key for d in documents}),
        origins=len(list(unions.groups())),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        statement_ids=tuple(s.statement.id for s in sorted(statements, key=first_published)),
    )


def _grounds(attacks: Iterable[Attack], evidence: Evidence) -> set[str]:
    """The countries in which attacks took place, if we know what their people are called."""
    places = (evidence.statements[s].place for a in attacks for s in a.statement_ids)
    codes = {p.place.country for p in places if p and p.place.country}
    return {c for c in codes if country_targets(c) != c}


def _first_seen(actor_id: str, attacks: Iterable[Attack], evidence: Evidence) -> date | None:
    days = [a.day for a in attacks if a.day and actor_id in a.claimants | a.named]
    days += [
        s.known.earliest
        for s in evidence.statements.values()
        if s.known and s.known.earliest and any(a.actor_id == actor_id for a in s.actors)
    ]
    return min(days, default=None)


def _may_be_of(said: SaidSo, actor_id: str, evidence: Evidence) -> bool:
    """True if the sentence names the actor, or names no group and its document tells of the actor."""
    text = evidence.documents[said.document_id].text[said.span.start : said.span.end].casefold()
    named = {a for a, name in _group_names(evidence) if name.casefold() in text}
    if named:
        return actor_id in named
    here = evidence.by_document.get(said.document_id, ())
    return any(a.actor_id == actor_id for s in here for a in s.actors)


def _group_names(evidence: Evidence) -> Iterator[tuple[str, str]]:
    for actor in evidence.actors.values():
        is_group = actor.kind is ActorKind.GROUP and not actor.is_collective
        # "Foreign-backed militias" ends small: words for some groups, and no group's name.
        is_name = any(w[:1].isupper() for w in actor.name.split()[-1:])
        if is_group and is_name and not is_nobody(actor.name) and not is_country(actor.name):
            yield actor.id, actor.name


def _ranked(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items(), key=lambda c: (-c[1], c[0])))
