"""When a voice on a tie was heard, in each of its stances."""

from __future__ import annotations

import pytest

from secondsource.records import HolderKind, Relation, Stance
from secondsource.show.tie_days import heard
from tests.weigh.builder import Case

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
