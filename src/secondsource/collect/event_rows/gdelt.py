"""GDELT's two tables put together: each event with the outlets that its mentions name, one line an outlet."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from secondsource.collect.event_rows.table import Row, rows

_EVENTS, _MENTIONS = "export", "mentions"
_MOST_OUTLETS = 200
MENTION = "mention"
"""The column's name of a mention: outlet, address, day of the mention, confidence in percent."""

Mentions = dict[str, dict[str, str]]
"""By event id and outlet the words of the first mention."""


def beside(path: str, *, of: str) -> Path | None:
    """The file of mentions (`of="mentions"`) or events ("export") that lies beside a file of the other, by name:
    20150218230000.export.CSV and 20150218230000.mentions.CSV. None where there is none."""
    file, other = Path(path), _MENTIONS if of == _EVENTS else _EVENTS
    name = re.sub(other, of, file.name, count=1, flags=re.IGNORECASE)
    found = file.with_name(name)
    return found if name != file.name and found.is_file() else None


def mentions_of(file: Path, wanted: Iterable[str], columns: tuple[str, ...]) -> Mentions:
    """The mentions of these events in a file, the first of each outlet."""
    ids = frozenset(wanted)
    event, outlet, address, day, confidence = (
        columns.index(c)
        for c in ("GLOBALEVENTID", "MentionSourceName", "MentionIdentifier", "MentionTimeDate", "Confidence")
    )
    found: Mentions = {}
    with file.open("rb") as stream:
        for row in rows(stream):
            if not isinstance(row, Row) or len(row.cells) != len(columns) or row.cells[event] not in ids:
                continue
            cells = row.cells
            outlets = found.setdefault(cells[event], {})
            if cells[outlet].strip() and len(outlets) < _MOST_OUTLETS:
                words = (cells[outlet], cells[address], cells[day][:8], cells[confidence])
                outlets.setdefault(cells[outlet], " ".join(w.replace(" ", "%20") for w in words))
    return found
