"""What people decided about incidents: which statements belong together, which apart. The newest word holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from secondsource.codec import content_id
from secondsource.judgements import in_force
from secondsource.records import Judgement, JudgementKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """Pairs of statement ids (lower first) with the judgement that set them; `taken_out`:
    an incident's first statement and what goes out of its incident, all if that is empty. `whole` are those
    statements that stand for their incidents in a pair, which brings along all that is in them."""

    together: tuple[tuple[str, str, Judgement], ...]
    apart: tuple[tuple[str, str, Judgement], ...]
    taken_out: tuple[tuple[str, frozenset[str], Judgement], ...]
    whole: frozenset[tuple[str, str]] = frozenset()


def incident_id(first_statement_id: str) -> str:
    """The id of the incident whose first published statement that is.

    It rests on one statement alone, so that later reports of the incident don't rename it under a judgement.
    """
    return content_id("incident", first_statement_id)


def decide(judgements: Iterable[Judgement], statement_ids: Sequence[str]) -> Decisions:
    """What stands about the given event statements.

    Subjects are statement or incident ids; an incident stands for its first statement. `split INCIDENT` alone
    breaks it up wholly; `split INCIDENT s1 s2` takes s1 and s2 out of it, as one; `split s1 s2` parts the two.
    `same` of two incidents joins all that is in them, however little their statements are alike.
    A later judgement about the same pair replaces an earlier one.
    """
    own = set(statement_ids)
    named = {incident_id(s): s for s in statement_ids}
    pairs: dict[tuple[str, str], tuple[bool, Judgement]] = {}
    taken_out: list[tuple[str, frozenset[str], Judgement]] = []
    whole: set[tuple[str, str]] = set()
    for judgement in in_force(judgements):
        ids = [named.get(s, s) for s in judgement.subjects if s in named or s in own]
        incidents = [s for s in judgement.subjects if s in named]
        if judgement.kind is JudgementKind.SAME:
            _set(pairs, ids, True, judgement)
            heads = {named[i] for i in incidents}
            whole |= {p for p in combinations(sorted(set(ids)), 2) if heads & set(p)}
        elif judgement.kind is JudgementKind.NOT_SAME:
            _set(pairs, ids, False, judgement)
        elif judgement.kind is JudgementKind.SPLIT and incidents:
            head = named[incidents[0]]
            out = frozenset(ids) - ({head} - set(judgement.subjects))
            taken_out.append((head, out, judgement))
            _set(pairs, sorted(out), True, judgement)
        elif judgement.kind is JudgementKind.SPLIT:
            _set(pairs, ids, False, judgement)
    return Decisions(
        together=tuple((a, b, j) for (a, b), (is_same, j) in sorted(pairs.items()) if is_same),
        apart=tuple((a, b, j) for (a, b), (is_same, j) in sorted(pairs.items()) if not is_same),
        taken_out=tuple(taken_out),
        whole=frozenset(whole),
    )


def _set(
    pairs: dict[tuple[str, str], tuple[bool, Judgement]], ids: Sequence[str], is_same: bool, why: Judgement
) -> None:
    for a, b in combinations(sorted(set(ids)), 2):
        pairs[a, b] = (is_same, why)


def settle(decisions: Decisions) -> Decisions:
    """The same decisions without those that newer ones, taken together, rule out."""
    root: dict[str, str] = {}

    def find(item: str) -> str:
        while root.setdefault(item, item) != item:
            item = root[item]
        return item

    every = [(a, b, j, True) for a, b, j in decisions.together]
    every += [(a, b, j, False) for a, b, j in decisions.apart]
    together, apart = [], []
    for a, b, why, is_same in sorted(every, key=lambda d: (d[2].at, d[2].id, d[0], d[1]), reverse=True):
        one, two = find(a), find(b)
        if not is_same:
            if one != two:
                apart.append((a, b, why))
        elif not any({find(x), find(y)} == {one, two} for x, y, _ in apart):
            root[max(one, two)] = min(one, two)
            together.append((a, b, why))
    return Decisions(
        together=tuple(sorted(together, key=_pair)),
        apart=tuple(sorted(apart, key=_pair)),
        taken_out=decisions.taken_out,
        whole=decisions.whole,
    )


def parts_of(group: Sequence[str], decisions: Decisions) -> list[list[str]]:
    """The statements of a group, parted as people took them out of it, each part sorted.

    A newer word that two statements are the same holds against an older split between them.
    """
    parts = [sorted(group)]
    for head, out, split in decisions.taken_out:
        rejoined = {
            i for a, b, j in decisions.together if (j.at, j.id) > (split.at, split.id) for i in (a, b)
        }
        for part in [p for p in parts if head in p]:
            parts.remove(part)
            if not out:
                kept = [i for i in part if i == head or i in rejoined]
                parts += [kept, *([i] for i in part if i not in kept)]
            else:
                gone = [i for i in part if i in out and i not in rejoined]
                parts += [p for p in ([i for i in part if i not in gone], gone) if p]
    return sorted(parts)


def judged(judgement: Judgement) -> str:
    """How a judgement is cited in a reason."""
    why = judgement.why.strip().rstrip(".")
    return f"{judgement.who} decided so on {judgement.at.date().isoformat()}" + (f": {why}." if why else ".")


def _pair(decided: tuple[str, str, Judgement]) -> tuple[str, str]:
    return decided[0], decided[1]
