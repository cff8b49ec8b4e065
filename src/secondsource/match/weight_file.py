"""Files of weights, as data that a user may change: read with errors that name the file and the entry."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from secondsource.errors import LexiconError


def read_weight_file(path: Path, form: int, entries: Iterable[str], others: Iterable[str]) -> dict[str, Any]:
    """The tables of a TOML file of that format, which may hold `entries` and `others`; else LexiconError."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(
            str(path), f"can't be read as TOML ({error}).", "Mend it or restore the shipped file."
        ) from error
    if data.get("format") != form:
        raise LexiconError(
            str(path), f"format is {data.get('format')!r}, and {form} is known.", f"Write format = {form}."
        )
    known = tuple(entries)
    unknown = set(data) - {*known, *others, "format"}
    if unknown:
        raise LexiconError(str(path), f"unknown entry [{min(unknown)}].", f"Known: {', '.join(known)}.")
    return data


def number(path: Path, name: str, value: object) -> float:
    """The value as a number; LexiconError where it is none."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise LexiconError(str(path), f"{name} is {value!r}, not a number.", "Write a number.")
    return float(value)
