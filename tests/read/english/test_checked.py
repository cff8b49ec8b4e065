"""Findings name the statement that they check, where the text leaves no doubt."""

from __future__ import annotations

import pytest

from secondsource.records import Event, Finding, Statement
from tests.read.english.reading import read_text

LINKED = [
    ("The Marsh Guard attacked a convoy in Velsk on Monday. The report could not be verified.", "Velsk"),
    ("The Marsh Guard attacked a convoy in Velsk on Monday. No group has claimed responsibility.", "Velsk"),
    (
        "The Marsh Guard attacked a convoy in Velsk. It burned a bus in Dorvan. "
        "There is no evidence of the raid in Velsk.",
        "Velsk",
    ),
]
NOT_LINKED = [
    "The Marsh Guard attacked a convoy in Velsk, and the Reed Front kidnapped a judge in Dorvan. "
    "The reports could not be verified.",
    "The Marsh Guard shelled Velsk in April. The lake is old. But there is no evidence for the April 17 attack.",
    "The Marsh Guard shelled Velsk. The weather was fine. The lake is old. The figure could not be verified.",
]


def findings_of(text: str) -> tuple[list[Finding], dict[str, Statement]]:
    found = read_text(text)
    return [s.proposition for s in found if isinstance(s.proposition, Finding)], {s.id: s for s in found}


@pytest.mark.parametrize(("text", "place"), LINKED)
def test_finding_names_the_statement_that_it_checks(text: str, place: str) -> None:
    (finding,), by_id = findings_of(text)
    assert finding.of is not None
    event = by_id[finding.of].proposition
    assert isinstance(event, Event)
    assert event.place is not None
    assert event.place.name == place


@pytest.mark.parametrize("text", NOT_LINKED)
def test_finding_that_may_check_several_or_none_names_none(text: str) -> None:
    findings, _ = findings_of(text)
    assert [f.of for f in findings] == [None]
