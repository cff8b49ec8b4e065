"""Who told of an event, as the columns name them: holders with their kind, by the lists in `words/holders.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from secondsource.read.records.actors import folded
from secondsource.read.records.columns import Cell, Row
from secondsource.records import Holder, HolderKind

_FILE = Path(__file__).with_name("words") / "holders.toml"
# Their names may hold that of a group whose voice they aren't.
_OTHERS = frozenset({HolderKind.MEDIA, HolderKind.AGENCY, HolderKind.WITNESS})
# A shorter name within others' words is chance: "IS" in "district".
_TELLING = 4
_FEW = 4
# What stands around a name: "According to ...", "Source: ...", quotation marks, a full stop at the end.
_BEFORE = re.compile(r"(?:according to |source: ?)?", re.IGNORECASE)
_QUOTES = "\"'“”‘’"
_WORD = re.compile(r"[^\s():,]+")
_POSSESSIVE = re.compile(r"['’]s?$")
_INITIAL = re.compile(r"(?:^|[ .])\w\.$")


@dataclass(frozen=True, slots=True, kw_only=True)
class HolderWords:
    """The lists of the file: names of agencies and platforms, bodies that publish, each kind's words, first come
    first, and words that stand beside the name of a group that speaks itself."""

    agencies: frozenset[str]
    platforms: frozenset[str]
    bodies: re.Pattern[str]
    kinds: tuple[tuple[HolderKind, re.Pattern[str]], ...]
    voices: frozenset[str]


def data_set(row: Row) -> Holder:
    """The data set itself, the outermost holder of all it tells."""
    return Holder(name=row.key.name, kind=HolderKind.DATA_SET, span=row.name_span)


def outlets_in(cells: Iterable[Cell], groups: Collection[str] = ()) -> list[Holder]:
    """Who published it, by cell; an armed group's own channel is the group, whose folded name is among `groups`.

    Platforms are left out, since they name nobody: anyone may have posted there, the claimant too.
    """
    named = [c for c in cells if folded(c.words) not in _load().platforms]
    return [_group(s) if (s := _speaker(c, groups)) else outlet(c) for c in named]


def _group(cell: Cell) -> Holder:
    return Holder(name=cell.words, kind=HolderKind.GROUP, span=cell.span)


def outlet(cell: Cell) -> Holder:
    """Who published it: an agency or an official body by its name, nobody who is named, else a medium."""
    kind = kind_of(cell.words)
    is_body = kind is HolderKind.OFFICIAL and _load().bodies.search(cell.words)
    is_told = is_body or kind in (HolderKind.AGENCY, HolderKind.UNNAMED)
    return Holder(name=cell.words, kind=kind if is_told else HolderKind.MEDIA, span=cell.span)


def teller(cell: Cell, groups: Collection[str] = ()) -> Holder:
    """Who told it; `groups` are the folded names of the row's armed groups, which may speak themselves.

    A group's spokesman, statement or sources are the group.
    """
    if speaker := _speaker(cell, groups):
        return _group(speaker)
    name, kind = folded(cell.words), kind_of(cell.words)
    if kind not in _OTHERS and any(len(g) >= _TELLING and g in name for g in groups):
        kind = HolderKind.GROUP
    return Holder(name=cell.words, kind=kind, span=cell.span)


def _speaker(cell: Cell, groups: Collection[str]) -> Cell | None:
    """The part that is a group's name, where all else only says how it spoke; None where more is said."""
    words = [*_WORD.finditer(cell.words)]
    voices = _load().voices
    # What stands before and behind the name: "spokesman of the Marsh Army", "Marsh Army sources".
    first = next((i for i, w in enumerate(words) if w[0].lower() not in voices), len(words))
    last = next((i for i in range(len(words), first, -1) if words[i - 1][0].lower() not in voices), first)
    if first == last:
        return None
    name = cell.part(words[first].start(), words[last - 1].end())
    name = name.part(0, len(_POSSESSIVE.sub("", name.words)))
    return name if folded(name.words) in groups else None


@lru_cache(maxsize=20_000)
def is_teller(words: str) -> bool:
    """True if a few words are sure to be one who told it: they show the kind of one, or are a short name.

    >>> is_teller("local police"), is_teller("SOHR"), is_teller("Velsk")
    (True, True, False)
    """
    if len(words.split()) > _FEW:
        return False
    return words.isupper() or any(p.search(words) for _, p in _load().kinds)


def bare(cell: Cell) -> Cell:
    """The cell without what stands around a name.

    >>> bare(Cell('According to the mayor.', 5))
    Cell(words='the mayor', start=18)
    """
    is_quoted = len(cell.words) > 1 and cell.words[0] in _QUOTES and cell.words[-1] in _QUOTES
    inner = cell.part(1, len(cell.words) - 1) if is_quoted else cell
    match = _BEFORE.match(inner.words)
    kept = inner.part(match.end() if match else 0, len(inner.words))
    if not _INITIAL.search(kept.words):
        kept = kept.part(0, len(kept.words.rstrip(".,")))
    return kept if kept.words else cell


@lru_cache(maxsize=20_000)
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
        platforms=frozenset(map(folded, data["platforms"])),
        bodies=_any_of(data["bodies"]),
        kinds=tuple((HolderKind(k["kind"]), _any_of(k["words"])) for k in data["kind"]),
        voices=frozenset(data["voices"]),
    )


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)
