"""Relations of re3d: a classifier over pairs of entities in a sentence, and plain cue verbs as the baseline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Any

from bench.reading.re3d_entities import CONFIDENT, Entity, to_tokens
from bench.reading.re3d_tagger import Tagger
from spacy.tokens import Token

from secondsource.read.english.events.events import find_events
from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.ties.ties import find_ties
from secondsource.records import Event, Span, Tie

# The data's relations that count, by the names the data gives them.
COUNTED = ("IsSynonymOf", "BelongsTo", "InChargeOf", "FightingAgainst", "AlliesOf")
_NONE = "none"
# Said from left to right, from right to left, or both ways in two lines of the gold.
_LABELS = (_NONE, *(f"{relation}{way}" for relation in COUNTED for way in "><="))
# Chosen with UK Government and US State Department alone, each read with what the other taught (2026-11-26).
_ROUNDS, _MARGIN = 6, 100.0
# Tokens between two entities beyond which no relation is looked for.
_FAR = 40
# Beginnings of words that cue a relation: alone the baseline, for the classifier one kind of feature.
_CUES = {
    "FightingAgainst": ("fight", "fought", "attack", "defeat", "kill", "strike", "struck", "destroy", "combat",
                        "counter", "battle", "against", "target", "bomb"),
    "AlliesOf": ("ally", "allies", "allied", "support", "back", "partner", "assist", "alongside", "join"),
    "InChargeOf": ("lead", "led", "command", "control", "head", "chair", "hold", "captur", "seiz"),
    "BelongsTo": ("member", "belong", "part", "of", "from"),
    "IsSynonymOf": ("known", "called", "named", "("),
}  # fmt: skip

# A relation of two entities, from and to.
Relation = tuple[str, Entity, Entity]
Pair = tuple[Entity, Entity]


def gold_relations(
    document: dict[str, Any], parsed: ParsedText, entities: Sequence[Entity]
) -> Iterator[Relation]:
    """The confident relations between these entities."""
    for r in document["relations"]:
        source, target = (_at(entities, to_tokens(parsed, *r[end])) for end in ("source", "target"))
        if r["type"] in COUNTED and r["confidence"] >= CONFIDENT and source and target and source != target:
            yield r["type"], source, target


def _at(entities: Sequence[Entity], tokens: tuple[int, int] | None) -> Entity | None:
    start, end = tokens or (0, 0)
    shared = {e: min(e[1], end) - max(e[0], start) for e in entities}
    return max((e for e in entities if shared[e] > 0), key=lambda e: shared[e], default=None)


def learn_relations(
    texts: Iterable[tuple[ParsedText, Sequence[Entity], Iterable[Relation]]],
) -> Tagger:
    """A classifier of pairs from texts, their entities and the relations of these."""
    lessons = []
    for parsed, entities, relations in texts:
        told: dict[Pair, str] = {}
        for kind, source, target in relations:
            pair, label = (
                ((source, target), f"{kind}>") if source < target else ((target, source), f"{kind}<")
            )
            told[pair] = (
                f"{kind}=" if told.get(pair, label)[:-1] == kind and told.get(pair, label) != label else label
            )
        lessons += [([names], [told.get(pair, _NONE)]) for pair, names in pair_features(parsed, entities)]
    classifier = Tagger(_LABELS)
    classifier.learn(lessons, rounds=_ROUNDS, margin=_MARGIN)
    return classifier


def find_relations(parsed: ParsedText, entities: Sequence[Entity], classifier: Tagger) -> Iterator[Relation]:
    """The relations that the classifier finds between the entities."""
    for (one, other), names in pair_features(parsed, entities):
        label = classifier.tag([names])[0]
        if label[-1] in ">=":
            yield label[:-1], one, other
        if label[-1] in "<=":
            yield label[:-1], other, one


def by_cues(parsed: ParsedText, entities: Sequence[Entity]) -> Iterator[Relation]:
    """The baseline: each two entities of a sentence with a cue between them, from left to right."""
    for one, other in _pairs(parsed, entities):
        between = [t.lower_ for t in parsed.doc[one[1] : other[0]]]
        relation = next((r for r, cues in _CUES.items() if any(w.startswith(cues) for w in between)), None)
        if relation:
            yield relation, one, other


def _pairs(parsed: ParsedText, entities: Sequence[Entity]) -> Iterator[Pair]:
    for sentence in parsed.sentences:
        inside = [e for e in entities if sentence.start <= e[0] < sentence.end and e[2] != "Temporal"]
        yield from ((a, b) for a, b in combinations(inside, 2) if b[0] - a[1] < _FAR)


def pair_features(parsed: ParsedText, entities: Sequence[Entity]) -> Iterator[tuple[Pair, list[str]]]:
    """Each two entities of a sentence, in order, with what stands on, between and around them."""
    doc, told = parsed.doc, tuple(_told(parsed))
    for one, other in _pairs(parsed, entities):
        spans = [doc[e[0] : e[1]] for e in (one, other)]
        between = [t for t in doc[one[1] : other[0]] if not t.is_space]
        lemmas = [t.lemma_.lower() for t in between]
        up, down = _climb(spans[0].root, spans[1].root), _climb(spans[1].root, spans[0].root)
        paths = [[f"prep {t.lower_}" if t.dep_ == "prep" else t.dep_ for t in way[:-1]] for way in (up, down)]
        path, top = f"{'^'.join(paths[0])}|{'v'.join(paths[1])}", up[-1].lemma_.lower()
        along = dict.fromkeys(t.lemma_.lower() for t in (*up[1:], *down[1:]))
        names = [
            "any", f"path {path}", f"path {path} {top}", f"top {top}",
            f"top {top} {paths[0][-1:]} {paths[1][-1:]}",
            f"between {sum(one[1] <= e[0] < other[0] for e in entities)}", f"apart {min(len(lemmas), 12) // 3}",
            f"words {' '.join(lemmas) if len(lemmas) < 5 else '...'}",
            f"tags {' '.join(t.pos_ for t in between) if len(lemmas) < 6 else '...'}",
            f"before {doc[one[0] - 1].lemma_.lower() if one[0] else ''}",
            f"after {doc[other[1]].lemma_.lower() if other[1] < len(doc) else ''}",
            f"acronym {_is_acronym(spans[0].text, spans[1].text)}",
            *(f"word {lemma}" for lemma in dict.fromkeys(lemmas)), *(f"on path {lemma}" for lemma in along),
        ]  # fmt: skip
        for at, span in zip("ab", spans, strict=True):
            names += [f"{at} {span.root.pos_} {span.root.dep_}", f"{at} head {span.root.lemma_.lower()}"]
        where = {"between": [t.lower_ for t in between], "path": along, "top": [top]}
        where |= {at: [t.lower_ for t in span] for at, span in zip("ab", spans, strict=True)}
        names += [
            f"cue {relation} {at}"
            for relation, cues in _CUES.items()
            for at, words in where.items()
            if any(w.startswith(cues) for w in words)
        ]
        a, b = (parsed.span(e[0], e[1]) for e in (one, other))
        for what, source, target in told:
            names += [
                f"told {what} {x is a}" for x, y in ((a, b), (b, a)) if _meet(x, source) and _meet(y, target)
            ]
        yield (one, other), [*names, *(f"{one[2]}-{other[2]} {name}" for name in names)]


def _told(parsed: ParsedText) -> Iterator[tuple[str, Span, Span]]:
    """What the reader's rules find: ties, who did an event to whom, names that the text equates."""
    for draft in (*find_ties(parsed), *find_events(parsed)):
        p = draft.proposition
        if isinstance(p, Tie):
            yield p.relation, p.from_.span, p.to.span
        elif isinstance(p, Event):
            yield from (("deed", by.actor.span, on.span) for by in p.by for on in p.on)
    for e in parsed.equations:
        yield "equal", parsed.span(*e.name), parsed.span(*e.also)


def _meet(one: Span, other: Span) -> bool:
    return min(one.end, other.end) > max(one.start, other.start)


def _climb(token: Token, to: Token) -> list[Token]:
    """The token and the words above it, up to the one that also holds the other (or the sentence's root)."""
    way = [token, *token.ancestors]
    return way[: next((i for i, t in enumerate(way) if t == to or t.is_ancestor(to)), len(way) - 1) + 1]


def _is_acronym(one: str, other: str) -> bool:
    short, full = sorted((one, other), key=len)
    firsts = "".join(w[0] for w in re.findall(r"\w+", full) if w[0].isupper())
    return len(short) > 1 and short.isupper() and short[0] == firsts[:1] and set(short) <= {*firsts, *"-. "}
