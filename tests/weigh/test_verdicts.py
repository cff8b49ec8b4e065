"""Verdicts by scenario, and what must hold of them whatever the case."""

from __future__ import annotations

import pytest

from secondsource.errors import JudgementError
from secondsource.records import Judgement, JudgementKind, Side
from secondsource.weigh import RULES
from tests.weigh.builder import Case, Derived, judgement
from tests.weigh.scenarios import SCENARIOS, G

# The rules of independence and withdrawal, besides the verdict rules themselves.
OTHERS = (
    "copies_are_one_family",
    "quoting_is_one_family",
    "one_owner_one_family",
    "same_spokesman_one_family",
    "tied_channels_are_not_independent",
    "relay_is_no_report",
    "retelling_in_claim_sentence",
    "own_account_rests_on_the_quoted",
    "passing_on_is_no_origin",
    "unnamed_officials_of_a_day",
    "unnamed_media_may_be_the_named",
    "one_body_by_its_common_name",
    "repeats_an_error",
    "denial_beside_support",
    "retraction_withdraws",
)
# Enough of a scenario's documents: the later ones of the longest are like each other.
_PAGES = 4
ALWAYS = ("event_not_addressed", "authorship_nobody")


def case_of(name: str) -> Case:
    case = Case()
    SCENARIOS[name][0](case)
    return case


@pytest.mark.parametrize("name", SCENARIOS)
def test_scenario_comes_to_its_verdicts(name: str) -> None:
    derived = case_of(name).derive()
    assert derived.said(G) == SCENARIOS[name][1], [
        (v.side.value, [r.sentence for r in v.reasons]) for v in derived.weighed.verdicts
    ]


@pytest.mark.parametrize("name", SCENARIOS)
def test_order_of_input_changes_nothing(name: str) -> None:
    case = case_of(name)
    forth, back = case.derive(), case.derive(reverse=True)
    assert forth.weighed == back.weighed
    assert forth.matched.incidents == back.matched.incidents
    assert forth.matched.families == back.matched.families


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_copy_of_any_document_changes_no_verdict(name: str) -> None:
    before = case_of(name).derive().said(G)
    for position in range(min(_PAGES, len(case_of(name).pages))):
        case = case_of(name)
        case.copy(case.pages[position], "Copycat")
        assert case.derive().said(G) == before, position


@pytest.mark.parametrize("rule", [r for r in (*RULES, *OTHERS) if r not in ALWAYS])
def test_each_rule_switched_off_changes_some_scenario(rule: str) -> None:
    assert any(case_of(n).derive([rule]).said(G) != said for n, (_, said) in SCENARIOS.items())


@pytest.mark.parametrize("name", SCENARIOS)
def test_every_verdict_has_reasons_in_sentences_that_rest_on_statements(name: str) -> None:
    derived = case_of(name).derive()
    families = {f.id for f in derived.matched.families}
    for verdict in derived.weighed.verdicts:
        assert verdict.reasons
        for reason in verdict.reasons:
            assert reason.sentence.endswith(".")
            assert reason.sentence[0] == reason.sentence[0].upper()
            assert set(reason.statement_ids) <= derived.evidence.statements.keys()
            assert set(reason.family_ids) <= families


@pytest.mark.parametrize("name", SCENARIOS)
def test_removing_a_document_removes_what_it_carried(name: str) -> None:
    whole = case_of(name)
    for position in range(min(_PAGES, len(whole.pages))):
        case = case_of(name)
        gone = {s.statement.id for s in case.pages[position].statements()}
        document_id = case.pages[position].document.id
        withdrawn = case_of(name)
        withdrawn.judgements.append(judgement(JudgementKind.REJECT, document_id))
        del case.pages[position]
        case.copies = [c for c in case.copies if all(p in case.pages for p in c)]
        left = withdrawn.derive()
        told = {s for i in left.matched.incidents for s in i.statement_ids}
        assert not told & gone
        if withdrawn.copies:
            continue  # without its first copy a family of copies is another one
        assert left.matched.incidents == case.derive().matched.incidents
        assert left.weighed.claims == case.derive().weighed.claims


def test_missing_evidence_is_named_for_every_verdict_that_leaves_room() -> None:
    for name, (_, said) in SCENARIOS.items():
        event = case_of(name).derive().verdict(G)
        assert bool(event.missing) == (said[0] != "corroborated" or said[2]), name


def derived_with(*judgements: Judgement) -> Derived:
    case = case_of("one_paper_reports_it")
    case.judgements.extend(judgements)
    return case.derive()


def test_override_is_applied_last_and_said() -> None:
    claim = derived_with().claim(G)
    derived = derived_with(judgement(JudgementKind.OVERRIDE, claim.id, field="event", value="corroborated"))
    verdict = derived.verdict(G)
    assert verdict.name.value == "corroborated"
    assert verdict.reasons[0].rule == "overridden"
    assert '"partly corroborated"' in verdict.reasons[0].sentence
    assert derived.verdict(G, Side.AUTHORSHIP).name.value == "not addressed"


def test_override_by_a_statement_of_the_claim_outlives_an_earlier_report() -> None:
    case = case_of("one_paper_reports_it")
    statement = case.derive().claim(G).statement_ids[0]
    case.judgements.append(
        judgement(JudgementKind.OVERRIDE, statement, field="authorship", value="contested")
    )
    case.page("Early Bird", "2025-03-03").claim(G)
    assert case.derive().verdict(G, Side.AUTHORSHIP).name.value == "contested"


def test_override_can_be_undone() -> None:
    claim = derived_with().claim(G)
    override = judgement(JudgementKind.OVERRIDE, claim.id, value="corroborated")
    undo = judgement(JudgementKind.UNDO, override.id, at=2)
    redo = judgement(JudgementKind.UNDO, undo.id, at=3)
    assert derived_with(override, undo).said(G) == derived_with().said(G)
    assert derived_with(override, undo, redo).verdict(G).name.value == "corroborated"


def test_rejection_marks_the_verdict_disputed_and_acceptance_only_speaks() -> None:
    claim = derived_with().claim(G)
    rejected = derived_with(judgement(JudgementKind.REJECT, claim.id, why="misread")).verdict(G)
    assert rejected.is_disputed
    assert rejected.reasons[0].sentence == "desk rejected this on 2025-05-01: misread."
    accepted = derived_with(judgement(JudgementKind.ACCEPT, claim.id)).verdict(G)
    assert not accepted.is_disputed
    assert accepted.reasons[-1].rule == "accepted"


def test_an_unknown_verdict_is_refused_with_those_there_are() -> None:
    claim = derived_with().claim(G)
    with pytest.raises(JudgementError, match=r'"proven" is no verdict\. Use one of: corroborated, partly'):
        derived_with(judgement(JudgementKind.OVERRIDE, claim.id, value="proven"))
