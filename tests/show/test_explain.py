"""The reasoning about a claim, down to the quotes."""

from __future__ import annotations

import json

import pytest

from secondsource.errors import NotFoundError
from secondsource.records import Derived, Stance
from secondsource.show.brief import Question, compose_brief
from secondsource.show.explain import explain_claim
from secondsource.show.json import FORMAT
from secondsource.show.markdown import FORMAT as MARKDOWN
from secondsource.show.tree import Branch, tree_text
from tests.show.veldria import veldria
from tests.weigh.builder import Case


def test_the_tree_leads_from_both_verdicts_to_the_quotes() -> None:
    case = veldria()
    claim = case.claims[0]
    words = tree_text(explain_claim(claim.id, case.derived(), case.documents).root)
    assert words.startswith("Katibat al-Fajr claims: attack on Halden depot, 6 May 2031ᵃ\n")
    for part in (
        "That it happened: partly corroborated (credibility 2 of 6)",
        "That the claimant did it: contested (credibility 4 of 6)",
        "An origin of its own: airport authority",
        "“An explosion was heard near Halden airport on Tuesday evening.",
        "“The Northern Tide said in a call that its men did it.”",
    ):
        assert part in words


def test_each_quote_is_given_in_full_once() -> None:
    case = veldria()
    words = tree_text(explain_claim(case.claims[0].id, case.derived(), case.documents).root)
    assert words.count("“An explosion was heard") == 1


def test_every_verdict_branch_has_a_reason_beneath() -> None:
    case = veldria()
    for claim in case.claims:
        tree = explain_claim(claim.id, case.derived(), case.documents)
        sides = [b for b in tree.root.children if _words(b).startswith("That ")]
        assert len(sides) == 2
        assert all(side.children for side in sides)


def test_an_unknown_claim_says_where_to_find_the_known_ones() -> None:
    case = veldria()
    with pytest.raises(NotFoundError, match="claims"):
        explain_claim("c:none", case.derived(), case.documents)


def weighed() -> tuple[Case, Derived]:
    """A claim with one report, another toll, and a denial."""
    case = Case()
    case.page("Dispatch").claim("Hammer", killed=9)
    case.page("Herald").event(killed=4)
    case.page("Radio").police(stance=Stance.DENIES)
    made, resolution = case.derive(), case.resolution()
    derived = Derived(
        actors=resolution.actors,
        aliases=(),
        statements=resolution.statements,
        copies=(),
        incidents=made.matched.incidents,
        families=made.matched.families,
        claims=made.weighed.claims,
        verdicts=made.weighed.verdicts,
        ties=(),
        indicators=(),
    )
    return case, derived


def test_the_probability_stands_under_the_event_with_each_log_odds_in_a_line() -> None:
    case, derived = weighed()
    words = tree_text(explain_claim(derived.claims[0].id, derived, case.documents()).root)
    verdict = derived.verdicts[0]
    assert words.count(f"How likely it is by this evidence: {verdict.probability:.2f}") == 1
    for weight in verdict.weights:
        assert f"{weight.log_odds:+.2f} {weight.sentence}" in words
    assert (
        "Herald reports it in its own voice, with the same day, place and target, but another toll." in words
    )


def test_a_briefs_json_holds_the_probability_with_its_weights_and_pages_leave_it_out() -> None:
    case, derived = weighed()
    brief = compose_brief(derived, case.documents(), Question())
    (chance,) = json.loads(FORMAT.render(brief))["chances"]
    verdict = derived.verdicts[0]
    assert (chance["claim_id"], chance["verdict"]) == (verdict.claim_id, verdict.name.value)
    assert chance["probability"] == verdict.probability
    assert [w["log_odds"] for w in chance["weights"]] == [w.log_odds for w in verdict.weights]
    assert "log-odds" not in MARKDOWN.render(brief).decode()


def _words(branch: Branch) -> str:
    return "".join(getattr(r, "text", "") for r in branch.runs)
