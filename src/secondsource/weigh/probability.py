"""The probability that a claimed event happened: log-odds summed over what bears on it, each with its sentence.

Weights of evidence (I. J. Good, *Probability and the Weighing of Evidence*, 1950) over origin families, and the
record of each claimant and reporter in the case: how far others bear out what else it told. The records are taken
once, from sums without records, so that nothing feeds on itself.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from secondsource.records import Weight
from secondsource.weigh.bearings import Bearing
from secondsource.weigh.decisions import first_upper
from secondsource.weigh.evidence import listed
from secondsource.weigh.odds import REPORTS, Odds

# Log-odds below this are not worth a line.
_LEAST = 0.005


@dataclass(frozen=True, slots=True, kw_only=True)
class Borne:
    """What bears on one claim; `claimant` is the name to show."""

    claimant_id: str
    claimant: str
    bearings: tuple[Bearing, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """How an origin's other tellings in the case fare: how many, how many of them others bear out, and log-odds."""

    others: int
    borne_out: float
    log_odds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """The probability of one claim's event and the log-odds that it sums up, in order of weight after the start."""

    probability: float
    weights: tuple[Weight, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """What counts of one voice's words in one direction: the strongest, its log-odds, and what it says besides."""

    bearing: Bearing
    value: float
    besides: tuple[Bearing, ...] = ()


def sum_up(claims: Sequence[Borne], odds: Odds) -> list[Sum]:
    """The sums of all claims of a case, in the order given."""
    return [
        _sum(claim, record, pieces, own, odds)
        for claim, (record, pieces, own) in zip(claims, _weigh_all(claims, odds), strict=True)
    ]


def chances(claims: Sequence[Borne], odds: Odds) -> list[float]:
    """The probabilities alone, for learning the odds."""
    return [
        _bounded(_total(pieces, odds) + record.log_odds, odds)
        for record, pieces, _ in _weigh_all(claims, odds)
    ]


def _weigh_all(
    claims: Sequence[Borne], odds: Odds
) -> Iterator[tuple[Record, list[Piece], dict[str, Record]]]:
    """For each claim its claimant's record, its evidence with log-odds, and its reporters' records by origin."""
    plain = [_weigh(c.bearings, odds, {}) for c in claims]
    claimants, reporters = _claimants(claims, plain, odds), _reporters(claims, plain, odds)
    for number, claim in enumerate(claims):
        own = {o: reporters[o, number] for b in claim.bearings if (o := b.origin) is not None}
        yield claimants[number], _weigh(claim.bearings, odds, own), own


def _weigh(bearings: Iterable[Bearing], odds: Odds, records: Mapping[str, Record]) -> list[Piece]:
    """The evidence with its log-odds: of what one voice says for the event, or against it, the strongest piece."""
    found: dict[tuple[str | int, bool], list[tuple[Bearing, float]]] = {}
    for number, bearing in enumerate(bearings):
        is_for = odds.value[bearing.entry] > 0
        said = found.setdefault((number if bearing.voice is None else bearing.voice, is_for), [])
        said.append((bearing, _value(bearing, odds, records)))
    pieces = []
    for said in found.values():
        (bearing, value), *others = sorted(said, key=lambda b: -abs(b[1]))
        pieces.append(Piece(bearing=bearing, value=value, besides=tuple(b for b, _ in others)))
    return pieces


def _value(bearing: Bearing, odds: Odds, records: Mapping[str, Record]) -> float:
    """What a piece adds to the log-odds by itself; a report never speaks against the event."""
    value = odds.value[bearing.entry]
    if bearing.entry not in REPORTS:
        return value
    record = records.get(bearing.origin or "")
    if record is not None:
        value += record.log_odds
    for share in bearing.shares:
        value *= odds.shares[share]
    if bearing.grade is not None:
        value *= odds.grades[bearing.grade]
    if bearing.habit is not None:
        value *= bearing.habit.own_share(odds.habits["hidden"])
    return max(0.0, value)


def _claimants(claims: Sequence[Borne], plain: Sequence[Sequence[Piece]], odds: Odds) -> list[Record]:
    """For each claim how the other claims of its claimant fare."""
    told = [
        (c.claimant_id, n, _chance(_total(w, odds)))
        for n, (c, w) in enumerate(zip(claims, plain, strict=True))
    ]
    counts = odds.records["claimant_counts"]
    found = _records(told, odds.records["usual_claim"], counts, odds.records["doubt"])
    return [found[c.claimant_id, n] for n, c in enumerate(claims)]


def _reporters(
    claims: Sequence[Borne], plain: Sequence[Sequence[Piece]], odds: Odds
) -> Mapping[tuple[str, int], Record]:
    """For each origin and claim that it reports how the other claims that it reports fare, without its own word."""
    told = []
    for number, (claim, pieces) in enumerate(zip(claims, plain, strict=True)):
        total = _total(pieces, odds)
        voices = {b.origin: b.voice for b in claim.bearings if b.origin is not None}
        for origin, voice in sorted(voices.items()):
            own = sum(p.value for p in pieces if _is_of(p.bearing, origin, voice))
            told.append((origin, number, _chance(total - own)))
    counts = odds.records["reporter_counts"]
    return _records(told, odds.records["usual_report"], counts, odds.records["doubt"])


def _is_of(bearing: Bearing, origin: str, voice: str | None) -> bool:
    return bearing.origin == origin or (voice is not None and bearing.voice == voice)


def _records(
    told: Iterable[tuple[str, int, float]], usual: float, counts: float, doubt: float
) -> dict[tuple[str, int], Record]:
    """By who and claim: the record in all other claims; what is usual counts as `doubt` cases more."""
    rows = list(told)
    total: dict[str, float] = {}
    number: dict[str, int] = {}
    for who, _, chance in rows:
        total[who] = total.get(who, 0.0) + chance
        number[who] = number.get(who, 0) + 1
    found = {}
    for who, claim, chance in rows:
        others, borne_out = number[who] - 1, max(0.0, total[who] - chance)
        share = (borne_out + doubt * usual) / (others + doubt)
        log_odds = counts * (_log_odds(share) - _log_odds(usual)) if others else 0.0
        found[who, claim] = Record(others=others, borne_out=borne_out, log_odds=log_odds)
    return found


def _sum(
    claim: Borne, record: Record, pieces: Sequence[Piece], records: Mapping[str, Record], odds: Odds
) -> Sum:
    start = Weight(
        entry="start", sentence=f"{first_upper(odds.says['start'])}.", log_odds=odds.value["start"]
    )
    told = [start]
    if abs(record.log_odds) >= _LEAST:
        told.append(
            Weight(
                entry="claimant_counts",
                sentence=f"Of {record.others} other claims by {claim.claimant} here,"
                f" others bear out about {record.borne_out:.0f}.",
                log_odds=round(record.log_odds, 3),
            )
        )
    lines = [_line(p, records.get(p.bearing.origin or ""), odds) for p in pieces]
    told += sorted(lines, key=lambda w: -abs(w.log_odds))
    chance = _bounded(_total(pieces, odds) + record.log_odds, odds)
    return Sum(probability=round(chance, 3), weights=tuple(told))


def _line(piece: Piece, record: Record | None, odds: Odds) -> Weight:
    """One piece of evidence in a sentence, with what cuts its weight and what its voice says besides."""
    bearing = piece.bearing
    says = odds.says[bearing.entry]
    words = f"{bearing.who} {says}" if bearing.who else bearing.detail.rstrip(".")
    if bearing.who and bearing.detail:
        words += f", {bearing.detail}"
    if "hedged" in bearing.shares:
        words += ", as hearsay"
    habit = bearing.habit
    if habit is not None and habit.own_share(odds.habits["hidden"]) < 0.9:
        words += (
            f"; it repeats others in {habit.repeated} documents here, and was first with {habit.first} events"
        )
    if record is not None and abs(record.log_odds) >= 0.1:
        words += (
            f"; others bear out about {record.borne_out:.0f} of {record.others} other events that it tells of"
        )
    words += _besides(piece, odds)
    said = (bearing, *piece.besides)
    return Weight(
        entry=bearing.entry,
        sentence=f"{first_upper(words)}.",
        log_odds=round(piece.value, 3),
        statement_ids=tuple(dict.fromkeys(s for b in said for s in b.statement_ids)),
        family_ids=tuple(dict.fromkeys(f for b in said for f in b.family_ids)),
    )


def _besides(piece: Piece, odds: Odds) -> str:
    """What else the same voice says to that effect, which counts no more."""
    first = (piece.bearing.who, piece.bearing.entry)
    others = [o for b in piece.besides if (o := (b.who, b.entry)) != first]
    said = [f"{'it' if w == first[0] else w} {odds.says[e]}" for w, e in dict.fromkeys(others)]
    return f"; of one origin with it, and not counted again: {listed(said)}" if said else ""


def _total(pieces: Iterable[Piece], odds: Odds) -> float:
    return odds.value["start"] + sum(p.value for p in pieces)


def _bounded(log_odds: float, odds: Odds) -> float:
    return min(odds.limits["most"], max(odds.limits["least"], _chance(log_odds)))


def _chance(log_odds: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, log_odds))))


def _log_odds(chance: float) -> float:
    return math.log(chance / (1 - chance))
