"""What an event hit, as words and kinds of target, by the lists in `targets.toml`."""

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
    """One kind of target; `may_be` names kinds that one event is also told as."""

    name: str
    is_site: bool
    may_be: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """The lists of the file: words without a target, and the kind of each word."""

    empty: frozenset[str]
    kinds: dict[str, TargetKind]
    examples: tuple[tuple[str, str, str | None], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Targets:
    """The target of one telling: its telling words, and the kinds of thing and of people among them."""

    words: frozenset[str] = frozenset()
    sites: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()


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
        sites=frozenset(k.name for k in kinds if k.is_site),
        people=frozenset(k.name for k in kinds if not k.is_site),
    )


def kinds_agree(first: frozenset[str], second: frozenset[str]) -> bool | None:
    """True if the two share a kind, None if one may be told as the other or nothing is told, else False."""
    if not first or not second:
        return None
    if first & second:
        return True
    kinds = {k.name: k for k in load_targets().kinds.values()}
    if any(kinds[a].may_be & second for a in first) or any(kinds[b].may_be & first for b in second):
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
        if entry.get("side") not in ("site", "people") or not entry.get("words") or not entry.get("matches"):
            raise LexiconError(
                str(path), f"[{name}] needs side, words and matches.", "See the other entries."
            )
        stray = set(entry.get("may_be", ())) - entries.keys()
        if stray:
            raise LexiconError(
                str(path), f'[{name}] may_be "{min(stray)}", which isn\'t there.', "Mend the name."
            )
        kind = TargetKind(
            name=name, is_site=entry["side"] == "site", may_be=frozenset(entry.get("may_be", ())) - {name}
        )
        for word in entry["words"]:
            if kinds.setdefault(_singular(word), kind) != kind:
                raise LexiconError(str(path), f'"{word}" stands in two entries.', f"Take it out of [{name}].")
        examples.append((name, entry["matches"], entry.get("must_not")))
    empty = frozenset(_singular(w) for w in data.get("empty", ()))
    return Lexicon(empty=empty, kinds=kinds, examples=tuple(examples))


def _singular(word: str) -> str:
    if word.endswith(("'s", "’s")):
        word = word[:-2]
    if len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
