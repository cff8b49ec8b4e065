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

TABLES = {
    "ged.csv": "id,relid,dyad_name,type_of_violence,side_a,side_b,where_prec,country,date_start,date_end,best\n"
    "1,r,d,1,Government of Maravia,Red Banner Front,1,Maravia,2031-03-03,2031-03-03,2\n",
    "acled.csv": "event_id_cnty,event_date,event_type,sub_event_type,actor1,country,location,source\n"
    "MAR1,2031-03-03,Battles,Armed clash,Red Banner Front,Maravia,Alun,Daily Ledger\n",
    "gtd.csv": "eventid,iyear,imonth,iday,gname,attacktype1,attacktype1_txt,city\n"
    "203103030001,2031,3,3,Red Banner Front,2,Armed Assault,Alun\n",
    "our-log.csv": "Ref,What,Date,Town\n7,roadside bomb,2031-03-03,Alun\n",
    "map.toml": '[columns]\nid = "Ref"\ntype = "What"\nstart = "Date"\nplace = "Town"\n'
    '[types]\n"roadside bomb" = "bombing"\n',
}

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
    for name, words in TABLES.items():
        (tmp_path / name).write_text(words, encoding="utf-8")
    lines = [line for line in block.splitlines() if "https://" not in line]
    assert len(lines) < len(block.splitlines())
    shell("\n".join(lines), tmp_path)
    assert (tmp_path / "brief.html").read_bytes().startswith(b"<!")


def test_python_lines_compile() -> None:
    assert PYTHON
    for block in PYTHON:
        compile(block, "README.md", "exec")
