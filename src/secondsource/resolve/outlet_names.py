"""Which actor an outlet is: documents are published by "Reuters", and other texts quote "رويترز"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from secondsource.records import ActorKind
from secondsource.resolve.actor_names import LONGEST_BLOCK, CaseNames, NameReader, node_of_name, shown_name
from secondsource.resolve.actor_roles import Role
from secondsource.resolve.clusters import Why
from secondsource.resolve.name_index import NameIndex
from secondsource.resolve.names import is_same_name


def outlet_actors(
    outlets: Iterable[str], names: CaseNames, reader: NameReader, actor_of: Mapping[str, str]
) -> dict[str, tuple[str, Why]]:
    """The actor of each outlet that some text quotes by another of its names, and what shows it.

    By the name itself, by the starter list, or by its sound where the two are written in different letters; two
    names in the same letters that merely sound alike are two papers.
    """
    nodes = sorted(n for n in names.shown if n.startswith("outlet:"))
    index = NameIndex([names.shown[n] for n in nodes])
    found: dict[str, tuple[str, Why]] = {}
    for outlet in sorted(set(outlets)):
        own = node_of_name(shown_name(outlet), ActorKind.OUTLET)
        listed = reader.known_of(Role(role="outlet", position=0, name=outlet, kind=ActorKind.OUTLET))
        if own in actor_of:
            found[outlet] = (actor_of[own], Why.SAME_KEY)
        elif listed is not None and listed.kind is ActorKind.OUTLET and f"known:{listed.key}" in actor_of:
            found[outlet] = (actor_of[f"known:{listed.key}"], Why.STARTER_LIST)
        else:
            near = (nodes[p] for p in index.same_consonants(outlet)[:LONGEST_BLOCK])
            alike = {actor_of[n] for n in near if _is_transliterated(outlet, names.shown[n])}
            if len(alike) == 1:
                found[outlet] = (alike.pop(), Why.SAME_KEY)
    return found


def _is_transliterated(name: str, other: str) -> bool:
    return name.isascii() != other.isascii() and is_same_name(name, other)
