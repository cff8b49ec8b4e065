"""Who repeats an error: a wrong detail that one account told first and later ones tell again is one origin's.

Agreement on what is right says nothing, since whoever was there tells it too. On a wrong toll, day or place that
nobody would come to twice, two accounts agree because one has it from the other, in whatever language.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from secondsource.match.days import has_assumed_year, is_one_day
from secondsource.match.independence import Independence
from secondsource.match.origins import Origin, claimant_ids
from secondsource.match.places import PlaceFit, compare_places, whereabouts_of
from secondsource.match.tellings import event_of, first_known
from secondsource.match.unions import Unions
from secondsource.records import ResolvedStatement, Stance, Toll

# A value that two who counted by themselves seldom share: no round figure, no handful, and not near the other one,
# where a death in hospital or an attacker counted along makes the difference.
_ROUND, _LEAST_TOLL, _LEAST_OFF, _SHARE_OFF = 5, 6, 2, 0.25
# A night is told under either of its days, and news without a day under that of its paper.
_LEAST_DAYS_OFF = 2
# Who writes on the day after the others, or before, may not have read them.
_DAYS_TO_READ = 2
# Two that agree, the one that erred, and one that repeats it.
_LEAST_ACCOUNTS = 4
_APART = (PlaceFit.APART, PlaceFit.FAR)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Account:
    """What one family tells of a detail: the statement that told it first, and the day."""

    told: ResolvedStatement
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class _Detail:
    """A detail that may be wrong. `can_be_odd`: the value is exact; `contradicts`: two can't be told of one event."""

    value: Callable[[ResolvedStatement], str | None]
    can_be_odd: Callable[[ResolvedStatement], bool]
    contradicts: Callable[[ResolvedStatement, ResolvedStatement], bool]


def repeats_an_error(
    items: Sequence[ResolvedStatement], seats: Mapping[str, Origin], unions: Unions, known: Independence
) -> None:
    """Who tells, after two others had told otherwise, a value that one account alone told before.

    It must be exact and odd, and contradict whatever the other families tell; at least two of those agree. Where
    two told it before, it may be right: a toll that rose. A claimant that takes a figure from a paper doesn't make
    the paper its own.
    """
    if len(items) < _LEAST_ACCOUNTS:
        return
    claimants = {f"actor {c}" for i in items for c in claimant_ids(i)}
    for detail in _DETAILS:
        accounts = _accounts(detail, items, seats, unions)
        for value, telling in sorted(accounts.items()):
            others = [a for v, told in accounts.items() if v != value for a in told]
            agreed = [told for v, told in sorted(accounts.items()) if v != value and len(told) >= 2]
            if len(telling) < 2 or not agreed or not detail.can_be_odd(telling[0].told):
                continue
            if not all(detail.contradicts(telling[0].told, o.told) for o in others):
                continue
            settled = min(sorted(a.day for a in told)[1] for told in agreed)
            first, *again = sorted(telling, key=lambda a: (a.day, a.told.statement.id))
            if first.day > settled or any((a.day - settled).days < _DAYS_TO_READ for a in again):
                continue
            for account in again:
                if not any(unions.is_joined(c, seats[account.told.statement.id].key) for c in claimants):
                    _join(first, account, value, seats, unions, known)


def _accounts(
    detail: _Detail, items: Sequence[ResolvedStatement], seats: Mapping[str, Origin], unions: Unions
) -> dict[str, list[_Account]]:
    """The families that tell each value of a detail; who tells several values takes no side."""
    family_of = {key: keys[0] for keys, _ in unions.groups() for key in keys}
    told: dict[str, dict[str, _Account]] = {}
    for item in items:
        value, day = detail.value(item), first_known(item)
        if value is None or day is None or item.statement.stance is Stance.DENIES:
            continue
        own = told.setdefault(family_of[seats[item.statement.id].key], {})
        if value not in own or day < own[value].day:
            own[value] = _Account(told=item, day=day)
    found: dict[str, list[_Account]] = {}
    for values in told.values():
        for value, account in values.items() if len(values) == 1 else ():
            found.setdefault(value, []).append(account)
    return found


def _join(
    first: _Account,
    again: _Account,
    value: str,
    seats: Mapping[str, Origin],
    unions: Unions,
    known: Independence,
) -> None:
    one, other = seats[first.told.statement.id], seats[again.told.statement.id]
    why = (
        f"{known.shown(other.name)} tells {value}, as {known.shown(one.name)} alone did first, after others "
        "had told otherwise."
    )
    unions.join(one.key, other.key, why)


def _toll_detail(field: str) -> _Detail:
    def toll(item: ResolvedStatement) -> Toll | None:
        told: Toll | None = getattr(event_of(item), field)
        return told

    def value(item: ResolvedStatement) -> str | None:
        told = toll(item)
        if told is None:
            return None
        exact = f"{told.low} {field}"
        return exact if told.low == told.high else f"{exact} to {told.high or 'more'}"

    def can_be_odd(item: ResolvedStatement) -> bool:
        told = toll(item)
        return (
            told is not None and told.low == told.high and told.low >= _LEAST_TOLL and told.low % _ROUND != 0
        )

    def contradicts(one: ResolvedStatement, other: ResolvedStatement) -> bool:
        own, theirs = toll(one), toll(other)
        if own is None or theirs is None:
            return False
        slack = max(_LEAST_OFF, _SHARE_OFF * max(own.low, theirs.low))
        above = own.low - (theirs.high if theirs.high is not None else own.low)
        return max(above, theirs.low - own.low) > slack

    return _Detail(value=value, can_be_odd=can_be_odd, contradicts=contradicts)


def _day(item: ResolvedStatement) -> str | None:
    when = item.when
    return when.edtf if when is not None and is_one_day(when) and not has_assumed_year(when) else None


def _days_contradict(one: ResolvedStatement, other: ResolvedStatement) -> bool:
    first = one.when.earliest if one.when else None
    second = other.when.earliest if other.when else None
    return first is not None and second is not None and abs((first - second).days) >= _LEAST_DAYS_OFF


def _place(item: ResolvedStatement) -> str | None:
    return item.place.place.name if item.place is not None and item.place.precision == 1 else None


def _places_contradict(one: ResolvedStatement, other: ResolvedStatement) -> bool:
    return compare_places(whereabouts_of(one), whereabouts_of(other))[0] in _APART


def _always(_: ResolvedStatement) -> bool:
    return True


_DETAILS: tuple[_Detail, ...] = (
    *(_toll_detail(field) for field in ("killed", "injured", "abducted")),
    _Detail(value=_day, can_be_odd=_always, contradicts=_days_contradict),
    _Detail(value=_place, can_be_odd=_always, contradicts=_places_contradict),
)
