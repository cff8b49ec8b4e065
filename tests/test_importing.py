"""Exports of data sets follow each other: what a later one changes or drops is weighed again, selections stay."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

import secondsource
from secondsource import surroundings
from secondsource.api import Case
from secondsource.collect import Collected, Given, SkippedRow, collect_source, find_sources
from secondsource.importing import ImportReport, RowImport

HEAD = "data_set,id,type,start,place,country,killed,source\n"
CLAIM = "Sorna Post\n7 May 2021\n\nThe Marsh Lions said that they bombed a police station in Hilla on 6 May 2021.\n"


def row(
    key: str, day: str = "2021-05-06", kind: str = "bombing", killed: int = 3, country: str = "Iraq"
) -> str:
    return f"Desk log,{key},{kind},{day},Hilla,{country},{killed},River Times\n"


Add = Callable[..., ImportReport]


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with secondsource.create_case(tmp_path / "case.db") as opened:
        yield opened


@pytest.fixture
def add(case: Case, tmp_path: Path) -> Add:
    def added(*rows: str, name: str = "export.csv") -> ImportReport:
        (tmp_path / name).write_text(HEAD + "".join(rows))
        (report,) = case.add([str(tmp_path / name)]).imports
        return report

    return added


def held(case: Case, as_of: date | None = None) -> set[str]:
    return {d.row.key for d in case.documents(as_of).values() if d.row}


def test_the_report_counts_what_became_of_each_row(add: Add) -> None:
    first = add(
        row("1"), row("2"), "Desk log,3,,,,,,\n", "Desk log,4,bombing,2021-05-06,Hilla,Iraq,1,x,y,z\n"
    )
    assert (first.data_set, first.rows, first.added) == ("Desk log", 4, 2)
    assert sum(n for _, n, _ in first.skipped) == 2
    assert {which for _, _, which in first.skipped} == {"row 3", "line 5"}
    second = add(row("1"), row("2", killed=5))
    assert (second.added, second.changed, second.unchanged) == (0, 1, 1)


def test_of_rows_with_one_id_the_first_counts_and_the_others_are_told(add: Add) -> None:
    twice = row("2.02E+11"), row("2.02E+11", killed=9)
    (skipped,) = add(*twice).skipped
    assert "its id" in skipped[0]
    again = add(*twice)
    assert (again.added, again.changed, again.unchanged) == (0, 0, 1)


def test_a_later_export_of_the_same_name_withdraws_what_it_lacks(case: Case, add: Add) -> None:
    add(row("1"), row("2", "2021-05-09"), row("3", "2021-05-10"))
    assert add(row("2", "2021-05-09"), row("3", "2021-05-10")).withdrawn == 1
    assert held(case) == {"2", "3"}
    assert add(row("1"), row("2", "2021-05-09"), row("3", "2021-05-10")).changed == 1
    assert held(case) == {"1", "2", "3"}


def test_an_export_of_another_name_withdraws_what_it_lacks_between_its_days(case: Case, add: Add) -> None:
    add(row("1", "2021-05-01"), row("2", "2021-05-05"), row("3", "2021-05-09"), row("4", "2021-05-12"))
    report = add(row("3", "2021-05-09"), row("4", "2021-05-12"), row("5", "2021-05-02"), name="later.csv")
    assert report.withdrawn == 1
    assert held(case) == {"1", "3", "4", "5"}


@pytest.mark.parametrize(
    "others",
    [
        [row("5", "2021-05-06", country="Syria"), row("6", "2021-05-30", country="Syria")],
        [row("5", "2021-05-01", kind="abduction"), row("6", "2021-05-30", kind="abduction")],
        [row("5", "2021-06-01"), row("6", "2021-06-30")],
        [row("1"), row("5"), row("6"), row("7")],
    ],
    ids=["another country", "another kind", "other days", "another selection"],
)
def test_another_selection_withdraws_nothing(case: Case, add: Add, others: list[str]) -> None:
    mine = [row(k) for k in ("1", "2", "3")]
    add(*mine)
    assert add(*others, name="other.csv").withdrawn == 0
    assert held(case) >= {"1", "2", "3"}


def test_a_file_that_lacks_most_of_an_earlier_one_of_its_name_says_so_and_withdraws_nothing(
    case: Case, add: Add
) -> None:
    add(row("1"), row("2"), row("3"))
    report = add(row("1"))
    assert (report.withdrawn, report.other_selection) == (0, 2)
    assert held(case) == {"1", "2", "3"}


def test_what_rested_on_a_row_is_weighed_again(case: Case, add: Add, tmp_path: Path) -> None:
    (tmp_path / "claim.txt").write_text(CLAIM)
    case.add([str(tmp_path / "claim.txt")])
    alone = verdict(case)
    add(row("1"), row("2", "2021-06-01"), row("3", "2021-06-02"))
    assert verdict(case) == "partly corroborated"
    add(row("2", "2021-06-01"), row("3", "2021-06-02"))
    assert verdict(case) == alone == "not addressed"


def verdict(case: Case) -> str:
    (claim,) = case.derived().claims
    return next(v.name.value for v in case.derived().verdicts if v.claim_id == claim.id and v.side == "event")


def test_a_row_that_tells_of_no_event_any_more_is_withdrawn(case: Case, add: Add) -> None:
    add(row("1"), row("2"))
    assert add("Desk log,1,,,,,,\n", row("2")).withdrawn == 1
    assert held(case) == {"2"}


def test_a_run_that_was_killed_and_run_again_ends_the_same(case: Case, add: Add, tmp_path: Path) -> None:
    first = [row(str(n)) for n in range(3)]
    second = [row(str(n)) for n in range(1, 9)]
    add(*first)
    (tmp_path / "second.csv").write_text(HEAD + "".join(second))
    (source,) = find_sources([str(tmp_path / "second.csv")])
    killed = RowImport(case.kept, source.path, date(2026, 1, 1))
    for item in list(collect_source(source, Given(), surroundings.now()))[:6]:
        assert isinstance(item, Collected | SkippedRow)
        killed.take(item)
    killed._keep()
    add(*second, name="second.csv")
    with secondsource.create_case(tmp_path / "other.db") as other:
        for name, rows in (("export.csv", first), ("second.csv", second)):
            (tmp_path / name).write_text(HEAD + "".join(rows))
            other.add([str(tmp_path / name)])
        assert held(case) == held(other)
        assert case.digest() == other.digest()


def test_the_order_of_rows_in_a_file_changes_nothing(tmp_path: Path) -> None:
    rows = [row(str(n), f"2021-05-0{n}") for n in range(1, 8)]
    digests = set()
    for number, order in enumerate((rows, rows[::-1])):
        (tmp_path / "export.csv").write_text(HEAD + "".join(order))
        with secondsource.create_case(tmp_path / f"{number}.db") as case:
            case.add([str(tmp_path / "export.csv")])
            digests.add(case.digest())
    assert len(digests) == 1


def test_the_past_is_told_by_when_rows_were_public(tmp_path: Path) -> None:
    head = "event_id_cnty,event_date,event_type,sub_event_type,actor1,country,location,fatalities,timestamp\n"
    told = "VEL1,2021-05-06,Battles,Armed clash,Lions,Iraq,Hilla,{},{}\n"
    with secondsource.create_case(tmp_path / "case.db") as case:
        for killed, seconds in ((2, 1620691200), (9, 1625961600)):
            (tmp_path / "acled.csv").write_text(head + told.format(killed, seconds))
            case.add([str(tmp_path / "acled.csv")])
        assert fatalities(case) == "9"
        assert fatalities(case, date(2021, 6, 1)) == "2"
        assert fatalities(case, date(2021, 5, 1)) is None
        (tmp_path / "acled.csv").write_text(head + told.format(2, 1620691200))
        case.add([str(tmp_path / "acled.csv")])
        assert fatalities(case) == "2"
        assert fatalities(case, date(2021, 8, 1)) == "9"


def fatalities(case: Case, as_of: date | None = None) -> str | None:
    found = {s.statement.document_id for s in case.derived(as_of).statements}
    texts = [d.text for d in case.documents(as_of).values() if d.id in found]
    assert len(texts) <= 1
    return texts[0].partition("fatalities: ")[2].partition("\n")[0] if texts else None
