"""Ties: who is said to stand behind, in, beside or against whom; and words that only look like it."""

from __future__ import annotations

import pytest

from secondsource.read.english.ties.ties import find_ties
from secondsource.records import Stance, Tie
from tests.read.english.finding_kinds import chain_of, found_in

NOUN_STACKS = [
    (
        "River Front (RF) splinter group Marsh Guard (MG) claimed the blast.",
        "Marsh Guard",
        "splinter_of",
        "River Front",
    ),
    ("Cadres of the River Front offshoot Marsh Guard fled.", "Marsh Guard", "splinter_of", "River Front"),
    ("The River Front's armed wing, the Marsh Guard, fired first.", "Marsh Guard", "part_of", "River Front"),
    ("The River Front's Ninth Column burned the barge.", "Ninth Column", "part_of", "River Front"),
    (
        "Militants of the Karo faction of the River Front fled.",
        "Karo faction of the River Front",
        "part_of",
        "River Front",
    ),
    ("The Quarry Committee (QC) of the River Front met.", "Quarry Committee", "part_of", "River Front"),
]

COMPOUNDS = [
    ("Iran-backed Marsh Guard fighters fired rockets.", "Marsh Guard", "backed_by", "Iran"),
    ("The Iran-backed militia Saraya al-Nahr fired rockets.", "Saraya al-Nahr", "backed_by", "Iran"),
    ("A pro-Iran militia, the Marsh Guard, fired rockets.", "Marsh Guard", "aligned_with", "Iran"),
    ("The Iran-aligned Marsh Guard fired rockets.", "Marsh Guard", "aligned_with", "Iran"),
]

APPOSITIONS = [
    ("The Marsh Guard, the armed wing of the Reed Party, burned it.", "Marsh Guard", "part_of", "Reed Party"),
    (
        "The Red Column, an offshoot of the River Front, burned it.",
        "Red Column",
        "splinter_of",
        "River Front",
    ),
    (
        "The Red Column, a breakaway faction of the River Front, burned it.",
        "Red Column",
        "splinter_of",
        "River Front",
    ),
    ("The Marsh Guard, a proxy of Iran, fired rockets.", "Marsh Guard", "backed_by", "Iran"),
]

PREDICATES = [
    ("The Marsh Guard is a front for the River Front.", "Marsh Guard", "front_for", "River Front"),
    ("The Marsh Guard is a cover name used by the River Front.", "Marsh Guard", "front_for", "River Front"),
    ("The Marsh Guard is linked to the River Front.", "Marsh Guard", "aligned_with", "River Front"),
    ("The Marsh Guard is supported by the Reed Party.", "Marsh Guard", "backed_by", "Reed Party"),
    ("The Tolmen government arms the Marsh Guard.", "Marsh Guard", "backed_by", "Tolmen government"),
    ("The Marsh Guard takes its orders from the River Front.", "Marsh Guard", "commanded_by", "River Front"),
    ("The Marsh Guard is part of the River Coalition.", "Marsh Guard", "part_of", "River Coalition"),
    ("The Marsh Guard broke away from the River Front in 2012.", "Marsh Guard", "splinter_of", "River Front"),
    (
        "The Marsh Guard fought alongside the River Front at Velsk.",
        "Marsh Guard",
        "allied_with",
        "River Front",
    ),
    ("The Marsh Guard is at war with the River Front.", "Marsh Guard", "rival_of", "River Front"),
    (
        "the marsh liberation guard is linked to the river liberation front.",
        "marsh liberation guard",
        "aligned_with",
        "river liberation front",
    ),
]

SEVERAL = [
    (
        "The River Coalition was set up by the Marsh Guard, the Hill Army and four smaller units.",
        {("Marsh Guard", "part_of", "River Coalition"), ("Hill Army", "part_of", "River Coalition")},
    ),
    (
        "The Marsh Guard, the Hill Army and the Reed Union fight the River Front.",
        {(n, "rival_of", "River Front") for n in ("Marsh Guard", "Hill Army", "Reed Union")},
    ),
    ("Honduras, a close Iran ally, spoke.", {("Honduras", "allied_with", "Iran")}),
    (
        "A unit of the River Front called the Brine Company fled.",
        {("Brine Company", "part_of", "River Front")},
    ),
    ("Iran had paid the Marsh Guard's fighters until May.", {("Marsh Guard", "backed_by", "Iran")}),
    ("Iran directs the operations of the Marsh Guard.", {("Marsh Guard", "commanded_by", "Iran")}),
    (
        "The Marsh Guard takes orders from a council, the Reed Office.",
        {("Marsh Guard", "commanded_by", "Reed Office")},
    ),
    ("A unit of the River Front fled.", set()),
    ("The River Coalition was set up by the Marsh Guard.", set()),
]


@pytest.mark.parametrize(("text", "ties"), SEVERAL)
def test_ties_of_lists_owners_and_callings(text: str, ties: set[tuple[str, str, str]]) -> None:
    found = [d.proposition for d in found_in(text, find_ties)]
    assert {(t.from_.name, t.relation.value, t.to.name) for t in found if isinstance(t, Tie)} == ties


def test_neither_denies_both() -> None:
    drafts = found_in("The Marsh Guard is financed neither by Iran nor by Iraq.", find_ties)
    assert [d.stance for d in drafts] == [Stance.DENIES, Stance.DENIES]


LOOK_ALIKES = [
    "The Marsh Guard had nothing to do with the Velsk bombing, its spokesman said.",
    "The rise of the Marsh Guard is part of Iran's policy to widen its reach.",
    "The Marsh Guard's raid was part of a plan of the River Front, a diplomat said.",
    "The Marsh Guard met in front of the office of the River Front.",
    "The Marsh Guard bombed the wing of a hotel in which the Reed Party met.",
    "The outage is linked to the storm, the Marsh Guard said.",
    "The Marsh Guard supports a ceasefire.",
    "A new road is part of the plan of the Marsh Guard.",
    "The well-armed Marsh Guard fled.",
    "The Marsh Guard and the River Front both denied the report.",
    "The fighters split the money with the villagers.",
    "Soldiers backed by helicopters searched the town.",
    "The police are looking for members of the Marsh Guard.",
    "The Marsh Guard keeps quiet, but the new page belongs to the River Front.",
    "Soldiers of the Marsh Guard say that this video belongs to the River Front.",
]


def ties_in(text: str, stance: Stance = Stance.ASSERTS) -> list[tuple[str, str, str]]:
    """From, relation and to of the ties of that stance."""
    return [
        (d.proposition.from_.name, d.proposition.relation.value, d.proposition.to.name)
        for d in found_in(text, find_ties)
        if isinstance(d.proposition, Tie) and d.stance is stance
    ]


@pytest.mark.parametrize(
    ("text", "from_", "relation", "to"), NOUN_STACKS + COMPOUNDS + APPOSITIONS + PREDICATES
)
def test_tie_reads_from_the_part_to_the_whole(text: str, from_: str, relation: str, to: str) -> None:
    assert (from_, relation, to) in ties_in(text)


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_look_alike_is_no_tie(text: str) -> None:
    assert found_in(text, find_ties) == []


def test_list_gives_a_tie_each() -> None:
    text = "The River Coalition is an umbrella of the Marsh Guard, the Red Column and the Reed Party."
    assert [t[0] for t in ties_in(text)] == ["Marsh Guard", "Red Column", "Reed Party"]


def test_instead_of_asserts_the_one_and_denies_the_other() -> None:
    text = "The Marsh Guard is linked to the Reed Party instead of the River Front."
    assert ties_in(text) == [("Marsh Guard", "aligned_with", "Reed Party")]
    assert ties_in(text, Stance.DENIES) == [("Marsh Guard", "aligned_with", "River Front")]


@pytest.mark.parametrize(
    "text",
    [
        "Neither the Marsh Guard nor the Red Column is linked to the River Front.",
        "The Marsh Guard is neither backed nor armed by the River Front.",
        "The Marsh Guard is not part of the River Front.",
        "The Marsh Guard has no links to the River Front.",
    ],
)
def test_negated_tie_is_denied(text: str) -> None:
    assert ties_in(text) == []
    assert {t[2] for t in ties_in(text, Stance.DENIES)} == {"River Front"}


@pytest.mark.parametrize(
    "text",
    [
        "Tolmen-backed militias have not claimed attacks on the River Front.",
        "Tolmen-backed militias denied the strike.",
        "Tolmen-backed militias reportedly fired rockets.",
        "Although this group and other Tolmen-backed militias took towns, they have not claimed attacks.",
    ],
)
def test_what_is_denied_of_the_described_leaves_the_description(text: str) -> None:
    assert ties_in(text) == [("Tolmen-backed militias", "backed_by", "Tolmen")]
    assert ties_in(text, Stance.DENIES) == ties_in(text, Stance.DOUBTS) == []


@pytest.mark.parametrize(
    "text",
    [
        "The Marsh Guard is not a Tolmen-backed militia.",
        "The Marsh Guard denied that it is a Tolmen-backed militia.",
    ],
)
def test_description_itself_can_be_denied(text: str) -> None:
    assert ties_in(text) == []
    assert ties_in(text, Stance.DENIES) == [("Tolmen-backed militia", "backed_by", "Tolmen")]


@pytest.mark.parametrize(
    ("text", "denier"),
    [
        ("The River Front denied that it is backed by the Reed Party.", "River Front"),
        ("The Reed Party denied backing the River Front.", "Reed Party"),
        ("The River Front denied any links to the Reed Party.", "River Front"),
    ],
)
def test_denial_ends_the_chain_with_the_denier(text: str, denier: str) -> None:
    (draft,) = found_in(text, find_ties)
    assert draft.stance is Stance.DENIES
    assert chain_of(draft)[-1] == denier


@pytest.mark.parametrize(
    "text",
    [
        "The Marsh Guard allegedly takes orders from the River Front.",
        "The Marsh Guard may be a front for the River Front.",
        "Police suspect that the Marsh Guard is a front for the River Front.",
        "The Marsh Guard is believed to be an offshoot of the River Front.",
        "Investigators are looking into allegations that links between the Marsh Guard and the River Front exist.",
    ],
)
def test_hedged_tie_is_doubted(text: str) -> None:
    assert ties_in(text) == []
    assert len(ties_in(text, Stance.DOUBTS)) == 1


@pytest.mark.parametrize(
    ("text", "relation", "to"),
    [
        ("Arab news agencies say that the new groups are backed by Iran.", "backed_by", "Iran"),
        ("These groups operate under the command of the Quds Force.", "commanded_by", "Quds Force"),
        ("Those groups are fronts for the Reed Party.", "front_for", "Reed Party"),
    ],
)
def test_groups_told_of_together_keep_their_words(text: str, relation: str, to: str) -> None:
    assert [t[1:] for t in ties_in(text)] == [(relation, to)]


def test_tie_told_twice_by_one_origin_stands_once() -> None:
    text = "The Marsh Guard is a front for the River Front. Again: the Marsh Guard is a front for the River Front."
    assert len(found_in(text, find_ties)) == 1


def test_two_origins_of_one_tie_stand_apart() -> None:
    text = (
        "The ministry said the Marsh Guard is a front for the River Front. "
        "The River Front denied that the Marsh Guard is a front for the River Front."
    )
    assert {d.stance for d in found_in(text, find_ties)} == {Stance.ASSERTS, Stance.DENIES}


def test_a_denial_behind_a_semicolon_is_the_deniers_alone() -> None:
    text = "Kharim says that the Marsh Guard is backed by Tolmen; Tolmen denies it."
    assert ties_in(text) == [("Marsh Guard", "backed_by", "Tolmen")]
    assert ties_in(text, Stance.DENIES) == [("Marsh Guard", "backed_by", "Tolmen")]


def test_a_date_line_is_no_part_of_the_name_below_it() -> None:
    text = "River Front, 10 April 2025\nCouncil of the River Front\n\nOur men burned the mill in Velsk."
    assert not [tie for tie in ties_in(text) if "2025" in tie[0]]
