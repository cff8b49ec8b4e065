"""What changed in a case between two days: news, support, decisions, rates and choices, as an answer with quotes."""

from __future__ import annotations

from datetime import date

from secondsource.records import Reason
from secondsource.show.answers import Entry, Figure, Quoter, cut
from secondsource.show.brief.days import date_words, days_in_words
from secondsource.show.brief.parts import Runs, Style, name, say
from secondsource.show.brief.view import View
from secondsource.show.state import State
from secondsource.show.support_changes import support_entries
from secondsource.show.what_is_new import new_entries
from secondsource.show.what_was_decided import Decided, decided_entries
from secondsource.weigh.changes import Answer, Basis, Difference, Matter, Part, Shift, compare
from secondsource.weigh.figures import counted

_MOST_ENTRIES = 20
_TOLD = frozenset({Answer.CHANGED, Answer.COVERAGE})


def changes_answer(
    since: date, until: date | None, before: State, after: State, decided: Decided | None
) -> Entry:
    """The answer. `before` and `after` are judged alike; what judgements changed is told apart, from `decided`."""
    found = compare(before.derived, after.derived)
    views = View(before.derived, before.documents), View(after.derived, after.documents)
    quoter = Quoter(views[1], after.documents)
    repeating = Quoter(views[1], after.documents, once=False)
    new = new_entries(*views, repeating, found, after.rejected)
    decisions = decided_entries(since, until, before, views[1], after.documents, decided) if decided else []
    sections = [
        _section("new", "New", new),
        _section("support", "What gained or lost support", support_entries(*views, quoter, found)),
        _section("sources", "Sources", [*_taken_back(before, after, quoter), *_records(before, after)]),
        _section("decisions", "Decided in these days", decisions),
        _section("shifts", "Rates and targets", _shifts(before, after, quoter, found)),
    ]
    came = len(after.documents.keys() - before.documents.keys())
    entries = [s for s in sections if s]
    nothing = "" if entries else " Nothing changed."
    end = f" and by {date_words(until)}" if until else ""
    head = (
        f"What became known after {date_words(since)}{end}: {counted(came, 'document')} came in, beside"
        f" {len(before.documents):,} known by then.{nothing}"
    )
    return Entry(
        runs=(say(head),),
        key="changes",
        figures=(
            ("since", since.isoformat()),
            ("until", until.isoformat() if until else None),
            ("documents_before", len(before.documents)),
            ("documents_new", came),
        ),
        entries=tuple(entries),
    )


def _section(key: str, title: str, entries: list[Entry]) -> Entry | None:
    if not entries:
        return None
    return Entry(runs=(say(title, Style.STRONG),), key=key, entries=cut(entries, _MOST_ENTRIES, "change"))


def _taken_back(before: State, after: State, quoter: Quoter) -> list[Entry]:
    """Reports that their outlet took back since."""
    known = {s for r in _retractions(before) for s in r.statement_ids}
    told = dict.fromkeys(r for r in _retractions(after) if not known & set(r.statement_ids))
    return [quoter.entry((name(r.sentence),), r.statement_ids, key="taken_back") for r in told]


def _retractions(state: State) -> list[Reason]:
    return [r for v in state.derived.verdicts for r in v.reasons if r.rule == "retraction_withdraws"]


def _records(before: State, after: State) -> list[Entry]:
    """Outlets whose record in the case has earned them another letter."""
    then = {r.outlet: r for r in before.derived.reliabilities}
    entries = []
    for record in after.derived.reliabilities:
        old = then.get(record.outlet)
        letters = (old.grade if old else None, record.grade)
        if letters[0] != letters[1]:
            was, now = (f"{g}?" if g else "too few to tell" for g in letters)
            borne = f"others bear out about {record.borne_out:.0f} of {counted(record.events, 'event')}"
            runs: Runs = (
                name(record.outlet, Style.STRONG),
                say(f", by its record here: {was} → {now}; {borne}."),
            )
            figures = (("outlet", record.outlet), ("record_before", letters[0]), ("record", letters[1]))
            entries.append(Entry(runs=runs, key="record", figures=figures))
    return entries


def _shifts(before: State, after: State, quoter: Quoter, found: Difference) -> list[Entry]:
    """Shifts that are told now and were not then; and of whom too little is told for any."""
    then = {(s.actor_id, s.basis, s.matter): s for s in before.shifts}
    entries = []
    for shift in after.shifts:
        old = then.get((found.actors.get(shift.actor_id) or "", shift.basis, shift.matter))
        if shift.answer in _TOLD and not (old and old.answer is shift.answer and _is_same_day(old, shift)):
            entries.append(_shift(quoter, shift))
    new = {c.claimant_id for c in found.new_claims}
    few = [
        s
        for s in after.shifts
        if s.actor_id in new
        and s.basis is Basis.CLAIMED
        and s.matter is Matter.RATE
        and s.answer is Answer.TOO_FEW
    ]
    if few:
        names = ", ".join(f"{s.actor} ({counted(s.attacks, 'attack')})" for s in few)
        words = (say("Too few dated claims to tell a change of rate or targets: "), name(names), say("."))
        entries.append(Entry(runs=words, key="too_few"))
    return entries


def _shift(quoter: Quoter, shift: Shift) -> Entry:
    head = "rate or coverage changed" if shift.answer is Answer.COVERAGE else f"{shift.matter} changed"
    return quoter.entry(
        (name(shift.actor, Style.STRONG), say(f", {head}: "), say(days_in_words(shift.sentence))),
        shift.statement_ids,
        key="shift",
        figures={
            "actor": shift.actor_id,
            "name": shift.actor,
            "basis": shift.basis.value,
            "matter": shift.matter.value,
            "answer": shift.answer.value,
            "odds": shift.odds,
            "day": shift.day.isoformat() if shift.day else None,
            **_part("before", shift.before),
            **_part("after", shift.after),
        },
    )


def _part(side: str, part: Part | None) -> dict[str, Figure]:
    if part is None:
        return {}
    return {
        f"attacks_{side}": part.attacks,
        f"days_{side}": part.days,
        f"documents_{side}": part.documents,
    }


def _is_same_day(old: Shift, new: Shift) -> bool:
    """True if the likely days of both changes overlap."""
    ends = (old.earliest, old.latest, new.earliest, new.latest)
    if None in ends:
        return old.day == new.day
    return old.earliest <= new.latest and new.earliest <= old.latest  # type: ignore[operator]
