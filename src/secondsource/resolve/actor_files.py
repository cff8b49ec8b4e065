"""A user's own list of actors: a CSV with the columns of `known_actors.csv`, or FollowTheMoney entities.

FollowTheMoney (https://followthemoney.tech, 4.11): one entity a line, {"id", "schema", "properties": {…}}. Only
organisations are taken; persons never are.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from secondsource.errors import LexiconError
from secondsource.records import ActorKind, KnownActor
from secondsource.resolve.countries import load_countries
from secondsource.resolve.known_actors import actor_key, read_actor_csv
from secondsource.resolve.names import is_acronym
from secondsource.resolve.transliteration import clean_name

# Schemata that are organisations, and the kind that each is where no topic says more.
_SCHEMATA = {
    "Organization": ActorKind.GROUP,
    "LegalEntity": ActorKind.OTHER,
    "PublicBody": ActorKind.ORGAN,
    "Company": ActorKind.OTHER,
}
_TOPICS = {
    "crime.terror": ActorKind.GROUP,
    "mil": ActorKind.ORGAN,
    "gov": ActorKind.ORGAN,
    "pol.party": ActorKind.PARTY,
    "role.journo": ActorKind.OUTLET,
}
_NAMES = ("name", "alias", "previousName", "weakAlias")


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorFile:
    """The actors of a file, by key, and how many of its entities are no organisations."""

    actors: tuple[KnownActor, ...]
    passed_over: int


def read_actor_file(path: Path) -> ActorFile:
    """The actors of a CSV or a FollowTheMoney file, whichever it is. Raises LexiconError naming file and line."""
    try:
        with path.open(encoding="utf-8-sig") as file:
            is_json = file.read(64).lstrip().startswith("{")
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(
            str(path), f"can't be read as UTF-8 text ({error}).", "Save it as CSV or JSON Lines in UTF-8."
        ) from error
    if is_json:
        return _read_entities(path)
    return ActorFile(actors=read_actor_csv(path), passed_over=0)


def _read_entities(path: Path) -> ActorFile:
    actors: dict[str, KnownActor] = {}
    passed_over = 0
    # Not splitlines: names may hold U+2028, which is no end of a line in JSON.
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").split("\n"), start=1):
        if not line.strip():
            continue
        actor = _actor(_entity(line, f"{path.name}, line {number}"), f"{path.name}, line {number}")
        if actor is None:
            passed_over += 1
        else:
            actors[actor.key] = _joined(actors.get(actor.key), actor)
    return ActorFile(actors=tuple(actors[k] for k in sorted(actors)), passed_over=passed_over)


def _entity(line: str, where: str) -> dict[str, Any]:
    try:
        entity = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise LexiconError(where, "is no JSON; nothing was taken.", "Write one entity a line.") from error
    if not isinstance(entity, dict) or not isinstance(entity.get("properties"), dict):
        reason = "is no FollowTheMoney entity: it has no properties; nothing was taken."
        raise LexiconError(where, reason, 'Write {"id": …, "schema": …, "properties": {…}}.')
    return entity


def _actor(entity: dict[str, Any], where: str) -> KnownActor | None:
    if entity.get("schema") not in _SCHEMATA:
        return None
    properties: dict[str, Any] = entity["properties"]
    names = [n for prop in _NAMES for v in _values(properties, prop) if (n := clean_name(v))]
    if not names:
        raise LexiconError(
            where, "an organisation without a name; nothing was taken.", "Give it one, or leave it out."
        )
    acronyms = [clean_name(v) for v in _values(properties, "abbreviation")]
    acronyms += [n for n in names[1:] if is_acronym(n)]
    others = tuple(dict.fromkeys(n for n in names[1:] if n != names[0] and not is_acronym(n)))
    kind = next(
        (_TOPICS[t] for t in _values(properties, "topics") if t in _TOPICS), _SCHEMATA[entity["schema"]]
    )
    codes = {c.code for c in load_countries()}
    countries = [c.upper() for c in _values(properties, "country") if c.upper() in codes]
    return KnownActor(
        key=actor_key(names[0], kind, others),
        name=names[0],
        kind=kind,
        country=countries[0] if len(countries) == 1 else None,
        names=others,
        acronyms=tuple(dict.fromkeys(a for a in acronyms if a)),
        from_year=None,
        to_year=None,
        wikidata=next(iter(_values(properties, "wikidataId")), None),
    )


def _values(properties: dict[str, Any], name: str) -> list[str]:
    values = properties.get(name, [])
    return [v for v in (values if isinstance(values, list) else [values]) if isinstance(v, str)]


def _joined(one: KnownActor | None, other: KnownActor) -> KnownActor:
    """One actor of two entities with one name."""
    if one is None:
        return other
    return replace(
        one,
        names=tuple(dict.fromkeys((*one.names, *other.names))),
        acronyms=tuple(dict.fromkeys((*one.acronyms, *other.acronyms))),
        country=one.country if one.country == other.country else None,
        wikidata=one.wikidata or other.wikidata,
    )
