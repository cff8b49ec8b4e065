"""What docs/method.md shows is what the code gives: its commands are run, its sums done, its weights looked up."""

from __future__ import annotations

import csv
import io
import math
import re
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path

import pytest
from typer.testing import CliRunner

from secondsource.cli import app
from secondsource.match import load_weights
from secondsource.match.bonds import load_bonds
from secondsource.records import Relation
from secondsource.weigh.authorship_rules import AUTHORSHIP_RULES
from secondsource.weigh.event_rules import EVENT_RULES
from secondsource.weigh.odds import load_odds

PAGE = (Path(__file__).parents[2] / "docs" / "method.md").read_text(encoding="utf-8")
CONSOLES = re.findall(r"^```console\n(.*?)^```", PAGE, flags=re.MULTILINE | re.DOTALL)
SUMS = re.findall(r"^([-\d(].*) = (-?[\d.]+)$", PAGE, flags=re.MULTILINE)
PLACES = ("VESHKAN", "HASPIR", "SORNA", "ILUN", "HOSHA", "MESHRA")


@pytest.fixture
def typed(own_demo: Path, monkeypatch: pytest.MonkeyPatch) -> Typed:
    monkeypatch.setenv("SECONDSOURCE_CASE", str(own_demo / "second-source-demo" / "case.db"))
    monkeypatch.setenv("SECONDSOURCE_USER", "Ada")
    return Typed()


class Typed:
    """Commands typed on the demo case, with the names of places put for the ids of the claims there."""

    def __init__(self) -> None:
        rows = list(csv.DictReader(io.StringIO(self._run(["claims", "--csv"]))))
        self._ids = {p: next(r["id"] for r in rows if p.title() in r["place"]) for p in PLACES}

    def __call__(self, command: str) -> str:
        name, *words = [a or b for a, b in re.findall(r'"([^"]*)"|(\S+)', command)]
        assert name == "secondsource"
        return self._run([self._ids.get(w, w) for w in words])

    def _run(self, words: list[str]) -> str:
        done = CliRunner().invoke(app, words)
        assert done.exit_code == 0, f"{words}\n{done.output}"
        return done.stdout


def shown() -> Iterator[tuple[str, str]]:
    """Each command of the page with the output under it."""
    for block in CONSOLES:
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            yield command, output


def pattern(output: str) -> str:
    """An expression for the output of a command: "…" stands for anything, an id for any id, blanks for blanks."""
    words = [re.escape(w) for w in re.split(r"(…)", plain(output))]
    return "".join(".*" if w == "…" else w for w in words)


def plain(output: str) -> str:
    lines = (" ".join(line.split()) for line in output.strip().splitlines())
    return re.sub(r"^[0-9a-f]{8}\b", "ID", "\n".join(lines), flags=re.MULTILINE)


def test_commands_print_what_the_page_shows(typed: Typed) -> None:
    assert len(list(shown())) > len(CONSOLES) > 1
    for command, output in shown():
        printed = plain(typed(command))
        assert re.fullmatch(pattern(output), printed, flags=re.DOTALL) or not output, f"{command}\n{printed}"


def test_a_claim_is_not_known_before_it_is_published(typed: Typed) -> None:
    assert "`secondsource claims --as-of 2025-04-02` doesn't list Veshkan" in PAGE
    assert "Veshkan" not in typed("secondsource claims --as-of 2025-04-02")
    assert "Veshkan" in typed("secondsource claims --as-of 2025-04-03")


@pytest.mark.parametrize(("left", "right"), SUMS)
def test_sums_come_out_as_written(left: str, right: str) -> None:
    assert re.fullmatch(r"(?:[-+*/(). \d]|exp|log)+", left)
    value = eval(left, {"__builtins__": {}, "exp": math.exp, "log": math.log})
    assert f"{value:.{len(right.partition('.')[2])}f}" == right


def test_the_sums_are_made_of_the_weights_in_force() -> None:
    odds, text = load_odds(), "\n".join(f"{left} = {right}" for left, right in SUMS)
    records = odds.records
    for number in (
        f"{odds.value['start']:.2f} + {odds.value['official_reports']:.2f} + {odds.value['outlet_reports']:.2f} *",
        f"+ {records['doubt']:.0f} * {records['usual_claim']}) / (1 + {records['doubt']:.0f})",
        f"+ {records['doubt']:.0f} * {records['usual_report']}) / (2 + {records['doubt']:.0f})",
        f"{records['claimant_counts']} * (log",
        f"{records['reporter_counts']} * (log",
        f"+ {odds.habits['hidden']} * 1)",
        f"{odds.value['outlet_reports']} * {odds.grades['B']} =",
    ):
        assert number in text


def test_bits_are_those_of_the_file() -> None:
    weights = load_weights()
    listed = re.findall(r"^\| `(\w+)` \| ([-+][\d.]+) \|", PAGE, flags=re.MULTILINE)
    values = {"prior": weights.prior} | {n: w.value for n, w in weights.features.items()}
    assert listed == [(name, f"{values[name]:+.2f}") for name, _ in listed]
    assert len(listed) > 1


def test_bonds_are_those_of_the_file() -> None:
    rules = load_bonds()
    for relation, shown in ((Relation.ALLIED_WITH, "1.25 = 0.56"), (Relation.COMMANDED_BY, "2.25 = 0.4")):
        assert f"({rules.weights[relation][0]} × 1 ÷ {shown})" in PAGE
    assert f"+ {rules.doubt}),\neach origin once, at least {rules.threshold}." in PAGE


def test_python_on_the_page_prints_what_stands_under_it() -> None:
    [(code, output)] = re.findall(r"^```python\n(.*?)^```\n\n```text\n(.*?)^```", PAGE, flags=re.M | re.S)
    printed = io.StringIO()
    with redirect_stdout(printed):
        exec(code, {})
    assert printed.getvalue() == output


def test_all_rules_stand_in_the_order_in_which_they_are_tried() -> None:
    rows = re.findall(r"^\| `(\w+)` \| [^|]* \| [a-z ]+, [1-6] \|$", PAGE, flags=re.MULTILINE)
    assert rows == [r.__name__ for r in (*EVENT_RULES, *AUTHORSHIP_RULES)]
