"""Facts that count against a claim: what excludes it, what only sets a detail right, and what looks like either."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest

from secondsource.records import Outcome
from tests.weigh.builder import Case

G = "Hammer"
EXCLUDED, DETAIL = "contradicted_by_fixed_facts", "fixed_fact_against_a_detail"


class Scenario(NamedTuple):
    """Its writer, which fact it is about, the rule that must speak (None where it only looks so), the verdict."""

    write: Callable[[Case], object]
    fact: str
    rule: str | None
    verdict: str


SCENARIOS: dict[str, Scenario] = {}


def scenario(
    fact: str, rule: str | None, verdict: str
) -> Callable[[Callable[[Case], object]], Callable[[Case], object]]:
    """Registers a case by its function's name."""

    def add(write: Callable[[Case], object]) -> Callable[[Case], object]:
        SCENARIOS[write.__name__] = Scenario(write, fact, rule, verdict)
        return write

    return add


def reported(case: Case, first: str = "Herald", second: str = "Post", **details: object) -> None:
    """Two papers report it, each in its own words."""
    for outlet in (first, second):
        case.page(outlet, "2025-03-05").event(words=f"{outlet} tells of it.", **details)  # type: ignore[arg-type]


# --- before the group existed by its own account


@scenario("founding", EXCLUDED, "contradicted")
def claimed_before_it_was_formed(case: Case) -> None:
    case.page("Dispatch", "2025-04-01").claim(G)
    case.page("Hammer media", "2025-04-02").emergence(G, "2025-03-20")


@scenario("founding", EXCLUDED, "contradicted")
def claimed_before_it_was_formed_though_others_report_it(case: Case) -> None:
    claimed_before_it_was_formed(case)
    reported(case)


@scenario("founding", EXCLUDED, "contradicted")
def formed_some_day_of_a_later_month(case: Case) -> None:
    case.page("Dispatch", "2025-05-01").claim(G)
    case.page("Dispatch", "2025-05-02").emergence(G, "2025-04-01/2025-04-30")


@scenario("founding", None, "not addressed")
def formed_in_the_month_of_the_attack(case: Case) -> None:
    case.page("Dispatch", "2025-05-01").claim(G)
    case.page("Dispatch", "2025-05-02").emergence(G, "2025-03-01/2025-03-31")


@scenario("founding", None, "not addressed")
def others_say_when_it_was_formed(case: Case) -> None:
    case.page("Dispatch").claim(G)
    case.page("Monitor").emergence(G, "2025-03-20", own=False)


@scenario("founding", None, "not addressed")
def formed_in_a_year_that_nobody_wrote(case: Case) -> None:
    case.page("Dispatch").claim(G)
    case.page("Dispatch").emergence(G, "2025-03-20", assumed=True)


# --- a day that can't be


@scenario("day", EXCLUDED, "contradicted")
def a_day_after_the_claim_was_published(case: Case) -> None:
    case.page("Dispatch", "2025-02-20").claim(G)


@scenario("day", DETAIL, "not addressed")
def a_day_that_no_calendar_has(case: Case) -> None:
    case.page("Dispatch").claim(G, no_such_day="31 February")


@scenario("day", DETAIL, "partly corroborated")
def a_day_that_no_calendar_has_though_others_report_it(case: Case) -> None:
    case.page("Dispatch").claim(G, no_such_day="30 February", on="Sorna mill", killed=8)
    reported(case, on="Sorna mill", killed=8)


@scenario("day", None, "not addressed")
def the_night_after_publication(case: Case) -> None:
    case.page("Dispatch", "2025-03-02").claim(G)


@scenario("day", None, "not addressed")
def one_telling_of_two_has_a_day_that_no_calendar_has(case: Case) -> None:
    case.page("Dispatch").claim(G)
    case.page("Radio").claim(G, no_such_day="31 February", words="Once more, and misprinted.")


@scenario("day", None, "not addressed")
def no_day_at_all(case: Case) -> None:
    case.page("Dispatch").claim(G, when=None)


# --- a place outside the province named


@scenario("province", DETAIL, "not addressed")
def the_gazetteer_has_the_place_elsewhere(case: Case) -> None:
    case.page("Dispatch").claim(G, outside="South")


@scenario("province", DETAIL, "uncorroborated")
def the_gazetteer_has_it_elsewhere_and_a_check_found_nothing(case: Case) -> None:
    case.page("Dispatch").claim(G, outside="South").finding(Outcome.UNCORROBORATED)


@scenario("province", DETAIL, "partly corroborated")
def papers_report_it_from_another_place_of_that_province(case: Case) -> None:
    case.page("Dispatch").claim(G, outside="South", killed=8, on="barracks")
    reported(case, at="Veshkan", killed=8, on="barracks")


@scenario("province", None, "corroborated")
def all_put_it_there_so_the_gazetteer_lacks_it(case: Case) -> None:
    case.page("Dispatch").claim(G, outside="South")
    reported(case, outside="South")


@scenario("province", None, "not addressed")
def the_place_lies_in_the_province_named(case: Case) -> None:
    case.page("Dispatch").claim(G)


@scenario("province", None, "not addressed")
def only_the_province_is_named(case: Case) -> None:
    case.page("Dispatch").claim(G, at="South", precision=4)


# --- a toll outside every independent count


@scenario("toll", DETAIL, "partly corroborated")
def more_dead_than_anybody_counted(case: Case) -> None:
    case.page("Dispatch").claim(G, killed=40)
    reported(case, killed=4)
    reported(case, "Radio", "Gazette", killed=6)


@scenario("toll", DETAIL, "partly corroborated")
def fewer_dead_than_anybody_counted(case: Case) -> None:
    case.page("Dispatch").claim(G, killed=1)
    reported(case, killed=14)


@scenario("toll", DETAIL, "partly corroborated")
def more_than_two_count_though_three_more_count_nothing(case: Case) -> None:
    case.page("Dispatch").claim(G, killed=40)
    reported(case, killed=4)
    reported(case, "Radio", "Gazette")
    case.page("Echo", "2025-03-05").event(words="Echo tells of it.")


@scenario("toll", None, "partly corroborated")
def one_count_alone(case: Case) -> None:
    case.page("Dispatch").claim(G, killed=40)
    case.page("Herald").event(killed=4)


@scenario("toll", None, "partly corroborated")
def between_the_counts(case: Case) -> None:
    case.page("Dispatch").claim(G, killed=5)
    case.page("Herald").event(killed=4)
    case.page("Post").event(killed=9)


@scenario("toll", None, "corroborated")
def at_least_so_many(case: Case) -> None:
    case.page("Dispatch").claim(G, killed=3, high=9)
    reported(case, killed=4)


# --- a year that all independent records contradict


@scenario("year", DETAIL, "partly corroborated")
def all_write_another_year(case: Case) -> None:
    case.page("Dispatch", "2025-03-09").claim(G, when="2024-03-03")
    reported(case, by=G)


@scenario("year", DETAIL, "partly corroborated")
def all_write_another_year_with_the_same_toll(case: Case) -> None:
    case.page("Dispatch", "2025-03-09").claim(G, when="2023-03-03", killed=8)
    reported(case, killed=8, by=G)
    case.page("Radio").event(killed=8)


@scenario("year", DETAIL, "partly corroborated")
def three_records_write_another_year(case: Case) -> None:
    case.page("Dispatch", "2025-03-09").claim(G, when="2022-03-03")
    reported(case, by=G)
    case.page("Gazette", "2025-03-05").event(words="Gazette tells of it.")


@scenario("year", None, "partly corroborated")
def one_record_writes_another_year(case: Case) -> None:
    case.page("Dispatch", "2025-03-09").claim(G, when="2024-03-03", killed=8)
    case.page("Herald").event(killed=8, by=G)


@scenario("year", None, "corroborated")
def the_claims_year_was_assumed(case: Case) -> None:
    case.page("Dispatch", "2026-02-09").claim(G, when="2026-03-03", assumed=True)
    case.page("Radio", "2025-03-09").claim(G)
    reported(case)


@scenario("year", None, "corroborated")
def a_day_beside_new_year(case: Case) -> None:
    case.page("Dispatch", "2025-01-09").claim(G, when="2024-12-31/2025-01-01", killed=8)
    reported(case, when="2025-01-01", killed=8)


@pytest.mark.parametrize("name", SCENARIOS)
def test_the_fact_counts_as_the_scenario_says(name: str) -> None:
    case = Case()
    SCENARIOS[name].write(case)
    verdict = case.derive().verdict(G)
    spoke = {r.rule for r in verdict.reasons} & {EXCLUDED, DETAIL}
    assert (verdict.name.value, spoke) == (SCENARIOS[name].verdict, {SCENARIOS[name].rule} - {None}), [
        r.sentence for r in verdict.reasons
    ]


@pytest.mark.parametrize("name", [n for n, s in SCENARIOS.items() if s.rule])
def test_a_fact_rests_on_statements(name: str) -> None:
    case = Case()
    SCENARIOS[name].write(case)
    derived = case.derive()
    (told, *_) = [r for r in derived.verdict(G).reasons if r.rule == SCENARIOS[name].rule]
    assert told.statement_ids
    assert set(told.statement_ids) <= derived.evidence.statements.keys()
