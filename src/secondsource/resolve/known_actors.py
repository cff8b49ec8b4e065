"""The starter list of known actors: states, armed groups, organs, parties, outlets, with all their names.

`known_actors.csv` is ours, from public facts; a user's own list has the same columns. States come from
`countries.csv`. A name counts for an actor only if no other actor of the list bears it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from pathlib import Path

from secondsource.errors import LexiconError
from secondsource.records import ActorKind, KnownActor
from secondsource.resolve.countries import (
    Country,
    countries_by_demonym,
    countries_by_name,
    load_countries,
    read_table,
    several,
)
from secondsource.resolve.name_words import load_name_words
from secondsource.resolve.names import is_acronym, is_same_name, name_key, plain_name, split_bracket
from secondsource.resolve.transliteration import fold_name

_PATH = Path(__file__).with_name("known_actors.csv")
_NEVER_STATES = (ActorKind.OUTLET, ActorKind.PARTY, ActorKind.OFFICE)
_SPOKEN_ACRONYM = 5  # letters; shorter ones are written in capitals
_COLUMNS = ["name", "kind", "country", "names", "acronyms", "from", "to", "wikidata"]


class KnownActors:
    """Known actors, found by any of their names; immutable once made."""

    def __init__(self, actors: Iterable[KnownActor]) -> None:
        self.actors = tuple(sorted(actors, key=lambda a: a.key))
        self._by_name: dict[str, set[str]] = {}
        self._by_key: dict[str, list[tuple[str, str]]] = {}
        self._by_acronym: dict[str, set[str]] = {}
        self._all = {a.key: a for a in self.actors}
        for actor in self.actors:
            for name in (actor.name, *actor.names):
                self._by_name.setdefault(fold_name(name), set()).add(actor.key)
                self._by_key.setdefault(name_key(name), []).append((name, actor.key))
            for acronym in actor.acronyms:
                self._by_acronym.setdefault(_bare(acronym), set()).add(actor.key)

    def find(
        self, name: str, kind: ActorKind | None = None, countries: Collection[str] = ()
    ) -> KnownActor | None:
        """The one known actor that bears the name, None if there is none or more than one.

        `countries`: ISO codes that the context gives; they choose between bearers.
        """
        if is_acronym(name) and (found := self.find_acronym(name, countries)):
            return found
        plain = plain_name(split_bracket(name)[0])
        for folded in dict.fromkeys((fold_name(name), fold_name(plain))):
            if bearers := self._by_name.get(folded):
                return self._one_of(bearers, countries)
        if kind not in _NEVER_STATES and (state := state_actor(name, kind)):
            return state
        is_spoken = " " not in plain and len(plain) >= _SPOKEN_ACRONYM
        if (is_acronym(plain) or is_spoken) and (found := self.find_acronym(plain, countries)):
            return found
        if is_acronym(plain):
            return None
        same = {key for other, key in self._by_key.get(name_key(plain), ()) if is_same_name(plain, other)}
        return self._one_of(same, countries)

    def find_acronym(self, acronym: str, countries: Collection[str] = ()) -> KnownActor | None:
        """The one known actor with that acronym, None if several share it."""
        bearers = self._by_acronym.get(_bare(acronym), set())
        return self._one_of(bearers, countries)

    def _one_of(self, keys: Collection[str], countries: Collection[str]) -> KnownActor | None:
        here = {k for k in keys if self._all[k].country in countries}
        chosen = here if len(keys) > 1 and here else keys
        return self._all[min(chosen)] if len(chosen) == 1 else None

    def bearers_of_acronym(self, acronym: str) -> tuple[str, ...]:
        """Keys of all known actors with that acronym."""
        return tuple(sorted(self._by_acronym.get(_bare(acronym), ())))


def read_known_actors(path: Path | None = None) -> KnownActors:
    """The starter list, or a user's list of the same columns. Raises LexiconError naming file and line."""
    return KnownActors(read_actor_csv(path or _PATH))


def read_actor_csv(path: Path) -> tuple[KnownActor, ...]:
    """The actors of a table with the columns of `known_actors.csv`. Raises LexiconError naming file and line."""
    actors: dict[str, KnownActor] = {}
    codes = {c.code for c in load_countries()}
    for line, row in read_table(path, _COLUMNS):
        where = f"{path.name}, line {line}"
        if not row["name"]:
            raise LexiconError(where, "has no name.", "Give each actor the name that it is best known by.")
        if row["kind"] not in set(ActorKind):
            raise LexiconError(
                where, f"kind {row['kind']!r} is none.", f"Write one of {', '.join(ActorKind)}."
            )
        if row["country"] and row["country"] not in codes:
            raise LexiconError(
                where, f"country {row['country']!r} is no ISO 3166-1 code.", "Write two letters: IQ."
            )
        names = several(row["names"])
        actor = KnownActor(
            key=actor_key(row["name"], ActorKind(row["kind"]), names),
            name=row["name"],
            kind=ActorKind(row["kind"]),
            country=row["country"] or None,
            names=names,
            acronyms=several(row["acronyms"]),
            from_year=_year(where, row["from"]),
            to_year=_year(where, row["to"]),
            wikidata=row["wikidata"] or None,
        )
        if actor.key in actors:
            raise LexiconError(where, f"{actor.name!r} stands in the list twice.", "Join the two rows.")
        actors[actor.key] = actor
    return tuple(actors.values())


def with_own(listed: KnownActors, own: Iterable[KnownActor]) -> KnownActors:
    """The list with a user's own actors: one that both hold has the names of both, and any other name that the
    user gives to an actor is that actor's alone."""
    by_key = {a.key: a for a in sorted(own, key=lambda a: a.key)}
    taken = {fold_name(n): a.key for a in by_key.values() for n in (a.name, *a.names, *a.acronyms)}

    def left(names: Iterable[str], key: str) -> tuple[str, ...]:
        return tuple(n for n in names if taken.get(fold_name(n), key) == key)

    actors = []
    for actor in listed.actors:
        kept = replace(actor, names=left(actor.names, actor.key), acronyms=left(actor.acronyms, actor.key))
        if mine := by_key.pop(actor.key, None):
            kept = replace(
                mine,
                names=tuple(dict.fromkeys((*mine.names, *kept.names))),
                acronyms=tuple(dict.fromkeys((*mine.acronyms, *kept.acronyms))),
                country=mine.country or kept.country,
                from_year=mine.from_year or kept.from_year,
                to_year=mine.to_year or kept.to_year,
                wikidata=mine.wikidata or kept.wikidata,
            )
        if kept.key in by_key or taken.get(fold_name(kept.name), kept.key) == kept.key:
            actors.append(kept)
    return KnownActors((*actors, *by_key.values()))


def state_actor(name: str, kind: ActorKind | None = None) -> KnownActor | None:
    """The state, or its armed forces, that a name stands for: "Iran", "Iranian regime", "US troops", "Americans".

    A capital stands for its state only where the mention is said to be a state ("Tehran denied it").
    """
    words = fold_name(name.replace("’s ", " ").replace("'s ", " ")).removeprefix("the ").split()
    lists = load_name_words()
    for size in range(len(words), 0, -1):
        head, rest = " ".join(words[:size]), " ".join(w for w in words[size:] if w != "new")
        country = countries_by_name().get(head) or countries_by_demonym().get(head)
        if country and (not rest or rest in lists.government):
            return _state(country) if rest or _is_whole(name, head, kind) else None
        if country and rest in lists.forces:
            return _forces(country)
    if len(words) > 2 and words[1] == "of" and words[0] in lists.government:
        country = countries_by_name().get(" ".join(w for w in words[2:] if w != "the"))
        return _state(country) if country else None
    if kind is ActorKind.STATE:
        capital = {fold_name(c.capital): c for c in load_countries() if c.capital}.get(" ".join(words))
        return _state(capital) if capital else None
    return None


def actor_key(name: str, kind: ActorKind, names: Iterable[str]) -> str:
    """A state's armed forces have one key, listed ("Israel Defense Forces") or not ("Israeli troops")."""
    forces = {s.key for n in (name, *names) if kind is ActorKind.ORGAN and (s := state_actor(n))}
    return min(forces, default=f"known:{fold_name(name)}")


def _is_whole(name: str, head: str, kind: ActorKind | None) -> bool:
    """A bare demonym in the singular ("an Iraqi") is a person, and "us" in small letters no state."""
    if head in countries_by_name():
        return name.strip(" .")[:1].isupper() or kind is ActorKind.STATE
    return kind is ActorKind.STATE or (head.endswith(("s", "ese", "ish", "ch")) and name[:1].isupper())


def _state(country: Country) -> KnownActor:
    return _of_country(country, f"state:{country.code}", country.name.split(",")[0], ActorKind.STATE)


def _forces(country: Country) -> KnownActor:
    name = f"Armed forces of {country.name.split(',')[0]}"
    return _of_country(country, f"forces:{country.code}", name, ActorKind.ORGAN)


def _of_country(country: Country, key: str, name: str, kind: ActorKind) -> KnownActor:
    return KnownActor(
        key=key,
        name=name,
        kind=kind,
        country=country.code,
        names=(),
        acronyms=(),
        from_year=None,
        to_year=None,
        wikidata=None,
    )


def _bare(acronym: str) -> str:
    return "".join(c for c in acronym.casefold() if c.isalnum())


def _year(where: str, cell: str) -> int | None:
    if not cell:
        return None
    if not cell.isdigit() or not 1000 <= int(cell) <= 2999:
        raise LexiconError(where, f"{cell!r} is no year.", "Write four figures, or leave the cell empty.")
    return int(cell)
