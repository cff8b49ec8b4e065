"""Signs in what officials and the supposed parent say: an attribution, a sanction, a denial."""

from __future__ import annotations

import re
from collections.abc import Iterator

from secondsource.records import ActorKind, FrontIndicator, HolderKind, Stance
from secondsource.weigh.evidence import Evidence
from secondsource.weigh.fronts.alleged import alleged_parents, sign_of, whole_sentence
from secondsource.weigh.phrases import says


def official_attribution(evidence: Evidence) -> Iterator[FrontIndicator]:
    """An official body says that another stands behind it."""
    for actor, parent, item in alleged_parents(evidence):
        origin = evidence.origin(item)
        speaker = evidence.actors.get(origin.name)
        is_official = origin.kind is HolderKind.OFFICIAL or (
            speaker is not None and speaker.kind in (ActorKind.STATE, ActorKind.ORGAN, ActorKind.OFFICE)
        )
        if is_official and item.statement.stance is not Stance.DENIES and origin.name not in (actor, parent):
            words = f"{evidence.shown(origin.name)} says that {evidence.name(parent)} stands behind it."
            yield sign_of(actor, "official attribution", words[:1].upper() + words[1:], [item.statement.id])


def official_sanction(evidence: Evidence) -> Iterator[FrontIndicator]:
    """A text tells in one sentence of the tie and that it was put on a list or under sanctions."""
    told: dict[tuple[str, str], list[str]] = {}
    for actor, parent, item in alleged_parents(evidence):
        if item.statement.stance is not Stance.DENIES and says("sanctioned", whole_sentence(item, evidence)):
            told.setdefault((actor, parent), []).append(item.statement.id)
    for (actor, parent), ids in told.items():
        words = f"It is told of as sanctioned or listed, and in the same breath as tied to {evidence.name(parent)}."
        yield sign_of(actor, "official sanction", words, ids)


def disowned_by_parent(evidence: Evidence) -> Iterator[FrontIndicator]:
    """The supposed parent itself, or an organ of it, denies the tie."""
    for actor, parent, item in alleged_parents(evidence):
        origin = evidence.origin(item).name
        if item.statement.stance is Stance.DENIES and (
            origin == parent or _is_organ_of(origin, parent, evidence)
        ):
            words = f"{evidence.name(parent)}, its supposed parent, disowns it."
            yield sign_of(actor, "disowned by its supposed parent", words, [item.statement.id])


def _is_organ_of(origin: str, parent: str, evidence: Evidence) -> bool:
    """True for "Korvath's Foreign Ministry" and Korvath."""
    organ, state = evidence.actors.get(origin), evidence.actors.get(parent)
    if organ is None or state is None or organ.kind not in (ActorKind.ORGAN, ActorKind.OFFICE):
        return False
    return re.match(rf"{re.escape(state.name)}(?:['’]s?)?\s", organ.name, re.IGNORECASE) is not None
