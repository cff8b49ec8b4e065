"""What a sentence does to a claim, by the phrases in `phrases.toml`."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from secondsource.errors import LexiconError

SHIPPED = Path(__file__).with_name("phrases.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseList:
    """One entry: its pattern with the sentences it must and must not match."""

    name: str
    pattern: re.Pattern[str]
    matches: tuple[str, ...]
    must_not: tuple[str, ...]


def says(name: str, sentence: str) -> bool:
    """True if a phrase of that list stands in the sentence.

    >>> says("without_damage", "An attack was reported, with no damage.")
    True
    """
    return load_phrases()[name].pattern.search(_plain(sentence)) is not None


@cache
def load_phrases(path: Path = SHIPPED) -> dict[str, PhraseList]:
    """The lists by name. Raises LexiconError naming the file and the entry that breaks the format."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    found = {}
    for name, entry in data.items():
        if name == "format":
            continue
        if not isinstance(entry, dict) or not entry.get("phrases") or not entry.get("matches"):
            raise LexiconError(str(path), f"[{name}] needs phrases and matches.", "See the other entries.")
        found[name] = PhraseList(
            name=name,
            pattern=re.compile("|".join(_pattern(p) for p in entry["phrases"]), re.IGNORECASE),
            matches=tuple(entry["matches"]),
            must_not=tuple(entry.get("must_not", ())),
        )
    return found


def _pattern(phrase: str) -> str:
    words = r"\s+".join(re.escape(w).replace(r"\*", r"\w*") for w in _plain(phrase).split())
    return rf"\b{words}\b"


def _plain(text: str) -> str:
    return text.replace("’", "'")
