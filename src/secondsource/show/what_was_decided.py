"""What people decided in some days, and what it changed in what was known already."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from secondsource.records import Document, Judgement
from secondsource.show.answers import Entry, Quoter, cut
from secondsource.show.brief.days import date_words
from secondsource.show.brief.parts import Runs, capital, name, say
from secondsource.show.brief.view import View
from secondsource.show.state import State
from secondsource.show.subjects import subject_words
from secondsource.show.support_changes import support_entries
from secondsource.weigh.changes import compare
from secondsource.weigh.changes.decisions import decisions_between
from secondsource.weigh.figures import counted

_MOST_DECISIONS, _MOST_CHANGES = 6, 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """All judgements of the case, and the old documents as judged before the days asked about (`then`)."""

    judgements: tuple[Judgement, ...]
    then: State


def decided_entries(
    since: date,
    until: date | None,
    before: State,
    after: View,
    documents: Mapping[str, Document],
    decided: Decided,
) -> list[Entry]:
    """Each decision with its reason, and what they changed together in what was known already."""
    names = subject_words(decided.judgements, after, {**decided.then.documents, **documents})
    decisions = decisions_between(decided.judgements, since, until, names)
    entries: list[Entry] = []
    # Owners are noted for every outlet and seldom matter.
    for decision in sorted(decisions, key=lambda d: d.judgement.field == "owner"):
        judgement = decision.judgement
        day = date_words(judgement.at.date())
        runs: Runs = (
            name(decision.sentence),
            say(f", by {judgement.who} on {day}: "),
            name(judgement.why),
            say("."),
        )
        entries.append(
            Entry(
                runs=capital(runs),
                key="decision",
                figures=(("judgement", judgement.id), ("kind", judgement.kind.value)),
            )
        )
    found = compare(decided.then.derived, before.derived)
    views = View(decided.then.derived, decided.then.documents), View(before.derived, before.documents)
    changed = support_entries(*views, Quoter(views[0], decided.then.documents), found)
    listed = cut(entries, _MOST_DECISIONS, "decision", "secondsource judge --list")
    head = f"Of what was known then, {counted(len(changed), 'claim or tie', 'claims and ties')}"
    head += f" {'changes' if len(changed) == 1 else 'change'} by them"
    effect = Entry(runs=(say(head),), key="effect", entries=cut(changed, _MOST_CHANGES, "change"))
    return [*listed, effect] if changed else [*listed]
