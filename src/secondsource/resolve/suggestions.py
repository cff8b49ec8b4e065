"""Actors of a case that may be one, for a person to decide: evidence that is too weak, or of a kind, to join them.

Nothing is joined here. Candidates come from the index of names and from what their letters and meanings have in
common, never from all pairs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from secondsource.judgements import in_force
from secondsource.records import Actor, ActorKind, Alias, Judgement, JudgementKind
from secondsource.resolve.actor_names import means_nobody
from secondsource.resolve.known_actors import KnownActors
from secondsource.resolve.name_concepts import concepts
from secondsource.resolve.name_evidence import Likelihood, compare_names
from secondsource.resolve.name_index import NameIndex
from secondsource.resolve.name_parts import name_parts
from secondsource.resolve.names import acronyms_of
from secondsource.resolve.transliteration import fold_name

LEAST_PROBABILITY = 0.5
_NEAREST = 8
_LONGEST_NAME = 150  # letters; the longest of the starter list has 96
_LONGEST_BLOCK = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """Two actors that may be one, by their most telling pair of names. `evidence` is a phrase for people."""

    one_id: str
    other_id: str
    one: str
    other: str
    evidence: str
    probability: float


def suggest_joins(
    actors: Sequence[Actor], aliases: Sequence[Alias], judgements: Iterable[Judgement], known: KnownActors
) -> tuple[Suggestion, ...]:
    """Pairs of actors that may be one with `LEAST_PROBABILITY` or more, the likeliest first.

    The same whatever the order of what is given. Pairs of which a person said *not-same* are left out, and so are
    states, collectives, outlets with groups, and who holds an office with groups.
    """
    kind_of = {a.id: a.kind for a in actors if not a.is_collective and a.kind is not ActorKind.STATE}
    named = sorted({(a.name, a.actor_id) for a in aliases if a.actor_id in kind_of})
    named = [(n, a) for n, a in named if len(n) <= _LONGEST_NAME and not means_nobody(n)]
    apart = _apart(judgements, aliases)
    best: dict[tuple[str, str], tuple[Likelihood, str, str]] = {}
    for (a, one), (b, other) in _candidates(named):
        pair = (min(one, other), max(one, other))
        if one == other or frozenset(pair) in apart or not _may_be_one(kind_of[one], kind_of[other]):
            continue
        found = compare_names(a, b, known)
        names = (a, b) if pair == (one, other) else (b, a)
        if found.probability >= LEAST_PROBABILITY and (
            pair not in best or (-found.probability, names) < (-best[pair][0].probability, best[pair][1:])
        ):
            best[pair] = (found, *names)
    suggestions = (
        Suggestion(
            one_id=one,
            other_id=other,
            one=a,
            other=b,
            evidence=found.evidence.value,
            probability=round(found.probability, 2),
        )
        for (one, other), (found, a, b) in best.items()
    )
    return tuple(sorted(suggestions, key=lambda s: (-s.probability, s.one, s.other, s.one_id, s.other_id)))


_Named = tuple[str, str]


def _candidates(named: Sequence[_Named]) -> list[tuple[_Named, _Named]]:
    """Pairs of (name, actor) worth a look, each once, in order."""
    pairs: set[tuple[int, int]] = set()
    index = NameIndex([name for name, _ in named])
    blocks: dict[object, list[int]] = defaultdict(list)
    for position, (name, _) in enumerate(named):
        for near in index.nearest(name, _NEAREST):
            pairs.add((min(position, near.position), max(position, near.position)))
        for key in _keys(name):
            blocks[key].append(position)
    for block in blocks.values():
        some = sorted(set(block))[:_LONGEST_BLOCK]
        pairs.update((a, b) for n, a in enumerate(some) for b in some[n + 1 :])
    return [(named[a], named[b]) for a, b in sorted(pairs) if a != b]


def _keys(name: str) -> set[object]:
    """What names that may be one have in common though they are not spelt alike: letters, or rare meanings."""
    parts = name_parts(name)
    keys: set[object] = set(parts.acronyms)
    for full in parts.full:
        keys |= acronyms_of(full)
        meanings = concepts(full)
        keys.add(tuple(sorted(meanings)))
        keys |= {m for m in meanings if m.startswith("~") and len(m) > 3}
    return keys


def _apart(judgements: Iterable[Judgement], aliases: Sequence[Alias]) -> set[frozenset[str]]:
    """Pairs of actors of which the latest word is that they are not the same."""
    ids = {a.actor_id for a in aliases}
    by_name = {fold_name(a.name): a.actor_id for a in sorted(aliases, key=lambda a: (a.name, a.actor_id))}
    apart: set[frozenset[str]] = set()
    for judgement in in_force(judgements):
        if judgement.kind is JudgementKind.NOT_SAME:
            named = [s if s in ids else by_name.get(fold_name(s)) for s in judgement.subjects]
            found = sorted({n for n in named if n})
            apart |= {frozenset((a, b)) for n, a in enumerate(found) for b in found[n + 1 :]}
    return apart


def _may_be_one(one: ActorKind | None, other: ActorKind | None) -> bool:
    """An outlet is no group, and a group named after somebody in office is not that person."""
    kinds = {one, other}
    if ActorKind.OUTLET in kinds:
        return one == other
    return ActorKind.OFFICE not in kinds or kinds.isdisjoint((ActorKind.GROUP, ActorKind.PARTY))
