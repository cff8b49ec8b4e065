"""Who told of an event, as the columns name them: holders with their kind, by the lists in `words/holders.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from secondsource.read.records.actors import folded
from secondsource.read.records.columns import Cell, Row
from secondsource.records import Holder, HolderKind

_FILE = Path(__file__).with_name("words") / "holders.toml"
_MEDIA = frozenset({HolderKind.MEDIA, HolderKind.AGENCY})
# What stands around a name: "According to ...", "Source: ...", quotation marks, a full stop at the end.
_BEFORE = re.compile(r"^(?:according to |source: ?|[\"'“”‘]+)+", re.IGNORECASE)
_AFTER = re.compile(r"[\"'“”’.,]+$")
_INITIALS = re.compile(r"(?:^|[ .])[A-Z]\.$")


@dataclass(frozen=True, slots=True, kw_only=True)
class HolderWords:
    """The lists of the file: names of agencies, and for each kind the words that show it, first come first."""

    agencies: frozenset[str]
    kinds: tuple[tuple[HolderKind, re.Pattern[str]], ...]


def data_set(row: Row) -> Holder:
    """The data set itself, the outermost holder of all it tells."""
    return Holder(name=row.key.name, kind=HolderKind.DATA_SET, span=row.name_span)


def outlet(cell: Cell) -> Holder:
    """Who published it: an agency, an official body by its name, else media."""
    kind = kind_of(cell.words)
    return Holder(name=cell.words, kind=kind if kind in _MEDIA else HolderKind.MEDIA, span=cell.span)


def teller(cell: Cell, groups: Iterable[str] = ()) -> Holder:
    """Who told it; `groups` are the folded names of the row's armed groups, which may speak themselves."""
    name = folded(cell.words)
    is_group = any(g == name or (len(g) > 3 and g in name) for g in groups)
    return Holder(name=cell.words, kind=HolderKind.GROUP if is_group else kind_of(cell.words), span=cell.span)


def bare(cell: Cell) -> Cell:
    """The cell without what stands around a name.

    >>> bare(Cell('According to the mayor.', 5))
    Cell(words='the mayor', start=18)
    """
    start = match.end() if (match := _BEFORE.match(cell.words)) else 0
    end = len(cell.words)
    if (match := _AFTER.search(cell.words)) and not _INITIALS.search(cell.words[: match.start() + 1]):
        end = match.start()
    return cell.part(start, end) if start < end else cell


@cache
def kind_of(name: str) -> HolderKind:
    """The kind that the words of a name show; a name that shows none is a medium, lower-case words nobody's name.

    >>> [kind_of(n).value for n in ("Reuters News", "police", "Sorna Herald", "aid workers")]
    ['agency', 'official', 'media', 'unnamed']
    """
    words = _load()
    if " ".join(name.lower().split()) in words.agencies:
        return HolderKind.AGENCY
    for kind, pattern in words.kinds:
        if pattern.search(name):
            return kind
    return HolderKind.UNNAMED if name.islower() and name.isascii() and " " in name else HolderKind.MEDIA


@cache
def _load() -> HolderWords:
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return HolderWords(
        agencies=frozenset(data["agencies"]),
        kinds=tuple(
            (
                HolderKind(k["kind"]),
                re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, k['words']))})(?!\w)", re.I),
            )
            for k in data["kind"]
        ),
    )
