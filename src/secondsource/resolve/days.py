"""When something happened: a day range for the words of a time mention.

Nothing is invented: a part that nobody wrote is marked in `assumed`, and `rule` names what supplied it. Words
that name no day ("recently", "1920 Revolution Brigades", 31 February) give None.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import lru_cache

from secondsource.records import DayRange, TimeMention
from secondsource.resolve.calendar_dates import (
    Moment,
    read_date,
    read_feast,
    read_weeks_of_month,
)
from secondsource.resolve.day_ranges import between, days_between, open_end, open_start
from secondsource.resolve.other_calendars import read_other_calendar
from secondsource.resolve.relative_days import read_part, read_past, read_shift, read_step
from secondsource.resolve.time_forms import Match, load_frames, match_forms
from secondsource.resolve.time_spelling import normalise_expression

_NUMBER = re.compile(r"(?:the )?(\d{1,2})(?:st|nd|rd|th)?((?: of)?(?: [12]\d{3})?)$")
_YEAR = re.compile(
    r"\b(?:of )?((?:this|last|next|that|the same|the previous|the following) year|[12]\d{3})\b"
)
_ERA = re.compile(r"\b(?:bce?|b c(?: e)?)$")
_PLAIN_END = re.compile(r"\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?")  # EDTF has no uncertain seasons
RULE_AFTER_PUBLICATION = "lies after the day of publication"
_RULE_SINCE = "open span that ends with publication"
_RULE_UNTIL = "open span: only its end was said"
_DEEPEST = 8


def resolve_when(when: TimeMention, published: DayRange | None) -> DayRange | None:
    """The days that a time mention names, None if it names none.

    A yearless date takes the latest fitting year at or before publication (the earliest at or after it, if
    `when.is_future`) or, told beside another time, the year of `when.anchor`. Where the publication is known
    only to a month or year, whatever hangs on the day widens accordingly. `undated.why_undated` says why there
    is none.
    """
    found = _beside(when, published)
    return found if found is None or when.is_future else _doubted(found, published)


def _doubted(found: DayRange, published: DayRange | None) -> DayRange:
    """A written day after publication is a slip or a plan: kept, uncertain in EDTF ("?"), the reason as its rule.

    One day of slack: it is tomorrow already where the deed was.
    """
    if found.rule or not found.earliest or not published or not published.latest:
        return found
    if (found.earliest - published.latest).days <= 1:
        return found
    ends = [f"{end}?" if _PLAIN_END.fullmatch(end) else end for end in found.edtf.split("/")]
    return replace(found, edtf="/".join(ends), rule=RULE_AFTER_PUBLICATION)


def _beside(when: TimeMention, published: DayRange | None) -> DayRange | None:
    """The days beside a publication that may be known to its day, its month or year, or not at all."""
    if published is None or published.earliest is None or published.latest is None:
        return _resolve(when, None)
    if published.earliest == published.latest:
        return _resolve(when, published.latest)
    first, last = _resolve(when, published.earliest), _resolve(when, published.latest)
    if first == last or first is None or last is None:
        return first if first == last else None
    if "year" in first.assumed:
        return _resolve(when, None)
    return between(first, last, "as far as the publication is known")


def _resolve(when: TimeMention, published: date | None) -> DayRange | None:
    anchor = _anchor(when.anchors, published)
    moment = Moment(published=published, anchor=anchor, is_future=when.is_future)
    return (
        _read(normalise_expression(when.words), moment)
        or _dated_phrase(when.words, moment)
        or _said_twice(when.words, moment)
    )


@lru_cache(maxsize=1024)
def _anchor(chain: tuple[str, ...], published: date | None) -> DayRange | None:
    """The days of the first time of a chain, each counted from the one behind it.

    A link without days is left out; so is one that spans years, unless there is no other.
    """
    behind = None
    for words in reversed(chain):
        moment = Moment(published=published, anchor=behind, is_future=False)
        found = _read(normalise_expression(words), moment) or _dated_phrase(words, moment)
        if found and (behind is None or replace(moment, anchor=found).anchor_year is not None):
            behind = found
    return behind


def _said_twice(words: str, moment: Moment) -> DayRange | None:
    """ "today, Thursday": one day told in two ways, of which the last is the plainer; None if they are two days."""
    parts = [normalise_expression(p) for p in re.split(r"[,(]", words)]
    found = [_read(p, moment) for p in parts]
    known = [f for f in found if f is not None]
    if (
        len(parts) != 2
        or not known
        or any(f is None and re.search(r"\d", p) for p, f in zip(parts, found, strict=True))
    ):
        return None
    return known[-1] if len({(f.earliest, f.latest) for f in known}) == 1 else None


def _read(expression: str, moment: Moment, depth: int = 0) -> DayRange | None:
    """The first reading that gives days: a form as it stands, a span, then the same with a frame taken off."""
    if not expression or depth > _DEEPEST:
        return None
    for match in match_forms(expression):
        return _MEANINGS[match.form.meaning](match, moment)
    if found := read_other_calendar(expression, moment):
        return found
    frames = load_frames()
    if span := _read_span(frames.between.sub("", expression, count=1), moment, depth):
        return span
    for less in (
        frames.fillers.sub("", expression, count=1) if frames.fillers.match(expression) else expression,
        " ".join(frames.day_parts.sub(" ", expression).split()),
        frames.trailers.sub("", expression),
    ):
        if less != expression and (found := _read(less, moment, depth + 1)):
            return found
    return _read_open(expression, moment, depth)


def _read_open(expression: str, moment: Moment, depth: int) -> DayRange | None:
    frames = load_frames()
    if since := frames.since.fullmatch(expression):
        start = _read(since["rest"], moment, depth + 1)
        if start and ".." not in start.edtf:
            return open_end(start, moment.published, start.rule or _RULE_SINCE)
        return start
    if until := frames.until.fullmatch(expression):
        end = _read(until["rest"], moment, depth + 1)
        return open_start(end, end.rule or _RULE_UNTIL) if end and ".." not in end.edtf else end
    return None


def _read_span(expression: str, moment: Moment, depth: int) -> DayRange | None:
    """ "3 to 5 May", "January and May of this year", "2004 - 2007": each end lends the other what it lacks."""
    for join in load_frames().joins.finditer(expression):
        left, right = expression[: join.start()], expression[join.end() :]
        left, right = _lend_month(left, right), _lend_month(right, left)
        if (era := _ERA.search(right)) and not _ERA.search(left):
            left = f"{left} {era[0]}"
        elif (year := _YEAR.search(right)) and not _YEAR.search(left):
            left = f"{left} {year[1]}"
        elif (year := _YEAR.search(left)) and not _YEAR.search(right):
            right = f"{right} {year[1]}"
        last = _read(right, moment, depth + 1)
        first = _read(left, moment, depth + 1)
        if first and last and last.latest and first.rule and "publication" in first.rule:
            first = _read(left, replace(moment, published=last.latest, is_future=False), depth + 1)
        if first and last and (span := between(first, last)):
            return span
    return None


def _lend_month(words: str, other: str) -> str:
    """ "3" beside "5 may 2020" becomes "3 may"; "8 2021" beside "may 6" becomes "8 may 2021"."""
    bare = _NUMBER.match(words)
    if not bare:
        return words
    for match in re.finditer(r"[a-z]+", other):
        if any(m.parts.get("month") == match[0] for m in match_forms(match[0])):
            return f"{bare[1]} {match[0]}{bare[2]}"
    return words


def _dated_phrase(words: str, moment: Moment) -> DayRange | None:
    """ "after the 6 January 2020 strike": a written date among other small words; beside a name it is no date."""
    tokens = words.split()
    for length in range(min(5, len(tokens)), 1, -1):
        for start in range(len(tokens) - length + 1):
            rest = tokens[:start] + tokens[start + length :]
            if any(t[:1].isupper() for t in rest[1:] + rest[:1] * (start == 0)):
                continue
            matches = match_forms(normalise_expression(" ".join(tokens[start : start + length])))
            match = next(matches, None)
            if match and match.parts.keys() >= {"month"} and match.parts.keys() & {"day", "year"}:
                return _MEANINGS[match.form.meaning](match, moment)
    return None


def _read_named(match: Match, moment: Moment) -> DayRange | None:
    if moment.published is None or match.form.days is None:
        return None
    first, last = (date.fromordinal(max(1, moment.published.toordinal() + d)) for d in match.form.days)
    return days_between(first, last, "counted from publication")


_MEANINGS = {
    "date": read_date,
    "anniversary": read_date,
    "feast": read_feast,
    "weeks": read_weeks_of_month,
    "part": read_part,
    "step": read_step,
    "shift": read_shift,
    "past": read_past,
    "named": _read_named,
}
