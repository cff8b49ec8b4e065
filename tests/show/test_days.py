"""Days in words."""

from __future__ import annotations

from datetime import date

import pytest

from secondsource.records import DayRange
from secondsource.show.brief.days import day_words, is_assumed
from tests.show.case import day


def between(first: str, last: str, edtf: str | None = None) -> DayRange:
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    return DayRange(earliest=start, latest=end, edtf=edtf or f"{first}/{last}")


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (day("2031-05-06"), "6 May 2031"),
        (day("2031-05-06", "year"), "6 May 2031ᵃ"),
        (day("2031-03"), "March 2031"),
        (day("2031-12"), "December 2031"),
        (day("2031"), "2031"),
        (between("2030-01-01", "2031-12-31"), "2030–2031"),
        (between("2031-03-01", "2031-05-31"), "March–May 2031"),
        (between("2030-12-01", "2031-01-31"), "December 2030 – January 2031"),
        (between("2031-03-03", "2031-03-05"), "3–5 March 2031"),
        (between("2031-03-30", "2031-04-02"), "30 March – 2 April 2031"),
        (between("2030-12-30", "2031-01-02"), "30 December 2030 – 2 January 2031"),
        (between("2031-03-03", "2031-03-03", "2031-03-03~"), "about 3 March 2031"),
        (between("2031-03-03", "2031-03-03", "2031-03-03?"), "3 March 2031 (uncertain)"),
        (DayRange(earliest=None, latest=None, edtf="XXXX-12-04"), "4 December, year not said"),
        (DayRange(earliest=None, latest=None, edtf="XXXX-12"), "December, year not said"),
        (DayRange(earliest=None, latest=None, edtf=""), None),
        (None, None),
    ],
)
def test_a_day_range_reads_as_in_a_newspaper(when: DayRange | None, words: str | None) -> None:
    assert day_words(when) == words


def test_only_what_nobody_wrote_is_marked() -> None:
    assert is_assumed(day("2031-05", "year"))
    assert not is_assumed(day("2031-05"))
    assert not is_assumed(None)
