"""Checks that a text reports, and words that report none."""

from __future__ import annotations

import pytest

from secondsource.read.english.findings.findings import find_findings
from secondsource.records import Finding, Outcome
from tests.read.english.finding_kinds import chain_of, found_in

FINDINGS = [
    ("Nobody has so far claimed responsibility for the blast.", Outcome.UNCLAIMED),
    ("The kidnapping of the judge has been claimed by no one.", Outcome.UNCLAIMED),
    ("No organisation has come forward.", Outcome.UNCLAIMED),
    ("No bodies were recovered from the spot.", Outcome.UNCORROBORATED),
    ("Reports that six men fell are without foundation.", Outcome.CONTRADICTED),
    ("No group has claimed responsibility for the blast.", Outcome.UNCLAIMED),
    ("There was no immediate claim of responsibility.", Outcome.UNCLAIMED),
    ("Nobody has owned up to the abduction.", Outcome.UNCLAIMED),
    ("Responsibility for the raid has not been claimed.", Outcome.UNCLAIMED),
    ("The figures could not be independently verified.", Outcome.UNCORROBORATED),
    ("It is not clear if this page belongs to the group.", Outcome.UNCORROBORATED),
    ("Reporters found no evidence of a strike.", Outcome.UNCORROBORATED),
    ("Police have yet to confirm the report.", Outcome.UNCORROBORATED),
    ("The agency was unable to verify the footage.", Outcome.UNCORROBORATED),
    ("The claim remains unproven.", Outcome.UNCORROBORATED),
    ("Two hospitals confirmed the toll.", Outcome.CORROBORATED),
    ("The strike was confirmed by satellite images.", Outcome.CORROBORATED),
    ("Analysts geolocated the footage to the bridge.", Outcome.CORROBORATED),
    ("The governor dismissed the claim as false.", Outcome.CONTRADICTED),
    ("The army said that the video was fake.", Outcome.CONTRADICTED),
    ("The account of the mayor conflicts with the police report.", Outcome.CONTRADICTED),
    ("Nobody has spoken up for the raid on the mill.", Outcome.UNCLAIMED),
    ("The raid has not been claimed.", Outcome.UNCLAIMED),
    ("The garrison has failed to substantiate the story.", Outcome.UNCORROBORATED),
    ("The army's bulletin made no mention of the raid.", Outcome.UNCORROBORATED),
    ("We found nothing that would settle the matter.", Outcome.UNCORROBORATED),
    ("Neither side has produced a list of its dead.", Outcome.UNCORROBORATED),
    ("Who printed the leaflets remains an open question.", Outcome.UNCORROBORATED),
    ("The authorship of the letter is disputed.", Outcome.UNCORROBORATED),
    ("Satellite pictures show two burned barges at the quay.", Outcome.CORROBORATED),
    ("The defence ministry acknowledges having lost two posts.", Outcome.CORROBORATED),
    ("A commission of inquiry concluded that the charge had been laid by the Front.", Outcome.CORROBORATED),
    ("The hospital's figure tallies with that account.", Outcome.CORROBORATED),
    ("The police confirmed that the baker was not an informer.", Outcome.CONTRADICTED),
    ("There was no ambush on the river road, the police chief said.", Outcome.CONTRADICTED),
    ("Three men did it and not two, as the army claims.", Outcome.CONTRADICTED),
    ("The photograph dates from the flood two years ago.", Outcome.CONTRADICTED),
    ("The register showed no sign of a fire.", Outcome.CONTRADICTED),
    ("There was no word on who was behind the attack.", Outcome.UNCLAIMED),
    ("Analysts doubt that the Front could have done it.", Outcome.UNCORROBORATED),
    ("The coroner counted four, not nine.", Outcome.CONTRADICTED),
    ("The damage is visible on satellite images.", Outcome.CORROBORATED),
]

LOOK_ALIKES = [
    "Nobody in the town has a claim to the house.",
    "The house was built without foundation stones of its own.",
    "Five groups that nobody had heard of took credit for the raid.",
    "The River Front claimed responsibility for the blast.",
    "No group was invited to the talks.",
    "The bank confirmed the payment.",
    "It is clear that the page belongs to the group.",
    "Police could verify the footage.",
    "The evidence was shown in court.",
    "The mayor has no plans.",
    "The luggage was claimed by its owner.",
    "Nobody spoke at the mill.",
    "The two organisations lost no time in taking the blame.",
    "The house dates from the flood two years ago.",
    "The garrison has substantial stores.",
    "It is not clear who will be the next mayor.",
    "The satellite was launched in May.",
    "There was no bread on the river road, the police chief said.",
    "The bank acknowledged the letter of the depositors.",
    "The commission concluded its work in May.",
    "Nobody has claimed that the fire was lit.",
    "The mayor counted the votes, not the voters.",
]


def outcomes_in(text: str) -> list[Outcome]:
    """The outcome of each finding, in the order of the text."""
    return [
        d.proposition.outcome for d in found_in(text, find_findings) if isinstance(d.proposition, Finding)
    ]


@pytest.mark.parametrize(("text", "outcome"), FINDINGS)
def test_check_is_found_with_its_outcome(text: str, outcome: Outcome) -> None:
    assert outcomes_in(text) == [outcome]


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_look_alike_is_no_finding(text: str) -> None:
    assert outcomes_in(text) == []


def test_split_check_gives_both_outcomes() -> None:
    text = "The attack was confirmed by the police, but the toll could not be verified."
    assert outcomes_in(text) == [Outcome.CORROBORATED, Outcome.UNCORROBORATED]


def test_check_of_one_part_leaves_the_other_open() -> None:
    assert outcomes_in("Police confirmed the first raid but not its scale.") == [
        Outcome.CORROBORATED,
        Outcome.UNCORROBORATED,
    ]


def test_office_that_made_the_check_ends_the_chain() -> None:
    (draft,) = found_in(
        "General Omar Reed, chief of the coast guard, has confirmed the attack.", find_findings
    )
    assert len(chain_of(draft)) == 1
    assert "Reed" in chain_of(draft)[0]


def test_who_could_not_confirm_ends_the_chain() -> None:
    (draft,) = found_in("The defence ministry could not confirm the claim.", find_findings)
    assert chain_of(draft) == ["defence ministry"]


def test_what_was_checked_is_in_the_words_of_the_text() -> None:
    (draft,) = found_in("The figures could not be independently verified.", find_findings)
    assert isinstance(draft.proposition, Finding)
    assert draft.proposition.what is not None
    assert draft.proposition.what.name == "The figures"
