"""Which documents repeat each other's words, and which words.

A copy may be whole (the same story, lightly edited) or partial (a wire story inside a longer article).
Candidates come from MinHash over runs of words and from an index of sampled runs; each is then compared word
by word.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations, pairwise
from urllib.parse import urlsplit

import numpy as np
from rensa import RMinHash

from secondsource.codec import content_id
from secondsource.collect.credits import count_credits
from secondsource.collect.wording import GRAM_WORDS, Hashes, Wording, winnow, wording_of
from secondsource.records import CopyFamily, Document, Span

# A run this long is no coincidence; 25 words is the longest formula met in agency copy ("The Observatory, which
# relies on a network of sources on the ground, ...").
LEAST_RUN = 25
# Shorter runs count towards the share of a text that is copied, down to this.
_LEAST_SHARED_RUN = 8
# With a window of 8 every run of 13 words is found by the index.
_WINDOW = 8
# An edited copy shares half of the shorter text; below 25 words, four fifths.
_SHARE, _SHARE_OF_SHORT, _LEAST_WORDS = 0.5, 0.8, 8
# 42 bands of 3: two texts with a third of their runs alike are compared with probability 0.8, unrelated ones with 1 %
# alike with 0.00004.
_BANDS, _ROWS, _SEED = 42, 3, 20_260_101
# Lists longer than this are joined to their earliest members and neighbours only, or a phrase that all use would
# cost the square of their number.
_LONG_LIST, _EARLIEST = 24, 4
# Words that an outlet puts into three of its texts are its furniture, if those texts differ by a fifth.
_BOILERPLATE_TEXTS, _OWN_SHARE = 3, 0.2

_Run = tuple[int, int, int]


def find_copies(documents: Sequence[Document]) -> tuple[CopyFamily, ...]:
    """Families of documents of which each repeats words of the first, which was published first.

    Of one day, that came first which credits fewer outlets; then the shorter, which the longer holds; then by id.
    A document that repeats two others which have nothing in common stands in two families; it must not make one of
    those two. `containment` is the least share of the shorter text that a member has in common with the first.
    The order of `documents` doesn't matter. Cost grows with their words, not with the square of their number: two
    that repeat one earlier document already stand in its family, and are not compared with each other.
    """
    ordered, wordings = _in_order(documents)
    furniture = _boilerplate(ordered, wordings)
    shares: dict[tuple[int, int], float] = {}
    repeated: defaultdict[int, set[int]] = defaultdict(set)
    for first, second in sorted(_candidates(wordings)):
        if not repeated[first].isdisjoint(repeated[second]):
            continue
        a, b = _publisher(ordered[first]), _publisher(ordered[second])
        known = _common(furniture.get(a), furniture.get(b))
        share = _share(wordings[first], wordings[second], known)
        if share is not None:
            shares[first, second] = share
            repeated[second].add(first)
    return tuple(_families(ordered, shares))


def shared_words(a: Document, b: Document) -> tuple[tuple[Span, Span], ...]:
    """The runs of at least eight words that both have, as spans of `a` and of `b`, in the order of `a`."""
    first, second = wording_of(a.text), wording_of(b.text)
    return tuple(
        (
            Span(start=first.starts[i], end=first.ends[i + n - 1]),
            Span(start=second.starts[j], end=second.ends[j + n - 1]),
        )
        for i, j, n in _runs(first, second)
    )


def _in_order(documents: Iterable[Document]) -> tuple[list[Document], list[Wording]]:
    """The documents, each once, as they came out, with their words; what has no day comes last."""
    unique = sorted({d.id: d for d in documents}.values(), key=lambda d: d.id)
    wordings = [wording_of(d.text) for d in unique]
    counted = count_credits([d.outlet or "" for d in unique], wordings)
    standing = [(named, -naming_it) for named, naming_it in counted]
    order = sorted(
        range(len(unique)),
        key=lambda n: (*_days(unique[n]), *standing[n], len(wordings[n].words), unique[n].id),
    )
    return [unique[n] for n in order], [wordings[n] for n in order]


def _days(document: Document) -> tuple[date, date]:
    day = document.published
    if day is None or day.earliest is None or day.latest is None:
        return date.max, date.max
    return day.earliest, day.latest


def _families(ordered: list[Document], shares: Mapping[tuple[int, int], float]) -> Iterator[CopyFamily]:
    """Each document with the later ones that share its words, unless an earlier family has all of them."""
    later: defaultdict[int, list[int]] = defaultdict(list)
    for first, second in shares:
        later[first].append(second)
    seen: defaultdict[int, list[set[int]]] = defaultdict(list)
    for first in sorted(later):
        members = {first, *later[first]}
        if any(members <= family for family in seen[first]):
            continue
        for member in members:
            seen[member].append(members)
        ids = tuple(ordered[m].id for m in sorted(members))
        containment = round(min(shares[first, m] for m in members if m != first), 4)
        yield CopyFamily(id=content_id("copies", ids), document_ids=ids, containment=containment)


# --- candidates -------------------------------------------------------------------------------------------


def _candidates(wordings: list[Wording]) -> set[tuple[int, int]]:
    return _by_equality(wordings) | _by_index(wordings) | _by_minhash(wordings)


def _by_equality(wordings: list[Wording]) -> set[tuple[int, int]]:
    """Short messages that are the same, word for word: too short for the index."""
    buckets: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, wording in enumerate(wordings):
        if _LEAST_WORDS <= len(wording.words) < LEAST_RUN:
            buckets[wording.words].append(number)
    return set(_pairs_of(buckets.values()))


def _by_index(wordings: list[Wording]) -> set[tuple[int, int]]:
    postings: defaultdict[int, list[int]] = defaultdict(list)
    for number, wording in enumerate(wordings):
        for gram in winnow(wording.grams, _WINDOW).tolist():
            postings[gram].append(number)
    counts = Counter(_pairs_of(postings.values()))
    # A run of 25 words holds at least two sampled runs; a single one is enough where a text is short.
    return {
        (a, b)
        for (a, b), n in counts.items()
        if n >= 2 or min(len(wordings[a].words), len(wordings[b].words)) < 2 * LEAST_RUN
    }


def _by_minhash(wordings: list[Wording]) -> set[tuple[int, int]]:
    numbers = [n for n, w in enumerate(wordings) if len(w.grams)]
    tokens = [[g.tobytes() for g in np.unique(wordings[n].grams)] for n in numbers]
    digests = RMinHash.digests_from_token_sets(tokens, _BANDS * _ROWS, _SEED) if tokens else []
    buckets: defaultdict[tuple[int, ...], list[int]] = defaultdict(list)
    for number, digest in zip(numbers, digests, strict=True):
        for band in range(_BANDS):
            buckets[band, *digest[band * _ROWS : (band + 1) * _ROWS]].append(number)
    return set(_pairs_of(buckets.values()))


def _pairs_of(lists: Iterable[list[int]]) -> Iterator[tuple[int, int]]:
    for numbers in lists:
        if len(numbers) <= _LONG_LIST:
            yield from combinations(numbers, 2)
        else:
            pairs = {(early, n) for early in numbers[:_EARLIEST] for n in numbers if early < n}
            yield from pairs.union(pairwise(numbers))


# --- comparison -------------------------------------------------------------------------------------------


def _share(a: Wording, b: Wording, boilerplate: Hashes | None) -> float | None:
    """The share of the shorter text that both have, if that makes one a copy of the other; else None."""
    lengths = [n for i, _, length in _runs(a, b) for n in _lasting(a, i, length, boilerplate)]
    shorter = min(len(a.words), len(b.words))
    total = sum(lengths)
    if not lengths or total < _LEAST_WORDS:
        return None
    share = min(1.0, total / shorter)
    needed = _SHARE if total >= LEAST_RUN else _SHARE_OF_SHORT
    return share if share >= needed or max(lengths) >= LEAST_RUN else None


def _runs(a: Wording, b: Wording) -> Iterator[_Run]:
    """Longest common runs from left to right in `a`, none overlapping there: place in a, place in b, length."""
    places: defaultdict[int, list[int]] = defaultdict(list)
    for place, gram in enumerate(b.grams.tolist()):
        # The first few places are enough; a text that says one thing a thousand times must not cost a million.
        if len(places[gram]) < 4:
            places[gram].append(place)
    i, grams = 0, a.grams.tolist()
    while i < len(grams):
        best, at = 0, 0
        for j in places.get(grams[i], ()):
            n = 0
            while i + n < len(a.words) and j + n < len(b.words) and a.words[i + n] == b.words[j + n]:
                n += 1
            if n > best:
                best, at = n, j
        if best >= _LEAST_SHARED_RUN:
            yield i, at, best
            i += best
        else:
            i += 1


def _lasting(a: Wording, start: int, length: int, boilerplate: Hashes | None) -> Iterator[int]:
    """Lengths of what is left of a run when the outlets' furniture is taken out of it."""
    if boilerplate is None or not len(boilerplate):
        yield length
        return
    is_own = ~np.isin(a.grams[start : start + length - GRAM_WORDS + 1], boilerplate)
    edges = np.flatnonzero(np.diff(np.concatenate(([0], is_own.view(np.int8), [0]))))
    for begin, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        if (n := end - begin + GRAM_WORDS - 1) >= _LEAST_SHARED_RUN:
            yield n


def _boilerplate(ordered: list[Document], wordings: list[Wording]) -> dict[str, Hashes]:
    """For each outlet the runs that it puts into several texts which are otherwise different."""
    by_outlet: defaultdict[str, list[Hashes]] = defaultdict(list)
    for document, wording in zip(ordered, wordings, strict=True):
        if (publisher := _publisher(document)) and len(wording.grams):
            by_outlet[publisher].append(np.unique(wording.grams))
    found: dict[str, Hashes] = {}
    for outlet, texts in by_outlet.items():
        if len(texts) < _BOILERPLATE_TEXTS:
            continue
        often = _often(texts)
        # Three editions of one story share nearly all: that is copying, not furniture.
        distinct = [t for t in texts if 1 - np.isin(t, often).mean() >= _OWN_SHARE]
        if len(distinct) >= _BOILERPLATE_TEXTS:
            found[outlet] = _often(distinct)
    return found


def _publisher(document: Document) -> str:
    """Whose furniture a text may hold: its outlet's, or its site's; "" where neither is known."""
    return document.outlet or (urlsplit(document.url).hostname if document.url else None) or ""


def _often(texts: list[Hashes]) -> Hashes:
    grams, counts = np.unique(np.concatenate(texts), return_counts=True)
    return grams[counts >= _BOILERPLATE_TEXTS]


def _common(a: Hashes | None, b: Hashes | None) -> Hashes | None:
    """What is furniture of both outlets: one outlet's furniture in another's text is a sign of copying."""
    return None if a is None or b is None else np.intersect1d(a, b, assume_unique=True)
