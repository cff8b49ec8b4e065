"""What is known beforehand of places and actors, opened once, with what a case has of its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from secondsource import surroundings
from secondsource.pipeline import Knowledge
from secondsource.records import KnownActor, Place
from secondsource.resolve import PlaceEntry, open_gazetteer, read_known_actors, with_own


def open_knowledge(
    places: Iterable[tuple[Place, tuple[str, ...]]], actors: Sequence[KnownActor] = ()
) -> Knowledge:
    """The gazetteer and the starter list of actors, with a case's own places and actors."""
    entries = tuple(PlaceEntry.from_stored(p) for p in places)
    known = read_known_actors()
    return Knowledge(
        gazetteer=open_gazetteer(surroundings.cache_folder(), entries),
        known_actors=with_own(known, actors) if actors else known,
    )
