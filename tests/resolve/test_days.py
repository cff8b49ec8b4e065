"""Day ranges: every way to say when, the year that nobody wrote, and EDTF that holds what it says."""

from __future__ import annotations

import time
from datetime import date, timedelta

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from secondsource.records import DayRange, Span, TimeMention
from secondsource.resolve.day_ranges import days_between
from secondsource.resolve.days import RULE_AFTER_PUBLICATION, resolve_when
from secondsource.resolve.time_forms import Form, load_forms, match_forms
from secondsource.resolve.time_spelling import normalise_expression
from secondsource.resolve.undated import Undated, why_undated

PUBLISHED = date(2021, 5, 26)  # a Wednesday


def mention(words: str, anchor: str | None = None, is_future: bool = False) -> TimeMention:
    return TimeMention(span=Span(start=0, end=len(words)), words=words, anchor=anchor, is_future=is_future)


def on(day: date) -> DayRange:
    return days_between(day, day)


def edtf_of(words: str, anchor: str | None = None, published: date | None = PUBLISHED) -> str | None:
    found = resolve_when(mention(words, anchor), on(published) if published else None)
    return found.edtf if found else None


@pytest.mark.parametrize("form", load_forms(), ids=lambda f: f.words)
def test_every_form_matches_its_example_and_not_its_counterexample(form: Form) -> None:
    assert form.pattern.fullmatch(normalise_expression(form.example) + " ")
    assert not form.pattern.fullmatch(normalise_expression(form.not_) + " ")
    assert edtf_of(form.example, anchor="12 March 2021" if needs_anchor(form) else None) == (
        form.gives or None
    )


def needs_anchor(form: Form) -> bool:
    first = next(match_forms(normalise_expression(form.example)))
    return first.form.meaning in ("step", "shift", "part") or "that" in form.example.split()


WRITTEN = [
    ("On May 6, 2021", "2021-05-06"),
    ("6 May 2021", "2021-05-06"),
    ("Thursday, 6th May, 2021", "2021-05-06"),
    ("the 6th of May 2021", "2021-05-06"),
    ("2021-05-06", "2021-05-06"),
    ("2021/05/06", "2021-05-06"),
    ("06.05.2021", "2021-05-06"),
    ("25/12/2020", "2020-12-25"),
    ("12/25/2020", "2020-12-25"),
    ("20 Oct 2016", "2016-10-20"),
    ("20-Oct-2016", "2016-10-20"),
    ("Dec. 4, 2016", "2016-12-04"),
    ("December 2006", "2006-12"),
    ("October, 1917", "1917-10"),
    ("the end of 1914", "1914"),
    ("as early as 2014", "2014"),
    ("the summer of 2014", "2014-22"),
    ("winter 2019/20", "2019-24"),
    ("the late 1980s", "198X"),
    ("the 19th century", "18XX"),
    ("since August 2019", "2019-08/2021-05-26"),
    ("between 3 and 5 May 2020", "2020-05-03/2020-05-05"),
    ("from 3 to 5 May 2020", "2020-05-03/2020-05-05"),
    ("3–5 May 2020", "2020-05-03/2020-05-05"),
    ("May 6-8, 2020", "2020-05-06/2020-05-08"),
    ("between 11-13 Dec. 2020", "2020-12-11/2020-12-13"),
    ("August 28 and August 29, 2020", "2020-08-28/2020-08-29"),
    ("from January to March 2020", "2020-01/2020-03"),
    ("between 2004 and 2007", "2004/2007"),
    ("2011-13", "2011/2013"),
    ("December 2019 to January 2020", "2019-12/2020-01"),
    ("the night of 13 to 14 September 2020", "2020-09-13/2020-09-14"),
    ("until March 2020", "../2020-03"),
    ("at 10:30 p.m. on May 6, 2021", "2021-05-06"),
    ("in the early morning hours of May 6, 2021", "2021-05-06"),
    ("the first half of 2012", "2012-01/2012-06"),
    ("497 BC", "-0496"),
    ("499–493 BC", "-0498/-0492"),
    ("the autumn of 481 BC", "-0480-23"),
    ("the 470s BC", "-0478/-0469"),
    ("the 4th century BC", "-0399/-0300"),
    ("ca. 466 BC", "-0465"),
    ("eighteenth-century", "17XX"),
    ("2007-08", "2007/2008"),
    ("the latter half of 2008", "2008-07/2008-12"),
    ("Christmas 2019", "2019-12-25"),
    ("New Year's Eve, 2019", "2019-12-31"),
    ("17 August - 2 September 2014", "2014-08-17/2014-09-02"),
    ("the 10th anniversary of 11 September 2001", "2011-09-11"),
    ("after the 6 January 2020 strike", "2020-01-06"),
]


@pytest.mark.parametrize(("words", "edtf"), WRITTEN)
def test_what_is_written_out_needs_no_publication_day(words: str, edtf: str) -> None:
    without = resolve_when(mention(words), None)
    assert without is not None
    assert without.assumed == ()
    assert edtf_of(words) == edtf


PARTS_OF_MONTHS = [
    ("in early May 2020", "2020-05-01/2020-05-10", ("day",)),
    ("in mid-March 2020", "2020-03-11/2020-03-20", ("day",)),
    ("late February 2020", "2020-02-21/2020-02-29", ("day",)),
    ("the end of February 2021", "2021-02-21/2021-02-28", ("day",)),
    ("the first half of June 2020", "2020-06-01/2020-06-15", ("day",)),
    ("the second half of June 2020", "2020-06-16/2020-06-30", ("day",)),
    ("early June", "2020-06-01/2020-06-10", ("year", "day")),
    ("the last week of April 2021", "2021-04-24/2021-04-30", ("day",)),
    ("the second week of May", "2021-05-08/2021-05-14", ("year", "day")),
    ("early 2013", "2013", ()),
]


@pytest.mark.parametrize(("words", "edtf", "assumed"), PARTS_OF_MONTHS)
def test_a_part_of_a_month_assumes_its_days_and_says_so(
    words: str, edtf: str, assumed: tuple[str, ...]
) -> None:
    found = resolve_when(mention(words), on(PUBLISHED))
    assert found is not None
    assert (found.edtf, found.assumed) == (edtf, assumed)
    assert (found.rule is not None) == bool(assumed)


def test_a_part_of_a_month_without_its_year_has_no_ends() -> None:
    found = resolve_when(mention("early June"), None)
    assert found is not None
    assert (found.edtf, found.earliest) == ("XXXX-06-01/XXXX-06-10", None)


YEARLESS = [
    ("December 4", "2020-12-04", "XXXX-12-04"),
    ("On May 6", "2021-05-06", "XXXX-05-06"),
    ("May 26", "2021-05-26", "XXXX-05-26"),
    ("27 May", "2020-05-27", "XXXX-05-27"),
    ("29 February", "2020-02-29", "XXXX-02-29"),
    ("in March", "2021-03", "XXXX-03"),
    ("in the summer", "2020-22", "XXXX-22"),
    ("between 3 and 5 May", "2021-05-03/2021-05-05", "XXXX-05-03/XXXX-05-05"),
    ("the intervening night of September 13 and 14", "2020-09-13/2020-09-14", "XXXX-09-13/XXXX-09-14"),
    ("December to January", "2020-12/2021-01", "XXXX-12/XXXX-01"),
    ("since November", "2020-11/2021-05-26", "XXXX-11/.."),
    ("the anniversary of 4 December", "2020-12-04", "XXXX-12-04"),
]


@pytest.mark.parametrize(("words", "with_day", "without"), YEARLESS)
def test_a_yearless_date_assumes_its_year_only_beside_a_publication_day(
    words: str, with_day: str, without: str
) -> None:
    found = resolve_when(mention(words), on(PUBLISHED))
    assert found is not None
    assert (found.edtf, found.assumed) == (with_day, ("year",))
    assert found.rule == "latest fitting day at or before publication"
    open_ = resolve_when(mention(words), None)
    assert open_ is not None
    assert (open_.edtf, open_.earliest, open_.latest, open_.assumed) == (without, None, None, ())


OTHER_CALENDARS = [
    ("12 Ramadan 1436", "2015-06-27/2015-06-29", ("day",)),
    ("Ramadan 10, 1442 AH", "2021-04-20/2021-04-22", ("day",)),
    ("1st of Muharram 1441", "2019-08-30/2019-09-01", ("day",)),
    ("Rabi' al-Awwal 1442", "2020-10-16/2020-11-16", ("day",)),
    ("١٤ رمضان ١٤٤٢ هـ", "2021-04-24/2021-04-26", ("day",)),
    ("27 Ramadan 2017", "2017-06-20/2017-06-22", ("day",)),
    ("the holy month of Ramadan", "2021-04-11/2021-05-12", ("year", "day")),
    ("since Ramadan 1440", "2019-05-04/2021-05-26", ("day",)),
    ("5 Khordad 1400", "2021-05-26", ()),
    ("30 Esfand 1399", "2021-03-20", ()),
    ("۵ خرداد ۱۴۰۰", "2021-05-26", ()),
    ("Hamal 1400", "2021-03-21/2021-04-20", ()),
    ("4 Tir", "2020-06-24", ("year",)),
    ("١٢ مارس", "2021-03-12", ("year",)),
    ("12 آذار 2020", "2020-03-12", ()),
    ("في 3 كانون الثاني 2020", "2020-01-03", ()),
]


@pytest.mark.parametrize(("words", "edtf", "assumed"), OTHER_CALENDARS)
def test_other_calendars_say_what_they_assume(words: str, edtf: str, assumed: tuple[str, ...]) -> None:
    found = resolve_when(mention(words), on(PUBLISHED))
    assert found is not None
    assert (found.edtf, found.assumed) == (edtf, assumed)


RELATIVE = [
    ("yesterday", "2021-05-25"),
    ("on Tuesday", "2021-05-25"),
    ("Wednesday", "2021-05-26"),
    ("late on Thursday night", "2021-05-20"),
    ("last Tuesday", "2021-05-25"),
    ("last Wednesday", "2021-05-19"),
    ("Monday and Tuesday", "2021-05-24/2021-05-25"),
    ("Thursday to Tuesday", "2021-05-20/2021-05-25"),
    ("Tuesday last week", "2021-05-18"),
    ("overnight on Monday", "2021-05-24"),
    ("last week", "2021-05-17/2021-05-23"),
    ("this week", "2021-05-24/2021-05-26"),
    ("last weekend", "2021-05-22/2021-05-23"),
    ("this weekend", "2021-05-22/2021-05-23"),
    ("last month", "2021-04"),
    ("earlier this month", "2021-05"),
    ("during last year", "2020"),
    ("so far this year", "2021"),
    ("last July", "2020-07"),
    ("last March", "2021-03"),
    ("last summer", "2020-22"),
    ("three months ago", "2021-02"),
    ("two years ago", "2019"),
    ("ten days ago", "2021-05-16"),
    ("a week ago", "2021-05-16/2021-05-22"),
    ("in the past 24 hours", "2021-05-25/2021-05-26"),
    ("over the past month", "2021-04-26/2021-05-26"),
    ("over the last two weeks", "2021-05-12/2021-05-26"),
    ("over the past year", "2020-05-26/2021-05-26"),
    ("in March last year", "2020-03"),
    ("between January and May of this year", "2021-01/2021-05"),
    ("since last summer", "2020-22/2021-05-26"),
    ("since last week", "2021-05-17/2021-05-26"),
    ("since early May", "2021-05-01/2021-05-26"),
    ("until mid-May", "../2021-05-20"),
]


@pytest.mark.parametrize(("words", "edtf"), RELATIVE)
def test_what_is_relative_to_publication_is_counted_from_it(words: str, edtf: str) -> None:
    assert edtf_of(words) == edtf


@pytest.mark.parametrize("words", ["yesterday", "on Tuesday", "last week", "two years ago", "the past month"])
def test_what_is_relative_to_an_unknown_publication_stays_unknown(words: str) -> None:
    assert edtf_of(words, published=None) is None


ANCHORED = [
    ("two days earlier", "12 March 2020", "2020-03-10"),
    ("the next day", "12 March 2020", "2020-03-13"),
    ("the following Friday", "12 March 2020", "2020-03-13"),
    ("the day before", "12 March 2020", "2020-03-11"),
    ("the same day", "12 March 2020", "2020-03-12"),
    ("later that month", "12 March 2020", "2020-03"),
    ("the previous month", "12 March 2020", "2020-02"),
    ("three years later", "12 March 2020", "2023"),
    ("the 15th", "12 March 2020", "2020-03-15"),
    ("May 25", "3 March 2005", "2005-05-25"),
    ("two days earlier", "Tuesday", "2021-05-23"),
    ("July 25 of that year", "1861", "1861-07-25"),
    ("the end of the month", "12 March 2020", "2020-03-21/2020-03-31"),
    ("the end of the year", "12 March 2020", "2020"),
    ("month's end", "12 March 2020", "2020-03-21/2020-03-31"),
    ("early the next morning", "12 March 2020", "2020-03-13"),
    ("that afternoon", "12 March 2020", "2020-03-12"),
    ("that same day", "12 March 2020", "2020-03-12"),
    ("the next year", "12 March 2020", "2021"),
    ("the following century", "1812", "19XX"),
    ("5 January", "12 December 2019", "2020-01-05"),
    ("30 December", "2 January 2020", "2019-12-30"),
    ("5 January", "7 December | 2019", "2020-01-05"),
    ("the next day", "7 December | 2019", "2019-12-08"),
    ("the next day", "recently | 7 December | 2019", "2019-12-08"),
    ("4 July", "the 1980s | June 1990", "1990-07-04"),
    ("the following year", "492 BC", "-0490"),
    ("mid-August", "April 480 BC", "-0479-08"),
    ("14 years later", "445 BC", "-0430"),
    ("the following decade", "490 BC", "-0488/-0479"),
    ("the winter", "481 BC", "-0480-24"),
]


@pytest.mark.parametrize(("words", "anchor", "edtf"), ANCHORED)
def test_what_is_relative_to_another_time_is_counted_from_that(words: str, anchor: str, edtf: str) -> None:
    assert edtf_of(words, anchor) == edtf


@pytest.mark.parametrize("words", ["two days earlier", "the next day", "the following month", "that day"])
def test_what_is_relative_to_an_unknown_time_stays_unknown(words: str) -> None:
    assert edtf_of(words) is None


def test_a_time_of_no_year_beside_no_day_hangs_on_nothing() -> None:
    assert edtf_of("the following year", "the 1980s | the 1970s") is None


def test_a_deadline_takes_the_next_fitting_day() -> None:
    found = resolve_when(mention("4 December", is_future=True), on(PUBLISHED))
    assert found is not None
    assert (found.edtf, found.assumed) == ("2021-12-04", ("year",))


@pytest.mark.parametrize(
    "words",
    [
        "1920 Revolution Brigades",
        "the 4 February Movement",
        "recently",
        "several times",
        "31 February 2020",
        "31 Ramadan 1440",
        "30 Esfand 1400",
        "5 5 Ramadan",
        "12 Ramadan Street",
        "Mehr",
        "0 رمضان 1440",
        "0000-00-00",
        "99/99/2020",
        "three days",
        "a few days later",
        "",
        "\u202e6 yaM\x00",
        "1 " * 5000,
    ],
)
def test_what_is_no_day_gives_no_day(words: str) -> None:
    assert edtf_of(words) is None


UNDATED = [
    ("0000-00-00", None, PUBLISHED, Undated.NO_SUCH_DAY),
    ("31 February 2020", None, PUBLISHED, Undated.NO_SUCH_DAY),
    ("on 31 February, 2020", None, PUBLISHED, Undated.NO_SUCH_DAY),
    ("99/99/2020", None, PUBLISHED, Undated.NO_SUCH_DAY),
    ("31 Ramadan 1440", None, PUBLISHED, Undated.NO_SUCH_DAY),
    ("yesterday", None, None, Undated.NO_PUBLICATION),
    ("the next day", None, PUBLISHED, Undated.NO_ANCHOR),
    ("two days earlier", "recently", None, Undated.NO_ANCHOR),
    ("1920 Revolution Brigades", None, PUBLISHED, Undated.NO_DAY),
    ("recently", None, PUBLISHED, Undated.NO_DAY),
    ("three days", None, PUBLISHED, Undated.NO_DAY),
    ("", None, None, Undated.NO_DAY),
    ("6 May 2020", None, PUBLISHED, None),
]


@pytest.mark.parametrize(("words", "anchor", "published", "reason"), UNDATED)
def test_what_gives_no_day_has_its_reason(
    words: str, anchor: str | None, published: date | None, reason: Undated | None
) -> None:
    day = on(published) if published else None
    assert why_undated(mention(words, anchor), day) is reason
    assert (resolve_when(mention(words, anchor), day) is None) is (reason is not None)


def test_a_written_date_after_publication_is_kept_uncertain_with_the_reason() -> None:
    for words, edtf in [("6 May 2030", "2030-05-06?"), ("3 to 5 May 2030", "2030-05-03?/2030-05-05?")]:
        found = resolve_when(mention(words), on(PUBLISHED))
        assert found is not None
        assert (found.edtf, found.rule) == (edtf, RULE_AFTER_PUBLICATION)
        planned = resolve_when(mention(words, is_future=True), on(PUBLISHED))
        assert planned is not None
        assert (planned.edtf, planned.rule) == (edtf.replace("?", ""), None)


def test_the_day_after_publication_is_no_slip() -> None:
    assert edtf_of("27 May 2021") == "2021-05-27"
    assert edtf_of("28 May 2021") == "2021-05-28?"


def test_figures_that_may_be_two_days_name_both_and_say_so() -> None:
    found = resolve_when(mention("3/5/2020"), None)
    assert found is not None
    assert (found.earliest, found.latest) == (date(2020, 3, 5), date(2020, 5, 3))
    assert found.assumed == ("month", "day")


def test_a_publication_known_to_the_month_widens_what_hangs_on_its_day() -> None:
    month = DayRange(earliest=date(2021, 5, 1), latest=date(2021, 5, 31), edtf="2021-05")
    year = DayRange(earliest=date(2021, 1, 1), latest=date(2021, 12, 31), edtf="2021")
    yesterday = resolve_when(mention("yesterday"), month)
    assert yesterday is not None
    assert yesterday.edtf == "2021-04-30/2021-05-30"
    for words, published, edtf in [
        ("in March", month, "2021-03"),
        ("last year", year, "2020"),
        ("3 June", year, "XXXX-06-03"),
    ]:
        found = resolve_when(mention(words), published)
        assert found is not None
        assert found.edtf == edtf


def bounds(edtf: str) -> tuple[date | None, date | None]:
    """Both ends by the `edtf` package; None for an end that is open or outside Python's calendar."""
    parsed = parse_edtf(edtf)

    def day(moment: time.struct_time | float) -> date | None:
        if isinstance(moment, float) or not 1 <= moment.tm_year <= 9998:
            return None
        return date(moment.tm_year, moment.tm_mon, moment.tm_mday)

    return day(parsed.lower_strict()), day(parsed.upper_strict())


months = st.sampled_from(["Jan.", "February", "march", "Apr", "May", "June", "Sept.", "October", "DECEMBER"])
numbers = st.integers(1, 31)
years = st.integers(1000, 2999)
units = st.sampled_from(["day", "days", "weeks", "fortnight", "months", "year", "decades", "hours"])
expressions = st.one_of(
    st.builds("{} {} {}".format, numbers, months, years),
    st.builds("{} {}".format, months, numbers),
    st.builds("{} of {}".format, st.sampled_from(["the end", "early in", "the middle"]), months),
    st.builds("between {} {} and {} {}".format, numbers, months, numbers, months),
    st.builds("since {} {}".format, months, years),
    st.builds("until {} {}".format, months, numbers),
    st.builds("{} {} {}".format, numbers, units, st.sampled_from(["ago", "earlier", "later"])),
    st.builds("the {} {}".format, st.sampled_from(["past", "last", "next", "following", "same"]), units),
    st.builds("{} {}".format, st.sampled_from(["last", "this", "next", "the following"]), months),
    st.builds("{} of {}".format, st.sampled_from(["spring", "the summer", "winter"]), years),
    st.builds("the {}0s".format, st.integers(100, 299)),
    st.builds("{}-{}-{}".format, years, numbers, numbers),
    st.builds("{} {}".format, numbers, st.sampled_from(["Ramadan", "Safar", "Mehr", "آذار"])),
    st.builds("{} {} {}".format, numbers, st.sampled_from(["Rajab", "Tir"]), st.integers(1, 2100)),
    st.builds("{} {}".format, st.sampled_from(["early", "mid", "late"]), months),
    st.builds("the {} week of {} {}".format, st.sampled_from(["last", "second", "5th"]), months, years),
    st.builds("{} BC".format, st.integers(0, 9999)),
    st.builds("Christmas {}".format, years),
    st.builds("{}/{}/{}".format, numbers, numbers, years),
)
days = st.dates(date(1, 1, 1), date(9999, 12, 31))


@given(words=expressions, published=days, width=st.integers(0, 40), anchor=st.one_of(st.none(), expressions))
def test_a_day_range_contains_its_edtf(words: str, published: date, width: int, anchor: str | None) -> None:
    last = min(published.toordinal() + width, date.max.toordinal())
    found = resolve_when(mention(words, anchor), days_between(published, date.fromordinal(last)))
    if found is None:
        return
    if "XXXX" in found.edtf:  # the package can't parse it inside an interval
        assert (found.earliest, found.latest) == (None, None)
        return
    first_said, last_said = bounds(found.edtf)
    if found.earliest and first_said:
        assert found.earliest <= first_said
    if found.latest and last_said:
        assert last_said <= found.latest


@given(words=st.text(max_size=200), published=st.one_of(st.none(), days))
def test_no_text_breaks_it(words: str, published: date | None) -> None:
    resolve_when(mention(words, anchor=words), on(published) if published else None)


@given(published=days, weekday=st.sampled_from(["Monday", "Friday", "Sunday"]))
def test_a_weekday_is_never_after_publication_nor_a_week_before(published: date, weekday: str) -> None:
    found = resolve_when(mention(weekday), on(published))
    if published.toordinal() > 7:
        assert found is not None
        assert found.earliest is not None
        assert timedelta(0) <= published - found.earliest < timedelta(7)
        assert found.earliest.strftime("%A") == weekday
