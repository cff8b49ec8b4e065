"""Which statements repeat the words of an earlier document, and which statement there they repeat."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from secondsource.collect.wording import GRAM_WORDS, wording_of
from secondsource.match.kinds import kind_group
from secondsource.records import CopyFamily, Document, Event, ResolvedStatement, Span, Statement

# The runs of words that two documents share, as pairs of spans (in the first, in the second).
SharedWords = Callable[[Document, Document], Sequence[tuple[Span, Span]]]
# So much of a statement's words must lie in a shared run; the rest may be a changed by-line or a lost comma.
_COVERED = 0.8
# Beside so many documents, those with most of its words, a statement is laid before it counts as nobody else's.
_MOST_EARLIER = 8
# What many have is found in the first of them; without an end to the lists, work would grow with the family's square.
_FIRST_HAVING = 2 * _MOST_EARLIER
# Two runs with no more between them than this, on both sides, are one that a word or two was changed in.
_CHANGED_CHARACTERS = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeats:
    """What was copied. `of`: statement → the first statement whose words it repeats; `document`: statement → the
    document from which its words are, also where no statement was read there."""

    of: Mapping[str, str]
    document: Mapping[str, str]


NO_REPEATS = Repeats(of={}, document={})


def find_repeats(
    resolved: Iterable[ResolvedStatement],
    documents: Mapping[str, Document],
    copies: Iterable[CopyFamily],
    shared_words: SharedWords,
) -> Repeats:
    """The copied statements of all copy families.

    A statement counts as copied only if its own words lie in the shared run, so that a paragraph of one's own
    beside a wire story stays one's own. Each document is laid beside those few of the earlier ones of its family that
    have most of the words of its open statements, until all of them are explained.
    """
    told: dict[str, list[Statement]] = {}
    for item in sorted(resolved, key=lambda s: (s.statement.span, s.statement.id)):
        told.setdefault(item.statement.document_id, []).append(item.statement)
    of: dict[str, str] = {}
    source: dict[str, str] = {}
    for family in sorted(copies, key=lambda c: c.id):
        earlier_words = _Words()
        for later in (documents[i] for i in family.document_ids if i in documents):
            open_ = [s for s in told.get(later.id, ()) if s.id not in source]
            for earlier in earlier_words.sharing(later, open_) if open_ else ():
                if not open_:
                    break
                runs = _mended(shared_words(earlier, later), earlier, later)
                for statement, span in _covered(open_, runs):
                    source[statement.id] = source.get(
                        _any_at(told.get(earlier.id, ()), span, source), earlier.id
                    )
                    match = _counterpart(statement, span, told.get(earlier.id, ()))
                    if match is not None:
                        of[statement.id] = of.get(match.id, match.id)
                open_ = [s for s in open_ if s.id not in source]
            earlier_words.add(later)
    return Repeats(of=of, document=source)


class _Words:
    """Which of the documents laid down so far share a run of words with statements of another.

    A document is not laid beside those that have nothing of its open statements: in a large family each may add a
    paragraph of its own.
    """

    def __init__(self) -> None:
        self._documents: list[Document] = []
        self._having: dict[int, list[int]] = {}

    def add(self, document: Document) -> None:
        """Lays a document down."""
        for gram in set(wording_of(document.text).grams.tolist()):
            having = self._having.setdefault(gram, [])
            if len(having) < _FIRST_HAVING:
                having.append(len(self._documents))
        self._documents.append(document)

    def sharing(self, document: Document, statements: Iterable[Statement]) -> Iterator[Document]:
        """Those laid down that have most of a statement's runs of words, a few for each statement, in order."""
        wording = wording_of(document.text)
        if not len(wording.grams):
            return iter(self._documents)
        found: set[int] = set()
        for statement in statements:
            # Runs that reach into the statement by two words: those before and after it are another's.
            first = bisect_right(wording.ends, statement.span.start) - GRAM_WORDS + 2
            last = bisect_left(wording.starts, statement.span.end) - 1
            having = Counter(
                n for gram in wording.grams[max(0, first) : last].tolist() for n in self._having.get(gram, ())
            )
            found.update(sorted(having, key=lambda n: (-having[n], n))[:_MOST_EARLIER])
        return (self._documents[n] for n in sorted(found))


def _mended(runs: Iterable[tuple[Span, Span]], earlier: Document, later: Document) -> list[tuple[Span, Span]]:
    """The runs, in the order of the earlier text, with those made one between which only a few words were changed.

    The two beginnings and the two ends count as shared, so that a word changed in the first line hides nothing.
    """
    ends = (len(earlier.text), len(later.text))
    edges = [(Span(start=0, end=0),) * 2, tuple(Span(start=e, end=e) for e in ends)]
    found: list[tuple[Span, Span]] = []
    for here, there in sorted((*runs, *edges)):
        if found:
            before, before_there = found[-1]
            gaps = (here.start - before.end, there.start - before_there.end)
            if all(0 <= gap <= _CHANGED_CHARACTERS for gap in gaps):
                found[-1] = (
                    Span(start=before.start, end=here.end),
                    Span(start=before_there.start, end=there.end),
                )
                continue
        found.append((here, there))
    return found


def _covered(
    statements: Iterable[Statement], runs: Sequence[tuple[Span, Span]]
) -> list[tuple[Statement, Span]]:
    """The statements that lie in a run, each with the span where its words stand in the earlier document."""
    found = []
    for statement in statements:
        span = statement.span
        length = max(1, span.end - span.start)
        best = max(
            ((_shared(span, there), here, there) for here, there in runs),
            key=lambda r: (r[0], -r[1].start),
            default=None,
        )
        if best is None or best[0] < _COVERED * length:
            continue
        _, here, there = best
        stretch = (here.end - here.start) / max(1, there.end - there.start)
        start = max(0, here.start + round((span.start - there.start) * stretch))
        found.append((statement, Span(start=start, end=start + round(length * stretch))))
    return found


def _any_at(statements: Iterable[Statement], span: Span, source: Mapping[str, str]) -> str:
    return next((s.id for s in statements if s.id in source and s.span.overlaps(span)), "")


def _counterpart(statement: Statement, span: Span, earlier: Iterable[Statement]) -> Statement | None:
    """The earlier statement of the same kind at that span that agrees best, or None."""
    fitting = [
        s
        for s in earlier
        if s.kind == statement.kind
        and _group(s) == _group(statement)
        and 2 * _shared(s.span, span) >= min(s.span.end - s.span.start, span.end - span.start)
    ]
    likeness = [(_agreement(s, statement), -abs(s.span.start - span.start), s.id, s) for s in fitting]
    return max(likeness, key=lambda x: x[:3])[3] if likeness else None


def _group(statement: Statement) -> str | None:
    event = statement.proposition
    return kind_group(event.type).name if isinstance(event, Event) else None


def _agreement(first: Statement, second: Statement) -> int:
    return sum(a == b for a, b in zip(_words(first), _words(second), strict=True))


def _words(statement: Statement) -> list[Any]:
    """What a statement says, without offsets."""
    event = statement.proposition
    chain = tuple((h.name, h.kind) for h in statement.chain)
    if not isinstance(event, Event):
        return [chain, statement.stance, None, None, None, None, None]
    return [
        chain,
        statement.stance,
        event.type,
        tuple((p.actor.name, p.status) for p in event.by),
        tuple(m.name for m in event.on),
        event.place.name if event.place else None,
        event.when.words if event.when else None,
    ]


def _shared(first: Span, second: Span) -> int:
    return max(0, min(first.end, second.end) - max(first.start, second.start))
