"""What was read laid beside what was annotated: pairs, statements that were missed, and false ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from secondsource.records import Span
from secondsource.score.accounts import Account
from secondsource.score.fields import Field, compare, credit

_LEAST_SHARED = 0.3  # of the shorter evidence
# Evidence is a sentence at most; what covers half a page would overlap everything on it.
_LONGEST_CHARS, _LONGEST_TIMES = 600, 2
# A second statement of something optional is passed over too, if it is about that and no other thing.
_LEAST_CREDIT_OF_OPTIONAL = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """An annotated and a read statement, what the pair earns (0 to 1), and its fields."""

    annotated: Account
    read: Account
    credit: float
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """One text's statements side by side. What is optional, or was read as something optional, is left out."""

    pairs: tuple[Pair, ...]
    missed: tuple[Account, ...]
    false: tuple[Account, ...]


def lay(annotated: Sequence[Account], read: Sequence[Account]) -> Laid:
    """Everything annotated and read in one text, each statement in one place."""
    paired = find_pairs(annotated, read)
    required = {i: pair for (i, _), pair in paired.items() if not annotated[i].is_optional}
    used = {j for _, j in paired}
    optional = [a for a in annotated if a.is_optional]
    return Laid(
        pairs=tuple(required.values()),
        missed=tuple(a for i, a in enumerate(annotated) if i not in required and not a.is_optional),
        false=tuple(
            r for j, r in enumerate(read) if j not in used and not any(_is_about_same(o, r) for o in optional)
        ),
    )


def find_pairs(annotated: Sequence[Account], read: Sequence[Account]) -> dict[tuple[int, int], Pair]:
    """Pairs of one kind with overlapping evidence by their two positions, each statement in one at the most.

    Required ones choose before optional ones, and the pair that earns most goes first. Cost: annotated x read.
    """
    candidates = {
        (i, j): pair
        for i, wanted in enumerate(annotated)
        for j, told in enumerate(read)
        if (pair := _paired(wanted, told)) is not None
    }
    chosen: dict[tuple[int, int], Pair] = {}
    taken: set[int] = set()
    used: set[int] = set()
    for (i, j), pair in sorted(
        candidates.items(), key=lambda c: (c[1].annotated.is_optional, -c[1].credit, c[0])
    ):
        if i not in taken and j not in used:
            chosen[i, j] = pair
            taken.add(i)
            used.add(j)
    return chosen


def overlaps(annotated: Span, read: Span) -> bool:
    """True if they share 30% of the shorter one, and what was read isn't far longer than a sentence."""
    wanted, got = annotated.end - annotated.start, read.end - read.start
    if got > max(_LONGEST_CHARS, _LONGEST_TIMES * wanted):
        return False
    shared = min(annotated.end, read.end) - max(annotated.start, read.start)
    return shared > 0 and shared / min(wanted, got) >= _LEAST_SHARED


def _paired(annotated: Account, read: Account) -> Pair | None:
    if annotated.kind != read.kind or not overlaps(annotated.span, read.span):
        return None
    fields = compare(annotated, read)
    earned = credit(annotated.kind, fields)
    return Pair(annotated=annotated, read=read, credit=earned, fields=fields) if earned > 0 else None


def _is_about_same(annotated: Account, read: Account) -> bool:
    pair = _paired(annotated, read)
    return pair is not None and pair.credit >= _LEAST_CREDIT_OF_OPTIONAL
