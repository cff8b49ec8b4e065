"""On whose word a statement rests: the last holder of its chain, or the outlet where the document speaks itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from secondsource.match.outlets import MEDIA_KINDS, is_unnamed, is_unnamed_media, name_key, outlet_key
from secondsource.match.tellings import perpetrator_ids
from secondsource.records import ByStatus, Event, Holder, HolderKind, ResolvedStatement, Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Voices:
    """Whose word an outlet's is, by `name_key` of its name.

    `actors`: the actor whose channel it is. `spellings`: the name of the same outlet under which it counts
    ("رويترز" under "Reuters"). `outlets` leads from an actor's id to its name where the actor is an outlet, whatever
    a reader took it for in one text.
    """

    actors: Mapping[str, str]
    spellings: Mapping[str, str]
    outlets: Mapping[str, str]


NO_VOICES = Voices(actors={}, spellings={}, outlets={})


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Who tells it. `key` is equal for one origin everywhere; `name` is an actor id or words to show.

    `is_own_voice`: the document speaks itself. `is_unnamed`: words that name nobody, kept apart by outlet.
    """

    key: str
    name: str
    kind: HolderKind
    is_own_voice: bool = False
    is_unnamed: bool = False


def origin_of(statement: ResolvedStatement, voices: Voices = NO_VOICES) -> Origin:
    """The origin of a statement.

    A claim rests on the claimant's word, whether or not the reader put the claimant at the end of the chain.
    """
    claimant = claimant_of(statement)
    if claimant is not None:
        return Origin(key=f"actor {claimant}", name=claimant, kind=HolderKind.GROUP)
    chain = statement.statement.chain
    if not chain:
        return _outlet(statement, voices)
    holder, place = chain[-1], len(chain) - 1
    if holder.kind in MEDIA_KINDS and not is_unnamed(holder):
        return _medium(holder.name, holder.kind, voices)
    if is_unnamed(holder):
        return _unnamed(holder, statement)
    actor = {a.position: a.actor_id for a in statement.actors if a.role == "chain"}.get(place)
    if actor is not None and actor in voices.outlets:
        return _medium(voices.outlets[actor], HolderKind.OUTLET, voices)
    if actor is None:
        return Origin(key=f"holder {name_key(holder.name)}", name=holder.name, kind=holder.kind)
    return Origin(key=f"actor {actor}", name=actor, kind=holder.kind)


def claimant_of(statement: ResolvedStatement) -> str | None:
    """The first actor whose own claim an event statement tells; None where it is no claim, or a denial."""
    ids = claimant_ids(statement)
    return ids[0] if ids else None


def claimant_ids(statement: ResolvedStatement) -> tuple[str, ...]:
    """The actors whose own claim an event statement tells; several in a joint claim."""
    event = statement.statement.proposition
    if not isinstance(event, Event) or statement.statement.stance is Stance.DENIES:
        return ()
    ids = perpetrator_ids(statement)
    return tuple(i for i, p in zip(ids, event.by, strict=True) if i and p.status is ByStatus.CLAIMED)


def outlet_origin(outlet: str | None, document_id: str, voices: Voices) -> Origin:
    """The origin of a document's own voice; a document without a named outlet is an origin of its own."""
    if outlet is None:
        return Origin(
            key=f"document {document_id}",
            name=f"document {document_id}",
            kind=HolderKind.OUTLET,
            is_own_voice=True,
        )
    found = _medium(outlet, HolderKind.OUTLET, voices)
    return Origin(key=found.key, name=found.name, kind=found.kind, is_own_voice=True)


def _outlet(statement: ResolvedStatement, voices: Voices) -> Origin:
    return outlet_origin(statement.outlet, statement.statement.document_id, voices)


def _medium(name: str, kind: HolderKind, voices: Voices) -> Origin:
    name = voices.spellings.get(name_key(name), name)
    actor = voices.actors.get(name_key(name))
    if actor is not None:
        return Origin(key=f"actor {actor}", name=actor, kind=HolderKind.GROUP)
    return Origin(key=f"outlet {outlet_key(name)}", name=name, kind=kind)


def _unnamed(holder: Holder, statement: ResolvedStatement) -> Origin:
    outlet = statement.outlet or f"document {statement.statement.document_id}"
    where = name_key(statement.outlet) if statement.outlet else outlet
    return Origin(
        key=f"unnamed {name_key(holder.name)} in {where}",
        name=f"{holder.name}, in {outlet}",
        kind=HolderKind.MEDIA if is_unnamed_media(holder) else holder.kind,
        is_unnamed=True,
    )
