"""Commands that record what people decide: judge, grades and owners of sources, withdraw, forget."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from secondsource import api
from secondsource.cli.listing import table_of_group
from secondsource.cli.printing import (
    DEFAULT_CASE,
    AsJson,
    CasePath,
    Why,
    app,
    complain,
)
from secondsource.codec import to_plain
from secondsource.errors import JudgementError, SecondSourceError
from secondsource.records import Judgement, JudgementKind

sources_app = typer.Typer(
    help="Outlets: list them, grade them, say who owns them.", invoke_without_command=True
)
app.add_typer(sources_app, name="sources", rich_help_panel="Judge")


judge_app = typer.Typer(
    help="Record a decision, which wins over what was derived; list them; make texts to score against.",
    invoke_without_command=True,
)
app.add_typer(judge_app, name="judge", rich_help_panel="Judge")

Subjects = Annotated[list[str] | None, typer.Argument(help="Ids or names that it is about.")]
Field = Annotated[str | None, typer.Option(help="Which field, or side of the claim.")]
Value = Annotated[str | None, typer.Option(help="What it is.")]
Reason = Annotated[str, typer.Option("--why", help="The reason, kept for ever.")]


@judge_app.callback()
def judge(
    context: typer.Context,
    from_file: Annotated[
        Path | None,
        typer.Option(
            "--from",
            help="An edited `claims --csv` or `statements --csv`, with `judgement` and `why` filled in.",
        ),
    ] = None,
    list_all: Annotated[bool, typer.Option("--list", help="List the judgements of this case.")] = False,
    case: CasePath = DEFAULT_CASE,
    as_json: AsJson = False,
) -> None:
    """Records a decision: same, not-same, split, accept, reject, correct, override, note or undo."""
    if context.invoked_subcommand is not None:
        _refuse_options_before(context)
        return
    with api.open_case(case) as opened:
        if list_all:
            made = opened.kept.judgements()
        elif from_file is not None:
            made = tuple(_from_csv(opened, from_file))
        else:
            raise typer.BadParameter("say what you decide, for example: judge same NAME NAME --why …")
    _print(made, as_json=as_json)


def _decision_command(kind: JudgementKind, says: str) -> None:
    """Registers the command that records decisions of one kind."""

    @judge_app.command(kind.value, help=says)
    def command(
        subjects: Subjects = None, why: Reason = "", case: CasePath = DEFAULT_CASE, as_json: AsJson = False
    ) -> None:
        with api.open_case(case) as opened:
            made = opened.judge(kind, subjects or [], why=why)
        _print((made,), as_json=as_json)


def _value_command(kind: JudgementKind, says: str) -> None:
    """Registers the command of a kind that puts one value in the place of another."""

    @judge_app.command(kind.value, help=says)
    def command(
        subjects: Subjects = None,
        why: Reason = "",
        field: Field = None,
        value: Value = None,
        case: CasePath = DEFAULT_CASE,
        as_json: AsJson = False,
    ) -> None:
        with api.open_case(case) as opened:
            made = opened.judge(kind, subjects or [], why=why, field=field, value=value)
        _print((made,), as_json=as_json)


_decision_command(JudgementKind.SAME, "Two names are one actor, or two incidents are one.")
_decision_command(JudgementKind.NOT_SAME, "They are not, whatever the evidence.")
_decision_command(JudgementKind.SPLIT, "Statements or names leave what they were joined to.")
_decision_command(
    JudgementKind.ACCEPT,
    "A claim or statement holds. Of a document: you checked it, and every statement that you didn't reject is right.",
)
_decision_command(JudgementKind.REJECT, "A claim or statement doesn't hold; a document is left out.")
_value_command(
    JudgementKind.CORRECT,
    "A field is otherwise: published, outlet or title of a document; grade or owner of an outlet.",
)
_value_command(
    JudgementKind.OVERRIDE,
    "Your verdict on a claim: on the event, or on the authorship (who did it).",
)
_decision_command(JudgementKind.NOTE, "A remark on anything.")
_decision_command(JudgementKind.UNDO, "Takes a judgement back.")


table_of_group(sources_app, api.Case.sources)


@sources_app.command()
def grade(
    outlet: Annotated[str, typer.Argument(help="The outlet's name.")],
    letter: Annotated[
        str, typer.Argument(metavar="GRADE", help="A (completely reliable) to F (can't be judged).")
    ],
    why: Why,
    case: CasePath = DEFAULT_CASE,
) -> None:
    """Grades an outlet's reliability, A to F (Admiralty code)."""
    with api.open_case(case) as opened:
        made = opened.grade(outlet, letter, why)
    complain(f"{made.id}: {outlet} is graded {made.value}.")


@sources_app.command()
def owner(
    outlet: Annotated[str, typer.Argument(help="The outlet's name.")],
    owned_by: Annotated[str, typer.Argument(metavar="OWNER", help="Who owns it.")],
    why: Why,
    case: CasePath = DEFAULT_CASE,
) -> None:
    """Says who owns an outlet: outlets with one owner are one origin."""
    with api.open_case(case) as opened:
        made = opened.set_owner(outlet, owned_by, why)
    complain(f"{made.id}: {outlet} is owned by {owned_by}.")


@app.command(rich_help_panel="Judge")
def withdraw(
    document: Annotated[str, typer.Argument(help="The document's id, or its beginning.")],
    why: Why,
    case: CasePath = DEFAULT_CASE,
) -> None:
    """Leaves a document out from now on; all that rested on it is weighed again. Can be undone."""
    with api.open_case(case) as opened:
        made = opened.withdraw(document, why)
        opened.derived()
    complain(f"{made.id}: {made.subjects[0]} is withdrawn.")


@app.command(rich_help_panel="Judge")
def forget(
    document: Annotated[str, typer.Argument(help="The document's id, or its beginning.")],
    why: Why,
    case: CasePath = DEFAULT_CASE,
) -> None:
    """Removes a document's bytes and text for good; its hash, the day and the reason stay."""
    with api.open_case(case) as opened:
        gone, copies = opened.forget(document, why)
        opened.derived()
    complain(f"{gone} is forgotten.")
    for copy in copies:
        complain(f"{copy} was made before and still holds it; delete that copy too.")


def _refuse_options_before(context: typer.Context) -> None:
    """`judge --case desk.db accept ID` would judge another case than the one named; so it is refused."""
    sources = filter(None, map(context.get_parameter_source, context.params))
    if any(s.name == "COMMANDLINE" for s in sources):
        raise typer.BadParameter(f'write options behind "{context.invoked_subcommand}", not before it.')


def _print(made: Sequence[Judgement], *, as_json: bool) -> None:
    if as_json:
        sys.stdout.write(json.dumps(to_plain(tuple(made)), ensure_ascii=False, indent=1) + "\n")
        return
    for judgement in made:
        complain(_line(judgement))


_MOST_CELL = 131_072


def _line(made: Judgement) -> str:
    what = " ".join(filter(None, (made.kind.value, ", ".join(made.subjects), made.field, made.value)))
    return f"{made.id}: {what} ({made.who}, {made.at:%Y-%m-%d}): {made.why}"


def _from_csv(opened: api.Case, path: Path) -> list[Judgement]:
    """The judgements of a file, all recorded or, if one of them can't be, none."""
    checked = []
    for number, words, subject, why in _rows(path):
        kind, field, value = _decision(words, f"{path}, line {number}")
        try:
            subjects = opened.check_judgement(kind, [subject], why=why, field=field, value=value)
        except SecondSourceError as error:
            reason = f"{error.what}: {error.reason} No line was taken."
            raise JudgementError(f"{path}, line {number}", reason, error.advice) from error
        checked.append((kind, subjects, why, field, value))
    return [opened.keep_judgement(k, s, why=w, field=f, value=v) for k, s, w, f, v in checked]


def _rows(path: Path) -> Iterator[tuple[int, str, str, str]]:
    """Line number, decision, subject and reason of each row that a person has filled in."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file)
            lacking = {"id", "judgement", "why"} - set(rows.fieldnames or ())
            if lacking:
                raise JudgementError(
                    str(path),
                    f"has no column {', '.join(sorted(lacking))}.",
                    'Start from "secondsource claims --csv" or "secondsource statements --csv".',
                )
            for row in rows:
                # What csv itself allows, unless a table of events in the same process needed longer cells.
                if any(isinstance(cell, str) and len(cell) > _MOST_CELL for cell in row.values()):
                    raise csv.Error(f"line {rows.line_num}: a cell is longer than {_MOST_CELL:,} characters")
                if words := (row["judgement"] or "").strip():
                    yield rows.line_num, words, row["id"] or "", row["why"] or ""
    except OSError as error:
        raise JudgementError(
            str(path), f"can't be read: {(error.strerror or str(error)).lower()}."
        ) from error
    except (UnicodeDecodeError, csv.Error) as error:
        reason = "is no CSV in UTF-8, so no line was taken."
        raise JudgementError(str(path), reason, "Save it as CSV, UTF-8.") from error


def _decision(words: str, where: str) -> tuple[JudgementKind, str | None, str | None]:
    """Kind, field and value of "override: authorship=contested"."""
    name, _, value = (part.strip() for part in words.partition(":"))
    if name not in set(JudgementKind):
        advice = "Write accept, reject, note, or override: VERDICT."
        raise JudgementError(where, f'"{words}" is no judgement; no line was taken.', advice)
    field, _, value = value.rpartition("=") if "=" in value else ("event" if value else "", "", value)
    return JudgementKind(name), field or None, value or None
