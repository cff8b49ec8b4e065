"""What an event hit and with what, as words and kinds, by the lists in `targets.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from secondsource.errors import LexiconError
from secondsource.records import Mention

SHIPPED = Path(__file__).with_name("targets.toml")
_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetKind:
    """One kind of target or means; `side` is site, people or means; `may_be`: what one event is also told as."""

    name: str
    side: str
    may_be: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """The lists of the file: words without a target, and the kind of each word."""

    empty: frozenset[str]
    kinds: dict[str, TargetKind]
    examples: tuple[tuple[str, str, str | None], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Targets:
    """What one telling names: its telling words, and the kinds of thing, of people and of means among them."""

    words: frozenset[str] = frozenset()
    sites: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    means: frozenset[str] = frozenset()


def targets_of(mentions: Iterable[Mention]) -> Targets:
    """The words and kinds of the targets that a statement names."""
    return targets_in(" ".join(m.name for m in mentions))


def targets_in(text: str) -> Targets:
    """The words and kinds of target in a few words of text.

    >>> sorted(targets_in("an army base near Taji").sites)
    ['base']
    """
    lexicon = load_targets()
    words = {_singular(w) for w in _WORD.findall(text.casefold())} - lexicon.empty
    words = {w for w in words if not w.isdigit()}
    kinds = {lexicon.kinds[w] for w in words if w in lexicon.kinds}
    return Targets(
        words=frozenset(words),
        sites=frozenset(k.name for k in kinds if k.side == "site"),
        people=frozenset(k.name for k in kinds if k.side == "people"),
        means=frozenset(k.name for k in kinds if k.side == "means"),
    )


def kinds_agree(first: frozenset[str], second: frozenset[str]) -> bool | None:
    """True if the two share a kind, None if one may be told as the other or nothing is told, else False."""
    if not first or not second:
        return None
    if first & second:
        return True
    may_be = _may_be()
    nothing: frozenset[str] = frozenset()
    if any(may_be.get(a, nothing) & second for a in first) or any(
        may_be.get(b, nothing) & first for b in second
    ):
        return None
    return False


@cache
def load_targets(path: Path = SHIPPED) -> Lexicon:
    """The lists of a file. Raises LexiconError naming the file and the entry that breaks the format."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    kinds: dict[str, TargetKind] = {}
    examples = []
    entries = {n: e for n, e in data.items() if n not in ("format", "empty")}
    for name, entry in entries.items():
        if (
            entry.get("side") not in ("site", "people", "means")
            or not entry.get("words")
            or not entry.get("matches")
        ):
            raise LexiconError(
                str(path), f"[{name}] needs side, words and matches.", "See the other entries."
            )
        stray = set(entry.get("may_be", ())) - entries.keys()
        if stray:
            raise LexiconError(
                str(path), f'[{name}] may_be "{min(stray)}", which isn\'t there.', "Mend the name."
            )
        kind = TargetKind(name=name, side=entry["side"], may_be=frozenset(entry.get("may_be", ())) - {name})
        for word in entry["words"]:
            if kinds.setdefault(_singular(word), kind) != kind:
                raise LexiconError(str(path), f'"{word}" stands in two entries.', f"Take it out of [{name}].")
        examples.append((name, entry["matches"], entry.get("must_not")))
    empty = frozenset(_singular(w) for w in data.get("empty", ()))
    return Lexicon(empty=empty, kinds=kinds, examples=tuple(examples))


@cache
def _may_be() -> dict[str, frozenset[str]]:
    return {k.name: k.may_be for k in load_targets().kinds.values()}


def _singular(word: str) -> str:
    if word.endswith(("'s", "’s")):
        word = word[:-2]
    if len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
