"""The fields of one annotated statement, each checked, with what is wrong said in the annotator's words.

Every function raises ValueError, whose words go after the name of the file and the number of the statement.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, TypeVar

from secondsource.records import Authenticity, ByStatus, DayRange, Medium, Outcome, Relation
from secondsource.score.accounts import (
    Names,
    People,
    Told,
    ToldChannel,
    ToldEmergence,
    ToldEvent,
    ToldFinding,
    ToldNaming,
    ToldThreat,
    ToldTie,
)
from secondsource.score.event_names import EVENT_TYPES

Actors = Mapping[str, Names]
_Word = TypeVar("_Word", bound=StrEnum)


class Fields:
    """A JSON object whose fields are asked for by kind; a field that is absent and one that is null are the same."""

    def __init__(self, plain: dict[str, Any]) -> None:
        self._plain = plain

    @classmethod
    def of(cls, plain: object, what: str) -> Fields:
        """The object that `plain` is."""
        if not isinstance(plain, dict):
            raise ValueError(f"{what} is no JSON object")
        return cls(plain)

    def __iter__(self) -> Iterator[str]:
        return iter(self._plain)

    def only(self, name: str) -> Fields:
        """An object that must be there."""
        return Fields.of(self._plain.get(name), f'"{name}"')

    def many(self, name: str) -> tuple[Fields, ...]:
        """A list of objects."""
        return tuple(Fields.of(item, f'an entry of "{name}"') for item in self._list(name))

    def words(self, name: str) -> tuple[str, ...]:
        """A list of words, perhaps empty."""
        items = self._list(name)
        if not all(isinstance(item, str) and item.strip() for item in items):
            raise ValueError(f'"{name}" holds something that is no words')
        return tuple(items)

    def word(self, name: str) -> str | None:
        """Words, or None."""
        found = self._plain.get(name)
        if found is not None and not isinstance(found, str):
            raise ValueError(f'"{name}" is no words')
        return found or None

    def needed(self, name: str) -> str:
        """Words that must be there."""
        if (found := self.word(name)) is None:
            raise ValueError(f'has no "{name}"')
        return found

    def number(self, name: str) -> int | None:
        """A whole number, or None."""
        found = self._plain.get(name)
        if found is not None and not _is_whole(found):
            raise ValueError(f'"{name}" is no whole number')
        return found

    def flag(self, name: str) -> bool:
        """True or false; false where it is absent."""
        found = self._plain.get(name) or False
        if not isinstance(found, bool):
            raise ValueError(f'"{name}" is neither true nor false')
        return found

    def choice(self, name: str, words: type[_Word]) -> _Word:
        """One of a closed set, which must be there."""
        found = self.needed(name)
        if found not in set(words):
            raise ValueError(_none_of(name, found, words))
        return words(found)

    def people(self, name: str) -> People | None:
        """[least, most], the most perhaps null; or None."""
        pair = self._plain.get(name)
        if pair is None:
            return None
        is_pair = isinstance(pair, list) and len(pair) == 2 and _is_whole(pair[0])
        if not is_pair or not (pair[1] is None or _is_whole(pair[1])):
            raise ValueError(f'"{name}" is no [least, most]')
        return (pair[0], pair[1])

    def day(self, name: str) -> DayRange | None:
        """An EDTF string, of which the score needs no more than the letters; or None."""
        found = self.word(name)
        return DayRange(earliest=None, latest=None, edtf=found) if found else None

    def actor(self, key: str, actors: Actors) -> Names:
        """The names of an actor, by its key."""
        if key not in actors:
            raise ValueError(f'"{key}" is not among its actors')
        return actors[key]

    def _list(self, name: str) -> list[Any]:
        items = self._plain.get(name) or []
        if not isinstance(items, list):
            raise ValueError(f'"{name}" is no list')
        return items


def told_of(kind: str, statement: Fields, actors: Actors) -> Told:
    """What a statement of that kind says, from the field that is named like the kind."""
    if kind not in _KINDS:
        raise ValueError(_none_of("kind", kind, _KINDS))
    return _KINDS[kind](statement.only(kind), actors)


def _event(told: Fields, actors: Actors) -> Told:
    type_ = told.needed("type")
    if type_ not in EVENT_TYPES:
        raise ValueError(_none_of("type", type_, EVENT_TYPES))
    by = tuple((p.actor(p.needed("actor"), actors), p.choice("status", ByStatus)) for p in told.many("by"))
    return ToldEvent(
        type=EVENT_TYPES[type_],
        by=by,
        on=told.words("on"),
        places=told.words("place"),
        when=told.day("when"),
        killed=told.people("killed"),
        injured=told.people("injured"),
    )


def _tie(told: Fields, actors: Actors) -> Told:
    return ToldTie(
        from_=told.actor(told.needed("from"), actors),
        relation=told.choice("relation", Relation),
        to=told.actor(told.needed("to"), actors),
    )


def _naming(told: Fields, actors: Actors) -> Told:
    return ToldNaming(name=told.needed("name"), also=told.words("also"))


def _emergence(told: Fields, actors: Actors) -> Told:
    return ToldEmergence(actor=told.actor(told.needed("actor"), actors), when=told.day("when"))


def _threat(told: Fields, actors: Actors) -> Told:
    return ToldThreat(
        by=told.actor(told.needed("by"), actors), on=told.words("on"), deadline=told.word("deadline")
    )


def _channel(told: Fields, actors: Actors) -> Told:
    return ToldChannel(
        actor=told.actor(told.needed("actor"), actors),
        medium=told.choice("medium", Medium),
        authenticity=told.choice("authenticity", Authenticity),
    )


def _finding(told: Fields, actors: Actors) -> Told:
    return ToldFinding(outcome=told.choice("outcome", Outcome), what=told.word("what"))


_KINDS = {
    "event": _event,
    "tie": _tie,
    "naming": _naming,
    "emergence": _emergence,
    "threat": _threat,
    "channel": _channel,
    "finding": _finding,
}


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _none_of(name: str, found: str, known: Any) -> str:
    return f'{name} "{found}" is none of {", ".join(known)}'
