"""Threats with their targets and deadlines, and warnings that threaten nobody."""

from __future__ import annotations

import pytest

from secondsource.read.english.threats.threats import find_threats
from secondsource.records import Threat
from tests.read.english.finding_kinds import chain_of, found_in

THREATS = [
    ("The River Front has sworn to hang every judge.", "every judge", None),
    ("The River Front threatened to attack foreign companies.", "foreign companies", None),
    ("The River Front warned villagers of dire consequences if they helped the police.", "villagers", None),
    ("The River Front gave the traders 72 hours to leave the town.", "the traders", "72 hours"),
    ("The River Front ordered teachers to resign by 10 December.", "teachers", "by 10 December"),
    ("The River Front declared war on the government.", "the government", None),
    (
        '"Those who carry flour for the army will be killed," the River Front said.',
        "Those who carry flour for the army",
        None,
    ),
    ("The River Front said that it would hunt down the informers.", "the informers", None),
    ("The River Front said that any boat on the lake would be sunk.", "any boat on the lake", None),
    ("The River Front told the engineers to be out before the rains.", "the engineers", "before the rains"),
    ("The River Front gave the governor until Whitsun to free its men.", "the governor", "until Whitsun"),
    ("The River Front sentenced the mayor to death.", "the mayor", None),
    ("The River Front cautioned lorry drivers against supplying the base.", "lorry drivers", None),
    ("The River Front ordered all schools shut from Monday.", "all schools", "from Monday"),
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
    "The army will attack the River Front at dawn, the minister said.",
    "The River Front called for a strike of the dockers.",
    "The River Front announced a round of talks for 3 May.",
    "The River Front will continue to study the offer.",
    "Police told reporters that the River Front would strike again.",
    "Within the hour the River Front told the station that it was sorry.",
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


def test_what_is_to_be_avenged_is_not_whom_the_threat_is_against() -> None:
    (draft,) = found_in("The River Front vowed to avenge the killing of its commander.", find_threats)
    assert isinstance(draft.proposition, Threat)
    assert draft.proposition.on == ()


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_look_alike_is_no_threat(text: str) -> None:
    assert found_in(text, find_threats) == []


def test_threat_told_by_another_has_no_chain() -> None:
    (draft,) = found_in("The families fled after threats from the River Front.", find_threats)
    assert draft.chain == ()


def test_who_is_threatened_by_a_group_is_the_target() -> None:
    (draft,) = found_in("The judge has been threatened by the River Front.", find_threats)
    assert isinstance(draft.proposition, Threat)
    assert (draft.proposition.by.name, [m.name for m in draft.proposition.on]) == (
        "River Front",
        ["The judge"],
    )


def test_leaflets_threaten_for_who_put_them_up() -> None:
    text = "The Hill Guard fled. The River Front put up posters warning the villagers not to vote."
    (draft,) = found_in(text, find_threats)
    assert isinstance(draft.proposition, Threat)
    assert draft.proposition.by.name == "River Front"


def test_statement_threatens_for_the_group_told_of_last() -> None:
    text = "The River Front claimed the raid. The statement adds a veiled threat against the judge."
    (draft,) = found_in(text, find_threats)
    assert isinstance(draft.proposition, Threat)
    assert (draft.proposition.by.name, chain_of(draft)) == ("River Front", ["River Front"])
