"""A report that its outlet took back, and all that rests on it: copies, quoters, the odds, the outlet's record."""

from __future__ import annotations

import pytest

from secondsource.records import HolderKind, Outcome
from tests.weigh.builder import Case, Derived, Page

G = "Hammer"
WIRE = (("Wire", HolderKind.AGENCY),)
WITHDRAWAL = "Our report of an attack on a convoy in Sorna was wrong, and we withdraw it."


def told() -> Case:
    """The claim, the wire's report, forty papers that print it, ten that quote it, one that does both."""
    case = Case()
    case.page("Dispatch").claim(G)
    wire = case.page("Wire").event(killed=2)
    for n in range(40):
        case.copy(wire, f"Reprint {n}")
    for n in range(10):
        case.page(f"Quoter {n}", "2025-03-05").event(chain=WIRE, killed=2)
    page = case.page("Digest", "2025-03-06").event(words="A convoy burned in Sorna on 2025-03-03.")
    page.event(chain=WIRE)
    return case


def taken_back(case: Case, published: str = "2025-03-09") -> Case:
    case.page("Wire", published).event(words=WITHDRAWAL)
    return case


def reports(derived: Derived) -> list[str]:
    return [w.entry for w in derived.verdict(G).weights if w.entry.endswith("_reports")]


def test_before_it_is_taken_back_all_that_is_one_report() -> None:
    assert reports(told().derive()) == ["outlet_reports"]


def test_with_the_wire_fall_its_copies_and_its_quoters() -> None:
    derived = taken_back(told()).derive()
    verdict = derived.verdict(G)
    assert verdict.name.value == "not addressed"
    assert [w.entry for w in verdict.weights] == ["start", "taken_back"]
    assert verdict.weights[1].sentence == "Wire took its report back."


def test_a_withdrawal_that_names_no_day_reaches_the_one_event_told_there() -> None:
    case = told()
    case.page("Wire", "2025-03-09").event(words=WITHDRAWAL, when=None)
    assert reports(case.derive()) == []


def test_who_quotes_an_outlet_that_only_passed_it_on_falls_too() -> None:
    case = told()
    case.page("Mirror", "2025-03-06").event(chain=(("Quoter 3", HolderKind.OUTLET),))
    assert reports(taken_back(case).derive()) == []


def test_a_paper_that_was_there_itself_stands() -> None:
    case = taken_back(told())
    case.page("Herald", "2025-03-05").event(
        words="Herald's reporter counted two burnt trucks in Sorna on 2025-03-03."
    )
    assert reports(case.derive()) == ["outlet_reports"]


def test_what_the_wire_tells_anew_after_that_stands_with_its_quoters() -> None:
    case = taken_back(told())
    case.page("Wire", "2025-03-20").event(
        words="A convoy was attacked in Sorna on 2025-03-03, the wire has now confirmed."
    )
    case.page("Later Quoter", "2025-03-21").event(chain=WIRE)
    assert reports(case.derive()) == ["outlet_reports"]


def test_support_found_by_the_report_falls_and_doubt_in_the_withdrawal_stands() -> None:
    case = Case()
    case.page("Dispatch").claim(G)
    page: Page = case.page("Wire").event()
    page.finding(Outcome.CORROBORATED, words="A reporter saw traces of the attack in Sorna.")
    page = case.page("Wire", "2025-03-09").event(words=WITHDRAWAL)
    page.finding(Outcome.UNCORROBORATED, words="No evidence of the attack in Sorna was found.")
    verdict = case.derive().verdict(G)
    assert [w.entry for w in verdict.weights] == ["start", "taken_back"]
    assert verdict.name.value == "uncorroborated"


def record_of(case: Case, outlet: str) -> tuple[int, float]:
    return next(
        ((r.events, r.share) for r in case.derive().weighed.reliabilities if r.outlet == outlet), (0, 0.0)
    )


@pytest.mark.parametrize("outlet", ["Reprint 7", "Quoter 3", "Digest"])
def test_who_only_had_it_from_the_wire_has_no_record_of_it(outlet: str) -> None:
    case = told()
    case.page("Herald", "2025-03-05").police(killed=2)
    assert record_of(case, outlet) == (0, 0.0)
    assert record_of(taken_back(case), outlet) == (0, 0.0)


def test_the_wires_record_counts_it_as_not_so() -> None:
    case = told()
    case.page("Herald", "2025-03-05").police(killed=2)
    events, share = record_of(case, "Wire")
    assert events == 1
    after, lower = record_of(taken_back(case), "Wire")
    assert (after, lower < share) == (1, True)


def test_a_withdrawal_that_is_withdrawn_restores_everything() -> None:
    before = told().derive().weighed
    case = taken_back(told())
    case.pages.pop()
    assert case.derive().weighed == before
