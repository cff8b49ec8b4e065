"""Rows of data sets beside a claim: their sources are origins, a machine's reading is weak, a wrong year is seen.

The rows are invented under the real headers.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest

import secondsource
from secondsource.api import Case
from secondsource.collect.event_rows.layouts import layouts
from secondsource.records import DataSet, Side, Verdict
from secondsource.show.formats import find_formats

CLAIM = (
    "Sorna Post\n7 May 2021\n\nThe Marsh Lions said that they bombed a police station in Hilla in Iraq on 6 May 2021,"
    " killing three policemen.\n"
)
ACLED = {
    "event_id_cnty": "IRQ1",
    "event_date": "2021-05-06",
    "time_precision": "1",
    "event_type": "Explosions/Remote violence",
    "sub_event_type": "Remote explosive/landmine/IED",
    "actor1": "Unidentified Armed Group (Iraq)",
    "actor2": "Police Forces of Iraq (2003-)",
    "country": "Iraq",
    "admin1": "Babil",
    "location": "Hilla",
    "latitude": "32.4637",
    "longitude": "44.4199",
    "geo_precision": "1",
    "source": "River Times; Orlo Wire",
    "fatalities": "3",
    "timestamp": "1620691200",
}
GED = {
    "id": "1",
    "relid": "r",
    "dyad_name": "d",
    "type_of_violence": "1",
    "side_a": "Government of Iraq",
    "side_b": "Marsh Lions",
    "source_office": "River Times",
    "source_original": "police",
    "where_prec": "1",
    "where_coordinates": "Hilla",
    "adm_1": "Babil governorate",
    "country": "Iraq",
    "latitude": "32.4637",
    "longitude": "44.4199",
    "date_prec": "1",
    "date_start": "2021-05-06",
    "date_end": "2021-05-06",
    "best": "3",
    "high": "3",
    "low": "3",
}


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    (tmp_path / "claim.txt").write_text(CLAIM)
    with secondsource.create_case(tmp_path / "case.db") as opened:
        opened.add([str(tmp_path / "claim.txt")])
        yield opened


def add(case: Case, folder: Path, *rows: dict[str, str], name: str = "rows.csv") -> None:
    table = StringIO()
    writer = csv.DictWriter(table, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    (folder / name).write_text(table.getvalue())
    assert case.add([str(folder / name)]).imports[0].added == len(rows)


def verdict(case: Case, side: Side = Side.EVENT) -> Verdict:
    (claim,) = case.derived().claims
    return next(v for v in case.derived().verdicts if v.claim_id == claim.id and v.side == side)


def families(case: Case) -> list[tuple[str, ...]]:
    """The origins of each independent family of the claim's incident, as they are shown."""
    derived = case.derived()
    (claim,) = derived.claims
    names = {a.id: a.name for a in derived.actors}
    return sorted(
        tuple(names.get(o, o) for o in f.origins)
        for f in derived.families
        if f.incident_id == claim.incident_id and not f.is_claimants
    )


def test_the_outlets_that_a_row_names_are_two_origins(case: Case, tmp_path: Path) -> None:
    add(case, tmp_path, ACLED)
    assert families(case) == [("Orlo Wire",), ("River Times",)]
    assert verdict(case).name == "partly corroborated"


def test_an_outlet_in_a_row_and_its_own_article_are_one_origin(case: Case, tmp_path: Path) -> None:
    add(case, tmp_path, ACLED | {"source": "River Times"})
    (tmp_path / "article.txt").write_text(
        "Source: River Times\n7 May 2021\n\n"
        "A bomb hit a police station in Hilla in Iraq on 6 May 2021 and killed three policemen.\n"
    )
    case.add([str(tmp_path / "article.txt")])
    assert families(case) == [("River Times",)]


def test_a_row_without_sources_is_one_origin(case: Case, tmp_path: Path) -> None:
    add(case, tmp_path, ACLED | {"source": ""})
    assert families(case) == [("ACLED",)]


def test_actors_without_a_direction_contest_nobody(case: Case, tmp_path: Path) -> None:
    add(case, tmp_path, ACLED | {"actor1": "River Hawks"})
    assert verdict(case, Side.AUTHORSHIP).name == "not addressed"


def test_a_claimant_that_a_record_has_as_a_party_is_borne_out(case: Case, tmp_path: Path) -> None:
    add(case, tmp_path, GED)
    assert verdict(case, Side.AUTHORSHIP).name in ("corroborated", "partly corroborated")


@pytest.mark.parametrize("voice", ["Marsh Lions", "Marsh Lions spokesman", "a statement by the Marsh Lions"])
def test_a_row_on_the_claimants_own_word_bears_nothing_out(case: Case, tmp_path: Path, voice: str) -> None:
    add(case, tmp_path, GED | {"source_original": voice})
    assert families(case) == []
    assert verdict(case).name == "not addressed"


def test_a_row_on_an_outlet_that_only_passed_the_claim_on_bears_nothing_out(
    case: Case, tmp_path: Path
) -> None:
    (tmp_path / "passed.txt").write_text(f"Source: River Times\n{CLAIM}")
    case.add([str(tmp_path / "passed.txt")])
    add(case, tmp_path, ACLED | {"source": "River Times"})
    assert families(case) == []
    (tmp_path / "own.txt").write_text(
        "Source: River Times\n7 May 2021\n\n"
        "A bomb hit a police station in Hilla in Iraq on 6 May 2021 and killed three policemen.\n"
    )
    case.add([str(tmp_path / "own.txt")])
    assert families(case) == [("River Times",)]


def test_a_row_of_a_whole_month_does_not_tell_of_the_same_day(case: Case, tmp_path: Path) -> None:
    add(case, tmp_path, GED | {"date_start": "2021-05-01", "date_end": "2021-05-31"})
    (reason,) = verdict(case).reasons
    assert "less exactly" in reason.sentence
    assert "day" not in reason.sentence


def test_the_sum_of_a_year_bears_no_attack_of_a_day_out(case: Case, tmp_path: Path) -> None:
    add(
        case,
        tmp_path,
        GED | {"date_start": "2021-01-01", "date_end": "2021-12-31", "best": "90", "high": "90"},
    )
    assert families(case) == []


def test_a_data_set_that_tells_it_is_not_silent_on_it(case: Case, tmp_path: Path) -> None:
    add(case, tmp_path, ACLED, ACLED | {"event_id_cnty": "IRQ2", "event_date": "2021-05-07"})
    assert not [w for w in verdict(case).weights if w.entry == "silent_coverage"]


def test_a_data_set_that_tells_of_the_place_and_not_of_this_is_silent_on_it(
    case: Case, tmp_path: Path
) -> None:
    elsewhere = ACLED | {"event_date": "2021-05-07", "sub_event_type": "Abduction/forced disappearance"}
    add(case, tmp_path, elsewhere | {"event_type": "Violence against civilians", "fatalities": "0"})
    assert verdict(case).name == "uncorroborated"


def test_two_rows_of_one_data_set_stay_two_events(case: Case, tmp_path: Path) -> None:
    add(case, tmp_path, ACLED, ACLED | {"event_id_cnty": "IRQ2"})
    derived = case.derived()
    homes = {
        next(i.id for i in derived.incidents if s.statement.id in i.statement_ids)
        for s in derived.statements
        if s.row is not None
    }
    assert len(homes) == 2


def test_what_one_row_tells_on_many_words_is_one_event(case: Case, tmp_path: Path) -> None:
    # Without a day that is told to the day, nothing but the row itself holds its statements together.
    add(
        case, tmp_path, GED | {"date_end": "2021-11-30", "source_office": "A;B;C", "source_original": "x;y;z"}
    )
    derived = case.derived()
    told = {s.statement.id for s in derived.statements if s.row is not None}
    assert len(told) == 3
    assert [told <= set(i.statement_ids) for i in derived.incidents].count(True) == 1


def test_a_side_without_a_name_of_its_own_is_one_actor_in_all_rows_of_a_data_set(
    case: Case, tmp_path: Path
) -> None:
    row = GED | {"side_b": "Sorna insurgents"}
    add(case, tmp_path, row, row | {"id": "2", "date_start": "2021-08-06", "date_end": "2021-08-06"})
    named = {a.actor_id for s in case.derived().statements for a in s.actors if a.role == "by" and s.row}
    assert len(named) == 2


def test_what_a_machine_read_corroborates_nothing_alone(case: Case, tmp_path: Path) -> None:
    columns, mentions = layouts()[DataSet.GDELT].columns, layouts()[DataSet.GDELT].mentions
    event = {
        "GLOBALEVENTID": "1",
        "SQLDATE": "20210506",
        "Actor2Name": "POLICE",
        "EventCode": "183",
        "EventBaseCode": "183",
        "EventRootCode": "18",
        "ActionGeo_Type": "4",
        "ActionGeo_FullName": "Hilla, Babil, Iraq",
        "ActionGeo_Lat": "32.4637",
        "ActionGeo_Long": "44.4199",
        "DATEADDED": "20210507120000",
        "SOURCEURL": "https://a.example/1",
    }
    told = [
        {"GLOBALEVENTID": "1", "MentionTimeDate": "20210507120000", "EventTimeDate": "20210506120000"}
        | {"MentionSourceName": f"{outlet}.example", "MentionIdentifier": f"https://{outlet}.example/1"}
        for outlet in ("a", "b", "c", "a")
    ]
    (tmp_path / "1.export.CSV").write_text("\t".join(event.get(c, "") for c in columns) + "\n")
    (tmp_path / "1.mentions.CSV").write_text(
        "".join("\t".join(m.get(c, "") for c in mentions) + "\n" for m in told)
    )
    case.add([str(tmp_path / "1.export.CSV"), str(tmp_path / "1.mentions.CSV")])
    assert families(case) == [("a.example",), ("b.example",), ("c.example",)]
    found = verdict(case)
    assert found.name == "partly corroborated"
    assert "grade E" in found.reasons[0].sentence


def test_a_record_of_another_year_shows_that_an_assumed_year_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "claim.txt").write_text(
        "Sorna Post\n26 May 2021\n\nIn March, the Marsh Lions claimed responsibility for an attack on a Taji base"
        " near Baghdad in Iraq that killed three soldiers.\n"
    )
    row = GED | {"side_b": "XXX", "where_coordinates": "Taji", "adm_1": "Baghdad governorate"}
    row |= {"latitude": "33.52", "longitude": "44.25", "date_start": "2020-03-11", "date_end": "2020-03-11"}
    with secondsource.create_case(tmp_path / "case.db") as case:
        case.add([str(tmp_path / "claim.txt")])
        add(case, tmp_path, row)
        told = find_formats()["md"].render(case.brief()).decode()
    (year,) = [line for line in told.splitlines() if line.startswith("- *The year*")]
    assert "March 2021ᵃ, where the year is assumed, says Marsh Lions" in year
    assert "11 March 2020, says police" in year
