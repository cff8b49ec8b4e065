"""The probability of an event: what it sums up, what cuts a report, and the table that it comes from."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import pytest

from secondsource.errors import LexiconError
from secondsource.records import (
    HolderKind,
    JudgementKind,
    Outcome,
    Side,
    Stance,
    Verdict,
    VerdictName,
    Weight,
)
from secondsource.weigh.bearings import Bearing
from secondsource.weigh.odds import SHIPPED, load_odds
from secondsource.weigh.originality import Habit
from secondsource.weigh.parting import RULE as PARTING
from secondsource.weigh.parting import why_they_part
from secondsource.weigh.probability import Borne, Sum, chances, sum_up
from tests.weigh.builder import Case, grade, judgement
from tests.weigh.scenarios import SCENARIOS, G

ODDS = load_odds()
MINISTRY = (("ministry", HolderKind.OFFICIAL),)
FOUND_NOTHING = "No evidence of the attack in Sorna on 2025-03-03, which Hammer claims, was found."
OUTLET = Bearing(entry="outlet_reports", who="Herald", origin="outlet herald", family_ids=("f",))


def chance(*bearings: Bearing, claimant: str = "g") -> float:
    """The probability of one claim that stands alone."""
    return chances([borne(*bearings, claimant=claimant)], ODDS)[0]


def borne(*bearings: Bearing, claimant: str = "g") -> Borne:
    return Borne(claimant_id=claimant, claimant="Hammer", bearings=bearings)


def verdict_of(name: str) -> Verdict:
    case = Case()
    SCENARIOS[name][0](case)
    return case.derive().verdict(G)


@pytest.mark.parametrize("name", SCENARIOS)
def test_the_lines_add_up_to_the_probability_and_each_is_a_sentence(name: str) -> None:
    verdict = verdict_of(name)
    assert verdict.probability is not None
    total = 1 / (1 + math.exp(-sum(w.log_odds for w in verdict.weights)))
    bounded = min(ODDS.limits["most"], max(ODDS.limits["least"], total))
    assert verdict.probability == pytest.approx(bounded, abs=0.002)
    assert all(w.sentence.endswith(".") and w.sentence[0].isupper() for w in verdict.weights)


@pytest.mark.parametrize(
    ("likelier", "less_likely"),
    [
        ("two_papers_report_it", "one_paper_reports_it"),
        ("one_paper_reports_it", "the_claim_alone"),
        ("one_paper_graded_b", "one_paper_reports_it"),
        ("two_papers_report_it", "the_second_paper_is_graded_e"),
        ("two_papers_report_it", "a_denial_beside_support"),
        ("one_paper_reports_it", "the_toll_differs"),
        ("the_claim_alone", "the_police_deny_it"),
        ("the_claim_alone", "nothing_was_found"),
        ("the_claim_alone", "the_town_paper_tells_of_other_things_that_day"),
        ("the_claim_alone", "the_only_report_was_taken_back"),
        ("a_check_found_it_true", "the_claim_alone"),
        ("the_police_deny_it", "claimed_before_the_day"),
    ],
)
def test_better_evidence_is_likelier(likelier: str, less_likely: str) -> None:
    more, less = verdict_of(likelier).probability, verdict_of(less_likely).probability
    assert more is not None
    assert less is not None
    assert more > less


@pytest.mark.parametrize(
    "same",
    ["forty_copies_are_one", "an_outlet_quotes_the_other", "one_spokesman_in_two_papers"],
)
def test_what_rests_on_one_origin_is_one_line(same: str) -> None:
    reports = [w for w in verdict_of(same).weights if w.entry.endswith("_reports")]
    assert len(reports) == 1


def test_a_relayed_claim_is_as_likely_as_the_claim_alone() -> None:
    assert verdict_of("ten_outlets_relay_it").probability == verdict_of("the_claim_alone").probability


def test_authorship_and_overridden_verdicts_have_no_probability() -> None:
    case = Case()
    SCENARIOS["one_paper_reports_it"][0](case)
    assert case.derive().verdict(G, Side.AUTHORSHIP).probability is None
    claim = case.derive().claim(G)
    case.judgements.append(judgement(JudgementKind.OVERRIDE, claim.id, value="corroborated"))
    verdict = case.derive().verdict(G)
    assert (verdict.probability, verdict.weights) == (None, ())


def test_a_probability_without_weights_is_refused() -> None:
    verdict = verdict_of("the_claim_alone")
    with pytest.raises(ValueError, match="without its weights"):
        replace(verdict, weights=())


@pytest.mark.parametrize(
    "cut",
    [
        replace(OUTLET, shares=("differs",)),
        replace(OUTLET, shares=("hedged",)),
        replace(OUTLET, shares=("less_exact",)),
        replace(OUTLET, grade="D"),
        replace(OUTLET, habit=Habit(first=1, repeated=30)),
    ],
)
def test_a_cut_report_still_speaks_for_the_event_but_less(cut: Bearing) -> None:
    assert chance() < chance(cut) < chance(OUTLET)


def test_an_outlet_that_never_repeats_others_counts_whole() -> None:
    assert chance(replace(OUTLET, habit=Habit(first=0, repeated=0))) == chance(OUTLET)


def test_a_claimant_whose_other_claims_are_borne_out_is_believed_more() -> None:
    supported = [borne(replace(OUTLET, origin=f"outlet {n}")) for n in range(6)]
    denial = Bearing(entry="official_denies", who="police")
    denied = [borne(denial) for _ in range(6)]
    assert chances([borne(), *supported], ODDS)[0] > chance() > chances([borne(), *denied], ODDS)[0]


def test_a_reporter_whose_other_reports_are_denied_is_believed_less_but_never_counts_against() -> None:
    denial = Bearing(entry="official_denies", who="police")
    denied = [borne(OUTLET, denial, claimant=f"other {n}") for n in range(20)]
    assert chance() <= chances([borne(OUTLET), *denied], ODDS)[0] < chance(OUTLET)


def test_an_origin_is_not_its_own_witness() -> None:
    alone = [borne(OUTLET, claimant=f"other {n}") for n in range(20)]
    backed = [
        borne(OUTLET, replace(OUTLET, who="Post", origin="outlet post"), claimant=f"other {n}")
        for n in range(20)
    ]
    assert chances([borne(OUTLET), *backed], ODDS)[0] > chances([borne(OUTLET), *alone], ODDS)[0]


def test_the_sentence_says_who_with_what_and_what_cuts_it() -> None:
    bearing = replace(
        OUTLET, detail="with the same day and place", shares=("hedged",), habit=Habit(first=1, repeated=30)
    )
    weights: tuple[Weight, ...] = sum_up([borne(bearing)], ODDS)[0].weights
    assert weights[1].sentence == (
        "Herald reports it in its own voice, with the same day and place, as hearsay;"
        " it repeats others in 30 documents here, and was first with 1 event."
    )


def test_a_witness_and_a_denial_without_access_have_entries_of_their_own() -> None:
    case = Case()
    case.page("Dispatch").claim(G)
    case.page("Herald").event(chain=(("residents", HolderKind.WITNESS),))
    case.page("Post").event(stance=Stance.DENIES, chain=(("Dr Vane", HolderKind.ANALYST),))
    entries = {w.entry for w in case.derive().verdict(G).weights}
    assert {"other_reports", "other_denies"} <= entries


def test_a_check_counts_once_and_by_its_outcome() -> None:
    case = Case()
    case.page("Dispatch").claim(G).finding(
        Outcome.CONTRADICTED, words="The claim is false: nothing happened."
    )
    assert [w.entry for w in case.derive().verdict(G).weights] == ["start", "check_found_it_false"]


def test_grades_weigh_a_report_in_their_order() -> None:
    found = []
    for letter in "ABCDE":
        case = Case()
        SCENARIOS["one_paper_reports_it"][0](case)
        case.judgements.append(grade("Herald", letter))
        found.append(case.derive().verdict(G).probability)
    assert found == sorted(found, key=lambda p: -(p or 0))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("format = 1\n", "format = 2\n", "format is 2"),
        ("least = 0.02", 'least = "low"', "limits.least is 'low', not a number"),
        ("[taken_back]", "[given_back]", r"unknown entry \[given_back\]"),
        ('says = "confirms it"', "", r"\[official_reports\] needs a value and what it says"),
    ],
)
def test_a_broken_table_of_odds_names_the_entry(tmp_path: Path, old: str, new: str, message: str) -> None:
    path = tmp_path / "odds.toml"
    path.write_text(SHIPPED.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(LexiconError, match=message):
        load_odds(path)


def test_the_shipped_odds_speak_the_right_way() -> None:
    for entry, value in ODDS.value.items():
        if entry.endswith(("_reports", "_support")) or entry == "rival_claims":
            assert value > 0, entry
        elif entry != "start":
            assert value < 0, entry
    assert all(0 < s <= 1 for s in ODDS.shares.values())


def test_a_check_and_a_denial_by_one_office_are_one_line() -> None:
    case = Case()
    case.page("Dispatch").claim(G)
    case.page("Post").event(stance=Stance.DENIES, chain=MINISTRY)
    denied = case.derive().verdict(G)
    case.page("Herald").finding(Outcome.UNCORROBORATED, words=FOUND_NOTHING, chain=MINISTRY)
    both = case.derive().verdict(G)
    against = [w for w in both.weights if w.log_odds < 0 and w.entry != "start"]
    assert [w.entry for w in against] == ["check_found_nothing"]
    assert "and not counted again: it denies that it happened" in against[0].sentence
    assert len(against[0].statement_ids) == 2
    assert denied.probability is not None
    assert both.probability is not None
    assert denied.probability - both.probability < 0.2


def test_a_check_by_nobody_who_is_named_counts_with_the_outlet_that_tells_it() -> None:
    case = Case()
    case.page("Dispatch").claim(G)
    case.page("Herald").event().finding(
        Outcome.CORROBORATED,
        words="Our correspondent saw the burnt convoy in Sorna.",
        chain=(("our correspondent", HolderKind.UNNAMED),),
    )
    weights = case.derive().verdict(G).weights
    assert [w.entry for w in weights] == ["start", "check_found_support"]


def test_a_paper_that_takes_its_report_back_and_looked_is_one_line() -> None:
    case = Case()
    SCENARIOS["the_only_report_was_taken_back"][0](case)
    once = case.derive().verdict(G).probability
    case.page("Herald", "2025-03-10").finding(Outcome.UNCORROBORATED, words=FOUND_NOTHING)
    assert case.derive().verdict(G).probability == once


def test_two_papers_that_looked_for_themselves_are_two_lines() -> None:
    case = Case()
    for paper in ("Herald", "Post"):
        case.page(paper).claim(G).finding(Outcome.UNCORROBORATED, words=FOUND_NOTHING)
    entries = [w.entry for w in case.derive().verdict(G).weights]
    assert entries == ["start", "check_found_nothing", "check_found_nothing"]


def test_corroborated_and_unlikely_says_why() -> None:
    case = Case()
    SCENARIOS["two_papers_report_it"][0](case)
    assert PARTING not in {r.rule for r in case.derive().verdict(G).reasons}
    for office in ("police", "ministry", "governor"):
        case.page(office.title()).event(stance=Stance.DENIES, chain=((office, HolderKind.OFFICIAL),))
        case.page(f"{office.title()} Gazette").finding(
            Outcome.CONTRADICTED,
            words="The attack in Sorna on 2025-03-03 never happened, Hammer's claim is false.",
        )
    verdict = case.derive().verdict(G)
    assert verdict.name.value == "corroborated"
    assert verdict.probability is not None
    assert verdict.probability < 0.5
    (why,) = [r.sentence for r in verdict.reasons if r.rule == PARTING]
    assert f"it is {verdict.probability:.2f} likely, mostly for this: " in why


def test_what_nobody_addressed_and_is_likely_says_why() -> None:
    total = Sum(
        probability=0.93,
        weights=(
            Weight(entry="start", sentence="A claim.", log_odds=0.0),
            Weight(
                entry="claimant_counts", sentence="Of 9 other claims, others bear out about 9.", log_odds=2.6
            ),
        ),
    )
    (reason,) = why_they_part(VerdictName.NOT_ADDRESSED, total, ODDS)
    assert reason.sentence.endswith("mostly for this: Of 9 other claims, others bear out about 9.")
    assert why_they_part(VerdictName.CORROBORATED, total, ODDS) == ()
