"""A user's mapping file: which column of his table is which of ours, in TOML.

name = "Desk log"
[columns]
id = "Ref"
start = "Date"
place = "Town"
type = "What"
[types]
IED = "bombing"
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from secondsource.errors import LexiconError
from secondsource.records import EventType

COLUMNS = (
    "id",
    "type",
    "by",
    "by_status",
    "on",
    "place",
    "admin2",
    "admin1",
    "country",
    "latitude",
    "longitude",
    "precision",
    "start",
    "end",
    "killed",
    "killed_low",
    "killed_high",
    "injured",
    "abducted",
    "source",
    "origin",
    "claimed_by",
    "published",
)
"""Our names for the columns of an event record; docs/event-records.md says what each holds."""
DATA_SET = "data_set"
"""The column that may name the data set in a table that bears our own names."""
TRANSLATED = "type (by the mapping)"
"""The column that holds one of our event types for a word of the user's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowMapping:
    """`columns` leads from our name of a column to the user's, `types` from his words to our event types.

    `name` is that of his data set.
    """

    name: str
    columns: dict[str, str] = field(hash=False)
    types: dict[str, EventType] = field(hash=False)

    def fits(self, header: tuple[str, ...]) -> bool:
        """True of a table that has all the columns named."""
        return {c.casefold() for c in self.columns.values()} <= {h.strip().casefold() for h in header}

    def renamed(self, header: tuple[str, ...]) -> tuple[str, ...]:
        """The header with our names for the columns that are mapped; a column that only bears one of our names by
        chance is told apart."""
        ours = {theirs.casefold(): name for name, theirs in self.columns.items()}
        chance = {c: f"{c} (not mapped)" for c in COLUMNS}
        folded = [(h.strip(), h.strip().casefold()) for h in header]
        return tuple(ours.get(key) or chance.get(key, column) for column, key in folded)


def read_mapping(path: Path) -> RowMapping:
    """The mapping in a file. Raises LexiconError, naming what is wrong."""
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise LexiconError(
            str(path), f"can't be read: {(error.strerror or 'unknown error').lower()}.", ""
        ) from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(str(path), f"is no TOML: {error}.", _ADVICE) from None
    columns, types = told.get("columns"), told.get("types", {})
    if not isinstance(columns, dict) or not columns or not isinstance(types, dict):
        raise LexiconError(str(path), "has no table [columns].", _ADVICE)
    for name, theirs in columns.items():
        if name not in COLUMNS or not isinstance(theirs, str) or not theirs.strip():
            raise LexiconError(
                str(path), f'maps to "{name}", which is no column here.', f"There are {', '.join(COLUMNS)}."
            )
    if not {"type", "start"} <= columns.keys():
        raise LexiconError(
            str(path), "doesn't say which column holds the kind of event and which its day.", _ADVICE
        )
    return RowMapping(
        name=str(told.get("name") or path.stem),
        columns={n: c.strip() for n, c in columns.items()},
        types={
            str(word).casefold().strip(): _type(str(path), str(word), kind) for word, kind in types.items()
        },
    )


_ADVICE = 'Write, for example: [columns] id = "Ref", type = "What", start = "Date", place = "Town".'


def _type(path: str, word: str, kind: object) -> EventType:
    try:
        return EventType(str(kind).replace("_", " "))
    except ValueError:
        kinds = ", ".join(t.value for t in EventType)
        raise LexiconError(
            path, f'"{word}" is mapped to "{kind}", which is no kind of event.', f"There are {kinds}."
        ) from None
