"""Commands that say how well texts are read: score, and judge export, which makes the texts to score against."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from secondsource import api
from secondsource.cli.printing import AsJson, app, complain, out, print_table, progress_shown
from secondsource.errors import visible
from secondsource.measuring import Measured
from secondsource.show.brief.phrases import counted
from secondsource.show.score_tables import error_lines, fields_table, kinds_table, score_json


@app.command(rich_help_panel="Measure")
def score(
    folder: Annotated[Path, typer.Argument(help="A folder of NAME.txt and NAME.gold.json.")],
    errors: Annotated[
        bool,
        typer.Option("--errors", help="List every miss, false statement and wrong field with its words."),
    ] = False,
    as_json: AsJson = False,
) -> None:
    """How well the reader reads texts that you annotated: each is read anew and laid beside its annotations.

    Precision is the share of what was read that is right, recall the share of what you annotated that was read,
    F1 their harmonic mean; over all statements it is the reading score. A statement that is right in part counts
    in part. How to annotate texts: docs/codebook.md; how to make them from a case: judge export.
    """
    with progress_shown() as progress:
        measured = api.score(folder, progress=progress)
    for error in measured.left_out:
        complain(str(error))
    for name, reason in measured.unread:
        complain(f"{name}: not read, so all that is annotated in it counts as missed: {reason}.")
    if as_json:
        plain = score_json(measured.scored, with_errors=errors)
        plain["left_out"] = [{"file": e.what, "reason": e.reason} for e in measured.left_out]
        plain["unread"] = [{"text": name, "reason": reason} for name, reason in measured.unread]
        sys.stdout.write(json.dumps(plain, ensure_ascii=False, indent=1) + "\n")
    elif measured.scored.texts:
        _print(measured, with_errors=errors)
    if measured.left_out or measured.unread:
        raise typer.Exit(1)


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
