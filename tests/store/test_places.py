"""The user's gazetteer rows: kept, corrected by a later row, never changed."""

from __future__ import annotations

from hypothesis import given, settings

from secondsource.records import Place
from secondsource.store import Case, rows
from tests.store.examples import make_place
from tests.strategies import WORDS, records_of


def test_places_come_back_with_their_names_in_order_of_ids(case: Case) -> None:
    sorna, alun = (make_place("Sorna"), ("Surna", "سرنا")), (make_place("Alun"), ())
    assert case.add_places([sorna, alun]) == 2
    assert case.places() == (alun, sorna)


def test_places_twice_add_nothing(case: Case) -> None:
    entry = (make_place(), ("Surna",))
    case.add_places([entry])
    before = case.inputs_digest()
    assert case.add_places([entry, entry]) == 0
    assert case.inputs_digest() == before


def test_a_later_entry_of_a_place_takes_its_place(case: Case) -> None:
    case.add_places([(make_place(latitude=33.5), ())])
    before = case.inputs_digest()
    moved = make_place(latitude=34.0)
    assert case.add_places([(moved, ("Surna",))]) == 1
    assert case.places() == ((moved, ("Surna",)),)
    assert case.inputs_digest() != before


@settings(max_examples=40, deadline=None)
@given(place=records_of(Place), name=WORDS)
def test_any_place_is_the_same_after_row_and_back(place: Place, name: str) -> None:
    assert rows.place_from(rows.place_row(place, (name,))) == (place, (name,))
