"""Deeds owned in a form of "to be" or by naming oneself their author, beside sentences that only look like it."""

from __future__ import annotations

import pytest

from secondsource.records import ByStatus
from tests.read.english.reading import doers_in, events_in

JUDGE = "A judge was shot dead in Harmad on Monday. "
BOMB = "A bomb killed nine people in Harmad on Monday. "
FRONT = "Tarsa Front"


@pytest.mark.parametrize(
    "text",
    [
        "A lorry bomb killed nine people in Harmad. The Tarsa Front let it be known that the lorry was theirs.",
        "A rocket hit the camp at Harmad on Monday. The Tarsa Front said the rocket was its own.",
        JUDGE + "The Tarsa Front said in a statement that the killing was its work.",
        BOMB + '"The action at Harmad was ours," a spokesman for the Tarsa Front said.',
        BOMB + "The next day the Tarsa Front said that it was they.",
        "On Sunday the Tarsa Front declared that it was they who had shot the judge at Harmad.",
        JUDGE + "On Friday the Tarsa Front said it was its men who did it.",
        "The Tarsa Front announced itself as the author of the 9 July attack on the barracks at Harmad.",
        BOMB + "The Tarsa Front declared itself responsible in a letter.",
        "The Tarsa Front said it was behind a roadside bomb near Harmad on 22 November.",
        JUDGE + "The Tarsa Front claimed the act on a hand-written sheet.",
        JUDGE + "The Tarsa Front boasted of it on its page.",
    ],
)
def test_who_owns_a_deed_in_any_of_these_words_claims_it(text: str) -> None:
    assert doers_in(text, ByStatus.CLAIMED) == {FRONT}


@pytest.mark.parametrize(
    "text",
    [
        JUDGE + "The Tarsa Front said the shooting was not its work.",
        JUDGE + "The Tarsa Front denied that it was they who had shot the judge.",
        JUDGE + '"It is our people who suffer," the Tarsa Front said.',
        JUDGE + "It was its members who were shot, the Tarsa Front said.",
        JUDGE + '"This is our work," the Tarsa Front said of its clinics.',
        'The Tarsa Front met in Harmad. "The village is ours," it said.',
        BOMB + "The Tarsa Front declared itself a political party.",
        BOMB + "The suspect, Ali Gomez, confessed to it before a judge. The Tarsa Front is weak.",
        "The union claimed the industrial action was legal.",
    ],
)
def test_what_only_sounds_like_it_claims_nothing(text: str) -> None:
    assert doers_in(text, ByStatus.CLAIMED) == set()


def test_the_sheet_a_claim_is_written_on_is_not_what_was_attacked() -> None:
    claimed = [
        e
        for _, e in events_in(JUDGE + "The Tarsa Front claimed the act on a hand-written sheet.")
        if any(p.status is ByStatus.CLAIMED for p in e.by)
    ]
    assert [[m.name for m in e.on] for e in claimed] == [["A judge"]]


def test_a_pasted_communique_speaks_for_the_group_in_its_head() -> None:
    head = "COMMUNIQUE No. 19 of the Popular Front for Tarsa\n\n"
    deed = "On the night of 11 June our fighters attacked the barracks of Mbidou."
    assert doers_in(head + deed, ByStatus.CLAIMED) == {"Popular Front for Tarsa"}
    assert doers_in("Harmad Gazette, on the Popular Front for Tarsa\n\n" + deed, ByStatus.CLAIMED) == set()
