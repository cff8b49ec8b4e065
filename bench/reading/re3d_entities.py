"""Entities of re3d: a tagger over what the parser and the English reader give, and spaCy's own as the baseline."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Any

from bench.reading.re3d_tagger import Tagger
from spacy.tokens import Token

from secondsource.read.english.parsed import ParsedText
from secondsource.read.english.text.model import load_model

# The data's types that count, by the names the data gives them.
COUNTED = ("Organisation", "Location", "Person", "Temporal")
# Types that don't count but stand at the ends of relations that do: one class for the tagger.
_THINGS = frozenset({"Weapon", "MilitaryPlatform", "Vehicle", "Money"})
_TYPES = (*COUNTED, "Thing")
_TAGS = ("O", *(f"{part}-{t}" for t in _TYPES for part in "BI"))
_NEVER = [(before, f"I-{t}") for t in _TYPES for before in _TAGS if before not in {f"B-{t}", f"I-{t}"}]
# spaCy's labels as types of re3d; its other labels have none.
_SPACY = {
    "ORG": "Organisation", "NORP": "Organisation", "PERSON": "Person", "GPE": "Location", "LOC": "Location",
    "FAC": "Location", "DATE": "Temporal", "TIME": "Temporal",
}  # fmt: skip
# Chosen with UK Government and US State Department alone, each tagged by what the other taught (2026-11-26).
_ROUNDS, _MARGIN, _DROP = 20, 16.0, 0.5
# Gold below this is no gold, as for the scorer.
CONFIDENT = 0.5

# A type on tokens `[start, end)`.
Entity = tuple[int, int, str]


def gold_entities(document: dict[str, Any], parsed: ParsedText) -> list[Entity]:
    """The confident entities in tokens; of two that overlap the longer one, since a token has one tag."""
    found: list[Entity] = []
    given = [e for e in document["entities"] if e["confidence"] >= CONFIDENT]
    for e in sorted(given, key=lambda e: e["start"] - e["end"]):
        kind = "Thing" if e["type"] in _THINGS else e["type"]
        tokens = to_tokens(parsed, e["start"], e["end"])
        if (
            kind in _TYPES
            and tokens
            and all(tokens[1] <= start or tokens[0] >= end for start, end, _ in found)
        ):
            found.append((*tokens, kind))
    return sorted(found)


def to_tokens(parsed: ParsedText, start: int, end: int) -> tuple[int, int] | None:
    """The tokens that a span of the original text touches."""
    first, last = (bisect_left(parsed.cleaned.origins, at) for at in (start, end))
    touched = parsed.doc.char_span(first, last, alignment_mode="expand") if first < last else None
    return (touched.start, touched.end) if touched else None


def learn_entities(texts: Iterable[tuple[ParsedText, Sequence[Entity]]]) -> Tagger:
    """A tagger from texts and their entities."""
    lessons = []
    for parsed, entities in texts:
        tags = ["O"] * len(parsed.doc)
        for start, end, kind in entities:
            tags[start:end] = [f"B-{kind}", *[f"I-{kind}"] * (end - start - 1)]
        features = token_features(parsed)
        for sentence in parsed.sentences:
            own = tags[sentence.start : sentence.end]
            own[0] = own[0].replace("I-", "B-")  # what goes on from the sentence before
            lessons.append((features[sentence.start : sentence.end], own))
    tagger = Tagger(_TAGS, _NEVER)
    tagger.learn(lessons, rounds=_ROUNDS, margin=_MARGIN, drop=_DROP)
    return tagger


def find_entities(parsed: ParsedText, tagger: Tagger) -> list[Entity]:
    """The entities that the tagger finds, in order, things among them."""
    found: list[Entity] = []
    features = token_features(parsed)
    for sentence in parsed.sentences:
        for i, tag in enumerate(tagger.tag(features[sentence.start : sentence.end]), sentence.start):
            if tag.startswith("B"):
                found.append((i, i + 1, tag[2:]))
            elif tag.startswith("I"):
                found[-1] = (found[-1][0], i + 1, found[-1][2])
    return found


def spacy_entities(text: str) -> list[tuple[int, int, str]]:
    """The baseline, in characters: spaCy's own entities of the raw text."""
    return [
        (e.start_char, e.end_char, _SPACY[e.label_]) for e in load_model()(text).ents if e.label_ in _SPACY
    ]


def token_features(parsed: ParsedText) -> list[list[str]]:
    """For each token what the parse says of it and its neighbours, and what the reader takes it for."""
    doc = parsed.doc
    marks: list[list[str]] = [[] for _ in doc]
    for chunk in doc.noun_chunks:
        then = next((c.lower_ for c in chunk.root.children if c.dep_ == "prep"), "")
        words = (f"head {chunk.root.lemma_.lower()}", f"dep {chunk.root.dep_}", f"first {chunk[0].lower_}")
        _mark(marks, chunk.start, chunk.end, "chunk", *words, f"then {then}")
    for m in parsed.mentions:
        _mark(marks, m.start, m.end, "actor", f"role {m.role}", f"kind {m.mention.kind}")
    for place in parsed.places:
        _mark(marks, place.start, place.end, "place")
    for time in parsed.times:
        _mark(marks, time.start, time.end, "time")
    near = [[f"{t.ent_iob_}{t.ent_type_}", t.tag_, t.lower_, t.shape_] for t in doc]
    features = []
    for token in doc:
        names = [*_alone(token), *marks[token.i]]
        for by in (-2, -1, 0, 1, 2):
            if 0 <= token.i + by < len(doc):
                beside = marks[token.i + by] if by in {-1, 1} else []
                names += [f"{by} {name}" for name in (*near[token.i + by], *beside)]
        names += [f"{doc[i].lower_}_{doc[i + 1].lower_}>{i - token.i}" for i in _pairs(token.i, len(doc))]
        features.append(names)
    return features


def _pairs(at: int, length: int) -> Iterable[int]:
    return range(max(at - 1, 0), min(at + 1, length - 1))


def _mark(marks: list[list[str]], start: int, end: int, name: str, *more: str) -> None:
    for i in range(start, end):
        part = f"{name} {'B' if i == start else 'E' if i == end - 1 else 'I'}"
        marks[i] += [part, *(f"{name} {m}" for m in more), *(f"{part} {m}" for m in more)]


def _alone(token: Token) -> list[str]:
    lower, lemma = token.lower_, token.lemma_.lower()
    return [
        "any", f"lemma {lemma}", f"starts {lower[:3]}", f"ends {lower[-3:]}", f"ends {lower[-2:]}",
        f"pos {token.pos_}", f"dep {token.dep_}", f"dep {token.dep_} of {token.head.lemma_.lower()}",
        f"ent {token.ent_type_} {token.pos_}",
    ]  # fmt: skip
