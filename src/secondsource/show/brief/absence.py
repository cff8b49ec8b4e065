"""What a group that was asked about has not claimed, where the coverage is enough to say so."""

from __future__ import annotations

from secondsource.show.brief import phrases
from secondsource.show.brief.citing import Citer
from secondsource.show.brief.days import date_words
from secondsource.show.brief.parts import (
    Bullets,
    Grounds,
    Line,
    Runs,
    Section,
    Style,
    capital,
    joined,
    name,
    say,
)
from secondsource.show.brief.quoting import quote
from secondsource.show.brief.view import View
from secondsource.weigh import document_title
from secondsource.weigh.absence import Coverage, SaidSo, Standing, TargetAnswer, find_absences, find_said_so
from secondsource.weigh.figures import counted

_MOST_LINES = 8


def absence_section(view: View, cite: Citer, subjects: frozenset[str]) -> Section | None:
    """One line for each kind or country of target that one of them has not claimed; the words that say so."""
    lines: list[Line] = []
    said: dict[SaidSo, None] = {}
    groups = [i for i in sorted(subjects) if i in view.actors and not view.is_nameless(i)]
    for found in find_absences(groups, view.evidence):
        said.update(dict.fromkeys(found.said))
        who: Runs = (name(found.actor, Style.STRONG), say(": ")) if len(groups) > 1 else ()
        for answer in [a for a in found.answers if a.standing is Standing.NOT_CLAIMED][:_MOST_LINES]:
            marks = cite.mark(answer.coverage.statement_ids)
            words = absence_words(view, answer)
            runs = (*who, *words) if who else capital(words)
            lines.append(Line(runs=(*runs, say(". "), *marks), grounds=Grounds.ABSENCE))
    lines += [line for s in said if (line := _said_line(view, s)) is not None]
    if not lines:
        return None
    return Section(key="absence", title=phrases.ABSENCE, blocks=(Bullets(lines=tuple(lines)),))


def said_lines(view: View) -> tuple[Line, ...]:
    """The sentences of these documents by which somebody has not claimed attacks on something."""
    told = {s.statement.document_id for s in view.statements.values()}
    found = (_said_line(view, s) for s in find_said_so(view.evidence) if s.document_id in told)
    return tuple(line for line in found if line is not None)


def absence_words(view: View, answer: TargetAnswer) -> Runs:
    """ "police: 5 attacks are told here, in 9 documents …; claimed by A (2), laid to B (1)"."""
    runs: Runs = (
        say(answer.noun, Style.STRONG),
        say(f": {counted(answer.coverage.attacks, 'attack')} told here, {coverage_words(answer.coverage)}"),
    )
    for verb, whom in (("claimed by", answer.claimed_by), ("laid to", answer.laid_to)):
        if whom:
            runs = (*runs, say(f"; {verb} "), *joined([(name(who), say(f" ({n})")) for who, n in whom]))
    if answer.laid_to_it:
        runs = (*runs, say(f"; {answer.laid_to_it} laid to it by others"))
    if not answer.claimed_by:
        runs = (*runs, say("; claimed by nobody"))
    return runs


def coverage_words(coverage: Coverage) -> str:
    """ "in 9 documents of 6 outlets by 7 origins, 3 March 2031 to 8 April 2031"."""
    words = (
        f"in {counted(coverage.documents, 'document')} of {counted(coverage.outlets, 'outlet')}"
        f" by {counted(coverage.origins, 'origin')}"
    )
    if coverage.first is None or coverage.last is None:
        return words
    if coverage.first == coverage.last:
        return f"{words}, {date_words(coverage.first)}"
    return f"{words}, {date_words(coverage.first)} to {date_words(coverage.last)}"


def said_words(said: SaidSo) -> Runs:
    """ "Attacks on Iraqi targets, of which a text says that they are not claimed:" """
    return (
        say(
            f"Attacks on {phrases.listed(list(said.nouns))}, of which a text says that they are not claimed:"
        ),
    )


def _said_line(view: View, said: SaidSo) -> Line | None:
    document = view.documents.get(said.document_id)
    words = quote(document, said.span) if document else None
    if document is None or words is None:
        return None
    source = document.outlet or document_title(document) or "a document"
    runs = (*said_words(said), say(" "), name(words, Style.QUOTE), say(" – "), name(source), say("."))
    return Line(runs=runs, grounds=Grounds.ABSENCE)
