"""A document's sentences packed into stretches of word pieces that the encoder takes in one go.

Each sentence is scored in one window; the sentences before it stand there as context.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

LONGEST = 254  # word pieces of a window, without the two marks around them
CONTEXT = 60  # word pieces of earlier sentences that a window may open with
_HARD_LIMIT = 510  # what the encoder can take


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Pieces `[first_piece, end_piece)` of the document; its scored tokens are `[first_token, end_token)`."""

    first_piece: int
    end_piece: int
    first_token: int
    end_token: int


def windows(starts: Sequence[int], ends: Sequence[int], sentences: Sequence[tuple[int, int]]) -> list[Window]:
    """The windows in order.

    `starts` and `ends` give each token's pieces `[start, end)`; `sentences` its tokens `[start, end)`.
    A sentence longer than a window is cut off at the encoder's limit; what is cut keeps the last piece's state.
    """

    def length(first: int, end: int) -> int:
        return ends[sentences[end - 1][1] - 1] - starts[sentences[first][0]]

    found: list[Window] = []
    at = 0
    while at < len(sentences):
        first = at
        while first > 0 and at - first < 3 and length(first - 1, at) <= CONTEXT:
            first -= 1
        end = at + 1
        while end < len(sentences) and length(first, end + 1) <= LONGEST:
            end += 1
        opening = starts[sentences[first][0]]
        found.append(
            Window(
                first_piece=opening,
                end_piece=min(ends[sentences[end - 1][1] - 1], opening + _HARD_LIMIT),
                first_token=sentences[at][0],
                end_token=sentences[end - 1][1],
            )
        )
        at = end
    return found
