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


HERE = [
    (
        "A bomb killed two soldiers in Orr on Monday and the Salt Front claimed responsibility.",
        "Orr",
        "Monday",
    ),
    ("Gunmen shot dead a judge in Tarn on 3 May, an attack claimed by the Salt Front.", "Tarn", "3 May"),
    (
        "A bomb killed four guards in Dorn on Sunday. "
        "Gunmen shot dead a judge in Tarn on 3 May and the Salt Front said it was responsible.",
        "Tarn",
        "3 May",
    ),
    (
        "In March the Salt League disavowed the murder of a magistrate at Orr, only to boast of it later.",
        "Orr",
        "March",
    ),
]


@pytest.mark.parametrize(("text", "place", "when"), HERE)
def test_claim_is_for_the_deed_told_in_its_own_sentence(text: str, place: str, when: str) -> None:
    (claim,) = [e for _, e in events_in(text) if any(p.status is ByStatus.CLAIMED for p in e.by)]
    assert claim.place is not None
    assert claim.place.name == place
    assert claim.when is not None
    assert claim.when.words == when


def test_report_before_a_claim_is_not_the_claimants_word() -> None:
    text = "A bomb killed two soldiers in Orr on Monday and the Salt Front claimed responsibility."
    assert [chain_names(s) for s, e in events_in(text) if not e.by] == [[]]


WHO = [
    (
        'The killing was claimed by the "Karo Zar" group. '
        "This is the same group that claimed responsibility for the attack on a judge.",
        {"Karo Zar"},
    ),
    (
        "Five organisations that nobody had heard of took credit for bombings. The Army of Tirgan denied it.",
        {"organisations"},
    ),
    ("The Salt Front said in a statement that soldiers of the Caliphate had stormed a post.", {"Salt Front"}),
    ("The Salt Front said in a statement that soldiers of the government had stormed a village.", set()),
]


@pytest.mark.parametrize(("text", "claimants"), WHO)
def test_claimant_is_the_one_that_the_words_stand_for(text: str, claimants: set[str]) -> None:
    assert doers_in(text, ByStatus.CLAIMED) == claimants


AFTER = [
    ("It said that eleven foreigners had died.", True),
    ("It added that nine contractors were killed.", True),
    ("It said that three villagers had died.", False),
    ("It said that three of its men had died.", False),
    ("It said that its leader had been killed in a raid.", False),
    ("It said that six contractors had been killed in an air raid by the army.", False),
]


@pytest.mark.parametrize(("told", "is_own"), AFTER)
def test_toll_that_a_claimant_gives_is_part_of_its_claim(told: str, is_own: bool) -> None:
    text = f"The Salt Front claimed the shelling of the base at Orr. {told}"
    (event,) = [e for s, e in events_in(text)[1:]]
    assert ([p.actor.name for p in event.by if p.status is ByStatus.CLAIMED] == ["Salt Front"]) is is_own


def test_they_who_acted_since_the_last_word_are_those_who_announce() -> None:
    text = (
        "The rebels of the Salt Front attacked Orr. The army said two soldiers had died. "
        "The rebels also burned a bridge. They also announced that they have planted bombs on the roads."
    )
    assert doers_in(text, ByStatus.CLAIMED) == {"Salt Front"}
