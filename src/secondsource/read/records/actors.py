"""The sides of a row as mentions: who they are, what kind of actor, and which of them name nobody."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from secondsource.read.records.columns import Cell
from secondsource.records import ActorKind, ByStatus, Mention, Perpetrator

_FILE = Path(__file__).with_name("words") / "actors.toml"
_LISTS: Mapping[str, frozenset[str]] = {
    name: frozenset(entry["words"])
    for name, entry in tomllib.loads(_FILE.read_text(encoding="utf-8")).items()
    if isinstance(entry, dict)
}
# ACLED gives armed forces their years in office: "Military Forces of X (2020-2022)", "(2022-)".
_YEARS = re.compile(r" ?\([0-9]{4}-(?:[0-9]{4})?\)")
_BRACKET = re.compile(r"\s*\([^()]*\)$")
_COMMA = re.compile(r",")
_PLACEHOLDER = re.compile(r"xxx[0-9 ]*")


@lru_cache(maxsize=20_000)
def folded(name: str) -> str:
    """One form for the spellings of a name: case, accents and all but letters and digits gone.

    >>> folded("Al-Shabāb") == folded("al Shabab")
    True
    """
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in plain if c.isalnum())


@lru_cache(maxsize=20_000)
def is_nobody(name: str) -> bool:
    """True if a side names nobody in particular: unknown, civilians, an unidentified group.

    >>> is_nobody("Unidentified Military Forces"), is_nobody("Civilians (Sorna)"), is_nobody("Marsh Army")
    (True, True, False)
    """
    low = _low(name)
    return (
        _begins(low, "begins")
        or low in _LISTS["whole"]
        or _PLACEHOLDER.fullmatch(low) is not None
        or not folded(name)
    )


@lru_cache(maxsize=20_000)
def is_victims(name: str) -> bool:
    """True if a side is the people that an event was done to."""
    return _begins(_low(name), "victims")


@lru_cache(maxsize=20_000)
def kind_of(name: str) -> ActorKind:
    """State and organ by how the name begins; all others are groups."""
    for kind in (ActorKind.STATE, ActorKind.ORGAN):
        if _begins(_low(name), kind.value):
            return kind
    return ActorKind.GROUP


def mention_of(cell: Cell, kind: ActorKind | None = None) -> Mention:
    """A side as a mention: without years in brackets, and a state without its other name ("(Soviet Union)")."""
    kind = kind or kind_of(cell.words)
    bracket = _BRACKET.search(cell.words) if kind is ActorKind.STATE else None
    used = cell.part(0, bracket.start()) if bracket and bracket.start() else cell
    low = f"{used.words.lower()} "
    return Mention(
        span=used.span,
        name=_YEARS.sub("", used.words).strip() or used.words,
        kind=kind,
        is_collective=any(f"{w} " in low for w in _LISTS["collective"]),
    )


def sides(cell: Cell | None, is_list: bool = False) -> list[Mention]:
    """The actors of a side, without those who are nobody; `is_list`: a comma parts the members of an alliance."""
    if cell is None:
        return []
    cells = cell.parts(_COMMA) if is_list and "," in cell.words else [cell.part(0, len(cell.words))]
    return [mention_of(c) for c in cells if not is_nobody(c.words)]


def target(cell: Cell | None) -> tuple[Mention, ...]:
    """To whom it was done, in the row's words, which needn't name an actor; nothing where that is unknown."""
    if cell is None or (is_nobody(cell.words) and not is_victims(cell.words)):
        return ()
    return (Mention(span=cell.span, name=cell.words),)


def done_by(mentions: list[Mention], status: ByStatus) -> tuple[Perpetrator, ...]:
    """The mentions as those who did it, each name once."""
    once: dict[str, Mention] = {}
    for mention in mentions:
        once.setdefault(folded(mention.name), mention)
    return tuple(Perpetrator(actor=m, status=status) for m in once.values())


def _begins(low: str, which: str) -> bool:
    return any(low == w or low.startswith(f"{w} ") for w in _LISTS[which])


def _low(name: str) -> str:
    """In lower case, without a country or plural in brackets behind it."""
    return _BRACKET.sub("", " ".join(name.lower().split()))
