"""Signs in what a group has in common with another: a channel, a logo or template, a claim."""

from __future__ import annotations

import re
from collections.abc import Iterator

from secondsource.match.bonds import handle_of
from secondsource.match.origins import claimant_ids
from secondsource.records import Channel, Emergence, FrontIndicator, Naming, Stance, Tie
from secondsource.weigh.evidence import Evidence
from secondsource.weigh.fronts.alleged import in_order, is_group, sign_of, whole_sentence
from secondsource.weigh.phrases import says

_TOLD_OF_GROUPS = (Tie, Naming, Emergence, Channel)


def shared_channel(evidence: Evidence) -> Iterator[FrontIndicator]:
    """Two groups are given one channel, or a claim stands in another's own."""
    for actor, _, words, ids in channels_in_common(evidence):
        yield sign_of(actor, "shared channel", words[:1].upper() + words[1:] + ".", ids)


def channels_in_common(evidence: Evidence) -> Iterator[tuple[str, str, str, list[str]]]:
    """An actor, another whose channel it uses, how in words, and the statements that say so."""
    owners: dict[str, dict[str, list[str]]] = {}
    for item in in_order(evidence):
        channel = item.statement.proposition
        if isinstance(channel, Channel) and channel.handle:
            for actor in item.actor_ids("actor")[:1]:
                owners.setdefault(handle_of(channel.handle.name), {}).setdefault(actor, []).append(
                    item.statement.id
                )
        for actor in claimant_ids(item):
            host = evidence.outlet(item.statement.document_id).name
            if host in evidence.actors and host != actor and not item.statement.chain[:-1]:
                words = f"its claim stands in the channel of {evidence.name(host)}"
                yield actor, host, words, [item.statement.id]
    for actors in owners.values():
        for actor, ids in actors.items():
            for other in sorted(actors.keys() - {actor}):
                words = f"it shares a channel with {evidence.name(other)}"
                yield actor, other, words, [*ids, *actors[other]]


def shared_look(evidence: Evidence) -> Iterator[FrontIndicator]:
    """A text says that its logo, emblem or template is another's, whom the sentence names."""
    names = {a.name: a.id for a in evidence.actors.values() if len(a.name) > 3 and not a.is_collective}
    for item in in_order(evidence):
        body = item.statement.proposition
        if not isinstance(body, _TOLD_OF_GROUPS) or item.statement.stance is Stance.DENIES:
            continue
        sentence = whole_sentence(item, evidence)
        if not says("same_look", sentence):
            continue
        named = {i for role in ("to", "also") for i in item.actor_ids(role)}
        named |= {i for name, i in names.items() if re.search(rf"\b{re.escape(name)}\b", sentence)}
        for role in ("from", "actor", "name"):
            for actor in item.actor_ids(role)[:1]:
                for other in sorted(named - {actor}):
                    if is_group(actor, evidence) and is_group(other, evidence):
                        words = f"Its logo or template is said to be like that of {evidence.name(other)}."
                        yield sign_of(actor, "shared logo or template", words, [item.statement.id])


def joint_claims(evidence: Evidence) -> Iterator[FrontIndicator]:
    """It claims together with another."""
    told: dict[tuple[str, str], list[str]] = {}
    for item in in_order(evidence):
        together = claimant_ids(item)
        for actor in together:
            for other in together:
                if actor != other:
                    told.setdefault((actor, other), []).append(item.statement.id)
    for (actor, other), ids in told.items():
        yield sign_of(actor, "joint claim", f"It claims together with {evidence.name(other)}.", ids)
