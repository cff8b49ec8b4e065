"""Names of outlets and holders brought to one form, by the lists in `outlets.toml`."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from secondsource.records import Holder, HolderKind

SHIPPED = Path(__file__).with_name("outlets.toml")
_WORD = re.compile(r"[^\W_]+")
# A host's name: what stands before its ending, and before "co", "com" and the like in front of a country's.
_SITE = re.compile(r"(?:[\w-]+\.)*?(?P<label>[\w-]+)\.(?:(?:co|com|net|org|gov|ac|edu)\.[a-z]{2}|[a-z]{2,})")
MEDIA_KINDS = frozenset({HolderKind.OUTLET, HolderKind.AGENCY, HolderKind.MEDIA})
# Persons who happened to be there: two outlets' "residents" are not the same people.
_ALWAYS_UNNAMED = frozenset({HolderKind.UNNAMED, HolderKind.WITNESS})
# Bodies: "the police" is one holder wherever it speaks, although the word alone names nobody.
_BODIES = frozenset({"police", "army", "military", "government", "authorities"})


@dataclass(frozen=True, slots=True, kw_only=True)
class NameWords:
    """The lists of the file."""

    droppable: frozenset[str]
    unnamed: frozenset[str]
    media: frozenset[str]
    nobody: frozenset[str]


@cache
def name_key(name: str) -> str:
    """One form for the spellings of a name: accents, case, punctuation and droppable words gone.

    >>> name_key("The Sorna Herald newspaper") == name_key("SORNA HERALD")
    True
    """
    words = _words(name)
    kept = [w for w in words if w not in _load().droppable]
    return " ".join(kept or words)


@cache
def outlet_key(name: str) -> str:
    """One form for an outlet's name and for its site, as GDELT names it.

    >>> outlet_key("The Sorna Herald") == outlet_key("www.sornaherald.co.uk") == outlet_key("news.sorna-herald.com")
    True
    """
    site = _SITE.fullmatch(name.casefold().strip())
    if site is None:
        return name_key(name).replace(" ", "")
    return name_key(site["label"]).replace(" ", "")


def is_unnamed(holder: Holder) -> bool:
    """True if the holder's words name nobody in particular ("local media", "residents").

    >>> is_unnamed(Holder(name="local media", kind=HolderKind.MEDIA))
    True
    >>> is_unnamed(Holder(name="the police", kind=HolderKind.OFFICIAL))
    False
    """
    if holder.kind in _ALWAYS_UNNAMED:
        return True
    words = [w for w in _words(holder.name) if w not in ("the", "local")]
    if len(words) == 1 and words[0] in _BODIES:
        return False
    return all(w in _load().unnamed for w in words)


def is_unnamed_media(holder: Holder) -> bool:
    """True if the holder is media that nobody names ("local media", "an agency").

    >>> is_unnamed_media(Holder(name="an agency", kind=HolderKind.UNNAMED))
    True
    """
    return is_unnamed(holder) and (
        holder.kind in MEDIA_KINDS or not _load().media.isdisjoint(_words(holder.name))
    )


def is_nobody(name: str) -> bool:
    """True if the words say no more than that somebody did it.

    >>> is_nobody("Masked gunmen"), is_nobody("Lantern Movement")
    (True, False)
    """
    return all(w in _load().nobody for w in _words(name))


@cache
def _load(path: Path = SHIPPED) -> NameWords:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return NameWords(
        droppable=frozenset(data["droppable"]),
        unnamed=frozenset(data["unnamed"]),
        media=frozenset(data["media"]),
        nobody=frozenset(data["nobody"]),
    )


def _words(name: str) -> list[str]:
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return _WORD.findall(plain) or [plain]
