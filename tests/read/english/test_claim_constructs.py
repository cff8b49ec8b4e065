"""Ways of owning up to a deed, construct by construct, each with sentences that only look like it."""

from __future__ import annotations

import pytest

from secondsource.records import ByStatus
from tests.read.english.reading import chain_names, doers_in, events_in

BLAST = "A car bomb killed nine soldiers in Velsk on 3 May. "

OWNED_UP = {
    "phrase": [
        (BLAST + "The Marsh Army put its name to the attack.", "Marsh Army"),
        (BLAST + "The Marsh Army laid claim to the bombing on its channel.", "Marsh Army"),
        (BLAST + "The Marsh Army took the blame for the bombing.", "Marsh Army"),
        (BLAST + "In a leaflet the Marsh Army avowed the attack.", "Marsh Army"),
    ],
    "own": [
        (BLAST + "The Marsh Army hailed the bombing as its own.", "Marsh Army"),
        (BLAST + "The Marsh Army attributed the attack to its own fighters.", "Marsh Army"),
        (BLAST + "Radio Velsk said the Marsh Army was calling the bombing its first work.", "Marsh Army"),
        (BLAST + "The attack was the work of its fighters, the Marsh Army said.", "Marsh Army"),
    ],
    "it was us": [
        (BLAST + '"It was us," the Marsh Army said.', "Marsh Army"),
        (BLAST + '"It was our men who did it," said a caller from the Marsh Army.', "Marsh Army"),
        ("The attack was carried out by two of our brothers, the Marsh Army said.", "Marsh Army"),
        ('"We levelled the barracks at Velsk," said the Marsh Army\'s commander.', "Marsh Army"),
    ],
    "in its name": [
        ("Attacks have also been announced in the name of the Marsh Army.", "Marsh Army"),
        ("An account in the Marsh Army's name announced the shooting down of a helicopter.", "Marsh Army"),
        ("The Velsk Post says it had a call claiming the bomb for the Marsh Army.", "Marsh Army"),
        ("A statement signed by the Marsh Army claimed the bombing in Velsk.", "Marsh Army"),
    ],
    "joined": [
        (
            "Twelve died in a raid on Dorn, for which the Marsh Army was quick to accept responsibility.",
            "Marsh Army",
        ),
        ("Several attacks, also claimed by the Marsh Army, have killed 35 civilians.", "Marsh Army"),
        ("The bombing, which the Marsh Army has claimed, killed nine soldiers.", "Marsh Army"),
        (
            "The Marsh Army splinter group Red Harbour Brigade (RHB) claimed the attack.",
            "Red Harbour Brigade",
        ),
    ],
    "first person": [
        (
            "We, the Lions of Sarj, announce our birth. And we adopt the operation of the bridge of Maqal.",
            "Lions of Sarj",
        ),
        ('The Marsh Army met on Monday. "We claim both attacks," said its chief Umar Qasmi.', "Marsh Army"),
        ('"Our lions struck the camp," the Marsh Army said.', "Marsh Army"),
        (
            '"We recovered two rifles," Colonel Karl Brandt, commander of the Third Rifles, said.',
            "Third Rifles",
        ),
    ],
    "renamed": [
        (BLAST + "An unknown group calling itself the Reed Column claimed the attack.", "Reed Column"),
        (BLAST + "A unit of the Marsh Army called the Salt Company has also owned up to it.", "Salt Company"),
        (
            "An armed faction surfaced with a video in which masked men took credit for the mortar fire that hit "
            "Dorn base. It calls itself the Salt Brigade.",
            "Salt Brigade",
        ),
        (
            "The Marsh Army's media office said that the group had fired six rockets at the base.",
            "Marsh Army",
        ),
    ],
    "self-told": [
        ("The Marsh Army said it had wrecked a police truck near Velsk.", "Marsh Army"),
        ("The Marsh Army said that its snipers had picked off two officers.", "Marsh Army"),
        ("The Marsh Army says it is holding the two engineers.", "Marsh Army"),
        ("The Marsh Army said that fighters ambushed a police convoy near Velsk.", "Marsh Army"),
    ],
    "of its foes": [
        ("The army announced on Monday that twelve rebels fell in a firefight near Velsk.", "army"),
        ("The Marsh Army wrote on its website that nine soldiers died there.", "Marsh Army"),
        (
            "The Marsh Army left posters which stated that Orlo was killed as he was a police informer.",
            "Marsh Army",
        ),
        ("A militant was killed in the operation, a Frontier Corps spokesman said.", "Frontier Corps"),
    ],
}

LOOK_ALIKES = [
    "The minister put his name to the bill.",
    "The farmer laid claim to the field.",
    "The minister took the blame for the late trains.",
    "The mayor called the budget his first work.",
    'The mayor said: "It was us who paid for the road."',
    "The Marsh Army hailed the bombing as a triumph of the poor.",
    BLAST + '"It was not us," the Marsh Army said.',
    "The minister announced the arrest of five men by the border guard.",
    "The Marsh Army announced a congress in the name of unity.",
    "The Marsh Army was slow to accept advice, for which it paid.",
    "A group calling itself the Reed Column marched through Velsk.",
    "The Marsh Army has never said that it attacked the dam.",
    "The Marsh Army said it had repaired a bridge and reopened a school building.",
    "The Marsh Army said that soldiers had killed two farmers.",
    "Residents said that twelve rebels fell in a firefight near Velsk.",
    "The Marsh Army said it would hit the convoy.",
    "We, the people of Velsk, ask for bread. We took the road to Dorn.",
    '"We heard of the attack on the camp," said Umar Qasmi, chief of the clinic.',
    "The army said it had escorted a convoy to Velsk.",
]


@pytest.mark.parametrize(
    ("text", "claimant"), [case for cases in OWNED_UP.values() for case in cases], ids=lambda v: str(v)[-60:]
)
def test_claim_has_its_claimant_as_doer_and_origin(text: str, claimant: str) -> None:
    claims = [(s, e) for s, e in events_in(text) if any(p.status is ByStatus.CLAIMED for p in e.by)]
    assert {p.actor.name for _, e in claims for p in e.by} == {claimant}
    assert all(chain_names(s)[-1] == claimant for s, _ in claims)


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_what_only_looks_like_owning_up_claims_nothing(text: str) -> None:
    assert doers_in(text, ByStatus.CLAIMED) == set()


def test_each_deed_of_a_list_is_claimed_with_its_own_place() -> None:
    text = (
        "The Marsh Army claimed three attacks in April: a bombing in Velsk on 3 April, an ambush near Dorn on 9 "
        "April and a raid on Tarn on 20 April."
    )
    events = [e for _, e in events_in(text)]
    assert all(p.status is ByStatus.CLAIMED for e in events for p in e.by)
    assert {e.when.words for e in events if e.when} >= {"3 April", "9 April", "20 April"}


def test_two_deeds_told_before_are_claimed_each_by_its_own() -> None:
    text = (
        "The mayor was shot dead near Dorn on 25 January. On 22 January the judge was abducted in Tarn. "
        'The "Marsh Army" claimed credit for these two actions.'
    )
    claims = [e for _, e in events_in(text) if any(p.status is ByStatus.CLAIMED for p in e.by)]
    assert [[m.name for m in e.on] for e in claims] == [["The mayor"], ["the judge"]]


def test_each_of_several_claimants_has_a_claim() -> None:
    text = "Both the Marsh Army and the Grey Hills Front have claimed the attack."
    assert sorted(chain_names(s) for s, _ in events_in(text)) == [["Grey Hills Front"], ["Marsh Army"]]


TOLLS = [
    (BLAST + "The Marsh Army claimed the attack. The Marsh Army put the dead at thirty.", ("Marsh Army", 30)),
    (BLAST + "Police put the toll at 19.", (None, 19)),
    (BLAST + "The Marsh Army claimed it. The hospital put the number at 23.", (None, None)),
    (BLAST + "The army set the number of its patrols at twelve.", (None, None)),
    ("The minister put the number of schools at nine.", (None, None)),
    ("Police put the toll of the flood at nine.", (None, None)),
]


@pytest.mark.parametrize(("text", "expected"), TOLLS)
def test_toll_put_by_a_party_is_an_account_of_its_own(
    text: str, expected: tuple[str | None, int | None]
) -> None:
    claimant, dead = expected
    accounts = [e for _, e in events_in(text) if e.killed and e.killed.low not in {9}]
    assert [e.killed.low for e in accounts if e.killed] == ([dead] if dead else [])
    assert {p.actor.name for e in accounts for p in e.by} == ({claimant} if claimant else set())
