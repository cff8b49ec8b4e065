"""Which judgements are in force: a later *undo* takes one back, and the newest word holds."""

from __future__ import annotations

from collections.abc import Iterable

from secondsource.records import Judgement, JudgementKind


def in_force(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that nobody has undone, oldest first, without the undos themselves.

    An undo can be undone in turn, and then what it took back holds again.
    """
    undone: set[str] = set()
    kept = []
    for judgement in sorted(judgements, key=lambda j: (j.at, j.id), reverse=True):
        if judgement.id in undone:
            continue
        if judgement.kind is JudgementKind.UNDO:
            undone.update(judgement.subjects)
        else:
            kept.append(judgement)
    return tuple(reversed(kept))


def newest_words(judgements: Iterable[Judgement]) -> dict[str, Judgement]:
    """The newest *accept* or *reject* in force of each subject."""
    last: dict[str, Judgement] = {}
    for judgement in in_force(judgements):
        if judgement.kind in (JudgementKind.ACCEPT, JudgementKind.REJECT):
            last.update(dict.fromkeys(judgement.subjects, judgement))
    return last


def rejected_ids(judgements: Iterable[Judgement]) -> frozenset[str]:
    """Subjects whose newest *accept* or *reject* is a reject; of a document, that it is withdrawn."""
    return frozenset(s for s, j in newest_words(judgements).items() if j.kind is JudgementKind.REJECT)
