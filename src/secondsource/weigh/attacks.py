"""The attacks of a case, each incident once: day, targets by kind and country, who claims it, who is named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from secondsource.match.kinds import kind_group
from secondsource.match.origins import claimant_ids
from secondsource.match.outlets import is_nobody
from secondsource.match.targets import targets_in
from secondsource.match.tellings import event_of, perpetrator_ids
from secondsource.records import ByStatus, Claim, DayRange, Incident, ResolvedStatement, Stance
from secondsource.weigh.evidence import Evidence, first_published
from secondsource.weigh.target_words import target_countries

_GROUPS = frozenset({"violence", "abduction"})
_NAMED = frozenset({ByStatus.ACCUSED, ByStatus.REPORTED})
# A day told less exactly than within a month is no day of an attack.
_WIDEST_DAYS = 31


@dataclass(frozen=True, slots=True, kw_only=True)
class Attack:
    """One incident of violence or abduction. `kinds` of target and `countries` (ISO codes) are as told, the most told
    first, things before people.

    `day` is the middle of the narrowest day range told; None where it is wider than a month. `claimants` claim it,
    `named` are accused or reported by others; `statement_ids` tell it, those that deny it left out.
    """

    incident_id: str
    day: date | None
    kinds: tuple[str, ...]
    countries: tuple[str, ...]
    claimants: frozenset[str]
    named: frozenset[str]
    statement_ids: tuple[str, ...]


def find_attacks(evidence: Evidence, claims: Iterable[Claim]) -> tuple[Attack, ...]:
    """The attacks by day, those without a day last."""
    claimants: dict[str, set[str]] = {}
    for claim in claims:
        claimants.setdefault(claim.incident_id, set()).add(claim.claimant_id)
    found = [
        attack
        for incident in evidence.incidents
        if (attack := _attack(incident, evidence, claimants)) is not None
    ]
    return tuple(sorted(found, key=lambda a: (a.day or date.max, a.incident_id)))


def _attack(incident: Incident, evidence: Evidence, claimants: Mapping[str, set[str]]) -> Attack | None:
    told = [
        s
        for s in evidence.events(evidence.told_of(incident.id))
        if s.statement.stance is not Stance.DENIES and kind_group(event_of(s).type).name in _GROUPS
    ]
    if not told:
        return None
    targets = [m.name for s in told for m in event_of(s).on]
    victims = [
        part.who
        for s in told
        for toll in (event_of(s).killed, event_of(s).injured, event_of(s).abducted)
        if toll
        for part in toll.of
    ]
    return Attack(
        incident_id=incident.id,
        day=_day(told),
        kinds=(
            *_most_told(k for t in targets for k in targets_in(t).sites),
            *_most_told(k for t in targets for k in targets_in(t).people),
        ),
        countries=_most_told(c for t in (*targets, *victims) for c in target_countries(t)),
        claimants=frozenset(claimants.get(incident.id, ())),
        named=frozenset(i for s in told for i in _named(s, evidence)),
        statement_ids=tuple(s.statement.id for s in told),
    )


def _most_told(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(v for v, _ in sorted(Counter(values).items(), key=lambda c: (-c[1], c[0])))


def _named(item: ResolvedStatement, evidence: Evidence) -> list[str]:
    claimed = set(claimant_ids(item))
    return [
        i
        for i, p in zip(perpetrator_ids(item), event_of(item).by, strict=True)
        if i is not None
        and i not in claimed
        and p.status in _NAMED
        and not p.actor.is_collective
        and not is_nobody(evidence.name(i))
    ]


def _day(told: Iterable[ResolvedStatement]) -> date | None:
    """The middle day of the narrowest range; of equals, the first published one's."""
    ranges = [
        (width, first_published(s), s.when)
        for s in told
        if s.when is not None and (width := _width(s.when)) is not None and width < _WIDEST_DAYS
    ]
    if not ranges:
        return None
    width, _, when = min(ranges, key=lambda r: r[:2])
    assert when.earliest is not None
    return when.earliest + timedelta(days=width // 2)


def _width(when: DayRange) -> int | None:
    if when.earliest is None or when.latest is None:
        return None
    return (when.latest - when.earliest).days
