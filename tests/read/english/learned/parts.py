"""Learned parts with random heads over states that depend on the words alone: as real ones, but made in no time."""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

import numpy as np

from secondsource.read.english.learned.encoder import Floats
from secondsource.read.english.learned.heads import Heads
from secondsource.read.english.learned.layout import (
    AUTHENTICITIES,
    DOERS,
    EVENTS,
    FEATURES,
    MEDIA,
    OUTCOMES,
    RELATIONS,
    SENTENCE_KINDS,
    STANCES,
)
from secondsource.read.english.learned.told import LearnedParts, Thresholds

WIDTH, HIDDEN, FEATURE = 8, 6, 3
SILENT = Thresholds(
    keep_event=0, event=2, keep_doer=0, doer=2, keep_tie=0, tie=2,
    keep_sentence=0, finding=2, threat=2, channel=2, emergence=2,
)  # fmt: skip
TALKATIVE = Thresholds(
    keep_event=0, event=0, keep_doer=0, doer=0, keep_tie=0, tie=0,
    keep_sentence=0, finding=0, threat=0, channel=0, emergence=0,
)  # fmt: skip
_BLOCKS = {"event": 2, "doer": 4, "tie": 5, "sentence": 2, "seat": 4}
_ANSWERS = {
    "event": len(EVENTS),
    "doer": len(DOERS),
    "tie": len(RELATIONS) + len(STANCES),
    "sentence": len(OUTCOMES) + len(SENTENCE_KINDS) + len(MEDIA) + len(AUTHENTICITIES),
    "seat": len(SENTENCE_KINDS),
}


class WordStates:
    """A state for each word, the same wherever it stands."""

    def states(self, tokens: Sequence[str], sentences: Sequence[tuple[int, int]]) -> Floats:
        rows = [np.random.default_rng(crc32(t.encode())).standard_normal(WIDTH) for t in tokens]
        return np.array(rows, dtype=np.float32).reshape(-1, WIDTH)


def random_parts(thresholds: Thresholds) -> LearnedParts:
    """Parts that answer at random, but always the same."""
    numbers = np.random.default_rng(7)

    def array(*shape: int) -> Floats:
        return numbers.standard_normal(shape).astype(np.float32)

    weights = {"attention.weight": array(1, WIDTH), "attention.bias": array(1)}
    for head, blocks in _BLOCKS.items():
        for column, values in enumerate(FEATURES[head]):
            weights[f"{head}.features.{column}.weight"] = array(values, FEATURE)
        weights[f"{head}.hidden.weight"] = array(HIDDEN, blocks * WIDTH + FEATURE * len(FEATURES[head]))
        weights[f"{head}.hidden.bias"] = array(HIDDEN)
        weights[f"{head}.answer.weight"] = array(_ANSWERS[head], HIDDEN)
        weights[f"{head}.answer.bias"] = array(_ANSWERS[head])
    return LearnedParts(encoder=WordStates(), heads=Heads(weights), thresholds=thresholds)
