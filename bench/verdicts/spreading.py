"""Who copies whom in a simulated world, up to a share of all documents about its events."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

from bench.verdicts.cast import WAYS, Cast, Outlet
from bench.verdicts.habits import Habits
from bench.verdicts.happenings import Telling

# Nobody prints again what only a monitor's files hold.
_NEVER_COPIED = frozenset({"aside", "tie", "check", "withdrawal"})


def spread(
    told: Sequence[Telling], share: float, habits: Habits, cast: Cast, draw: random.Random
) -> tuple[Telling, ...]:
    """The tellings with copies added until `share` of those about events are copies.

    What is known at first hand is the same at every share, so that only copying changes. Events are copied very
    unequally, whether they were or not; what is copied is copied more.
    """
    events: dict[int, list[Telling]] = {}
    for telling in told:
        if telling.kind not in _NEVER_COPIED:
            events.setdefault(telling.happening, []).append(telling)
    first_hand = sum(map(len, events.values()))
    wanted = round(first_hand * share / (1 - share))
    numbers = sorted(events)
    fame = [len(events[n]) * draw.lognormvariate(0, habits.rate["fame"]) for n in numbers]
    pull = {t.number: _pull(t, habits, cast) for e in events.values() for t in e}
    outlets = {o.name: o for o in cast.outlets}
    copiers = list(cast.outlets)
    found = list(told)
    for event in draw.choices(numbers, fame, k=wanted):
        copier = draw.choices(copiers, [o.copies for o in copiers])[0]
        others = [t for t in events[event] if t.outlet != copier.name]
        if not others:
            continue
        parent = draw.choices(others, [pull[t.number] for t in others])[0]
        copy = _copy(len(found), parent, copier, outlets, habits, draw)
        pull[copy.number] = _pull(copy, habits, cast)
        pull[parent.number] *= 1 + habits.rate["pull_of_the_copied"]
        events[event].append(copy)
        found.append(copy)
    return tuple(found)


def _pull(telling: Telling, habits: Habits, cast: Cast) -> float:
    if telling.copies is not None:
        return 0.5
    if telling.kind in ("claim", "front"):
        return habits.rate["pull_of_claims"]
    if any(o.name == telling.outlet for o in cast.of_kind("agency")):
        return habits.rate["pull_of_agencies"]
    return 1.0


def _copy(
    number: int,
    parent: Telling,
    copier: Outlet,
    outlets: dict[str, Outlet],
    habits: Habits,
    draw: random.Random,
) -> Telling:
    way = draw.choices(WAYS, copier.ways)[0]
    if way == "relaying" and parent.holder is None:
        way = "quoting"
    delay = 0
    while draw.random() < habits.rate["copy_delay"] / (1 + habits.rate["copy_delay"]):
        delay += 1
    details = parent.details
    if draw.random() < habits.rate["copied_toll_error"]:
        details = replace(details, killed=details.killed + draw.randint(1, 3))
    # A channel's own name says nothing more than the group that speaks through it.
    names_parent = way == "quoting" or (way == "reprint" and parent.holder is None)
    outer = (*((parent.outlet,) if names_parent and parent.outlet in outlets else ()), *parent.outer)
    if way == "relaying":
        outer = ()
    if way == "retelling":
        return replace(
            parent,
            number=number,
            kind="account",
            outlet=copier.name,
            day=parent.day + delay,
            details=details,
            holder=None,
            hedges=False,
            copies=parent.number,
            way=way,
            outer=(),
        )
    if parent.kind == "front" and not outer:
        outer = (parent.outlet,) if way != "bare_reprint" else ()
    return replace(
        parent,
        number=number,
        outlet=copier.name,
        day=parent.day + delay,
        details=details,
        copies=parent.number,
        way=way,
        outer=outer if way != "bare_reprint" else parent.outer,
    )
