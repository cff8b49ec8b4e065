"""What is derived from the sample corpus equals its truth, whatever its names, and each rule is needed for it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from secondsource.records import Side

from .cast import random_cast
from .comparing import verdict_names
from .reading import ReadCorpus, read_corpus
from .render import render

COMMITTED = Path(__file__).parents[2] / "src" / "secondsource" / "sample"
RULES = sorted(json.loads((COMMITTED / "truth.json").read_text(encoding="utf-8"))["rules"])
# Joined by the gazetteer's other spellings; and what is said where no rule fits, for want of any.
NOT_SWITCHED = {"other_spelling_of_place", "event_not_addressed", "authorship_nobody"}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> ReadCorpus:
    return read_corpus(COMMITTED, tmp_path_factory.mktemp("default"))


@pytest.fixture(scope="module", params=[1, 3])
def seeded(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> ReadCorpus:
    scratch = tmp_path_factory.mktemp("seeded")
    render(random_cast(request.param), scratch / "corpus")
    return read_corpus(scratch / "corpus", scratch)


def test_the_sample_is_as_its_truth_says(sample: ReadCorpus) -> None:
    assert sample.comparison.differences() == []


def test_other_names_places_days_and_verbs_change_nothing(seeded: ReadCorpus) -> None:
    assert seeded.comparison.differences() == []


@pytest.mark.parametrize("rule", [r for r in RULES if r not in NOT_SWITCHED])
def test_the_truth_is_missed_without_the_rule(sample: ReadCorpus, rule: str) -> None:
    broken = set(sample.without(rule).differences())
    assert broken - set(sample.comparison.differences())


OTHER_WITHOUT = {
    # Claim and rule whose absence changes the verdict, but to another than the truth expects.
    ("airbase", "contradicted_by_access"), ("airport", "detail_differs"), ("ghalta", "one_ungraded_family"),
    ("pumps", "retelling_in_claim_sentence"),
}  # fmt: skip


def test_without_a_rule_the_verdict_is_what_the_truth_expects(sample: ReadCorpus) -> None:
    """The truth says what each rule keeps a verdict from being; where it is another, that is listed above."""
    wrong: list[tuple[str, str]] = []
    for claim in sample.truth["claims"]:
        for row in claim["without"]:
            broken = sample.without(row["rule"])
            found = broken.find(claim).claims
            verdict = broken.verdicts[found[0].id, Side.EVENT] if found else None
            if "event" in row and (verdict is None or verdict.name.value != row["event"]):
                wrong.append((claim["key"], row["rule"]))
    assert set(wrong) == OTHER_WITHOUT


def test_a_retracted_report_counts_until_it_is_taken_back(sample: ReadCorpus) -> None:
    for row in sample.truth["retractions"]:
        day = date.fromisoformat(row["before"]["as_of"])
        before = verdict_names(sample.compared(sample.derived(as_of=day)))[row["claim"]]
        after = verdict_names(sample.comparison)[row["claim"]]
        assert before is not None
        assert before[:2] == (row["before"]["verdict"], row["before"]["credibility"])
        assert after is not None
        assert after[:2] != before[:2]
