"""The timeline as shapes to draw: each incident at its day, gaps without any cut short, crowded days stacked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from secondsource.show.brief.days import date_words
from secondsource.show.brief.parts import TimelinePoint

_EDGE = 24  # room at both ends
_SIZE = 20  # a mark and the gap beside it
_LANE = 34
_LONGEST_GAP_DAYS = 45  # a longer silence is drawn this long, with a break sign
_CHARACTER = 6.8  # of the words under the axis, at their size of 12 units
_TICK_GAP = 8


@dataclass(frozen=True, slots=True)
class Mark:
    """One incident: its number in the list below, its shape, where it stands and how long it may have lasted."""

    number: int
    key: str
    x: float
    y: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Tick:
    """A day written under the axis, from `left` to `right`."""

    x: float
    words: str
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """All that the page draws, in units of its own width."""

    width: int
    height: float
    axis: float
    marks: tuple[Mark, ...]
    ticks: tuple[Tick, ...]
    breaks: tuple[float, ...]


def point_key(point: TimelinePoint) -> str:
    """The shape of an incident: its claims' verdict, the first one's where several groups claim it."""
    return point.verdicts[0].replace(" ", "-") if point.verdicts else "report"


def draw_timeline(points: tuple[TimelinePoint, ...], width: int) -> Drawing:
    """The points on an axis of this width. The list beside it says the same in words."""
    scale = _Scale(points, width)
    lanes: list[float] = []
    placed = []
    for number, point in enumerate(points, start=1):
        start, end = scale.x(point.earliest), scale.x(point.latest)
        x = (start + end) / 2
        lane = next((i for i, last in enumerate(lanes) if x - last >= _SIZE), len(lanes))
        lanes[lane : lane + 1] = [x]
        placed.append((number, point, x, lane, start, end))
    axis = len(lanes) * _LANE + 14
    marks = tuple(
        Mark(n, point_key(p), round(x, 1), axis - 16 - lane * _LANE, round(start, 1), round(end, 1))
        for n, p, x, lane, start, end in placed
    )
    return Drawing(width, axis + 30, axis, marks, _ticks(points, scale, width), scale.breaks)


class _Scale:
    """Days to places on the axis: even, but no silence longer than the cap."""

    def __init__(self, points: tuple[TimelinePoint, ...], width: int) -> None:
        self._days = sorted({d for p in points for d in (p.earliest, p.latest)})
        gaps = [(b - a).days for a, b in zip(self._days, self._days[1:], strict=False)]
        capped = [min(g, _LONGEST_GAP_DAYS) for g in gaps]
        total = sum(capped) or 1
        room = width - 2 * _EDGE
        self._at = {self._days[0]: _EDGE + (0 if gaps else room / 2)}
        breaks = []
        for day, gap, drawn in zip(self._days[1:], gaps, capped, strict=True):
            before = self._days[self._days.index(day) - 1]
            self._at[day] = self._at[before] + drawn / total * room
            if gap > drawn and not _covered(points, before, day):
                breaks.append(round((self._at[before] + self._at[day]) / 2, 1))
        self.breaks = tuple(breaks)

    def x(self, day: date) -> float:
        """The place of a day that some point begins or ends on."""
        return self._at[day]


def _covered(points: tuple[TimelinePoint, ...], start: date, end: date) -> bool:
    return any(p.earliest <= start and p.latest >= end for p in points)


def _ticks(points: tuple[TimelinePoint, ...], scale: _Scale, width: int) -> tuple[Tick, ...]:
    """Days of incidents: the last always, then from the first on as many as have room for their words."""
    days = sorted({p.earliest for p in points} | {max(p.latest for p in points)})
    last = _tick(days[-1], scale, width)
    kept: list[Tick] = []
    for day in days[:-1]:
        tick = _tick(day, scale, width)
        if (not kept or tick.left >= kept[-1].right + _TICK_GAP) and tick.right + _TICK_GAP <= last.left:
            kept.append(tick)
    return (*kept, last)


def _tick(day: date, scale: _Scale, width: int) -> Tick:
    """The day's words around its place, pushed inwards at both ends of the axis."""
    words, x = date_words(day), scale.x(day)
    room = len(words) * _CHARACTER
    left = min(max(0.0, x - room / 2), width - room)
    return Tick(round(x, 1), words, round(left, 1), round(left + room, 1))
