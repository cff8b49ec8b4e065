"""Where and when: names of places and words of days, with what they lie in or are counted from."""

from __future__ import annotations

import pytest

from secondsource.records import PlaceRelation
from tests.read.english.reading import events_in

PLACES = [
    ("Rebels attacked a convoy in Velsk.", "Velsk", PlaceRelation.IN),
    ("Rebels attacked a convoy near Velsk.", "Velsk", PlaceRelation.NEAR),
    ("Rebels ambushed a patrol in Kandor area of Velsk District.", "Kandor area", PlaceRelation.IN),
    ("A bomb exploded at Dorn village in the hills.", "Dorn village", PlaceRelation.IN),
    ("A bomb exploded in Kandor al-Din province.", "Kandor al-Din province", PlaceRelation.IN),
    ("Rebels attacked a convoy on the Velsk-Dorn road.", "Velsk-Dorn road", PlaceRelation.IN),
    ("Rebels attacked a patrol at Dorn base near Velsk.", "Dorn base", PlaceRelation.IN),
]

NO_PLACE = [
    "Rebels attacked US forces.",
    "The French ambassador was killed by a sniper.",
    "The Velsk Brigade attacked a convoy.",
]

TIMES = [
    ("Rebels attacked a convoy on 3 March 2021.", "3 March 2021"),
    ("Rebels attacked a convoy on March 3.", "March 3"),
    ("Rebels attacked a convoy on Tuesday.", "Tuesday"),
    ("Rebels attacked a convoy last night.", "last night"),
    ("Rebels attacked a convoy two days ago.", "two days ago"),
    ("Rebels have attacked convoys since August 2019.", "since August 2019"),
    ("Rebels attacked a convoy between 3 and 5 May 2020.", "3 and 5 May 2020"),
    ("Rebels attacked a convoy in mid-May.", "mid-May"),
]

NO_TIME = [
    "Rebels may attack, but on that they did not: they killed 3 guards.",
    "Rebels killed a guard, 34, in the march.",
    "Rebels attacked 12 posts.",
]


@pytest.mark.parametrize(("text", "name", "relation"), PLACES)
def test_place_is_the_narrowest_named(text: str, name: str, relation: PlaceRelation) -> None:
    places = [e.place for _, e in events_in(text) if e.place]
    assert [(p.name, p.relation) for p in places] == [(name, relation)]


@pytest.mark.parametrize("text", NO_PLACE)
def test_sides_and_peoples_are_no_places(text: str) -> None:
    assert [e.place.name for _, e in events_in(text) if e.place] == []


@pytest.mark.parametrize(("text", "words"), TIMES)
def test_day_is_the_words_of_the_text(text: str, words: str) -> None:
    assert [e.when.words for _, e in events_in(text) if e.when] == [words]


@pytest.mark.parametrize("text", NO_TIME)
def test_other_numbers_are_no_day(text: str) -> None:
    assert [e.when.words for _, e in events_in(text) if e.when] == []


def test_containers_of_a_place_are_kept() -> None:
    ((_, event),) = events_in("Rebels ambushed a patrol in Kandor area of Velsk District.")
    assert event.place is not None
    assert event.place.within == ("Velsk District",)


def test_the_town_beside_a_base_is_kept_with_it() -> None:
    ((_, event),) = events_in("Rebels attacked a patrol at Dorn base near Velsk.")
    assert event.place is not None
    assert event.place.within == ("Velsk",)


def test_day_beside_said_dates_the_saying() -> None:
    text = "Rebels attacked a convoy on 2 March, officials said on 4 March."
    assert [e.when.words for _, e in events_in(text) if e.when] == ["2 March"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Herald withdraws its report of 3 March 2021 that rockets struck the depot in Velsk.", []),
        ("In a story on 3 March the Herald reported that rockets had struck the depot in Velsk.", []),
        ("The Herald retracted its March 3 report of an attack on the depot on March 2.", ["March 2"]),
        ("Police confirmed the report of 3 March's attack on a convoy.", ["3 March"]),
    ],
)
def test_day_of_a_report_is_no_day_of_the_deed(text: str, words: list[str]) -> None:
    assert [e.when.words for _, e in events_in(text) if e.when] == words


def test_day_counted_from_another_keeps_that_one_as_anchor() -> None:
    text = "Rebels attacked a convoy on 2 March 2021. The following day soldiers shelled a village."
    whens = [e.when for _, e in events_in(text) if e.when]
    assert [(w.words, w.anchor) for w in whens][-1] == ("The following day", "2 March 2021")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Harbour Guard attacked the depot in June 2030.", "June 2030"),
        ("The Harbour Guard attacked the depot in June, 2030.", "June, 2030"),
        ("The Harbour Guard attacked the depot in June.", "June"),
        ("The Harbour Guard has attacked the depot since June 5.", "since June 5"),
        ("The Harbour Guard attacked the depot on June 5, 2030.", "June 5, 2030"),
        ("The Harbour Guard attacked the depot in early June 2030.", "early June 2030"),
    ],
)
def test_a_month_keeps_its_year_and_its_day(text: str, words: str) -> None:
    [event] = [e for _, e in events_in(text)]
    assert event.when
    assert event.when.words == words
