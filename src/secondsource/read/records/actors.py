"""The sides of a row as mentions: who they are, what kind of actor, and which of them name nobody."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache
from pathlib import Path

from secondsource.read.records.columns import Cell
from secondsource.records import ActorKind, ByStatus, Mention, Perpetrator

_WORDS = tomllib.loads(Path(__file__).with_name("words").joinpath("actors.toml").read_text(encoding="utf-8"))
# ACLED gives armed forces their years in office: "Military Forces of X (2020-2022)", "(2022-)".
_YEARS = re.compile(r" ?\([0-9]{4}-(?:[0-9]{4})?\)")
_BRACKET = re.compile(r"\s*\([^()]*\)$")
_COMMA = re.compile(r",")
_PLACEHOLDER = re.compile(r"xxx[0-9 ]*")


@cache
def folded(name: str) -> str:
    """One form for the spellings of a name: case, accents and all but letters and digits gone.

    >>> folded("Al-Shabāb") == folded("al Shabab")
    True
    """
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in plain if c.isalnum())


@cache
def is_nobody(name: str) -> bool:
    """True if a side names nobody in particular: unknown, civilians, an unidentified group.

    >>> is_nobody("Unidentified Military Forces"), is_nobody("Civilians (Sorna)"), is_nobody("Marsh Army")
    (True, True, False)
    """
    return _begins(name, "nobody") or _PLACEHOLDER.fullmatch(_low(name)) is not None or not folded(name)


@cache
def is_victims(name: str) -> bool:
    """True if a side is the people that an event was done to."""
    return _begins(name, "victims")


@cache
def kind_of(name: str) -> ActorKind:
    """State and organ by how the name begins; all others are groups."""
    for kind in (ActorKind.STATE, ActorKind.ORGAN):
        if _low(name).startswith(tuple(_WORDS[kind.value])):
            return kind
    return ActorKind.GROUP


def mention_of(cell: Cell, kind: ActorKind | None = None) -> Mention:
    """A side as a mention, under its name without years in brackets."""
    name = _YEARS.sub("", cell.words).strip() or cell.words
    low = f"{name.lower()} "
    return Mention(
        span=cell.span,
        name=name,
        kind=kind or kind_of(name),
        is_collective=any(f"{w} " in low for w in _WORDS["collective"]),
    )


def sides(cell: Cell | None, is_list: bool = False) -> list[Mention]:
    """The actors of a side, without those who are nobody; `is_list`: a comma parts the members of an alliance."""
    if cell is None:
        return []
    cells = cell.parts(_COMMA) if is_list and "," in cell.words else [cell.part(0, len(cell.words))]
    return [mention_of(c) for c in cells if not is_nobody(c.words)]


def target(cell: Cell | None) -> tuple[Mention, ...]:
    """To whom it was done, in the row's words; no actor where the words only say what kind of people."""
    if cell is None:
        return ()
    if is_nobody(cell.words):
        return (Mention(span=cell.span, name=cell.words),) if is_victims(cell.words) else ()
    return (mention_of(cell),)


def done_by(mentions: list[Mention], status: ByStatus) -> tuple[Perpetrator, ...]:
    """The mentions as those who did it, each name once."""
    once: dict[str, Mention] = {}
    for mention in mentions:
        once.setdefault(folded(mention.name), mention)
    return tuple(Perpetrator(actor=m, status=status) for m in once.values())


def _begins(name: str, words: str) -> bool:
    bare = _BRACKET.sub("", _low(name))
    return bare.startswith(tuple(f"{w} " for w in _WORDS[words])) or bare in _WORDS[words]


def _low(name: str) -> str:
    return " ".join(name.lower().split())
