"""How the command line speaks: tables as text, JSON or CSV, progress and complaints on standard error."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table as RichTable
from rich.text import Text

from secondsource.errors import SecondSourceError, visible
from secondsource.pipeline import Progress as Report
from secondsource.show.tables import Cell, Table

app = typer.Typer(
    name="secondsource",
    help="Count origins, not articles: who claims what, who else reports it, and how well it is supported.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
# Not on a terminal there is no width to fit, and a table folded to 80 columns helps nobody.
out = Console(highlight=False, width=None if sys.stdout.isatty() else 180)
err = Console(stderr=True, highlight=False, soft_wrap=True)

CasePath = Annotated[
    Path, typer.Option("--case", "-c", envvar="SECONDSOURCE_CASE", help="The case file to work on.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="Print CSV.")]
Why = Annotated[str, typer.Option("--why", help="The reason, kept for ever.")]
DEFAULT_CASE = Path("case.db")
_IDS = ("id", "document", "statement")
_GAP, _LEAST = 2, 8  # beside each column; the narrowest that a column gets


def day(words: str) -> date:
    """A day as the user typed it. Raises BadParameter."""
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise typer.BadParameter(f'"{words}" is no day; write it as 2031-05-26.') from None


AsOf = Annotated[
    date | None,
    typer.Option("--as-of", parser=day, metavar="DAY", help="Answer with what was public by then."),
]


def complain(line: str) -> None:
    """One line for people, on standard error; what a name or a reason hides in it is shown escaped."""
    err.print(Text(visible(line)))


def write_file(path: Path, data: bytes) -> None:
    """Writes a file that the user named. Raises SecondSourceError where that can't be done."""
    try:
        path.write_bytes(data)
    except OSError as error:
        reason = (error.strerror or "can't be written").lower()
        raise SecondSourceError(
            str(path), f"was not written: {reason}.", "Name a file in a folder that is there and yours."
        ) from None


def print_table(table: Table, *, as_json: bool, as_csv: bool) -> None:
    """The table on standard output: drawn, or as JSON or CSV."""
    if as_json:
        sys.stdout.write(table.to_json() + "\n")
    elif as_csv:
        sys.stdout.write(table.to_csv())
    elif not table.rows:
        complain(f"No {table.name} in this case.")
    else:
        _draw(table)


@contextmanager
def progress_shown() -> Iterator[Report]:
    """A report function: a bar with rate and time left on a terminal, a line every 30 seconds elsewhere."""
    if not err.is_terminal:
        yield _Lines().report
        return
    columns = (TextColumn("{task.description:<8}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=err, transient=True) as bars:
        tasks = {}

        def report(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = bars.add_task(step, total=total)
            bars.update(tasks[step], completed=done, total=total)

        yield report


class _Lines:
    """Progress as lines for a log."""

    def __init__(self) -> None:
        self._last = time.monotonic()

    def report(self, step: str, done: int, total: int) -> None:
        if time.monotonic() - self._last >= 30:
            self._last = time.monotonic()
            complain(f"{datetime.now():%H:%M:%S} {step}: {done} of {total}")  # noqa: DTZ005


def _draw(table: Table) -> None:
    # Columns in which no row has anything are left out, and ids are cut to what one needs to type.
    wanted = [table.columns.index(name) for name in table.drawn or table.columns]
    shown = [i for i in wanted if i == wanted[0] or any(r[i] not in (None, "", False) for r in table.rows)]
    # With the edge padded: without, Rich takes the last column's least width for more than it gives it.
    drawn = RichTable(box=None, padding=(0, _GAP, 0, 0), header_style="bold", show_edge=False)
    heads = [table.columns[i].replace("_", " ") for i in shown]
    rows = [[_cell(row[i], is_id=table.columns[i] in _IDS) for i in shown] for row in table.rows]
    for n, (head, width) in enumerate(zip(heads, _widths(heads, rows), strict=True)):
        is_id = table.columns[shown[n]] in _IDS
        drawn.add_column(head, overflow="fold", no_wrap=is_id, min_width=width)
    for row in rows:
        drawn.add_row(*map(Text, row))
    out.print(drawn)


def _widths(heads: list[str], rows: list[list[str]]) -> list[int]:
    """Room for the longest word of each column, so that a verdict is not broken; free text gives way first."""
    columns = list(zip(heads, *rows, strict=True))
    widths = [max(len(w) for cell in c for w in (cell.split() or [""])) for c in columns]
    too_wide = sum(widths) + _GAP * len(widths) - (out.width - _GAP)
    for n in sorted(range(len(columns)), key=lambda n: -len(set(columns[n]))):
        if heads[n] not in _IDS and too_wide > 0:
            gives = min(too_wide, max(0, widths[n] - _LEAST))
            widths[n], too_wide = widths[n] - gives, too_wide - gives
    return widths


def _cell(cell: Cell, *, is_id: bool) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else ""
    if isinstance(cell, float):
        return f"{cell:.3f}"
    words = visible(str(cell))
    return words.partition(":")[2][:8] if is_id and ":" in words else words
