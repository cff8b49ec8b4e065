"""Incidents: the event statements that are about one real-world event, with the reasons that joined them."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import date

from secondsource.match.antecedents import has_no_anchor
from secondsource.match.blocks import anniversary_pairs, text_pairs
from secondsource.match.cluster import cluster
from secondsource.match.decisions import Decisions, decide, incident_id, judged, parts_of, settle
from secondsource.match.pairs import Pairs
from secondsource.match.score import Likeness, find_conflict, fits_but_for_the_year
from secondsource.match.tellings import Telling, first_known, gather_tellings
from secondsource.match.weights import Weights, load_weights
from secondsource.records import Event, Incident, Judgement, ResolvedStatement

# Below a tenth of a bit an entry speaks neither for nor against, and `explain` leaves it out.
_NEXT_TO_NOTHING = 0.1
_IN_ONE_TEXT = frozenset({"retold", "next_sentence"})


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
    groups = work.groups()
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
        self.pairs = Pairs(tellings, weights)

    def groups(self) -> list[tuple[int, ...]]:
        """The positions of each incident's tellings.

        Those with a day or a place are clustered first. A telling with neither then joins what its own text is
        about; it has no say in what else belongs together, and two such meet only inside one text.
        """
        together = [(a, b) for a, b, _ in self.decisions.together if (a, b) not in self.decisions.whole]
        must = [(self.position[a], self.position[b]) for a, b in together]
        judged = {p for pair in must for p in pair}
        must += self._of_one_row()
        bare = [p for p, t in enumerate(self.tellings) if has_no_anchor(t) and p not in judged]
        is_bare = set(bare)
        firm = [p for p in range(len(self.tellings)) if p not in is_bare]
        scores = self.pairs.scores(firm)
        scores.update({(min(p), max(p)): -math.inf for p in self.apart})
        groups = [
            list(g)
            for g in cluster(len(self.tellings), scores, self.pairs.alone, self.weights.threshold, must)
            if not is_bare & set(g)
        ]
        home = {p: n for n, g in enumerate(groups) for p in g}
        texts: dict[str, list[int]] = {}
        for position in sorted(home):
            for seat in self.tellings[position].seats:
                texts.setdefault(seat.document_id, []).append(position)
        left = []
        for position in bare:
            near = {p for s in self.tellings[position].seats for p in texts.get(s.document_id, ())}
            found = self._most_like(position, sorted(near), home, groups)
            if found is None:
                left.append(position)
            else:
                groups[found].append(position)
        here = {p: self.score(*p) for p in text_pairs(self.tellings) if set(p) <= set(left)}
        groups += [
            list(g)
            for g in cluster(len(self.tellings), here, self.score, self.weights.threshold)
            if set(g) <= set(left)
        ]
        self._mend_years(groups)
        self._join_whole(groups)
        return sorted(tuple(sorted(g)) for g in groups if g)

    def _of_one_row(self) -> list[tuple[int, int]]:
        """What one row of a data set tells, on whosever word, is one event, unless somebody parted it."""
        first: dict[tuple[str, str], int] = {}
        pairs = []
        for position, telling in enumerate(self.tellings):
            if telling.row is not None:
                lead = first.setdefault((telling.row.name, telling.row.key), position)
                if lead != position and frozenset((lead, position)) not in self.apart:
                    pairs.append((lead, position))
        return pairs

    def _join_whole(self, groups: list[list[int]]) -> None:
        """Joins incidents of which somebody said that they are one, with all that is in them."""
        home = {p: n for n, g in enumerate(groups) for p in g}
        for a, b, _ in self.decisions.together:
            one, other = home[self.position[a]], home[self.position[b]]
            if (a, b) in self.decisions.whole and one != other:
                home.update(dict.fromkeys(groups[other], one))
                groups[one] += groups[other]
                groups[other].clear()

    def _mend_years(self, groups: list[list[int]]) -> None:
        """Puts what one text alone tells under a wrong year to what others told at the time."""
        home = {p: n for n, g in enumerate(groups) for p in g}
        for pair in anniversary_pairs(self.tellings):
            for back, then in (pair, pair[::-1]):
                alone, wanted = groups[home[back]], groups[home[then]]
                texts = {s.document_id for p in alone for s in self.tellings[p].seats}
                if home[back] == home[then] or len(texts) > 1:
                    continue
                if fits_but_for_the_year(
                    self.tellings[back], self.tellings[then], self.weights
                ) and not self._conflict_but_for_the_year(alone, wanted):
                    number = home[then]
                    home.update(dict.fromkeys(alone, number))
                    wanted.extend(alone)
                    alone.clear()

    def _conflict_but_for_the_year(self, group: Sequence[int], other: Sequence[int]) -> bool:
        return any(
            frozenset((a, b)) in self.apart
            or find_conflict(self.tellings[a], self.tellings[b], self.weights, any_year=True)
            for a in group
            for b in other
        )

    def _most_like(
        self, position: int, near: Sequence[int], home: Mapping[int, int], groups: Sequence[Sequence[int]]
    ) -> int | None:
        """The group of the telling, of those near, that a bare telling is most like; None where it fits into none.

        A likeness of words alone is too little for it: its text must go on from the one to the other.
        """
        tied = [p for p in near if _IN_ONE_TEXT & set(self.likeness(position, p).features)]
        for score, other in sorted(((self.score(position, p), -p) for p in tied), reverse=True):
            group = home[-other]
            if score >= self.weights.threshold and all(
                self.score(position, p) > -math.inf for p in groups[group]
            ):
                return group
        return None

    def likeness(self, first: int, second: int) -> Likeness:
        return self.pairs.likeness(first, second)

    def score(self, first: int, second: int) -> float:
        """What two tellings say of each other by themselves."""
        if frozenset((first, second)) in self.apart:
            return -math.inf
        return self.pairs.alone(first, second)


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
        contra = [says[f].says for f in likeness.features if says[f].value < -_NEXT_TO_NOTHING]
        if not pro:
            continue
        sentence = f"Joined by {_listed(pro)}"
        sentences.append(sentence + (f"; against it: {_listed(contra)}." if contra else "."))
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
