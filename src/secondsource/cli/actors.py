"""Commands about actors: list them, see which may be one, add a list of your own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from secondsource import api
from secondsource.cli.listing import table_command, table_of_group
from secondsource.cli.printing import (
    DEFAULT_CASE,
    CasePath,
    app,
    complain,
)
from secondsource.show.brief.phrases import counted

actors_app = typer.Typer(
    help="Every actor with its names; which may be one; a list of your own.", invoke_without_command=True
)
app.add_typer(actors_app, name="actors", rich_help_panel="Ask")


table_of_group(actors_app, api.Case.actors)
table_command(
    actors_app,
    "suggestions",
    api.Case.suggestions,
    'Actors that may be one, with the reason and how probable it is; "judge same" or "judge not-same" decides.',
)


@actors_app.command("import")
def import_(
    file: Annotated[
        Path,
        typer.Argument(
            help="CSV: name,kind,country,names,acronyms,from,to,wikidata; or FollowTheMoney JSON Lines."
        ),
    ],
    case: CasePath = DEFAULT_CASE,
) -> None:
    """Adds a list of actors of your own: their names, scripts and acronyms count as one from now on."""
    with api.open_case(case) as opened:
        added, passed_over = opened.add_known_actors(file)
    left = (
        f"; {counted(passed_over, 'entity', 'entities')} passed over: no organisation" if passed_over else ""
    )
    complain(f"{counted(added, 'actor')} added{left}.")
