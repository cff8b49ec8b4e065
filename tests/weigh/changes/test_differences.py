"""Two derivations side by side: equal ones differ in nothing, and what differs is told with what made it so."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.records import HolderKind, JudgementKind, Relation, Side, Stance, VerdictName
from secondsource.weigh.changes import Difference, compare
from tests.weigh.builder import Case, grade, judgement
from tests.weigh.changes.series import derived_of

G, H = "Hammer", "Lantern"
report = st.fixed_dictionaries(
    {
        "on": st.sampled_from(["army convoy", "two soldiers", None]),
        "at": st.sampled_from(["Sorna", "Veshkan", None]),
        "killed": st.sampled_from([None, 2]),
        "by": st.sampled_from([(), G, H]),
        "stance": st.sampled_from([Stance.ASSERTS, Stance.DOUBTS, Stance.DENIES]),
    }
)


def written(reports: list[dict[str, Any]]) -> Case:
    case = Case()
    case.page("Dispatch").claim(G).tie(G, Relation.BACKED_BY, H)
    for n, told in enumerate(reports):
        case.page(f"Paper {n}", f"2025-03-{5 + n:02}").event(**told)
    return case


def is_empty(found: Difference) -> bool:
    lists = (found.new_actors, found.new_claims, found.gone_claims, found.claims)
    return not any((*lists, found.new_incidents, found.gone_incidents, found.ties, found.joined))


@settings(max_examples=30, deadline=None)
@given(reports=st.lists(report, max_size=4))
def test_a_case_beside_itself_differs_in_nothing(reports: list[dict[str, Any]]) -> None:
    assert is_empty(compare(derived_of(written(reports)), derived_of(written(reports))))


@settings(max_examples=30, deadline=None)
@given(reports=st.lists(report, max_size=4), extra=report)
def test_adding_a_document_and_withdrawing_it_changes_nothing(
    reports: list[dict[str, Any]], extra: dict[str, Any]
) -> None:
    before = derived_of(written(reports))
    case = written(reports)
    added = case.page("Gazette", "2025-03-20").event(**extra)
    case.judgements.append(judgement(JudgementKind.REJECT, added.document.id))
    found = compare(before, derived_of(case))
    assert not any((found.new_claims, found.gone_claims, found.claims, found.new_incidents, found.ties))


def two_days(then: Case, now: Case) -> Difference:
    return compare(derived_of(then), derived_of(now))


def test_a_claim_that_gains_a_report_stays_the_same_claim() -> None:
    then, now = written([]), written([{"killed": None}])
    found = two_days(then, now)
    assert not found.new_claims
    [change] = found.claims
    [event] = [v for v in change.verdicts if v.side is Side.EVENT]
    assert (event.before.name, event.after.name) == (
        VerdictName.NOT_ADDRESSED,
        VerdictName.PARTLY_CORROBORATED,
    )
    assert [r.rule for r in event.came] == ["one_ungraded_family"]
    assert [r.rule for r in event.went] == ["event_not_addressed"]
    assert set(change.came) == {s for r in event.came for s in r.statement_ids}


def test_a_claim_told_earlier_by_a_document_added_later_is_no_new_claim() -> None:
    then, now = Case(), Case()
    then.page("Dispatch", "2025-03-06").claim(G)
    now.page("Dispatch", "2025-03-06").claim(G)
    now.page("Radio", "2025-03-04").claim(G)
    found = two_days(then, now)
    assert derived_of(then).claims[0].id != derived_of(now).claims[0].id
    assert is_empty(found)


def test_each_group_of_a_joint_claim_is_compared_with_itself() -> None:
    then, now = Case(), Case()
    for case in (then, now):
        case.page("Dispatch").claim((G, H))
    now.page("Herald").event(by=G)
    found = two_days(then, now)
    assert not found.new_claims
    assert {c.before.claimant_id == c.after.claimant_id for c in found.claims} == {True}
    assert len(found.claims) == 2


def test_a_grade_changes_a_verdict() -> None:
    then, now = written([{"killed": None}]), written([{"killed": None}])
    now.judgements.append(grade("Paper 0", "B"))
    [change] = two_days(then, now).claims
    assert [v.after.name for v in change.verdicts if v.side is Side.EVENT] == [VerdictName.CORROBORATED]
    assert change.came == change.went == ()


def test_a_tie_gains_a_voice_and_a_denial() -> None:
    then, now = written([]), written([])
    now.page("Herald").tie(G, Relation.BACKED_BY, H)
    now.page("Post").tie(G, Relation.BACKED_BY, H, chain=((G, HolderKind.GROUP),), stance=Stance.DENIES)
    [change] = two_days(then, now).ties
    assert [v.origin for v in change.for_came] == ["Herald"]
    assert [v.is_self for v in change.against_came] == [True]
    assert not change.for_went
    [back] = two_days(now, then).ties
    assert (back.for_went, back.against_went) == (change.for_came, change.against_came)


def test_a_copy_of_a_voice_is_no_new_voice() -> None:
    then, now = written([]), written([])
    now.copy(now.pages[0], "Copycat")
    assert not two_days(then, now).ties


def test_a_new_group_and_its_claim_are_new() -> None:
    then, now = written([]), written([])
    now.page("Radio").claim(H, on="two power pylons", at="Veshkan", when="2025-03-09")
    now.page("Radio").claim("Riders", on="a bridge", at="Fort Bell", when="2025-03-19")
    found = two_days(then, now)
    assert [a.name for a in found.new_actors] == ["Riders"]
    assert sorted(c.claimant_id for c in found.new_claims) == ["actor:Lantern", "actor:Riders"]
    assert len(found.new_incidents) == 2
