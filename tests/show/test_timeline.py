"""The timeline: every incident stands at its day, none on another, and silence is cut short."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from secondsource.show.brief import Question, compose_brief
from secondsource.show.brief.parts import TimelinePoint
from secondsource.show.html.timeline import draw_timeline
from tests.show.veldria import veldria

days = st.dates(date(2000, 1, 1), date(2040, 1, 1))


def point(first: date, last: date) -> TimelinePoint:
    return TimelinePoint(
        earliest=first,
        latest=last,
        day="",
        is_assumed=False,
        label="",
        claimants=(),
        verdicts=(),
        numbers=(1,),
    )


@st.composite
def points(draw: st.DrawFn) -> tuple[TimelinePoint, ...]:
    starts = draw(st.lists(days, min_size=1, max_size=30))
    found = [point(d, d + timedelta(days=draw(st.sampled_from([0, 0, 0, 6, 30])))) for d in starts]
    return tuple(sorted(found, key=lambda p: (p.earliest, p.latest)))


@given(points(), st.sampled_from([340, 880]))
def test_marks_stay_on_the_drawing_in_the_order_of_days_and_do_not_overlap(
    told: tuple[TimelinePoint, ...], width: int
) -> None:
    drawing = draw_timeline(told, width)
    assert len(drawing.marks) == len(told)
    assert all(0 <= m.start <= m.x <= m.end <= width and 0 < m.y < drawing.axis for m in drawing.marks)
    assert [m.start for m in drawing.marks] == sorted(m.start for m in drawing.marks)
    for one, other in combinations(drawing.marks, 2):
        assert abs(one.x - other.x) >= 19 or abs(one.y - other.y) >= 19


@given(points())
def test_ticks_do_not_run_into_each_other(told: tuple[TimelinePoint, ...]) -> None:
    ticks = draw_timeline(told, 340).ticks
    assert ticks
    assert all(b.left > a.right for a, b in pairwise(ticks))
    assert all(0 <= t.left <= t.right <= 340 for t in ticks)


def test_a_long_silence_is_cut_and_marked() -> None:
    told = tuple(point(d, d) for d in (date(2021, 1, 1), date(2031, 5, 6), date(2031, 5, 20)))
    drawing = draw_timeline(told, 880)
    first, second, third = (m.x for m in drawing.marks)
    assert len(drawing.breaks) == 1
    assert first < drawing.breaks[0] < second
    assert third - second > 150


def test_one_incident_stands_in_the_middle() -> None:
    (mark,) = draw_timeline((point(date(2031, 5, 6), date(2031, 5, 6)),), 340).marks
    assert mark.x == 170


def test_the_brief_draws_claims_with_their_verdicts_by_day() -> None:
    case = veldria()
    brief = compose_brief(case.derived(), case.documents, Question())
    drawn = [(p.day, p.claimants, p.verdicts) for p in brief.timeline]
    assert drawn[0] == ("March 2031ᵃ", ("Usud al-Nahr",), ("not addressed",))
    assert drawn[-1][0] == "6 May 2031"  # one document wrote the year that the others left out
    assert sorted(drawn[-1][1]) == ["Katibat al-Fajr", "Northern Tide"]
