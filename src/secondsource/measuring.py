"""How well the reader does on texts that a person annotated: each is read anew, and laid beside its annotations.

And how such texts come out of a case: its checked documents, with the statements that stand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from secondsource.collect import Given, document_of_text
from secondsource.errors import GoldError, SecondSourceError
from secondsource.reading import Reading, shared_pool
from secondsource.records import Document, Judgement, ResolvedStatement, Statement
from secondsource.resolve import resolve_when
from secondsource.score import (
    Account,
    GoldText,
    Scored,
    TextToScore,
    UncheckedDocument,
    account_of,
    find_checked,
    find_gold,
    gold_json,
    gold_name,
    read_gold,
    score,
    write_gold,
)

_NO_MATTER = datetime(1970, 1, 1, tzinfo=UTC)  # when a text was collected has no part in what is read in it


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """The score of a folder.

    `left_out`: why the annotations of a text can't be used. `unread`: texts that could not be read, by name and
    reason; all that is annotated in them counts as missed. `bare`: names of texts without annotations.
    """

    scored: Scored
    words: int
    left_out: tuple[SecondSourceError, ...]
    unread: tuple[tuple[str, str], ...]
    bare: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldFile:
    """A checked document, the name of its files, and its statements; not `is_new`: files of that name were there and
    were left as they are."""

    document_id: str
    name: str
    statements: int
    rejected: int
    is_new: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldExport:
    """Every checked document of a case, and those that only a part was judged of."""

    files: tuple[GoldFile, ...]
    unchecked: tuple[UncheckedDocument, ...]


def measure(
    folder: Path,
    *,
    processes: int = 1,
    progress: Callable[[str, int, int], None] = lambda step, done, total: None,
) -> Measured:
    """Reads every annotated text of the folder with the reader for its language, and scores what it found.

    Raises GoldError where the folder holds none.
    """
    usable: list[tuple[GoldText, Document]] = []
    left_out: list[SecondSourceError] = []
    names = find_gold(folder)
    for name in names:
        try:
            gold = read_gold(folder, name)
            usable.append((gold, _document(gold, folder)))
        except GoldError as error:
            left_out.append(error)
    texts, unread = [], []
    with closing(shared_pool().read([d for _, d in usable], processes=processes)) as readings:
        for done, (reading, (gold, document)) in enumerate(zip(readings, usable, strict=True), 1):
            if reading.not_read:
                unread.append((gold.name, reading.not_read))
            read = tuple(_account(s, document) for s in _in_order(reading))
            texts.append(TextToScore(name=gold.name, text=gold.text, annotated=gold.accounts, read=read))
            progress("read", done, len(usable))
    return Measured(
        scored=score(texts),
        words=sum(len(t.text.split()) for t in texts),
        left_out=tuple(left_out),
        unread=tuple(unread),
        bare=tuple(sorted({f.stem for f in folder.glob("*.txt")} - set(names))),
    )


def export_checked(
    folder: Path,
    documents: Mapping[str, Document],
    statements: Iterable[ResolvedStatement],
    judgements: Iterable[Judgement],
    readings: Mapping[str, str],
) -> GoldExport:
    """Writes the checked documents as annotated texts. `readings`: reader and version by document id.

    Raises SecondSourceError where the folder can't be written to.
    """
    checked, unchecked = find_checked(documents, statements, judgements, readings)
    files = tuple(
        GoldFile(
            document_id=c.document.id,
            name=gold_name(c.document),
            statements=len(c.statements),
            rejected=c.rejected,
            is_new=write_gold(folder, c.document, gold_json(c.document, c.statements)),
        )
        for c in checked
    )
    return GoldExport(files=files, unchecked=unchecked)


def _document(gold: GoldText, folder: Path) -> Document:
    given = Given(published=gold.published, outlet=gold.outlet, language=gold.language)
    try:
        return document_of_text(gold.text, given, _NO_MATTER)
    except SecondSourceError as error:
        where = str(folder / f"{gold.name}.gold.json")
        raise GoldError(where, f"its day of publication {error.reason}", error.advice) from None


def _account(statement: Statement, document: Document) -> Account:
    """What it says with its day; places need no gazetteer here, since words are compared with words."""
    when = getattr(statement.proposition, "when", None)
    day = resolve_when(when, document.published) if when else None
    resolved = ResolvedStatement(
        statement=statement, known=document.published, outlet=document.outlet, actors=(), when=day
    )
    return account_of(resolved)


def _in_order(reading: Reading) -> list[Statement]:
    return sorted(reading.statements, key=lambda s: (s.span.start, s.span.end, s.id))
