"""What people decided about which names are one actor: same, not-same, split, undo. The latest word stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from secondsource.codec import content_id
from secondsource.judgements import in_force
from secondsource.records import Judgement, JudgementKind
from secondsource.resolve.clusters import Clusters, Edge, Why
from secondsource.resolve.transliteration import fold_name

_KINDS = (JudgementKind.SAME, JudgementKind.NOT_SAME, JudgementKind.SPLIT)


@dataclass(frozen=True, slots=True)
class Decisions:
    """Pairs of nodes that are one, and pairs that are not."""

    together: frozenset[Edge]
    apart: frozenset[frozenset[str]]


def actor_id(node: str) -> str:
    """The id of the actor whose cluster's smallest node this is."""
    return content_id("actor", node)


def decide(
    judgements: Iterable[Judgement], nodes: Mapping[str, str], build: Callable[[Decisions], Clusters]
) -> Decisions:
    """The decisions in force over `nodes` (node → name shown). `build` clusters under given decisions.

    A subject is an actor's id or a name; one that the case no longer holds is passed over, so that withdrawing
    a document never makes a judgement an error. An undone judgement counts for nothing.
    """
    find = _Finder(nodes)
    verdicts: dict[frozenset[str], bool] = {}
    for judgement in in_force(judgements):
        if judgement.kind not in _KINDS:
            continue
        if judgement.kind is JudgementKind.SPLIT:
            for pair in _split(judgement, find, build(_decisions(verdicts))):
                verdicts[pair] = False
            continue
        subjects = [n for n in map(find, judgement.subjects) if n]
        is_same = judgement.kind is JudgementKind.SAME
        for a, b in combinations(dict.fromkeys(subjects), 2):
            verdicts[frozenset((a, b))] = is_same
    return _decisions(verdicts)


class _Finder:
    """From what a judgement names to a node."""

    def __init__(self, nodes: Mapping[str, str]) -> None:
        self._by_id = {actor_id(n): n for n in nodes}
        self._by_name: dict[str, str] = {}
        for node in sorted(nodes, reverse=True):
            self._by_name[fold_name(nodes[node])] = node

    def __call__(self, subject: str) -> str | None:
        return self._by_id.get(subject) or self._by_name.get(fold_name(subject))


def _split(judgement: Judgement, find: _Finder, clusters: Clusters) -> list[frozenset[str]]:
    """The names after the first subject leave its cluster together; with no names, all part from all."""
    whole = find(judgement.subjects[0]) if judgement.subjects else None
    if whole is None:
        return []
    members = next(g for g in clusters.groups() if whole in g)
    cut = [n for n in map(find, judgement.subjects[1:]) if n in members]
    if not cut:
        return [frozenset(p) for p in combinations(members, 2)]
    return [frozenset((c, m)) for c in cut for m in members if m not in cut]


def _decisions(verdicts: Mapping[frozenset[str], bool]) -> Decisions:
    pairs = [(p, same) for p, same in verdicts.items() if len(p) == 2]
    return Decisions(
        together=frozenset(Edge(Why.JUDGEMENT, *sorted(p)) for p, same in pairs if same),
        apart=frozenset(p for p, same in pairs if not same),
    )
