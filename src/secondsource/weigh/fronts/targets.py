"""Targets that match a supposed parent's, beside what everybody else's are."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from secondsource.match.kinds import kind_group
from secondsource.match.targets import targets_of
from secondsource.match.tellings import event_of, perpetrator_ids
from secondsource.records import FrontIndicator, Incident, Stance
from secondsource.resolve.countries import countries_by_demonym
from secondsource.weigh.evidence import Evidence
from secondsource.weigh.fronts.alleged import parents_of, sign_of

# So many attacks each must have with a target that is told, and so many others there must be, to say anything.
_LEAST_ATTACKS, _LEAST_OTHERS = 4, 8
# A kind is theirs if it makes up half of the attacks of each, and would come so often by chance in one case of
# fifty, drawn from all attacks here (hypergeometric, each of the two against everybody else).
_LEAST_SHARE, _MOST_CHANCE = 0.5, 0.02


@dataclass(frozen=True, slots=True, kw_only=True)
class Attack:
    """One incident: who is told to have done it, the kinds and countries of its targets, and who says so."""

    by: frozenset[str]
    kinds: frozenset[str]
    statement_ids: tuple[str, ...]


def targets_like_the_parents(evidence: Evidence) -> Iterator[FrontIndicator]:
    """It hits mostly what its supposed parent hits and others seldom do, by kind or by country.

    Counted by incident, whoever tells it and however often.
    """
    parents = parents_of(evidence)
    attacks = attacks_of(evidence) if parents else ()
    for actor in sorted(parents):
        for parent in sorted(parents[actor]):
            own = [a for a in attacks if actor in a.by and parent not in a.by]
            theirs = [a for a in attacks if parent in a.by and actor not in a.by]
            others = [a for a in attacks if not {actor, parent} & a.by]
            if min(len(own), len(theirs)) < _LEAST_ATTACKS:
                continue
            for kind in sorted({k for a in own for k in a.kinds}):
                counts = [(sum(kind in a.kinds for a in side), len(side)) for side in (own, theirs, others)]
                if is_theirs(counts[0], counts[2]) and is_theirs(counts[1], counts[2]):
                    yield sign_of(
                        actor,
                        "targets like its parent's",
                        _words(kind, counts, evidence.name(parent)),
                        [i for a in (*own, *theirs) if kind in a.kinds for i in a.statement_ids],
                    )


def attacks_of(evidence: Evidence) -> tuple[Attack, ...]:
    """The violent incidents whose target is told, in the order of the incidents."""
    found = (_attack(i, evidence) for i in evidence.incidents)
    return tuple(a for a in found if a is not None)


def is_theirs(own: tuple[int, int], others: tuple[int, int]) -> bool:
    """True if a kind of target is what an actor hits, (hits, of how many), beside what all others hit.

    False where there are too few others to compare with.
    """
    hits, of = own
    return (
        others[1] >= _LEAST_OTHERS
        and hits >= _LEAST_SHARE * of
        and _chance(hits, of, hits + others[0], of + others[1]) <= _MOST_CHANCE
    )


def _attack(incident: Incident, evidence: Evidence) -> Attack | None:
    by: set[str] = set()
    kinds: set[str] = set()
    ids: list[str] = []
    for item in evidence.events(evidence.told_of(incident.id)):
        event = event_of(item)
        if item.statement.stance is Stance.DENIES or kind_group(event.type).name != "violence":
            continue
        by.update(a for a in perpetrator_ids(item) if a)
        targets = targets_of(event.on)
        words = (w for mention in event.on for w in mention.name.casefold().split())
        countries = {c.name for w in words if (c := countries_by_demonym().get(w))}
        if found := targets.sites | targets.people | countries:
            kinds |= found
            ids.append(item.statement.id)
    return Attack(by=frozenset(by), kinds=frozenset(kinds), statement_ids=tuple(ids)) if kinds else None


def _chance(hits: int, drawn: int, marked: int, of: int) -> float:
    """How often at least `hits` of `drawn` are marked where `marked` of all `of` are, drawn without return."""
    ways = sum(
        math.comb(marked, n) * math.comb(of - marked, drawn - n) for n in range(hits, min(drawn, marked) + 1)
    )
    return ways / math.comb(of, drawn)


def _words(kind: str, counts: list[tuple[int, int]], parent: str) -> str:
    (own, of_own), (theirs, of_theirs), (others, of_others) = counts
    return (
        f"Its target is told as {kind.replace('_', ' ')} in {own} of {of_own} attacks, and in {theirs} of "
        f"{of_theirs} by {parent}; by others in {others} of {of_others}."
    )
