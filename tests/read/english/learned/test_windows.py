"""Each token is scored once, in a window that the encoder can take."""

from __future__ import annotations

from itertools import accumulate, pairwise

from hypothesis import given
from hypothesis import strategies as st

from secondsource.read.english.learned.windows import CONTEXT, LONGEST, windows

# Word pieces of each token, in sentences.
TEXTS = st.lists(st.lists(st.integers(1, 40), min_size=1, max_size=60), min_size=1, max_size=30)


def _laid_out(text: list[list[int]]) -> tuple[list[int], list[int], list[tuple[int, int]]]:
    ends = list(accumulate(n for sentence in text for n in sentence))
    starts = [0, *ends[:-1]]
    bounds = [0, *accumulate(len(sentence) for sentence in text)]
    return starts, ends, list(pairwise(bounds))


@given(TEXTS)
def test_every_token_is_scored_in_one_window(text: list[list[int]]) -> None:
    starts, ends, sentences = _laid_out(text)
    found = windows(starts, ends, sentences)
    assert [w.first_token for w in found] == [0, *(w.end_token for w in found[:-1])]
    assert found[-1].end_token == len(starts)


@given(TEXTS)
def test_a_window_is_no_longer_than_the_encoder_takes(text: list[list[int]]) -> None:
    starts, ends, sentences = _laid_out(text)
    for window in windows(starts, ends, sentences):
        assert 0 < window.end_piece - window.first_piece <= 510
        context = starts[window.first_token] - window.first_piece
        assert 0 <= context <= CONTEXT
        scored = [s for s in sentences if window.first_token <= s[0] < window.end_token]
        assert window.end_piece - window.first_piece <= LONGEST or len(scored) == 1


def test_short_sentences_share_a_window_and_the_next_one_opens_with_the_last() -> None:
    starts, ends, sentences = _laid_out([[10] * 12, [10] * 12, [10] * 3, [10] * 12])
    first, second = windows(starts, ends, sentences)
    assert (first.first_token, first.end_token) == (0, 24)
    assert (second.first_token, second.first_piece) == (24, 240)
