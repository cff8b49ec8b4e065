"""Signs that an actor is a front for another, each with the statements that give it; never added up.

`find_fronts(evidence)` gives them all. Each module holds the signs of one kind; a sign is a function from the
evidence to indicators, and must not know the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from secondsource.records import FrontIndicator
from secondsource.weigh.evidence import Evidence
from secondsource.weigh.fronts.attributions import disowned_by_parent, official_attribution, official_sanction
from secondsource.weigh.fronts.beginnings import first_seen_after_a_trigger, no_leader_named
from secondsource.weigh.fronts.carriers import carried_first
from secondsource.weigh.fronts.likenesses import joint_claims, shared_channel, shared_look
from secondsource.weigh.fronts.targets import targets_like_the_parents

__all__ = ["find_fronts"]

_SIGNS: tuple[Callable[[Evidence], Iterator[FrontIndicator]], ...] = (
    no_leader_named,
    first_seen_after_a_trigger,
    carried_first,
    shared_channel,
    shared_look,
    joint_claims,
    targets_like_the_parents,
    official_attribution,
    official_sanction,
    disowned_by_parent,
)


def find_fronts(evidence: Evidence) -> tuple[FrontIndicator, ...]:
    """The signs, by actor and sign."""
    found = {(i.actor_id, i.sign, i.sentence): i for sign in _SIGNS for i in sign(evidence)}
    return tuple(found[key] for key in sorted(found))
