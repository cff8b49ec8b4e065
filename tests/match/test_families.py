"""Which origins are one family, and what is said about it."""

from __future__ import annotations

import pytest

from secondsource.errors import JudgementError, LexiconError
from secondsource.match import read_sources
from secondsource.match.bonds import load_bonds
from secondsource.match.kinds import load_kinds
from secondsource.match.outlets import is_unnamed, name_key, outlet_key
from secondsource.match.targets import kinds_agree, load_targets, targets_in
from secondsource.match.weights import SHIPPED, load_weights
from secondsource.records import EventType, Family, Holder, HolderKind, JudgementKind, Stance
from tests.weigh.builder import Case, grade, judgement, owner
from tests.weigh.scenarios import SCENARIOS

G = "Hammer"


def families(case: Case) -> list[Family]:
    return list(case.derive().matched.families)


def origins(case: Case) -> list[tuple[str, ...]]:
    return sorted(f.origins for f in families(case))


@pytest.mark.parametrize("name", SCENARIOS)
def test_each_event_statement_is_in_exactly_one_family_of_its_incident(name: str) -> None:
    case = Case()
    SCENARIOS[name][0](case)
    matched = case.derive().matched
    for incident in matched.incidents:
        told = [s for f in matched.families if f.incident_id == incident.id for s in f.statement_ids]
        assert sorted(told) == sorted(incident.statement_ids)


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_family_of_several_origins_says_why(name: str) -> None:
    case = Case()
    SCENARIOS[name][0](case)
    for family in families(case):
        assert len(family.origins) == 1 or family.why


def test_copies_are_joined_with_the_outlet_they_copy() -> None:
    case = Case()
    case.copy(case.page("Wire").event(), "Herald")
    (family,) = families(case)
    assert family.origins == ("Herald", "Wire")
    assert family.why == ("Herald prints the words of Wire.",)


def test_a_paragraph_of_ones_own_on_another_event_stays_ones_own() -> None:
    case = Case()
    wire = case.page("Wire").event()
    herald = case.copy(wire, "Herald")
    herald.event(at="Veshkan", on="bridge", when="2025-03-04")
    assert origins(case) == [("Herald",), ("Herald", "Wire")]


def test_two_copies_of_a_text_in_which_no_event_was_read_are_one() -> None:
    case = Case()
    wire = case.page("Wire").filler(
        "A convoy was hit near the bridge at Sorna on Monday, with dead on both sides."
    )
    for outlet in ("Herald", "Post"):
        page = case.copy(wire, outlet)
        page.event(words="A convoy was hit.", inside=True)
    (family,) = families(case)
    assert family.origins == ("Herald", "Post")


def test_unnamed_outlets_are_each_their_own_origin() -> None:
    case = Case()
    case.page(None).event()
    case.page(None, "2025-03-05").event()
    assert len(families(case)) == 2


def test_a_ministry_is_one_origin_in_its_own_release_and_in_a_paper() -> None:
    case = Case()
    case.state("Interior Ministry")
    case.page("Interior Ministry").event()
    case.page("Herald").event(chain=(("Interior Ministry", HolderKind.OFFICIAL),))
    assert origins(case) == [("actor:Interior Ministry",)]


def test_a_denial_is_not_the_ground_of_a_papers_own_account() -> None:
    case = Case()
    case.page("Herald").event().police(stance=Stance.DENIES)
    assert origins(case) == [("Herald",), ("actor:police",)]


def test_an_owner_that_is_a_group_makes_the_outlet_its_voice() -> None:
    case = Case()
    case.page("Dispatch").claim(G)
    case.page("Anvil Post").event()
    case.judgements.append(owner("Anvil Post", G))
    (family,) = families(case)
    assert family.is_claimants
    assert family.origins == (f"actor:{G}",)


def test_claimants_family_is_marked() -> None:
    case = Case()
    case.page("Dispatch").claim(G)
    case.page("Herald").event()
    assert {f.origins: f.is_claimants for f in families(case)} == {("Herald",): False, (f"actor:{G}",): True}


def test_newest_word_on_a_source_holds_and_an_empty_one_takes_it_back() -> None:
    first, second = (
        grade("The Herald", "b"),
        judgement(JudgementKind.CORRECT, "outlet:HERALD", field="grade", value="D", at=2),
    )
    gone = judgement(JudgementKind.CORRECT, "outlet:Herald", field="grade", value="", at=3)
    assert read_sources([first]).grade("herald") == "B"
    assert read_sources([second, first]).grade("Herald") == "D"
    assert read_sources([first, second, gone]).grade("Herald") is None


def test_a_grade_that_does_not_exist_is_refused() -> None:
    with pytest.raises(
        JudgementError, match=r'outlet:Herald: "G" is no grade\. Grades are A, B, C, D, E and F\.'
    ):
        read_sources([grade("Herald", "G")])


@pytest.mark.parametrize(
    ("name", "is_nobody"),
    [
        ("local media", True),
        ("a senior security official", True),
        ("residents of the area", True),
        ("the police", False),
        ("Sorna police", False),
        ("Interior Ministry", False),
        ("Havin Roshk", False),
    ],
)
def test_words_that_name_nobody(name: str, is_nobody: bool) -> None:
    assert is_unnamed(Holder(name=name, kind=HolderKind.OFFICIAL)) is is_nobody


def test_name_key_is_stable() -> None:
    for name in ("The Sorna Herald", "Radio Oshtan", "Wire", "News Agency", "Ağrı Postası", "الأخبار"):
        assert name_key(name_key(name)) == name_key(name)


def test_every_target_entry_matches_its_example_and_not_its_counterexample() -> None:
    for name, matches, must_not in load_targets().examples:
        found = targets_in(matches)
        assert name in found.sites | found.people | found.means, name
        if must_not:
            other = targets_in(must_not)
            assert name not in other.sites | other.people | other.means, name


def test_kinds_that_may_be_told_for_each_other_neither_agree_nor_differ() -> None:
    base, post, market = (targets_in(w).sites for w in ("base", "checkpoint", "market"))
    assert kinds_agree(base, post) is None
    assert kinds_agree(post, base) is None
    assert kinds_agree(base, market) is False
    assert kinds_agree(base, base) is True


def test_shipped_data_is_whole() -> None:
    assert set(load_kinds()) == set(EventType)
    assert load_bonds().threshold > 0
    weights = load_weights()
    assert weights.sum_of(["same_day"]) < weights.threshold < weights.sum_of(["same_day", "same_place"])
    assert weights.sum_of(["same_place"]) < weights.threshold


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("format = 2", "format = 1", "format is 1"),
        ("value = 1.5", 'value = "much"', "year_assumed.value is 'much', not a number"),
        ("[same_day]", "[some_day]", r"unknown entry \[some_day\]"),
        ("threshold = 2.5", "", "threshold is None, not a number"),
    ],
)
def test_broken_weights_name_the_entry(tmp_path: object, old: str, new: str, message: str) -> None:
    from pathlib import Path

    path = Path(str(tmp_path)) / "weights.toml"
    path.write_text(SHIPPED.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(LexiconError, match=message):
        load_weights(path)


@pytest.mark.parametrize(
    ("name", "site", "is_one"),
    [
        ("Sorna Herald", "sornaherald.com", True),
        ("The Sorna Herald", "www.sorna-herald.co.uk", True),
        ("Al Qanat", "english.alqanat.net", True),
        ("Sorna Herald", "herald.example", False),
        ("Sorna Herald", "sornaheraldblog.com", False),
        ("Sorna Herald", "Sorna Herald Sunday", False),
    ],
)
def test_a_site_is_its_outlet_where_it_bears_its_name(name: str, site: str, is_one: bool) -> None:
    assert (outlet_key(name) == outlet_key(site)) is is_one
