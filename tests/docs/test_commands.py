"""Each command, flag and variable is documented."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from secondsource.cli import app

ROOT = Path(__file__).parents[2]
COMMANDS = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")


def parameters(command: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """(command, flag) of everything a user may type."""
    yield path.strip(), ""
    for parameter in command.params:
        for flag in parameter.opts + parameter.secondary_opts:
            if flag.startswith("--"):
                yield path.strip(), flag
    for name, child in getattr(command, "commands", {}).items():
        yield from parameters(child, f"{path} {name}")


EVERYTHING = sorted(set(parameters(typer.main.get_command(app))))


@pytest.mark.parametrize(("command", "flag"), EVERYTHING)
def test_command_and_flag_are_documented(command: str, flag: str) -> None:
    assert f"`{command}" in COMMANDS or not command
    assert flag in COMMANDS


def test_variables_are_documented() -> None:
    code = "".join(p.read_text(encoding="utf-8") for p in (ROOT / "src").rglob("*.py"))
    for name in set(re.findall(r"SECONDSOURCE_[A-Z]+", code)):
        assert f"`{name}`" in COMMANDS


def test_readme_names_only_commands_that_there_are() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    known = {command.split(" ")[0] for command, _ in EVERYTHING if command}
    named = set(re.findall(r"^secondsource ([a-z-]+)", readme, flags=re.MULTILINE))
    assert named <= known
    assert named


def test_every_link_in_the_docs_leads_somewhere() -> None:
    for page in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
            if not target.startswith("http"):
                assert (page.parent / target).exists(), f"{page.name}: {target}"
