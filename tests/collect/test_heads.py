"""The head of a text gives what is marked in it, and no more."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.collect.heads import read_head, words_of_heads

LATEST = date(2030, 1, 1)
BODY = "\n\nThe bridge at Orlo was closed after a blast on Sunday, the ministry said in a statement."

ENTRIES = [(section, entry) for section, entries in words_of_heads().items() for entry in entries]


@pytest.mark.parametrize(("section", "entry"), ENTRIES, ids=[f"{s}:{e['words'][0]}" for s, e in ENTRIES])
def test_each_entry_matches_its_example_and_not_its_counterexample(
    section: str, entry: dict[str, str]
) -> None:
    field = {"outlet_label": "outlet", "url_label": "url"}.get(section, "day")
    assert getattr(read_head(entry["must"] + BODY, latest=LATEST), field) is not None
    assert getattr(read_head(entry["must_not"] + BODY, latest=LATEST), field) is None


@pytest.mark.parametrize(
    ("head", "edtf", "origin"),
    [
        ("New militias\n\nBy Ada Lund\n\nMay 26, 2021 \n", "2021-05-26", "by-line"),
        ("By Ada Lund | 26 May 2021", "2021-05-26", "by-line"),
        ("By Ada Lund, Border Review, June 2022", "2022-06", "by-line"),
        ("Wednesday, 26 May 2021 14:05 GMT", "2021-05-26", "by-line"),
        ("5 November 2018   (next bulletin: 12 November)", "2018-11-05", "by-line"),
        ("LIMA, 3 NOV 89 (AFP) -- [TEXT]", "1989-11-03", "dateline"),
        ("ORLO, March 14, 2019 (Meridian Wire) — A faction surfaced.", "2019-03-14", "dateline"),
        ("ORLO, Varna, Aug. 14, 2021 (Wire) - A faction surfaced.", "2021-08-14", "dateline"),
        ("ORLO, Aug 14 (Reuters) - A faction surfaced.", None, None),
        ("On May 26, 2021, militants attacked a post.", None, None),
        ("May 26, 2021 was the day of the attack.", None, None),
        ("The attack of 26 May 2021", None, None),
        ("Published 26 May 2050", None, None),
        ("By the time of 26 May 2021 it was over.", None, None),
    ],
)
def test_a_day_is_taken_from_by_line_or_dateline_but_never_from_a_sentence(
    head: str, edtf: str | None, origin: str | None
) -> None:
    found = read_head(head + BODY, latest=LATEST)
    assert (found.day.edtf if found.day else None, found.day_from) == (edtf, origin)


@pytest.mark.parametrize(
    ("head", "title", "author"),
    [
        ("\ufeffNew militias\nBy Ada Lund\n", "New militias", "Ada Lund"),
        ("# New militias\n*By Ada Lund and Bo Ek*\n", "New militias", "Ada Lund and Bo Ek"),
        ("By Ada Lund\nNew militias\n", "New militias", "Ada Lund"),
        ("26 May 2021\nNew militias\n", "New militias", None),
        ("By 26 May 2021 it was over\n", "By 26 May 2021 it was over", None),
        ("Three men were killed.\n", None, None),
        ("ORLO (Wire) - Three men were killed\n", None, None),
    ],
)
def test_the_title_is_the_first_short_line_that_is_neither_by_line_nor_sentence(
    head: str, title: str | None, author: str | None
) -> None:
    found = read_head(head + BODY, latest=LATEST)
    assert (found.title, found.author) == (title, author)


def test_a_text_of_one_line_has_no_title() -> None:
    assert read_head("A short note", latest=LATEST).title is None


def test_the_agency_of_a_dateline_is_told_but_is_no_outlet() -> None:
    found = read_head("ORLO, Aug 14 (Reuters) - A faction surfaced." + BODY, latest=LATEST)
    assert (found.agency, found.outlet) == ("Reuters", None)


@given(st.text(max_size=300))
def test_no_text_breaks_the_reading_of_its_head(text: str) -> None:
    found = read_head(text, latest=LATEST)
    assert found.day is None or found.day_from in ("by-line", "dateline")


@pytest.mark.parametrize(
    ("text", "outlet", "day"),
    [
        ("Statement 9\nNorth Marsh Front, 9 May 2016\nTo all.\n", None, None),
        (
            "NORTH MARSH FRONT - STATEMENT 9\nNorth Marsh Front, 9 May 2016\nTo all.\n",
            "North Marsh Front",
            "2016-05-09",
        ),
        ("GREETING FROM THE MARSH OWLS\nMarsh Owls, 9 May 2016\nTo all.\n", "Marsh Owls", "2016-05-09"),
        ("Notice\nMarsh Owls, 9 May 2016\nCouncil of Marsh Owls\nTo all.\n", "Marsh Owls", "2016-05-09"),
        ("Evening news\nRadio Marsh, Monday, 9 May 2016\nRead by B. Lund\n", "Radio Marsh", "2016-05-09"),
        # look-alikes: a place above a report, a person, a day inside a sentence
        ("Fire in Cape Marsh\nCape Marsh, 9 May 2016\nThe mill burned down.\n", None, None),
        ("What the mill was\nAda Aldous, 9 May 2016\nThe mill burned down.\n", None, None),
        ("The mill\nIn the view of Radio Marsh, 9 May 2016 was a bad day for all of us here.\n", None, None),
    ],
)
def test_a_head_line_of_name_and_day_gives_outlet_and_day(
    text: str, outlet: str | None, day: str | None
) -> None:
    head = read_head(text, latest=LATEST)
    assert (head.outlet, head.day and head.day.edtf) == (outlet, day)


def test_a_day_marked_as_that_of_publication_wins_over_the_day_that_a_heading_is_about() -> None:
    head = read_head("Summary of observations, 6 March 2019\n\nPublished 8 March 2019\n", latest=LATEST)
    assert head.day
    assert head.day.edtf == "2019-03-08"


def test_a_heading_with_an_abbreviation_names_no_agency() -> None:
    assert read_head("MARSH OWLS (MO) - COMMUNIQUE 6\n\nTo all.\n", latest=LATEST).agency is None
    text = "CAPE MARSH, May 9 (Harbour Wire) - Police said that two men had been held.\n"
    assert read_head(text, latest=LATEST).agency == "Harbour Wire"
