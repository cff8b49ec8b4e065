"""Deeds that a party tells of through its account, its caller, its tape; and deeds that it admits in a clause."""

from __future__ import annotations

import pytest

from secondsource.records import ByStatus
from tests.read.english.reading import chain_names, doers_in, events_in

TOLD = [
    (
        "The Salt Front exists only as a Twitter account; the account said that it had shot dead a judge.",
        "Salt Front",
    ),
    (
        'Saff, "the Row", rang a paper on 3 May to say that it, not the Brigade, had fired on 14 April.',
        "Saff",
    ),
    (
        "Two engineers were seized in Orr. A caller who professed to speak for the Salt Front said on 12 May "
        "that it was holding them; on the 14th a text message said that they were well.",
        "Salt Front",
    ),
    ("The Salt Front sent a statement in which it accepts having burned a camp near Orr.", "Salt Front"),
    ("The Salt Front confessed to having killed a judge in Orr.", "Salt Front"),
    (
        "A bomb killed two guards in Orr. The Salt Front said in a call to Radio Mina that its people had done it.",
        "Salt Front",
    ),
    (
        "The ministry said two men had died in Orr; the Salt Front said its fighters had killed nine soldiers.",
        "Salt Front",
    ),
    (
        "The Salt Front attacked the post in Orr, six of its men killed, by its own account.",
        "Salt Front",
    ),
]
NOT_CLAIMED = [
    "The Salt Front does not accept having burned the camp.",
    "The Salt Front was accused of burning two buses near Orr.",
    "The Evening Post said it had been burned out of its offices by the Salt Front.",
    "The ministry said two men had died in Orr; three were wounded.",
    "The account said that the Salt Front had shelled a camp. It gave no source.",
]


@pytest.mark.parametrize(("text", "claimant"), TOLD)
def test_teller_of_its_own_deed_claims_it(text: str, claimant: str) -> None:
    claims = [(s, e) for s, e in events_in(text) if any(p.status is ByStatus.CLAIMED for p in e.by)]
    assert {p.actor.name for _, e in claims for p in e.by} == {claimant}
    assert all(chain_names(s)[-1] == claimant for s, _ in claims)


@pytest.mark.parametrize("text", NOT_CLAIMED)
def test_what_is_denied_charged_or_told_of_others_is_not_claimed(text: str) -> None:
    assert doers_in(text, ByStatus.CLAIMED) == set()


def test_each_side_of_a_semicolon_has_its_own_speaker() -> None:
    text = "The ministry said two men had died in Orr; the Salt Front said its fighters had killed nine soldiers."
    assert [chain_names(s) for s, _ in events_in(text)] == [["ministry"], ["Salt Front"]]
