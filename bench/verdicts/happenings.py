"""What happened in a simulated world and who told of it by himself, before anybody copied anybody."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bench.verdicts.cast import WORDS, Cast, Outlet
from bench.verdicts.habits import Habits

from secondsource.records import Outcome

_LATE_DAYS = (7, 40)


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What is told of an event. Days count from the world's first; `target` is a row of the word list."""

    day: int
    province: int
    town: int
    target: int | None
    killed: int
    is_vague: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One event that is told of. `is_true`: it was. `claimant` is the group that claims it first, if any does."""

    number: int
    details: Details
    is_true: bool
    claimant: int | None
    seen: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One document's word on a happening.

    `kind`: claim, account, official, check, front, withdrawal, aside (other news of that town) or tie (whose
    front it is). `holder` is who speaks in it, None for the outlet itself. `family` names whose information it
    rests on: the truth that no method is told. `copies` is the number of the telling that it has it from,
    `way` how, `outer` the outlets that are named between.
    """

    number: int
    happening: int
    kind: str
    outlet: str
    day: int
    details: Details
    family: str
    holder: str | None = None
    group: int | None = None
    denies: bool = False
    hedges: bool = False
    outcome: Outcome | None = None
    copies: int | None = None
    way: str | None = None
    outer: tuple[str, ...] = ()


def draw_happenings(habits: Habits, cast: Cast, draw: random.Random) -> tuple[Happening, ...]:
    """Claimed events, true and invented, then true ones that nobody claims."""
    found = []
    for number in range(habits.size["events"] + habits.size["unclaimed"]):
        claimant = draw.randrange(len(cast.groups)) if number < habits.size["events"] else None
        province = draw.randrange(len(cast.provinces))
        details = Details(
            day=draw.randrange(habits.size["days"]),
            province=province,
            town=draw.randrange(len(cast.towns[province])),
            target=draw.randrange(len(WORDS["targets"])),
            killed=max(0, round(draw.expovariate(0.3)) - 1),
        )
        is_true = claimant is None or draw.random() >= cast.groups[claimant].invents
        seen = draw.random() ** habits.rate["visibility"]
        found.append(Happening(number=number, details=details, is_true=is_true, claimant=claimant, seen=seen))
    return tuple(found)


def tell(
    happenings: tuple[Happening, ...], habits: Habits, cast: Cast, draw: random.Random
) -> tuple[Telling, ...]:
    """What is told of them at first hand, numbered in the order made; claims come before all else of an event."""
    told: list[Telling] = [t for h in happenings for t in _of(h, habits, cast, draw)]
    told += _front_ties(cast, draw)
    return tuple(replace(t, number=n) for n, t in enumerate(told))


def _of(happening: Happening, habits: Habits, cast: Cast, draw: random.Random) -> Iterator[Telling]:
    if happening.claimant is not None:
        yield from _claims(happening, habits, cast, draw)
    reporters = []
    for outlet in cast.outlets:
        account = _account(happening, outlet, habits, cast, draw)
        if account is not None:
            reporters.append(outlet.name)
            yield account
            if not happening.is_true and draw.random() < habits.rate["corrects"]:
                yield replace(account, kind="withdrawal", day=account.day + draw.randint(2, 10))
    yield from _official(happening, habits, cast, draw)
    if happening.claimant is not None:
        yield from _check(happening, habits, cast, draw)
    yield from _asides(happening, set(reporters), habits, cast, draw)


def _claims(happening: Happening, habits: Habits, cast: Cast, draw: random.Random) -> Iterator[Telling]:
    assert happening.claimant is not None
    group = cast.groups[happening.claimant]
    details = happening.details
    if draw.random() < habits.rate["boasting"]:
        details = replace(details, killed=details.killed + draw.randint(1, 6))
    is_late = draw.random() < habits.rate["late"]
    day = details.day + (draw.randint(*_LATE_DAYS) if is_late else draw.choice((0, 0, 1, 1, 2)))
    family = f"group {happening.claimant}"
    claim = Telling(
        number=0,
        happening=happening.number,
        kind="claim",
        outlet=group.channel,
        day=day,
        details=details,
        family=family,
        holder=group.name,
        group=happening.claimant,
    )
    yield claim
    if group.front_channel is not None and draw.random() < habits.rate["front_echo"]:
        yield replace(
            claim, kind="front", outlet=group.front_channel, holder=None, day=day + draw.randint(0, 1)
        )
    if happening.is_true and draw.random() < habits.rate["stolen"]:
        other = draw.choice([n for n in range(len(cast.groups)) if n != happening.claimant])
        thief = cast.groups[other]
        yield replace(
            claim, outlet=thief.channel, holder=thief.name, group=other, family=f"group {other}", day=day + 1
        )


def _account(
    happening: Happening, outlet: Outlet, habits: Habits, cast: Cast, draw: random.Random
) -> Telling | None:
    """An outlet's own news of it, or None."""
    if outlet.province is not None and outlet.province != happening.details.province:
        return None
    chance = outlet.diligence * happening.seen
    if not happening.is_true:
        chance *= habits.rate["rumour"]
        if outlet.leans_to is not None and outlet.leans_to == happening.claimant:
            chance = habits.rate["leaning_rumour"]
    if draw.random() >= chance:
        return None
    wrong = 1.0 if happening.is_true else habits.rate["rumour_error"]
    return Telling(
        number=0,
        happening=happening.number,
        kind="account",
        outlet=outlet.name,
        day=happening.details.day + _delay(habits.rate["delay"], draw),
        details=_as_seen(happening.details, wrong, habits, draw),
        family=f"outlet {outlet.name}",
        hedges=draw.random() < habits.rate["hedges"] * (1 if happening.is_true else 2),
    )


def _as_seen(details: Details, wrong: float, habits: Habits, draw: random.Random) -> Details:
    """The details with a reporter's errors."""
    rate = habits.rate
    if draw.random() < rate["toll_error"] * wrong:
        details = replace(details, killed=max(0, details.killed + draw.choice((-2, -1, 1, 2, 3))))
    if draw.random() < rate["day_error"] * wrong:
        details = replace(details, day=details.day + draw.choice((-1, 1)))
    if draw.random() < rate["vague_place"] * wrong:
        details = replace(details, is_vague=True)
    if draw.random() < rate["no_target"] * wrong:
        details = replace(details, target=None)
    return details


def _official(happening: Happening, habits: Habits, cast: Cast, draw: random.Random) -> Iterator[Telling]:
    """The police's word, heard by a paper of the province or the nation."""
    rate = habits.rate
    confirms = rate["official_confirms"] if happening.is_true else rate["official_errs"]
    denies = rate["official_hides"] if happening.is_true else rate["official_denies"]
    drawn = draw.random()
    if drawn >= confirms + denies:
        return
    province = happening.details.province
    papers = [o for o in cast.outlets if o.province == province or o.kind == "national"]
    police = cast.police[province]
    yield Telling(
        number=0,
        happening=happening.number,
        kind="official",
        outlet=draw.choice(papers).name,
        day=happening.details.day + _delay(2 * rate["delay"], draw),
        details=_as_seen(happening.details, 0.5, habits, draw),
        family=f"police {police}",
        holder=police,
        denies=drawn >= confirms,
    )


def _check(happening: Happening, habits: Habits, cast: Cast, draw: random.Random) -> Iterator[Telling]:
    for monitor in cast.of_kind("monitor"):
        if draw.random() >= habits.rate["checks"]:
            continue
        is_right = draw.random() < habits.rate["check_is_right"]
        if is_right == happening.is_true:
            outcome = Outcome.CORROBORATED
        else:
            outcome = Outcome.CONTRADICTED if draw.random() < 0.3 else Outcome.UNCORROBORATED
        yield Telling(
            number=0,
            happening=happening.number,
            kind="check",
            outlet=monitor.name,
            day=happening.details.day + draw.randint(20, 60),
            details=happening.details,
            family=f"check {monitor.name}",
            holder=cast.groups[happening.claimant or 0].name,
            group=happening.claimant,
            outcome=outcome,
        )


def _asides(
    happening: Happening, reporters: set[str], habits: Habits, cast: Cast, draw: random.Random
) -> Iterator[Telling]:
    """Other news of that town in those days, by its papers that are silent about the event."""
    for outlet in cast.of_kind("local"):
        is_there = outlet.province == happening.details.province and outlet.name not in reporters
        if is_there and draw.random() < habits.rate["covers"]:
            day = happening.details.day + draw.randint(0, 2)
            yield Telling(
                number=0,
                happening=happening.number,
                kind="aside",
                outlet=outlet.name,
                day=day,
                details=replace(happening.details, day=day),
                family=f"outlet {outlet.name}",
            )


def _front_ties(cast: Cast, draw: random.Random) -> Iterator[Telling]:
    nothing = Details(day=0, province=0, town=0, target=None, killed=0)
    for number, group in enumerate(cast.groups):
        if group.front is not None and group.is_front_known:
            monitor = draw.choice(cast.of_kind("monitor")).name
            yield Telling(
                number=0,
                happening=-1,
                kind="tie",
                outlet=monitor,
                day=draw.randint(0, 30),
                details=nothing,
                family=f"outlet {monitor}",
                group=number,
            )


def _delay(mean: float, draw: random.Random) -> int:
    """Days, few of them long: geometric with that mean."""
    days = 0
    while draw.random() < mean / (1 + mean):
        days += 1
    return days
