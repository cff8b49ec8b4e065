"""What stands under "neither", "nor", "it was not X that", a charge or a claim taken back is not claimed."""

from __future__ import annotations

import pytest

from secondsource.records import ByStatus, Stance
from tests.read.english.reading import doers_in, events_in

DENIED = [
    "The Salt Front says it has no arms, neither planted the bomb nor knows who did.",
    "The Salt Front said it had neither attacked the bus nor burned the school.",
    "It was not the Salt Front that had fired on Orr, the Front added.",
    "No fighter of ours set foot in Orr, the Salt Front said, nor did we burn the church.",
]
NOTHING_CLAIMED = [
    "The Salt Front first claimed the blast in Orr and then withdrew its claim.",
    "The Salt Front never claimed the ambush, its spokesman said.",
    "Prosecutors charge that his own 2nd Battalion did the shooting.",
    "Amity Watch alleges that they killed 12 herders at Bello on 2 August.",
]
STILL_CLAIMED = [
    "It was the Salt Front that had fired on Orr, the Front added.",
    "The Salt Front claimed the blast in Orr and then withdrew its fighters.",
]


@pytest.mark.parametrize("text", DENIED)
def test_negated_deed_is_denied(text: str) -> None:
    assert doers_in(text, ByStatus.CLAIMED) == set()
    assert [s.stance for s, _ in events_in(text)] == [Stance.DENIES]


@pytest.mark.parametrize("text", NOTHING_CLAIMED)
def test_charge_and_withdrawn_claim_are_no_claims(text: str) -> None:
    assert doers_in(text, ByStatus.CLAIMED) == set()


@pytest.mark.parametrize("text", STILL_CLAIMED)
def test_what_is_said_of_oneself_is_claimed(text: str) -> None:
    assert doers_in(text, ByStatus.CLAIMED) == {"Salt Front"}
