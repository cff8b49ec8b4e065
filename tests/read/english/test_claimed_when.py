"""Days of deeds that are claimed: a month before the verb holds both, a day is the claiming's alone."""

from __future__ import annotations

import pytest

from secondsource.records import ByStatus
from tests.read.english.reading import events_in

CASES = [
    ("In April the Red Banner Front said in a video that it had shelled the army post near Alun.", "April"),
    ("In March, the Harbour Guard claimed responsibility for an attack on a depot in Alun.", "March"),
    ("The Harbour Guard said in June 2030 that its fighters had ambushed a convoy near Alun.", "June 2030"),
    (
        "On 3 May the Harbour Guard claimed responsibility for the shelling of a post in Alun in April.",
        "April",
    ),
    ("On 3 May the Harbour Guard claimed responsibility for the shelling of a post in Alun.", None),
    ("On Friday the Red Banner Front said that it had shelled the army post near Alun.", None),
]


@pytest.mark.parametrize(("text", "words"), CASES)
def test_deed_takes_a_month_before_the_verb_and_never_a_day(text: str, words: str | None) -> None:
    events = [event for _, event in events_in(text)]
    [claim] = [e for e in events if any(p.status is ByStatus.CLAIMED for p in e.by)]
    assert (claim.when.words if claim.when else None) == words
