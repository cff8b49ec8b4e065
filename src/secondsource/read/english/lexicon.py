"""Word lists of the English reader, checked on loading; a broken one is named with its file and line.

Structured lists are TOML: `format`, `source`, `licence`, `checked_by`, then `[[entry]]` tables. Each entry has
`words`, an `example` that it must match, optionally a `not_example`, and what else its list needs. Plain
lists have one entry a line; `#` starts a comment.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from secondsource.errors import LexiconError

WORDS = Path(__file__).parent / "words"
_HEAD = ("format", "source", "licence", "checked_by")


@cache
def entries(name: str, needed: tuple[str, ...] = ()) -> tuple[dict[str, Any], ...]:
    """The entries of `words/NAME.toml`. Raises LexiconError naming the line if one lacks a needed key."""
    path = WORDS / f"{name}.toml"
    text = path.read_text(encoding="utf-8")
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(path.name, f"no valid TOML: {error}.", "Mend that line.") from error
    for key in _HEAD:
        if key not in table:
            raise LexiconError(path.name, f'the head lacks "{key}".', "Add it above the first entry.")
    lines = [no for no, line in enumerate(text.splitlines(), 1) if line.strip() == "[[entry]]"]
    for line, entry in zip(lines, table.get("entry", []), strict=True):
        for key in ("words", "example", *needed):
            if not entry.get(key):
                raise LexiconError(
                    f"{path.name}, line {line}", f'this entry lacks "{key}".', "See the entries around it."
                )
    return tuple(table.get("entry", []))


@cache
def lines(name: str) -> frozenset[str]:
    """The entries of the plain list `words/NAME.txt`, in lower case."""
    text = (WORDS / f"{name}.txt").read_text(encoding="utf-8")
    stripped = (line.split("#", 1)[0].strip().lower() for line in text.splitlines())
    return frozenset(line for line in stripped if line)


@cache
def by_word(name: str, key: str) -> dict[str, Any]:
    """Each word of `words/NAME.toml` with the value of `key` in its entry. A word in two entries is an error."""
    found: dict[str, Any] = {}
    for entry in entries(name, (key,)):
        for word in entry["words"]:
            if word in found and found[word] != entry[key]:
                raise LexiconError(f"{name}.toml", f'"{word}" stands in two entries.', "Keep one.")
            found[word] = entry[key]
    return found


@cache
def words_with(name: str, key: str, value: Any) -> frozenset[str]:
    """The words of `words/NAME.toml` whose entry has that value under `key`."""
    return frozenset(_flat(e["words"] for e in entries(name) if e.get(key) == value))


def _flat(lists: Iterable[list[str]]) -> Iterable[str]:
    for words in lists:
        yield from words
