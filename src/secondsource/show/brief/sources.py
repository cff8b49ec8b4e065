"""The documents a brief rests on: outlet, grade, title, day and how it was found, marking, hash, day of access."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.records import Document
from secondsource.show.brief import phrases
from secondsource.show.brief.days import date_words, day_words
from secondsource.show.brief.event_rows import counted_documents, row_lines
from secondsource.show.brief.parts import Block, Bullets, Grounds, Line, Run, Section, Style, name, say
from secondsource.show.brief.view import View
from secondsource.weigh import document_title


def sources_section(
    view: View, cited: set[str], read: Sequence[Document], unread: Sequence[tuple[str, str]]
) -> Section | None:
    """Every document cited; how many more were read; which ones repeat others; which were not read and why."""
    shown = sorted((d for d in read if d.id in cited), key=_order)
    blocks: list[Block] = []
    if shown:
        texts = [d for d in shown if d.row is None]
        has_grades = len(shown) == 1 or any(view.grade(d.outlet) or view.learned(d.outlet) for d in shown)
        days = {d.collected_at.date() for d in shown}
        lines = tuple(_document_line(view, d, has_grades, len(days) > 1 or len(shown) == 1) for d in texts)
        blocks.append(Bullets(lines=(*lines, *row_lines(shown))))
        if len(days) == 1 and len(shown) > 1:
            words = (
                f"All collected on {date_words(days.pop())}{'' if has_grades else '; no outlet is graded'}."
            )
            blocks.append(Line(runs=(say(words),), grounds=Grounds.COUNT))
    if len(read) > len(shown):
        more = counted_documents([d for d in read if d.id not in cited])
        words = f"{more} read and not cited here; “secondsource documents” lists all."
        blocks.append(Line(runs=(say(words),), grounds=Grounds.COUNT))
    copies = _copies(view)
    if copies:
        blocks.append(Bullets(lead="Copies, each counted as one origin", lines=copies))
    if unread:
        blocks.append(
            Bullets(lead="Kept, not read", lines=tuple(_unread_line(view, d, r) for d, r in unread))
        )
    return Section(key="sources", title=phrases.SOURCES, blocks=tuple(blocks)) if blocks else None


def _document_line(view: View, document: Document, has_grades: bool, has_days: bool) -> Line:
    """One document; what is the same for all of them is said once, below."""
    runs: list[Run] = [*_name(document)]
    grade, learned = view.grade(document.outlet), view.learned(document.outlet)
    parts = [f"grade {grade}" if grade else phrases.NOT_GRADED] if has_grades else []
    if learned and not grade:
        parts.append(f"by its record {phrases.learned_grade(learned)}")
    if document.author:
        parts.append("by a named author")
    day = day_words(document.published)
    how = phrases.DAY_FOUND_WORDS.get(document.published_from or "", document.published_from or "")
    parts.append(f"{day}{', ' + how if how else ''}" if day else phrases.DAY_NOT_KNOWN)
    if document.marking:
        parts.append(document.marking)
    if document.pages:
        parts.append(phrases.counted(len(document.pages), "page"))
    if has_days:
        parts.append(f"collected {date_words(document.collected_at.date())}")
    runs.append(say("".join(f" · {p}" for p in parts)))
    if document.url:
        runs += [say(" · "), name(document.url, Style.CODE)]
    runs += [say(" · SHA-256 "), say(document.raw_sha256, Style.CODE)]
    return Line(runs=tuple(runs), grounds=Grounds.DOCUMENT)


def _unread_line(view: View, document_id: str, reason: str) -> Line:
    document = view.documents.get(document_id)
    runs = _name(document) if document else (say(document_id),)
    return Line(runs=(*runs, say(f": not read: {reason}")), grounds=Grounds.DOCUMENT)


def _copies(view: View) -> tuple[Line, ...]:
    lines = []
    for family in view.kept.copies:
        documents = [view.documents[d] for d in family.document_ids if d in view.documents]
        if len(documents) > 1:
            first, *rest = (d.outlet or document_title(d) or d.id for d in documents)
            words = (
                f"{phrases.listed(rest)} {'repeats' if len(rest) == 1 else 'repeat'} the words of {first}."
            )
            lines.append(Line(runs=(name(words),), grounds=Grounds.DOCUMENT))
    return tuple(lines)


def _name(document: Document) -> tuple[Run, ...]:
    runs: list[Run] = [name(document.outlet, Style.STRONG) if document.outlet else say("Outlet not known")]
    title = document_title(document)
    if title:
        runs += [say(", "), name(title, Style.QUOTE)]
    return tuple(runs)


def _order(document: Document) -> tuple[str, str, str]:
    day = document.published.earliest if document.published else None
    return (day.isoformat() if day else "9999", document.outlet or "", document.id)
