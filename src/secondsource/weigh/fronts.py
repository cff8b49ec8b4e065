"""Signs that an actor is a front for another, each with the statements that give it; never added up."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from secondsource.match.kinds import kind_group
from secondsource.match.origins import claimant_ids
from secondsource.match.outlets import name_key
from secondsource.match.tellings import event_of
from secondsource.records import (
    ActorKind,
    Channel,
    Emergence,
    FrontIndicator,
    HolderKind,
    Naming,
    Relation,
    ResolvedStatement,
    Stance,
    Tie,
)
from secondsource.weigh.evidence import Evidence, is_event
from secondsource.weigh.phrases import says

# Ties by which one actor may stand in front of another.
_PARENT = frozenset({Relation.FRONT_FOR, Relation.BACKED_BY, Relation.COMMANDED_BY, Relation.PART_OF})
# A name that appears within this many days after a blow against the supposed parent.
_SOON_DAYS = 60


def find_fronts(evidence: Evidence) -> tuple[FrontIndicator, ...]:
    """The signs, by actor and sign."""
    found = {(i.actor_id, i.sign, i.sentence): i for sign in _SIGNS for i in sign(evidence)}
    return tuple(found[key] for key in sorted(found))


def _no_leader(evidence: Evidence) -> Iterator[FrontIndicator]:
    told: dict[str, list[str]] = {}
    for item in _ordered(evidence):
        if isinstance(item.statement.proposition, Tie | Emergence | Naming | Channel) and says(
            "no_leader", _whole_sentence(item, evidence)
        ):
            for role in ("from", "actor", "name"):
                for actor in item.actor_ids(role)[:1]:
                    told.setdefault(actor, []).append(item.statement.id)
    for actor, ids in told.items():
        if _is_group(actor, evidence):
            words = f"No leader, spokesman or history is named for {evidence.name(actor)}."
            yield _sign(actor, "no leader, spokesman or history", words, ids)


def _after_trigger(evidence: Evidence) -> Iterator[FrontIndicator]:
    parents = _parents(evidence)
    blows: dict[str, list[tuple[date, str]]] = {}
    firsts: dict[str, tuple[date, str]] = {}
    for item in _ordered(evidence):
        when = item.when.earliest if item.when else None
        if is_event(item) and when and kind_group(event_of(item).type).name == "violence":
            for actor in item.actor_ids("on"):
                blows.setdefault(actor, []).append((when, item.statement.id))
        shown = [*claimant_ids(item), *(item.actor_ids("actor") if _is_emergence(item) else ())]
        for actor in shown:
            if when and (actor not in firsts or (when, item.statement.id) < firsts[actor]):
                firsts[actor] = (when, item.statement.id)
    for actor, (first, statement_id) in firsts.items():
        for parent in sorted(parents.get(actor, ())):
            for day, blow in sorted(blows.get(parent, ())):
                if 0 <= (first - day).days <= _SOON_DAYS:
                    days = (first - day).days
                    words = f"First seen {first}, {days} days after a blow against {evidence.name(parent)}."
                    yield _sign(actor, "first seen soon after a trigger", words, [statement_id, blow])
                    break


def _shared_channel(evidence: Evidence) -> Iterator[FrontIndicator]:
    owners: dict[str, dict[str, list[str]]] = {}
    for item in _ordered(evidence):
        channel = item.statement.proposition
        if isinstance(channel, Channel) and channel.handle:
            for actor in item.actor_ids("actor")[:1]:
                owners.setdefault(name_key(channel.handle.name), {}).setdefault(actor, []).append(
                    item.statement.id
                )
        for actor in claimant_ids(item):
            host = evidence.outlet(item.statement.document_id).name
            if host in evidence.actors and host != actor and not item.statement.chain[:-1]:
                words = f"Its claim stands in the channel of {evidence.name(host)}."
                yield _sign(actor, "shared channel", words, [item.statement.id])
    for actors in owners.values():
        for actor, ids in actors.items():
            for other in sorted(actors.keys() - {actor}):
                yield _sign(
                    actor,
                    "shared channel",
                    f"It shares a channel with {evidence.name(other)}.",
                    [*ids, *actors[other]],
                )


def _joint_claims(evidence: Evidence) -> Iterator[FrontIndicator]:
    told: dict[tuple[str, str], list[str]] = {}
    for item in _ordered(evidence):
        together = claimant_ids(item)
        for actor in together:
            for other in together:
                if actor != other:
                    told.setdefault((actor, other), []).append(item.statement.id)
    for (actor, other), ids in told.items():
        yield _sign(actor, "joint claim", f"It claims together with {evidence.name(other)}.", ids)


def _disowned_by_parent(evidence: Evidence) -> Iterator[FrontIndicator]:
    for actor, parent, item in _alleged(evidence):
        if item.statement.stance is Stance.DENIES and evidence.origin(item).name == parent:
            words = f"{evidence.name(parent)}, its supposed parent, disowns it."
            yield _sign(actor, "disowned by its supposed parent", words, [item.statement.id])


def _official_attribution(evidence: Evidence) -> Iterator[FrontIndicator]:
    for actor, parent, item in _alleged(evidence):
        origin = evidence.origin(item)
        speaker = evidence.actors.get(origin.name)
        is_official = origin.kind is HolderKind.OFFICIAL or (
            speaker is not None and speaker.kind in (ActorKind.STATE, ActorKind.ORGAN, ActorKind.OFFICE)
        )
        if is_official and item.statement.stance is not Stance.DENIES and origin.name not in (actor, parent):
            words = f"{evidence.shown(origin.name)} says that {evidence.name(parent)} stands behind it."
            yield _sign(actor, "official attribution", words[:1].upper() + words[1:], [item.statement.id])


_SIGNS: tuple[Callable[[Evidence], Iterator[FrontIndicator]], ...] = (
    _no_leader,
    _after_trigger,
    _shared_channel,
    _joint_claims,
    _disowned_by_parent,
    _official_attribution,
)


def _alleged(evidence: Evidence) -> Iterator[tuple[str, str, ResolvedStatement]]:
    """Each statement on a tie to a supposed parent, with the two actors."""
    for item in _ordered(evidence):
        tie = item.statement.proposition
        if isinstance(tie, Tie) and tie.relation in _PARENT:
            for actor in item.actor_ids("from")[:1]:
                for parent in item.actor_ids("to")[:1]:
                    if _is_group(actor, evidence):
                        yield actor, parent, item


def _parents(evidence: Evidence) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for actor, parent, item in _alleged(evidence):
        if item.statement.stance is not Stance.DENIES:
            found.setdefault(actor, set()).add(parent)
    return found


def _whole_sentence(item: ResolvedStatement, evidence: Evidence) -> str:
    """The sentence around a statement's words, as far as the nearest full stops."""
    document = evidence.documents.get(item.statement.document_id)
    if document is None:
        return ""
    span = item.statement.span
    start = max(document.text.rfind(mark, 0, span.start) for mark in (". ", "\n", "? ", "! ")) + 1
    ends = [e for mark in (". ", "\n", "? ", "! ") if (e := document.text.find(mark, span.end)) >= 0]
    return document.text[start : min(ends, default=len(document.text))]


def _is_group(actor_id: str, evidence: Evidence) -> bool:
    actor = evidence.actors.get(actor_id)
    return actor is None or actor.kind in (ActorKind.GROUP, None)


def _is_emergence(item: ResolvedStatement) -> bool:
    return isinstance(item.statement.proposition, Emergence)


def _ordered(evidence: Evidence) -> list[ResolvedStatement]:
    return sorted(evidence.statements.values(), key=lambda s: s.statement.id)


def _sign(actor_id: str, sign: str, sentence: str, ids: list[str]) -> FrontIndicator:
    return FrontIndicator(
        actor_id=actor_id, sign=sign, sentence=sentence, statement_ids=tuple(dict.fromkeys(ids))
    )
