"""Chains of holders from the columns that name sources: the data set, who published it, who told it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from secondsource.read.records.actors import folded
from secondsource.records import Holder

Pair = tuple[Holder | None, Holder | None]


def chains(first: Holder, pairs: Iterable[Pair]) -> tuple[tuple[Holder, ...], ...]:
    """A chain for each pair of outlet and teller, each once; the data set alone where nobody is named.

    An outlet that tells it itself stands once.
    """
    found: dict[tuple[str, ...], tuple[Holder, ...]] = {}
    for outlet, teller in pairs:
        links = [h for h in (outlet, teller) if h is not None]
        if len(links) == 2 and folded(links[0].name) == folded(links[1].name):
            links.pop()
        found.setdefault(tuple(folded(h.name) for h in links), (first, *links))
    if len(found) > 1:
        found.pop((), None)
    return tuple(found.values()) or ((first,),)


def paired(outlets: Sequence[Holder], tellers: Sequence[Holder]) -> list[Pair]:
    """Who published it with who told it, as two lists side by side give them.

    One teller serves all outlets, and one outlet all tellers. Of several, those who are outlets themselves stand
    alone; the others are paired in order where the lists are of one length, and stand without an outlet where
    they aren't.
    """
    published = {folded(o.name) for o in outlets}
    if not tellers:
        return [(o, None) for o in outlets]
    if len(tellers) == 1 or len(published) == 1:
        return [(o, t) for o in outlets or (None,) for t in tellers]
    own = [t for t in tellers if folded(t.name) in published]
    if not own and len(outlets) == len(tellers):
        return list(zip(outlets, tellers, strict=True))
    by_name = {folded(t.name) for t in own}
    left = _once(o for o in outlets if folded(o.name) not in by_name)
    others = [t for t in tellers if folded(t.name) not in by_name]
    together: list[Pair] = [(None, t) for t in own]
    if len(left) == len(others):
        return together + list(zip(left, others, strict=True))
    return together + [(None, t) for t in others]


def _once(holders: Iterable[Holder]) -> list[Holder]:
    found: dict[str, Holder] = {}
    for holder in holders:
        found.setdefault(folded(holder.name), holder)
    return list(found.values())
