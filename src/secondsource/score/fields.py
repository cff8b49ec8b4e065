"""Field by field, how far a statement that was read agrees with an annotated one of its kind.

Only what the annotation fills in is asked for, save who did it: an event without a perpetrator must be read
without one. The weights say what a reader of the result would miss most: who, and between whom.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from secondsource.score.accounts import (
    Account,
    Names,
    ToldChannel,
    ToldEmergence,
    ToldEvent,
    ToldFinding,
    ToldNaming,
    ToldThreat,
    ToldTie,
)
from secondsource.score.agreement import day_share, is_same_actor, is_same_number, shares_words, words_of
from secondsource.score.near import near, share

# Without one of these right, it is another statement, however much else agrees.
_DECISIVE = {
    "tie": ("from", "to"),
    "naming": ("names",),
    "emergence": ("actor",),
    "threat": ("by",),
    "channel": ("actor",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field of a pair: its weight, and how far the two agree in it, from 0 to 1."""

    name: str
    weight: float
    agreement: float


def compare(annotated: Account, read: Account) -> tuple[Field, ...]:
    """Every field that counts for two statements of one kind. Raises TypeError for two kinds."""
    fields = [_field("stance", 1, annotated.stance is read.stance)]
    if not isinstance(annotated.told, ToldNaming):
        is_weighty = isinstance(annotated.told, ToldEvent | ToldTie)
        fields.append(_field("origin", 2 if is_weighty else 1, _origin(annotated.chain, read.chain)))
        fields.append(_field("chain", 1, _chain(annotated.chain, read.chain)))
    return (*fields, *_of_kind(annotated, read))


def credit(kind: str, fields: tuple[Field, ...]) -> float:
    """The weighted share of the fields that agree; 0 where none of the decisive ones does."""
    decisive = _DECISIVE.get(kind, ())
    if decisive and not any(f.agreement for f in fields if f.name in decisive):
        return 0.0
    return sum(f.weight * f.agreement for f in fields) / sum(f.weight for f in fields)


def _field(name: str, weight: float, agreement: float) -> Field:
    return Field(name=name, weight=weight, agreement=float(agreement))


def _origin(annotated: tuple[Names, ...], read: tuple[Names, ...]) -> float:
    """1 for the same origin; a half where it, or who stands before it, is anywhere in the chain that was read."""
    if not annotated or not read:
        return float(not annotated and not read)
    if is_same_actor(annotated[-1], read[-1]):
        return 1.0
    return 0.5 if any(is_same_actor(a, r) for a in annotated[-2:] for r in read) else 0.0


def _chain(annotated: tuple[Names, ...], read: tuple[Names, ...]) -> float:
    """F1 over the holders, in whatever order."""
    if not annotated and not read:
        return 1.0
    found = sum(any(is_same_actor(a, r) for a in annotated) for r in read)
    return 2 * min(found, len(annotated)) / (len(annotated) + len(read))


def _of_kind(annotated: Account, read: Account) -> Iterator[Field]:
    match annotated.told, read.told:
        case ToldEvent() as one, ToldEvent() as other:
            yield from _event(one, other)
        case ToldTie() as one, ToldTie() as other:
            yield from _tie(one, other)
        case ToldNaming() as one, ToldNaming() as other:
            yield _field("names", 4, _names(one, other))
        case ToldEmergence() as one, ToldEmergence() as other:
            yield _field("actor", 3, is_same_actor(one.actor, other.actor))
            if one.when:
                yield _field("when", 1, day_share(one.when.edtf, other.when))
        case ToldThreat() as one, ToldThreat() as other:
            yield _field("by", 3, is_same_actor(one.by, other.by))
            if one.on:
                yield _field("on", 1, shares_words(one.on, other.on))
        case ToldChannel() as one, ToldChannel() as other:
            yield _field("actor", 3, is_same_actor(one.actor, other.actor))
            yield _field("medium", 1, share(one.medium, other.medium, near().media))
            yield _field("authenticity", 1, one.authenticity is other.authenticity)
        case ToldFinding() as one, ToldFinding() as other:
            yield _field("outcome", 3, share(one.outcome, other.outcome, near().outcomes))
        case _:
            raise TypeError(f"{annotated.kind} and {read.kind} have no fields in common")


def _event(annotated: ToldEvent, read: ToldEvent) -> Iterator[Field]:
    families = near().families
    yield _field("by", 3, _by(annotated, read))
    yield _field("type", 1, families[annotated.type] == families[read.type])
    if annotated.on:
        yield _field("on", 1, shares_words(annotated.on, read.on))
    if annotated.places:
        yield _field("place", 1, shares_words(annotated.places, read.places))
    if annotated.when:
        yield _field("when", 1, day_share(annotated.when.edtf, read.when))
    if annotated.killed:
        yield _field("killed", 1, is_same_number(annotated.killed, read.killed))
    if annotated.injured:
        yield _field("injured", 0.5, is_same_number(annotated.injured, read.injured))


def _by(annotated: ToldEvent, read: ToldEvent) -> float:
    """F1 over the perpetrators; one with another status counts half."""
    if not annotated.by and not read.by:
        return 1.0
    left, found = list(annotated.by), 0.0
    for names, status in read.by:
        same = next((a for a in left if is_same_actor(a[0], names)), None)
        if same is not None:
            left.remove(same)
            found += 1.0 if same[1] is status else 0.5
    return 2 * found / (len(annotated.by) + len(read.by))


def _tie(annotated: ToldTie, read: ToldTie) -> Iterator[Field]:
    ends = _ends(annotated, read.from_, read.to)
    if annotated.relation in near().mutual:
        ends = max(ends, _ends(annotated, read.to, read.from_), key=sum)
    yield _field("from", 2, ends[0])
    yield _field("relation", 2, share(annotated.relation, read.relation, near().relations))
    yield _field("to", 2, ends[1])


def _ends(annotated: ToldTie, from_: Names, to: Names) -> tuple[bool, bool]:
    return is_same_actor(annotated.from_, from_), is_same_actor(annotated.to, to)


def _names(annotated: ToldNaming, read: ToldNaming) -> float:
    """F1 over the names, which must be the same to the letter but for case, accents and punctuation."""
    wanted = [words_of(n) for n in (annotated.name, *annotated.also)]
    got = [words_of(n) for n in (read.name, *read.also) if n]
    found = sum(w in got for w in wanted)
    return 2 * found / (len(wanted) + len(got))
