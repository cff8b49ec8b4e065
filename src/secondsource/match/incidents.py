"""Incidents: the event statements that are about one real-world event, with the reasons that joined them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from secondsource.match.antecedents import find_antecedents
from secondsource.match.blocks import candidate_pairs
from secondsource.match.cluster import cluster
from secondsource.match.decisions import Decisions, decide, incident_id, judged, parts_of, settle
from secondsource.match.score import Likeness, compare_tellings, find_conflict
from secondsource.match.tellings import Telling, first_known, gather_tellings
from secondsource.match.weights import Weights, load_weights
from secondsource.records import Event, Incident, Judgement, ResolvedStatement


def join_incidents(
    resolved: Sequence[ResolvedStatement],
    judgements: Sequence[Judgement] = (),
    *,
    copies: Mapping[str, str] | None = None,
    weights: Weights | None = None,
) -> tuple[Incident, ...]:
    """Every event statement in one incident, incidents by id.

    `copies` leads from a statement to the earlier one whose words it repeats (`find_repeats`). Order of input
    doesn't matter. Cost is that of the pairs that share a block.
    """
    weights = weights or load_weights()
    events = {s.statement.id: s for s in resolved if isinstance(s.statement.proposition, Event)}
    decisions = settle(decide(judgements, sorted(events)))
    alone = frozenset(i for a, b, _ in decisions.apart for i in (a, b))
    tellings = gather_tellings(events.values(), copies, alone)
    work = _Work(tellings, decisions, weights)
    groups = cluster(
        len(tellings), candidate_pairs(tellings, weights), work.score, weights.threshold, work.must()
    )
    incidents = [
        _incident(part, events, work)
        for group in groups
        for part in parts_of([s for p in group for s in tellings[p].statement_ids], work.decisions)
    ]
    return tuple(sorted(incidents, key=lambda i: i.id))


class _Work:
    """The tellings at hand, with what people decided about them."""

    def __init__(self, tellings: tuple[Telling, ...], decisions: Decisions, weights: Weights) -> None:
        self.tellings, self.decisions, self.weights = tellings, decisions, weights
        self.position = {s: n for n, t in enumerate(tellings) for s in t.statement_ids}
        self.apart = {frozenset((self.position[a], self.position[b])) for a, b, _ in decisions.apart}
        self.goes_on = find_antecedents(tellings)

    def likeness(self, first: int, second: int) -> Likeness:
        return compare_tellings(self.tellings[first], self.tellings[second], self.weights, self.goes_on)

    def score(self, first: int, second: int) -> float | None:
        one, other = self.tellings[first], self.tellings[second]
        if frozenset((first, second)) in self.apart or find_conflict(one, other, self.weights):
            return None
        return self.likeness(first, second).score

    def must(self) -> list[tuple[int, int]]:
        return [(self.position[a], self.position[b]) for a, b, _ in self.decisions.together]


def _incident(ids: Sequence[str], events: Mapping[str, ResolvedStatement], work: _Work) -> Incident:
    first = min(ids, key=lambda i: (first_known(events[i]) or date.max, i))
    return Incident(id=incident_id(first), statement_ids=tuple(ids), joined_by=tuple(_reasons(ids, work)))


def _reasons(ids: Sequence[str], work: _Work) -> list[str]:
    says = work.weights.features
    positions = sorted({work.position[i] for i in ids})
    own = frozenset(ids)
    sentences = []
    repeats = len(ids) - len(positions)
    if repeats:
        told = (
            "1 statement repeats another's words or agrees with it"
            if repeats == 1
            else (f"{repeats} statements repeat others' words or agree with them")
        )
        sentences.append(f"{told} in every detail.")
    for n, position in enumerate(positions[1:], start=1):
        likeness = max(
            (work.likeness(p, position) for p in positions[:n]), key=lambda x: (x.score, x.features)
        )
        pro = [says[f].says for f in likeness.features if says[f].value > 0]
        contra = [says[f].says for f in likeness.features if says[f].value < 0]
        if not pro:
            continue
        sentence = f"Joined by {_listed(pro)}"
        sentences.append(sentence + (f", despite {_listed(contra)}." if contra else "."))
    for a, b, why in work.decisions.together:
        if a in own and b in own:
            sentences.append(f"Joined by hand: {judged(why)}")
    for a, b, why in work.decisions.apart:
        if a in own or b in own:
            sentences.append(f"Kept apart from another by hand: {judged(why)}")
    for head, out, why in work.decisions.taken_out:
        if head in own or out & own:
            sentences.append(f"Taken apart by hand: {judged(why)}")
    return list(dict.fromkeys(sentences))


def _listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
