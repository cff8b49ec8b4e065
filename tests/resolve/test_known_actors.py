"""The starter list: found by any name, never by a shared one; its tables are checked."""

from __future__ import annotations

from pathlib import Path

import pytest

from secondsource.errors import LexiconError
from secondsource.records import ActorKind
from secondsource.resolve.countries import load_countries
from secondsource.resolve.known_actors import KnownActors, read_known_actors, state_actor

FOUND = [
    ("ISIS", "known:islamic state"),
    ("Daesh", "known:islamic state"),
    ("the Islamic State (ISIS)", "known:islamic state"),
    ("داعش", "known:islamic state"),
    ("Islamic State West Africa", "known:islamic state west africa province"),
    ("Hashd al-Shabi", "known:popular mobilization forces"),
    ("AAH", "known:asaib ahl al haq"),
    ("League of the Righteous", "known:asaib ahl al haq"),
    ("Houthi rebels", "known:ansar allah"),
    ("IRGC Quds Force", "known:quds force"),
    ("IRGC", "known:islamic revolutionary guard corps"),
    ("Pakistani Taliban", "known:tehrik i taliban pakistan"),
    ("Iran", "state:IR"),
    ("Iranian Regime", "state:IR"),
    ("Iran’s new regime", "state:IR"),
    ("Government of Iraq", "state:IQ"),
    ("Americans", "state:US"),
    ("U.S.", "state:US"),
    ("US forces", "forces:US"),
    ("American troops", "forces:US"),
    ("British forces", "forces:GB"),
    ("IDF", "forces:IL"),
    ("Israeli troops", "forces:IL"),
]


@pytest.mark.parametrize(("name", "key"), FOUND)
def test_a_known_actor_is_found_by_any_of_its_names(known: KnownActors, name: str, key: str) -> None:
    found = known.find(name)
    assert found is not None
    assert found.key == key


@pytest.mark.parametrize(
    "name",
    [
        "us",
        "an Iraqi",
        "Iraqi",
        "the Army",
        "Iraqi police",
        "AFP",
        "Ansar al-Sharia",
        "Tehran",
        "Iranian-backed militias",
        "",
    ],
)
def test_what_several_or_none_bear_is_nobody(known: KnownActors, name: str) -> None:
    assert known.find(name) is None


def test_a_capital_is_its_state_only_where_the_text_means_a_state() -> None:
    found = state_actor("Tehran", ActorKind.STATE)
    assert found is not None
    assert found.key == "state:IR"
    assert state_actor("Tehran", ActorKind.GROUP) is None


def test_the_list_is_as_large_as_promised_and_finds_every_actor_of_its_own(known: KnownActors) -> None:
    assert len(known.actors) >= 1000
    lost = [a.name for a in known.actors if (f := known.find(a.name, a.kind)) is None or f.key != a.key]
    assert lost == []


def test_every_country_lies_on_the_globe_under_its_own_code() -> None:
    countries = load_countries()
    assert len({c.code for c in countries}) == len(countries) == 250
    assert all(-90 <= c.latitude <= 90 and -180 <= c.longitude <= 180 for c in countries)


HEAD = "name,kind,country,names,acronyms,from,to,wikidata\n"


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("name,kind\nX,group\n", "mine.csv, line 1: lacks the columns country"),
        (HEAD + ",group,,,,,,\n", "mine.csv, line 2: has no name"),
        (HEAD + "X,gang,,,,,,\n", "mine.csv, line 2: kind 'gang' is none"),
        (HEAD + "X,group,ZZ,,,,,\n", "mine.csv, line 2: country 'ZZ'"),
        (HEAD + "X,group,,,,89,,\n", "mine.csv, line 2: '89' is no year"),
        (HEAD + "X,group,,,,,,\nX,group,,,,,,\n", "mine.csv, line 3: 'X' stands in the list twice"),
        (HEAD + "X,group\n", "mine.csv, line 2: has more or fewer cells"),
    ],
)
def test_a_broken_list_is_refused_with_file_and_line(tmp_path: Path, rows: str, said: str) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(rows, encoding="utf-8")
    with pytest.raises(LexiconError) as raised:
        read_known_actors(path)
    assert str(raised.value).startswith(said)


def test_a_users_list_is_read_like_ours(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(
        "# mine\n" + HEAD + "Red Reed League,group,,League of Reeds,RRL,1999,,\n", encoding="utf-8"
    )
    found = read_known_actors(path).find("League of Reeds")
    assert found is not None
    assert (found.name, found.from_year, found.acronyms) == ("Red Reed League", 1999, ("RRL",))
