"""What must hold of verdicts whatever is told: copies, order, and reports that agree."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.records import ByStatus, HolderKind, JudgementKind, Stance, VerdictName
from tests.weigh.builder import Case, judgement

G = "Hammer"
# From the best to the worst that can be said of an event; the order of the rules, contradicted last.
ORDER = (
    VerdictName.CORROBORATED,
    VerdictName.PARTLY_CORROBORATED,
    VerdictName.UNCORROBORATED,
    VerdictName.NOT_ADDRESSED,
    VerdictName.CONTRADICTED,
)
report = st.fixed_dictionaries(
    {
        "on": st.sampled_from(["army convoy", "convoy of soldiers", None]),
        "when": st.sampled_from(["2025-03-03", "2025-03-04"]),
        "at": st.sampled_from(["Sorna", "North"]),
        "killed": st.sampled_from([None, 2, 5]),
        "stance": st.sampled_from([Stance.ASSERTS, Stance.ASSERTS, Stance.DOUBTS, Stance.DENIES]),
        "chain": st.sampled_from(
            [
                (),
                (("police", HolderKind.OFFICIAL),),
                (("residents", HolderKind.WITNESS),),
                (("Wire", HolderKind.AGENCY),),
            ]
        ),
        "by": st.sampled_from([(), G, "Lantern"]),
    }
)
cases = st.lists(report, max_size=5)


def written(reports: list[dict[str, Any]]) -> Case:
    case = Case()
    case.page("Dispatch").claim(G, killed=2)
    for n, told in enumerate(reports):
        status = ByStatus.ACCUSED if told["by"] else ByStatus.UNKNOWN
        case.page(f"Paper {n}", f"2025-03-{5 + n:02}").event(**{**told, "status": status})
    return case


@settings(max_examples=40, deadline=None)
@given(reports=cases, position=st.integers(0, 5))
def test_a_copy_never_changes_a_verdict(reports: list[dict[str, Any]], position: int) -> None:
    before = written(reports).derive().said(G)
    case = written(reports)
    case.copy(case.pages[position % len(case.pages)], "Copycat", "2025-04-01")
    assert case.derive().said(G) == before


@settings(max_examples=40, deadline=None)
@given(reports=cases, position=st.integers(0, 5), copier=st.sampled_from(["Copycat", "Paper 0", "Dispatch"]))
def test_a_copy_never_makes_an_event_likelier(
    reports: list[dict[str, Any]], position: int, copier: str
) -> None:
    before = written(reports).derive().verdict(G)
    case = written(reports)
    case.copy(case.pages[position % len(case.pages)], copier, "2025-04-01")
    after = case.derive().verdict(G)
    assert ORDER.index(after.name) >= ORDER.index(before.name)
    assert (after.probability or 0) <= (before.probability or 0)


@settings(max_examples=40, deadline=None)
@given(reports=cases)
def test_an_independent_report_that_agrees_never_lowers_the_event(reports: list[dict[str, Any]]) -> None:
    without = written(reports).derive()
    case = written(reports)
    case.page("Gazette", "2025-03-20").event(killed=2)
    with_it = case.derive()
    before, after = without.verdict(G), with_it.verdict(G)
    assert ORDER.index(after.name) <= ORDER.index(before.name)
    # A report may draw another one out of the incident, when they are joined anew; then other evidence is weighed.
    if set(without.incident(G).statement_ids) <= set(with_it.incident(G).statement_ids):
        assert (after.probability or 0) >= (before.probability or 0)


@settings(max_examples=40, deadline=None)
@given(reports=cases, extra=report, is_copy=st.booleans())
def test_removing_what_was_added_restores_everything(
    reports: list[dict[str, Any]], extra: dict[str, Any], is_copy: bool
) -> None:
    before = written(reports).derive()
    case = written(reports)
    if is_copy:
        added = case.copy(case.pages[-1], "Copycat", "2025-04-01")
    else:
        added = case.page("Gazette", "2025-03-20").event(**extra)
    case.derive()
    case.judgements.append(judgement(JudgementKind.REJECT, added.document.id))
    after = case.derive()
    assert after.weighed == before.weighed
    assert after.matched.families == before.matched.families


@settings(max_examples=40, deadline=None)
@given(reports=cases)
def test_order_never_matters(reports: list[dict[str, Any]]) -> None:
    case = written(reports)
    forth, back = case.derive(), case.derive(reverse=True)
    assert forth.weighed == back.weighed
    assert forth.matched.families == back.matched.families
