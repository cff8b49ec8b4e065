"""A linear tagger of sequences: an averaged structured perceptron over named features, with numpy alone.

After Collins (2002), "Discriminative training methods for hidden Markov models". A sequence of one makes it a plain
classifier. It learns in seconds and is kept nowhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
# The features of each token of a sequence.
Sequenced = Sequence[Sequence[str]]


class Tagger:
    """Learns tags of tokens from their features and from the tag before; the first tag is that of nothing."""

    def __init__(self, tags: Sequence[str], never: Iterable[tuple[str, str]] = ()) -> None:
        """`never` are pairs of tags that don't follow each other; the start of a sequence counts as the first tag."""
        self.tags = tuple(tags)
        self._weights: Floats = np.zeros((0, len(tags)))
        self._steps: Floats = np.zeros((len(tags), len(tags)))
        self._never: Floats = np.zeros((len(tags), len(tags)))
        for before, after in never:
            self._never[self.tags.index(before), self.tags.index(after)] = -np.inf
        self._rows: dict[str, int] = {}

    def learn(
        self,
        lessons: Iterable[tuple[Sequenced, Sequence[str]]],
        *,
        rounds: int,
        margin: float = 0.0,
        drop: float = 0.0,
        seed: int = 4,
    ) -> None:
        """Weights averaged over all updates.

        A tag other than the first must win by the margin, which raises recall. `drop` is the share of features that
        each pass over a sequence leaves out, so that no word alone decides. The seed fixes order and choice.
        """
        ready = []
        for features, tags in lessons:
            for name in (name for token in features for name in token):
                self._rows.setdefault(name, len(self._rows))
            ready.append((self._known(features), np.array([self.tags.index(t) for t in tags])))
        weights = self._weights = np.zeros((len(self._rows), len(self.tags)))
        late_weights, late_steps, count = np.zeros_like(weights), np.zeros_like(self._steps), 1
        random = np.random.default_rng(seed)
        for _ in range(rounds):
            for at in random.permutation(len(ready)):
                rows, gold = ready[at]
                rows = [r[random.random(len(r)) >= drop] for r in rows] if drop else rows
                scores = self._scores(rows)
                scores[np.arange(len(gold)), gold] -= np.where(gold > 0, margin, 0.0)
                guess = self._best(scores)
                count += 1
                for tags_, sign in ((gold, 1.0), (guess, -1.0)):
                    for i in np.flatnonzero(guess != gold):
                        weights[rows[i], tags_[i]] += sign
                        late_weights[rows[i], tags_[i]] += sign * count
                    np.add.at(self._steps, (tags_[:-1], tags_[1:]), sign)
                    np.add.at(late_steps, (tags_[:-1], tags_[1:]), sign * count)
        self._weights = weights - late_weights / count
        self._steps = self._steps - late_steps / count

    def tag(self, features: Sequenced) -> list[str]:
        """The best tags of a sequence that is not empty."""
        return [self.tags[i] for i in self._best(self._scores(self._known(features)))]

    def _known(self, features: Sequenced) -> list[Ints]:
        rows = ({self._rows[name] for name in token if name in self._rows} for token in features)
        return [np.array(sorted(row), dtype=np.int64) for row in rows]

    def _scores(self, rows: Sequence[Ints]) -> Floats:
        return np.array([self._weights[r].sum(axis=0) for r in rows])

    def _best(self, scores: Floats) -> Ints:
        """Viterbi: the tags of the best path."""
        steps, score = self._steps + self._never, scores[0] + self._never[0]
        back = np.zeros(scores.shape, dtype=np.int64)
        for i in range(1, len(scores)):
            paths = score[:, None] + steps
            back[i], score = paths.argmax(axis=0), paths.max(axis=0) + scores[i]
        best = np.full(len(scores), score.argmax(), dtype=np.int64)
        for i in range(len(scores) - 1, 0, -1):
            best[i - 1] = back[i, best[i]]
        return best
