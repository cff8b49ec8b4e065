"""Facts that count against a claim whatever anybody reports.

Two exclude it: its day lies after its publication, or before the group was formed by its own account. Others only
show that a detail can't be as told: no such day, a place outside the province named, a toll or a year that all
independent records contradict. The event may have happened all the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from secondsource.match.days import has_assumed_year
from secondsource.match.tellings import event_of
from secondsource.records import ResolvedStatement, Toll
from secondsource.resolve.places import OUTSIDE
from secondsource.resolve.undated import Undated
from secondsource.weigh.details import toll_words
from secondsource.weigh.dossier import Dossier, Report
from secondsource.weigh.evidence import listed

# One count may be wrong; so may one year. From two families on, that differ from the claim, it is the claim's.
_LEAST_RECORDS = 2
# A night or a trial's length around New Year is no other year.
_LEAST_YEAR_GAP_DAYS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedFact:
    """A fact against the claim, and the statements that show it."""

    sentence: str
    statement_ids: tuple[str, ...]


def excluding_facts(dossier: Dossier) -> tuple[FixedFact, ...]:
    """The facts against a claim; a fact counts only if every telling of the claim that names a day has it against it.

    Copies don't count, and days of which nobody wrote the year exclude nothing.
    """
    repeats = dossier.evidence.known.repeats.of
    dated = [
        s
        for s in dossier.statements
        if s.when is not None and s.when.earliest is not None and s.statement.id not in repeats
    ]
    if not dated or any(s.when is not None and has_assumed_year(s.when) for s in dated):
        return ()
    return tuple(f for f in (_told_before_it_happened(dossier, dated), _before_founding(dossier, dated)) if f)


def facts_against_details(dossier: Dossier) -> tuple[FixedFact, ...]:
    """The facts against a detail of the claim; each holds only if all tellings of the claim have it so."""
    repeats = dossier.evidence.known.repeats.of
    told = [s for s in dossier.statements if s.statement.id not in repeats]
    facts = (_no_such_day(told), _outside_its_province(dossier, told), _other_year(dossier, told))
    return (*(f for f in facts if f), *_tolls(dossier, told))


def _no_such_day(told: list[ResolvedStatement]) -> FixedFact | None:
    if not told or any(s.undated != Undated.NO_SUCH_DAY for s in told):
        return None
    words = sorted({when.words for s in told if (when := event_of(s).when)})
    return FixedFact(
        sentence=f"No calendar has the day claimed, “{listed(words)}”.",
        statement_ids=tuple(s.statement.id for s in told),
    )


def _outside_its_province(dossier: Dossier, told: list[ResolvedStatement]) -> FixedFact | None:
    """The gazetteer may lack a hamlet: it is believed where nobody independent puts the event there too."""
    if any("place" in r.agreement.same for r in dossier.reports):
        return None
    if not told or any(s.place is None or s.place.rule != OUTSIDE for s in told):
        return None
    names = [p.name for s in told if (p := event_of(s).place)]
    around = sorted({s.place.place.name for s in told if s.place})
    return FixedFact(
        sentence=f"The gazetteer has {names[0]} only outside {listed(around)}, where the claim puts it.",
        statement_ids=tuple(s.statement.id for s in told),
    )


def _other_year(dossier: Dossier, told: list[ResolvedStatement]) -> FixedFact | None:
    own = {_year(s) for s in told if s.when is not None}
    records = {r.family.id: [s for s in r.statements if _year(s)] for r in dossier.reports}
    written = [s for items in records.values() for s in items]
    theirs = {_year(s) for s in written}
    if len(own) != 1 or None in own or own & theirs or sum(map(bool, records.values())) < _LEAST_RECORDS:
        return None
    days = [[s.when.earliest for s in of if s.when and s.when.earliest] for of in (told, written)]
    if min(abs((a - b).days) for a in days[0] for b in days[1]) < _LEAST_YEAR_GAP_DAYS:
        return None
    (year,) = own
    return FixedFact(
        sentence=f"The year claimed, {year}, is no independent record's: all write "
        f"{listed([str(y) for y in sorted(y for y in theirs if y)])}.",
        statement_ids=tuple(s.statement.id for s in (*told, *written)),
    )


def _year(item: ResolvedStatement) -> int | None:
    """The year of the day told, if somebody wrote it."""
    when = item.when
    return when.earliest.year if when and when.earliest and not has_assumed_year(when) else None


def _tolls(dossier: Dossier, told: list[ResolvedStatement]) -> Iterator[FixedFact]:
    for field in ("killed", "injured", "abducted"):
        own = [(s, t) for s in told if (t := _toll(s, field))]
        counts = [(r, s, t) for r in dossier.reports for s in r.statements if (t := _toll(s, field))]
        if not own or len({r.family.id for r, _, _ in counts}) < _LEAST_RECORDS:
            continue
        lowest, highest = min(t.low for _, _, t in counts), _highest([t for _, _, t in counts])
        most = _highest([t for _, t in own])
        side = None
        if highest is not None and min(t.low for _, t in own) > highest:
            side = "above"
        elif most is not None and most < lowest:
            side = "below"
        if side is not None:
            yield FixedFact(
                sentence=f"The toll claimed, {toll_words(own[0][1])} {field}, is {side} every independent count: "
                f"{_counted(dossier, counts)}.",
                statement_ids=tuple(
                    dict.fromkeys(s.statement.id for s in (*(s for s, _ in own), *(s for _, s, _ in counts)))
                ),
            )


def _toll(item: ResolvedStatement, field: str) -> Toll | None:
    toll: Toll | None = getattr(event_of(item), field)
    return toll


def _highest(tolls: list[Toll]) -> int | None:
    """The highest of some tolls; None where one has no upper end."""
    ends = [t.high for t in tolls if t.high is not None]
    return max(ends) if len(ends) == len(tolls) else None


def _counted(dossier: Dossier, counts: list[tuple[Report, ResolvedStatement, Toll]]) -> str:
    by: dict[str, list[str]] = {}
    for report, _, toll in counts:
        by.setdefault(toll_words(toll), []).append(dossier.evidence.shown_family(report.family))
    return "; ".join(f"{words} ({listed(list(dict.fromkeys(who)))})" for words, who in by.items())


def _told_before_it_happened(dossier: Dossier, dated: list[ResolvedStatement]) -> FixedFact | None:
    # One day of slack: it is tomorrow already where the attack was.
    early = [
        s
        for s in dated
        if s.when
        and s.when.earliest
        and s.known
        and s.known.latest
        and (s.when.earliest - s.known.latest).days > 1
    ]
    if len(early) != len(dated):
        return None
    when, known = early[0].when, early[0].known
    assert when is not None
    assert known is not None
    return FixedFact(
        sentence=f"The day claimed, {when.edtf}, lies after the claim itself was published, {known.edtf}.",
        statement_ids=tuple(s.statement.id for s in early),
    )


def _before_founding(dossier: Dossier, dated: list[ResolvedStatement]) -> FixedFact | None:
    """By the group's own account it was formed after the day that it claims."""
    claimant = dossier.claim.claimant_id
    latest = [s.when.latest for s in dated if s.when and s.when.latest]
    for item in dossier.evidence.emergences.get(claimant, ()):
        formed = item.when
        if formed is None or formed.earliest is None or has_assumed_year(formed):
            continue
        if dossier.evidence.origin(item).name == claimant and max(latest) < formed.earliest:
            return FixedFact(
                sentence=f"By its own account {dossier.claimant} was formed later, {formed.edtf}.",
                statement_ids=(item.statement.id, *dossier.claim.statement_ids),
            )
    return None
