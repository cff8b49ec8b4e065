"""Commands that print one table of a case, alone or as what a group of commands does where none is named."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import typer

from secondsource import api
from secondsource.cli.printing import DEFAULT_CASE, AsCsv, AsJson, AsOf, CasePath, print_table
from secondsource.show.tables import Table

CaseTable = Callable[[api.Case, date | None], Table]


def table_command(
    group: typer.Typer, name: str, table: CaseTable, says: str, panel: str | None = None
) -> None:
    """Registers a command that prints the table."""

    @group.command(name, help=says, rich_help_panel=panel)
    def command(
        case: CasePath = DEFAULT_CASE, as_of: AsOf = None, as_json: AsJson = False, as_csv: AsCsv = False
    ) -> None:
        with api.open_case(case) as opened:
            print_table(table(opened, as_of), as_json=as_json, as_csv=as_csv)


def table_of_group(group: typer.Typer, table: CaseTable) -> None:
    """Prints the table where the group is called without one of its commands."""

    @group.callback()
    def callback(
        context: typer.Context,
        case: CasePath = DEFAULT_CASE,
        as_of: AsOf = None,
        as_json: AsJson = False,
        as_csv: AsCsv = False,
    ) -> None:
        if context.invoked_subcommand is None:
            with api.open_case(case) as opened:
                print_table(table(opened, as_of), as_json=as_json, as_csv=as_csv)
