"""Which actors are one side, and which outlets are an actor's own channel, by `bonds.toml`."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from secondsource.errors import LexiconError
from secondsource.match.origins import NO_VOICES, Voices, origin_of
from secondsource.match.outlets import name_key
from secondsource.records import (
    ActorKind,
    Authenticity,
    Channel,
    PlaceKind,
    Relation,
    Resolution,
    ResolvedPlace,
    ResolvedStatement,
    Stance,
    Tie,
)

SHIPPED = Path(__file__).with_name("bonds.toml")
_SPOKEN = {Stance.ASSERTS: 1.0, Stance.DOUBTS: 0.5, Stance.DENIES: 1.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bond:
    """Two actors that are one side, by which relation and on which statements."""

    first: str
    second: str
    relation: Relation
    strength: float
    is_one_body: bool
    statement_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bonds:
    """All bonds, by actor ids, and whose word each outlet's is."""

    bonds: tuple[Bond, ...]
    voices: Voices

    def side_of(self, actor_id: str) -> frozenset[str]:
        """The actor with those bound to it directly."""
        found = {actor_id}
        for bond in self.bonds:
            if actor_id in (bond.first, bond.second):
                found.update((bond.first, bond.second))
        return frozenset(found)


NO_BONDS = Bonds(bonds=(), voices=NO_VOICES)


@dataclass(frozen=True, slots=True, kw_only=True)
class BondRules:
    """The numbers of the file."""

    threshold: float
    doubt: float
    self_denial: float
    channel_words: frozenset[str]
    weights: Mapping[Relation, tuple[float, bool]]


def find_bonds(resolution: Resolution, owners: Mapping[str, str] | None = None) -> Bonds:
    """The bonds that the statements support. `owners` leads from an outlet's key to its owner's name."""
    rules = load_bonds()
    outlets = _outlets(resolution)
    spellings = _spellings(resolution, outlets)
    actors = _channels(resolution, owners or {}, spellings, rules)
    voices = Voices(actors=actors, spellings=spellings, outlets=outlets)
    return Bonds(bonds=_bonds(resolution.statements, voices, rules), voices=voices)


def _bonds(statements: Iterable[ResolvedStatement], voices: Voices, rules: BondRules) -> tuple[Bond, ...]:
    told: dict[tuple[str, Relation, str], list[ResolvedStatement]] = {}
    for item in statements:
        tie = item.statement.proposition
        ends = (item.actor_ids("from"), item.actor_ids("to"))
        if isinstance(tie, Tie) and all(ends) and ends[0][0] != ends[1][0]:
            told.setdefault((ends[0][0], tie.relation, ends[1][0]), []).append(item)
    found = []
    for (first, relation, second), items in sorted(told.items()):
        weight, is_one_body = rules.weights[relation]
        strength = weight * _support(items, {first, second}, voices, rules)
        if strength >= rules.threshold:
            ids = tuple(sorted(i.statement.id for i in items))
            found.append(
                Bond(
                    first=first,
                    second=second,
                    relation=relation,
                    strength=round(strength, 3),
                    is_one_body=is_one_body,
                    statement_ids=ids,
                )
            )
    return tuple(found)


def _support(items: Sequence[ResolvedStatement], ends: set[str], voices: Voices, rules: BondRules) -> float:
    """The share of voices for a tie; each origin counts once on each side, at its firmest."""
    pro: dict[str, float] = {}
    contra: dict[str, float] = {}
    for item in items:
        origin = origin_of(item, voices)
        stance = item.statement.stance
        voice = _SPOKEN[stance]
        if stance is Stance.DENIES and origin.name in ends:
            voice = rules.self_denial
        side = contra if stance is Stance.DENIES else pro
        side[origin.key] = max(side.get(origin.key, 0.0), voice)
    total = sum(sorted(pro.values()))
    return total / (total + sum(sorted(contra.values())) + rules.doubt) if total else 0.0


def _outlets(resolution: Resolution) -> dict[str, str]:
    """For each actor that is an outlet the name under which it counts: the one it publishes under."""
    published: dict[str, str] = {}
    counts = Counter(s.outlet for s in resolution.statements if s.outlet)
    for spelling, _ in sorted(counts.items(), key=lambda x: x[::-1]):
        published[name_key(spelling)] = spelling  # the most used one comes last
    found = {a.id: a.name for a in resolution.actors if a.kind is ActorKind.OUTLET and not a.is_collective}
    own: dict[str, list[str]] = {}
    for alias in resolution.aliases:
        if alias.actor_id in found and (outlet := published.get(name_key(alias.name))):
            own.setdefault(alias.actor_id, []).append(outlet)
    return found | {actor: min(names) for actor, names in own.items()}


def _spellings(resolution: Resolution, outlets: Mapping[str, str]) -> dict[str, str]:
    """The other names of outlets, each with the name under which the outlet counts."""
    told = [(a.actor_id, a.name) for a in resolution.aliases] + [(a.id, a.name) for a in resolution.actors]
    names = {(name_key(name), outlets[actor]) for actor, name in told if actor in outlets}
    return {key: shown for key, shown in sorted(names) if key != name_key(shown)}


def _channels(
    resolution: Resolution, owners: Mapping[str, str], spellings: Mapping[str, str], rules: BondRules
) -> dict[str, str]:
    """Outlets that are an actor's own: by name, by a channel that a text calls its own, by the user's owners."""
    groups = {a.id for a in resolution.actors if a.kind is ActorKind.GROUP and not a.is_collective}
    bodies = {a.id for a in resolution.actors if a.kind is not ActorKind.OUTLET and not a.is_collective}
    told = [(a.name, a.actor_id) for a in resolution.aliases] + [(a.name, a.id) for a in resolution.actors]
    # The news agency of a country bears the country's name and is no state's or group's own word.
    states = {a.id for a in resolution.actors if a.kind is ActorKind.STATE}
    countries = {
        name_key(s.place.place.name) for s in resolution.statements if s.place and _is_country(s.place)
    }
    told = [(n, a) for n, a in told if a not in states and name_key(n) not in countries]
    names = {name_key(name): actor for name, actor in told if actor in groups}
    # A ministry that publishes its own releases is the ministry that others quote.
    own_names = {name_key(name): actor for name, actor in told if actor in bodies}
    channels: dict[str, str] = {}
    handles: dict[str, str] = {}
    for item in resolution.statements:
        channel = item.statement.proposition
        if isinstance(channel, Channel) and channel.handle and channel.authenticity is Authenticity.OWNED:
            for actor in item.actor_ids("actor")[:1]:
                channels.setdefault(name_key(channel.handle.name), actor)
                handles.setdefault(handle_of(channel.handle.name), actor)
    outlets = {s.outlet for s in resolution.statements if s.outlet}
    outlets.update(h.name for s in resolution.statements for h in s.statement.chain)
    for outlet in sorted(outlets):
        key = name_key(spellings.get(name_key(outlet), outlet))
        if handle_of(outlet) in handles:
            channels.setdefault(key, handles[handle_of(outlet)])
        owner_id = own_names.get(name_key(outlet)) or _own_channel(outlet, names, rules)
        if owner_id is not None:
            channels[key] = owner_id
    for outlet, owner in sorted(owners.items()):
        if name_key(owner) in names:
            channels[name_key(spellings.get(outlet, outlet))] = names[name_key(owner)]
    return channels


def _is_country(place: ResolvedPlace) -> bool:
    return place.place.kind is PlaceKind.COUNTRY


def handle_of(name: str) -> str:
    """A name as an address has it: "Anvil News", "@AnvilNews" and "t.me/anvilnews" are one."""
    return "".join(re.findall(r"[^\W_]+", name.rstrip("/").rpartition("/")[2].casefold()))


def _own_channel(outlet: str, names: Mapping[str, str], rules: BondRules) -> str | None:
    """The actor whose name the outlet's name is, give or take words such as "media office"."""
    if name_key(outlet) in names:
        return names[name_key(outlet)]
    words = re.findall(r"[^\W_]+", outlet.casefold())
    kept = name_key(" ".join(w for w in words if w not in rules.channel_words))
    return names.get(kept) if kept and len(kept) > 3 else None


@cache
def load_bonds(path: Path = SHIPPED) -> BondRules:
    """The rules of a file. Raises LexiconError naming the file and the relation that is missing or unknown."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    missing = {r.value for r in Relation} - data.keys()
    if missing:
        raise LexiconError(str(path), f"no entry for [{min(missing)}].", "Add its weight and is_one_body.")
    return BondRules(
        threshold=float(data["threshold"]),
        doubt=float(data["doubt"]),
        self_denial=float(data["self_denial"]),
        channel_words=frozenset(data["channel_words"]),
        weights={r: (float(data[r.value]["weight"]), bool(data[r.value]["is_one_body"])) for r in Relation},
    )
