"""Targets that match a supposed parent's, beside what everybody else's are."""

from __future__ import annotations

import math
from collections.abc import Iterator

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


def targets_like_the_parents(evidence: Evidence) -> Iterator[FrontIndicator]:
    """It hits mostly what its supposed parent hits and others seldom do, by kind or by country.

    Counted by incident, whoever tells it and however often.
    """
    parents = parents_of(evidence)
    if not parents:
        return
    attacks = [a for i in evidence.incidents if (a := _attack(i, evidence)) is not None]
    for actor in sorted(parents):
        for parent in sorted(parents[actor] - {actor}):
            own = [a for a in attacks if actor in a[0] and parent not in a[0]]
            theirs = [a for a in attacks if parent in a[0] and actor not in a[0]]
            others = [a for a in attacks if not {actor, parent} & a[0]]
            if min(len(own), len(theirs)) < _LEAST_ATTACKS or len(others) < _LEAST_OTHERS:
                continue
            for kind in sorted({k for _, kinds, _ in own for k in kinds}):
                counts = [(sum(kind in k for _, k, _ in side), len(side)) for side in (own, theirs, others)]
                if _is_theirs(*counts):
                    yield sign_of(
                        actor,
                        "targets like its parent's",
                        _words(kind, counts, evidence.name(parent)),
                        [i for _, kinds, ids in (*own, *theirs) if kind in kinds for i in ids],
                    )


def _attack(incident: Incident, evidence: Evidence) -> tuple[set[str], set[str], list[str]] | None:
    """Who is told to have done it, the kinds and countries of its targets, and the statements that say so."""
    by: set[str] = set()
    kinds: set[str] = set()
    ids: list[str] = []
    for item in evidence.events(evidence.told_of(incident.id)):
        event = event_of(item)
        if item.statement.stance is Stance.DENIES or kind_group(event.type).name != "violence":
            continue
        by.update(a for a in perpetrator_ids(item) if a)
        targets = targets_of(event.on)
        found = targets.sites | targets.people
        found |= {
            country.name
            for mention in event.on
            for word in mention.name.casefold().split()
            if (country := countries_by_demonym().get(word))
        }
        kinds |= found
        ids += [item.statement.id] if found else []
    return (by, kinds, ids) if kinds else None


def _is_theirs(own: tuple[int, int], theirs: tuple[int, int], others: tuple[int, int]) -> bool:
    return all(
        hit >= _LEAST_SHARE * of and _chance(hit, of, hit + others[0], of + others[1]) <= _MOST_CHANCE
        for hit, of in (own, theirs)
    )


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
