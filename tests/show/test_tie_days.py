"""When a voice on a tie was heard, in each of its stances, and what the tables show of that and of new names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from secondsource.records import Derived, HolderKind, Relation, Stance
from secondsource.show.tables import actors_table, ties_table
from secondsource.show.tie_days import heard
from tests.weigh.builder import Case, grade

G, P = "Salt", "Hammer"
ASSERTS, DOUBTS, DENIES = Stance.ASSERTS, Stance.DOUBTS, Stance.DENIES
POLICE = (("Interior Ministry", HolderKind.OFFICIAL),)


@pytest.mark.parametrize(
    ("told", "pro", "contra"),
    [
        (
            [("Herald", "2025-03-01", ASSERTS), ("Post", "2025-03-09", ASSERTS)],
            [(ASSERTS, "2025-03-01/2025-03-09")],
            [],
        ),
        (
            [("Herald", "2025-03-01", DOUBTS), ("Post", "2025-03-05", ASSERTS)],
            [(DOUBTS, "2025-03-01"), (ASSERTS, "2025-03-05")],
            [],
        ),
        (
            [
                ("Herald", "2025-03-01", ASSERTS),
                ("Post", "2025-04-02", DENIES),
                ("Radio", "2025-04-01", DENIES),
            ],
            [(ASSERTS, "2025-03-01")],
            [(DENIES, "2025-04-01/2025-04-02")],
        ),
    ],
)
def test_each_stance_of_one_voice_has_its_first_and_last_day(
    told: list[tuple[str, str, Stance]], pro: list[tuple[Stance, str]], contra: list[tuple[Stance, str]]
) -> None:
    case = Case()
    for outlet, published, stance in told:
        case.page(outlet, published).tie(G, Relation.FRONT_FOR, P, chain=POLICE, stance=stance)
    derived = case.derive()
    (tie,) = derived.weighed.ties
    days = [
        [
            (h.stance, h.days.edtf if h.days else "")
            for v in side
            for h in heard(v, derived.evidence.statements)
        ]
        for side in (tie.for_, tie.against)
    ]
    assert days == [pro, contra]


def derived_of(case: Case) -> Derived:
    """What the case comes to, as the tables take it."""
    resolution, found = case.resolution(), case.derive()
    return Derived(
        actors=resolution.actors,
        aliases=resolution.aliases,
        statements=resolution.statements,
        copies=(),
        incidents=found.matched.incidents,
        families=found.matched.families,
        claims=found.weighed.claims,
        verdicts=found.weighed.verdicts,
        ties=found.weighed.ties,
        indicators=found.weighed.indicators,
    )


def test_the_table_of_ties_tells_who_said_it_when_and_sets_self_denials_apart() -> None:
    case = Case()
    case.page("Herald", "2025-03-01").tie(G, Relation.FRONT_FOR, P)
    case.page("Post", "2025-03-02").tie(G, Relation.FRONT_FOR, P, chain=POLICE, stance=DENIES)
    case.page("Radio", "2025-03-03").tie(
        G, Relation.FRONT_FOR, P, chain=((P, HolderKind.GROUP),), stance=DENIES
    )
    case.judgements.append(grade("Herald", "B"))
    (row,) = ties_table(derived_of(case)).rows
    assert row[1:] == (
        G,
        "front_for",
        P,
        "Herald (grade B, 2025-03-01)",
        "Interior Ministry (2025-03-02)",
        "Hammer (itself, 2025-03-03)",
    )


@pytest.mark.parametrize(
    ("name", "is_known", "is_new"),
    [("Salt Companions", False, True), ("Salt Companions", True, False), ("the group", False, False)],
)
def test_the_table_of_actors_marks_a_new_group_that_claims(name: str, is_known: bool, is_new: bool) -> None:
    case = Case()
    case.page("Herald").claim(name)
    case.page("Post").event(by="Reed League", at="Veshkan", when="2025-01-03")
    case.actors[name] = replace(case.actors.get(name) or case.actor(name), is_known=is_known)
    table = actors_table(derived_of(case))
    shown = {row[1]: row[table.columns.index("is_new")] for row in table.rows}
    assert shown == {name: is_new, "Reed League": False}
