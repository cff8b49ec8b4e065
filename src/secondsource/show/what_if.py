"""What a case would say without some of its sources: which verdicts and ties would be others, and why."""

from __future__ import annotations

from secondsource.show.answers import Entry, Quoter
from secondsource.show.brief.parts import Runs, joined, name, say
from secondsource.show.brief.view import View
from secondsource.show.state import State
from secondsource.show.support_changes import claim_entry, lost_claim_entry, tie_entry
from secondsource.weigh.changes import compare
from secondsource.weigh.changes.without import LeftOut
from secondsource.weigh.figures import counted


def what_if_answer(left_out: LeftOut, before: State, after: State) -> Entry:
    """Every change, old → new; `after` rests on what is left."""
    found = compare(before.derived, after.derived)
    views = View(before.derived, before.documents), View(after.derived, after.documents)
    quoter = Quoter(views[0], before.documents)
    gone = [lost_claim_entry(views[0], quoter, c, "nobody else tells it") for c in found.gone_claims]
    claims = [claim_entry(*views, quoter, c) for c in found.claims]
    ties = [tie_entry(*views, quoter, t) for t in found.ties]
    entries = [*claims, *gone, *ties]
    kept = len(after.derived.claims) - len(claims)
    counts = (
        f" {counted(len(claims), 'claim changes', 'claims change')}, {len(gone)} would not be told,"
        f" {kept} {'stays as it is' if kept == 1 else 'stay as they are'}."
    )
    return Entry(
        runs=(*_head(left_out), say(counts if entries else " Nothing changes.")),
        key="whatif",
        figures=(
            ("documents_left_out", len(left_out.own_document_ids)),
            ("statements_left_out", len(left_out.statement_ids)),
            ("claims_changed", len(claims)),
            ("claims_gone", len(gone)),
            ("ties_changed", len(ties)),
        ),
        entries=tuple(entries),
    )


def _head(left_out: LeftOut) -> Runs:
    """ "Without Coast Wire: 9 documents left out, and in others 12 statements on its word (7 quoted, 5 copied)." """
    names = joined([(name(n),) for n in left_out.names], " and ")
    their = "its" if len(left_out.names) == 1 else "their"
    kinds = [
        f"{n} {how}"
        for n, how in (
            (len(left_out.quoted), "quoted"),
            (len(left_out.copied), "copied"),
            (len(left_out.beside), "told beside those"),
        )
        if n
    ]
    others = (
        f", and in others {counted(len(left_out.statement_ids), 'statement')} on {their} word ({', '.join(kinds)})"
        if kinds
        else ""
    )
    return (
        say("Without "),
        *names,
        say(f": {counted(len(left_out.own_document_ids), 'document')} left out{others}."),
    )
