"""What each field of a pair earns."""

from __future__ import annotations

import pytest

from secondsource.records import Authenticity, ByStatus, EventType, Medium, Outcome, Relation, Stance
from secondsource.score.accounts import (
    Account,
    Told,
    ToldChannel,
    ToldEmergence,
    ToldEvent,
    ToldFinding,
    ToldNaming,
    ToldThreat,
    ToldTie,
)
from secondsource.score.fields import compare, credit
from tests.score.accounts import GREEN, HERALD, RED, day, event, told

POLICE = ("Alun police",)


def shares(annotated: Account, read: Account) -> dict[str, float]:
    """How far each field agrees."""
    return {f.name: f.agreement for f in compare(annotated, read)}


def tie(
    relation: Relation = Relation.BACKED_BY, from_: tuple[str, ...] = RED, to: tuple[str, ...] = GREEN
) -> ToldTie:
    return ToldTie(from_=from_, relation=relation, to=to)


@pytest.mark.parametrize(
    ("annotated", "read", "origin", "chain"),
    [
        ((), (), 1, 1),
        ((), (POLICE,), 0, 0),
        ((POLICE,), (), 0, 0),
        ((HERALD, POLICE), (POLICE,), 1, 2 / 3),
        ((HERALD, POLICE), (POLICE, HERALD), 0.5, 1),
        ((HERALD, POLICE), (HERALD,), 0.5, 2 / 3),
        ((HERALD, POLICE, RED), (HERALD,), 0, 1 / 2),
    ],
)
def test_the_origin_counts_apart_from_the_chain(
    annotated: tuple[tuple[str, ...], ...], read: tuple[tuple[str, ...], ...], origin: float, chain: float
) -> None:
    found = shares(told(event(), chain=annotated), told(event(), chain=read))
    assert [found["origin"], found["chain"]] == pytest.approx([origin, chain])


NOBODY = ToldEvent(type=EventType.ATTACK)
NAMES = ToldNaming(name="Red Banner Front", also=("RBF",))
BOTH = ToldEvent(type=EventType.ATTACK, by=((RED, ByStatus.CLAIMED), (GREEN, ByStatus.ACCUSED)))


@pytest.mark.parametrize(
    ("annotated", "read", "field", "share"),
    [
        (NOBODY, NOBODY, "by", 1),
        (NOBODY, event(), "by", 0),
        (event(), NOBODY, "by", 0),
        (event(), event(by=("RBF",)), "by", 1),
        (event(), event(ByStatus.ACCUSED), "by", 0.5),
        (event(), event(by=GREEN), "by", 0),
        (BOTH, event(), "by", 2 / 3),
        (event(), event(type=EventType.BOMBING), "type", 1),
        (event(), event(type=EventType.ABDUCTION), "type", 0),
        (event(on=("a convoy",)), event(on=("the convoy",)), "on", 1),
        (event(places=("Alun", "Alun district")), event(places=("Alun district",)), "place", 1),
        (event(when=day("2031-03-04")), event(), "when", 0),
        (event(killed=(2, 2)), event(killed=(2, 2)), "killed", 1),
        (event(injured=(2, None)), event(injured=(3, None)), "injured", 0),
        (tie(), tie(), "relation", 1),
        (tie(), tie(Relation.PART_OF), "relation", 0.5),
        (tie(), tie(Relation.RIVAL_OF), "relation", 0),
        (tie(), tie(from_=GREEN, to=RED), "from", 0),
        (tie(Relation.RIVAL_OF), tie(Relation.RIVAL_OF, from_=GREEN, to=RED), "from", 1),
        (NAMES, ToldNaming(name="Red Banner Front", also=("R.B.F.",)), "names", 0.5),
        (NAMES, ToldNaming(name="rbf", also=("Red-Banner Front",)), "names", 1),
        (ToldEmergence(actor=RED), ToldEmergence(actor=RED, when=day("2031")), "actor", 1),
        (ToldEmergence(actor=RED, when=day("2031")), ToldEmergence(actor=RED, when=day("2031")), "when", 1),
        (ToldThreat(by=RED, on=("the ministries",)), ToldThreat(by=RED, on=("ministries",)), "on", 1),
        (
            ToldChannel(actor=RED, medium=Medium.STATEMENT, authenticity=Authenticity.OWNED),
            ToldChannel(actor=RED, medium=Medium.WEBSITE, authenticity=Authenticity.DISPUTED),
            "medium",
            0.5,
        ),
        (
            ToldFinding(outcome=Outcome.UNCLAIMED),
            ToldFinding(outcome=Outcome.UNCORROBORATED),
            "outcome",
            0.5,
        ),
    ],
)  # fmt: skip
def test_each_field_earns_what_agrees(annotated: Told, read: Told, field: str, share: float) -> None:
    assert shares(told(annotated), told(read))[field] == pytest.approx(share)


def test_what_the_annotation_leaves_open_is_not_asked() -> None:
    read = event(on=("a convoy",), places=("Alun",), when=day("2031"), killed=(2, 2), injured=(1, 1))
    assert set(shares(told(event()), told(read))) == {"stance", "origin", "chain", "by", "type"}


def test_a_pair_without_a_decisive_field_earns_nothing() -> None:
    annotated, read = told(tie()), told(tie(from_=HERALD, to=POLICE))
    assert credit("tie", compare(annotated, read)) == 0
    halfway = told(tie(from_=HERALD))
    assert 0 < credit("tie", compare(annotated, halfway)) < 1
    assert credit("tie", compare(annotated, annotated)) == 1


def test_a_wrong_stance_costs_its_weight() -> None:
    annotated = told(tie())
    read = told(tie(), stance=Stance.DENIES)
    assert credit("tie", compare(annotated, read)) == pytest.approx(9 / 10)


def test_two_kinds_have_nothing_in_common() -> None:
    with pytest.raises(TypeError, match="event and tie"):
        compare(told(event()), told(tie()))
