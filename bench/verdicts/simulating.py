"""One simulated world from a seed: habits, cast, what happened, who told it first, who copied it, the documents."""

from __future__ import annotations

import random

from bench.verdicts.cast import Cast, draw_cast
from bench.verdicts.habits import Habits
from bench.verdicts.happenings import draw_happenings, tell
from bench.verdicts.pages import World, publish
from bench.verdicts.spreading import spread


def simulate(habits: Habits, seed: int, share: float) -> World:
    """The world of a seed with that share of copies among the documents about its events.

    Each step draws from a stream of its own, so that the same things happen and are told at every share.
    """
    cast = cast_of(habits, seed)
    happenings = draw_happenings(habits, cast, random.Random(f"events {seed}"))
    first_hand = tell(happenings, habits, cast, random.Random(f"told {seed}"))
    told = spread(first_hand, share, habits, cast, random.Random(f"copies {seed} {share}"))
    return publish(happenings, told, cast, habits, random.Random(f"words {seed}"))


def cast_of(habits: Habits, seed: int) -> Cast:
    """The places, groups and outlets of a seed's world."""
    return draw_cast(habits, random.Random(f"cast {seed}"))
