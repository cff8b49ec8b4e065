"""A brief from what was derived: the question narrowed first, then one section after the other in reading order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from secondsource.records import Derived, Document, KnownActor
from secondsource.show.brief import phrases
from secondsource.show.brief.absence import absence_section
from secondsource.show.brief.citing import Citer
from secondsource.show.brief.claims import chances_of, claims_section
from secondsource.show.brief.days import date_words, is_assumed
from secondsource.show.brief.first_read import first_lines, first_section
from secondsource.show.brief.folding import folded
from secondsource.show.brief.heading import counts_lines, title_words
from secondsource.show.brief.incidents import incidents_section
from secondsource.show.brief.misfits import misfits_section
from secondsource.show.brief.names import names_sections
from secondsource.show.brief.narrowing import Narrowed, narrow
from secondsource.show.brief.parts import Brief, Grounds, Line, Question, Section, say
from secondsource.show.brief.silence import silence_section
from secondsource.show.brief.sources import sources_section
from secondsource.show.brief.threats import threats_section
from secondsource.show.brief.ties import ties_section
from secondsource.show.brief.timeline import timeline_points
from secondsource.show.brief.view import View


def compose_brief(
    derived: Derived,
    documents: Mapping[str, Document],
    question: Question,
    unread: Sequence[tuple[str, str]] = (),
    grades: Mapping[str, str] | None = None,
    suggested: Sequence[frozenset[str]] = (),
    listed: Sequence[KnownActor] = (),
) -> Brief:
    """What these documents say, in answer to a question.

    `derived` rests on what was public by `question.as_of`, as the pipeline derives it; a document of a later day
    raises ValueError. `unread` are (document id, reason); `grades` are outlets' Admiralty letters; `suggested` are
    pairs of actors that may be one; `listed` are the actors known beforehand.
    """
    _check_day(documents, question)
    narrowed = narrow(derived, question)
    view = View(derived, documents, grades, narrowed.derived)
    cite = Citer(view, documents)
    not_read = {d for d, _ in unread}
    read = [d for i, d in sorted(documents.items()) if i not in not_read]
    told = {s.statement.document_id for s in view.statements.values()}
    answering = [d for d in read if d.id in told] if question.about or question.since else read
    sections = _sections(view, cite, narrowed.subjects, suggested, listed)
    timeline, undrawn = timeline_points(view, cite)
    cited_documents = {c.document_id for c in cite.citations()}
    sources = sources_section(view, cited_documents, read, unread)
    return Brief(
        title=title_words(view, question, answering, read),
        counts=(
            *_question_lines(narrowed, question, bool(read)),
            *counts_lines(view, answering, read, unread),
        ),
        sections=(*sections, sources) if sources else tuple(sections),
        timeline=timeline,
        citations=cite.citations(),
        undrawn=undrawn,
        chances=chances_of(view),
    )


def _sections(
    view: View,
    cite: Citer,
    subjects: frozenset[str] | None,
    suggested: Sequence[frozenset[str]],
    listed: Sequence[KnownActor],
) -> list[Section]:
    """In reading order, so that citations count up as they are read."""
    if not view.statements:
        return []
    first = first_lines(view, cite, has_new=subjects is None)
    rest: list[Section | None] = [
        *names_sections(view, cite, subjects, suggested, listed),
        claims_section(view, cite, has_absent=not subjects),
        threats_section(view, cite),
        incidents_section(view, cite),
        ties_section(view, cite),
        misfits_section(view, cite),
        absence_section(view, cite, subjects) if subjects else None,
        silence_section(view, cite),
    ]
    told = [s for s in rest if s]
    has_assumed = any(is_assumed(s.when) for s in view.statements.values())
    opening = first_section(first, has_assumed=has_assumed, has_misfits=any(s.key == "misfits" for s in told))
    return [opening, *told] if opening else told


def _question_lines(narrowed: Narrowed, question: Question, has_read: bool) -> tuple[Line, ...]:
    """How the question was understood, or that nothing answers it."""
    lines = []
    if not has_read:
        nothing = phrases.NOTHING_BY.format(day=date_words(question.as_of)) if question.as_of else ""
        lines.append(nothing or phrases.CASE_IS_EMPTY)
    elif question.about and not narrowed.meant:
        lines.append(phrases.NOTHING_ABOUT.format(about=question.about))
        if narrowed.nearest:
            lines.append(phrases.NEAREST_NAMES.format(names=phrases.listed(list(narrowed.nearest), "or")))
    elif question.about and {folded(n) for n in narrowed.meant} != {folded(question.about)}:
        names = phrases.listed(list(narrowed.meant))
        lines.append(phrases.MANY_MEANT.format(about=question.about, names=names))
    if question.since and not narrowed.derived.statements:
        lines.append(phrases.NOTHING_NEW.format(day=date_words(question.since)))
    return tuple(Line(runs=(say(words),), grounds=Grounds.ABSENCE) for words in lines)


def _check_day(documents: Mapping[str, Document], question: Question) -> None:
    for document in documents.values():
        first = document.published.earliest if document.published else None
        if question.as_of and first and first > question.as_of:
            raise ValueError(f"{document.id} became public after {question.as_of}: derive again without it")
