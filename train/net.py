"""The encoder with its heads, for training; `learned/heads.py` computes the same from the weights written here."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import AutoModel

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
    Ints,
    Rows,
)
from secondsource.read.english.learned.windows import windows
from train.labels import UNTOLD, Example

_HIDDEN = 192
_FEATURE = 16
# Blocks of states that each head reads, and how many answers it gives.
_SHAPES = {
    "event": (2, len(EVENTS)),
    "doer": (4, len(DOERS)),
    "tie": (5, len(RELATIONS) + len(STANCES)),
    "sentence": (2, len(OUTCOMES) + len(SENTENCE_KINDS) + len(MEDIA) + len(AUTHENTICITIES)),
    "seat": (4, len(SENTENCE_KINDS)),
}


class Head(nn.Module):
    """One hidden layer over blocks of states and vectors of features."""

    def __init__(self, name: str, width: int, dropout: float) -> None:
        super().__init__()
        blocks, answers = _SHAPES[name]
        self.features = nn.ModuleList(nn.Embedding(n, _FEATURE) for n in FEATURES[name])
        self.hidden = nn.Linear(blocks * width + _FEATURE * len(FEATURES[name]), _HIDDEN)
        self.answer = nn.Linear(_HIDDEN, answers)
        self.dropout = nn.Dropout(dropout)

    def forward(self, blocks: list[Tensor], rows: Rows) -> Tensor:
        """(rows, answers)."""
        columns = torch.from_numpy(rows.features)
        known = [table(columns[:, i]) for i, table in enumerate(self.features)]
        hidden = nn.functional.gelu(self.hidden(torch.cat([*blocks, *known], 1)), approximate="tanh")
        return self.answer(self.dropout(hidden))


class Net(nn.Module):
    """Any encoder of the BERT kind, with the reader's heads."""

    def __init__(self, encoder: Path, dropout: float = 0.2) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(encoder)
        width = self.encoder.config.hidden_size
        self.dropout = nn.Dropout(dropout)
        self.attention = nn.Linear(width, 1)
        self.heads = nn.ModuleDict({name: Head(name, width, dropout) for name in _SHAPES})

    def states(self, texts: list[Example], opening: int, closing: int) -> list[Tensor]:
        """For each text (tokens, width): the state of each token's first piece."""
        held: list[tuple[int, list[int], Tensor]] = []
        for number, text in enumerate(texts):
            pieces = text.pieces
            for window in windows(pieces.starts, pieces.ends, [(a, b) for a, b in text.sentences.tolist()]):
                inside = pieces.ids[window.first_piece : window.end_piece]
                rows = torch.tensor(pieces.starts[window.first_token : window.end_token])
                rows = (rows - window.first_piece + 1).clamp(max=len(inside))
                held.append((number, [opening, *inside, closing], rows))
        longest = max(len(ids) for _, ids, _ in held)
        ids = torch.zeros(len(held), longest, dtype=torch.long)
        mask = torch.zeros_like(ids)
        for row, (_, pieces_of, _) in enumerate(held):
            ids[row, : len(pieces_of)] = torch.tensor(pieces_of)
            mask[row, : len(pieces_of)] = 1
        out = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        parts: list[list[Tensor]] = [[] for _ in texts]
        for row, (number, _, rows) in enumerate(held):
            parts[number].append(out[row][rows])
        return [self.dropout(torch.cat(p)) for p in parts]

    def loss(self, text: Example, states: Tensor) -> Tensor:
        """The sum of what each head gets wrong, in nats, weighed so that the heads teach the encoder alike."""
        answers = self.answers(text, states)
        cross, binary = nn.functional.cross_entropy, nn.functional.binary_cross_entropy_with_logits
        event = answers["event"]
        found = torch.from_numpy(text.events)
        weight = torch.full((len(EVENTS),), 2.0)
        weight[0] = 1.0
        total = cross(event, found, weight=weight, reduction="sum") / 10
        if len(text.doer_answers):
            total = total + cross(answers["doer"], torch.from_numpy(text.doer_answers), reduction="sum") / 6
        if len(text.relations):
            ties = answers["tie"]
            total = (
                total
                + cross(
                    ties[:, : len(RELATIONS)],
                    torch.from_numpy(text.relations),
                    reduction="sum",
                    ignore_index=UNTOLD,
                )
                / 3
            )
            total = (
                total
                + cross(
                    ties[:, len(RELATIONS) :],
                    torch.from_numpy(text.stances),
                    reduction="sum",
                    ignore_index=UNTOLD,
                )
                / 10
            )
        outcomes, kinds, media, authentic = answers["sentence"].split(
            [len(OUTCOMES), len(SENTENCE_KINDS), len(MEDIA), len(AUTHENTICITIES)], 1
        )
        total = total + cross(outcomes, torch.from_numpy(text.outcomes), reduction="sum") / 3
        total = total + binary(kinds, torch.from_numpy(text.kinds).float(), reduction="sum") / 3
        for scores, wanted in ((media, text.media), (authentic, text.authenticities)):
            total = total + cross(scores, torch.from_numpy(wanted), reduction="sum", ignore_index=UNTOLD) / 6
        if len(text.seat_answers):
            seats = torch.from_numpy(text.seat_answers).float()
            total = total + binary(answers["seat"], seats, reduction="sum") / 6
        return total

    def answers(self, text: Example, states: Tensor) -> dict[str, Tensor]:
        """What each head says of each of its rows, unscaled."""
        means = _means(states, text.sentences)
        pull = self.attention(states)[:, 0]
        weighed = torch.stack([torch.softmax(pull[a:b], 0) @ states[a:b] for a, b in text.sentences.tolist()])
        out: dict[str, Tensor] = {}
        words = text.words
        out["event"] = self.heads["event"]([states[_at(words.anchor)], means[_at(words.sentence)]], words)
        out["sentence"] = self.heads["sentence"]([weighed, means], text.by_sentence)
        if not len(text.mention_tokens):
            return out
        who = _means(states, text.mention_tokens)
        if len(text.doers.anchor):
            rows = text.doers
            word, actor = states[_at(rows.anchor)], who[_at(rows.mention)]
            out["doer"] = self.heads["doer"]([word, actor, word * actor, means[_at(rows.sentence)]], rows)
        if len(text.pairs.anchor):
            rows = text.pairs
            one, other = who[_at(rows.mention)], who[_at(rows.other)]
            between = _means(states, rows.between)
            out["tie"] = self.heads["tie"](
                [one, other, one * other, between, means[_at(rows.sentence)]], rows
            )
        rows = text.seats
        what, actor = weighed[_at(rows.sentence)], who[_at(rows.mention)]
        out["seat"] = self.heads["seat"]([what, actor, what * actor, means[_at(rows.sentence)]], rows)
        return out


def _at(numbers: Ints) -> Tensor:
    return torch.from_numpy(numbers)


def _means(states: Tensor, spans: Ints) -> Tensor:
    sums = torch.cat([torch.zeros(1, states.shape[1]), states.cumsum(0)])
    ends = torch.from_numpy(spans)
    return (sums[ends[:, 1]] - sums[ends[:, 0]]) / (ends[:, 1] - ends[:, 0])[:, None]
