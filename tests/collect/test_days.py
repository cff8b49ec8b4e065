"""Days are read where they are written whole, and nowhere else."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.collect.days import day_in_url, day_of_words

LATEST = date(2030, 1, 1)


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("2021-05-26", "2021-05-26"),
        ("2021-05-26T14:00:00+03:00", "2021-05-26"),
        ("20210526", "2021-05-26"),
        ("May 26, 2021", "2021-05-26"),
        ("Wednesday, 26 May 2021", "2021-05-26"),
        ("26th of May 2021", None),
        ("Sept. 3, 1994", "1994-09-03"),
        ("26 de mayo de 2021", "2021-05-26"),
        ("1er août 2019", "2019-08-01"),
        ("26 مايو 2021", "2021-05-26"),
        ("21.11.2020", "2020-11-21"),
        ("21/11/2020", "2020-11-21"),
        ("11/21/2020", "2020-11-21"),
        ("3/4/2021", None),
        ("4/4/2021", "2021-04-04"),
        ("Wed, 26 May 2021 23:05:00 -0800", "2021-05-26"),
        ("2016-10", "2016-10"),
        ("June 2022", "2022-06"),
        ("2016", "2016"),
        ("31 February 2021", None),
        ("yesterday", None),
        ("May 26", None),
        ("1899-12-31", None),
        ("2030-01-02", None),
        ("", None),
    ],
)
def test_words_that_are_a_day_give_it_and_others_nothing(words: str, edtf: str | None) -> None:
    found = day_of_words(words, latest=LATEST)
    assert (found.edtf if found else None) == edtf


def test_a_year_of_two_digits_says_that_its_century_is_assumed() -> None:
    found = day_of_words("3 NOV 89", latest=LATEST)
    assert found is not None
    assert (found.edtf, found.assumed) == ("1989-11-03", ("century",))


@pytest.mark.parametrize(
    ("url", "edtf"),
    [
        ("https://a.example/2021/05/26/story", "2021-05-26"),
        ("https://a.example/world/2015/jan/26/story", "2015-01-26"),
        ("http://a.example/article/20090320/NEWS01/90320003", "2009-03-20"),
        ("https://a.example/r/pa/2016/10/263174.htm", "2016-10"),
        ("https://a.example/story-2021-05-26.html", "2021-05-26"),
        ("https://2021-05-26.example/story", None),
        ("https://a.example/story?date=2021-05-26", None),
        ("https://a.example/2016/45/12", None),
        ("https://a.example/904608/story", None),
        ("https://a.example/2099/05/26/story", None),
    ],
)
def test_an_address_gives_the_day_in_its_path_alone(url: str, edtf: str | None) -> None:
    found = day_in_url(url, latest=LATEST)
    assert (found.edtf if found else None) == edtf


@given(st.dates(min_value=date(1900, 1, 1), max_value=LATEST))
def test_every_day_is_read_back_from_its_usual_spellings(day: date) -> None:
    for spelling in (
        day.isoformat(),
        f"{day:%d %B %Y}",
        f"{day:%B} {day.day}, {day.year}",
        f"{day:%d.%m.%Y}",
    ):
        found = day_of_words(spelling, latest=LATEST)
        assert found is not None
        assert found.earliest == found.latest == day


@given(st.text(max_size=60))
def test_any_words_give_a_day_range_in_bounds_or_none(words: str) -> None:
    found = day_of_words(words, latest=LATEST)
    assert found is None or (found.earliest is not None and date(1900, 1, 1) <= found.earliest <= LATEST)
