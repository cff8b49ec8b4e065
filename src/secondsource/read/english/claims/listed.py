"""Deeds that one claim lists: "blasts at A on 3 May, at B on 5 May"; "the burning of a bus; an ambush in B"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.tokens import Token

from secondsource.read.english.circumstances.places import FoundPlace
from secondsource.read.english.claims.claimed_when import end_of_deed
from secondsource.read.english.claims.forms import claimed_deed
from secondsource.read.english.events.triggers import Trigger
from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.text.sentences import sentence_of
from secondsource.records import Mention, PlaceMention, PlaceRelation, TimeMention

# Before the second day of a stretch of time, which is no second deed.
_STRETCHES = frozenset({"between", "from", "since", "until", "till", "to", "through"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
# Starts a deed like the one before: "and again on 5 May", "a second on 9 May", "at B on 3 May".
_LIKE = frozenset({"again", "another", "second", "third", "one", "at", "in", "on", "against", "near"})
_JOINS = frozenset({",", ";", "and", "then", "also"})
_WITHIN = frozenset({"in", "at", "near", "outside", "inside"})
_COUNTS = {"both": 2, "twin": 2, "two": 2, "2": 2, "three": 3, "3": 3, "four": 4, "4": 4, "five": 5, "5": 5}
_NOMINAL = frozenset({"DET", "NUM", "ADJ", "NOUN", "PROPN"})
_PARTS = frozenset({"compound", "nmod", "amod", "poss", "nummod"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedDeed:
    """One deed of a list on tokens `[start, end)`, with what the list says of it alone."""

    deed: Trigger
    on: tuple[Mention, ...]
    place: PlaceMention | None
    when: TimeMention | None
    start: int
    end: int


def listed_deeds(parsed: ParsedText, deed: Trigger) -> list[ListedDeed]:
    """The deeds of the list that the event word begins; [] where it stands for one deed alone.

    Each has a day or a semicolon of its own: places alone may be those of one attack in several, unless there are
    as many of them as the deeds are said to be.
    """
    pieces = list(_between_semicolons(parsed, deed))
    if len(pieces) < 2:
        pieces = list(_between_days(parsed, deed))
    if len(pieces) < 2:
        return _counted_deeds(parsed, deed)
    found: list[ListedDeed] = []
    for start, end in pieces:
        own = next((d for t in parsed.doc[start:end] if (d := claimed_deed(t))), None)
        times = parsed.times_between(start, end)
        place = _place(parsed, start, end)
        on = _target(parsed, own.at + 1 if own else start, end, place)
        found.append(
            ListedDeed(
                deed=own or (found[-1].deed if found else deed),
                # "and again on 5 May": the same again.
                on=on or (found[-1].on if found and not (own or place) else ()),
                place=place or (found[-1].place if found and not (own or on) else None),
                when=times[-1].mention if times else None,
                start=start,
                end=end,
            )
        )
    return found


def days_again(parsed: ParsedText, deed: int) -> list[TimeMention]:
    """The later days of a deed that was done "on 3 May and again on 5 May"."""
    times = parsed.times_between(deed + 1, sentence_of(parsed.doc[deed]).end)
    found = []
    for before, after in pairwise(times):
        words = {t.lower_ for t in parsed.doc[before.end : after.start]}
        if "again" not in words or not words <= _JOINS | {"again", "on", "in"}:
            break
        found.append(after.mention)
    return found


def _between_semicolons(parsed: ParsedText, deed: Trigger) -> Iterator[tuple[int, int]]:
    """The parts of the sentence from the event word on that semicolons set apart, each with a deed of its own."""
    start, end = deed.at, sentence_of(parsed.doc[deed.at]).end
    for token in parsed.doc[deed.at : end]:
        if token.text == ";" or token.i == end - 1:
            if not any(claimed_deed(t) for t in parsed.doc[start : token.i]):
                return
            yield start, token.i
            start = token.i + 1


def _between_days(parsed: ParsedText, deed: Trigger) -> Iterator[tuple[int, int]]:
    """The parts from the event word on that end with a day each."""
    doc, start = parsed.doc, deed.at
    is_many = doc[deed.at].tag_ in {"NNS", "NNPS"}
    for time in parsed.times_between(deed.at + 1, end_of_deed(parsed, deed.at)):
        before = doc[start + 1 : time.start]
        if any(t.tag_ in _FINITE and t.pos_ == "VERB" for t in before):
            return
        if any(t.lower_ in _STRETCHES for t in doc[time.start - 2 : time.start]):
            return
        if start > deed.at and not (is_many or _starts_another(list(doc[start : time.start]))):
            return
        yield start, time.end
        start = time.end


def _counted_deeds(parsed: ParsedText, deed: Trigger) -> list[ListedDeed]:
    """A deed for each place of "the two attacks in A and near B", where there are as many places as deeds.

    A day behind them is that of all; a toll behind them is told of all together, and so of none.
    """
    head, end = parsed.doc[deed.at], end_of_deed(parsed, deed.at)
    count = next((_COUNTS[t.lower_] for t in head.lefts if t.lower_ in _COUNTS), 0)
    row = _joined_places(parsed, deed.at + 1, end)
    if head.tag_ not in {"NNS", "NNPS"} or not count or len(row) != count:
        return []
    names = {p.mention.name for p in row}
    days = parsed.times_between(deed.at, end)
    places = [replace(p.mention, within=tuple(w for w in p.mention.within if w not in names)) for p in row]
    ends = [*(p.end for p in row[:-1]), end]
    return [
        ListedDeed(
            deed=deed,
            on=_target(parsed, deed.at + 1, row[0].start, None),
            place=place,
            when=days[0].mention if len(days) == 1 else None,
            start=start,
            end=stop,
        )
        for place, start, stop in zip(places, [deed.at, *ends], ends, strict=False)
    ]


def _joined_places(parsed: ParsedText, start: int, end: int) -> list[FoundPlace]:
    """The places of a row that ends in "and"; [] where other words stand between them."""
    row: list[FoundPlace] = []
    between: set[str] = set()
    for place in parsed.places_between(start, end):
        between = {t.lower_ for t in parsed.doc[row[-1].end : place.start]} if row else set()
        is_way = place.mention.relation not in (PlaceRelation.IN, PlaceRelation.NEAR)
        if is_way or (row and not (between & _JOINS and between <= _JOINS | _WITHIN | {"the"})):
            return []
        row.append(place)
    return row if "and" in between else []


def _starts_another(words: list[Token]) -> bool:
    """True if the words behind a comma or "and" start one more deed."""
    rest = [t for t in words if t.lower_ not in _JOINS]
    if not rest or words[0].lower_ not in _JOINS:
        return False
    if any(t.lower_ in _LIKE for t in rest[:2]) or any(claimed_deed(t) for t in rest):
        return True
    # "and an army truck on 17 April": another target
    return rest[0].pos_ in _NOMINAL and all(t.pos_ in _NOMINAL | {"ADP", "PUNCT"} for t in rest)


def _place(parsed: ParsedText, start: int, end: int) -> PlaceMention | None:
    places = parsed.places_between(start, end)
    led = [p for p in places if p.lead in _WITHIN]
    return next((p.mention for p in (*led, *places)), None)


def _target(parsed: ParsedText, start: int, end: int, place: PlaceMention | None) -> tuple[Mention, ...]:
    """The first noun phrase of the part that is neither day nor deed, unless it is but the place."""
    days = {i for t in parsed.times_between(start, end) for i in range(t.start, t.end)}
    for token in parsed.doc[start:end]:
        is_head = token.dep_ not in _PARTS or token.head.i < token.i
        if token.pos_ not in {"NOUN", "PROPN"} or not is_head or token.i in days:
            continue
        if token.lower_ in _LIKE or claimed_deed(token):
            continue
        left = token.i
        while left > start and _leads(parsed.doc[left - 1]) and left - 1 not in days:
            left -= 1
        found = Mention(span=parsed.span(left, token.i + 1), name=parsed.words(left, token.i + 1))
        return () if place and place.span.covers(found.span) else (found,)
    return ()


def _leads(token: Token) -> bool:
    return token.dep_ in _PARTS | {"det"} and not token.is_punct
