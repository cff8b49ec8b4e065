"""The parts a brief is made of: sections, lines, tables, and the citations that every sentence carries.

A line that cites nothing can't be built, unless it says on what grounds it may: it tells what nobody said,
counts, or describes a document. Words keep what the sources wrote; a renderer makes them safe to show.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from secondsource.records import VerdictName, Weight


class Style(StrEnum):
    """How words stand out; *quote* are words of a source and get quotation marks, *code* is an address or hash."""

    PLAIN = "plain"
    STRONG = "strong"
    EMPHASIS = "emphasis"
    QUOTE = "quote"
    CODE = "code"


class Grounds(StrEnum):
    """On what a line rests: quotes, the lack of any, a count over the case, or a document as a whole."""

    QUOTES = "quotes"
    ABSENCE = "absence"
    COUNT = "count"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A run of words. `is_foreign`: taken from a source, so its direction and script may be another's."""

    text: str
    style: Style = Style.PLAIN
    is_foreign: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """Numbers of citations; `against` are those that say the opposite, `more` how many are not listed."""

    numbers: tuple[int, ...]
    against: tuple[int, ...] = ()
    more: int = 0

    def __post_init__(self) -> None:
        if not self.numbers and not self.against:
            raise ValueError("a mark cites at least one quote")


Run = Words | Marks
Runs = tuple[Run, ...]


def number_ranges(numbers: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
    """Numbers in order as ranges, first and last; only three or more in a row become one.

    >>> number_ranges((1, 2, 3, 4, 17, 18))
    ((1, 4), (17, 17), (18, 18))
    """
    rows: list[list[int]] = []
    for n in numbers:
        if rows and n == rows[-1][-1] + 1:
            rows[-1].append(n)
        else:
            rows.append([n])
    return tuple(r for row in rows for r in ([(row[0], row[-1])] if len(row) > 2 else [(n, n) for n in row]))


def cited(runs: Runs) -> tuple[int, ...]:
    """Numbers of all citations in these runs, in reading order."""
    return tuple(n for r in runs if isinstance(r, Marks) for n in (*r.numbers, *r.against))


def bare_words(runs: Runs) -> str:
    """The words without style or citations."""
    return "".join(r.text for r in runs if isinstance(r, Words)).strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One sentence or a few, with citations."""

    runs: Runs
    grounds: Grounds = Grounds.QUOTES

    def __post_init__(self) -> None:
        if self.grounds is Grounds.QUOTES and not cited(self.runs):
            raise ValueError(f"a line without a citation: {bare_words(self.runs)!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of a table: a run of words a column, citations in at least one of them."""

    cells: tuple[Runs, ...]
    grounds: Grounds = Grounds.QUOTES

    def __post_init__(self) -> None:
        if self.grounds is Grounds.QUOTES and not any(cited(c) for c in self.cells):
            raise ValueError(f"a row without a citation: {[bare_words(c) for c in self.cells]!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under named columns; the first column names the row."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def __post_init__(self) -> None:
        if any(len(row.cells) != len(self.columns) for row in self.rows):
            raise ValueError(f"a row has not {len(self.columns)} cells")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bullets:
    """Lines of a list; `lead` names what they have in common ("Not claims")."""

    lines: tuple[Line, ...]
    lead: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A headed part of a section: one incident with its details."""

    title: Runs
    blocks: tuple[Line | Table | Bullets, ...]


Block = Line | Table | Bullets | Part


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A headed part. `key` is stable and short, for addresses and tests; `note` stands beside the heading."""

    key: str
    title: str
    blocks: tuple[Block, ...]
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A numbered quote: the words, the document and their offsets in it, with what stands before and after.

    `quote` is None where the text is no longer kept. `page` counts from 1.
    """

    number: int
    document_id: str
    statement_ids: tuple[str, ...]
    outlet: str | None
    title: str | None
    published: str | None
    url: str | None
    start: int
    end: int
    page: int | None
    before: str
    quote: str | None
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelinePoint:
    """One incident on the timeline, with who claims it and the verdict of each claim, in the same order."""

    earliest: date
    latest: date
    day: str
    is_assumed: bool
    label: str
    claimants: tuple[str, ...]
    verdicts: tuple[str, ...]
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chance:
    """How likely it is that a claimed event happened, by the evidence at hand, and the log-odds that it sums up."""

    claim_id: str
    claimant: str
    verdict: VerdictName
    probability: float
    weights: tuple[Weight, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """What the documents of a case say, as known on a day.

    `chances` are those of the claims, for machines: pages give the verdicts with their reasons. `undrawn`
    counts incidents of violence that are not on the timeline: told too vaguely, or least told of many.
    """

    title: str
    counts: tuple[Line, ...]
    sections: tuple[Section, ...]
    timeline: tuple[TimelinePoint, ...]
    citations: tuple[Citation, ...]
    undrawn: int = 0
    chances: tuple[Chance, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked: about an actor or a place, what became known since a day, as known on a day."""

    about: str | None = None
    since: date | None = None
    as_of: date | None = None
    title: str | None = None


def say(text: str, style: Style = Style.PLAIN) -> Words:
    """Our own words."""
    return Words(text=text, style=style)


def name(text: str, style: Style = Style.PLAIN) -> Words:
    """Words of a source: a name, a quote, a place."""
    return Words(text=text, style=style, is_foreign=True)


def joined(parts: Iterable[Runs], between: str = ", ") -> Runs:
    """Runs one after another with words between them; empty ones are left out."""
    runs: list[Run] = []
    for part in parts:
        if part:
            runs.extend((say(between), *part) if runs else part)
    return tuple(runs)


def uncapital(runs: Runs) -> Runs:
    """Runs that began a sentence, inside another; only our own first word gets small."""
    first = runs[0] if runs else None
    if isinstance(first, Words) and not first.is_foreign:
        return (replace(first, text=first.text[:1].lower() + first.text[1:]), *runs[1:])
    return runs


def capital(runs: Runs) -> Runs:
    """Runs that begin a sentence."""
    first = runs[0] if runs else None
    if isinstance(first, Words):
        return (replace(first, text=first.text[:1].upper() + first.text[1:]), *runs[1:])
    return runs
