"""Commands that make a case and put things into it: init, add, read, places, rebuild, digest, demo."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.markdown import Markdown

from secondsource import __version__, api, sample
from secondsource.cli.printing import (
    DEFAULT_CASE,
    AsJson,
    CasePath,
    app,
    complain,
    out,
    progress_shown,
    write_file,
)
from secondsource.collect import Failure, Given, read_mapping
from secondsource.errors import visible
from secondsource.importing import ImportReport
from secondsource.pipeline import AddReport
from secondsource.show.brief.phrases import counted
from secondsource.show.formats import find_formats
from secondsource.show.statement_lines import statement_lines

Outlet = Annotated[str | None, typer.Option(help="Who published it.")]
Published = Annotated[
    str | None, typer.Option(metavar="DAY", help="When it was published: 2031-05-26, 2031-05, 2031.")
]
Url = Annotated[str | None, typer.Option(help="Where it was published.")]
Title = Annotated[str | None, typer.Option(help="Its title.")]
Language = Annotated[str | None, typer.Option(help="Its language, ISO 639-1.")]
Model = Annotated[
    str | None, typer.Option(help="Another installed English pipeline, for example en_core_web_trf.")
]
Marking = Annotated[str | None, typer.Option(help="How it may be shared, for example TLP:AMBER.")]
Mapping = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Which column is what in tables of events of your own (TOML)."),
]


class LineFormat(StrEnum):
    """In what `read` prints."""

    JSONL = "jsonl"


_MOST_REASONS = 8


@app.callback(invoke_without_command=True)
def version(
    context: typer.Context,
    show_version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False,
) -> None:
    """Count origins, not articles: who claims what, who else reports it, and how well it is supported."""
    if show_version:
        sys.stdout.write(f"secondsource {__version__}\n")
        raise typer.Exit
    if context.invoked_subcommand is None:
        raise typer.Exit(2)


@app.command(rich_help_panel="Put in")
def init(
    case: Annotated[Path, typer.Argument(help="The case file to make.")] = DEFAULT_CASE,
) -> None:
    """Makes a new, empty case file."""
    api.create_case(case).close()
    complain(f'{case} is made. Next: "secondsource add --case {case} FOLDER".')


@app.command(rich_help_panel="Put in")
def add(
    paths: Annotated[list[str], typer.Argument(help="Files, folders, addresses, or - for standard input.")],
    case: CasePath = DEFAULT_CASE,
    outlet: Outlet = None,
    published: Published = None,
    url: Url = None,
    title: Title = None,
    language: Language = None,
    marking: Marking = None,
    mapping: Mapping = None,
    processes: Annotated[
        int | None, typer.Option(min=1, help="How many to read with; default: one a core.")
    ] = None,
    model: Model = None,
    as_json: AsJson = False,
) -> None:
    """Collects documents and rows of event data sets into the case, reads them, and weighs again what they touch."""
    given = Given(
        outlet=outlet,
        published=published,
        url=url,
        title=title,
        language=language,
        marking=marking,
        mapping=read_mapping(mapping) if mapping else None,
    )
    with api.open_case(case) as opened, progress_shown() as progress:
        report = opened.add(paths, given, processes=processes, model=model, progress=progress)
    for path, reason in report.skipped:
        complain(f"{visible(path)}: skipped: {visible(reason)}")
    for failure in report.failed:
        complain(str(failure))
    for path, reason in report.unread:
        complain(f"{path}: is kept, but not read: {reason}.")
    for imported in report.imports:
        for line in import_lines(imported):
            complain(line)
    if as_json:
        sys.stdout.write(json.dumps(asdict(report), ensure_ascii=False, indent=1) + "\n")
    if report.added or report.known_before or report.skipped or report.failed or not report.imports:
        complain(_summary(report))
    if report.failed or report.unread:
        raise typer.Exit(1)


def _summary(report: AddReport) -> str:
    """What became of the files, in one line: what there is none of is left out."""
    kept = [
        counted(report.added, "document") + " added",
        f"{report.known_before:,} known before" if report.known_before else "",
        counted(len(report.skipped), "file") + " skipped" if report.skipped else "",
        f"{len(report.failed):,} failed" if report.failed else "",
    ]
    read = [
        f"{report.read:,} read with {counted(report.statements, 'statement')}" if report.read else "",
        f"{report.not_read:,} kept and not read" if report.not_read else "",
    ]
    return "; ".join(", ".join(filter(None, part)) for part in (kept, read) if any(part)) + "."


def import_lines(report: ImportReport) -> list[str]:
    """What became of the rows of a file, in a few lines, and what was skipped and why."""
    told = [
        f"{counted(report.added, 'row')} added with {counted(report.statements, 'statement')}",
        f"{report.changed:,} changed since an earlier export" if report.changed else "",
        f"{report.unchanged:,} known as they are" if report.unchanged else "",
        f"{report.withdrawn:,} withdrawn, which earlier exports had" if report.withdrawn else "",
        f"{sum(n for _, n, _ in report.skipped):,} skipped" if report.skipped else "",
    ]
    of = f"{report.data_set}, " if report.data_set else ""
    lines = [f"{report.path}: {of}{report.rows:,} read: {', '.join(filter(None, told))}."]
    for reason, n, first in report.skipped[:_MOST_REASONS]:
        which = first if n == 1 else f"the first is {first}"
        lines.append(f"  {counted(n, 'row')} skipped: {reason} ({which}).")
    if (more := len(report.skipped) - _MOST_REASONS) > 0:
        lines.append(f"  And {counted(more, 'other reason')}; --json lists all.")
    if report.other_selection:
        lines.append(
            f"  It lacks {counted(report.other_selection, 'row')} of earlier exports of its name, or of its"
            " countries, kinds of event and days: most of them. So it is taken for another selection, and they stay."
        )
    return lines


@app.command(rich_help_panel="Put in")
def read(
    files: Annotated[list[str], typer.Argument(help="Files, folders, addresses, or - for standard input.")],
    published: Published = None,
    outlet: Outlet = None,
    language: Language = None,
    mapping: Mapping = None,
    model: Model = None,
    format: Annotated[LineFormat, typer.Option(help="JSON Lines, one statement a line.")] = LineFormat.JSONL,  # noqa: A002
) -> None:
    """Prints every statement of the files with its span, chain and stance; keeps nothing."""
    has_failed = False
    table = read_mapping(mapping) if mapping else None
    given = Given(outlet=outlet, published=published, language=language, mapping=table)
    for item in api.read_files(files, given, model=model):
        if isinstance(item, Failure):
            complain(str(item))
            has_failed = True
            continue
        if item.not_read:
            complain(f"{item.document.path}: not read: {item.not_read}")
        for line in statement_lines(item.document, item.statements, item.resolved):
            sys.stdout.write(line + "\n")
    if has_failed:
        raise typer.Exit(1)


@app.command(rich_help_panel="Put in")
def places(
    file: Annotated[
        Path,
        typer.Argument(
            help="CSV (name,kind,country,admin1,latitude,longitude,population,other_names), GeoJSON with these"
            " properties, or a GeoNames country dump."
        ),
    ],
    case: CasePath = DEFAULT_CASE,
) -> None:
    """Adds places of your own to the case's gazetteer."""
    with api.open_case(case) as opened:
        complain(f"{opened.add_places(file)} places added.")


@app.command(rich_help_panel="Keep")
def rebuild(case: CasePath = DEFAULT_CASE) -> None:
    """Throws away all that is derived and makes it anew from what is stored, byte for byte."""
    with api.open_case(case) as opened, progress_shown() as progress:
        sys.stdout.write(opened.rebuild(progress=progress) + "\n")


@app.command(rich_help_panel="Keep")
def digest(case: CasePath = DEFAULT_CASE) -> None:
    """A hash of all that is derived: equal cases have equal digests, on any machine."""
    with api.open_case(case) as opened:
        sys.stdout.write(opened.digest() + "\n")


@app.command(rich_help_panel="Keep")
def demo(
    folder: Annotated[Path, typer.Argument(help="Where to put the case and the report.")] = Path(
        "second-source-demo"
    ),
) -> None:
    """Reads the sample corpus from scratch, prints its brief and writes the report as a page."""
    folder.mkdir(parents=True, exist_ok=True)
    case_path, report_path = folder / "case.db", folder / "report.html"
    for old in folder.glob("case.db*"):
        old.unlink()
    with api.create_case(case_path) as opened, progress_shown() as progress, sample.opened() as corpus:
        corpus.prepare(opened)
        report = opened.add([str(corpus.documents)], progress=progress)
        composed = opened.brief()
    formats = find_formats()
    write_file(report_path, formats["html"].render(composed))
    if out.is_terminal:
        out.print(Markdown(formats["md"].render(composed).decode("utf-8")))
    else:
        sys.stdout.buffer.write(formats["md"].render(composed))
        sys.stdout.flush()
    rows = sum(i.added for i in report.imports)
    complain(
        f"{report.added} documents and {rows} event records of an invented country were read."
        f" The same as a page: {report_path}."
        f' Ask on: "secondsource claims --case {case_path}", then "secondsource explain ID --case {case_path}".'
    )
