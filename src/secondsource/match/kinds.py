"""Which kinds of event can be one event, read from `kinds.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from secondsource.errors import LexiconError
from secondsource.records import EventType

SHIPPED = Path(__file__).with_name("kinds.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class KindGroup:
    """Kinds that one event may be told as; `general` ones agree with all of them."""

    name: str
    kinds: frozenset[EventType]
    general: frozenset[EventType]
    two_sided: frozenset[EventType]
    is_claimable: bool


def kind_group(kind: EventType) -> KindGroup:
    """The group of a kind of event.

    >>> kind_group(EventType.SHELLING).name
    'violence'
    """
    return load_kinds()[kind]


@cache
def load_kinds(path: Path = SHIPPED) -> dict[EventType, KindGroup]:
    """Every kind of event with its group. Raises LexiconError where a kind stands in no group or in two."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    found: dict[EventType, KindGroup] = {}
    for name, entry in data.items():
        if name == "format":
            continue
        try:
            group = KindGroup(
                name=name,
                kinds=frozenset(EventType(k) for k in entry["kinds"]),
                general=frozenset(EventType(k) for k in entry.get("general", ())),
                two_sided=frozenset(EventType(k) for k in entry.get("two_sided", ())),
                is_claimable=bool(entry["claimable"]),
            )
        except (KeyError, TypeError, ValueError) as error:
            raise LexiconError(str(path), f"[{name}] is wrong: {error}.", "See the other entries.") from error
        twice = group.kinds & found.keys()
        if twice:
            raise LexiconError(
                str(path), f'"{min(twice)}" stands in two groups.', f"Take it out of [{name}]."
            )
        found.update(dict.fromkeys(group.kinds, group))
    missing = set(EventType) - found.keys()
    if missing:
        raise LexiconError(str(path), f'"{min(missing)}" stands in no group.', "Add it to one.")
    return found
