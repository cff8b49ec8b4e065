"""Channels: through what a group spoke, whether it is its own, and what is no channel of a group."""

from __future__ import annotations

import pytest

from secondsource.read.english.channels.channels import find_channels
from secondsource.records import Authenticity, Channel, Medium
from tests.read.english.finding_kinds import found_in

CHANNELS = [
    (
        "A new faction, the River Front, surfaced on Monday with a video of masked men.",
        Medium.VIDEO,
        Authenticity.OWNED,
    ),
    (
        "The River Front claimed responsibility for the attack on the convoy in an email.",
        Medium.EMAIL,
        Authenticity.OWNED,
    ),
    ("A statement signed by Captain Reed of the River Front was read.", Medium.STATEMENT, Authenticity.OWNED),
    ("The River Front claimed the attack in a statement.", Medium.STATEMENT, Authenticity.OWNED),
    (
        "The River Front's spokesman, Omar Said, said in a video that the base had been hit.",
        Medium.VIDEO,
        Authenticity.OWNED,
    ),
    ("The River Front released a video showing the attack.", Medium.VIDEO, Authenticity.OWNED),
    (
        "The River Front, in a press release, said it had burned the barge.",
        Medium.PRESS_RELEASE,
        Authenticity.OWNED,
    ),
    ("Rebels of the River Front left pamphlets at the spot.", Medium.LEAFLET, Authenticity.OWNED),
    ("The River Front posted the names on its Telegram channel.", Medium.TELEGRAM, Authenticity.OWNED),
    ("The River Front claimed the fire in an email sent to newsrooms.", Medium.EMAIL, Authenticity.OWNED),
    ("The River Front has a Facebook page.", Medium.OTHER, Authenticity.OWNED),
    ("A statement attributed to the River Front claimed credit.", Medium.STATEMENT, Authenticity.UNKNOWN),
    ("The letter, purportedly written by the River Front, was short.", Medium.LETTER, Authenticity.UNKNOWN),
    ("A caller who said he spoke for the River Front rang Harbour Radio.", Medium.CALL, Authenticity.UNKNOWN),
    (
        "A Twitter page of the River Front was opened. It is not clear if this page belongs to the group.",
        Medium.TWITTER,
        Authenticity.UNKNOWN,
    ),
    (
        "A letter from the River Front was found, but police say the letter is forged.",
        Medium.LETTER,
        Authenticity.DISPUTED,
    ),
    (
        "Through telephone calls to the stations of the coast, the River Front has claimed the fire.",
        Medium.CALL,
        Authenticity.OWNED,
    ),
    ("A website linked to the River Front published his will.", Medium.WEBSITE, Authenticity.UNKNOWN),
    ("A Twitter account in the River Front's name listed the dead.", Medium.TWITTER, Authenticity.UNKNOWN),
    (
        "A video purporting to be from the River Front surfaced on Tuesday.",
        Medium.VIDEO,
        Authenticity.UNKNOWN,
    ),
    (
        "A statement issued in the River Front's name is a forgery, its spokesman said.",
        Medium.STATEMENT,
        Authenticity.DISPUTED,
    ),
    ("The River Front disowned the leaflets.", Medium.LEAFLET, Authenticity.DISPUTED),
    (
        "A man claiming to speak for the River Front contacted Harbour Radio.",
        Medium.CALL,
        Authenticity.UNKNOWN,
    ),
    (
        "A caller to Harbour Radio, who professed to speak for the River Front, said so.",
        Medium.CALL,
        Authenticity.UNKNOWN,
    ),
    (
        "The River Front's answer came in a telephone conversation with the paper.",
        Medium.CALL,
        Authenticity.OWNED,
    ),
    ("The River Front owned up to the fire in a video.", Medium.VIDEO, Authenticity.OWNED),
    ("A letter bearing the stamp of the River Front was read out.", Medium.LETTER, Authenticity.OWNED),
    ("The River Front runs the website of the valley.", Medium.WEBSITE, Authenticity.OWNED),
]

LOOK_ALIKES = [
    "The ministry said in a statement that the bridge was safe.",
    "The hotel's video camera showed men of the River Front.",
    "The River Front heeded a call to prayer.",
    "The cinema put up posters of the film.",
    "Police read a statement about the River Front to reporters.",
    "The bank sent a statement to its customers.",
    "A website linked to the harbour office published the tides.",
    "Through telephone calls to the stations, the ministry has denied the fire.",
    "The caller told Harbour Radio that the River Front was to blame.",
    "The clinic disowned the leaflets about the River Front.",
    "The paper by the institute discusses the River Front.",
    "A letter to the River Front was returned by the post office.",
    "The mayor called the River Front a gang.",
]


def channels_in(text: str) -> list[Channel]:
    """The channels of the text, in order."""
    return [d.proposition for d in found_in(text, find_channels) if isinstance(d.proposition, Channel)]


@pytest.mark.parametrize(("text", "medium", "authenticity"), CHANNELS)
def test_channel_of_the_group_is_found(text: str, medium: Medium, authenticity: Authenticity) -> None:
    found = channels_in(text)
    assert [(c.actor.name, c.medium, c.authenticity) for c in found] == [
        ("River Front", medium, authenticity)
    ]


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_look_alike_is_no_channel_of_a_group(text: str) -> None:
    assert channels_in(text) == []


def test_one_statement_told_twice_is_one_channel() -> None:
    text = (
        "The River Front claimed the attack in a statement. In the statement the River Front named three men."
    )
    assert len(channels_in(text)) == 1


def test_handle_is_kept() -> None:
    (channel,) = channels_in(
        "The River Front wrote on its Telegram channel @riverfront that it had burned the barge."
    )
    assert channel.handle is not None
    assert channel.handle.name == "@riverfront"


def test_the_group_is_no_witness_of_its_own_channel() -> None:
    (draft,) = found_in("The River Front said in a statement that it had burned the barge.", find_channels)
    assert draft.chain == ()


def test_account_that_carries_a_video_is_told_of_beside_it() -> None:
    text = "The River Front introduced itself with a video. The video reached reporters through a Telegram channel."
    assert [(c.actor.name, c.medium, c.authenticity) for c in channels_in(text)] == [
        ("River Front", Medium.VIDEO, Authenticity.OWNED),
        ("River Front", Medium.TELEGRAM, Authenticity.UNKNOWN),
    ]


def test_bureau_speaks_for_the_group_of_the_sentence_before() -> None:
    text = (
        "The River Front rejected that. Its political office said in a written statement that it had no part."
    )
    assert [(c.actor.name, c.medium) for c in channels_in(text)] == [("River Front", Medium.STATEMENT)]


def test_forged_encounter_makes_no_forged_poster() -> None:
    (channel,) = channels_in("Posters of the River Front called the killing at the mill a fake encounter.")
    assert channel.authenticity is Authenticity.OWNED
