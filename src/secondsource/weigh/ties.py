"""The case for and against each alleged tie, by origins that count once."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.codec import content_id
from secondsource.match.families import find_families
from secondsource.match.family_rules import TIE_RULES
from secondsource.records import (
    Family,
    Incident,
    Relation,
    ResolvedStatement,
    Stance,
    Tie,
    TieCase,
    TieVoice,
)
from secondsource.weigh.evidence import Evidence

# Read the same from either end.
_MUTUAL = frozenset({Relation.ALLIED_WITH, Relation.RIVAL_OF})


def weigh_ties(evidence: Evidence) -> tuple[TieCase, ...]:
    """One case for each pair and relation, by id; voices in the order in which they became public.

    What copies another's words, and outlets of one owner, are one voice. A hedged word stands on the side *for*
    with its stance; a voice that says both stands on both sides.
    """
    told: dict[tuple[str, Relation, str], list[ResolvedStatement]] = {}
    for item in evidence.statements.values():
        tie = item.statement.proposition
        if not isinstance(tie, Tie):
            continue
        for first in item.actor_ids("from")[:1]:
            for second in item.actor_ids("to")[:1]:
                ends = sorted((first, second)) if tie.relation in _MUTUAL else (first, second)
                if first != second:
                    told.setdefault((ends[0], tie.relation, ends[1]), []).append(item)
    return tuple(sorted((_case(*key, items, evidence) for key, items in told.items()), key=lambda c: c.id))


def _case(
    first: str, relation: Relation, second: str, items: Sequence[ResolvedStatement], evidence: Evidence
) -> TieCase:
    case_id = content_id("tie", first, relation, second)
    matter = Incident(id=case_id, statement_ids=tuple(sorted(i.statement.id for i in items)), joined_by=())
    families = find_families(matter, evidence.statements, evidence.known, TIE_RULES)
    voices = [v for f in families for v in _voices(f, {first, second}, evidence)]
    return TieCase(
        id=case_id,
        from_id=first,
        relation=relation,
        to_id=second,
        for_=tuple(v for v in voices if v.stance is not Stance.DENIES),
        against=tuple(v for v in voices if v.stance is Stance.DENIES),
    )


def _voices(family: Family, ends: set[str], evidence: Evidence) -> list[TieVoice]:
    """What one family says, by stance; a flat assertion outweighs its own hedge."""
    items = evidence.events(family.statement_ids)
    denying = [i for i in items if i.statement.stance is Stance.DENIES]
    saying = [i for i in items if i.statement.stance is not Stance.DENIES]
    grades = sorted(g for o in family.origins if (g := evidence.grade(o)))
    found = []
    for own in (saying, denying):
        if own:
            stances = {i.statement.stance for i in own}
            firm = Stance.ASSERTS if Stance.ASSERTS in stances else own[0].statement.stance
            found.append(
                TieVoice(
                    origin=", ".join(dict.fromkeys(evidence.name(o) for o in family.origins)),
                    stance=firm,
                    statement_ids=tuple(i.statement.id for i in own),
                    is_self=bool(ends & set(family.origins)),
                    grade=grades[0] if grades else None,
                )
            )
    return found
