"""Countries with their centres, demonyms and other names (`countries.csv`, whose head names the sources)."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from secondsource.errors import LexiconError
from secondsource.resolve.transliteration import fold_name

_PATH = Path(__file__).with_name("countries.csv")
_COLUMNS = ["code", "name", "latitude", "longitude", "demonyms", "other_names", "capital"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """One country or territory of ISO 3166-1 (and Kosovo); degrees WGS 84."""

    code: str
    name: str
    latitude: float
    longitude: float
    demonyms: tuple[str, ...]
    other_names: tuple[str, ...]
    capital: str | None


@cache
def load_countries() -> tuple[Country, ...]:
    """All countries by code. Raises LexiconError with file and line if the table breaks its format."""
    countries = []
    for line, row in read_table(_PATH, _COLUMNS):
        try:
            latitude, longitude = float(row["latitude"]), float(row["longitude"])
        except ValueError as error:
            raise LexiconError(f"{_PATH.name}, line {line}", str(error), "Write degrees as 33.5.") from error
        countries.append(
            Country(
                code=row["code"],
                name=row["name"],
                latitude=latitude,
                longitude=longitude,
                demonyms=several(row["demonyms"]),
                other_names=several(row["other_names"]),
                capital=row["capital"] or None,
            )
        )
    return tuple(sorted(countries, key=lambda c: c.code))


@cache
def countries_by_name() -> dict[str, Country]:
    """Folded names (not demonyms) to countries. "Georgia" and "Jordan" too: who asks must weigh the rest."""
    return {fold_name(n): c for c in load_countries() for n in (c.name, *c.other_names)}


@cache
def countries_by_demonym() -> dict[str, Country]:
    """Folded demonyms, singular and plural, to countries; those that two countries share are left out."""
    found: dict[str, set[str]] = {}
    codes = {c.code: c for c in load_countries()}
    for country in codes.values():
        for demonym in country.demonyms:
            for form in (demonym, f"{demonym}s"):
                found.setdefault(fold_name(form), set()).add(country.code)
    return {form: codes[min(of)] for form, of in found.items() if len(of) == 1}


def is_country(name: str) -> bool:
    """True for a country's name or demonym and nothing more."""
    folded = fold_name(name)
    return folded in countries_by_name() or folded in countries_by_demonym()


def several(cell: str) -> tuple[str, ...]:
    """The values of a cell parted by semicolons."""
    return tuple(v.strip() for v in cell.split(";") if v.strip())


def read_table(path: Path, columns: list[str]) -> list[tuple[int, dict[str, str]]]:
    """Line number and cells of a CSV table with comment lines ("#") before its head; cells are never None.

    Raises LexiconError naming file and line.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(
            str(path), f"can't be read as UTF-8 text ({error}).", "Save it as CSV in UTF-8."
        ) from error
    comments = next((n for n, text in enumerate(lines) if not text.startswith("#")), len(lines))
    reader = csv.DictReader(lines[comments:], strict=True)
    missing = [c for c in columns if c not in (reader.fieldnames or [])]
    if missing:
        raise LexiconError(
            f"{path.name}, line {comments + 1}",
            f"lacks the columns {', '.join(missing)}.",
            f"The first row must hold {','.join(columns)}.",
        )
    rows = []
    try:
        for row in reader:
            line = reader.line_num + comments
            if None in row or None in row.values():
                raise LexiconError(
                    f"{path.name}, line {line}", "has more or fewer cells than the first row.", None
                )
            rows.append((line, {k: v.strip() for k, v in row.items()}))
    except csv.Error as error:
        raise LexiconError(
            f"{path.name}, line {reader.reader.line_num + comments}", str(error), None
        ) from error
    return rows
