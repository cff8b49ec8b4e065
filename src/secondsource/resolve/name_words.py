"""Word lists about the names of organisations (`name_words.toml`), loaded and checked once."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from secondsource.errors import LexiconError

_PATH = Path(__file__).with_name("name_words.toml")
_LISTS = {
    "small": ("words",),
    "variants": ("lists",),
    "leading": ("phrases",),
    "trailing": ("words",),
    "generic": ("words",),
    "modifiers": ("words",),
    "titles": ("qualities", "nouns"),
    "state": ("government", "forces", "organs"),
    "splinter": ("words",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NameWords:
    """What the words around and inside names mean; `variants` maps each to the one that stands for it."""

    small: frozenset[str]
    variants: dict[str, str]
    leading: tuple[str, ...]
    trailing: frozenset[str]
    generic: frozenset[str]
    modifiers: frozenset[str]
    title_qualities: frozenset[str]
    title_nouns: frozenset[str]
    government: frozenset[str]
    forces: frozenset[str]
    organs: frozenset[str]
    splinter: frozenset[str]
    examples: tuple[tuple[str, str, str], ...]


@cache
def load_name_words() -> NameWords:
    """The lists of `name_words.toml`. Raises LexiconError naming file and list if one breaks the format."""
    try:
        data: dict[str, Any] = tomllib.loads(_PATH.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(_PATH.name, str(error), "Mend the file; nothing was resolved.") from error
    if data.get("format") != 1:
        raise LexiconError(_PATH.name, "`format` is not 1.", "Use the file that came with this version.")
    for section, keys in _LISTS.items():
        for key in (*keys, "example", "not"):
            if key not in data.get(section, {}):
                raise LexiconError(f"{_PATH.name}, [{section}]", f"`{key}` is missing.", "See the head.")
    return NameWords(
        small=frozenset(data["small"]["words"]),
        variants={word: words[0] for words in data["variants"]["lists"] for word in words},
        leading=tuple(sorted(data["leading"]["phrases"], key=len, reverse=True)),
        trailing=frozenset(data["trailing"]["words"]),
        generic=frozenset(data["generic"]["words"]),
        modifiers=frozenset(data["modifiers"]["words"]),
        title_qualities=frozenset(data["titles"]["qualities"]),
        title_nouns=frozenset(data["titles"]["nouns"]),
        government=frozenset(data["state"]["government"]),
        forces=frozenset(data["state"]["forces"]),
        organs=frozenset(data["state"]["organs"]),
        splinter=frozenset(data["splinter"]["words"]),
        examples=tuple((s, data[s]["example"], data[s]["not"]) for s in _LISTS),
    )
