"""A user's places from a country dump of GeoNames: settlements, divisions, airports and bases.

Format: the readme of download.geonames.org/export/dump, "The main 'geoname' table": 19 columns parted by tabs,
UTF-8, no head. Terms of the dumps: CC BY 4.0.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from secondsource.errors import LexiconError
from secondsource.records import Place, PlaceKind
from secondsource.resolve.gazetteer import PlaceEntry
from secondsource.resolve.place_coordinates import read_point

MOST_PLACES = 200_000
_COLUMNS = 19
_LONGEST_NAME = 200
# Feature codes; of class P (settlements) all but those that are gone.
_KINDS = {
    "ADM1": PlaceKind.PROVINCE,
    "ADM2": PlaceKind.DISTRICT,
    "ADM3": PlaceKind.DISTRICT,
    "AIRP": PlaceKind.AIRPORT,
    "AIRF": PlaceKind.AIRPORT,
    "AIRB": PlaceKind.BASE,
    "MILB": PlaceKind.BASE,
    "INSM": PlaceKind.BASE,
    "NVB": PlaceKind.BASE,
    "FT": PlaceKind.BASE,
}
_GONE = frozenset({"PPLCH", "PPLH", "PPLQ", "PPLW"})


def is_geonames_dump(first_line: str) -> bool:
    """True for the first line of a dump: an id and 18 more cells parted by tabs."""
    cells = first_line.rstrip("\r\n").split("\t")
    return len(cells) == _COLUMNS and cells[0].isdigit()


def read_geonames(path: Path) -> tuple[PlaceEntry, ...]:
    """The dump's places, in its order; rivers, hills, buildings and vanished places are passed over.

    Raises LexiconError with file and line, and for a dump of more than 200,000 places.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="\n") as lines:
            rows = list(_kept(path.name, lines))
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(
            str(path), f"can't be read as UTF-8 text ({error}).", "Unpack it if it is a zip file."
        ) from error
    divisions = {(c[8], c[10]): c[1] for _, c, kind in rows if kind is PlaceKind.PROVINCE}
    return tuple(
        _entry(f"{path.name}, line {line}", c, kind, divisions.get((c[8], c[10]))) for line, c, kind in rows
    )


def _kept(name: str, lines: Iterable[str]) -> Iterator[tuple[int, list[str], PlaceKind]]:
    kept = 0
    for line, text in enumerate(lines, start=1):
        cells = text.rstrip("\r\n").split("\t")
        if len(cells) != _COLUMNS or not cells[0].isdigit():
            raise LexiconError(
                f"{name}, line {line}", "is no row of a GeoNames dump.", "It has 19 cells parted by tabs."
            )
        kind = _KINDS.get(cells[7])
        if cells[6] == "P" and cells[7] not in _GONE:
            kind = PlaceKind.TOWN
        if kind is None or not cells[1] or len(cells[1]) > _LONGEST_NAME:
            continue
        kept += 1
        if kept > MOST_PLACES:
            raise LexiconError(
                name, f"has more than {MOST_PLACES:,} places.", "Take the dump of one country, or a part."
            )
        yield line, cells, kind


def _entry(where: str, cells: list[str], kind: PlaceKind, division: str | None) -> PlaceEntry:
    latitude, longitude = read_point(where, cells[4], cells[5])
    others = {cells[2], *cells[3].split(",")} - {"", cells[1]}
    return PlaceEntry(
        place=Place(
            id=f"geonames:{cells[0]}",
            name=cells[1],
            kind=kind,
            country=cells[8] or None,
            admin1=division,
            latitude=latitude,
            longitude=longitude,
            population=int(cells[14]) if cells[14].isdigit() and int(cells[14]) else None,
        ),
        other_names=tuple(sorted(n for n in others if len(n) <= _LONGEST_NAME)),
    )
