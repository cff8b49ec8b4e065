"""Signs in how a group shows itself: nobody named, and a first appearance soon after a blow."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from secondsource.match.kinds import kind_group
from secondsource.match.origins import claimant_ids
from secondsource.match.tellings import event_of
from secondsource.records import Channel, Emergence, FrontIndicator, Naming, Tie
from secondsource.weigh.evidence import Evidence, is_event
from secondsource.weigh.figures import counted
from secondsource.weigh.fronts.alleged import in_order, is_group, parents_of, sign_of, whole_sentence
from secondsource.weigh.phrases import says

# A name that appears within this many days after a blow against the supposed parent.
_SOON_DAYS = 60


def no_leader_named(evidence: Evidence) -> Iterator[FrontIndicator]:
    """Texts say that nobody is named as its leader, spokesman or member, or that it has no history."""
    told: dict[str, list[str]] = {}
    for item in in_order(evidence):
        if isinstance(item.statement.proposition, Tie | Emergence | Naming | Channel) and says(
            "no_leader", whole_sentence(item, evidence)
        ):
            for role in ("from", "actor", "name"):
                for actor in item.actor_ids(role)[:1]:
                    told.setdefault(actor, []).append(item.statement.id)
    for actor, ids in told.items():
        if is_group(actor, evidence):
            words = f"No leader, spokesman or history is named for {evidence.name(actor)}."
            yield sign_of(actor, "no leader, spokesman or history", words, ids)


def first_seen_after_a_trigger(evidence: Evidence) -> Iterator[FrontIndicator]:
    """Its first claim or appearance follows a blow against its supposed parent."""
    parents = parents_of(evidence)
    blows: dict[str, list[tuple[date, str]]] = {}
    firsts: dict[str, tuple[date, str]] = {}
    for item in in_order(evidence):
        when = item.when.earliest if item.when else None
        if is_event(item) and when and kind_group(event_of(item).type).name == "violence":
            for actor in item.actor_ids("on"):
                blows.setdefault(actor, []).append((when, item.statement.id))
        shown = [
            *claimant_ids(item),
            *(item.actor_ids("actor") if isinstance(item.statement.proposition, Emergence) else ()),
        ]
        for actor in shown:
            if when and (actor not in firsts or (when, item.statement.id) < firsts[actor]):
                firsts[actor] = (when, item.statement.id)
    for actor, (first, statement_id) in firsts.items():
        for parent in sorted(parents.get(actor, ())):
            for day, blow in sorted(blows.get(parent, ())):
                if 0 <= (first - day).days <= _SOON_DAYS:
                    days = (first - day).days
                    after = counted(days, "day")
                    words = f"First seen {first}, {after} after a blow against {evidence.name(parent)}."
                    yield sign_of(actor, "first seen soon after a trigger", words, [statement_id, blow])
                    break
