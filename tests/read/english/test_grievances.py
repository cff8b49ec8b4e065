"""What a deed answers is not the deed of whoever answers it."""

from __future__ import annotations

import pytest

from secondsource.records import ByStatus, EventType
from tests.read.english.reading import events_in


@pytest.mark.parametrize(
    "text",
    [
        "The Harbour Guard posted a message stating that revenge would be taken for the killing of a cook.",
        "The Harbour Guard wrote that “vengeance” would soon be had for the killing of a cook.",
        "The Harbour Guard said that it would retaliate for the shooting of two policemen.",
        "The Red Banner Front announced a response to the killing of its soldiers.",
        "The Red Banner Front vowed vengeance for the killing of an officer.",
    ],
)
def test_grievance_is_no_claim(text: str) -> None:
    assert not [e for _, e in events_in(text) if any(p.status is ByStatus.CLAIMED for p in e.by)]


@pytest.mark.parametrize(
    "text",
    [
        "The Harbour Guard claimed responsibility for the killing of a mayor.",
        "The Harbour Guard said that it killed a mayor in revenge for the death of its chief.",
    ],
)
def test_deed_itself_is_a_claim(text: str) -> None:
    claimed = [e.type for _, e in events_in(text) if any(p.status is ByStatus.CLAIMED for p in e.by)]
    assert EventType.KILLING in claimed


def test_day_and_place_of_the_vow_are_not_those_of_what_it_avenges() -> None:
    text = "On 18 February the Harbour Guard said that revenge would be taken for the killing of its chief."
    found = [e for _, e in events_in(text) if e.type is EventType.KILLING]
    assert [(e.when, e.place) for e in found] == [(None, None)]
