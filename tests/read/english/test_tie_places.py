"""Where the actors of a tie may stand, whom pointing words mean, and sentences that only look like ties."""

from __future__ import annotations

import pytest

from secondsource.read.english.ties.ties import find_ties
from secondsource.records import Stance, Tie
from tests.read.english.finding_kinds import chain_of, found_in
from tests.read.english.reading import read_text

BACKED = [
    "Velmark, which arms the Marsh Guard, denied that it had sent the boat.",
    "The Marsh Guard's guns come from Velmark, whose ambassador left.",
    "Behind the Marsh Guard stands Velmark, whose ambassador left.",
    "The Marsh Guard, whose paymaster is Velmark, fired first; Velmark's ambassador left.",
    "The Marsh Guard is in Velmark's pay; Velmark's ambassador left.",
    "Velmark's ambassador left after his country had given the Marsh Guard money and rifles.",
    "With the support of Velmark, the Marsh Guard took the ford. Velmark's ambassador left.",
    "Velmark provides the Marsh Guard with rifles. Velmark's ambassador left.",
]
OTHERS = [
    ("Analysts regard the Red Column as a mask for the River Front.", "Red Column|front_for|River Front"),
    ("The River Front hides behind the Red Column.", "Red Column|front_for|River Front"),
    ("Orders to the Red Column are issued by the Quarry Office.", "Red Column|commanded_by|Quarry Office"),
    ("The Quarry Office picks the targets of the Red Column.", "Red Column|commanded_by|Quarry Office"),
    ("Among the members of the River Coalition is the Red Column.", "Red Column|part_of|River Coalition"),
    ("The River Coalition counts the Red Column among its members.", "Red Column|part_of|River Coalition"),
    ("River Front cadres of the Ninth Column burned the barge.", "Ninth Column|part_of|River Front"),
    ("The Red Column was raised by men who had walked out on the River Front.",
     "Red Column|splinter_of|River Front"),
    ("A wing of the River Front broke away to form the Red Column.",
     "Red Column|splinter_of|River Front"),
    ("The Red Column, whose men have traded fire with the River Front, fled.", "Red Column|rival_of|River Front"),
    ("The River Coalition efforts to degrade and defeat the Red Column go on.",
     "River Coalition|rival_of|Red Column"),
    ("The River Front risks a war, with rival gangs like the Red Column in wait.",
     "River Front|rival_of|Red Column"),
    ("The Red Column was founded in May. The ministry calls it a front for the River Front.",
     "Red Column|front_for|River Front"),
    ("The mayor accused the River Front of arming the Red Column.", "Red Column|backed_by|River Front"),
    ("The Red Column, once part of the River Front, fled.", "Red Column|splinter_of|River Front"),
    ("The Red Column and the River Front patrol together.", "Red Column|allied_with|River Front"),
]  # fmt: skip
NONE = [
    "The Marsh Guard's guns are in the museum of Velsk.",
    "Behind the Marsh Guard stands a row of houses.",
    "The Marsh Guard used the bridge as a front.",
    "The Marsh Guard fought a gun battle with the police.",
    "The commander of the Marsh Guard issued orders to his cook.",
    "Militants of the Upper Column fled from the Marsh Guard.",
    "The men who had walked out on the River Front were farmers.",
    "The Marsh Guard picks the targets of its raids at night.",
    "The strikes were part of Operation Grey Dawn, the Marsh Guard said.",
    "Among the members of the River Coalition is a baker.",
    "The Marsh Guard left Iraq in May.",
]


def told(text: str) -> set[str]:
    """From, relation and to of each asserted tie."""
    ties = [d.proposition for d in found_in(text, find_ties) if d.stance is Stance.ASSERTS]
    return {f"{t.from_.name}|{t.relation.value}|{t.to.name}" for t in ties if isinstance(t, Tie)}


@pytest.mark.parametrize("text", BACKED)
def test_backing_is_read_in_any_order(text: str) -> None:
    assert "Marsh Guard|backed_by|Velmark" in told(text)


@pytest.mark.parametrize(("text", "tie"), OTHERS)
def test_tie_is_read_in_any_order(text: str, tie: str) -> None:
    assert tie in told(text)


@pytest.mark.parametrize("text", NONE)
def test_look_alike_ties_nobody(text: str) -> None:
    assert told(text) == set()


INTERVIEW = (
    "The Fen Guard holds three villages. We met one of its leaders.\n\n"
    "Q. The mayor says that you are a wing of the Reed Party.\nA. We are at war with the Reed Party.\n\n"
    "Q. And the Drainage League?\nA. We do not work with the Drainage League.\n"
)


def test_interview_tells_whose_you_and_we_are() -> None:
    assert told(INTERVIEW) == {"Fen Guard|part_of|Reed Party", "Fen Guard|rival_of|Reed Party"}
    (denied,) = [d for d in found_in(INTERVIEW, find_ties) if d.stance is Stance.DENIES]
    assert chain_of(denied) == ["Fen Guard"]


def test_we_outside_of_an_interview_is_nobody() -> None:
    assert told("The Fen Guard holds three villages. We are at war with the Reed Party.") == set()


STANCES = [
    ("There is no proof that the Marsh Guard is tied to the Reed Party.", Stance.DOUBTS),
    ("The Marsh Guard shares the politics of the Reed Party without belonging to it.", Stance.DENIES),
    ("The Quarry Office has funded nobody, neither the Marsh Guard nor the Red Column.", Stance.DENIES),
    ("The Marsh Guard is said to be run by the Reed Party.", Stance.DOUBTS),
    ("It is unclear whether the Marsh Guard takes orders from the Reed Party.", Stance.DOUBTS),
]


@pytest.mark.parametrize(("text", "stance"), STANCES)
def test_stance_is_read_off_the_words_around(text: str, stance: Stance) -> None:
    assert stance in {d.stance for d in found_in(text, find_ties)}


def test_a_province_that_one_leaves_is_no_actor() -> None:
    text = "The Marsh Army threatened engineers at the dam with attack unless they left Velsk province by 15 April."
    assert [s for s in read_text(text) if isinstance(s.proposition, Tie)] == []
    left = "The Marsh Guard left the River Front in 2012."
    assert len([s for s in read_text(left) if isinstance(s.proposition, Tie)]) == 1
