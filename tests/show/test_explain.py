"""The reasoning about a claim, down to the quotes."""

from __future__ import annotations

import pytest

from secondsource.errors import NotFoundError
from secondsource.show.explain import Branch, explain_claim, tree_text
from tests.show.veldria import veldria


def test_the_tree_leads_from_both_verdicts_to_the_quotes() -> None:
    case = veldria()
    claim = case.claims[0]
    words = tree_text(explain_claim(claim.id, case.derived(), case.documents))
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
    words = tree_text(explain_claim(case.claims[0].id, case.derived(), case.documents))
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


def _words(branch: Branch) -> str:
    return "".join(getattr(r, "text", "") for r in branch.runs)
