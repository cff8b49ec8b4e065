"""The parts of the re3d bench: what the tagger learns, how gold becomes labels, how errors are sorted."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from bench.reading import re3d
from bench.reading.re3d_errors import entity_errors, relation_errors
from bench.reading.re3d_relations import Relation, by_cues, find_relations, gold_relations, learn_relations
from bench.reading.re3d_tagger import Tagger

from secondsource.read.english.parsed import parse
from secondsource.read.english.text.model import load_model

TEXT = "Fighters of the Hill Front attacked the Coast Army in Sorna on Monday."
HILL, COAST, SORNA = [16, 26], [40, 50], [54, 59]


def entity(span: list[int], kind: str, confidence: float = 1.0) -> dict[str, Any]:
    return {"start": span[0], "end": span[1], "type": kind, "confidence": confidence}


def relation(kind: str, source: list[int], target: list[int]) -> dict[str, Any]:
    return {"type": kind, "source": source, "target": target, "confidence": 1.0}


def document(source: str, *relations: dict[str, Any]) -> dict[str, Any]:
    found = [entity(HILL, "Organisation"), entity(COAST, "Organisation"), entity(SORNA, "Location")]
    return {"id": source, "source": source, "text": TEXT, "entities": found, "relations": list(relations)}


def prepared(given: dict[str, Any]) -> re3d.Text:
    return re3d.prepare(given, parse(given["text"], load_model()))


def test_the_tagger_learns_what_features_tell_and_never_breaks_the_order_of_tags() -> None:
    lessons = [([["a"], ["b"], ["c"]], ["O", "B-X", "I-X"]), ([["c"], ["a"]], ["O", "O"])] * 4
    tagger = Tagger(("O", "B-X", "I-X"), [("O", "I-X")])
    tagger.learn(lessons, rounds=5)
    assert tagger.tag([["a"], ["b"], ["c"]]) == ["O", "B-X", "I-X"]
    assert tagger.tag([["c"], ["unseen"]])[0] != "I-X"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([("BelongsTo", HILL, COAST)], {("BelongsTo", 16, 40)}),
        ([("BelongsTo", COAST, HILL)], {("BelongsTo", 40, 16)}),
        (
            [("AlliesOf", HILL, COAST), ("AlliesOf", COAST, HILL)],
            {("AlliesOf", 16, 40), ("AlliesOf", 40, 16)},
        ),
        ([("CoLocated", HILL, SORNA)], set()),
    ],
)
def test_a_relation_comes_back_the_way_round_that_it_was_learned(
    given: list[tuple[str, list[int], list[int]]], expected: set[tuple[str, int, int]]
) -> None:
    text = prepared(document("one", *(relation(*r) for r in given)))
    gold = list(gold_relations(text.document, text.parsed, text.gold))
    classifier = learn_relations([(text.parsed, text.gold, gold)] * 3)

    def places(found: list[Relation]) -> set[tuple[str, int, int]]:
        return {(kind, text.parsed.doc[a[0]].idx, text.parsed.doc[b[0]].idx) for kind, a, b in found}

    assert places(list(find_relations(text.parsed, text.gold, classifier))) == expected


def test_the_baseline_joins_what_a_cue_stands_between() -> None:
    text = prepared(document("one"))
    assert next(kind for kind, _, _ in by_cues(text.parsed, text.gold)) == "FightingAgainst"


@pytest.mark.parametrize(
    ("predicted", "expected"),
    [
        (entity(HILL, "Organisation"), set()),
        (entity([20, 26], "Organisation"), {"bounds: too narrow"}),
        (entity([12, 26], "Organisation"), {"bounds: too wide or shifted"}),
        (entity(HILL, "Location"), {"another type"}),
        (entity([0, 8], "Organisation"), {"missed: a name", "false: nothing is marked there"}),
    ],
)
def test_each_entity_error_has_its_class(predicted: dict[str, Any], expected: set[str]) -> None:
    gold = {**document("one"), "entities": [entity(HILL, "Organisation")]}
    assert set(entity_errors(gold, {"entities": [predicted]})) == expected


def test_a_relation_without_its_end_is_told_from_one_not_seen() -> None:
    gold = document("one", relation("FightingAgainst", HILL, COAST))
    missing = {"entities": [entity(HILL, "Organisation")], "relations": []}
    both = {**missing, "entities": [*missing["entities"], entity(COAST, "Organisation")]}
    assert list(relation_errors(gold, missing)) == ["missed: an end is not among the entities found"]
    assert list(relation_errors(gold, both)) == ["missed: both ends found, no relation seen"]
    wrong = {**both, "relations": [relation("AlliesOf", HILL, SORNA)]}
    assert "false: the two are unrelated" in set(relation_errors(gold, wrong))


def test_a_document_is_read_with_what_other_sub_sets_taught_and_needs_no_gold(tmp_path: Path) -> None:
    lessons, unread = tmp_path / "lessons.jsonl", tmp_path / "unread.jsonl"
    taught = [document(s, relation("FightingAgainst", HILL, COAST)) for s in ("one", "two")]
    lessons.write_text("".join(f"{json.dumps(d)}\n" for d in taught), encoding="utf-8")
    unread.write_text(
        json.dumps({"id": "x", "source": "three", "text": TEXT.replace("Sorna", "Velm")}), "utf-8"
    )
    texts = [prepared(d) for d in re3d.load(unread)]
    (found,), _ = re3d.read(texts, [prepared(d) for d in re3d.load(lessons)])
    assert {(e["start"], e["end"]) for e in found["entities"]} >= {tuple(HILL), tuple(COAST)}
    assert found["relations"] == [{"type": "FightingAgainst", "source": HILL, "target": COAST}]
