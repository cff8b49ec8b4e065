"""Where predictions for re3d err: each error in one class, by the words of gold and prediction alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bench.reading.re3d_entities import CONFIDENT
from bench.reading.re3d_entities import COUNTED as TYPES
from bench.reading.re3d_relations import COUNTED as RELATIONS

Json = dict[str, Any]
Place = tuple[int, int]


def entity_errors(document: Json, predicted: Json) -> Iterator[str]:
    """A class for each entity that counts and was not found as it stands, and for each found where none is."""
    gold = [(_place(e), e["type"], e["confidence"] >= CONFIDENT) for e in document["entities"]]
    found = [(_place(e), e["type"]) for e in predicted["entities"]]
    for place, kind, is_sure in gold:
        near = [(p, k) for p, k in found if _meet(p, place)]
        if kind not in TYPES or not is_sure or (place, kind) in near:
            continue
        same = [p[1] - p[0] for p, k in near if k == kind]
        if same:
            yield "bounds: " + ("too narrow" if max(same) < place[1] - place[0] else "too wide or shifted")
        elif near:
            yield "another type"
        else:
            is_name = any(w[0].isupper() for w in document["text"][slice(*place)].split()[-1:])
            yield "missed: " + ("a name" if is_name else "a pronoun or a phrase whose last word is no name")
    for place, _ in found:
        if not any(_meet(place, p) and k in TYPES for p, k, _ in gold):
            is_marked = any(_meet(place, p) for p, _, _ in gold)
            yield "false: " + ("of a type that doesn't count" if is_marked else "nothing is marked there")


def relation_errors(document: Json, predicted: Json) -> Iterator[str]:
    """A class for each relation that counts and was not found, and for each found between others."""
    ends = [_place(e) for e in predicted["entities"]]
    gold = [
        (r["type"], r["source"], r["target"], r["confidence"] >= CONFIDENT) for r in document["relations"]
    ]
    found = [(r["type"], r["source"], r["target"]) for r in predicted["relations"]]
    for kind, source, target, is_sure in gold:
        near = [k for k, a, b in found if _join(a, b, source, target)]
        if kind not in RELATIONS or not is_sure or kind in near:
            continue
        if near:
            yield "another relation"
        elif all(any(_meet(e, end) for e in ends) for end in (source, target)):
            yield "missed: both ends found, no relation seen"
        else:
            yield "missed: an end is not among the entities found"
    for _, source, target in found:
        about = {k for k, a, b, _ in gold if _join(a, b, source, target)}
        if not about & set(RELATIONS):
            yield "false: " + ("a relation that doesn't count" if about else "the two are unrelated")


def _place(entity: Json) -> Place:
    return entity["start"], entity["end"]


def _meet(one: Place, other: Place) -> bool:
    return min(one[1], other[1]) > max(one[0], other[0])


def _join(source: Place, target: Place, a: Place, b: Place) -> bool:
    return (_meet(source, a) and _meet(target, b)) or (_meet(source, b) and _meet(target, a))
