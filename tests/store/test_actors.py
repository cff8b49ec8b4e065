"""The user's list of actors: kept, corrected by a later row, never changed."""

from __future__ import annotations

from hypothesis import given, settings

from secondsource.records import KnownActor
from secondsource.store import Case, rows
from tests.store.examples import make_known_actor
from tests.strategies import records_of


def test_actors_come_back_in_order_of_keys(case: Case) -> None:
    reeds, banner = make_known_actor("Red Reeds", "القصب"), make_known_actor("Banner")
    assert case.add_known_actors([reeds, banner]) == 2
    assert case.known_actors() == (banner, reeds)


def test_actors_twice_add_nothing(case: Case) -> None:
    case.add_known_actors([make_known_actor("Banner")])
    before = case.inputs_digest()
    assert case.add_known_actors([make_known_actor("Banner"), make_known_actor("Banner")]) == 0
    assert case.inputs_digest() == before


def test_a_later_entry_of_an_actor_takes_its_place(case: Case) -> None:
    case.add_known_actors([make_known_actor("Banner")])
    before = case.inputs_digest()
    assert case.add_known_actors([make_known_actor("Banner", "Flag")]) == 1
    assert case.known_actors() == (make_known_actor("Banner", "Flag"),)
    assert case.inputs_digest() != before


@settings(max_examples=40, deadline=None)
@given(actor=records_of(KnownActor))
def test_any_actor_is_the_same_after_row_and_back(actor: KnownActor) -> None:
    assert rows.from_json(KnownActor, rows.known_actor_row(actor)["record"]) == actor
