"""Countries and divisions that the text names around a place, and what lies in them."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.records import Place, PlaceKind
from secondsource.resolve.gazetteer import Candidate, Gazetteer
from secondsource.resolve.place_names import fold_place, read_place_words

_WIDTH = {PlaceKind.COUNTRY: 2, PlaceKind.PROVINCE: 1}


def containers(name: str, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """The countries and divisions that a container's name may mean: "Iraq", "Ohio", "OH"."""
    found = gazetteer.find_abbreviation(name) or gazetteer.find(read_place_words(name).name)
    return tuple(c.place for c in found if c.place.kind in _WIDTH)


def countries_of(name: str, gazetteer: Gazetteer) -> frozenset[str]:
    """The one country in which a container of that name lies, if it is a country or a division; else none."""
    found = {p.country for p in containers(name, gazetteer) if p.country}
    return frozenset(found) if len(found) == 1 else frozenset()


def keep_inside(
    candidates: Sequence[Candidate], within: Sequence[str], gazetteer: Gazetteer
) -> tuple[list[Candidate], bool]:
    """Those inside the countries and divisions that the text names around them; whether any was named.

    In "the Philippines, Sudan and Ohio, Texas" nothing lies inside another.
    """
    kept, was_named = list(candidates), False
    for container in within:
        around = containers(container, gazetteer)
        wider = [p for p in around if any(_WIDTH[p.kind] > _WIDTH.get(c.place.kind, 0) for c in kept)]
        inside = [c for c in kept if any(_lies_in(c.place, p) for p in wider)]
        if inside or (wider and not any(c.place.kind in _WIDTH for c in kept)):
            kept, was_named = inside, True
    return kept, was_named


def _lies_in(place: Place, around: Place) -> bool:
    if place.country != around.country:
        return False
    if around.kind is PlaceKind.COUNTRY or place.admin1 is None or around.admin1 is None:
        return True
    return fold_place(place.admin1) == fold_place(around.admin1)
