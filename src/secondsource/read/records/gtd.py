"""Rows of GTD (columns: GTD Codebook): attacks, whom the data set holds for the attackers, and who claimed them."""

from __future__ import annotations

from secondsource.read.records.actors import sides, target
from secondsource.read.records.chains import chains
from secondsource.read.records.citations import titled
from secondsource.read.records.claims import claim_by
from secondsource.read.records.codes import claim_medium, where_prec
from secondsource.read.records.columns import Cell, Row, span_over
from secondsource.read.records.days import date_of, day_of
from secondsource.read.records.event_types import meaning_of
from secondsource.read.records.figures import code, count, toll, toll_without
from secondsource.read.records.holders import data_set, outlet
from secondsource.read.records.places import place_in
from secondsource.read.records.told import LeftOut, Told, unknown
from secondsource.records import (
    Authenticity,
    ByStatus,
    Channel,
    DataSet,
    Event,
    EventType,
    Holder,
    Mention,
    Perpetrator,
    TimeMention,
)

_YES = "1"
_PROJECTILES = "11"
_PRIVATE_CITIZENS = "14"
# gname, how sure it is, whether it claimed the attack, and how; the second and third bear a number.
_GROUPS = (
    ("gname", "guncertain1", "claimed", "claimmode"),
    ("gname2", "guncertain2", "claim2", "claimmode2"),
    ("gname3", "guncertain3", "claim3", "claimmode3"),
)


def tell(row: Row) -> tuple[Told, ...] | LeftOut:
    """The attack for each source that is cited, then each group's claim of it and the channel of that claim."""
    kind = _type(row)
    when = _when(row)
    if kind is None:
        return unknown("no type of attack that is known", row.words("attacktype1"))
    if when is None:
        return LeftOut(because="no day")
    groups = [(m, columns) for columns in _GROUPS for m in sides(row.cell(columns[0]))]
    attack = _attack(row, kind, when, tuple(_named(row, m, unsure) for m, (_, unsure, *_) in groups))
    first = data_set(row)
    cited = [outlet(c) for n in "123" for c in titled(row.cell(f"scite{n}"))]
    told = [Told(chain=c, proposition=attack) for c in chains(first, [(o, None) for o in cited])]
    for group, (_, _, claimed, mode) in groups:
        if code(row.words(claimed)) == _YES:
            told += _claim(row, first, group, attack, mode)
    return tuple(told)


def _attack(row: Row, kind: EventType, when: TimeMention, by: tuple[Perpetrator, ...]) -> Event:
    hostages = row.cell("nhostkid") if code(row.words("ishostkid")) == _YES else None
    return Event(
        type=kind,
        by=by,
        on=_on(row),
        place=place_in(
            row,
            ("city", "provstate", "country_txt"),
            where_prec(DataSet.GTD, row.words("specificity")),
            is_near=code(row.words("vicinity")) == _YES,
        ),
        when=when,
        means=next(iter(target(row.cell("weapsubtype1_txt", "weaptype1_txt"))), None),
        killed=toll_without(row.cell("nkill"), row.cell("nkillter")),
        injured=toll_without(row.cell("nwound"), row.cell("nwoundte")),
        abducted=toll(hostages),
    )


def _named(row: Row, group: Mention, unsure: str) -> Perpetrator:
    is_unsure = code(row.words(unsure)) == _YES
    return Perpetrator(actor=group, status=ByStatus.ACCUSED if is_unsure else ByStatus.REPORTED)


def _claim(row: Row, first: Holder, group: Mention, attack: Event, mode: str) -> list[Told]:
    """The group's claim, and through what it was made where the row says so."""
    told = [claim_by(group, attack, first)]
    medium = claim_medium(row.words(f"{mode}_txt") or row.words(mode))
    if medium is not None:
        channel = Channel(actor=group, medium=medium, authenticity=Authenticity.UNKNOWN)
        told.append(Told(chain=(first,), proposition=channel))
    return told


def _type(row: Row) -> EventType | None:
    meaning = meaning_of(DataSet.GTD, code(row.words("attacktype1")))
    if meaning is None or meaning.type is not EventType.BOMBING:
        return meaning.type if meaning else None
    if code(row.words("suicide")) == _YES:
        return EventType.SUICIDE_BOMBING
    return EventType.SHELLING if code(row.words("weapsubtype1")) == _PROJECTILES else EventType.BOMBING


def _on(row: Row) -> tuple[Mention, ...]:
    """The targets by kind, or by the body they belong to; `target1` stays unread, since it names persons."""
    found: list[Mention] = []
    for n in "123":
        is_private = code(row.words(f"targtype{n}")) == _PRIVATE_CITIZENS
        body = None if is_private else row.cell(f"corp{n}")
        found += target(body) or target(row.cell(f"targtype{n}_txt"))
    return tuple(found)


def _when(row: Row) -> TimeMention | None:
    """The day, or the month or year where the rest is 0 (unknown); to `resolution`, if it lasted over a day."""
    cells = _known(row)
    year, month, day = (*(count(c) for c in cells), None, None, None)[:3]
    if not year or year > 9999:
        return None
    edtf = f"{year:04}"
    if month and day:
        date = date_of(year, month, day)
        if date is None:
            return None
        end = row.cell("resolution") if code(row.words("extended")) == _YES else None
        last = day_of(end)
        edtf = date.isoformat()
        if end is not None and last is not None and last > date:
            cells.append(end)
            edtf = f"{date}/{last}"
    elif month:
        edtf = f"{year:04}-{month:02}"
    words = " … ".join(c.words for c in cells)
    return TimeMention(span=span_over(cells), words=words, edtf=edtf)


def _known(row: Row) -> list[Cell]:
    """The cells of year, month and day, up to the first that is unknown."""
    found = []
    for column, most in (("iyear", 9999), ("imonth", 12), ("iday", 31)):
        cell = row.cell(column)
        if cell is None or not 1 <= (count(cell) or 0) <= most:
            break
        found.append(cell)
    return found
