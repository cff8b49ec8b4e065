"""How far a report agrees with a claim: day, place, target, toll and effect, each apart."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from secondsource.match.days import DayFit, compare_days, width_in_days
from secondsource.match.places import PlaceFit, compare_places, whereabouts_of
from secondsource.match.targets import kinds_agree, targets_of
from secondsource.match.tellings import event_of
from secondsource.records import ResolvedStatement, Toll
from secondsource.weigh.phrases import says

# A week, as data sets and news tell it ("from Monday to Monday").
_FEW_DAYS = 8
DETAILS = ("day", "place", "target", "toll", "effect")


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Details in the order of `DETAILS`; what stands in neither tuple, one side doesn't tell."""

    same: tuple[str, ...]
    other: tuple[str, ...]

    @property
    def is_full(self) -> bool:
        """True if day and place are the same and no detail differs."""
        return not self.other and {"day", "place"} <= set(self.same)


def compare_reports(
    claims: Sequence[ResolvedStatement],
    reports: Sequence[ResolvedStatement],
    sentence: Callable[[ResolvedStatement], str],
    ignored: frozenset[str] = frozenset(),
) -> Agreement:
    """How the reports of one family agree with the statements of one claim.

    A detail is the same if any report agrees with any telling of the claim, and differs if none does and one
    contradicts it. What only the wider place is told of (the province), or only weeks around the day, neither agrees
    nor differs.
    """
    found: dict[str, bool | None] = {}
    for detail, compare in _COMPARE.items():
        answers = {compare(c, r) for c in claims for r in reports}
        found[detail] = True if True in answers else (False if False in answers else None)
    if _fell_short(claims, reports, sentence):
        found["effect"] = False
    return Agreement(
        same=tuple(d for d in DETAILS if found.get(d) is True),
        other=tuple(d for d in DETAILS if found.get(d) is False and d not in ignored),
    )


def _fell_short(
    claims: Sequence[ResolvedStatement],
    reports: Sequence[ResolvedStatement],
    sentence: Callable[[ResolvedStatement], str],
) -> bool:
    """True if a report says that nothing was hit, or nobody where the claim tells of dead or hurt."""
    told = [sentence(c) for c in claims]
    tells_people = any((t := event_of(c)).killed or t.injured for c in claims)
    for words in map(sentence, reports):
        if says("without_damage", words) and not any(says("without_damage", t) for t in told):
            return True
        if tells_people and says("without_casualties", words):
            return True
    return False


def compare_places_of(claim: ResolvedStatement, report: ResolvedStatement) -> bool | None:
    """Whether two statements put the event at one place; None where one is vague about it."""
    fit, _ = compare_places(whereabouts_of(claim), whereabouts_of(report), spot_km=2.0)
    return {
        PlaceFit.SAME: True,
        PlaceFit.SAME_WORDS: True,
        PlaceFit.NEAR: _is_one_spot(claim, report),
        PlaceFit.APART: False,
        PlaceFit.FAR: False,
        PlaceFit.OTHER_WORDS: False,
    }.get(fit)


def _is_one_spot(claim: ResolvedStatement, report: ResolvedStatement) -> bool:
    """Near places are one unless both are named exactly: the base beside the airport is another place."""
    return not (
        claim.place is not None
        and report.place is not None
        and claim.place.precision == report.place.precision == 1
    )


def _day(claim: ResolvedStatement, report: ResolvedStatement) -> bool | None:
    """None where a report spans weeks around a claimed day: something of that month isn't said to be that day's."""
    fit = compare_days(claim.when, report.when).fit
    if fit is DayFit.OVERLAP:
        wide = width_in_days(report.when) or 1
        return True if wide <= max(_FEW_DAYS, width_in_days(claim.when) or 1) else None
    return {DayFit.SAME: True, DayFit.UNKNOWN: None}.get(fit, False)


def _target(claim: ResolvedStatement, report: ResolvedStatement) -> bool | None:
    one, other = targets_of(event_of(claim).on), targets_of(event_of(report).on)
    sites = kinds_agree(one.sites, other.sites)
    if sites is not None:
        return sites
    if one.words & other.words:
        return True
    return True if kinds_agree(one.people, other.people) else None


def _toll(claim: ResolvedStatement, report: ResolvedStatement) -> bool | None:
    one, other = event_of(claim), event_of(report)
    answers = [
        _overlap(a, b)
        for a, b in ((one.killed, other.killed), (one.injured, other.injured), (one.abducted, other.abducted))
        if a is not None and b is not None
    ]
    return (False not in answers) if answers else None


def _overlap(first: Toll, second: Toll) -> bool:
    if first.high is not None and second.low > first.high:
        return False
    return not (second.high is not None and first.low > second.high)


_COMPARE: dict[str, Callable[[ResolvedStatement, ResolvedStatement], bool | None]] = {
    "day": _day,
    "place": compare_places_of,
    "target": _target,
    "toll": _toll,
}
