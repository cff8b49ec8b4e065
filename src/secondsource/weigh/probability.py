"""The probability that a claimed event happened: log-odds summed over what bears on it, each with its sentence.

Weights of evidence (I. J. Good, *Probability and the Weighing of Evidence*, 1950) over origin families, and the
record of each claimant and reporter in the case (`reliability`). Records are taken once, from sums without records,
so that nothing feeds on itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from secondsource.records import Weight
from secondsource.weigh.bearings import Bearing
from secondsource.weigh.decisions import first_upper
from secondsource.weigh.evidence import listed
from secondsource.weigh.figures import counted
from secondsource.weigh.odds import REPORTS, Odds
from secondsource.weigh.reliability import (
    Prior,
    Record,
    Records,
    Telling,
    chance,
    log_odds,
)

# Log-odds below this are not worth a line.
_LEAST = 0.005
COUNTS = {"claim": "claimant_counts", "report": "reporter_counts"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Borne:
    """What bears on one claim; `claimant` is the name to show."""

    claimant_id: str
    claimant: str
    bearings: tuple[Bearing, ...]


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
        _bounded(_total(pieces, odds) + _counts(record, "claim", odds), odds)
        for record, pieces, _ in _weigh_all(claims, odds)
    ]


def words_of_others(claims: Sequence[Borne], odds: Odds) -> Iterator[tuple[int, Bearing, tuple[Piece, ...]]]:
    """For each report and withdrawal of an origin, by the number of its claim, all that other voices say of that."""
    plain = [_weigh(c.bearings, odds, {}) for c in claims]
    return _words_of_others(claims, plain)


def _weigh_all(
    claims: Sequence[Borne], odds: Odds
) -> Iterator[tuple[Record, list[Piece], dict[str, Record]]]:
    """For each claim its claimant's record, its evidence with log-odds, and its reporters' records by origin."""
    plain = [_weigh(c.bearings, odds, {}) for c in claims]
    claimants, told = _claimants(claims, plain, odds), _reporters(claims, plain, odds)
    for number, claim in enumerate(claims):
        own = {o: told.of(o, number) for b in claim.bearings if (o := b.origin) is not None}
        yield claimants.of(claim.claimant_id, number), _weigh(claim.bearings, odds, own), own


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
        value += _counts(record, "report", odds)
    for share in bearing.shares:
        value *= odds.shares[share]
    if bearing.grade is not None:
        value *= odds.grades[bearing.grade]
    if bearing.habit is not None:
        value *= bearing.habit.own_share(odds.habits["hidden"])
    return max(0.0, value)


def _claimants(claims: Sequence[Borne], plain: Sequence[Sequence[Piece]], odds: Odds) -> Records:
    """How far others bear out what each claimant claims."""
    told = [
        Telling(who=c.claimant_id, event=n, chance=chance(_total(pieces, odds)))
        for n, (c, pieces) in enumerate(zip(claims, plain, strict=True))
    ]
    return Records(told, Prior(usual=odds.records["usual_claim"], doubt=odds.records["doubt"]))


def _reporters(claims: Sequence[Borne], plain: Sequence[Sequence[Piece]], odds: Odds) -> Records:
    """How far others bear out what each origin reports, by its key."""
    told = [
        Telling(who=bearing.origin, event=n, chance=chance(_total(others, odds)))
        for n, bearing, others in _words_of_others(claims, plain)
        if bearing.origin is not None and bearing.entry in REPORTS
    ]
    return Records(told, Prior(usual=odds.records["usual_report"], doubt=odds.records["doubt"]))


def _words_of_others(
    claims: Sequence[Borne], plain: Sequence[Sequence[Piece]]
) -> Iterator[tuple[int, Bearing, tuple[Piece, ...]]]:
    for number, (claim, pieces) in enumerate(zip(claims, plain, strict=True)):
        for bearing in claim.bearings:
            if bearing.origin is not None:
                yield number, bearing, tuple(p for p in pieces if not _is_of(p.bearing, bearing))


def _is_of(bearing: Bearing, report: Bearing) -> bool:
    """True if a piece is of the voice that reports."""
    return bearing.origin == report.origin or (report.voice is not None and bearing.voice == report.voice)


def _counts(record: Record, what: str, odds: Odds) -> float:
    """The log-odds that a record adds to a claim or report: what is usual adds nothing."""
    if not record.events:
        return 0.0
    usual, counts = odds.records[f"usual_{what}"], odds.records[COUNTS[what]]
    return counts * (log_odds(record.share) - log_odds(usual))


def _sum(
    claim: Borne, record: Record, pieces: Sequence[Piece], records: Mapping[str, Record], odds: Odds
) -> Sum:
    start = Weight(
        entry="start", sentence=f"{first_upper(odds.says['start'])}.", log_odds=odds.value["start"]
    )
    told = [start]
    counts = _counts(record, "claim", odds)
    if abs(counts) >= _LEAST:
        told.append(
            Weight(
                entry="claimant_counts",
                sentence=f"Of {counted(record.events, 'other claim')} by {claim.claimant} here,"
                f" others bear out about {record.borne_out:.0f}.",
                log_odds=round(counts, 3),
            )
        )
    lines = [_line(p, records.get(p.bearing.origin or ""), odds) for p in pieces]
    told += sorted(lines, key=lambda w: -abs(w.log_odds))
    probability = _bounded(_total(pieces, odds) + counts, odds)
    return Sum(probability=round(probability, 3), weights=tuple(told))


def _line(piece: Piece, record: Record | None, odds: Odds) -> Weight:
    """One piece of evidence in a sentence, with what cuts its weight and what its voice says besides."""
    bearing = piece.bearing
    says = odds.says[bearing.entry]
    words = f"{bearing.who} {says}" if bearing.who else bearing.detail.rstrip(".")
    if bearing.who and bearing.detail:
        words += f", {bearing.detail}"
    if "hedged" in bearing.shares:
        words += ", as hearsay"
    if bearing.entry in REPORTS:
        words += _cuts(bearing, record, odds)
    words += _besides(piece, odds)
    said = (bearing, *piece.besides)
    return Weight(
        entry=bearing.entry,
        sentence=f"{first_upper(words)}.",
        log_odds=round(piece.value, 3),
        statement_ids=tuple(dict.fromkeys(s for b in said for s in b.statement_ids)),
        family_ids=tuple(dict.fromkeys(f for b in said for f in b.family_ids)),
    )


def _cuts(bearing: Bearing, record: Record | None, odds: Odds) -> str:
    """What the weight of a report is cut by: the outlet's habits, and its record elsewhere."""
    words, habit = "", bearing.habit
    if habit is not None and habit.own_share(odds.habits["hidden"]) < 0.9:
        words += (
            f"; it repeats others in {counted(habit.repeated, 'document')} here, and was first with"
            f" {counted(habit.first, 'event')}"
        )
    if record is not None and abs(_counts(record, "report", odds)) >= 0.1:
        events = counted(record.events, "other event")
        words += f"; others bear out about {record.borne_out:.0f} of {events} that it tells of"
    return words


def _besides(piece: Piece, odds: Odds) -> str:
    """What else the same voice says to that effect, which counts no more."""
    first = (piece.bearing.who, piece.bearing.entry)
    others = [o for b in piece.besides if (o := (b.who, b.entry)) != first]
    others.sort(key=lambda o: o[0] != first[0])
    said = [f"{'it' if w == first[0] else w} {odds.says[e]}" for w, e in dict.fromkeys(others)]
    return f"; of one origin with it, and not counted again: {listed(said)}" if said else ""


def _total(pieces: Iterable[Piece], odds: Odds) -> float:
    return odds.value["start"] + sum(p.value for p in pieces)


def _bounded(total: float, odds: Odds) -> float:
    return min(odds.limits["most"], max(odds.limits["least"], chance(total)))
