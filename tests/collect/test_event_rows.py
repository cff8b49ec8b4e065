"""Rows of event data sets become documents, in any order of columns, through broken lines and odd encodings."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.collect import Collected, Failure, Given, SkippedRow, read_mapping
from secondsource.collect.event_rows.layouts import layouts
from secondsource.errors import LexiconError
from secondsource.records import DataSet, Document
from tests.collect.test_text import collect

GED_HEAD = (
    "id,relid,dyad_name,side_a,side_b,source_original,where_prec,country,type_of_violence,date_start,date_end"
)
GED_ROW = '300380.0,VEL-1,Veldria - Lions,Veldria,Lions,"police, Orlo",1,Veldria,1,2031-05-06,2031-05-06'
ACLED_HEAD = "timestamp,notes,event_id_cnty,event_date,event_type,actor1,country"
GTD_HEAD = "eventid,iyear,imonth,iday,gname,country_txt,attacktype1_txt,city"


def rows_of(tmp_path: Path, raw: str | bytes, name: str = "events.csv", **more: object) -> list[object]:
    file = tmp_path / name
    file.write_bytes(raw if isinstance(raw, bytes) else raw.encode())
    return list(collect(file, Given(**more)))  # type: ignore[arg-type]


def documents(found: list[object]) -> list[Document]:
    assert all(isinstance(f, Collected) for f in found), found
    return [f.document for f in found if isinstance(f, Collected)]


def test_a_row_is_a_document_whose_text_names_each_column_beside_its_value(tmp_path: Path) -> None:
    (row,) = documents(rows_of(tmp_path, f"{GED_HEAD}\n{GED_ROW}\n"))
    assert row.text.splitlines()[:3] == ["UCDP GED 300380", "id: 300380.0", "relid: VEL-1"]
    assert "source_original: police, Orlo" in row.text
    assert row.row is not None
    assert (row.row.data_set, row.row.name, row.row.key) == (DataSet.UCDP_GED, "UCDP GED", "300380")
    assert (row.row.country, row.row.kind, row.row.day) == ("Veldria", "1", date(2031, 5, 6))
    assert (row.outlet, row.title, row.published) == ("UCDP GED", "UCDP GED 300380", None)


def test_columns_count_by_name_in_any_order_and_case(tmp_path: Path) -> None:
    head, row = (
        GED_HEAD.split(","),
        ["7", "r", "d", "a", "b", "o", "1", "Veldria", "2", "2031-05-06", "2031-05-07"],
    )
    turned = ",".join(c.upper() for c in reversed(head)) + "\n" + ",".join(reversed(row)) + "\n"
    (found,) = documents(rows_of(tmp_path, turned))
    assert found.row is not None
    assert (found.row.key, found.row.kind, found.row.day) == ("7", "2", date(2031, 5, 6))


def test_an_acled_row_was_public_on_the_day_of_its_timestamp(tmp_path: Path) -> None:
    (row,) = documents(
        rows_of(tmp_path, f"{ACLED_HEAD}\n1620691200,A clash.,VEL1,06 May 2021,Battles,Lions,Veldria\n")
    )
    assert row.published is not None
    assert row.published.edtf == "2021-05-11"
    assert row.row is not None
    assert row.row.day == date(2021, 5, 6)


@pytest.mark.parametrize(
    ("month", "day", "first"),
    [("5", "6", date(2021, 5, 6)), ("5", "0", date(2021, 5, 1)), ("0", "0", date(2021, 1, 1))],
)
def test_gtd_days_of_which_a_part_is_not_known_begin_where_they_may(
    tmp_path: Path, month: str, day: str, first: date
) -> None:
    (row,) = documents(
        rows_of(tmp_path, f"{GTD_HEAD}\n202105060001,2021,{month},{day},Lions,Veldria,Bombing,Orlo\n")
    )
    assert row.row is not None
    assert row.row.day == first


def test_lines_in_another_encoding_are_read_each_by_itself(tmp_path: Path) -> None:
    lines = [
        GTD_HEAD.encode(),
        "1,2021,5,6,Lions,Veldria,Bombing,Zürich".encode("latin-1"),
        "2,2021,5,7,Löwen,V,B,Orlo".encode(),
    ]
    first, second = documents(rows_of(tmp_path, b"\r\n".join(lines)))
    assert "city: Zürich" in first.text
    assert "gname: Löwen" in second.text


@pytest.mark.parametrize(("encoding", "town"), [("cp1256", "الموصل"), ("cp1251", "Донецк")])
def test_a_line_in_the_code_page_of_another_script_is_skipped_with_what_to_do(
    tmp_path: Path, encoding: str, town: str
) -> None:
    text = f"{GTD_HEAD}\n1,2021,5,6,Lions,V,Bombing,{town}\n2,2021,5,7,Reeds,V,Bombing,Orlo\n"
    skipped, row = rows_of(tmp_path, text.encode(encoding))
    assert isinstance(skipped, SkippedRow)
    assert (skipped.line, "save the file as CSV UTF-8" in skipped.reason) == (2, True)
    assert [d.row.key for d in documents([row]) if d.row] == ["2"]


def test_a_line_of_utf_8_with_a_broken_byte_keeps_its_words(tmp_path: Path) -> None:
    line = "1,2021,5,6,أسود الأهوار,V,Bombing,الموصل".encode() + b"\xd8\n"
    (row,) = documents(rows_of(tmp_path, f"{GTD_HEAD}\n".encode() + line))
    assert "gname: أسود الأهوار" in row.text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_marks_are_no_part_of_a_column(tmp_path: Path, encoding: str) -> None:
    (row,) = documents(
        rows_of(tmp_path, f"{GTD_HEAD}\r\n1,2021,5,6,الأسود,V,Bombing,Orlo\r\n".encode(encoding))
    )
    assert row.text.splitlines()[1] == "eventid: 1"
    assert "gname: الأسود" in row.text


@pytest.mark.parametrize("separator", [";", "\t", "|"])
def test_other_separators_are_told_from_the_header(tmp_path: Path, separator: str) -> None:
    text = f"{GTD_HEAD}\n1,2021,5,6,Lions,V,Bombing,Orlo\n".replace(",", separator)
    (row,) = documents(rows_of(tmp_path, text))
    assert "city: Orlo" in row.text


def test_a_quote_that_is_never_closed_costs_its_own_line_alone(tmp_path: Path) -> None:
    broken = f'{GTD_HEAD}\n1,2021,5,6,"Lions,V,Bombing,Orlo\n' + "2,2021,5,7,Reeds,V,Bombing,Orlo\n" * 60_000
    found = rows_of(tmp_path, broken)
    skipped = [f for f in found if isinstance(f, SkippedRow)]
    assert [(s.line, "longer" in s.reason) for s in skipped] == [(2, True)]
    assert len(found) == 60_001


def test_a_quote_that_the_end_of_the_file_cuts_short_costs_its_own_line_alone(tmp_path: Path) -> None:
    ends = f'{GTD_HEAD}\n1,2021,5,6,"Lions,V,Bombing,Orlo\n2,2021,5,7,Reeds,V,Bombing,Orlo\n'
    skipped, row = rows_of(tmp_path, ends)
    assert isinstance(skipped, SkippedRow)
    assert (skipped.line, "never closed" in skipped.reason) == (2, True)
    assert [d.row.key for d in documents([row]) if d.row] == ["2"]


def test_a_last_row_of_several_lines_needs_no_line_end(tmp_path: Path) -> None:
    (row,) = documents(rows_of(tmp_path, f'{GTD_HEAD}\n1,2021,5,6,Lions,V,Bombing,"Orlo\nand around"'))
    assert "city: Orlo and around" in row.text


def test_a_row_with_more_cells_than_the_header_is_skipped_with_its_line(tmp_path: Path) -> None:
    found = rows_of(
        tmp_path,
        f"{GTD_HEAD}\n1,2021,5,6,Lions,V,Bombing,Orlo,extra\n2,2021,5,7,Lions,V,Bombing,Orlo,\n3,2021\n",
    )
    assert found[0] == SkippedRow(
        path=str(tmp_path / "events.csv"), line=2, reason="has 9 cells, and the header 8"
    )
    assert [d.row.key for d in documents(found[1:]) if d.row] == ["2", "3"]


def test_a_table_of_another_kind_is_refused_with_what_to_do(tmp_path: Path) -> None:
    (failure,) = rows_of(tmp_path, "name,age\nx,1\n")
    assert isinstance(failure, Failure)
    assert "--mapping" in (failure.advice or "")


@pytest.mark.parametrize(
    "raw",
    [b"<!DOCTYPE html><p>Log in, please", b'{"data":[{"a":1,"b":2}]}', b"PK\x03\x04,workbook", b"a,b\rx,1\r"],
    ids=["a web page", "JSON", "a workbook", "line ends of CR alone"],
)
def test_what_is_no_table_is_to_be_saved_as_one(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "map.toml").write_text(MAPPING)
    for mapping in (None, read_mapping(tmp_path / "map.toml")):
        (failure,) = rows_of(tmp_path, raw, mapping=mapping)
        assert isinstance(failure, Failure)
        assert "save it as CSV" in (failure.advice or "")


def test_a_table_without_rows_says_so(tmp_path: Path) -> None:
    (failure,) = rows_of(tmp_path, f"{GTD_HEAD}\n,,,\n")
    assert isinstance(failure, Failure)
    assert "no row" in failure.reason


def test_an_empty_table_is_refused(tmp_path: Path) -> None:
    (failure,) = rows_of(tmp_path, "\n\n")
    assert isinstance(failure, Failure)


GDELT = layouts()[DataSet.GDELT]
EVENT = [
    {
        "GLOBALEVENTID": "1001",
        "SQLDATE": "20210506",
        "EventCode": "190",
        "ActionGeo_FullName": "Orlo, Veldria",
        "DATEADDED": "20210507120000",
        "SOURCEURL": "https://orlo.example/1",
    }.get(c, "")
    for c in GDELT.columns
]


def mention(event: str, outlet: str) -> str:
    told = {
        "GLOBALEVENTID": event,
        "EventTimeDate": "20210506120000",
        "MentionTimeDate": "20210507120000",
        "MentionSourceName": outlet,
        "MentionIdentifier": f"https://{outlet}/a b",
        "Confidence": "80",
    }
    return "\t".join(told.get(c, "") for c in GDELT.mentions) + "\n"


def test_gdelt_events_carry_the_outlets_of_the_mentions_beside_them(tmp_path: Path) -> None:
    named = [
        ("1001", "orlopost.example"),
        ("1001", "orlopost.example"),
        ("1001", "reeds.example"),
        ("9", "x.example"),
    ]
    (tmp_path / "20210507.mentions.CSV").write_text("".join(mention(*m) for m in named))
    (row,) = documents(rows_of(tmp_path, "\t".join(EVENT) + "\n", "20210507.export.CSV"))
    assert [x for x in row.text.splitlines() if x.startswith("mention: ")] == [
        "mention: orlopost.example https://orlopost.example/a%20b 20210507 80",
        "mention: reeds.example https://reeds.example/a%20b 20210507 80",
    ]
    assert row.published is not None
    assert row.published.edtf == "2021-05-07"
    assert collect(tmp_path / "20210507.mentions.CSV") == []


def test_gdelt_mentions_without_their_events_are_refused(tmp_path: Path) -> None:
    (failure,) = rows_of(tmp_path, mention("1", "x.example"), "20210507.mentions.CSV")
    assert isinstance(failure, Failure)
    assert "export.CSV" in (failure.advice or "")


MAPPING = """
name = "Desk log"
[columns]
id = "Ref"
type = "What"
start = "Date"
place = "Town"
[types]
IED = "bombing"
"""


def test_a_mapping_file_names_the_columns_of_any_table(tmp_path: Path) -> None:
    (tmp_path / "map.toml").write_text(MAPPING)
    mapping = read_mapping(tmp_path / "map.toml")
    table = "Date;Ref;What;Town;place\n2031-05-06;A-1;ied;Orlo;x\n2031-05-07;A-2;raid;Orlo;\n"
    first, second = documents(rows_of(tmp_path, table, mapping=mapping))
    assert first.text.splitlines() == [
        "Desk log A-1",
        "start: 2031-05-06",
        "id: A-1",
        "type: ied",
        "type (by the mapping): bombing",
        "place: Orlo",
        "place (not mapped): x",
    ]
    assert first.row is not None
    assert (first.row.data_set, first.row.name, first.row.key) == (DataSet.EVENT_RECORDS, "Desk log", "A-1")
    assert "type (by the mapping)" not in second.text


def test_a_known_data_set_is_read_without_a_mapping_that_is_another_tables(tmp_path: Path) -> None:
    (tmp_path / "map.toml").write_text(MAPPING)
    mapping = read_mapping(tmp_path / "map.toml")
    (row,) = documents(rows_of(tmp_path, f"{GTD_HEAD}\n1,2021,5,6,Lions,V,Bombing,Orlo\n", mapping=mapping))
    assert row.row is not None
    assert (row.row.data_set, row.row.name) == (DataSet.GTD, "GTD")


def test_a_table_that_lacks_a_mapped_column_is_refused_naming_it(tmp_path: Path) -> None:
    (tmp_path / "map.toml").write_text(MAPPING)
    (failure,) = rows_of(tmp_path, "Ref;What\n1;IED\n", mapping=read_mapping(tmp_path / "map.toml"))
    assert isinstance(failure, Failure)
    assert "date, town" in failure.reason
    assert "Ref, What" in (failure.advice or "")


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("[columns", "no TOML"),
        ("name = 'x'", r"no table \[columns\]"),
        ("[columns]\nid = 'Ref'", "kind of event"),
        ("[columns]\ntype = 'a'\nstart = 'b'\nwho = 'c'", '"who"'),
        ("[columns]\ntype = 'a'\nstart = 'b'\n[types]\nIED = 'boom'", '"boom"'),
    ],
)
def test_a_mapping_that_cannot_be_used_says_why(tmp_path: Path, words: str, reason: str) -> None:
    (tmp_path / "map.toml").write_text(words)
    with pytest.raises(LexiconError, match=reason):
        read_mapping(tmp_path / "map.toml")


def test_a_table_of_ones_own_may_tell_when_its_rows_became_public(tmp_path: Path) -> None:
    (row,) = documents(
        rows_of(tmp_path, "id,type,start,place,published\n1,raid,2021-05-06,Orlo,2021-05-09\n")
    )
    assert row.published is not None
    assert (row.published.edtf, row.published_from) == ("2021-05-09", "metadata")


@pytest.mark.parametrize(("column", "name"), [("data_set", "Desk log"), ("other", "events")])
def test_a_table_of_ones_own_is_named_by_a_column_or_by_its_file(
    tmp_path: Path, column: str, name: str
) -> None:
    (row,) = documents(rows_of(tmp_path, f"id,type,start,place,{column}\n1,raid,2031,Orlo,Desk log\n"))
    assert row.row is not None
    assert (row.row.name, row.outlet) == (name, name)


def test_a_row_without_an_id_bears_the_hash_of_its_words(tmp_path: Path) -> None:
    same, other, again = documents(
        rows_of(tmp_path, "type,start,place\nraid,2031,Orlo\nraid,2031,Hosha\nraid,2031,Orlo\n")
    )
    assert same.id == again.id != other.id


@given(st.binary(max_size=2000))
def test_no_bytes_break_the_reading_of_rows(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    folder = tmp_path_factory.mktemp("rows")
    for found in rows_of(folder, f"{GTD_HEAD}\n".encode() + raw):
        is_empty = isinstance(found, Failure) and "no row" in found.reason
        assert is_empty or isinstance(found, Collected | SkippedRow)
