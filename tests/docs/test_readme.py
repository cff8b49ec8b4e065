"""What the README tells a newcomer to type is typed here, and works."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .shell import IS_INSTALLED, shell

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SHELL = re.findall(r"^```sh\n(.*?)^```", README, flags=re.MULTILINE | re.DOTALL)
PYTHON = re.findall(r"^```python\n(.*?)^```", README, flags=re.MULTILINE | re.DOTALL)

pytestmark = pytest.mark.skipif(
    not IS_INSTALLED,
    reason="the secondsource command is not installed beside this Python",
)


def test_the_tour_works_on_the_sample_case(own_demo: Path) -> None:
    [tour] = [block for block in SHELL if "secondsource explain" in block]
    assert tour.startswith(". .venv/bin/activate\n")
    tour = tour.split("\n", 1)[1]
    listed = shell("secondsource claims --csv --case second-source-demo/case.db", own_demo)
    claim = listed.splitlines()[1].split(",")[0]
    shell(tour.replace("CLAIM ", f"{claim} ", 1), own_demo)


def test_a_case_of_ones_own_is_made_as_told(tmp_path: Path) -> None:
    [block] = [block for block in SHELL if "secondsource init" in block]
    (tmp_path / "articles").mkdir()
    text = (
        "The Red Banner Front claimed responsibility for an ambush of an army convoy in Alun on 3 March 2031."
    )
    (tmp_path / "articles" / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "statements.jsonl").write_text('{"text": "Nothing happened in Alun."}\n', encoding="utf-8")
    sample = ROOT / "src" / "secondsource" / "sample" / "documents" / "hammer-channel" / "result.json"
    (tmp_path / "result.json").write_bytes(sample.read_bytes())
    lines = [line for line in block.splitlines() if "https://" not in line]
    assert len(lines) < len(block.splitlines())
    shell("\n".join(lines), tmp_path)
    assert (tmp_path / "brief.html").read_bytes().startswith(b"<!")


def test_python_lines_compile() -> None:
    assert PYTHON
    for block in PYTHON:
        compile(block, "README.md", "exec")
