"""What a telling without its own day or place goes on about: the telling before it in the same text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from secondsource.match.days import DayFit, compare_days, width_in_days
from secondsource.match.places import PlaceFit, compare_places
from secondsource.match.targets import kinds_agree
from secondsource.match.tellings import Seat, Telling

# A report goes on within a paragraph; "the group claimed the attack" may come at the end of the article.
_PARAGRAPH_CHARACTERS = 400


def find_antecedents(tellings: Iterable[Telling]) -> frozenset[tuple[str, str]]:
    """Pairs of telling ids: the first goes on about the second."""
    texts: dict[str, list[tuple[Seat, Telling]]] = {}
    for telling in tellings:
        for seat in telling.seats:
            texts.setdefault(seat.document_id, []).append((seat, telling))
    pairs = set()
    for seated in texts.values():
        seated.sort(key=lambda s: (s[0].span, s[1].id))
        for position, (seat, telling) in enumerate(seated):
            if not _is_bare(telling):
                continue
            found = _nearest(seat, telling, seated[:position][::-1])
            if found is None and _is_whole_text_long(seat, telling):
                found = _nearest(seat, telling, seated[position + 1 :])
            if found is not None:
                pairs.add((telling.id, found.id))
    return frozenset(pairs)


def _is_bare(telling: Telling) -> bool:
    return not telling.where.is_known or width_in_days(telling.when) is None


def has_no_anchor(telling: Telling) -> bool:
    """True if a telling names neither a day nor a place, so that only its own text says what it is about."""
    return not telling.where.is_known and width_in_days(telling.when) is None


def _is_whole_text_long(seat: Seat, telling: Telling) -> bool:
    """True if the telling may refer to anything in the text: a bare claim, or a holder's answer to one."""
    return has_no_anchor(telling) and (seat.is_claim or bool(seat.origin))


def _nearest(seat: Seat, telling: Telling, others: Sequence[tuple[Seat, Telling]]) -> Telling | None:
    fitting = [
        (place, other)
        for place, other in others
        if other.id != telling.id
        and other.group.name == telling.group.name
        and (other.where.is_known or width_in_days(other.when) is not None)
        and _may_continue(telling, other)
        and (_is_whole_text_long(seat, telling) or _distance(seat, place) <= _PARAGRAPH_CHARACTERS)
    ]
    shared = [o for _, o in fitting if o.targets.words & telling.targets.words]
    return next(iter(shared), None) or next((o for _, o in fitting), None)


def _may_continue(telling: Telling, other: Telling) -> bool:
    has_nothing = has_no_anchor(telling)
    if kinds_agree(telling.targets.sites, other.targets.sites) is False:
        return False
    words, others = telling.targets.words, other.targets.words
    if not has_nothing and words and others and not words & others:
        return False
    if compare_days(telling.when, other.when).fit in (DayFit.APART, DayFit.YEAR_OFF, DayFit.YEAR_ASSUMED):
        return False
    fit, _ = compare_places(telling.where, other.where)
    return fit not in (PlaceFit.APART, PlaceFit.FAR, PlaceFit.OTHER_WORDS)


def _distance(seat: Seat, other: Seat) -> int:
    return max(0, seat.span.start - other.span.end, other.span.start - seat.span.end)
