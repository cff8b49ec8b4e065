"""The small decisions over token states: which words tell of events, who did it, what ties two, what a sentence says.

Every head is one hidden layer (GELU, tanh form) over states and feature vectors put side by side; the recipe in
`train/` makes them, `heads.npz` holds them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from secondsource.read.english.learned.encoder import Floats
from secondsource.read.english.learned.layout import Ints, Rows


def softmax(scores: Floats) -> Floats:
    """Probabilities over the last axis."""
    raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=-1, keepdims=True), dtype=np.float32)


def sigmoid(scores: Floats) -> Floats:
    """Each score's own probability."""
    return np.asarray(1 / (1 + np.exp(-scores)), dtype=np.float32)


class Heads:
    """The trained decisions, over the states of one text at a time."""

    def __init__(self, weights: Mapping[str, Floats]) -> None:
        self._weights = weights

    @classmethod
    def load(cls, file: Path) -> Heads:
        """Those of a file that the recipe wrote."""
        with np.load(file) as stored:
            return cls({name: stored[name].astype(np.float32) for name in stored.files})

    def means(self, states: Floats, spans: Ints) -> Floats:
        """(spans, width): the mean state of each span of tokens."""
        sums = np.concatenate([np.zeros((1, states.shape[1])), np.cumsum(states, axis=0, dtype=np.float64)])
        lengths = (spans[:, 1] - spans[:, 0])[:, None]
        return np.asarray((sums[spans[:, 1]] - sums[spans[:, 0]]) / lengths, dtype=np.float32)

    def weighed(self, states: Floats, sentences: Ints) -> Floats:
        """(sentences, width): each sentence's states, weighed by how much they tell."""
        pull = (states @ self._weights["attention.weight"].T + self._weights["attention.bias"])[:, 0]
        held = [softmax(pull[a:b]) @ states[a:b] for a, b in sentences]
        return np.array(held, dtype=np.float32).reshape(len(held), states.shape[1])

    def events(self, rows: Rows, states: Floats, means: Floats) -> Floats:
        """(words, EVENTS): the kind of event that each word tells of."""
        return self._answer("event", (states[rows.anchor], means[rows.sentence]), rows)

    def doers(self, rows: Rows, states: Floats, means: Floats, who: Floats) -> Floats:
        """(rows, DOERS): whether the mention did what the word tells; `who` is each mention's mean state."""
        word, actor = states[rows.anchor], who[rows.mention]
        return self._answer("doer", (word, actor, word * actor, means[rows.sentence]), rows)

    def ties(self, rows: Rows, states: Floats, means: Floats, who: Floats) -> Floats:
        """(pairs, RELATIONS + STANCES)."""
        one, other = who[rows.mention], who[rows.other]
        between = self.means(states, rows.between)
        return self._answer("tie", (one, other, one * other, between, means[rows.sentence]), rows)

    def sentences(self, rows: Rows, means: Floats, weighed: Floats) -> Floats:
        """(sentences, OUTCOMES + SENTENCE_KINDS + MEDIA + AUTHENTICITIES)."""
        return self._answer("sentence", (weighed, means), rows)

    def seats(self, rows: Rows, means: Floats, weighed: Floats, who: Floats) -> Floats:
        """(seats, SENTENCE_KINDS): whether the mention is whose threat, channel or founding it is."""
        what, actor = weighed[rows.sentence], who[rows.mention]
        return self._answer("seat", (what, actor, what * actor, means[rows.sentence]), rows)

    def _answer(self, head: str, blocks: Sequence[Floats], rows: Rows) -> Floats:
        w = self._weights
        known = [w[f"{head}.features.{i}.weight"][column] for i, column in enumerate(rows.features.T)]
        hidden = np.concatenate([*blocks, *known], axis=1) @ w[f"{head}.hidden.weight"].T
        hidden += w[f"{head}.hidden.bias"]
        hidden = 0.5 * hidden * (1 + np.tanh(0.7978845608 * (hidden + 0.044715 * hidden**3)))
        return np.asarray(hidden @ w[f"{head}.answer.weight"].T + w[f"{head}.answer.bias"], dtype=np.float32)
