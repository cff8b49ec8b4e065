"""What must hold of verdicts whatever is told: copies, order, and reports that agree."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.records import ByStatus, HolderKind, JudgementKind, Outcome, Stance, VerdictName
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
MINISTRY = (("ministry", HolderKind.OFFICIAL),)
# By how much they speak against it, and what they say.
CHECKS = {
    Outcome.UNCORROBORATED: "The ministry found no evidence of the attack in Sorna on 2025-03-03 claimed by Hammer.",
    Outcome.CONTRADICTED: "The ministry says Hammer's claim of the attack in Sorna on 2025-03-03 is false.",
}
outcomes = st.sampled_from(list(CHECKS))


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


def looked(case: Case, outcome: Outcome, paper: str) -> None:
    """The ministry looked, as a paper tells."""
    case.page(paper, "2025-03-21").finding(outcome, words=f"{paper}: {CHECKS[outcome]}", chain=MINISTRY)


@settings(max_examples=25, deadline=None)
@given(reports=cases, outcome=outcomes, has_denied=st.booleans())
def test_a_second_check_by_one_origin_changes_nothing_but_its_line(
    reports: list[dict[str, Any]], outcome: Outcome, has_denied: bool
) -> None:
    case = written(reports)
    if has_denied:
        case.page("Bulletin", "2025-03-20").event(stance=Stance.DENIES, chain=MINISTRY)
    looked(case, outcome, "Gazette")
    before = case.derive().verdict(G)
    looked(case, outcome, "Mirror")
    after = case.derive().verdict(G)
    assert (after.name, after.credibility, after.probability) == (
        before.name,
        before.credibility,
        before.probability,
    )
    assert [(w.entry, w.log_odds) for w in after.weights] == [(w.entry, w.log_odds) for w in before.weights]
    assert len(after.reasons) == len(before.reasons)


@settings(max_examples=25, deadline=None)
@given(reports=cases, said=st.permutations([None, *CHECKS]))
def test_one_origins_denial_and_checks_weigh_as_much_as_the_strongest(
    reports: list[dict[str, Any]], said: list[Outcome | None]
) -> None:
    before = written(reports).derive()
    told, base = set(before.incident(G).statement_ids), set(before.evidence.statements)
    together = written(reports)
    apart = [written(reports) for _ in said]
    for number, outcome in enumerate(said):
        for case in (together, apart[number]):
            if outcome is None:
                case.page(f"Sheet {number}", "2025-03-20").event(stance=Stance.DENIES, chain=MINISTRY)
            else:
                looked(case, outcome, f"Sheet {number}")
    derived = [c.derive() for c in (together, *apart)]
    # The denial may stay apart, or draw reports in or out, when they are joined anew; then other evidence is weighed.
    joined = [set(d.incident(G).statement_ids) for d in derived]
    denials = [1, *(outcome is None for outcome in said)]
    if all(told == base & i and len(i) == len(told) + n for i, n in zip(joined, denials, strict=True)):
        all_said, *each = (d.verdict(G).probability or 0 for d in derived)
        assert all_said == min(each)


@settings(max_examples=25, deadline=None)
@given(reports=cases, position=st.integers(0, 5))
def test_a_copy_never_changes_what_is_learned_of_an_outlet(
    reports: list[dict[str, Any]], position: int
) -> None:
    before = written(reports).derive().weighed.reliabilities
    case = written(reports)
    case.copy(case.pages[position % len(case.pages)], "Copycat", "2025-04-01")
    assert case.derive().weighed.reliabilities == before
