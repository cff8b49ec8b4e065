"""Whose word a text is: datelines, a channel's "we", what one was behind, an outlet's own staff, who told it."""

from __future__ import annotations

import pytest

from secondsource import api
from secondsource.records import ByStatus, Event, Naming, Tie


def _events(
    text: str, outlet: str | None = None
) -> list[tuple[list[tuple[str, str]], str | None, list[str]]]:
    found = api.read_text(text, published="2019-05-09", outlet=outlet).statements
    return [
        (
            [(p.actor.name, p.status.value) for p in s.proposition.by],
            s.proposition.place.name if s.proposition.place else None,
            [h.name for h in s.chain],
        )
        for s in found
        if isinstance(s.proposition, Event)
    ]


@pytest.mark.parametrize(
    ("text", "outlet", "claimant"),
    [
        (
            "We claim responsibility for the ambush near Lagbor on Monday.",
            "Sahm al-Nahr | official",
            "Sahm al-Nahr",
        ),
        ("Our fighters carried out the bombing of the mill in Lagbor.", "Marsh Owls", "Marsh Owls"),
        ("Fighters of Sahm al-Nahr attacked a fuel convoy near Lagbor.", "Sahm al-Nahr", "Sahm al-Nahr"),
        ("The River Front said it was behind a rocket attack on Lagbor.", "Harbour Times", "River Front"),
        (
            "A statement in the name of the River Front claimed the blast in Lagbor.",
            "Harbour Times",
            "River Front",
        ),
        # look-alikes
        ("Fighters of Sahm al-Nahr attacked a fuel convoy near Lagbor.", "Harbour Times", None),
        ("The minister said it was behind schedule after the attack in Lagbor.", "Harbour Times", None),
        ("We saw the bombing of the mill in Lagbor.", "Harbour Times", None),
    ],
)
def test_who_claims_by_whose_word_it_is(text: str, outlet: str, claimant: str | None) -> None:
    claimed = {n for by, _, _ in _events(text, outlet) for n, status in by if status == ByStatus.CLAIMED}
    assert claimed == ({claimant} if claimant else set())


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("LAGBOR, May 9 (Harbour Wire) - Police said on Thursday that two men were killed in an ambush.", ["Police"]),
        ("Two men were killed in an ambush in Lagbor, our correspondent reports.", []),
        ("Two men were killed in an ambush in Lagbor, a reporter of this agency said.", []),
        ("A blast destroyed two masts in Lagbor, the mayor of the town, Ada Lund, told reporters on Thursday.",
         ["mayor of the town"]),
    ],
)  # fmt: skip
def test_who_tells_it(text: str, chain: list[str]) -> None:
    assert [c for _, _, c in _events(text)][:1] == [chain]


def test_an_unconfirmed_blast_is_no_event() -> None:
    assert _events("A reporter was unable to confirm that there was any explosion in Lagbor.") == []
    assert _events("Police confirmed that an explosion killed two men in Lagbor.") != []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Liwa al-Qasab, the Reed Brigade, denied it.", {"Liwa al-Qasab", "Reed Brigade"}),
        ("Sahm al-Nahr used to be known as Harakat al-Sayl.", {"Sahm al-Nahr", "Harakat al-Sayl"}),
        ("Ada Lund, the Foreign Minister, denied it.", set()),
    ],
)
def test_names_that_a_text_equates(text: str, names: set[str]) -> None:
    found = [s.proposition for s in api.read_text(text).statements if isinstance(s.proposition, Naming)]
    assert {m.name for n in found for m in (n.name, *n.also)} == names


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        (
            "The ministry says that Sahm al-Nahr is financed by Tolmen.",
            ("Sahm al-Nahr", "backed_by", "Tolmen"),
        ),
        ("Al-Bahr Media is the media wing of Sahm al-Nahr.", ("Al-Bahr Media", "part_of", "Sahm al-Nahr")),
        ("The bakery is financed by Tolmen.", None),
    ],
)
def test_ties_of_states_and_publishers(text: str, tie: tuple[str, str, str] | None) -> None:
    found = [s.proposition for s in api.read_text(text).statements if isinstance(s.proposition, Tie)]
    assert [(t.from_.name, t.relation.value, t.to.name) for t in found] == ([tie] if tie else [])
