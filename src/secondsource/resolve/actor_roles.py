"""Who plays a part in a statement, as the words name them: perpetrators, targets, holders, ends of ties."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from secondsource.records import (
    ActorKind,
    Channel,
    Emergence,
    Event,
    Holder,
    HolderKind,
    Mention,
    Naming,
    Statement,
    Threat,
    Tie,
)

_KINDS = {
    HolderKind.OUTLET: ActorKind.OUTLET,
    HolderKind.AGENCY: ActorKind.OUTLET,
    HolderKind.MEDIA: ActorKind.OUTLET,
    HolderKind.DATA_SET: ActorKind.OUTLET,
    HolderKind.OFFICIAL: ActorKind.OFFICE,
    HolderKind.GROUP: ActorKind.GROUP,
    HolderKind.WITNESS: ActorKind.OTHER,
    HolderKind.ANALYST: ActorKind.OTHER,
    HolderKind.UNNAMED: ActorKind.OTHER,
}
_NAMELESS = {HolderKind.WITNESS, HolderKind.UNNAMED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """One part in a statement. `is_nameless`: the words never name anybody beyond their document."""

    role: str
    position: int
    name: str
    kind: ActorKind | None
    is_collective: bool = False
    is_nameless: bool = False


def roles_of(statement: Statement) -> Iterator[Role]:
    """Every actor's part in a statement, chain first; targets only where the reader found them to be actors."""
    for position, holder in enumerate(statement.chain):
        yield _of_holder(position, holder)
    body = statement.proposition
    if isinstance(body, Event):
        yield from (_of(p.actor, "by", n) for n, p in enumerate(body.by))
        yield from _targets(body.on)
    elif isinstance(body, Tie):
        yield _of(body.from_, "from", 0)
        yield _of(body.to, "to", 0)
    elif isinstance(body, Naming):
        yield _of(body.name, "name", 0)
        yield from (_of(m, "also", n) for n, m in enumerate(body.also))
    elif isinstance(body, Threat):
        yield _of(body.by, "by", 0)
        yield from _targets(body.on)
    elif isinstance(body, Emergence | Channel):
        yield _of(body.actor, "actor", 0)


def _targets(on: tuple[Mention, ...]) -> Iterator[Role]:
    return (_of(m, "on", n) for n, m in enumerate(on) if m.kind is not None)


def _of(mention: Mention, role: str, position: int) -> Role:
    return Role(
        role=role,
        position=position,
        name=mention.name,
        kind=mention.kind,
        is_collective=mention.is_collective,
    )


def _of_holder(position: int, holder: Holder) -> Role:
    return Role(
        role="chain",
        position=position,
        name=holder.name,
        kind=_KINDS[holder.kind],
        is_nameless=holder.kind in _NAMELESS,
    )
