"""Names of places in running text: persons, ways and peoples are told from places; spans quote the text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secondsource.resolve import Gazetteer
from secondsource.resolve.place_scan import NameUse, find_names, load_scan_words

FOUND = [
    ("Fighters left Mosul, crossed Iraq and went to Tikrit.", ["Mosul", "Iraq", "Tikrit"]),
    ("The Iraqi army entered Iraq's north.", ["Iraqi", "Iraq"]),
    ("KIRKUK, Iraq (NWS) -- Two men were held.", ["KIRKUK", "Iraq"]),
    ("A shop in Alexandria, La., burned down.", ["Alexandria", "La."]),
    ("The Kirkuk Police Department named nobody.", ["Kirkuk"]),
    ("Police in Walker County asked Ohio for help.", ["Walker County", "Ohio"]),
    ("An Israeli-Palestinian meeting was held in Deir ez-Zor.", ["Israeli", "Palestinian", "Deir ez-Zor"]),
    ("Nobody was hurt on Kirkuk Street.", []),
    ("The clerk, Tom Houston, left. Houston came back at night.", []),
    ("It may march in nice weather, reading of mobile phones.", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "names"), FOUND)
def test_names_of_places_are_found(gazetteer: Gazetteer, text: str, names: list[str]) -> None:
    assert [n.name for n in find_names(text, gazetteer)] == names


def test_a_peoples_name_is_typed_as_such(gazetteer: Gazetteer) -> None:
    uses = {n.name: n.use for n in find_names("Iraqi troops stayed in Syria.", gazetteer)}
    assert uses == {"Iraqi": NameUse.PEOPLE, "Syria": NameUse.PLACE}


def test_what_follows_a_comma_is_the_container(gazetteer: Gazetteer) -> None:
    first, *_ = find_names("They met in Tikrit, Iraq, on Monday.", gazetteer)
    assert (first.name, first.within) == ("Tikrit", "Iraq")


def test_a_name_told_for_a_place_is_one_wherever_it_stands_alone(gazetteer: Gazetteer) -> None:
    text = "Hangu market burned. In Hangu, fires in Hangu are rare. Tom Hangu saw it."
    assert [n.span.start for n in find_names(text, gazetteer)] == [0, 24, 40]


@pytest.mark.parametrize("section", sorted(load_scan_words()))
def test_each_list_of_scan_words_reads_its_example(gazetteer: Gazetteer, section: str) -> None:
    entry = load_scan_words()[section]
    assert "Mosul" in {n.name for n in find_names(entry["example"], gazetteer)}
    assert "Mosul" not in {n.name for n in find_names(entry["not"], gazetteer)}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet=st.sampled_from("Mosul Iraq, Ohio. -'’AIN\nU.S.x"), max_size=80))
def test_every_span_quotes_its_text_in_order(gazetteer: Gazetteer, text: str) -> None:
    found = find_names(text, gazetteer)
    assert all(text[n.span.start : n.span.end] == n.name for n in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
