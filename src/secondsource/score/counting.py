"""The reading score: how much of what a person annotated was read, and how much of what was read is right.

Precision is the credit of all pairs over the statements read, recall the same over those annotated, F1 their
harmonic mean. What an annotator marked optional neither helps nor hurts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from secondsource.score.accounts import Account
from secondsource.score.differences import Error, find_errors
from secondsource.score.pairing import Laid, lay

KINDS = ("event", "tie", "naming", "emergence", "threat", "channel", "finding")
ALL, CLAIMS = "all", "claims"


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """Statements of one kind (or of all, or of one text): read, annotated, and the credit of their pairs."""

    name: str
    credit: float
    read: int
    annotated: int

    @property
    def precision(self) -> float:
        """Share of what was read that is right; 0 where nothing was read."""
        return self.credit / self.read if self.read else 0.0

    @property
    def recall(self) -> float:
        """Share of what was annotated that was read; 0 where nothing was annotated."""
        return self.credit / self.annotated if self.annotated else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldCount:
    """How far one field agrees on the pairs in which it counts: from 0 to 1, on average."""

    name: str
    agreement: float
    pairs: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """The score of a folder of texts. `kinds` begins with "all"; kinds that never occur are left out."""

    kinds: tuple[Count, ...]
    fields: tuple[FieldCount, ...]
    texts: tuple[Count, ...]
    errors: tuple[Error, ...]

    @property
    def reading_score(self) -> float:
        """F1 over all statements."""
        return self.kinds[0].f1


@dataclass(frozen=True, slots=True, kw_only=True)
class TextToScore:
    """One text with what a person annotated in it and what was read in it."""

    name: str
    text: str
    annotated: tuple[Account, ...]
    read: tuple[Account, ...]


def score(texts: Sequence[TextToScore]) -> Scored:
    """The score of all the texts together, each statement counting alike."""
    laid = [(t, lay(t.annotated, t.read)) for t in texts]
    everything = [side for _, side in laid]
    kinds = (_count(k, everything, partial(_is_of, k)) for k in (CLAIMS, *KINDS))
    return Scored(
        kinds=(_count(ALL, everything), *(k for k in kinds if k.read or k.annotated)),
        fields=_fields(everything),
        texts=tuple(_count(t.name, [side]) for t, side in laid),
        errors=tuple(e for t, side in laid for e in find_errors(t.name, t.text, side)),
    )


def _is_of(kind: str, account: Account) -> bool:
    return account.is_claim if kind == CLAIMS else account.kind == kind


def _count(
    name: str, laid: Sequence[Laid], is_counted: Callable[[Account], bool] = lambda account: True
) -> Count:
    pairs = [p for side in laid for p in side.pairs]
    return Count(
        name=name,
        # A claim read as a report, or the other way round, is no claim found.
        credit=sum(p.credit for p in pairs if is_counted(p.annotated) and is_counted(p.read)),
        read=sum(map(is_counted, [p.read for p in pairs] + [a for side in laid for a in side.false])),
        annotated=sum(
            map(is_counted, [p.annotated for p in pairs] + [a for side in laid for a in side.missed])
        ),
    )


def _fields(laid: Sequence[Laid]) -> tuple[FieldCount, ...]:
    shares: dict[str, list[float]] = defaultdict(list)
    for field in (f for side in laid for p in side.pairs for f in p.fields):
        shares[field.name].append(field.agreement)
    return tuple(
        FieldCount(name=name, agreement=sum(of) / len(of), pairs=len(of))
        for name, of in sorted(shares.items())
    )
