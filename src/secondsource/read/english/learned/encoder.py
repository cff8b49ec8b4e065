"""The state of each token of a text, from a small uncased BERT run by ONNX Runtime."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

from secondsource.read.english.learned.windows import windows

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Pieces:
    """Word pieces of a text: their ids, and each token's pieces `[start, end)`; white space has the last one's."""

    ids: list[int]
    starts: list[int]
    ends: list[int]


class WordPieces:
    """Cuts tokens into the word pieces of an encoder."""

    def __init__(self, file: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(file))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self.opening = self._id("[CLS]")
        self.closing = self._id("[SEP]")

    def _id(self, mark: str) -> int:
        number = self._tokenizer.token_to_id(mark)
        if number is None:
            raise ValueError(f"the tokenizer has no {mark}")
        return int(number)

    def cut(self, tokens: Sequence[str]) -> Pieces:
        """The pieces of the tokens; white space has none of its own."""
        encoding = self._tokenizer.encode(
            [t if t.strip() else " " for t in tokens], is_pretokenized=True, add_special_tokens=False
        )
        starts: list[int | None] = [None] * len(tokens)
        ends = [0] * len(tokens)
        for piece, token in enumerate(encoding.word_ids):
            if token is None:
                continue
            if starts[token] is None:
                starts[token] = piece
            ends[token] = piece + 1
        firsts: list[int] = []
        last = 0
        for token, start in enumerate(starts):
            last = start if start is not None else last
            firsts.append(last)
            if start is None:
                ends[token] = max(ends[token - 1] if token else 0, last + 1)
        return Pieces(ids=list(encoding.ids), starts=firsts, ends=ends)


class TokenStates(Protocol):
    """Whatever gives each token of a text a state."""

    def states(self, tokens: Sequence[str], sentences: Sequence[tuple[int, int]]) -> Floats:
        """(tokens, width)."""


class Encoder:
    """An exported encoder; one core, so that several readers don't crowd each other out."""

    def __init__(self, folder: Path) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        self._session: Any = onnxruntime.InferenceSession(
            str(folder / "encoder.onnx"), options, providers=["CPUExecutionProvider"]
        )
        self._width = int(self._session.get_outputs()[0].shape[-1])
        self._pieces = WordPieces(folder / "tokenizer.json")

    def states(self, tokens: Sequence[str], sentences: Sequence[tuple[int, int]]) -> Floats:
        """(tokens, width): the state of each token's first piece."""
        pieces = self._pieces.cut(tokens)
        parts: list[Floats] = [np.zeros((0, self._width), dtype=np.float32)]
        for window in windows(pieces.starts, pieces.ends, sentences):
            inside = pieces.ids[window.first_piece : window.end_piece]
            ids = np.array([[self._pieces.opening, *inside, self._pieces.closing]], dtype=np.int64)
            out = self._session.run(None, {"input_ids": ids, "attention_mask": np.ones_like(ids)})[0][0]
            rows = np.array(pieces.starts[window.first_token : window.end_token]) - window.first_piece + 1
            parts.append(out[np.minimum(rows, len(inside))])
        return np.concatenate(parts).astype(np.float32)
