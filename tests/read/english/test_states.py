"""States that only the text itself tells of, states in lower case, and what isn't one."""

from __future__ import annotations

import pytest

from secondsource.read.english.parsed import parse
from secondsource.read.english.text.model import load_model

STATES = [
    ("The Khanate of Sarhad sent arms. Sarhad denied it.", {"Khanate of Sarhad", "Sarhad"}),
    ("The neighbouring state of Marzan sent arms. Marzan denied it.", {"Marzan"}),
    ("The brigade is armed by the Marzan Republic.", {"Marzan Republic"}),
    ("The Marzan-backed militia fled. Marzan was silent.", {"Marzan"}),
    ("Parsistan's foreign ministry denied it. Parsistan is far away.", {"Parsistan"}),
    ("the army of bolivia has no part in it, said honduras. the united states agreed.",
     {"bolivia", "honduras", "united states"}),
]  # fmt: skip

NO_STATES = [
    "The Islamic State of Sorna and the Coast claimed the blast. Sorna is a town.",
    "The Marsh Guard's spokesman denied it. The RF's foreign minister did too.",
    "The Marzan Guard rejected the offer. The People's Republic was a dream.",
    "A state of emergency was declared. The foreign office of the party is shut.",
]


@pytest.mark.parametrize(("text", "names"), STATES)
def test_state_is_known_by_what_the_text_calls_it(text: str, names: set[str]) -> None:
    found = parse(text, load_model()).mentions
    assert {m.mention.name for m in found if m.role == "state"} == names


@pytest.mark.parametrize("text", NO_STATES)
def test_other_words_make_no_state(text: str) -> None:
    assert [m for m in parse(text, load_model()).mentions if m.role == "state"] == []
