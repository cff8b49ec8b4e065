"""The gazetteer's index: built whole, opened fast, sent between processes; the user's places from CSV."""

from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from secondsource.errors import LexiconError
from secondsource.records import PlaceKind
from secondsource.resolve import Gazetteer, PlaceEntry, open_gazetteer
from secondsource.resolve.gazetteer_index import index_name
from secondsource.resolve.place_csv import COLUMNS, read_place_csv

HEAD = ",".join(COLUMNS) + "\n"


def test_the_index_is_small(index_folder: Path, gazetteer: Gazetteer) -> None:
    assert 10e6 < (index_folder / index_name()).stat().st_size < 150e6


def test_nothing_but_the_index_is_left_in_the_folder(index_folder: Path, gazetteer: Gazetteer) -> None:
    assert [p.name for p in index_folder.iterdir() if p.name.startswith(".gazetteer")] == []


def test_a_gazetteer_travels_to_another_process(gazetteer: Gazetteer) -> None:
    again = pickle.loads(pickle.dumps(gazetteer))
    assert again.find("Mosul") == gazetteer.find("Mosul") != ()


def test_a_broken_index_is_built_again(
    tmp_path: Path, gazetteer: Gazetteer, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / index_name()
    broken.write_bytes(b"SQLite format 3\x00" + b"\xff" * 200)
    good = gazetteer._path.read_bytes()
    monkeypatch.setattr("secondsource.resolve.gazetteer.build_index", lambda path: path.write_bytes(good))
    assert open_gazetteer(tmp_path).find("Mosul") == gazetteer.find("Mosul")


RACE = """
import sys
from pathlib import Path
import secondsource.resolve.gazetteer_index as index
from secondsource.records import Place, PlaceKind
from secondsource.resolve.gazetteer_sources import PackagedPlace
place = Place(id="own:1", name="Reedton", kind=PlaceKind.TOWN, country="XA", admin1=None, latitude=1.0, longitude=2.0)
index.packaged_places = lambda: iter([PackagedPlace(place=place, main_names=("Reedton",))])
for _ in range(20):
    index.build_index(Path(sys.argv[1]) / "x.sqlite")
from secondsource.resolve import Gazetteer
print(Gazetteer(Path(sys.argv[1]) / "x.sqlite").find("Reedton")[0].place.name)
"""


def test_two_processes_may_build_at_once(tmp_path: Path) -> None:
    running = [
        subprocess.Popen([sys.executable, "-c", RACE, str(tmp_path)], stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    assert [p.communicate()[0].strip() for p in running] == ["Reedton", "Reedton"]
    assert [p.name for p in tmp_path.iterdir()] == ["x.sqlite"]


def test_a_users_places_are_read(tmp_path: Path) -> None:
    path = tmp_path / "places.csv"
    path.write_text(
        HEAD + "Sorna,town,xa,Meresh,-12.32,78.37,38000,Sorneh;سورنا\nFar base,base,,,,,,\n", encoding="utf-8"
    )
    sorna, base = read_place_csv(path)
    assert sorna.other_names == ("Sorneh", "سورنا")
    place = sorna.place
    assert (place.name, place.kind, place.country, place.admin1) == ("Sorna", PlaceKind.TOWN, "XA", "Meresh")
    assert (place.latitude, place.longitude, place.population) == (-12.32, 78.37, 38000)
    assert (base.place.country, base.place.latitude) == (None, None)
    assert PlaceEntry.from_stored(sorna.stored()) == sorna
    assert read_place_csv(path) == (sorna, base)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("name,kind\nX,town\n", "places.csv, line 1: lacks the columns country"),
        (HEAD + ",town,,,,,,\n", "places.csv, line 2: has no name"),
        (HEAD + "X,city,,,,,,\n", "places.csv, line 2: kind 'city' is none."),
        (HEAD + "X,town,Iraq,,,,,\n", "places.csv, line 2: country 'Iraq' is no two-letter code."),
        (HEAD + "X,town,,,95,10,,\n", "places.csv, line 2: latitude '95' lies off the globe."),
        (HEAD + "X,town,,,5,nan,,\n", "places.csv, line 2: longitude 'nan' lies off the globe."),
        (HEAD + "X,town,,,5,,,\n", "places.csv, line 2: has one coordinate without the other."),
        (HEAD + "X,town,,,,,many,\n", "places.csv, line 2: population 'many' is no whole number."),
        (HEAD + 'X,town,,,,,,\n"Y,town\n', "places.csv, line 3"),
        ("", "places.csv, line 1: lacks the columns"),
    ],
)
def test_a_broken_file_is_refused_with_file_and_line(tmp_path: Path, rows: str, said: str) -> None:
    path = tmp_path / "places.csv"
    path.write_text(rows, encoding="utf-8")
    with pytest.raises(LexiconError) as raised:
        read_place_csv(path)
    assert str(raised.value).startswith(said)


def test_a_file_in_another_encoding_or_missing_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "places.csv"
    path.write_bytes(HEAD.encode() + b"Al-Q\xe2im,town,,,,,,\n")
    with pytest.raises(LexiconError, match="UTF-8"):
        read_place_csv(path)
    with pytest.raises(LexiconError):
        read_place_csv(tmp_path / "none.csv")
