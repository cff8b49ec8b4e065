"""Which actors are said to stand in front of which, and how a sign of it is written down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from secondsource.records import ActorKind, FrontIndicator, Relation, ResolvedStatement, Stance, Tie
from secondsource.resolve.actor_names import means_nobody
from secondsource.weigh.evidence import Evidence

# Ties by which one actor may stand in front of another.
_PARENT = frozenset({Relation.FRONT_FOR, Relation.BACKED_BY, Relation.COMMANDED_BY, Relation.PART_OF})


def alleged_parents(evidence: Evidence) -> Iterator[tuple[str, str, ResolvedStatement]]:
    """Each statement on a tie to a supposed parent, asserted or denied, with the two actors."""
    for item in in_order(evidence):
        tie = item.statement.proposition
        if isinstance(tie, Tie) and tie.relation in _PARENT:
            for actor in item.actor_ids("from")[:1]:
                for parent in item.actor_ids("to")[:1]:
                    if is_group(actor, evidence) and actor != parent:
                        yield actor, parent, item


def parents_of(evidence: Evidence) -> dict[str, set[str]]:
    """The supposed parents of each actor, by somebody's word that is no denial."""
    found: dict[str, set[str]] = {}
    for actor, parent, item in alleged_parents(evidence):
        if item.statement.stance is not Stance.DENIES:
            found.setdefault(actor, set()).add(parent)
    return found


def is_group(actor_id: str, evidence: Evidence) -> bool:
    """True unless the actor is known to be a state, an organ, an outlet or the like, or nobody ("gunmen")."""
    actor = evidence.actors.get(actor_id)
    if actor is None:
        return True
    is_somebody = actor.is_collective or not means_nobody(actor.name)
    return is_somebody and actor.kind in (ActorKind.GROUP, None)


def in_order(evidence: Evidence) -> list[ResolvedStatement]:
    """All statements, by id."""
    return sorted(evidence.statements.values(), key=lambda s: s.statement.id)


def whole_sentence(item: ResolvedStatement, evidence: Evidence) -> str:
    """The sentence around a statement's words, as far as the nearest full stops."""
    document = evidence.documents.get(item.statement.document_id)
    if document is None:
        return ""
    span = item.statement.span
    start = max(document.text.rfind(mark, 0, span.start) for mark in (". ", "\n", "? ", "! ")) + 1
    ends = [e for mark in (". ", "\n", "? ", "! ") if (e := document.text.find(mark, span.end)) >= 0]
    return document.text[start : min(ends, default=len(document.text))]


def sign_of(actor_id: str, sign: str, sentence: str, ids: Iterable[str]) -> FrontIndicator:
    """The indicator; statements each once, in the order given."""
    return FrontIndicator(
        actor_id=actor_id, sign=sign, sentence=sentence, statement_ids=tuple(dict.fromkeys(ids))
    )
