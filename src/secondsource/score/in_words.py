"""What a statement says in a few words, field by field, for a person who compares two of them."""

from __future__ import annotations

from collections.abc import Iterator

from secondsource.records import DayRange
from secondsource.score.accounts import (
    Account,
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

NOTHING = "nothing"


def in_words(account: Account) -> str:
    """The whole statement: who tells it, how, and each field that says something.

    "Red Banner asserts: type attack · by Red Banner (claimed) · on army convoy"
    """
    return f"{chain_in_words(account.chain)} {account.stance.value}: {told_in_words(account.told)}"


def told_in_words(told: Told) -> str:
    """What is said, each field that says something."""
    return " · ".join(f"{name} {words}" for name, words in _fields(told) if words != NOTHING)


def field_in_words(account: Account, field: str) -> str:
    """One field by the name that it has in the score; "nothing" where the statement leaves it out."""
    if field == "stance":
        return account.stance.value
    if field in ("origin", "chain"):
        return chain_in_words(account.chain)
    return dict(_fields(account.told)).get(field, NOTHING)


def chain_in_words(chain: tuple[Names, ...]) -> str:
    """The holders, outermost first."""
    return " > ".join(map(_name, chain)) or "the text itself"


def _fields(told: Told) -> Iterator[tuple[str, str]]:
    match told:
        case ToldEvent():
            yield "type", told.type.value
            yield "by", _listed(tuple(f"{_name(n)} ({s.value})" for n, s in told.by))
            yield "on", _listed(told.on)
            yield "place", " / ".join(told.places) or NOTHING
            yield "when", _day(told.when)
            yield "killed", _number(told.killed)
            yield "injured", _number(told.injured)
        case ToldTie():
            yield "from", _name(told.from_)
            yield "relation", told.relation.value
            yield "to", _name(told.to)
        case ToldNaming():
            yield "names", " = ".join((told.name, *told.also))
        case ToldEmergence():
            yield "actor", _name(told.actor)
            yield "when", _day(told.when)
        case ToldThreat():
            yield "by", _name(told.by)
            yield "on", _listed(told.on)
            yield "deadline", told.deadline or NOTHING
        case ToldChannel():
            yield "actor", _name(told.actor)
            yield "medium", told.medium.value
            yield "authenticity", told.authenticity.value
        case ToldFinding():
            yield "outcome", told.outcome.value
            yield "what", told.what or NOTHING


def _name(names: Names) -> str:
    """The first of an actor's names, which an annotator takes to be the fullest."""
    return names[0]


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(words) or NOTHING


def _day(when: DayRange | None) -> str:
    if when is None:
        return NOTHING
    return when.edtf + (f" ({' and '.join(when.assumed)} assumed)" if when.assumed else "")


def _number(people: People | None) -> str:
    if people is None:
        return NOTHING
    low, high = people
    if high is None:
        return f"{low} or more"
    return str(low) if low == high else f"{low} to {high}"
