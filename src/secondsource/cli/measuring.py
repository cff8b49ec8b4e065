"""Commands that say how well texts are read: score, and judge export, which makes the texts to score against."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from secondsource import api
from secondsource.cli.judging import judge_app
from secondsource.cli.printing import (
    DEFAULT_CASE,
    AsJson,
    CasePath,
    app,
    complain,
    out,
    print_table,
    progress_shown,
)
from secondsource.errors import visible
from secondsource.measuring import GoldExport, Measured
from secondsource.show.brief.phrases import counted
from secondsource.show.score_tables import error_lines, fields_table, kinds_table, score_json
from secondsource.show.tables import Table

_SCORE = (
    "How well the reader reads texts that you annotated: each is read anew and laid beside its annotations.",
    "Precision is the share of what was read that is right, recall the share of what you annotated that was "
    "read, F1 their harmonic mean; over all statements it is the reading score. A statement that is right in "
    "part counts in part. How to annotate texts: docs/measuring.md. How to make them from a case: judge export.",
)
_EXPORT = (
    "Writes the documents that you checked as annotated texts, for secondsource score.",
    "1. Look through a document's statements: secondsource statements DOCUMENT --csv. Write reject in the column "
    "judgement where one is wrong in any point, and the reason in why; then judge --from FILE.",
    '2. Mark the document as checked: judge accept DOCUMENT --why "checked". All its statements that you didn\'t '
    "reject are taken as right. A document of which only a part was judged is not written, and is named.",
    "3. Export. Then add to each NAME.gold.json by hand what the reader missed or got wrong, as docs/measuring.md "
    "says: what isn't in there counts as not in the text. Files that are there are never written over.",
)


@app.command(help="\n\n".join(_SCORE), rich_help_panel="Measure")
def score(
    folder: Annotated[Path, typer.Argument(help="A folder of NAME.txt and NAME.gold.json.")],
    errors: Annotated[
        bool,
        typer.Option("--errors", help="List every miss, false statement and wrong field with its words."),
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Reads the annotated texts of a folder and prints how much of them is read rightly."""
    with progress_shown() as progress:
        measured = api.score(folder, progress=progress)
    for error in measured.left_out:
        complain(str(error))
    for name, reason in measured.unread:
        complain(f"{name}: not read, so all that is annotated in it counts as missed: {reason}.")
    if measured.bare:
        texts = counted(len(measured.bare), "text")
        complain(f"{texts} passed over without a .gold.json beside it: {', '.join(measured.bare)}.")
    if as_json:
        plain = score_json(measured.scored, with_errors=errors)
        plain["left_out"] = [{"file": e.what, "reason": e.reason} for e in measured.left_out]
        plain["unread"] = [{"text": name, "reason": reason} for name, reason in measured.unread]
        sys.stdout.write(json.dumps(plain, ensure_ascii=False, indent=1) + "\n")
    elif measured.scored.texts:
        _print(measured, with_errors=errors)
    if measured.left_out or measured.unread:
        raise typer.Exit(1)


class GoldFormat(StrEnum):
    """In what form annotated texts are written."""

    ARTICLES = "articles"


@judge_app.command(help="\n\n".join(_EXPORT))
def export(
    folder: Annotated[Path, typer.Argument(help="The folder to write NAME.txt and NAME.gold.json to.")],
    format: Annotated[  # noqa: A002
        GoldFormat, typer.Option("--as", help="The form: annotated articles, as docs/measuring.md says.")
    ] = GoldFormat.ARTICLES,
    case: CasePath = DEFAULT_CASE,
    as_json: AsJson = False,
) -> None:
    """Writes the checked documents of a case as annotated texts."""
    with api.open_case(case) as opened:
        exported = opened.export_gold(folder)
    for unchecked in exported.unchecked:
        complain(f"{unchecked.document.id[:15]} is left out: {unchecked.reason}.")
    if exported.files or as_json:
        print_table(_table(exported), as_json=as_json, as_csv=False)
    complain(_next(exported, folder))
    if not exported.files:
        raise typer.Exit(1)


def _table(exported: GoldExport) -> Table:
    rows = tuple((f.document_id, f.name, f.statements, f.rejected, f.is_new) for f in exported.files)
    return Table(
        name="documents", columns=("document", "name", "statements", "rejected", "written"), rows=rows
    )


def _next(exported: GoldExport, folder: Path) -> str:
    """What was written, and what to do next."""
    if not exported.files:
        return (
            "No document is marked as checked, so nothing was written. Look one through "
            '("secondsource statements DOCUMENT"), reject what is wrong ("secondsource judge reject STATEMENT"), '
            'then mark it: "secondsource judge accept DOCUMENT --why checked".'
        )
    new = [f for f in exported.files if f.is_new]
    kept = len(exported.files) - len(new)
    parts = (
        f"{counted(len(new), 'document')} with {counted(sum(f.statements for f in new), 'statement')} written",
        f"{kept} there before and left alone" if kept else "",
    )
    return (
        f"{', '.join(filter(None, parts))}. Now add to each .gold.json what the reader missed "
        f'(docs/measuring.md); then "secondsource score {folder}".'
    )


def _print(measured: Measured, *, with_errors: bool) -> None:
    print_table(kinds_table(measured.scored), as_json=False, as_csv=False)
    if measured.scored.fields:
        out.print()
        print_table(fields_table(measured.scored), as_json=False, as_csv=False)
    if with_errors:
        out.print()
        for line in error_lines(measured.scored):
            sys.stdout.write(visible(line) + "\n")
    texts = counted(len(measured.scored.texts), "text")
    left_out = f", {len(measured.left_out)} left out" if measured.left_out else ""
    complain(
        f"Reading score {measured.scored.reading_score:.3f} on {texts} with {measured.words:,} words{left_out}."
    )
