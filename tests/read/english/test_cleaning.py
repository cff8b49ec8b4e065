"""Mended text, and the way back from each of its characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.read.english.text.cleaning import clean

MENDED = [
    ("one\ntwo", "one two"),
    ("one[12] two", "one two"),
    ("\u201cone\u201d", '"one"'),
    ("the group s men", "the group's men"),
    ("didn t go", "didn't go"),
    ("said.Police came", "said. Police came"),
    ("3 March,reports", "3 March, reports"),
    ("a\u200bb", "ab"),
    ("U.S. forces", "U.S. forces"),
    ("1,200 men", "1,200 men"),
]


@pytest.mark.parametrize(("original", "mended"), MENDED)
def test_noise_is_mended(original: str, mended: str) -> None:
    assert clean(original).text == mended


def test_empty_line_is_a_sentence_break() -> None:
    assert clean("Title\n\nIt rained.").breaks == (6,)


@given(st.text())
def test_every_character_leads_back_into_the_original_in_order(original: str) -> None:
    cleaned = clean(original)
    assert len(cleaned.origins) == len(cleaned.text)
    assert list(cleaned.origins) == sorted(cleaned.origins)
    assert all(0 <= o < len(original) for o in cleaned.origins)


@pytest.mark.parametrize("mended", [m for _, m in MENDED])
def test_mended_text_stays_as_it_is(mended: str) -> None:
    assert clean(mended).text == mended
