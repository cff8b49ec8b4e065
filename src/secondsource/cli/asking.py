"""Commands that ask a case: brief, tables, explain, search."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.markdown import Markdown
from rich.text import Text

from secondsource import api
from secondsource.cli.listing import table_command
from secondsource.cli.printing import (
    DEFAULT_CASE,
    AsCsv,
    AsJson,
    AsOf,
    CasePath,
    app,
    complain,
    day,
    out,
    print_table,
    write_file,
)
from secondsource.codec import to_plain
from secondsource.errors import visible
from secondsource.show.answers import Entry, answer_json, answer_text
from secondsource.show.brief import Question
from secondsource.show.formats import find_formats
from secondsource.show.tables import Table
from secondsource.show.tree import tree_text


def _format(words: str) -> str:
    """The name of a format, our own or one that another package brings. Raises BadParameter."""
    if words not in find_formats():
        raise typer.BadParameter(f'"{words}" is no format here; there are {", ".join(find_formats())}.')
    return words


@app.command(rich_help_panel="Ask")
def brief(
    case: CasePath = DEFAULT_CASE,
    about: Annotated[str | None, typer.Option(help="An actor or a place, under any of its names.")] = None,
    since: Annotated[
        date | None, typer.Option(parser=day, metavar="DAY", help="Only what became known since then.")
    ] = None,
    as_of: AsOf = None,
    format: Annotated[  # noqa: A002
        str,
        typer.Option(parser=_format, metavar="md|html|json|docx", help="In what it is written."),
    ] = "md",
    out_path: Annotated[Path | None, typer.Option("--out", "-o", help="Write it to this file.")] = None,
) -> None:
    """The cited brief: what is new, who claims what, how well it is supported, what nobody addressed."""
    with api.open_case(case) as opened:
        composed = opened.brief(Question(about=about, since=since, as_of=as_of))
    data = find_formats()[format].render(composed)
    if out_path is not None:
        write_file(out_path, data)
        complain(f"Written to {out_path}.")
    elif format == "docx" and sys.stdout.isatty():
        complain("A .docx is no text for a terminal. Name a file with --out.")
        raise typer.Exit(2)
    elif format == "md" and out.is_terminal:
        out.print(Markdown(data.decode("utf-8")))
    else:
        sys.stdout.buffer.write(data)


table_command(
    app,
    "claims",
    api.Case.claims,
    "Every claim of responsibility with its verdicts, for the event and for who did it.",
    "Ask",
)
table_command(
    app, "incidents", api.Case.incidents, "Every incident with its details as told, side by side.", "Ask"
)
table_command(
    app, "ties", api.Case.ties, "Who is said to stand behind whom, with the origins for and against.", "Ask"
)
table_command(
    app,
    "documents",
    api.Case.documents_table,
    "Every document with its day, where that was found, and whether it was read.",
    "Ask",
)


@app.command(rich_help_panel="Ask")
def statements(
    document: Annotated[
        str | None, typer.Argument(help="Only those of this document: its id, or its beginning.")
    ] = None,
    case: CasePath = DEFAULT_CASE,
    as_of: AsOf = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Every statement: who tells it, what it says, with which words, and whether you judged it."""
    with api.open_case(case) as opened:
        print_table(opened.statements(document, as_of), as_json=as_json, as_csv=as_csv)


@app.command(rich_help_panel="Ask")
def explain(
    claim: Annotated[str, typer.Argument(help="The claim's id, or its beginning.")],
    case: CasePath = DEFAULT_CASE,
    as_json: AsJson = False,
) -> None:
    """Why a claim's verdicts are what they are, as a tree down to the quotes."""
    with api.open_case(case) as opened:
        tree = opened.explain(claim)
    if as_json:
        sys.stdout.write(json.dumps(to_plain(tree), ensure_ascii=False, indent=1) + "\n")
    else:
        out.print(Text(tree_text(tree.root)), end="", soft_wrap=True)


@app.command(rich_help_panel="Ask")
def changes(
    since: Annotated[date, typer.Option(parser=day, metavar="DAY", help="What became known after this day.")],
    case: CasePath = DEFAULT_CASE,
    as_of: AsOf = None,
    as_json: AsJson = False,
) -> None:
    """What changed since a day: what is new, what gained or lost support, whose rate or targets shifted."""
    with api.open_case(case) as opened:
        _print_answer(opened.changes(since, as_of), as_json=as_json)


@app.command(rich_help_panel="Ask")
def whatif(
    without: Annotated[
        list[str], typer.Option(metavar="OUTLET", help="Leave out its word; several of them may be named.")
    ],
    case: CasePath = DEFAULT_CASE,
    as_of: AsOf = None,
    as_json: AsJson = False,
) -> None:
    """Weighs again without an outlet and what others tell on its word; nothing of it is kept."""
    with api.open_case(case) as opened:
        _print_answer(opened.what_if_without(without, as_of), as_json=as_json)


@app.command("not-claimed", rich_help_panel="Ask")
def not_claimed(
    actor: Annotated[str, typer.Argument(help="A group, under any of its names.")],
    case: CasePath = DEFAULT_CASE,
    as_of: AsOf = None,
    as_json: AsJson = False,
) -> None:
    """What a group has not claimed, by kind and country of target, and how well the case covers that."""
    with api.open_case(case) as opened:
        _print_answer(opened.not_claimed(actor, as_of), as_json=as_json)


def _print_answer(answer: Entry, *, as_json: bool) -> None:
    if as_json:
        sys.stdout.write(answer_json(answer))
    else:
        out.print(Text(answer_text(answer)), end="", soft_wrap=True)


_DRAWN = ("document", "title", "snippet")


@app.command(rich_help_panel="Ask")
def search(
    words: Annotated[list[str], typer.Argument(help="Words to look for.")],
    case: CasePath = DEFAULT_CASE,
    limit: Annotated[int, typer.Option(min=1, help="How many at the most.")] = 20,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Documents and statements that hold the words, also in languages that no reader reads."""
    with api.open_case(case) as opened:
        found = opened.search(" ".join(words), limit)
    columns = ("kind", "document", "statement", "title", "start", "end", "snippet")
    rows = tuple(
        (
            h.kind.value,
            h.document_id,
            h.statement_id,
            h.title,
            h.spans[0].start if h.spans else None,
            h.spans[0].end if h.spans else None,
            visible(" ".join(h.snippet.split())),
        )
        for h in found
    )
    print_table(
        Table(name="matches", columns=columns, rows=rows, drawn=_DRAWN), as_json=as_json, as_csv=as_csv
    )
