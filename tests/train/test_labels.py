"""Annotations find the words, mentions and sentences of the reader's layout that they are about."""

from __future__ import annotations

import string
from typing import Any

import numpy as np
import pytest
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.pre_tokenizers import BertPreTokenizer
from train.labels import UNTOLD, Example, example

from secondsource.read.english.learned.encoder import WordPieces
from secondsource.read.english.learned.layout import DOERS, EVENTS, OUTCOMES, RELATIONS
from secondsource.records import ByStatus, EventType, Outcome, Relation

TEXT = (
    "The Harrow Front said it had bombed the customs post in Dellamar on Tuesday. "
    "Police could not confirm the claim. "
    "The Harrow Front is backed by the government of Ostrava, analysts say. "
    "The Front warned that more customs posts would burn."
)
ACTORS = {
    "FRONT": ["Harrow Front", "The Front"],
    "OSTRAVA": ["government of Ostrava", "Ostrava"],
    "POLICE": ["Police"],
}


def _statement(kind: str, evidence: str, body: dict[str, Any], **other: Any) -> dict[str, Any]:
    start = TEXT.index(evidence)
    whole = {"kind": kind, "start": start, "end": start + len(evidence), "chain": [], "stance": "asserts"}
    return {**whole, "optional": False, kind: body, **other}


@pytest.fixture(scope="module")
def pieces(tmp_path_factory: pytest.TempPathFactory) -> WordPieces:
    """Pieces of a letter each, which no model needs."""
    letters = {letter: n for n, letter in enumerate(["[UNK]", "[CLS]", "[SEP]", *string.printable])}
    letters |= {f"##{letter}": len(letters) + n for n, letter in enumerate(string.printable)}
    file = tmp_path_factory.mktemp("pieces") / "tokenizer.json"
    tokenizer = Tokenizer(WordPiece(letters, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = BertPreTokenizer()
    tokenizer.save(str(file))
    return WordPieces(file)


@pytest.fixture(scope="module")
def annotated(pieces: WordPieces) -> Example:
    claim = {"type": "bombing", "by": [{"actor": "FRONT", "status": "claimed"}], "on": ["customs post"]}
    statements = [
        _statement("event", "it had bombed the customs post in Dellamar on Tuesday", claim),
        _statement("finding", "Police could not confirm the claim", {"outcome": "uncorroborated"}),
        _statement(
            "tie",
            "The Harrow Front is backed by the government of Ostrava",
            {"from": "FRONT", "relation": "backed_by", "to": "OSTRAVA"},
        ),
        _statement(
            "threat", "The Front warned that more customs posts would burn", {"by": "FRONT", "on": []}
        ),
    ]
    return example("own", TEXT, {"actors": ACTORS, "statements": statements}, pieces)


def test_an_event_is_at_its_word_and_nowhere_else(annotated: Example) -> None:
    told = np.flatnonzero(annotated.events)
    assert [EVENTS[annotated.events[row]] for row in told] == [EventType.BOMBING]
    assert TEXT.split()[annotated.words.anchor[told[0]]] == "bombed"


def test_who_did_it_is_the_mention_of_the_claimant(annotated: Example) -> None:
    found = annotated.doer_answers[annotated.doer_answers > 0]
    assert {DOERS[answer] for answer in found} == {ByStatus.CLAIMED}
    assert 0 < len(found) <= len(annotated.doer_answers)


def test_a_tie_is_read_in_one_direction(annotated: Example) -> None:
    told = np.flatnonzero(annotated.relations > 0)
    assert [RELATIONS[annotated.relations[row]] for row in told] == [Relation.BACKED_BY]
    back = (annotated.pairs.mention == annotated.pairs.other[told[0]]) & (
        annotated.pairs.other == annotated.pairs.mention[told[0]]
    )
    assert annotated.relations[back].tolist() == [UNTOLD]


def test_sentences_answer_for_findings_and_threats(annotated: Example) -> None:
    assert [OUTCOMES[o] for o in annotated.outcomes] == [None, Outcome.UNCORROBORATED, None, None]
    assert annotated.kinds.sum(axis=1).tolist() == [0, 0, 0, 1]
    assert annotated.seat_answers.sum() >= 1


def test_each_token_has_its_pieces_in_order(pieces: WordPieces, annotated: Example) -> None:
    cut = pieces.cut(["bomb", "  ", "ed"])
    assert (cut.starts, cut.ends) == ([0, 0, 4], [4, 4, 6])
    assert len(annotated.pieces.starts) == annotated.sentences[-1, 1]
