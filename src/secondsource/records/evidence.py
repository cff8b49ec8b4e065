"""Words of a text and what they say of whom, when, where and how many."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from secondsource.records.vocabulary import (
    ActorKind,
    PlaceRelation,
)

ANCHORS_PARTED = " | "


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """`[start, end)` in a document's text, in Unicode code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"no span: [{self.start}, {self.end})")

    def covers(self, other: Span) -> bool:
        """True if `other` lies inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """True if the two share at least one code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class DayRange:
    """When something happened: earliest and latest day (both included) with an EDTF string (ISO 8601-2).

    `earliest` and `latest` are None where not even a year is known (`XXXX-12-04`). `assumed` names the parts
    that nobody wrote ("year"); `rule` names the rule that supplied them.
    """

    earliest: date | None
    latest: date | None
    edtf: str
    assumed: tuple[str, ...] = ()
    rule: str | None = None

    def __post_init__(self) -> None:
        if (self.earliest is None) != (self.latest is None):
            raise ValueError("a day range has both ends or none")
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueError(f"day range ends before it starts: {self.earliest} > {self.latest}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words of the text that name or refer to something.

    `name` is the fullest form of it in the document ("the group" carries the group's name); the span is that
    of the words used here. `is_collective`: several actors that can't be told apart ("these groups").
    """

    span: Span
    name: str
    kind: ActorKind | None = None
    is_collective: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMention:
    """Words of the text that say when.

    `anchor` holds the words of the times that these are relative to, nearest first, parted by ` | `: "the next
    day" hangs on "7 December | 1941". `edtf` is the same day or days in EDTF where a row of a data set gives them.
    """

    span: Span
    words: str
    anchor: str | None = None
    is_future: bool = False
    edtf: str | None = None

    @property
    def anchors(self) -> tuple[str, ...]:
        """The parts of `anchor`, nearest first."""
        return tuple(self.anchor.split(ANCHORS_PARTED)) if self.anchor else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Coordinates:
    """Where a row of a data set puts something: degrees WGS 84; `precision` is UCDP's where_prec (1 exact … 7)."""

    span: Span
    latitude: float
    longitude: float
    precision: int

    def __post_init__(self) -> None:
        if not (-90 <= self.latitude <= 90 and -180 <= self.longitude <= 180):
            raise ValueError(f"no such place on earth: {self.latitude}, {self.longitude}")
        if not 1 <= self.precision <= 7:
            raise ValueError(f"where_prec goes from 1 to 7, not {self.precision}")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention:
    """Words of the text that say where; `within` names the containers that the text gives, narrowest first.

    `coordinates` are those of a data set's row; a text gives none.
    """

    span: Span
    name: str
    relation: PlaceRelation = PlaceRelation.IN
    within: tuple[str, ...] = ()
    coordinates: Coordinates | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TollPart:
    """One part of a toll, by side or nationality: `who` are the words of the text."""

    who: str
    n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """A number of people: at least `low`, at most `high` (None: open, "at least 20")."""

    span: Span
    low: int
    high: int | None
    of: tuple[TollPart, ...] = ()
