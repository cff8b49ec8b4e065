"""The title and the counts under it: documents, outlets, origins, statements, claims by verdict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from secondsource.records import DayRange, Document, PlaceKind, Side
from secondsource.show.brief import phrases
from secondsource.show.brief.claims import VERDICT_ORDER, attack_claims
from secondsource.show.brief.days import date_words
from secondsource.show.brief.event_rows import counted_documents
from secondsource.show.brief.parts import Grounds, Line, Question, say
from secondsource.show.brief.view import View

_MOST_GRADED = 6


def title_words(
    view: View, question: Question, answering: Sequence[Document], read: Sequence[Document]
) -> str:
    """ "Armed groups, Maravia · what 3 documents say, as known on 26 May 2021"; "… what 3 of 87 documents say"."""
    subject = question.title or question.about or _default_subject(view)
    verb = "says" if len(answering) == 1 else "say"
    what = f"what {_documents(answering, read)} {verb}"
    if not answering:
        what = f"nothing in {counted_documents(read)}" if read else "nothing yet"
    day = question.as_of or _last_day([d.published for d in read])
    known = f", as known on {date_words(day)}" if day else ""
    since = f", new since {date_words(question.since)}" if question.since else ""
    return f"{subject} · {what}{since}{known}"


def _documents(answering: Sequence[Document], read: Sequence[Document]) -> str:
    """ "3 documents", or "3 of 87 documents" where the others don't answer the question."""
    return counted_documents(answering, read)


def counts_lines(
    view: View, answering: Sequence[Document], read: Sequence[Document], unread: Sequence[tuple[str, str]]
) -> tuple[Line, ...]:
    """The figures under the title, and a line for what was kept without being read."""
    origins = {view.origin(s).key for s in view.statements.values()}
    figures = [
        _documents(answering, read),
        _outlet_figures(view, answering),
        f"{phrases.counted(len(origins), 'origin')} inside {'it' if len(answering) == 1 else 'them'}",
        phrases.counted(len(view.statements), "statement"),
        _claim_figures(view),
    ]
    # Where nothing answers, the title says so; a row of noughts adds nothing.
    is_told = bool(answering)
    words = " · ".join(f for f in figures if f)
    lines = [Line(runs=(say(words),), grounds=Grounds.COUNT)] if is_told else []
    if unread:
        why = Counter(reason for _, reason in unread)
        reasons = "; ".join(r if len(why) == 1 else f"{r}: {n:,}" for r, n in sorted(why.items()))
        words = f"{phrases.counted(len(unread), 'document')} not read: {reasons}"
        lines.append(Line(runs=(say(words),), grounds=Grounds.COUNT))
    return tuple(lines)


def _outlet_figures(view: View, read: Sequence[Document]) -> str:
    outlets = sorted({d.outlet for d in read if d.outlet})
    nameless = sum(not d.outlet for d in read)
    if not outlets:
        return "outlet not known" if nameless else ""
    graded = Counter(view.grade(o) for o in outlets)
    if len(outlets) <= _MOST_GRADED:
        grades = ", ".join(f"{o}: {view.grade(o) or 'not set'}" for o in outlets)
        grades = phrases.NOT_GRADED if set(graded) == {None} else f"grades: {grades}"
    else:
        named = {g or "not set": n for g, n in graded.items()}
        grades = "grades: " + ", ".join(f"{n:,} {g}" for g, n in sorted(named.items()))
    extra = f", {nameless:,} without a known outlet" if nameless else ""
    return f"{phrases.counted(len(outlets), 'outlet')} ({grades}){extra}"


def _claim_figures(view: View) -> str:
    claims = attack_claims(view)
    if not claims:
        return "no claim of an attack"
    verdicts = Counter(v.name for c in claims if (v := view.verdict(c.id, Side.EVENT)))
    by_verdict = ", ".join(f"{verdicts[v]:,} {v.value}" for v in VERDICT_ORDER if verdicts[v])
    many = phrases.counted(len(claims), "claim of an attack", "claims of attacks")
    return f"{many}: {by_verdict}" if by_verdict else many


def _default_subject(view: View) -> str:
    """With the country, where most of the places found lie in one that the texts name."""
    places = [s.place.place for s in view.statements.values() if s.place]
    countries = Counter(p.country for p in places if p.country)
    named = {p.country: p.name for p in places if p.kind is PlaceKind.COUNTRY}
    if countries:
        country, n = max(countries.items(), key=lambda c: (c[1], c[0]))
        if country in named and n * 2 > len(places):
            return f"{phrases.DEFAULT_SUBJECT}, {named[country]}"
    return phrases.DEFAULT_SUBJECT


def _last_day(published: Sequence[DayRange | None]) -> date | None:
    return max((p.latest for p in published if p and p.latest), default=None)
