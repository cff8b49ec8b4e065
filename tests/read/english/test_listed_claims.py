"""Claims for several deeds: each is an event of its own, with its own day, place and target."""

from __future__ import annotations

import pytest

from secondsource.records import ByStatus
from tests.read.english.reading import events_in

Row = tuple[str | None, str | None]

LISTS: list[tuple[str, set[Row]]] = [
    (
        "The Marsh Army has claimed responsibility for the bomb blasts at the Orr depot on June 24, "
        "Velsk Pump at Tarn Gate on June 5 and at the house of a trader in Dorn on June 7.",
        {(None, "June 24"), ("Tarn Gate", "June 5"), ("Dorn", "June 7")},
    ),
    (
        "The Marsh Army claimed attacks on a police van in Velsk on 3 May, a bridge at Tarn on 5 May "
        "and a fort in Dorn on 9 May.",
        {("Velsk", "3 May"), ("Tarn", "5 May"), ("Dorn", "9 May")},
    ),
    (
        "The Marsh Army said it was behind a roadside bomb near Velsk on 3 May, a second in Tarn on 9 May "
        "and the shelling of a post in Dorn on 12 May.",
        {("Velsk", "3 May"), ("Tarn", "9 May"), ("Dorn", "12 May")},
    ),
    (
        "The Salt Front attributed to itself the raid on a camp near Orr on 2 February; "
        "the burning of two lorries; and the killing of a judge in Dorn on 7 March.",
        {("Orr", "2 February"), (None, None), ("Dorn", "7 March")},
    ),
    (
        "The Salt Front admitted firing mortars at a guard post on 14 April and again on 16 April.",
        {(None, "14 April"), (None, "16 April")},
    ),
    (
        "A judge was kidnapped on 3 May in Orr. His deputy was shot dead on 5 May in Tarn. "
        "The Salt Front claimed credit at the time for these two actions.",
        {("Orr", "3 May"), ("Tarn", "5 May")},
    ),
]

ONE_DEED: list[tuple[str, set[Row]]] = [
    (
        "The Salt Front claimed the attack on 3 May that killed a judge who had been appointed on 4 June.",
        {(None, "3 May")},
    ),
    ("The Salt Front claimed the shelling of the base between 3 May and 9 May.", {(None, "3 May")}),
    (
        "The Salt Front claimed the ambush in Orr on 3 May in a letter that reached a paper on 5 May.",
        {("Orr", "3 May")},
    ),
]


@pytest.mark.parametrize(("text", "rows"), [*LISTS, *ONE_DEED])
def test_each_claimed_deed_has_its_own_place_and_day(text: str, rows: set[Row]) -> None:
    claims = [e for _, e in events_in(text) if any(p.status is ByStatus.CLAIMED for p in e.by)]
    assert {(e.place and e.place.name, e.when and e.when.words) for e in claims} == rows
    assert len(claims) == len(rows)


def test_total_before_a_list_has_no_place_of_its_own() -> None:
    text = (
        "The Salt Front claims three operations: the mortaring of Orr base on 3 May; "
        "the burning of a bus at Tarn; and an ambush on a patrol near Velsk."
    )
    claims = [e for _, e in events_in(text) if any(p.status is ByStatus.CLAIMED for p in e.by)]
    assert len(claims) == 4
    (total,) = [e for e in claims if not e.on]
    assert total.place is None
    assert total.when is None
