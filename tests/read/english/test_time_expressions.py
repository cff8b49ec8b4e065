"""Finding what says when in running text, and what each is counted from."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.read.english.circumstances.time_anchors import anchors_of, is_retelling
from secondsource.read.english.circumstances.time_expressions import TimeKind, find_expressions
from secondsource.read.english.lexicon import entries


def found_in(text: str) -> list[str]:
    return [text[e.start : e.end] for e in find_expressions(text)]


def kinds_in(text: str) -> list[str]:
    return [e.kind.value for e in find_expressions(text)]


@pytest.mark.parametrize("entry", entries("time_expressions"), ids=lambda e: e["example"])
def test_every_entry_finds_its_example(entry: dict[str, str]) -> None:
    text = re.sub(r"[<>]", "", entry["example"])
    start = entry["example"].index("<")
    end = entry["example"].index(">") - 1
    found = next(e for e in find_expressions(text) if e.start == start)
    assert (found.end, found.kind) == (end, TimeKind(entry["kind"]))


TEXTS = [
    ("The Fen Rangers struck on 6 May 2021 and on May 8.", ["6 May 2021", "May 8"]),
    ("From March to July 2017 the Fen Rangers held it.", ["March", "July 2017"]),
    ("In early May the post fell, in late June the bridge.", ["early May", "late June"]),
    ("It began in the 1980s and ended in 1998.", ["the 1980s", "1998"]),
    ("The wall of the 4th century BC fell in 146 B.C. to Rome.", ["the 4th century BC", "146 B.C"]),
    ("Since August 2019 the Rangers have held the pass.", ["August 2019"]),
    ("Two days later, at 10:30 p.m., they left.", ["Two days later", "10:30 p.m."]),
    ("A week after that the Rangers came again the next day.", ["A week", "the next day"]),
    ("It was signed on 12 Ramadan 1436 and 5 Khordad 1400.", ["12 Ramadan 1436", "5 Khordad 1400"]),
    ("By the end of the year they were gone.", ["the end of the year"]),
    ("They fired daily for three months.", ["daily", "three months"]),
    ("On Sunday, 4 April 2021, they met.", ["Sunday, 4 April 2021"]),
    ("They met on May 6-8, 2020, at Carrow.", ["May 6-8, 2020"]),
    ("By Christmas 2019 nobody was left.", ["Christmas 2019"]),
]


@pytest.mark.parametrize(("text", "words"), TEXTS)
def test_times_are_found_whole(text: str, words: list[str]) -> None:
    assert found_in(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "The 1920 Harbour Brigades struck again.",
        "The 23 March Movement denied it.",
        "The 4 February Martyrs Brigade denied it.",
        "The Popular Movement 23 March denied it.",
        "Tariq Ramadan met General Asad and 5 Tir men.",
        "They may march to the sea.",
        "The March to the sea failed.",
        "It cost $1998 and 1,998 crowns.",
        "Some 1500 of the 2,000 men fell.",
        "The fall of Carrow was near.",
        "Rule 1.09 applies at 31.7 percent.",
        "They met the 20th Brigade north of the 38th parallel.",
        "",
    ],
)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert found_in(text) == []


def test_a_month_in_lower_case_text_stands_behind_a_preposition() -> None:
    assert found_in("they may leave in may, the rangers said.") == ["may"]


def test_a_range_knows_its_ends() -> None:
    text = "The campaign of 1915-17 and the talks of 3 to 5 May 2020 failed."
    ends = [[text[a:b] for a, b in e.ends or ()] for e in find_expressions(text)]
    assert ends == [["1915", "17"], ["3", "5 May 2020"]]


def test_what_is_relative_says_from_what_side() -> None:
    assert kinds_in("Yesterday they fled. The next day they came back. On Tuesday they left.") == [
        "published",
        "told",
        "published",
    ]


RETOLD = (
    "The first war began in 1931. In June 1932 the Rangers rose. On 4 July they took Carrow, and the next day "
    "Fennick. In 1933 they lost both. On 2 March 1934 they made peace; the peace of 1935 held until 1939."
)


def test_in_a_retelling_a_date_hangs_on_those_before_it() -> None:
    expressions = find_expressions(RETOLD)
    hung = {
        RETOLD[e.start : e.end]: a for e, a in zip(expressions, anchors_of(RETOLD, expressions), strict=True)
    }
    assert hung["4 July"] == "June 1932"
    assert hung["the next day"] == "4 July | June 1932"
    assert hung["2 March 1934"] is None


def test_in_news_a_date_without_a_year_hangs_on_nothing() -> None:
    text = "Founded in 2014, the Rangers struck on 4 December. The next day they struck again."
    expressions = find_expressions(text)
    assert anchors_of(text, expressions) == (None, None, "4 December")


def test_a_year_in_passing_moves_no_date() -> None:
    text = RETOLD + " In May 1940 they rose again, as a song of 1998 has it. On 3 June they won."
    expressions = find_expressions(text)
    assert anchors_of(text, expressions)[-1] == "May 1940"


@given(st.text(alphabet="May 3,1920/-.the day week of BC\n'", max_size=80))
def test_expressions_stand_in_order_and_within_the_text(text: str) -> None:
    end = 0
    for expression in find_expressions(text):
        assert end <= expression.start < expression.end <= len(text)
        end = expression.end


def test_a_long_text_of_figures_takes_no_time_to_speak_of() -> None:
    assert find_expressions("1 " * 20_000) == ()


def test_news_that_looks_back_is_no_retelling() -> None:
    text = (
        "The Marsh Guard was founded in 2009 and split in 2012. It laid down arms in 2014, took them up in 2016, "
        "lost its chief in 2018 and Velsk in 2019. Last year it was quiet. On May 6 it shelled the port."
    )
    assert not is_retelling(text, find_expressions(text))
