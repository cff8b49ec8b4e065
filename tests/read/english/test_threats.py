"""Threats with their targets and deadlines, and warnings that threaten nobody."""

from __future__ import annotations

import pytest

from secondsource.read.english.threats import find_threats
from secondsource.records import Threat
from tests.read.english.finding_kinds import chain_of, found_in

THREATS = [
    ("The River Front has sworn to hang every judge.", "every judge", None),
    ("The River Front threatened to attack foreign companies.", "foreign companies", None),
    ("The River Front warned villagers of dire consequences if they helped the police.", "villagers", None),
    ("The River Front gave the traders 72 hours to leave the town.", "the traders", "72 hours"),
    ("The River Front ordered teachers to resign by 10 December.", "teachers", "by 10 December"),
    ("The River Front declared war on the government.", "the government", None),
    ("The River Front vowed to avenge the killing of its commander.", "the killing of its commander", None),
    (
        '"Those who carry flour for the army will be killed," the River Front said.',
        "Those who carry flour for the army",
        None,
    ),
]

LOOK_ALIKES = [
    "The River Front has sworn to hunt no deer.",
    "The River Front told the children to be quiet.",
    "Floods threaten the town.",
    "The River Front warned that the river would rise.",
    "The weather office warned of frost.",
    "The River Front promised to build a school.",
    "The court gave the men two days to leave.",
    "The River Front told reporters that it would attend the talks.",
    "The police will attack the problem at its root, the minister said.",
]


@pytest.mark.parametrize(("text", "target", "deadline"), THREATS)
def test_threat_has_its_target_and_deadline(text: str, target: str, deadline: str | None) -> None:
    (draft,) = found_in(text, find_threats)
    threat = draft.proposition
    assert isinstance(threat, Threat)
    assert threat.by.name == "River Front"
    assert chain_of(draft)[-1] == "River Front"
    assert [m.name for m in threat.on] == [target]
    assert (threat.deadline.name if threat.deadline else None) == deadline


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_look_alike_is_no_threat(text: str) -> None:
    assert found_in(text, find_threats) == []


def test_threat_told_by_another_has_no_chain() -> None:
    (draft,) = found_in("The families fled after threats from the River Front.", find_threats)
    assert draft.chain == ()
